import { ParameterError } from "@gradus/core";
import type { Labels } from "../base/labels";
import {
  type CrossValidator,
  checkFolds,
  codesOfRows,
  countRows,
  evenParts,
  type Fold,
  type FoldOptions,
  type FoldRows,
  foldsOf,
  randomOf,
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
export class GroupKFold implements CrossValidator {
  readonly nSplits: number;
  readonly shuffle: boolean;
  readonly seed: number | undefined;

  /** @throws ParameterError for fewer than 2 folds, or a seed without `shuffle`. */
  constructor(options: FoldOptions = {}) {
    const { nSplits, shuffle, seed } = checkFolds("GroupKFold", options);
    this.nSplits = nSplits;
    this.shuffle = shuffle;
    this.seed = seed;
    Object.freeze(this);
  }

  /**
   * The folds.
   *
   * @throws ParameterError for no groups, or fewer than folds; ShapeError unless there is one for each row.
   */
  *split(X: FoldRows, _y?: Labels, groups?: Labels): Generator<Fold> {
    const where = "GroupKFold.split";
    const { codes, count } = codesOfRows(where, "groups", groups, countRows(where, X));
    if (this.nSplits > count) {
      throw new ParameterError(
        `${where}: nSplits must be at most the number of groups, ${count}, got ${this.nSplits}`,
      );
    }
    const foldOfGroup = this.shuffle ? this.#drawn(count) : this.#balanced(codes, count);
    const testFold = codes.map((group) => foldOfGroup[group]!);
    yield* foldsOf(testFold, this.nSplits);
  }

  /** How many folds there are. */
  getNSplits(): number {
    return this.nSplits;
  }

  #drawn(count: number): Int32Array {
    const order = randomOf(this.seed).permutation(count);
    const folds = new Int32Array(count);
    let start = 0;
    evenParts(count, this.nSplits).forEach((length, fold) => {
      for (const group of order.subarray(start, start + length)) folds[group] = fold;
      start += length;
    });
    return folds;
  }

  #balanced(codes: Int32Array, count: number): Int32Array {
    const sizes = new Int32Array(count);
    for (const group of codes) sizes[group]! += 1;
    const bySize = Array.from(sizes.keys()).sort((a, b) => sizes[b]! - sizes[a]! || b - a);
    const loads = new Array<number>(this.nSplits).fill(0);
    const folds = new Int32Array(count);
    for (const group of bySize) {
      const lightest = loads.indexOf(Math.min(...loads));
      folds[group] = lightest;
      loads[lightest]! += sizes[group]!;
    }
    return folds;
  }
}
