import {
  checkBoolean,
  checkInteger,
  checkNonNegative,
  checkPositive,
  ShapeError,
  warn,
} from "@gradus/core";
import { eigh, type Tensor, tensor } from "@gradus/tensor";
import type { FitOptions } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { checkSupervised, type Matrix, type Targets } from "../base/inputs";
import { type FittedSingleLinear, SingleLinearRegressor } from "./single-linear-regressor";

/** The options of `BayesianRidge`. */
export interface BayesianRidgeOptions {
  /** At most so many rounds. Default 300. */
  readonly maxIter?: number;
  /** At rest when the coefficients change by less than this in all. Default 1e-3. */
  readonly tol?: number;
  /** Shape of the Gamma prior of the noise's precision α. Default 1e-6. */
  readonly alpha1?: number;
  /** Rate of that prior. Default 1e-6. */
  readonly alpha2?: number;
  /** Shape of the Gamma prior of the coefficients' precision λ. Default 1e-6. */
  readonly lambda1?: number;
  /** Rate of that prior. Default 1e-6. */
  readonly lambda2?: number;
  /** Where α starts. Default 1 over the variance of y. */
  readonly alphaInit?: number | undefined;
  /** Where λ starts. Default 1. */
  readonly lambdaInit?: number | undefined;
  /** Also learn an intercept. Default true. */
  readonly fitIntercept?: boolean;
}

interface Learned extends FittedSingleLinear {
  readonly alpha: number;
  readonly lambda: number;
  readonly sigma: Tensor;
  readonly offset: Tensor;
  readonly nIter: number;
}

/** The centred problem in the directions of the features' covariance. */
interface Problem {
  readonly X: Tensor;
  readonly y: Tensor;
  /** The sum of the weights, or the number of rows. */
  readonly size: number;
  readonly values: Float64Array;
  readonly vectors: Tensor;
  /** Vᵀ·Xᵀy. */
  readonly projected: Float64Array;
}

/**
 * Ridge regression that finds its penalty by itself: y is normal around Xw + b with precision α, w normal
 * around 0 with precision λ, and α and λ are those under which the data are most likely.
 *
 * The penalty is λ/α. One eigenvalue decomposition of XᵀX, O(nSamples · nFeatures² + nFeatures³), then
 * O(nSamples · nFeatures) a round.
 *
 * @see MacKay (1992), Neural Computation 4(3), 415–447.
 * @see Tipping (2001), Journal of Machine Learning Research 1, 211–244.
 * @example
 * ```ts
 * const model = new BayesianRidge().fit([[0], [1], [2], [3]], [0.1, 0.9, 2.1, 2.9]);
 * model.predict([[4]]).item().toFixed(2); // → 3.89
 * ```
 */
