import { checkInteger, RandomState, ValueError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import type { Matrix } from "../base/inputs";
import type { Labels } from "../base/labels";
import { anySeed, checkSeed } from "../base/seeds";
import { type Resampled, readRows, type SamplerRows } from "./base-sampler";
import { between, InterpolatingSampler } from "./interpolation";
import { nearestOthers } from "./neighbor-rows";
import {
  checkStrategy,
  rowsOfClass,
  type SamplingStrategy,
  samplingTargets,
} from "./sampling-strategy";

/** The options of `ADASYN`. */
export interface ADASYNOptions {
  /** Which classes get more rows, and how many. Default "auto": all about as many as the largest. */
  readonly samplingStrategy?: SamplingStrategy;
  /** Seed of the draws. Default a new one each time. */
  readonly seed?: number | undefined;
  /** How many neighbours a row is compared with, and among how many it finds its partner. Default 5. */
  readonly nNeighbors?: number;
}

/**
 * Adaptive synthetic sampling: SMOTE that makes more rows near those rows of a class that have more neighbours of other
 * classes, where the class is harder to learn.
 *
 * The number of rows is rounded row by row, so that it is only about what was asked for.
 *
 * @see He, Bai, Garcia and Li (2008), ADASYN, IJCNN, 1322–1328.
 * @roadmap FEA-016
 * @example
 * ```ts
 * const X = [[0], [1], [2], [3], [4], [4.4], [5], [5.2]];
 * const y = ["a", "a", "a", "a", "a", "b", "b", "b"];
 * const sampler = new ADASYN({ nNeighbors: 2, seed: 0 });
 * sampler.fitResample(X, y)[1].join(""); // → aaaaabbbbb
 * ```
 */
export class ADASYN extends InterpolatingSampler<ADASYNOptions> {
  static override readonly typeName: string = "ADASYN";
  readonly samplingStrategy: SamplingStrategy;
  readonly seed: number | undefined;
  readonly nNeighbors: number;

  /** @throws ParameterError for a strategy that is none, a seed that is no integer >= 0, and unless `nNeighbors` is an integer >= 1. */
  constructor({ samplingStrategy = "auto", seed, nNeighbors = 5 }: ADASYNOptions = {}) {
    super();
    this.samplingStrategy = checkStrategy("ADASYN", "over", samplingStrategy);
    this.seed = checkSeed("ADASYN", seed);
    this.nNeighbors = checkInteger("ADASYN", "nNeighbors", nNeighbors, 1);
    Object.freeze(this);
  }

  /**
   * The rows and labels, and after them the new ones.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y labels, shape (nSamples,)
   * @throws as `SMOTE.fitResample`, and ValueError for a class whose rows have no neighbours of other classes, and where no
   *   row would be made.
   */
  fitResample(X: Matrix, y: Labels): Resampled<Tensor> {
    const where = "ADASYN.fitResample";
    const rows = readRows(where, X, y);
    const targets = samplingTargets(where, "over", this.samplingStrategy, rows);
    const random = new RandomState(this.seed ?? anySeed());
    const made = targets.flatMap((more, k) => {
      if (!more) return [];
      const own = rows.X.take(rowsOfClass(rows.codes, k), 0);
      const starts = this.#starts(where, rows, own, { k, more });
      const what = `rows of class ${rows.classes[k]}, one more than nNeighbors`;
      const { indices } = nearestOthers(where, [own, own], this.nNeighbors, what);
      const ends = starts.map(
        (start) => indices[start * this.nNeighbors + random.integer(0, this.nNeighbors)]!,
      );
      const steps = Float64Array.from(starts, () => random.uniform());
      return [{ k, values: between({ from: own, starts, to: own, ends, steps }) }];
    });
    return this.give(rows, made);
  }

  /** Where the new rows of a class begin: each of its rows as often as its share of other neighbours asks for. */
  #starts(
    where: string,
    { X, codes, classes }: SamplerRows,
    own: Tensor,
    { k, more }: { readonly k: number; readonly more: number },
  ): Int32Array {
    const n = this.nNeighbors;
    const { indices } = nearestOthers(where, [X, own], n, "rows, one more than nNeighbors");
    const shares = new Float64Array(own.shape[0]!);
    indices.forEach((row, at) => {
      if (codes[row] !== k) shares[Math.floor(at / n)]! += 1;
    });
    for (let i = 0; i < shares.length; i++) shares[i]! /= n;
    const total = shares.reduce((sum, share) => sum + share, 0);
    if (total === 0) {
      throw new ValueError(
        `${where}: expected rows of class ${classes[k]} with neighbours of other classes, got none; SMOTE needs none`,
      );
    }
    const starts = [...shares].flatMap((share, i) =>
      new Array<number>(roundToEven((share / total) * more)).fill(i),
    );
    if (starts.length > 0) return Int32Array.from(starts);
    throw new ValueError(
      `${where}: expected enough rows to make for class ${classes[k]}, got ${more}, of which each row's part rounds to 0`,
    );
  }
}

/** The nearest integer; of two equally near the even one. */
function roundToEven(value: number): number {
  const low = Math.floor(value);
  if (value - low !== 0.5) return Math.round(value);
  return low % 2 === 0 ? low : low + 1;
}
