import { RandomState } from "@gradus/core";
import type { Labels } from "../base/labels";
import { anySeed, checkSeed } from "../base/seeds";
import type { Splittable } from "../model-selection/rows";
import type { Resampled } from "./base-sampler";
import { labelsOfRows, RowSampler } from "./row-sampler";
import {
  checkStrategy,
  countLabels,
  rowsOfClass,
  type SamplingStrategy,
  samplingTargets,
} from "./sampling-strategy";

/** The options of `RandomOverSampler`. */
export interface RandomOverSamplerOptions {
  /** Which classes get more rows, and how many. Default "auto": all as many as the largest. */
  readonly samplingStrategy?: SamplingStrategy;
  /** Seed of the draws. Default a new one each time. */
  readonly seed?: number | undefined;
}

/**
 * Adds rows of the smaller classes again, drawn with replacement, after all rows that there are.
 *
 * Nothing new is learned of a class, but a model weighs it more. Rows may be of any kind, and come out as they went in.
 *
 * @example
 * ```ts
 * const sampler = new RandomOverSampler({ seed: 0 });
 * const [X, y] = sampler.fitResample([[1], [2], [3], [4]], ["a", "a", "a", "b"]);
 * y.join(""); // → aaabbb
 * X; // → [[1], [2], [3], [4], [4], [4]]
 * ```
 */
export class RandomOverSampler extends RowSampler<RandomOverSamplerOptions> {
  static override readonly typeName: string = "RandomOverSampler";
  readonly samplingStrategy: SamplingStrategy;
  readonly seed: number | undefined;

  /** @throws ParameterError for a strategy that is none, or a seed that is no integer >= 0. */
  constructor({ samplingStrategy = "auto", seed }: RandomOverSamplerOptions = {}) {
    super();
    this.samplingStrategy = checkStrategy("RandomOverSampler", "over", samplingStrategy);
    this.seed = checkSeed("RandomOverSampler", seed);
    Object.freeze(this);
  }

  /**
   * The rows and labels with more of the smaller classes.
   *
   * @param X rows: a tensor, a table, a sparse matrix, or an array
   * @param y labels, shape (nSamples,)
   * @throws ShapeError unless there are as many labels as rows; ValueError for labels that are none, a single class, and
   *   strategies that y does not allow.
   */
  fitResample<Rows extends Splittable>(X: Rows, y: Labels): Resampled<Rows> {
    const where = "RandomOverSampler.fitResample";
    const labels = countLabels(labelsOfRows(where, X, y));
    const targets = samplingTargets(where, "over", this.samplingStrategy, labels);
    const random = new RandomState(this.seed ?? anySeed());
    const places = [...labels.codes.keys()];
    targets.forEach((more, k) => {
      if (more === undefined) return;
      const own = rowsOfClass(labels.codes, k);
      for (let i = 0; i < more; i++) places.push(own[random.integer(0, own.length)]!);
    });
    return this.give(X, labels, Int32Array.from(places));
  }
}
