import { checkInteger, ParameterError } from "@gradus/core";
import { type CrossValidator, countRows, type Fold, type FoldRows } from "./cross-validator";

/** The options of `TimeSeriesSplit`. */
export interface TimeSeriesSplitOptions {
  /** How many splits, at least 2. Default 5. */
  readonly nSplits?: number;
  /** At most so many rows to train on. Default all before the test part. */
  readonly maxTrainSize?: number | undefined;
  /** The rows of each test part. Default the number of rows over nSplits + 1. */
  readonly testSize?: number | undefined;
  /** How many rows are left out between both parts. Default 0. */
  readonly gap?: number;
}

/**
 * Splits of rows in the order of time: each test part comes after all that is trained on, and the training
 * part grows from split to split.
 *
 * @roadmap EVA-003
 * @example
 * ```ts
 * const folds = [...new TimeSeriesSplit({ nSplits: 2 }).split(6)];
 * folds.map(({ train, test }) => [[...train], [...test]]); // → [[[0, 1], [2, 3]], [[0, 1, 2, 3], [4, 5]]]
 * ```
 */
export class TimeSeriesSplit implements CrossValidator {
  readonly nSplits: number;
  readonly maxTrainSize: number | undefined;
  readonly testSize: number | undefined;
  readonly gap: number;

  /** @throws ParameterError for numbers that cannot be. */
  constructor({ nSplits = 5, maxTrainSize, testSize, gap = 0 }: TimeSeriesSplitOptions = {}) {
    const where = "TimeSeriesSplit";
    this.nSplits = checkInteger(where, "nSplits", nSplits, 2);
    this.maxTrainSize =
      maxTrainSize === undefined ? undefined : checkInteger(where, "maxTrainSize", maxTrainSize, 1);
    this.testSize =
      testSize === undefined ? undefined : checkInteger(where, "testSize", testSize, 1);
    this.gap = checkInteger(where, "gap", gap, 0);
    Object.freeze(this);
  }

  /** The splits. @throws ParameterError if there are too few rows. */
  *split(X: FoldRows): Generator<Fold> {
    const where = "TimeSeriesSplit.split";
    const n = countRows(where, X);
    if (this.nSplits + 1 > n) {
      throw new ParameterError(
        `${where}: nSplits must be below the number of rows, ${n}, got ${this.nSplits}`,
      );
    }
    const size = this.testSize ?? Math.floor(n / (this.nSplits + 1));
    const first = n - this.nSplits * size;
    if (first - this.gap <= 0) {
      throw new ParameterError(
        `${where}: expected rows before the first test part, got none of ${n} with ${this.nSplits} parts of ${size} and a gap of ${this.gap}`,
      );
    }
    for (let start = first; start < n; start += size) {
      const end = start - this.gap;
      const begin = Math.max(0, end - (this.maxTrainSize ?? end));
      yield { train: range(begin, end), test: range(start, start + size) };
    }
  }

  /** How many splits there are. */
  getNSplits(): number {
    return this.nSplits;
  }
}

function range(start: number, end: number): Int32Array {
  return Int32Array.from({ length: end - start }, (_, i) => start + i);
}
