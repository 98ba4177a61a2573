import { checkInteger, type RandomState } from "@gradus/core";
import type { Labels } from "../base/labels";
import { checkSeed } from "../base/seeds";
import {
  type CrossValidator,
  codesOfRows,
  countRows,
  type Fold,
  type FoldRows,
  randomOf,
} from "./cross-validator";
import { shuffled, splitSizes, stratified } from "./split-indices";

/** The options of splits that are drawn. */
export interface ShuffleSplitOptions {
  /** How many splits. Default 10; of `GroupShuffleSplit` 5. */
  readonly nSplits?: number;
  /** A share above 0 and below 1, or a number of rows. Default 0.1; of `GroupShuffleSplit` 0.2. */
  readonly testSize?: number | undefined;
  /** A share above 0 and below 1, or a number of rows. Default what `testSize` leaves. */
  readonly trainSize?: number | undefined;
  /** The same seed gives the same splits, in scikit-learn too. Default others each time. */
  readonly seed?: number | undefined;
}

abstract class DrawnSplits implements CrossValidator {
  readonly nSplits: number;
  readonly testSize: number | undefined;
  readonly trainSize: number | undefined;
  readonly seed: number | undefined;

  constructor(
    where: string,
    { nSplits, testSize, trainSize, seed }: ShuffleSplitOptions,
    otherwise: { readonly nSplits: number; readonly testSize: number },
  ) {
    this.nSplits = checkInteger(where, "nSplits", nSplits ?? otherwise.nSplits, 1);
    this.testSize = testSize ?? (trainSize === undefined ? otherwise.testSize : undefined);
    this.trainSize = trainSize;
    this.seed = checkSeed(where, seed);
    Object.freeze(this);
  }

  abstract split(X: FoldRows, y?: Labels, groups?: Labels): Generator<Fold>;

  /** How many splits there are. */
  getNSplits(): number {
    return this.nSplits;
  }

  /** One draw after another, of n things. @throws as `splitSizes`. */
  protected *draw(
    where: string,
    n: number,
    one: (sizes: ReturnType<typeof splitSizes>, random: RandomState) => Fold,
  ): Generator<Fold> {
    const sizes = splitSizes(where, n, this.testSize, this.trainSize);
    const random = randomOf(this.seed);
    for (let k = 0; k < this.nSplits; k++) yield one(sizes, random);
  }
}

/**
 * Splits that are drawn anew each time: a row may be tested in several of them, or in none.
 *
 * @example
 * ```ts
 * const [first] = new ShuffleSplit({ testSize: 0.25, seed: 0 }).split(4);
 * [...first!.test]; // → [2]
 * ```
 */
export class ShuffleSplit extends DrawnSplits {
  /** @throws ParameterError for no splits, or a seed that cannot be. */
  constructor(options: ShuffleSplitOptions = {}) {
    super("ShuffleSplit", options, { nSplits: 10, testSize: 0.1 });
  }

  /** The splits. @throws ParameterError for sizes that do not fit. */
  *split(X: FoldRows): Generator<Fold> {
    const n = countRows("ShuffleSplit.split", X);
    yield* this.draw("ShuffleSplit.split", n, (sizes, random) => shuffled(n, sizes, random));
  }
}

/**
 * Drawn splits in which every class has its share of both parts.
 *
 * @example
 * ```ts
 * const y = ["a", "a", "b", "b"];
 * const [first] = new StratifiedShuffleSplit({ testSize: 0.5, seed: 0 }).split(4, y);
 * Array.from(first!.test, (i) => y[i]).sort(); // → ["a", "b"]
 * ```
 */
export class StratifiedShuffleSplit extends DrawnSplits {
  /** @throws ParameterError for no splits, or a seed that cannot be. */
  constructor(options: ShuffleSplitOptions = {}) {
    super("StratifiedShuffleSplit", options, { nSplits: 10, testSize: 0.1 });
  }

  /** The splits. @throws ParameterError for sizes that do not fit or no y; ValueError for a class with one row. */
  *split(X: FoldRows, y?: Labels): Generator<Fold> {
    const where = "StratifiedShuffleSplit.split";
    const n = countRows(where, X);
    const { codes } = codesOfRows(where, "y", y, n);
    yield* this.draw(where, n, (sizes, random) => stratified(where, codes, sizes, random));
  }
}

/**
 * Drawn splits in which all rows of a group are trained on or tested together; the sizes count groups.
 *
 * @example
 * ```ts
 * const groups = ["ann", "ann", "bob", "cy"];
 * const [first] = new GroupShuffleSplit({ testSize: 1, seed: 0 }).split(4, undefined, groups);
 * [...first!.test]; // → [3]
 * ```
 */
export class GroupShuffleSplit extends DrawnSplits {
  /** @throws ParameterError for no splits, or a seed that cannot be. */
  constructor(options: ShuffleSplitOptions = {}) {
    super("GroupShuffleSplit", options, { nSplits: 5, testSize: 0.2 });
  }

  /** The splits. @throws ParameterError for sizes that do not fit or no groups. */
  *split(X: FoldRows, _y?: Labels, groups?: Labels): Generator<Fold> {
    const where = "GroupShuffleSplit.split";
    const { codes, count } = codesOfRows(where, "groups", groups, countRows(where, X));
    const rows = Int32Array.from(codes.keys());
    const rowsIn = (chosen: Int32Array) => rows.filter((row) => chosen.includes(codes[row]!));
    yield* this.draw(where, count, (sizes, random) => {
      const { train, test } = shuffled(count, sizes, random);
      return { train: rowsIn(train), test: rowsIn(test) };
    });
  }
}
