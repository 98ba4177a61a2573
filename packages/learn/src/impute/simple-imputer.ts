import {
  checkBoolean,
  checkFinite,
  checkOneOf,
  type GraphBuilder,
  type GraphFeatures,
  type GraphOutputs,
} from "@gradus/core";
import { scoped, type Tensor, tensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import type { Matrix } from "../base/inputs";
import {
  type PresentSums,
  presentColumns,
  presentSums,
  quantilesOf,
} from "../preprocessing/column-statistics";
import {
  checkMissingValues,
  type GapOptions,
  type GapPlan,
  gapCounts,
  gapNames,
  gapPlan,
  readGaps,
  readKnownGaps,
  withIndicators,
  withoutGaps,
} from "./gaps";

/** What fills the gaps of a feature. */
export type ImputeStrategy = "mean" | "median" | "mostFrequent" | "constant";

/** The options of `SimpleImputer`. */
export interface SimpleImputerOptions extends GapOptions {
  /** What fills the gaps: a statistic of the feature in `fit`, or `fillValue`. Default "mean". */
  readonly strategy?: ImputeStrategy;
  /** The number for "constant". Default 0. */
  readonly fillValue?: number;
}

interface FittedImputer extends GapPlan {
  readonly statistics: Float64Array;
}

/**
 * Fills missing values with one number a feature: its mean, its median, its most frequent value (of
 * equally frequent ones the smallest) or a constant.
 *
 * It makes features vary less and go together less than they do; `KNNImputer` and `IterativeImputer`
 * look at the other features. For text there is `CategoryImputer`.
 *
 * @see Little and Rubin (2019), Statistical Analysis with Missing Data, 3rd ed., chapter 4.
 * @example
 * ```ts
 * const imputer = new SimpleImputer().fit([[1, 2], [NaN, 4], [7, 9]]);
 * imputer.transform([[NaN, NaN]]).toArray(); // → [[4, 5]]
 * ```
 */
export class SimpleImputer extends BaseTransformer<Required<SimpleImputerOptions>, FittedImputer> {
  static override readonly typeName: string = "SimpleImputer";
  readonly strategy: ImputeStrategy;
  readonly fillValue: number;
  readonly missingValues: number;
  readonly addIndicator: boolean;
  readonly keepEmptyFeatures: boolean;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    strategy = "mean",
    fillValue = 0,
    missingValues = Number.NaN,
    addIndicator = false,
    keepEmptyFeatures = false,
  }: SimpleImputerOptions = {}) {
    super();
    const where = "SimpleImputer";
    const known = ["mean", "median", "mostFrequent", "constant"] as const;
    this.strategy = checkOneOf(where, "strategy", strategy, known);
    this.fillValue = checkFinite(where, "fillValue", fillValue);
    this.missingValues = checkMissingValues(where, missingValues);
    this.addIndicator = checkBoolean(where, "addIndicator", addIndicator);
    this.keepEmptyFeatures = checkBoolean(where, "keepEmptyFeatures", keepEmptyFeatures);
    Object.freeze(this);
  }

  /**
   * Learns what fills each feature's gaps. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for infinite values, and
   *   for NaN if another number stands for missing values.
   */
  fit(X: Matrix): this {
    const where = "SimpleImputer.fit";
    return scoped(() => {
      const features = readGaps(where, X, this.missingValues, true);
      const nFeaturesIn = features.X.shape[1]!;
      const present = presentSums(features.X);
      const plan = gapPlan(where, features, this, gapCounts(features.X, present));
      const statistics = this.#statistics(features.X, present);
      return this.keep({ ...plan, statistics, nFeaturesIn, featureNamesIn: features.names });
    });
  }

  /**
   * The features without gaps, and the indicators behind them.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for infinite values.
   */
  transform(X: Matrix): Tensor {
    const fitted = this.learned("transform");
    const { kept, statistics } = fitted;
    const fills = Float64Array.from(kept, (j) => statistics[j]!);
    return scoped(() => {
      const read = readKnownGaps("SimpleImputer.transform", X, fitted, this.missingValues, true);
      return withIndicators(read, withoutGaps(read, kept, fills), fitted);
    });
  }

  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const { kept, indicated, statistics } = this.learned("toGraph");
    const x = X.matrix();
    const { missingValues } = this;
    const isGap = Number.isNaN(missingValues) ? x.isNaN() : x.equal(missingValues);
    const fills = tensor(statistics.map((value) => (Number.isNaN(value) ? 0 : value)));
    const filled = graph.where(isGap, fills, x).columns(kept);
    const indicators = indicated.length > 0 ? [isGap.toNumber().columns(indicated)] : [];
    return { transformed: graph.besides([filled, ...indicators]) };
  }

  override getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    return gapNames(this.inputNames(inputFeatures), this.learned("getFeatureNamesOut"));
  }

  /** What fills each feature's gaps, shape (nFeatures,); NaN for a feature that is left out. @throws NotFittedError before `fit`. */
  get statistics(): Tensor {
    return tensor(this.learned("statistics").statistics);
  }

  #statistics(X: Tensor, { counts, sums }: PresentSums): Float64Array {
    const { strategy, fillValue, keepEmptyFeatures } = this;
    const ofNothing = !keepEmptyFeatures ? Number.NaN : strategy === "constant" ? fillValue : 0;
    if (strategy === "mean") {
      return counts.map((count, j) => (count === 0 ? ofNothing : sums[j]! / count));
    }
    return Float64Array.from(presentColumns(X), (present) => {
      if (present.length === 0) return ofNothing;
      if (strategy === "constant") return fillValue;
      return strategy === "median" ? quantilesOf(present, [0.5])[0]! : mostFrequent(present.sort());
    });
  }
}

/** The value that comes most often; of several the smallest. */
function mostFrequent(sorted: Float64Array): number {
  let best = Number.NaN;
  let most = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    if (to - from > most) [most, best] = [to - from, sorted[from]!];
    from = to;
  }
  return best;
}
