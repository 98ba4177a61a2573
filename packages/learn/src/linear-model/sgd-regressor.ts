import {
  checkOneOf,
  type GraphFeatures,
  type GraphOutputs,
  RandomState,
  ShapeError,
  warn,
} from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { BaseRegressor } from "../base/base-regressor";
import type { FitOptions } from "../base/estimator";
import { linearInGraph } from "../base/graph";
import { checkTargetsOfRows, checkWeights, type Targets } from "../base/inputs";
import { anySeed } from "../base/seeds";
import { type AnyMatrix, anyTimes, checkAnyFeatures, checkAnyMatrix } from "../base/sparse-inputs";
import { descendStochastically, modelOf, type SGDState, startOfSGD } from "./sgd-descent";
import { REGRESSION_LOSSES, type RegressionLoss, sgdLoss } from "./sgd-loss";
import { type CheckedSGD, checkSGD, type SGDOptions } from "./sgd-options";
import { rowsOfMatrix } from "./sgd-rows";

/** The options of `SGDRegressor`. Its schedule is by default "invscaling" with powerT 0.25. */
export interface SGDRegressorOptions extends SGDOptions {
  /** What is minimized. Default "squaredError". */
  readonly loss?: RegressionLoss;
}

interface FittedSGD extends SGDState {
  readonly nIter: number;
}

/**
 * A linear regression by stochastic gradient descent: minimizes the mean loss plus alpha times the penalty, a step a row.
 * Standardize the features first. For tables that fit in memory, `Ridge` and `Lasso` are exact; this one learns from
 * pieces (`partialFit`), also of sparse features.
 *
 * With a seed it takes the same steps as scikit-learn's. It has no early stopping by rows put aside.
 *
 * @see Bottou (2012), Stochastic Gradient Descent Tricks.
 * @example
 * ```ts
 * const X = [[-1], [0], [1], [2]];
 * const model = new SGDRegressor({ seed: 0, alpha: 0, eta0: 0.1, tol: null, maxIter: 500 });
 * model.fit(X, [-1, 1, 3, 5]).predict([[3]]).item().toFixed(2); // → 7.00
 * ```
 */
export class SGDRegressor extends BaseRegressor<
  CheckedSGD & { readonly loss: RegressionLoss },
  FittedSGD
