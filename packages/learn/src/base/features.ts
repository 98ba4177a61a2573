import { ShapeError, ValueError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { checkMatrix, type Matrix, type MatrixChecks } from "./inputs";

/** The features that an estimator was fitted on. */
export interface FittedFeatures {
  readonly nFeaturesIn: number;
  readonly featureNamesIn: readonly string[] | undefined;
}

/**
 * Reads features for an estimator that is fitted.
 *
 * A table must have the columns of `fit` in the same order; a tensor or arrays as many.
 *
 * @throws ShapeError for another number of features; ValueError for other names or another order, and
 *   for values that are no finite numbers.
 */
export function checkFeatures(
  where: string,
  X: Matrix,
  fitted: FittedFeatures,
  checks: MatrixChecks = {},
): Tensor {
  const { X: read, names } = checkMatrix(where, X, checks);
  checkSameFeatures(where, fitted, { names, nFeatures: read.shape[1]! });
  return read;
}

/** @throws ShapeError for another number of features than in `fit`; ValueError for other names or another order. */
export function checkSameFeatures(
  where: string,
  { nFeaturesIn, featureNamesIn }: FittedFeatures,
  {
    names,
    nFeatures,
  }: { readonly names: readonly string[] | undefined; readonly nFeatures: number },
): void {
  if (names && featureNamesIn) checkNames(where, names, featureNamesIn);
  if (nFeatures !== nFeaturesIn) {
    throw new ShapeError(
      `${where}: expected X with ${nFeaturesIn} features, as in fit, got ${nFeatures}`,
    );
  }
}

/**
 * The names of the features: those of the table that `fit` was given, those that are given here, or
 * x0, x1, …
 *
 * @throws ShapeError for another number of names; ValueError for other names than those of `fit`.
 */
export function inputNames(
  where: string,
  fitted: FittedFeatures,
  given?: readonly string[],
): string[] {
  const { nFeaturesIn, featureNamesIn } = fitted;
  if (given && featureNamesIn) checkNames(where, given, featureNamesIn);
  if (given && given.length !== nFeaturesIn) {
    throw new ShapeError(
      `${where}: expected ${nFeaturesIn} names of features, as in fit, got ${given.length}`,
    );
  }
  const names = given ?? featureNamesIn ?? Array.from({ length: nFeaturesIn }, (_, j) => `x${j}`);
  return [...names];
}

function checkNames(where: string, names: readonly string[], expected: readonly string[]): void {
  const missing = expected.filter((name) => !names.includes(name));
  const extra = names.filter((name) => !expected.includes(name));
  const problems = [
    ...(missing.length ? [`without ${list(missing)}`] : []),
    ...(extra.length ? [`with ${list(extra)}, which fit has not seen`] : []),
  ];
  const isOrdered = names.every((name, j) => name === expected[j]);
  if (problems.length === 0 && isOrdered) return;
  const got = problems.length ? `a table ${problems.join(" and ")}` : `the order ${list(names)}`;
  throw new ValueError(`${where}: expected the columns of fit, ${list(expected)}, got ${got}`);
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `"${name}"`);
  return shown.join(", ") + (names.length > 5 ? `, … ${names.length - 5} more` : "");
}