export class BayesianRidge extends SingleLinearRegressor<BayesianRidgeOptions, Learned> {
  static override readonly typeName: string = "BayesianRidge";
  readonly maxIter: number;
  readonly tol: number;
  readonly alpha1: number;
  readonly alpha2: number;
  readonly lambda1: number;
  readonly lambda2: number;
  readonly alphaInit: number | undefined;
  readonly lambdaInit: number | undefined;
  readonly fitIntercept: boolean;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    maxIter = 300,
    tol = 1e-3,
    alpha1 = 1e-6,
    alpha2 = 1e-6,
    lambda1 = 1e-6,
    lambda2 = 1e-6,
    alphaInit,
    lambdaInit,
    fitIntercept = true,
  }: BayesianRidgeOptions = {}) {
    super();
    const where = "BayesianRidge";
    this.maxIter = checkInteger(where, "maxIter", maxIter, 1);
    this.tol = checkPositive(where, "tol", tol);
    this.alpha1 = checkNonNegative(where, "alpha1", alpha1);
    this.alpha2 = checkNonNegative(where, "alpha2", alpha2);
    this.lambda1 = checkNonNegative(where, "lambda1", lambda1);
    this.lambda2 = checkNonNegative(where, "lambda2", lambda2);
    if (alphaInit !== undefined) checkNonNegative(where, "alphaInit", alphaInit);
    if (lambdaInit !== undefined) checkNonNegative(where, "lambdaInit", lambdaInit);
    this.alphaInit = alphaInit;
    this.lambdaInit = lambdaInit;
    this.fitIntercept = checkBoolean(where, "fitIntercept", fitIntercept);
    Object.freeze(this);
  }

  /**
   * Learns w, b, α and λ. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y targets, shape (nSamples,)
   * @throws ShapeError if the shapes do not fit together or there are several targets; ValueError for
   *   values that are no finite numbers and for weights that are negative or all 0.
   */
  fit(X: Matrix, y: Targets, { sampleWeight }: FitOptions = {}): this {
    const where = "BayesianRidge.fit";
    const read = checkSupervised(where, X, y, sampleWeight);
    if (read.Y.shape[1] !== 1) {
      throw new ShapeError(`${where}: expected one target, got ${read.Y.shape[1]}`);
    }
    const [nSamples, nFeaturesIn] = read.X.shape as [number, number];
    const targets = read.Y.reshape([nSamples]);
    const shares = read.weights ? read.weights.div(read.weights.sum()) : undefined;
    const mean = (values: Tensor) => (shares ? shares.matmul(values) : values.mean(0));
    const offset = this.fitIntercept ? mean(read.X) : tensor(new Float64Array(nFeaturesIn));
    const yMean = this.fitIntercept ? mean(targets).item() : 0;
    const Xc = read.X.sub(offset);
    const yc = targets.sub(yMean);
    const roots = read.weights?.sqrt();
    const problem = decomposed(
      roots ? Xc.mul(roots.unsqueeze(1)) : Xc,
      roots ? yc.mul(roots) : yc,
      read.weights ? read.weights.sum().item() : nSamples,
    );
    const found = this.#iterate(problem, this.#startOf(problem));
    const intercept = yMean - offset.matmul(found.coef).item();
    return this.keep({
      ...found,
      intercept,
      offset,
      nFeaturesIn,
      featureNamesIn: read.names,
    });
  }

  /** The standard deviations of the predictions, of the noise and of w, shape (nSamples,). @throws as `predict`. */
  predictStd(X: Matrix): Tensor {
    const fitted = this.learned("predictStd");
    const read = checkFeatures("BayesianRidge.predictStd", X, fitted).sub(fitted.offset);
    const spread = read.matmul(fitted.sigma).mul(read).sum(1);
    return spread.add(1 / fitted.alpha).sqrt();
  }

  /** The precision of the noise. @throws NotFittedError before `fit`. */
  get alpha(): number {
    return this.learned("alpha").alpha;
  }

  /** The precision of the coefficients. @throws NotFittedError before `fit`. */
  get lambda(): number {
    return this.learned("lambda").lambda;
  }

  /** The covariance of the coefficients, shape (nFeatures, nFeatures). @throws NotFittedError before `fit`. */
  get sigma(): Tensor {
    return this.learned("sigma").sigma;
  }

  /** How many rounds it took. @throws NotFittedError before `fit`. */
  get nIter(): number {
    return this.learned("nIter").nIter;
  }

  #startOf({ y, size }: Problem): { alpha: number; lambda: number } {
    const mean = this.fitIntercept ? 0 : y.sum().item() / size;
    const variance = y.square().sum().item() / size - mean ** 2;
    return {
      alpha: this.alphaInit ?? 1 / (variance + Number.EPSILON),
      lambda: this.lambdaInit ?? 1,
    };
  }

  #iterate(problem: Problem, start: { alpha: number; lambda: number }) {
    const { X, y, size, values } = problem;
    let { alpha, lambda } = start;
    let last: Float64Array | undefined;
    let isAtRest = false;
    let nIter = 0;
    while (nIter < this.maxIter && !isAtRest) {
      nIter++;
      const coef = coefOf(problem, lambda / alpha);
      const error = y.sub(X.matmul(coef)).square().sum().item();
      // How many of the directions the data determine.
      const gamma = values.reduce((sum, v) => sum + (alpha * v) / (lambda + alpha * v), 0);
      const w = coef.data() as Float64Array;
      const size2 = w.reduce((sum, value) => sum + value * value, 0);
      lambda = (gamma + 2 * this.lambda1) / (size2 + 2 * this.lambda2);
      alpha = (size - gamma + 2 * this.alpha1) / (error + 2 * this.alpha2);
      const before = last;
      isAtRest =
        before !== undefined &&
        w.reduce((sum, value, j) => sum + Math.abs(value - before[j]!), 0) < this.tol;
      last = w;
    }
    if (!isAtRest && this.maxIter > 1) {
      warn(
        "convergence",
        `BayesianRidge.fit: expected to converge in ${this.maxIter} rounds; more rounds (maxIter) or a larger tol may help`,
      );
    }
    const coef = coefOf(problem, lambda / alpha);
    return { coef, sigma: covarianceOf(problem, alpha, lambda), alpha, lambda, nIter };
  }
}

function decomposed(X: Tensor, y: Tensor, size: number): Problem {
  const Xt = X.transpose();
  const { values, vectors } = eigh(Xt.matmul(X));
  const projected = vectors.transpose().matmul(Xt.matmul(y)).data() as Float64Array;
  const positive = (values.data() as Float64Array).map((value) => Math.max(0, value));
  return { X, y, size, values: positive, vectors, projected };
}

/** (XᵀX + penalty·1)⁻¹ Xᵀy. */
function coefOf({ values, vectors, projected }: Problem, penalty: number): Tensor {
  return vectors.matmul(tensor(projected.map((p, k) => p / (values[k]! + penalty || 1))));
}

/** (α·XᵀX + λ·1)⁻¹. */
function covarianceOf({ values, vectors }: Problem, alpha: number, lambda: number): Tensor {
  const inverse = tensor(values.map((value) => 1 / (alpha * value + lambda)));
  return vectors.mul(inverse).matmul(vectors.transpose());
}
