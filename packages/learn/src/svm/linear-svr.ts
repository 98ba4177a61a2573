import {
  checkBoolean,
  checkInteger,
  checkNonNegative,
  checkOneOf,
  checkPositive,
  ShapeError,
  warn,
} from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import type { FitOptions } from "../base/estimator";
import { checkTargetsOfRows, checkWeights, type Targets } from "../base/inputs";
import { anySeed, checkSeed } from "../base/seeds";
import { type AnyMatrix, anyTimes, checkAnyFeatures, checkAnyMatrix } from "../base/sparse-inputs";
import {
  type FittedSingleLinear,
  SingleLinearRegressor,
} from "../linear-model/single-linear-regressor";
import { r2Score } from "../metrics/r2-score";
import { descendDual, targetDual } from "./dual-coordinates";
import { BiasedDesign, type LinearSolution } from "./linear-design";
import { squaredTube } from "./linear-loss";
import { minimizeRidge } from "./linear-newton";
import { weightsAndIntercepts } from "./linear-svc";

/** The options of `LinearSVR`. */
export interface LinearSVROptions {
  /** Errors up to this size are free, ε >= 0, in the units of y. Default 0. */
  readonly epsilon?: number;
  /** What errors beyond ε cost: their size, or its square. Default "epsilonInsensitive". */
  readonly loss?: "epsilonInsensitive" | "squaredEpsilonInsensitive";
  /** The price of errors, C > 0. Default 1. */
  readonly C?: number;
  /** Stop where the conditions of an optimum are broken by this share of how much they are at w = 0. Default 1e-4. */
  readonly tol?: number;
  /** Also learn an intercept, as the weight of a constant feature: it is penalized as the others. Default true. */
  readonly fitIntercept?: boolean;
  /** The constant feature's value: the larger, the less its weight is penalized. Default 1. */
  readonly interceptScaling?: number;
  /** The same seed takes the rows in the same order, where there is one. Default another one each time. */
  readonly seed?: number | undefined;
  /** The most rounds; a warning says so when they do not suffice. Default 1000. */
  readonly maxIter?: number;
}

type Params = Required<Omit<LinearSVROptions, "seed">> & { readonly seed: number | undefined };

interface FittedLinearSVR extends FittedSingleLinear {
  readonly nIter: number;
}

/**
 * Linear support vector regression for many rows: minimizes ½‖w‖² + C Σᵢ max(0, |yᵢ − w·xᵢ − b| − ε), or the squares of
 * these errors.
 *
 * Standardize the features first, and choose C and ε in the units of y. X may be a `SparseTensor`. The method follows
 * from the options, so there is no option `dual`: Newton's method for squared errors with more rows than features,
 * otherwise coordinate descent in the dual.
 *
 * @see Ho and Lin (2012), Journal of Machine Learning Research 13, 3323–3348.
 * @roadmap SUP-012
 * @example
 * ```ts
 * const X = [[0], [1], [2], [3]];
 * const model = new LinearSVR({ C: 100, interceptScaling: 10, seed: 0 }).fit(X, [1, 3, 5, 7]);
 * model.predict([[4]]).item().toFixed(1); // → 9.0
 * ```
 */
export class LinearSVR extends SingleLinearRegressor<Params, FittedLinearSVR> {
  static override readonly typeName: string = "LinearSVR";
  readonly epsilon: number;
  readonly loss: "epsilonInsensitive" | "squaredEpsilonInsensitive";
  readonly C: number;
  readonly tol: number;
  readonly fitIntercept: boolean;
  readonly interceptScaling: number;
  readonly seed: number | undefined;
  readonly maxIter: number;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    epsilon = 0,
    loss = "epsilonInsensitive",
    C = 1,
    tol = 1e-4,
    fitIntercept = true,
    interceptScaling = 1,
    seed,
    maxIter = 1000,
  }: LinearSVROptions = {}) {
    super();
    const losses = ["epsilonInsensitive", "squaredEpsilonInsensitive"] as const;
    this.epsilon = checkNonNegative("LinearSVR", "epsilon", epsilon);
    this.loss = checkOneOf("LinearSVR", "loss", loss, losses);
    this.C = checkPositive("LinearSVR", "C", C);
    this.tol = checkPositive("LinearSVR", "tol", tol);
    this.fitIntercept = checkBoolean("LinearSVR", "fitIntercept", fitIntercept);
    this.interceptScaling = checkPositive("LinearSVR", "interceptScaling", interceptScaling);
    this.seed = checkSeed("LinearSVR", seed);
    this.maxIter = checkInteger("LinearSVR", "maxIter", maxIter, 1);
    Object.freeze(this);
  }

  /**
   * Learns w and b. A second call forgets the first. Warns if `maxIter` rounds do not suffice.
   *
   * @param X features, shape (nSamples, nFeatures), dense or sparse
   * @param y targets, shape (nSamples,)
   * @throws ShapeError if the shapes do not fit together or there are several targets; ValueError for values that are no
   *   finite numbers, and for weights that are negative or all 0.
   */
  fit(X: AnyMatrix, y: Targets, { sampleWeight }: FitOptions = {}): this {
    const where = "LinearSVR.fit";
    const { X: read, names } = checkAnyMatrix(where, X);
    const nRows = read.shape[0]!;
    const { Y } = checkTargetsOfRows(where, nRows, y);
    if (Y.shape[1] !== 1) throw new ShapeError(`${where}: expected one target, got ${Y.shape[1]}`);
    const own = checkWeights(where, sampleWeight, nRows)?.data();
    const upper = new Float64Array(nRows).map((_, i) => this.C * (own?.[i] ?? 1));
    const design = new BiasedDesign(read, this.fitIntercept ? this.interceptScaling : 0);
    const found = this.#solve(design, Y.data() as Float64Array, upper);
    if (!found.converged) {
      warn(
        "convergence",
        `${where}: expected to come to rest in ${this.maxIter} rounds; scaled features or more rounds (maxIter) may help`,
      );
    }
    const { coef, intercept } = weightsAndIntercepts([found], design);
    return this.keep({
      coef: coef.reshape([design.nFeatures]),
      intercept: intercept.item(),
      nIter: found.nIter,
      nFeaturesIn: design.nFeatures,
      featureNamesIn: names,
    });
  }

  /** How many rounds it took. @throws NotFittedError before `fit`. */
  get nIter(): number {
    return this.learned("nIter").nIter;
  }

  /**
   * The predictions X·w + b, in the units of y, shape (nSamples,).
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for values that are no finite numbers.
   */
  override predict(X: AnyMatrix): Tensor {
    const fitted = this.learned("predict");
    const read = checkAnyFeatures("LinearSVR.predict", X, fitted);
    const column = fitted.coef.reshape([fitted.nFeaturesIn, 1]);
    return anyTimes(read, column).reshape([read.shape[0]!]).add(fitted.intercept);
  }

  /** The R² of the predictions for X. @throws as `predict`, and ShapeError if y does not fit X. */
  override score(X: AnyMatrix, y: Targets, options: FitOptions = {}): number {
    return r2Score(y, this.predict(X), options);
  }

  #solve(design: BiasedDesign, y: Float64Array, upper: Float64Array): LinearSolution {
    const { epsilon, tol, maxIter } = this;
    const isSquared = this.loss === "squaredEpsilonInsensitive";
    if (isSquared && design.suitsGram) {
      return minimizeRidge(design, squaredTube(y, upper, epsilon), this);
    }
    const dual = targetDual(y, upper, { epsilon, isSquared });
    return descendDual(design, dual, { tol, maxIter, seed: this.seed ?? anySeed() });
  }
}
