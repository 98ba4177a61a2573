import {
  checkBoolean,
  checkFinite,
  checkInteger,
  checkNonNegative,
  checkOneOf,
  describeValue,
  ParameterError,
  RandomState,
  warn,
} from "@gradus/core";
import { fromWriter, type Tensor, tensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import type { Regressor } from "../base/estimator";
import { estimatorFromJSON } from "../base/from-json";
import type { Matrix } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import { anySeed, checkSeed } from "../base/seeds";
import { BayesianRidge } from "../linear-model/bayesian-ridge";
import {
  checkMissingValues,
  checkSomeKept,
  type GapOptions,
  type GapPlan,
  gapNames,
  gapPlan,
  readGaps,
  readKnownGaps,
  withIndicators,
} from "./gaps";
import { fillFeature, type ImputationOrder, orderOf, WorkingRows } from "./imputation-rounds";
import { type ImputeStrategy, SimpleImputer } from "./simple-imputer";

/** The options of `IterativeImputer`. */
export interface IterativeImputerOptions extends GapOptions {
  /** What predicts a feature from the others. Default `BayesianRidge`. */
  readonly estimator?: Regressor;
  /** At most so many rounds. Default 10. */
  readonly maxIter?: number;
  /** At rest when no row changes by more than this share of the largest value, its features' changes added up. Default 1e-3. */
  readonly tol?: number;
  /** What fills the gaps before the first round. Default "mean". */
  readonly initialStrategy?: ImputeStrategy;
  /** The number for the initial strategy "constant". Default 0. */
  readonly fillValue?: number;
  /** By how many values are missing ("ascending", "descending"), from the left ("roman"), from the right ("arabic"), or at random. Default "ascending". */
  readonly imputationOrder?: ImputationOrder;
  /** Do not learn features that have no gaps in `fit`; in later rows the initial strategy fills theirs. Default false. */
  readonly skipComplete?: boolean;
  /** No value that is filled in is less. Default −∞. */
  readonly minValue?: number;
  /** No value that is filled in is more. Default ∞. */
  readonly maxValue?: number;
  /** The seed of a random order. Default another one each time. */
  readonly seed?: number | undefined;
}

interface FittedImputer extends GapPlan {
  readonly initial: SimpleImputer;
  /** Which feature each step fills, among those that are kept. */
  readonly sequence: readonly number[];
  /** What each step predicts it with. */
  readonly estimators: readonly Regressor[];
  readonly nIter: number;
}

/**
 * Fills missing values round by round: each feature in turn is predicted from all the others, gaps and
 * all, until nothing changes (chained equations).
 *
 * @see Van Buuren and Groothuis-Oudshoorn (2011), Journal of Statistical Software 45(3), 1–67.
 * @example
 * ```ts
 * const X = [[1, 2], [3, 6], [4, 8], [NaN, 3], [7, NaN]];
 * const filled = new IterativeImputer().fitTransform(X);
 * filled.data()[9]!.toFixed(1); // → 14.0
 * ```
 */
export class IterativeImputer extends BaseTransformer<
  Required<Omit<IterativeImputerOptions, "seed">> & Pick<IterativeImputerOptions, "seed">,
  FittedImputer
> {
  static override readonly typeName: string = "IterativeImputer";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimator: Regressor;
  readonly maxIter: number;
  readonly tol: number;
  readonly initialStrategy: ImputeStrategy;
  readonly fillValue: number;
  readonly imputationOrder: ImputationOrder;
  readonly skipComplete: boolean;
  readonly minValue: number;
  readonly maxValue: number;
  readonly seed: number | undefined;
  readonly missingValues: number;
  readonly addIndicator: boolean;
  readonly keepEmptyFeatures: boolean;

  /** @throws ParameterError for options that cannot be. */
  constructor(options: IterativeImputerOptions = {}) {
    super();
    const where = "IterativeImputer";
    const { estimator = new BayesianRidge(), minValue = -Infinity, maxValue = Infinity } = options;
    if (estimator?.estimatorType !== "regressor") {
      throw new ParameterError(
        `${where}: estimator must be a regressor, got ${describeValue(estimator)}`,
      );
    }
    if (!(minValue < maxValue)) {
      throw new ParameterError(
        `${where}: minValue must be below maxValue, ${maxValue}, got ${minValue}`,
      );
    }
    this.estimator = estimator;
    this.maxIter = checkInteger(where, "maxIter", options.maxIter ?? 10);
    this.tol = checkNonNegative(where, "tol", options.tol ?? 1e-3);
    const strategies = ["mean", "median", "mostFrequent", "constant"] as const;
    const { initialStrategy = "mean", imputationOrder = "ascending" } = options;
    this.initialStrategy = checkOneOf(where, "initialStrategy", initialStrategy, strategies);
    this.fillValue = checkFinite(where, "fillValue", options.fillValue ?? 0);
    const orders = ["ascending", "descending", "roman", "arabic", "random"] as const;
    this.imputationOrder = checkOneOf(where, "imputationOrder", imputationOrder, orders);
    this.skipComplete = checkBoolean(where, "skipComplete", options.skipComplete ?? false);
    this.minValue = minValue;
    this.maxValue = maxValue;
    this.seed = checkSeed(where, options.seed);
    this.missingValues = checkMissingValues(where, options.missingValues ?? Number.NaN);
    this.addIndicator = checkBoolean(where, "addIndicator", options.addIndicator ?? false);
    const { keepEmptyFeatures = false } = options;
    this.keepEmptyFeatures = checkBoolean(where, "keepEmptyFeatures", keepEmptyFeatures);
    Object.freeze(this);
  }

  /**
   * Learns to predict each feature from the others. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for infinite values, for
   *   NaN if another number stands for missing values, and if no feature has a value.
   */
  fit(X: Matrix): this {
    this.fitTransform(X);
    return this;
  }

  /** Learns, and gives the rows without gaps: those of the last round. @throws as `fit`. */
  override fitTransform(X: Matrix): Tensor {
    const where = "IterativeImputer.fit";
    const features = readGaps(where, X, this.missingValues);
    const plan = gapPlan(where, features, this);
    checkSomeKept(where, plan);
    const { initialStrategy: strategy, fillValue } = this;
    const kept = keptColumns(features.X, plan);
    const initial = new SimpleImputer({ strategy, fillValue, keepEmptyFeatures: true }).fit(kept);
    const rows = new WorkingRows(kept, initial.transform(kept));
    const rounds = this.#rounds(rows);
    this.keep({
      ...plan,
      initial,
      ...rounds,
      nFeaturesIn: features.X.shape[1]!,
      featureNamesIn: features.names,
    });
    return withIndicators(features.X, rows.toTensor(), plan);
  }

  /**
   * The features without gaps, and the indicators behind them.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for infinite values.
   */
  transform(X: Matrix): Tensor {
    const where = "IterativeImputer.transform";
    const fitted = this.learned("transform");
    const read = readKnownGaps(where, X, fitted, this.missingValues);
    const kept = keptColumns(read, fitted);
    const rows = new WorkingRows(kept, fitted.initial.transform(kept));
    fitted.sequence.forEach((j, step) => {
      fillFeature(rows, j, fitted.estimators[step]!, this);
    });
    return withIndicators(read, rows.toTensor(), fitted);
  }

  override getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    return gapNames(this.inputNames(inputFeatures), this.learned("getFeatureNamesOut"));
  }

  /** How many rounds there were. @throws NotFittedError before `fit`. */
  get nIter(): number {
    return this.learned("nIter").nIter;
  }

  #rounds(rows: WorkingRows): Pick<FittedImputer, "sequence" | "estimators" | "nIter"> {
    const sequence: number[] = [];
    const estimators: Regressor[] = [];
    if (!rows.hasGaps || rows.nColumns === 1) return { sequence, estimators, nIter: 0 };
    const random = new RandomState(this.seed ?? anySeed());
    const tolerance = this.tol * rows.largest();
    let nIter = 0;
    let change = Number.POSITIVE_INFINITY;
    while (nIter < this.maxIter && !(change < tolerance)) {
      nIter++;
      const before = rows.values.slice();
      for (const j of orderOf(rows, this.imputationOrder, this.skipComplete, random)) {
        const estimator = this.estimator.clone();
        estimator.fit(...rows.training(j));
        fillFeature(rows, j, estimator, this);
        sequence.push(j);
        estimators.push(estimator);
      }
      change = rows.changeFrom(before);
    }
    if (!(change < tolerance) && this.maxIter > 0) {
      warn(
        "convergence",
        `IterativeImputer.fit: expected to converge in ${this.maxIter} rounds; more rounds (maxIter) or a larger tol may help`,
      );
    }
    return { sequence, estimators, nIter };
  }
}

function keptColumns(X: Tensor, { kept }: GapPlan): Tensor {
  const [nRows, nColumns] = X.shape as [number, number];
  if (kept.length === nColumns) return tensor(X);
  const x = X.data();
  return fromWriter([nRows, kept.length], "float64", (out) => {
    for (let at = 0; at < out.length; at++) {
      const row = Math.floor(at / kept.length);
      out[at] = x[row * nColumns + kept[at % kept.length]!]!;
    }
  });
}
