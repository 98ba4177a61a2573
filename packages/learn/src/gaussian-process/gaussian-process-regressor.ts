import {
  checkBoolean,
  checkInteger,
  checkNonNegative,
  LinAlgError,
  RandomGenerator,
  ShapeError,
  warn,
} from "@gradus/core";
import {
  cholesky,
  diag,
  eigh,
  eye,
  randn,
  type Tensor,
  tensor,
  triangularSolve,
} from "@gradus/tensor";
import { BaseRegressor } from "../base/base-regressor";
import { checkFeatures } from "../base/features";
import { checkSupervised, type Matrix, type Targets } from "../base/inputs";
import {
  type CheckedLearning,
  checkLearning,
  type GaussianProcessOptions,
  learnKernel,
} from "./hyperparameters";
import { ConstantKernel } from "./kernels/constant-kernel";
import { kernelFromJSON } from "./kernels/from-json";
import type { Kernel, KernelJSON } from "./kernels/kernel";
import { RBF } from "./kernels/rbf";
import type { ValueAndGradient } from "./minimize-in-box";

/** The options of `GaussianProcessRegressor`. */
export interface GaussianProcessRegressorOptions extends GaussianProcessOptions {
  /** The covariance; its free hyperparameters are learned. Default ConstantKernel · RBF. */
  readonly kernel?: Kernel | undefined;
  /** Added to the diagonal of the kernel's matrix: the variance of the noise, >= 0, one number or one a row. Default 1e-10. */
  readonly alpha?: number | readonly number[];
  /** Take out the targets' mean and divide them by their standard deviation. Default false. */
  readonly normalizeY?: boolean;
}

interface FittedProcess {
  readonly kernel: KernelJSON;
  readonly rows: Tensor;
  /** The targets as they were learned, shape (nSamples, nTargets). */
  readonly targets: Tensor;
  /** The lower triangular L with K + αI = LLᵀ. */
  readonly L: Tensor;
  /** (K + αI)⁻¹y, a column for each target. */
  readonly dual: Tensor;
  readonly yMean: readonly number[];
  readonly yStd: readonly number[];
  readonly isVector: boolean;
  readonly logLikelihood: number;
}

/** What the regressor keeps of its options. */
type Params = CheckedLearning & {
  readonly alpha: number | readonly number[];
  readonly normalizeY: boolean;
};

/**
 * Gaussian-process regression: the targets are a draw from a normal distribution with mean 0 and covariance
 * k(x, x′) + α. Predicts the mean of that distribution given the rows of `fit`, with its standard deviation.
 *
 * The kernel's hyperparameters are those that make the targets likeliest (their marginal likelihood has several
 * maxima; `nRestartsOptimizer` looks for better ones). Scale the targets, or set `normalizeY`: the mean far from all
 * rows is 0. O(nSamples³) time and nSamples² memory. Rows count all the same; noise of each row's own goes into
 * `alpha`.
 *
 * @see Rasmussen and Williams (2006), Gaussian Processes for Machine Learning, algorithm 2.1 and equation 5.9.
 * @example
 * ```ts
 * const kernel = new RBF({ lengthScale: 1, lengthScaleBounds: "fixed" });
 * const model = new GaussianProcessRegressor({ kernel }).fit([[0], [1], [3]], [0, 1, 0]);
 * model.predict([[1], [2]]).data().map((y) => Math.round(1000 * y) / 1000); // → Float64Array [1, 0.726]
 * model.predictStd([[2], [50]]).data().map((s) => Math.round(1000 * s) / 1000); // → Float64Array [0.54, 1]
 * ```
 */
