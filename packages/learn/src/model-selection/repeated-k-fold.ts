import { checkInteger } from "@gradus/core";
import type { Labels } from "../base/labels";
import { checkSeed } from "../base/seeds";
import {
  type CrossValidator,
  checkEnoughRows,
  countRows,
  type Fold,
  type FoldRows,
  randomOf,
} from "./cross-validator";
import { kFolds } from "./k-fold";
import { stratifiedFolds } from "./stratified-k-fold";

/** The options of folds that are drawn several times. */
export interface RepeatedFoldOptions {
  /** How many folds, at least 2. Default 5. */
  readonly nSplits?: number;
  /** How many times they are drawn. Default 10. */
  readonly nRepeats?: number;
  /** The same seed gives the same folds, in scikit-learn too. Default others each time. */
  readonly seed?: number | undefined;
}

abstract class RepeatedFolds implements CrossValidator {
  readonly nSplits: number;
  readonly nRepeats: number;
  readonly seed: number | undefined;

  constructor(where: string, { nSplits = 5, nRepeats = 10, seed }: RepeatedFoldOptions) {
    this.nSplits = checkInteger(where, "nSplits", nSplits, 2);
    this.nRepeats = checkInteger(where, "nRepeats", nRepeats, 1);
    this.seed = checkSeed(where, seed);
    Object.freeze(this);
  }

  abstract split(X: FoldRows, y?: Labels): Generator<Fold>;

  /** How many folds there are in all. */
  getNSplits(): number {
    return this.nSplits * this.nRepeats;
  }
}

/**
 * `KFold`, drawn several times: the mean over the repeats depends less on the draw.
 *
 * @example
 * ```ts
 * new RepeatedKFold({ nSplits: 2, nRepeats: 3, seed: 0 }).getNSplits(); // → 6
 * ```
 */
export class RepeatedKFold extends RepeatedFolds {
  /** @throws ParameterError for fewer than 2 folds or no repeats. */
  constructor(options: RepeatedFoldOptions = {}) {
    super("RepeatedKFold", options);
  }

  /** The folds. @throws as `KFold`. */
  *split(X: FoldRows): Generator<Fold> {
    const n = countRows("RepeatedKFold.split", X);
    checkEnoughRows("RepeatedKFold.split", { n, nSplits: this.nSplits });
    const random = randomOf(this.seed);
    for (let repeat = 0; repeat < this.nRepeats; repeat++) yield* kFolds(n, this.nSplits, random);
  }
}

/**
 * `StratifiedKFold`, drawn several times.
 *
 * @example
 * ```ts
 * const y = [0, 0, 1, 1];
 * [...new RepeatedStratifiedKFold({ nSplits: 2, nRepeats: 2 }).split(4, y)].length; // → 4
 * ```
 */
export class RepeatedStratifiedKFold extends RepeatedFolds {
  /** @throws ParameterError for fewer than 2 folds or no repeats. */
  constructor(options: RepeatedFoldOptions = {}) {
    super("RepeatedStratifiedKFold", options);
  }

  /** The folds. @throws as `StratifiedKFold`. */
  *split(X: FoldRows, y?: Labels): Generator<Fold> {
    const where = "RepeatedStratifiedKFold.split";
    const n = countRows(where, X);
    const size = { n, nSplits: this.nSplits };
    checkEnoughRows(where, size);
    const random = randomOf(this.seed);
    for (let repeat = 0; repeat < this.nRepeats; repeat++) {
      yield* stratifiedFolds(where, y, size, random);
    }
  }
}
