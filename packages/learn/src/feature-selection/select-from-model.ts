import { checkInteger, checkPositive, describeValue, ParameterError } from "@gradus/core";
import { type SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import type { FitOptions } from "../base/estimator";
import { estimatorFromJSON } from "../base/from-json";
import type { Targets } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import type { Labels } from "../base/labels";
import { type AnyMatrix, checkAnyMatrix } from "../base/sparse-inputs";
import type { Predictor } from "../metrics/scorer";
import { BaseSelector, type FittedSupport } from "./base-selector";
import { checkImportanceGetter, type ImportanceGetter, importancesOf } from "./importances";
import { checkPredictor } from "./model-selector";
import { mean } from "./scores";

/** What an importance must reach: a number, or a multiple of the mean or the median, such as "mean" or "1.25*median". */
export type ImportanceThreshold = number | "mean" | "median" | `${number}*${"mean" | "median"}`;

/** The options of `SelectFromModel`. */
export interface SelectFromModelOptions<E extends Predictor = Predictor> {
  /** What is fitted to learn how important the features are: it has `coef` or `featureImportances`. */
  readonly estimator: E;
  /** The least importance that is kept. Default 1e-5 for models whose L1 penalty sets coefficients to 0, else "mean". */
  readonly threshold?: ImportanceThreshold | undefined;
  /** The order of the norm by which the coefficients of several classes become one importance. Default 1. */
  readonly normOrder?: number;
  /** The most features to keep, the most important ones; `threshold: -Infinity` chooses by this alone. Default all. */
  readonly maxFeatures?: number | undefined;
  /** Where the importances are. Default "auto". */
  readonly importanceGetter?: ImportanceGetter;
}

interface FittedFromModel extends FittedSupport {
  readonly fittedEstimator: Predictor;
  readonly importances: Float64Array;
  readonly least: number;
}

/**
 * Keeps the features that a fitted model finds important: whose coefficients are large, or whose importances.
 *
 * Coefficients depend on the units of the features, so standardize them first. A model with an L1 penalty chooses by itself.
 *
 * @roadmap FEA-005
 * @see Guyon and Elisseeff (2003), An introduction to variable and feature selection, JMLR 3, 1157–1182.
 * @example
 * ```ts
 * const X = [[1, 4, 1], [2, 1, 0], [3, 3, 1], [4, 2, 0], [5, 5, 1]];
 * const selector = new SelectFromModel({ estimator: new Lasso({ alpha: 0.3 }) });
 * selector.fit(X, [10, 20, 30, 40, 50]).getSupport(); // → [true, false, false]
 * ```
 */
export class SelectFromModel<E extends Predictor = Predictor> extends BaseSelector<
  SelectFromModelOptions<E>,
  FittedFromModel
> {
  static override readonly typeName: string = "SelectFromModel";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimator: E;
  readonly threshold: ImportanceThreshold | undefined;
  readonly normOrder: number;
  readonly maxFeatures: number | undefined;
  readonly importanceGetter: ImportanceGetter;

  /**
   * @throws ParameterError for what is no estimator, a threshold that is none, a `normOrder` that is not above 0, and a
   *   `maxFeatures` that is no integer >= 0.
   */
  constructor({
    estimator,
    threshold,
    normOrder = 1,
    maxFeatures,
    importanceGetter = "auto",
  }: SelectFromModelOptions<E>) {
    super();
    const where = "SelectFromModel";
    this.estimator = checkPredictor(where, estimator);
    this.threshold = checkThreshold(where, threshold);
    this.normOrder =
      normOrder === Infinity ? normOrder : checkPositive(where, "normOrder", normOrder);
    this.maxFeatures =
      maxFeatures === undefined ? undefined : checkInteger(where, "maxFeatures", maxFeatures);
    this.importanceGetter = checkImportanceGetter(where, importanceGetter);
    Object.freeze(this);
  }

  /**
   * Fits a copy of the estimator and chooses by its importances. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures), dense or sparse
   * @param y labels or targets
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers; ParameterError if
   *   the estimator has no importances, or for `maxFeatures` above the number of features; and what the estimator throws.
   */
  fit(X: AnyMatrix, y?: Targets | Labels, options: FitOptions = {}): this {
    const where = "SelectFromModel.fit";
    const { X: read, names } = checkAnyMatrix(where, X);
    const nFeaturesIn = read.shape[1]!;
    if (this.maxFeatures !== undefined && this.maxFeatures > nFeaturesIn) {
      throw new ParameterError(
        `${where}: maxFeatures must be at most the number of features, ${nFeaturesIn}, got ${this.maxFeatures}`,
      );
    }
    const estimator = this.estimator.clone() as E;
    const fittedEstimator = (estimator as FitsAny).fit(read, y, options) as unknown as E;
    const getter = [this.importanceGetter, this.normOrder] as const;
    const importances = importancesOf(where, fittedEstimator, getter, nFeaturesIn);
    const least = leastImportance(this.threshold ?? defaultThreshold(this.estimator), importances);
    const support = chosen(importances, least, this.maxFeatures);
    const fitted = { support, fittedEstimator, importances, least };
    return this.keep({ ...fitted, nFeaturesIn, featureNamesIn: names });
  }

  /** The estimator, fitted on all features. @throws NotFittedError before `fit`. */
  get fittedEstimator(): E {
    return this.learned("fittedEstimator").fittedEstimator as E;
  }

  /** The importance of each feature, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get importances(): Tensor {
    return tensor(this.learned("importances").importances);
  }

  /** The least importance that was kept, as a number. @throws NotFittedError before `fit`. */
  get leastImportance(): number {
    return this.learned("leastImportance").least;
  }
}

interface FitsAny {
  fit(X: Tensor | SparseTensor, y: unknown, options: FitOptions): unknown;
}

const MULTIPLE = /^([\d.eE+-]+)\s*\*\s*(mean|median)$/;

function checkThreshold(where: string, value: ImportanceThreshold | undefined) {
  if (value === undefined || value === "mean" || value === "median") return value;
  if (typeof value === "number" && !Number.isNaN(value)) return value;
  if (typeof value === "string" && Number.isFinite(Number(MULTIPLE.exec(value)?.[1]))) return value;
  throw new ParameterError(
    `${where}: threshold must be a number, "mean", "median" or a multiple such as "1.25*mean", got ${describeValue(value)}`,
  );
}

/** Models whose L1 penalty sets coefficients to 0. */
function defaultThreshold(estimator: Predictor): ImportanceThreshold {
  const { typeName = "" } = estimator.constructor as { typeName?: string };
  const { penalty, l1Ratio } = estimator as { penalty?: unknown; l1Ratio?: unknown };
  const isSparse = typeName.includes("Lasso") || penalty === "l1" || l1Ratio === 1;
  return isSparse ? 1e-5 : "mean";
}

function leastImportance(threshold: ImportanceThreshold, importances: Float64Array): number {
  if (typeof threshold === "number") return threshold;
  const [, factor = "1", reference = threshold] = MULTIPLE.exec(threshold) ?? [];
  return Number(factor) * (reference === "mean" ? mean(importances) : median(importances));
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** 1 for importances that reach the least one, of the highest so many; of equal ones the first. */
function chosen(importances: Float64Array, least: number, most = importances.length): Uint8Array {
  const order = [...importances.keys()].sort((a, b) => importances[b]! - importances[a]! || a - b);
  const support = new Uint8Array(importances.length);
  for (const j of order.slice(0, most)) support[j] = importances[j]! >= least ? 1 : 0;
  return support;
}
