import { checkInteger, describeValue, ParameterError, ShapeError, ValueError } from "@gradus/core";
import type { Labels } from "../base/labels";
import { type CrossValidator, checkEnoughRows, countRows, type Fold } from "./cross-validator";
import { kFolds } from "./k-fold";
import type { Splittable } from "./rows";
import { stratifiedFolds } from "./stratified-k-fold";

/** How rows are cut into folds: how many, by what, or the folds themselves. */
export type Folding = number | CrossValidator | readonly Fold[];

/** @throws ParameterError unless `cv` is a number of at least 2, something that makes folds, or folds. */
export function checkFolding(where: string, cv: Folding): Folding {
  if (typeof cv === "number") return checkInteger(where, "cv", cv, 2);
  if (Array.isArray(cv)) return cv;
  if (typeof cv === "object" && typeof (cv as CrossValidator | null)?.split === "function")
    return cv;
  throw new ParameterError(
    `${where}: cv must be a number of folds, something that makes folds, or folds, got ${describeValue(cv)}`,
  );
}

/** @throws ValueError for folds that JSON cannot hold: something that makes them. */
export function checkSavableFolding(where: string, cv: Folding | undefined): void {
  if (typeof cv !== "object" || Array.isArray(cv)) return;
  throw new ValueError(
    `${where}: expected cv to be a number or folds, which JSON can hold, got something that makes folds`,
  );
}

/** What asks for folds. */
export interface FoldingOptions {
  /** The folds; a number makes `StratifiedKFold` for classifiers and `KFold` for regressors. Default 5. */
  readonly cv?: Folding | undefined;
  /** The group of each row, for folds that keep groups together. */
  readonly groups?: Labels | undefined;
}

/**
 * The folds of rows, as an option asks for them: a number makes stratified ones for classifiers.
 *
 * @throws ParameterError for what makes none, or more than there are rows; ShapeError unless X and y have as many rows.
 */
export function foldsOfRows(
  where: string,
  { estimatorType }: { readonly estimatorType?: string },
  [X, y]: readonly [Splittable, Splittable],
  { cv = 5, groups }: FoldingOptions,
): Fold[] {
  const n = countRows(where, X);
  const nTargets = countRows(where, y);
  if (nTargets !== n) {
    throw new ShapeError(`${where}: expected as many targets as rows of X, ${n}, got ${nTargets}`);
  }
  const checked = checkFolding(where, cv);
  if (typeof checked === "object" && "split" in checked) {
    return [...checked.split(n, y as Labels, groups)];
  }
  if (typeof checked !== "number") return [...checked];
  const size = { n, nSplits: checked, option: "cv" };
  checkEnoughRows(where, size);
  const isStratified = estimatorType === "classifier";
  return [...(isStratified ? stratifiedFolds(where, y as Labels, size) : kFolds(n, checked))];
}

/** @throws ParameterError for folds that JSON cannot hold. */
export function checkSavableFolds(where: string, cv: Folding | "prefit"): void {
  if (typeof cv !== "object" || Array.isArray(cv)) return;
  throw new ParameterError(`${where}: expected cv to be a number or folds, got an object`);
}