export class GaussianProcessRegressor extends BaseRegressor<Params, FittedProcess> {
  static override readonly typeName: string = "GaussianProcessRegressor";
  readonly kernel: Kernel | undefined;
  readonly alpha: number | readonly number[];
  readonly optimizer: "fmin_l_bfgs_b" | null;
  readonly nRestartsOptimizer: number;
  readonly normalizeY: boolean;
  readonly seed: number | undefined;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    alpha = 1e-10,
    normalizeY = false,
    ...options
  }: GaussianProcessRegressorOptions = {}) {
    super();
    const where = "GaussianProcessRegressor";
    const checked = checkLearning(where, options);
    this.kernel = checked.kernel;
    this.alpha =
      typeof alpha === "object"
        ? alpha.map((value) => checkNonNegative(where, "alpha", value))
        : checkNonNegative(where, "alpha", alpha);
    this.optimizer = checked.optimizer;
    this.nRestartsOptimizer = checked.nRestartsOptimizer;
    this.normalizeY = checkBoolean(where, "normalizeY", normalizeY);
    this.seed = checked.seed;
    Object.freeze(this);
  }

  /**
   * Learns the hyperparameters and keeps the rows. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y targets, shape (nSamples,) or (nSamples, nTargets)
   * @throws ShapeError if the shapes do not fit together, or there is not an alpha for each row; ValueError for values
   *   that are no finite numbers; LinAlgError if the kernel's matrix is not positive definite: a larger `alpha` helps.
   */
  fit(X: Matrix, y: Targets): this {
    const where = "GaussianProcessRegressor.fit";
    const read = checkSupervised(where, X, y);
    const noise = this.#noiseOf(where, read.X.shape[0]!);
    const scaling = scalingOf(read.Y, this.normalizeY);
    const targets = read.Y.sub(tensor(scaling.yMean)).div(tensor(scaling.yStd));
    const first = this.kernel ?? new ConstantKernel().mul(new RBF());
    const data = { rows: read.X, targets, noise };
    const kernel = learnKernel(where, first, this, (kernel) => likelihoodOf(kernel, data));
    const L = factorOf(where, kernel.matrix(read.X), noise);
    const dual = solveFactored(L, targets);
    return this.keep({
      kernel: kernel.toJSON(),
      rows: read.X,
      targets,
      L,
      dual,
      ...scaling,
      isVector: read.isVector,
      logLikelihood: logLikelihood(L, targets, dual),
      nFeaturesIn: read.X.shape[1]!,
      featureNamesIn: read.names,
    });
  }

  /** The kernel with the hyperparameters that were learned. @throws NotFittedError before `fit`. */
  get fittedKernel(): Kernel {
    return kernelFromJSON(this.learned("fittedKernel").kernel);
  }

  /** The logarithm of the targets' marginal likelihood by the fitted kernel. @throws NotFittedError before `fit`. */
  get logMarginalLikelihoodValue(): number {
    return this.learned("logMarginalLikelihoodValue").logLikelihood;
  }

  /**
   * The logarithm of the targets' marginal likelihood, and its slope, by a kernel with other hyperparameters.
   *
   * @param theta the logarithms of the free hyperparameters, as in the kernel's `theta`
   * @returns a value of −∞ where the kernel's matrix is not positive definite
   * @throws NotFittedError before `fit`; ParameterError for another number of hyperparameters.
   */
  logMarginalLikelihood(theta: ArrayLike<number>): ValueAndGradient {
    const { kernel, rows, targets } = this.learned("logMarginalLikelihood");
    const noise = this.#noiseOf("GaussianProcessRegressor.logMarginalLikelihood", rows.shape[0]!);
    return likelihoodOf(kernelFromJSON(kernel).withTheta(theta), { rows, targets, noise });
  }

  /**
   * @returns the expected targets, shape (nQueries,) or (nQueries, nTargets)
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for columns other
   *   than those of `fit` and for values that are no finite numbers.
   */
  predict(X: Matrix): Tensor {
    const fitted = this.learned("predict");
    const read = checkFeatures("GaussianProcessRegressor.predict", X, fitted);
    const { dual, rows, yMean, yStd, isVector } = fitted;
    const mean = this.fittedKernel.matrix(read, rows).matmul(dual);
    const predicted = mean.mul(tensor(yStd)).add(tensor(yMean));
    return isVector ? predicted.squeeze(1) : predicted;
  }

  /**
   * The standard deviation of each prediction, in the units and the shape of `predict`. Of the function: it holds
   * noise only as far as the kernel does.
   *
   * @throws as `predict`
   */
  predictStd(X: Matrix): Tensor {
    const where = "GaussianProcessRegressor.predictStd";
    const fitted = this.learned("predictStd");
    const read = checkFeatures(where, X, fitted);
    const kernel = this.fittedKernel;
    const V = triangularSolve(fitted.L, kernel.matrix(read, fitted.rows).transpose());
    const variance = kernel.diagonal(read).sub(V.mul(V).sum(0));
    if (variance.min().item() < 0) {
      warn(
        "data",
        `${where}: expected variances >= 0, got one that rounding made negative; 0 stands for it`,
      );
    }
    const std = variance.clip(0, Number.POSITIVE_INFINITY).sqrt().unsqueeze(1);
    const scaled = std.mul(tensor(fitted.yStd));
    return fitted.isVector ? scaled.squeeze(1) : scaled;
  }

  /**
   * The covariance of the predictions, shape (nQueries, nQueries), or (nQueries, nQueries, nTargets) for several
   * targets, in the square of their units.
   *
   * @throws as `predict`
   */
  predictCov(X: Matrix): Tensor {
    const fitted = this.learned("predictCov");
    const read = checkFeatures("GaussianProcessRegressor.predictCov", X, fitted);
    const covariance = this.#covarianceOf(read);
    const squares = tensor(fitted.yStd).square();
    if (fitted.isVector) return covariance.mul(squares);
    return covariance.unsqueeze(2).mul(squares);
  }

  /**
   * Functions drawn from the process given the rows of `fit`, at the rows of X.
   *
   * @param options how many (default 1), and the seed (default 0, as in scikit-learn; other draws than its)
   * @returns shape (nQueries, nSamples), or (nQueries, nTargets, nSamples) for several targets
   * @throws as `predict`; ParameterError for a number of samples or a seed that cannot be.
   */
  sampleY(
    X: Matrix,
    { nSamples = 1, seed = 0 }: { readonly nSamples?: number; readonly seed?: number } = {},
  ): Tensor {
    const where = "GaussianProcessRegressor.sampleY";
    checkInteger(where, "nSamples", nSamples, 1);
    const random = new RandomGenerator(checkInteger(where, "seed", seed));
    const fitted = this.learned("sampleY");
    const read = checkFeatures(where, X, fitted);
    const n = read.shape[0]!;
    const mean = this.predict(read).reshape([n, fitted.yStd.length, 1]);
    // Eigenvectors, since the covariance of close rows is hardly positive definite.
    const { values, vectors } = eigh(this.#covarianceOf(read));
    const root = vectors.mul(values.clip(0, Number.POSITIVE_INFINITY).sqrt());
    const z = randn([n, fitted.yStd.length * nSamples], { random });
    const draws = root.matmul(z).reshape([n, fitted.yStd.length, nSamples]);
    const sampled = draws.mul(tensor(fitted.yStd).unsqueeze(1)).add(mean);
    return fitted.isVector ? sampled.squeeze(1) : sampled;
  }

  /** K(X, X) − VᵀV with LV = K(rows, X). */
  #covarianceOf(X: Tensor): Tensor {
    const { L, rows } = this.learned("predictCov");
    const kernel = this.fittedKernel;
    const V = triangularSolve(L, kernel.matrix(X, rows).transpose());
    return kernel.matrix(X).sub(V.transpose().matmul(V));
  }

  #noiseOf(where: string, nSamples: number): Tensor {
    const { alpha } = this;
    if (typeof alpha === "number") return tensor(new Float64Array(nSamples).fill(alpha));
    if (alpha.length === nSamples) return tensor(alpha);
    throw new ShapeError(
      `${where}: expected an alpha for each of ${nSamples} rows, got ${alpha.length}`,
    );
  }
}

