import {
  checkBoolean,
  checkInteger,
  describeValue,
  ParameterError,
  RandomState,
  ShapeError,
  ValueError,
} from "@gradus/core";
import { encodeLabels, type Labels } from "../base/labels";
import { anySeed, checkSeed } from "../base/seeds";
import { isSplittable, rowsOf, type Splittable } from "./rows";

/** The rows to train on and those to test on. */
export interface Fold {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** What folds are made of: rows, or their number. */
export type FoldRows = Splittable | number;

/** Makes folds: every way to cut rows into a part to train on and a part to test on. */
export interface CrossValidator {
  /**
   * The folds, one after another.
   *
   * @param X the rows, or how many there are
   * @param y the class of each row, for those that look at it
   * @param groups the group of each row, for those that look at it: rows of a group stay together
   */
  split(X: FoldRows, y?: Labels, groups?: Labels): Iterable<Fold>;
  /** How many folds there are. */
  getNSplits(X?: FoldRows, y?: Labels, groups?: Labels): number;
}

/** The options of folds by turns. */
export interface FoldOptions {
  /** How many folds, at least 2. Default 5. */
  readonly nSplits?: number;
  /** Draw which rows go where; otherwise they are taken in their order. Default false. */
  readonly shuffle?: boolean;
  /** The same seed gives the same folds, in scikit-learn too. Default others each time. */
  readonly seed?: number | undefined;
}

/** What the classes have in common that test each row once. */
export abstract class FoldsByTurns implements CrossValidator {
  readonly nSplits: number;
  readonly shuffle: boolean;
  readonly seed: number | undefined;

  constructor(where: string, { nSplits = 5, shuffle = false, seed }: FoldOptions) {
    this.nSplits = checkInteger(where, "nSplits", nSplits, 2);
    this.shuffle = checkBoolean(where, "shuffle", shuffle);
    if (!shuffle && seed !== undefined) {
      throw new ParameterError(`${where}: seed needs shuffle: true, got ${describeValue(seed)}`);
    }
    this.seed = checkSeed(where, seed);
    Object.freeze(this);
  }

  abstract split(X: FoldRows, y?: Labels, groups?: Labels): Generator<Fold>;

  /** How many folds there are. */
  getNSplits(): number {
    return this.nSplits;
  }

  /** What draws which rows go where, if they are drawn. */
  protected generator(): RandomState | undefined {
    return this.shuffle ? randomOf(this.seed) : undefined;
  }
}

/** NumPy's generator for a seed, or any other one. */
export function randomOf(seed: number | undefined): RandomState {
  return new RandomState(seed ?? anySeed());
}

/** The number of rows. @throws ValueError for what has none. */
export function countRows(where: string, X: FoldRows): number {
  if (typeof X === "number") return checkInteger(where, "X", X, 1);
  if (isSplittable(X)) return rowsOf(X);
  throw new ValueError(`${where}: expected rows or their number, got ${describeValue(X)}`);
}

/** How many rows are cut into how many folds. */
export interface FoldCount {
  readonly n: number;
  readonly nSplits: number;
  /** The option that asked for so many. Default "nSplits". */
  readonly option?: string;
}

/** @throws ParameterError if there are more folds than rows. */
export function checkEnoughRows(
  where: string,
  { n, nSplits, option = "nSplits" }: FoldCount,
): void {
  if (nSplits <= n) return;
  throw new ParameterError(
    `${where}: ${option} must be at most the number of rows, ${n}, got ${nSplits}`,
  );
}

/**
 * The class or group of each row as a number.
 *
 * @throws ParameterError if there are none; ShapeError unless there is one for each row; ValueError as `encodeLabels`.
 */
export function codesOfRows(
  where: string,
  name: "y" | "groups",
  given: Labels | undefined,
  n: number,
) {
  if (given === undefined) {
    throw new ParameterError(`${where}: ${name} must be given, got nothing`);
  }
  const encoded = encodeLabels(where, name, given);
  if (encoded.codes.length !== n) {
    throw new ShapeError(
      `${where}: expected ${name} for each of ${n} rows, got ${encoded.codes.length}`,
    );
  }
  return { codes: encoded.codes, count: encoded.classes.length };
}

/** One fold for each number of a test fold: rows with that number are tested, the others trained on. */
export function* foldsOf(testFold: Int32Array, nSplits: number): Generator<Fold> {
  const rows = Int32Array.from(testFold, (_, i) => i);
  for (let fold = 0; fold < nSplits; fold++) {
    yield {
      train: rows.filter((i) => testFold[i] !== fold),
      test: rows.filter((i) => testFold[i] === fold),
    };
  }
}

/** The lengths of n things in k parts that differ by one at most, the longer ones first. */
export function evenParts(n: number, k: number): number[] {
  return Array.from({ length: k }, (_, part) => Math.floor(n / k) + Number(part < n % k));
}

/** A list in the order of a generator's permutation, as NumPy's `shuffle` leaves it. */
export function shuffledList<T>(list: ArrayLike<T>, random: RandomState): T[] {
  return Array.from(random.permutation(list.length), (i) => list[i]!);
}