> {
  static override readonly typeName: string = "SGDRegressor";
  readonly loss: RegressionLoss;
  readonly penalty: CheckedSGD["penalty"];
  readonly alpha: number;
  readonly l1Ratio: number;
  readonly fitIntercept: boolean;
  readonly maxIter: number;
  readonly tol: number | null;
  readonly nIterNoChange: number;
  readonly shuffle: boolean;
  readonly epsilon: number;
  readonly seed: number | undefined;
  readonly learningRate: CheckedSGD["learningRate"];
  readonly eta0: number;
  readonly powerT: number;
  readonly average: boolean | number;

  /** @throws ParameterError for options that cannot be. */
  constructor({ loss = "squaredError", ...options }: SGDRegressorOptions = {}) {
    super();
    const where = "SGDRegressor";
    this.loss = checkOneOf(where, "loss", loss, REGRESSION_LOSSES);
    const checked = checkSGD(where, { learningRate: "invscaling", powerT: 0.25, ...options });
    this.penalty = checked.penalty;
    this.alpha = checked.alpha;
    this.l1Ratio = checked.l1Ratio;
    this.fitIntercept = checked.fitIntercept;
    this.maxIter = checked.maxIter;
    this.tol = checked.tol;
    this.nIterNoChange = checked.nIterNoChange;
    this.shuffle = checked.shuffle;
    this.epsilon = checked.epsilon;
    this.seed = checked.seed;
    this.learningRate = checked.learningRate;
    this.eta0 = checked.eta0;
    this.powerT = checked.powerT;
    this.average = checked.average;
    Object.freeze(this);
  }

  /**
   * Learns w and b. A second call forgets the first. Warns if `maxIter` walks do not suffice.
   *
   * @param X features, shape (nSamples, nFeatures), dense or sparse
   * @param y targets, shape (nSamples,)
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers and for
   *   weights that are negative or all 0.
   */
  fit(X: AnyMatrix, y: Targets, options: FitOptions = {}): this {
    return this.#walk("fit", { X, y, options }, this);
  }

  /**
   * Learns from one walk through some rows, going on from where the last call ended.
   *
   * @throws as `fit`, and ShapeError and ValueError for other features than those of the first call.
   */
  partialFit(X: AnyMatrix, y: Targets, options: FitOptions = {}): this {
    return this.#walk("partialFit", { X, y, options }, { maxIter: 1, tol: null });
  }

  /** The predictions X·w + b, shape (nSamples,). @throws as `Ridge.predict`. */
  predict(X: AnyMatrix): Tensor {
    const fitted = this.learned("predict");
    const read = checkAnyFeatures(`${this.typeName}.predict`, X, fitted);
    const { weights, intercept } = modelOf(fitted, this);
    return anyTimes(read, tensor(weights)).add(intercept);
  }

  override toGraph(X: GraphFeatures): GraphOutputs {
    return { prediction: linearInGraph(X, this.coef, this.intercept) };
  }

  /** The weights w, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get coef(): Tensor {
    return tensor(modelOf(this.learned("coef"), this).weights);
  }

  /** The intercept b. @throws NotFittedError before `fit`. */
  get intercept(): number {
    return modelOf(this.learned("intercept"), this).intercept;
  }

  /** How many walks through all rows the last call took. @throws NotFittedError before `fit`. */
  get nIter(): number {
    return this.learned("nIter").nIter;
  }

  #walk(
    method: "fit" | "partialFit",
    { X, y, options }: { X: AnyMatrix; y: Targets; options: FitOptions },
    limits: { readonly maxIter: number; readonly tol: number | null },
  ): this {
    const where = `${this.typeName}.${method}`;
    const goesOn = method === "partialFit" && this.isFitted;
    const before = goesOn ? this.learned(method) : undefined;
    const { X: read, names } = this.#features(where, X, before);
    const { targets, weights } = rowsOfTargets(where, read.shape[0]!, y, options);
    const loss = sgdLoss(this.loss, this.epsilon);
    const start = before ?? startOfSGD(read.shape[1]!);
    const seed = new RandomState(this.seed ?? anySeed()).integer(0, 2 ** 31 - 1);
    const data = { rows: rowsOfMatrix(read), targets, weights, loss };
    const { converged, ...found } = descendStochastically(data, this, start, { ...limits, seed });
    if (!converged) warnOfWalks(where, limits.maxIter);
    return this.keep({ ...found, nFeaturesIn: read.shape[1]!, featureNamesIn: names });
  }

  #features(where: string, X: AnyMatrix, before: ReturnType<SGDRegressor["learned"]> | undefined) {
    if (before === undefined) return checkAnyMatrix(where, X);
    return { X: checkAnyFeatures(where, X, before), names: before.featureNamesIn };
  }
}

/** Warns that stochastic gradient descent did not come to rest. */
export function warnOfWalks(where: string, maxIter: number): void {
  warn(
    "convergence",
    `${where}: expected to converge in ${maxIter} walks through the rows; standardized features or more walks (maxIter) may help`,
  );
}

function rowsOfTargets(where: string, n: number, y: Targets, { sampleWeight }: FitOptions) {
  const { Y } = checkTargetsOfRows(where, n, y);
  if (Y.shape[1] !== 1) throw new ShapeError(`${where}: expected one target, got ${Y.shape[1]}`);
  const weights = checkWeights(where, sampleWeight, n)?.data() as Float64Array | undefined;
  return { targets: Y.data() as Float64Array, weights };
}