interface ProcessData {
  readonly rows: Tensor;
  readonly targets: Tensor;
  readonly noise: Tensor;
}

/** The targets' means and standard deviations, or 0 and 1. */
function scalingOf(Y: Tensor, isNormalized: boolean) {
  const none = Array.from({ length: Y.shape[1]! });
  if (!isNormalized) return { yMean: none.map(() => 0), yStd: none.map(() => 1) };
  const yMean = [...Y.mean(0).data()];
  const std = [...Y.std(0).data()];
  // A target that does not vary is not divided.
  const yStd = std.map((value, t) => (value > 1e-15 * Math.abs(yMean[t]!) ? value : 1));
  return { yMean, yStd };
}

function factorOf(where: string, K: Tensor, noise: Tensor): Tensor {
  try {
    return cholesky(K.add(diag(noise)));
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
    throw new LinAlgError(
      `${where}: expected a kernel whose matrix is positive definite, got another; a larger alpha helps`,
    );
  }
}

function solveFactored(L: Tensor, B: Tensor): Tensor {
  return triangularSolve(L, triangularSolve(L, B), { transpose: true });
}

/** −½ yᵀK⁻¹y − Σ log Lᵢᵢ − n/2 log 2π, summed over the targets. */
function logLikelihood(L: Tensor, targets: Tensor, dual: Tensor): number {
  const [n, nTargets] = targets.shape as [number, number];
  const logs = L.diagonal().log().sum().item();
  return (
    -0.5 * targets.mul(dual).sum().item() - nTargets * (logs + (n / 2) * Math.log(2 * Math.PI))
  );
}

/** The likelihood and its slope, ½ tr((ααᵀ − K⁻¹) ∂K), α = K⁻¹y. */
function likelihoodOf(kernel: Kernel, { rows, targets, noise }: ProcessData): ValueAndGradient {
  const { K, gradients } = kernel.withGradients(rows);
  try {
    const L = cholesky(K.add(diag(noise)));
    const dual = solveFactored(L, targets);
    const inverse = solveFactored(L, eye(K.shape[0]!, { dtype: "float64" }));
    const inner = dual.matmul(dual.transpose()).sub(inverse.mul(targets.shape[1]!));
    const gradient = Float64Array.from(gradients, (slope) => 0.5 * inner.mul(slope).sum().item());
    return { value: logLikelihood(L, targets, dual), gradient };
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
    return { value: Number.NEGATIVE_INFINITY, gradient: new Float64Array(gradients.length) };
  }
}
