import {
  checkBoolean,
  checkInteger,
  checkNonNegative,
  checkPositive,
  ParameterError,
  ShapeError,
  warn,
} from "@gradus/core";
import { minimize } from "@gradus/stats";
import { cholesky, concatenate, eye, ones, scoped, type Tensor, tensor } from "@gradus/tensor";
import type { FitOptions } from "../base/estimator";
import { checkSupervised, type Matrix, type Supervised, type Targets } from "../base/inputs";
import { type FittedSingleLinear, SingleLinearRegressor } from "./single-linear-regressor";
import { solveLower, solveUpper } from "./triangular";

/** The options of `HuberRegressor`. */
export interface HuberRegressorOptions {
  /** From how many scales on a residual counts linearly, at least 1. Default 1.35. */
  readonly epsilon?: number;
  /** The most iterations. Default 100. */
  readonly maxIter?: number;
  /** Strength of the squared L2 penalty, at least 0. Default 1e-4. */
  readonly alpha?: number;
  /** Also learn an intercept, which is not penalized. Default true. */
  readonly fitIntercept?: boolean;
  /** Stop when no component of the slope, of the mean loss, is larger. Default 1e-5. */
  readonly tol?: number;
}

interface FittedHuber extends FittedSingleLinear {
  readonly scale: number;
  readonly outliers: Uint8Array;
  readonly nIter: number;
}

/** A smaller scale than this is rounding. */
const SMALLEST_SCALE = 10 * Number.EPSILON;

/**
 * A linear regression that outliers do not pull far: minimizes Σ sᵢ·(σ + σ·H((yᵢ − xᵢw − b)/σ)) + alpha·‖w‖² over w, b
 * and the scale σ, with Huber's H(z) = z² up to epsilon and 2·epsilon·|z| − epsilon² beyond. So it does not depend on
 * the units of y.
 *
 * @see Huber and Ronchetti (2009), Robust Statistics, section 7.7.
 * @example
 * ```ts
 * const X = [[0], [1], [2], [3], [4]];
 * const model = new HuberRegressor({ alpha: 0 }).fit(X, [0.1, 0.9, 2.1, 2.9, 40]);
 * model.coef.item() < 1.2; // → true
 * ```
 */
export class HuberRegressor extends SingleLinearRegressor<
  Required<HuberRegressorOptions>,
  FittedHuber
> {
  static override readonly typeName: string = "HuberRegressor";
  readonly epsilon: number;
  readonly maxIter: number;
  readonly alpha: number;
  readonly fitIntercept: boolean;
  readonly tol: number;

  /** @throws ParameterError if `epsilon` is below 1, or another option cannot be. */
  constructor({
    epsilon = 1.35,
    maxIter = 100,
    alpha = 1e-4,
    fitIntercept = true,
    tol = 1e-5,
  }: HuberRegressorOptions = {}) {
    super();
    const where = "HuberRegressor";
    this.epsilon = checkPositive(where, "epsilon", epsilon);
    if (epsilon < 1) {
      throw new ParameterError(`${where}: epsilon must be at least 1, got ${epsilon}`);
    }
    this.maxIter = checkInteger(where, "maxIter", maxIter, 1);
    this.alpha = checkNonNegative(where, "alpha", alpha);
    this.fitIntercept = checkBoolean(where, "fitIntercept", fitIntercept);
    this.tol = checkPositive(where, "tol", tol);
    Object.freeze(this);
  }

  /**
   * Learns w, b and σ. A second call forgets the first. Warns if `maxIter` iterations do not suffice.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y targets, shape (nSamples,)
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers and for
   *   weights that are negative or all 0.
   */
  fit(X: Matrix, y: Targets, { sampleWeight }: FitOptions = {}): this {
    const learn = () => {
      const where = "HuberRegressor.fit";
      const rows = checkSupervised(where, X, y, sampleWeight);
      if (rows.Y.shape[1] !== 1) {
        throw new ShapeError(`${where}: expected one target, got ${rows.Y.shape[1]}`);
      }
      const problem = new HuberProblem(rows, this);
      const found = minimize((v) => problem.value(v), tensor(problem.start()), {
        method: "l-bfgs",
        tolerance: this.tol,
        maxIterations: this.maxIter,
        jac: () => tensor(problem.slopes),
      });
      if (found.status === "max-iterations") {
        warn(
          "convergence",
          `${where}: expected to converge in ${this.maxIter} iterations; more (maxIter) may help`,
        );
      }
      const { theta, scale } = problem.parameters(found.x);
      const p = rows.X.shape[1]!;
      return {
        coef: tensor(theta.slice(0, p)),
        intercept: this.fitIntercept ? theta[p]! : 0,
        scale,
        outliers: Uint8Array.from(problem.residuals(theta), (residual) =>
          Math.abs(residual) > scale * this.epsilon ? 1 : 0,
        ),
        nIter: found.nit,
        nFeaturesIn: p,
        featureNamesIn: rows.names,
      };
    };
    return this.keep(scoped(learn));
  }

  /** The scale σ of the residuals. @throws NotFittedError before `fit`. */
  get scale(): number {
    return this.learned("scale").scale;
  }

  /** Whether each row of `fit` is further than epsilon · σ from its prediction. @throws NotFittedError before `fit`. */
  get outliers(): boolean[] {
    return Array.from(this.learned("outliers").outliers, (flag) => flag === 1);
  }

  /** The iterations that the last `fit` took. @throws NotFittedError before `fit`. */
  get nIter(): number {
    return this.learned("nIter").nIter;
  }
}

