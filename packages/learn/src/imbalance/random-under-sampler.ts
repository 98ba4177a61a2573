import { checkBoolean, RandomState } from "@gradus/core";
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

/** The options of `RandomUnderSampler`. */
export interface RandomUnderSamplerOptions {
  /** Which classes lose rows, and how many they keep. Default "auto": all as many as the smallest. */
  readonly samplingStrategy?: SamplingStrategy;
  /** Seed of the draws. Default a new one each time. */
  readonly seed?: number | undefined;
  /** Draw with replacement. Default false. */
  readonly replacement?: boolean;
}

/**
 * Keeps some rows of the larger classes, drawn at random, class after class.
 *
 * What the other rows tell is lost. Rows may be of any kind, and come out as they went in.
 *
 * @roadmap FEA-017
 * @example
 * ```ts
 * const sampler = new RandomUnderSampler({ seed: 0 });
 * const [X, y] = sampler.fitResample([[1], [2], [3], [4]], ["a", "a", "a", "b"]);
 * y.join(""); // → ab
 * X.length; // → 2
 * ```
 */
export class RandomUnderSampler extends RowSampler<RandomUnderSamplerOptions> {
  static override readonly typeName: string = "RandomUnderSampler";
  readonly samplingStrategy: SamplingStrategy;
  readonly seed: number | undefined;
  readonly replacement: boolean;

  /** @throws ParameterError for a strategy that is none, a seed that is no integer >= 0, and a `replacement` that is no boolean. */
  constructor({
    samplingStrategy = "auto",
    seed,
    replacement = false,
  }: RandomUnderSamplerOptions = {}) {
    super();
    const where = "RandomUnderSampler";
    this.samplingStrategy = checkStrategy(where, "under", samplingStrategy);
    this.seed = checkSeed(where, seed);
    this.replacement = checkBoolean(where, "replacement", replacement);
    Object.freeze(this);
  }

  /**
   * The rows and labels with fewer of the larger classes.
   *
   * @param X rows: a tensor, a table, a sparse matrix, or an array
   * @param y labels, shape (nSamples,)
   * @throws ShapeError unless there are as many labels as rows; ValueError for labels that are none, a single class, and
   *   strategies that y does not allow.
   */
  fitResample<Rows extends Splittable>(X: Rows, y: Labels): Resampled<Rows> {
    const where = "RandomUnderSampler.fitResample";
    const labels = countLabels(labelsOfRows(where, X, y));
    const targets = samplingTargets(where, "under", this.samplingStrategy, labels);
    const random = new RandomState(this.seed ?? anySeed());
    const places = targets.flatMap((left, k) => {
      const own = rowsOfClass(labels.codes, k);
      if (left === undefined) return [...own];
      const drawn = this.replacement
        ? Array.from({ length: left }, () => random.integer(0, own.length))
        : [...random.permutation(own.length).subarray(0, left)];
      return drawn.map((i) => own[i]!);
    });
    return this.give(X, labels, Int32Array.from(places));
  }
}
