import { describeValue, ShapeError, ValueError } from "@gradus/core";
import { type CrossValidator, countRows, type Fold, type FoldRows } from "./cross-validator";

/**
 * Folds that are known beforehand.
 *
 * @example
 * ```ts
 * const folds = [...new PredefinedSplit([0, 1, -1, 1]).split(4)];
 * folds.map(({ train, test }) => [[...train], [...test]]); // → [[[1, 2, 3], [0]], [[0, 2], [1, 3]]]
 * ```
 */
export class PredefinedSplit implements CrossValidator {
  /** The fold that tests each row, or −1 for a row that is always trained on. */
  readonly testFold: Int32Array;

  /** @param testFold the fold that tests each row, −1 for none. @throws ValueError for anything but whole numbers >= −1. */
  constructor(testFold: ArrayLike<number>) {
    const folds = Array.from(testFold);
    const bad = folds.findIndex((fold) => !Number.isSafeInteger(fold) || fold < -1);
    if (bad >= 0) {
      throw new ValueError(
        `PredefinedSplit: expected folds to be whole numbers >= -1, got ${describeValue(folds[bad])} at row ${bad}`,
      );
    }
    this.testFold = Int32Array.from(folds);
    Object.freeze(this);
  }

  /** The folds, by their numbers. @throws ShapeError unless there is a fold for each row. */
  *split(X: FoldRows): Generator<Fold> {
    const where = "PredefinedSplit.split";
    const n = countRows(where, X);
    if (n !== this.testFold.length) {
      throw new ShapeError(
        `${where}: expected as many rows as testFold has, ${this.testFold.length}, got ${n}`,
      );
    }
    const rows = Int32Array.from(this.testFold.keys());
    for (const fold of this.#numbers()) {
      yield {
        train: rows.filter((row) => this.testFold[row] !== fold),
        test: rows.filter((row) => this.testFold[row] === fold),
      };
    }
  }

  /** How many different folds there are. */
  getNSplits(): number {
    return this.#numbers().length;
  }

  #numbers(): number[] {
    return [...new Set(this.testFold)].filter((fold) => fold >= 0).sort((a, b) => a - b);
  }
}