/**
 * The objective, over the sum of the weights, in variables v and log(σ/size): θ = L⁻ᵀv for LLᵀ the Gram matrix of the
 * columns, times the size of y. In them it is round, and the units do not matter.
 */
class HuberProblem {
  /** The gradient where `value` was asked for last. */
  slopes: Float64Array = new Float64Array(0);
  readonly #design: Tensor;
  readonly #y: Float64Array;
  readonly #weights: Float64Array;
  readonly #total: number;
  readonly #factor: Float64Array;
  readonly #size: number;
  readonly #nPenalized: number;

  constructor(
    { X, Y, weights }: Supervised,
    readonly options: {
      readonly epsilon: number;
      readonly alpha: number;
      readonly fitIntercept: boolean;
    },
  ) {
    const [n, p] = X.shape as [number, number];
    this.#design = options.fitIntercept
      ? concatenate([X, ones([n, 1], { dtype: "float64" })], 1)
      : X;
    this.#nPenalized = p;
    this.#y = Y.data() as Float64Array;
    this.#weights = (weights?.data() as Float64Array) ?? new Float64Array(n).fill(1);
    this.#total = this.#weights.reduce((sum, weight) => sum + weight, 0);
    const center = Y.mean();
    this.#size = Y.sub(center).abs().mean().item() || Math.abs(center.item()) || 1;
    const width = this.#design.shape[1]!;
    const column = tensor(this.#weights).reshape([n, 1]);
    const gram = this.#design.transpose().matmul(this.#design.mul(column)).div(this.#total);
    const diagonal = gram.mul(eye(width)).sum(0);
    const jitter = diagonal.mul(1e-10).add(1e-300 + options.alpha / this.#total);
    this.#factor = cholesky(gram.add(eye(width).mul(jitter))).data() as Float64Array;
  }

  start(): Float64Array {
    return new Float64Array(this.#design.shape[1]! + 1);
  }

  parameters(v: Tensor): { readonly theta: Float64Array; readonly scale: number } {
    const values = v.data() as Float64Array;
    const theta = values.slice(0, -1).map((value) => value * this.#size);
    solveUpper(this.#factor, theta, theta.length);
    return { theta, scale: Math.max(SMALLEST_SCALE, this.#size * Math.exp(values.at(-1)!)) };
  }

  residuals(theta: Float64Array): Float64Array {
    const fitted = this.#design.matmul(tensor(theta)).data() as Float64Array;
    return fitted.map((value, i) => this.#y[i]! - value);
  }

  /** The objective over the sum of the weights and the size of y. */
  value(v: Tensor): number {
    const { epsilon, alpha } = this.options;
    const { theta, scale } = this.parameters(v);
    const residuals = this.residuals(theta);
    let sum = this.#total * scale;
    let ofScale = this.#total;
    residuals.forEach((residual, i) => {
      const s = this.#weights[i]!;
      const size = Math.abs(residual);
      const isOut = size > epsilon * scale;
      sum += s * (isOut ? 2 * epsilon * size - scale * epsilon ** 2 : residual ** 2 / scale);
      ofScale -= s * (isOut ? epsilon ** 2 : (residual / scale) ** 2);
      residuals[i] = -2 * s * (isOut ? epsilon * Math.sign(residual) : residual / scale);
    });
    const slopes = this.#design.transpose().matmul(tensor(residuals)).data() as Float64Array;
    for (let j = 0; j < this.#nPenalized; j++) {
      sum += alpha * theta[j]! ** 2;
      slopes[j]! += 2 * alpha * theta[j]!;
    }
    solveLower(this.#factor, slopes, slopes.length);
    const gradient = new Float64Array(slopes.length + 1);
    gradient.set(slopes.map((slope) => slope / this.#total));
    gradient[slopes.length] = (ofScale * scale) / (this.#total * this.#size);
    this.slopes = gradient;
    return sum / (this.#total * this.#size);
  }
}
