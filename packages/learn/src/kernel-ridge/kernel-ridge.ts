import {
  checkFinite,
  checkNonNegative,
  checkPositive,
  LinAlgError,
  ShapeError,
} from "@gradus/core";
import { choleskySolve, concatenate, eye, lstsq, type Tensor } from "@gradus/tensor";
import { BaseRegressor } from "../base/base-regressor";
import type { FitOptions } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { checkSupervised, type Matrix, type Targets } from "../base/inputs";
import {
  checkKernel,
  type PairwiseKernel,
  pairwiseKernels,
} from "../metrics/pairwise/pairwise-kernels";

/** The options of `KernelRidge`. */
export interface KernelRidgeOptions {
  /** Penalty weight α >= 0; one for all targets, or a list with one each. Default 1. */
  readonly alpha?: number | readonly number[];
  /** The kernel, by its name or as a function of two rows. Default "linear". */
  readonly kernel?: PairwiseKernel;
  /** γ > 0 of the kernels that have one. Default each kernel's own, mostly 1 / nFeatures. */
  readonly gamma?: number | undefined;
  /** The degree of "poly", above 0. Default 3. */
  readonly degree?: number;
  /** What "poly" and "sigmoid" add to the dot product. Default 1. */
  readonly coef0?: number;
}

interface FittedKernelRidge {
  /** The rows of `fit`. */
  readonly rows: Tensor;
  /** A column for each target. */
  readonly dualCoef: Tensor;
  readonly isVector: boolean;
}

/**
 * Ridge regression in the space of a kernel: ŷ(x) = Σᵢ cᵢ k(x, xᵢ) with (K + αI)c = y, which minimizes
 * ‖y − Kc‖² + α cᵀKc. With sample weights, the squares are weighted.
 *
 * There is no intercept: centre the targets, or take a kernel that has one ("poly" with coef0 > 0). O(nSamples³)
 * time and nSamples² memory; where K + αI is not positive definite, by least squares.
 *
 * @see Saunders, Gammerman and Vovk (1998), Ridge regression learning algorithm in dual variables, ICML.
 * @example
 * ```ts
 * const model = new KernelRidge({ kernel: "rbf", gamma: 1, alpha: 0.1 });
 * model.fit([[0], [1], [2]], [0, 1, 0]);
 * model.predict([[1]]).item().toFixed(3); // → 0.883
 * ```
 */
export class KernelRidge extends BaseRegressor<Required<KernelRidgeOptions>, FittedKernelRidge> {
  static override readonly typeName: string = "KernelRidge";
  readonly alpha: number | readonly number[];
  readonly kernel: PairwiseKernel;
  readonly gamma: number | undefined;
  readonly degree: number;
  readonly coef0: number;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    alpha = 1,
    kernel = "linear",
    gamma,
    degree = 3,
    coef0 = 1,
  }: KernelRidgeOptions = {}) {
    super();
    const where = "KernelRidge";
    this.alpha =
      typeof alpha === "object"
        ? alpha.map((value) => checkNonNegative(where, "alpha", value))
        : checkNonNegative(where, "alpha", alpha);
    this.kernel = checkKernel(where, "kernel", kernel);
    this.gamma = gamma === undefined ? undefined : checkPositive(where, "gamma", gamma);
    this.degree = checkPositive(where, "degree", degree);
    this.coef0 = checkFinite(where, "coef0", coef0);
    Object.freeze(this);
  }

  /**
   * Learns c. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y targets, shape (nSamples,) or (nSamples, nTargets)
   * @throws ShapeError if the shapes do not fit together, or there is not an alpha for each target; ValueError for
   *   values that are no finite numbers and for weights that are negative or all 0.
   */
  fit(X: Matrix, y: Targets, { sampleWeight }: FitOptions = {}): this {
    const where = "KernelRidge.fit";
    const read = checkSupervised(where, X, y, sampleWeight);
    const alphas = this.#alphasFor(where, read.Y.shape[1]!);
    const K = this.#kernelOf(read.X);
    // With weights S the equations are (S½ K S½ + αI) S^−½ c = S½ y, which stay symmetric.
    const roots = read.weights?.sqrt().unsqueeze(1);
    const gram = roots ? K.mul(roots).mul(roots.transpose()) : K;
    const targets = roots ? read.Y.mul(roots) : read.Y;
    const solved = solveDual(gram, targets, alphas);
    return this.keep({
      rows: read.X,
      dualCoef: roots ? solved.mul(roots) : solved,
      isVector: read.isVector,
      nFeaturesIn: read.X.shape[1]!,
      featureNamesIn: read.names,
    });
  }

  /** The coefficients c of the rows of `fit`, shape (nSamples,) or (nSamples, nTargets). @throws NotFittedError before `fit`. */
  get dualCoef(): Tensor {
    const { dualCoef, isVector } = this.learned("dualCoef");
    return isVector ? dualCoef.squeeze(1) : dualCoef;
  }

  /**
   * @returns predictions in the units of y, shape (nQueries,) or (nQueries, nTargets)
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for columns other
   *   than those of `fit` and for values that are no finite numbers.
   */
  predict(X: Matrix): Tensor {
    const fitted = this.learned("predict");
    const read = checkFeatures("KernelRidge.predict", X, fitted);
    const predicted = this.#kernelOf(read, fitted.rows).matmul(fitted.dualCoef);
    return fitted.isVector ? predicted.squeeze(1) : predicted;
  }

  #kernelOf(X: Tensor, Y?: Tensor): Tensor {
    const { kernel, gamma, degree, coef0 } = this;
    return pairwiseKernels(X, Y, { metric: kernel, gamma, degree, coef0 });
  }

  #alphasFor(where: string, nTargets: number): readonly number[] {
    const { alpha } = this;
    if (typeof alpha === "number") return [alpha];
    if (alpha.length === nTargets) return alpha;
    throw new ShapeError(
      `${where}: expected an alpha for each of ${nTargets} targets, got ${alpha.length}`,
    );
  }
}

/** Solves (K + αI)·C = Y; with several α, one for each column. */
function solveDual(K: Tensor, Y: Tensor, alphas: readonly number[]): Tensor {
  if (alphas.length === 1) return solveOne(K, Y, alphas[0]!);
  const columns = alphas.map((alpha, t) => solveOne(K, Y.slice(null, [t, t + 1]), alpha));
  return concatenate(columns, 1);
}

function solveOne(K: Tensor, Y: Tensor, alpha: number): Tensor {
  const system = alpha === 0 ? K : K.add(eye(K.shape[0]!, { dtype: "float64" }).mul(alpha));
  try {
    return choleskySolve(system, Y);
  } catch (error) {
    if (error instanceof LinAlgError) return lstsq(system, Y).solution;
    throw error;
  }
}
