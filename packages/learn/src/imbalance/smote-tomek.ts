import { describeValue, ParameterError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { estimatorFromJSON } from "../base/from-json";
import type { Matrix } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import type { Labels } from "../base/labels";
import { checkSeed } from "../base/seeds";
import { BaseSampler, type Resampled, readRows } from "./base-sampler";
import { checkStrategy, type SamplingStrategy } from "./sampling-strategy";
import { SMOTE } from "./smote";
import { TomekLinks } from "./tomek-links";

/** The options of `SMOTETomek`. */
export interface SMOTETomekOptions {
  /** Which classes SMOTE gives more rows, and how many. Default "auto": all as many as the largest. */
  readonly samplingStrategy?: SamplingStrategy;
  /** Seed of SMOTE's draws. Default a new one each time. */
  readonly seed?: number | undefined;
  /** Another SMOTE, with its own strategy and seed. */
  readonly smote?: SMOTE | undefined;
  /** Other Tomek links. Default those of all classes. */
  readonly tomek?: TomekLinks | undefined;
}

/**
 * SMOTE, and then the rows of Tomek links are taken out, of all classes: made-up rows that reach into another class go again.
 *
 * @see Batista, Bazzan and Monard (2003), Balancing training data for automated annotation of keywords, WOB, 10–18.
 * @roadmap FEA-016
 * @example
 * ```ts
 * const X = [[0], [1], [2], [3], [4], [3.4], [6], [7]];
 * const sampler = new SMOTETomek({ smote: new SMOTE({ kNeighbors: 2, seed: 0 }) });
 * // Two rows are made, and two pairs at the border are taken out.
 * sampler.fitResample(X, [..."aaaaabbb"])[1].join(""); // → aaabbb
 * ```
 */
export class SMOTETomek extends BaseSampler<SMOTETomekOptions> {
  static override readonly typeName: string = "SMOTETomek";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly samplingStrategy: SamplingStrategy;
  readonly seed: number | undefined;
  readonly smote: SMOTE | undefined;
  readonly tomek: TomekLinks | undefined;

  /** @throws ParameterError for a strategy that is none, a seed that is no integer >= 0, and other samplers than these. */
  constructor({ samplingStrategy = "auto", seed, smote, tomek }: SMOTETomekOptions = {}) {
    super();
    const where = "SMOTETomek";
    this.samplingStrategy = checkStrategy(where, "over", samplingStrategy);
    this.seed = checkSeed(where, seed);
    for (const [name, value, type] of [
      ["smote", smote, SMOTE],
      ["tomek", tomek, TomekLinks],
    ] as const) {
      if (value === undefined || value instanceof type) continue;
      throw new ParameterError(
        `${where}: ${name} must be a ${type.typeName}, got ${describeValue(value)}`,
      );
    }
    this.smote = smote;
    this.tomek = tomek;
    Object.freeze(this);
  }

  /**
   * The rows that are left and the new ones, and their labels.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y labels, shape (nSamples,)
   * @throws as `SMOTE.fitResample`
   */
  fitResample(X: Matrix, y: Labels): Resampled<Tensor> {
    const { samplingStrategy, seed } = this;
    const smote = this.smote?.clone() ?? new SMOTE({ samplingStrategy, seed });
    const tomek = this.tomek?.clone() ?? new TomekLinks({ samplingStrategy: "all" });
    const { classes, features } = readRows("SMOTETomek.fitResample", X, y);
    const [more, labels] = smote.fitResample(X, y);
    const cleaned = tomek.fitResample(more, labels);
    const of = new Map(tomek.classes.map((label, k) => [label, tomek.classCounts[k]!]));
    this.keep({ classes, counts: classes.map((label) => of.get(label) ?? 0), ...features });
    return cleaned;
  }
}
