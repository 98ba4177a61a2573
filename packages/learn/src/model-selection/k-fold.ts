import type { RandomState } from "@gradus/core";
import {
  checkEnoughRows,
  countRows,
  evenParts,
  type Fold,
  type FoldOptions,
  type FoldRows,
  FoldsByTurns,
  foldsOf,
} from "./cross-validator";

/**
 * k folds: the rows are cut into k parts of equal size, and each part is tested once.
 *
 * With a seed the folds are those of scikit-learn with that `random_state`.
 *
 * @roadmap EVA-003
 * @example
 * ```ts
 * const folds = [...new KFold({ nSplits: 2 }).split([10, 20, 30])];
 * folds.map(({ test }) => [...test]); // → [[0, 1], [2]]
 * ```
 */
export class KFold extends FoldsByTurns {
  /** @throws ParameterError for fewer than 2 folds, or a seed without `shuffle`. */
  constructor(options: FoldOptions = {}) {
    super("KFold", options);
  }

  /** The folds. @throws ParameterError for fewer rows than folds; ValueError for what has no rows. */
  *split(X: FoldRows): Generator<Fold> {
    const n = countRows("KFold.split", X);
    checkEnoughRows("KFold.split", { n, nSplits: this.nSplits });
    yield* kFolds(n, this.nSplits, this.generator());
  }
}

/** k folds of n rows, drawn if there is a generator. */
export function kFolds(n: number, nSplits: number, random?: RandomState): Generator<Fold> {
  const order = random?.permutation(n) ?? Int32Array.from({ length: n }, (_, i) => i);
  const testFold = new Int32Array(n);
  let start = 0;
  evenParts(n, nSplits).forEach((length, fold) => {
    for (const row of order.subarray(start, start + length)) testFold[row] = fold;
    start += length;
  });
  return foldsOf(testFold, nSplits);
}
