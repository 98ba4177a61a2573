import { checkInteger, RandomState } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import type { Matrix } from "../base/inputs";
import type { Labels } from "../base/labels";
import { anySeed, checkSeed } from "../base/seeds";
import { type Resampled, readRows } from "./base-sampler";
import { between, InterpolatingSampler } from "./interpolation";
import { type NeighborRows, nearestOthers } from "./neighbor-rows";
import {
  checkStrategy,
  rowsOfClass,
  type SamplingStrategy,
  samplingTargets,
} from "./sampling-strategy";

/** The options of `SMOTE`. */
export interface SMOTEOptions {
  /** Which classes get more rows, and how many. Default "auto": all as many as the largest. */
  readonly samplingStrategy?: SamplingStrategy;
  /** Seed of the draws. Default a new one each time. */
  readonly seed?: number | undefined;
  /** Among how many neighbours of its own class a row finds its partner. Default 5. */
  readonly kNeighbors?: number;
}

/**
 * The synthetic minority over-sampling technique: makes up rows of the smaller classes. A new row lies at a random place
 * between a row of the class and one of its k nearest neighbours in the class: x + u·(x′ − x) with u uniform on [0, 1).
 *
 * Distances depend on the units of the features, so standardize them first; and put it into a `Pipeline`, where only training
 * rows are resampled.
 *
 * @see Chawla, Bowyer, Hall and Kegelmeyer (2002), JAIR 16, 321–357.
 * @roadmap FEA-016
 * @example
 * ```ts
 * const X = [[0], [1], [2], [3], [8], [9]];
 * const sampler = new SMOTE({ kNeighbors: 1, seed: 0 });
 * const [more, y] = sampler.fitResample(X, ["a", "a", "a", "a", "b", "b"]);
 * y.join(""); // → aaaabbbb
 * more.shape; // → [8, 1]
 * ```
 */
export class SMOTE extends InterpolatingSampler<SMOTEOptions> {
  static override readonly typeName: string = "SMOTE";
  readonly samplingStrategy: SamplingStrategy;
  readonly seed: number | undefined;
  readonly kNeighbors: number;

  /** @throws ParameterError for a strategy that is none, a seed that is no integer >= 0, and unless `kNeighbors` is an integer >= 1. */
  constructor({ samplingStrategy = "auto", seed, kNeighbors = 5 }: SMOTEOptions = {}) {
    super();
    this.samplingStrategy = checkStrategy("SMOTE", "over", samplingStrategy);
    this.seed = checkSeed("SMOTE", seed);
    this.kNeighbors = checkInteger("SMOTE", "kNeighbors", kNeighbors, 1);
    Object.freeze(this);
  }

  /**
   * The rows and labels, and after them the new ones.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y labels, shape (nSamples,)
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, labels that are
   *   none, a single class, strategies that y does not allow, and a class of no more rows than `kNeighbors`.
   */
  fitResample(X: Matrix, y: Labels): Resampled<Tensor> {
    const where = "SMOTE.fitResample";
    const rows = readRows(where, X, y);
    const targets = samplingTargets(where, "over", this.samplingStrategy, rows);
    const seed = this.seed ?? anySeed();
    const made = targets.flatMap((more, k) => {
      if (!more) return [];
      const own = rows.X.take(rowsOfClass(rows.codes, k), 0);
      const what = `rows of class ${rows.classes[k]}, one more than kNeighbors`;
      const neighbors = nearestOthers(where, [own, own], this.kNeighbors, what);
      const drawn = drawPairs(new RandomState(seed), neighbors, more);
      return [{ k, values: between({ from: own, to: own, ...drawn }) }];
    });
    return this.give(rows, made);
  }
}

/** Draws rows, their partners among their neighbours, and steps between them. */
export function drawPairs(random: RandomState, { k, indices }: NeighborRows, count: number) {
  const drawn = Int32Array.from({ length: count }, () => random.integer(0, indices.length));
  const steps = Float64Array.from({ length: count }, () => random.uniform());
  return {
    starts: drawn.map((place) => Math.floor(place / k)),
    ends: drawn.map((place) => indices[place]!),
    steps,
  };
}
