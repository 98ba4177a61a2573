import { ParameterError, type RandomState } from "@gradus/core";
import type { Labels } from "../base/labels";
import {
  codesOfRows,
  countRows,
  evenParts,
  type Fold,
  type FoldOptions,
  type FoldRows,
  FoldsByTurns,
  foldsOf,
} from "./cross-validator";

/**
 * k folds in which all rows of a group are trained on or tested together: a patient, a customer or a
 * house that is known from the training tells the model what it should guess.
 *
 * Without `shuffle` the largest groups go first, each to the fold with the fewest rows.
 *
 * @roadmap EVA-003
 * @example
 * ```ts
 * const groups = ["ann", "bob", "ann", "cy"];
 * const folds = [...new GroupKFold({ nSplits: 2 }).split(4, undefined, groups)];
 * folds.map(({ test }) => [...test]); // → [[0, 2], [1, 3]]
 * ```
 */
export class GroupKFold extends FoldsByTurns {
  /** @throws ParameterError for fewer than 2 folds, or a seed without `shuffle`. */
  constructor(options: FoldOptions = {}) {
    super("GroupKFold", options);
  }

  /**
   * The folds.
   *
   * @throws ParameterError for no groups, or fewer than folds; ShapeError unless there is one for each row.
   */
  *split(X: FoldRows, _y?: Labels, groups?: Labels): Generator<Fold> {
    const where = "GroupKFold.split";
    const { nSplits } = this;
    const { codes, count } = codesOfRows(where, "groups", groups, countRows(where, X));
    if (nSplits > count) {
      throw new ParameterError(
        `${where}: nSplits must be at most the number of groups, ${count}, got ${nSplits}`,
      );
    }
    const random = this.generator();
    const foldOfGroup = random
      ? drawnFolds(count, nSplits, random)
      : balancedFolds(codes, count, nSplits);
    const testFold = codes.map((group) => foldOfGroup[group]!);
    yield* foldsOf(testFold, nSplits);
  }
}

/** The fold of each group, drawn. */
function drawnFolds(count: number, nSplits: number, random: RandomState): Int32Array {
  const order = random.permutation(count);
  const folds = new Int32Array(count);
  let start = 0;
  evenParts(count, nSplits).forEach((length, fold) => {
    for (const group of order.subarray(start, start + length)) folds[group] = fold;
    start += length;
  });
  return folds;
}

/** The fold of each group: the largest groups first, each to the fold with the fewest rows. */
function balancedFolds(codes: Int32Array, count: number, nSplits: number): Int32Array {
  const sizes = new Int32Array(count);
  for (const group of codes) sizes[group]! += 1;
  const bySize = Array.from(sizes.keys()).sort((a, b) => sizes[b]! - sizes[a]! || b - a);
  const loads = new Array<number>(nSplits).fill(0);
  const folds = new Int32Array(count);
  for (const group of bySize) {
    const lightest = loads.indexOf(Math.min(...loads));
    folds[group] = lightest;
    loads[lightest]! += sizes[group]!;
  }
  return folds;
}
