import { checkInteger, describeValue, ParameterError } from "@gradus/core";

/** The rows to train on and those to test on. */
export interface FoldOfRows {
  readonly train: Int32Array;
  readonly test: Int32Array;
}

/** What cuts n rows into parts to train on and to test on, such as `KFold`. */
export interface FoldMaker {
  split(n: number): Iterable<FoldOfRows>;
}

/** So many folds of the rows in their order, or what cuts them. */
export type Folds = number | FoldMaker;

/** @throws ParameterError unless `cv` is a whole number of at least 2 or has a method `split`. */
export function checkCv(where: string, cv: Folds): Folds {
  if (typeof cv === "number") return checkInteger(where, "cv", cv, 2);
  if (typeof (cv as FoldMaker | null)?.split === "function") return cv;
  throw new ParameterError(
    `${where}: cv must be a number of folds or have a method split, got ${describeValue(cv)}`,
  );
}

/** The folds of n rows. @throws ParameterError if there are more folds than rows. */
export function foldsOfRows(where: string, cv: Folds, n: number): readonly FoldOfRows[] {
  if (typeof cv !== "number") return [...cv.split(n)];
  if (cv > n) {
    throw new ParameterError(`${where}: cv must be at most the number of rows, ${n}, got ${cv}`);
  }
  const rows = Int32Array.from({ length: n }, (_, i) => i);
  let end = 0;
  return Array.from({ length: cv }, (_, fold) => {
    const start = end;
    end += Math.floor(n / cv) + (fold < n % cv ? 1 : 0);
    const test = rows.subarray(start, end);
    return { train: rows.filter((i) => i < start || i >= test[test.length - 1]! + 1), test };
  });
}
