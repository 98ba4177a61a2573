import { warn } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import type { FitOptions } from "../base/estimator";
import type { Targets } from "../base/inputs";
import type { Labels } from "../base/labels";
import { type AnyMatrix, checkAnyMatrix } from "../base/sparse-inputs";
import type { Predictor } from "../metrics/scorer";
import { checkCount, checkStep, countOf, eliminate } from "./elimination";
import { checkImportanceGetter, type ImportanceGetter } from "./importances";
import { type FittedModelSelection, ModelSelector } from "./model-selector";

/** The options of `RFE`. */
export interface RFEOptions<E extends Predictor = Predictor> {
  /** What is fitted again and again: it has `coef` or `featureImportances`. */
  readonly estimator: E;
  /** How many features to keep, or below 1, which share. Default half of them. */
  readonly nFeaturesToSelect?: number | undefined;
  /** How many features to take out at a time, or below 1, which share of all of them. Default 1. */
  readonly step?: number;
  /** Where the importances are. Default "auto". */
  readonly importanceGetter?: ImportanceGetter;
}

interface FittedRFE extends FittedModelSelection {
  readonly ranking: Int32Array;
}

/**
 * Recursive feature elimination: fits the estimator, takes out the feature with the smallest importance (for coefficients
 * the smallest Σ w²), and fits again, until so many are left.
 *
 * A feature that looks useless beside another one gets its chance when that is gone, but it is never taken back. Coefficients
 * depend on the units of the features, so standardize them first.
 *
 * @see Guyon, Weston, Barnhill and Vapnik (2002), Machine Learning 46, 389–422.
 * @roadmap FEA-007
 * @example
 * ```ts
 * const X = [[1, 4, 1], [2, 1, 0], [3, 3, 1], [4, 2, 0], [5, 5, 1]];
 * const selector = new RFE({ estimator: new LinearRegression(), nFeaturesToSelect: 1 });
 * selector.fit(X, [12, 21, 34, 41, 54]);
 * selector.getSupport(); // → [true, false, false]
 * selector.ranking.toArray(); // → [1, 3, 2]
 * ```
 */
export class RFE<E extends Predictor = Predictor> extends ModelSelector<
  E,
  RFEOptions<E>,
  FittedRFE
> {
  static override readonly typeName: string = "RFE";
  readonly nFeaturesToSelect: number | undefined;
  readonly step: number;
  readonly importanceGetter: ImportanceGetter;

  /** @throws ParameterError for what is no estimator, and unless numbers of features are integers >= 1 or shares. */
  constructor({
    estimator,
    nFeaturesToSelect,
    step = 1,
    importanceGetter = "auto",
  }: RFEOptions<E>) {
    super("RFE", estimator);
    this.nFeaturesToSelect = checkCount("RFE", "nFeaturesToSelect", nFeaturesToSelect);
    this.step = checkStep("RFE", step);
    this.importanceGetter = checkImportanceGetter("RFE", importanceGetter);
    Object.freeze(this);
  }

  /**
   * Eliminates features. A second call forgets the first. Warns if there are fewer features than are to be kept.
   *
   * @param X features, shape (nSamples, nFeatures), dense or sparse
   * @param y labels or targets
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers; ParameterError if
   *   the estimator has no importances; and what the estimator throws.
   */
  fit(X: AnyMatrix, y?: Targets | Labels, fitOptions: FitOptions = {}): this {
    const where = "RFE.fit";
    const { X: read, names } = checkAnyMatrix(where, X);
    const nFeaturesIn = read.shape[1]!;
    const nFeatures = countOf(this.nFeaturesToSelect, nFeaturesIn);
    if (nFeatures > nFeaturesIn) {
      warn(
        "data",
        `${where}: expected at least ${nFeatures} features (nFeaturesToSelect), got ${nFeaturesIn}, which are all kept`,
      );
    }
    const { step, importanceGetter } = this;
    const options = { nFeatures, step, importanceGetter, fitOptions };
    const found = eliminate(where, this.estimator, [read, y!], options);
    const { support, ranking, estimator: fittedEstimator } = found;
    return this.keep({ support, ranking, fittedEstimator, nFeaturesIn, featureNamesIn: names });
  }

  /** 1 for the features that are kept, and more, the sooner a feature was taken out. @throws NotFittedError before `fit`. */
  get ranking(): Tensor {
    return tensor(this.learned("ranking").ranking);
  }
}
