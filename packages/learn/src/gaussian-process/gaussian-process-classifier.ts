import { checkInteger, ValueError } from "@gradus/core";
import { erf } from "@gradus/stats";
import { type Tensor, tensor, triangularSolve } from "@gradus/tensor";
import { ProbabilisticClassifier } from "../base/base-classifier";
import { checkFeatures } from "../base/features";
import { checkClassification, type Matrix } from "../base/inputs";
import type { Label, Labels } from "../base/labels";
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
import { laplaceLikelihood, laplaceMode } from "./laplace";

/** The options of `GaussianProcessClassifier`. */
export interface GaussianProcessClassifierOptions extends GaussianProcessOptions {
  /** The covariance of the latent function; its free hyperparameters are learned. Default RBF with ℓ = 1, as it is. */
  readonly kernel?: Kernel | undefined;
  /** Newton steps at most. Default 100. */
  readonly maxIterPredict?: number;
}

type Params = CheckedLearning & { readonly maxIterPredict: number };

/** What is known of one class against the rest; of two classes, of the second against the first. */
interface BinaryProcess {
  readonly kernel: KernelJSON;
  readonly residual: Tensor;
  readonly wRoot: Tensor;
  readonly L: Tensor;
  readonly logLikelihood: number;
}

interface FittedProcesses {
  readonly classes: readonly Label[];
  readonly rows: Tensor;
  readonly parts: readonly BinaryProcess[];
}

/**
 * Gaussian-process classification: the probability of a class is the logistic function of a draw from a Gaussian
 * process, whose distribution given the labels is replaced by a normal one about its likeliest values (Laplace).
 *
 * More than two classes are each told from the rest, with hyperparameters of their own, and their probabilities
 * divided by their sum. O(nClasses · nSamples³) time. Rows count all the same in `fit`; it takes no weights.
 *
 * @see Rasmussen and Williams (2006), Gaussian Processes for Machine Learning, algorithms 3.1, 3.2 and 5.1.
 * @see Williams and Barber (1998), Bayesian classification with Gaussian processes, IEEE Transactions on Pattern
 *   Analysis and Machine Intelligence 20(12), 1342–1351, appendix A.
 * @example
 * ```ts
 * const model = new GaussianProcessClassifier().fit([[0], [1], [4], [5]], ["a", "a", "b", "b"]);
 * model.predict([[0.5], [4.4]]); // → ["a", "b"]
 * model.predictProba([[2.5]]).data().map((p) => Math.round(100 * p) / 100); // → Float64Array [0.5, 0.5]
 * ```
 */
export class GaussianProcessClassifier extends ProbabilisticClassifier<Params, FittedProcesses> {
  static override readonly typeName: string = "GaussianProcessClassifier";
  readonly kernel: Kernel | undefined;
  readonly optimizer: "fmin_l_bfgs_b" | null;
  readonly nRestartsOptimizer: number;
  readonly maxIterPredict: number;
  readonly seed: number | undefined;

  /** @throws ParameterError for options that cannot be. */
  constructor({ maxIterPredict = 100, ...options }: GaussianProcessClassifierOptions = {}) {
    super();
    const where = "GaussianProcessClassifier";
    const checked = checkLearning(where, options);
    this.kernel = checked.kernel;
    this.optimizer = checked.optimizer;
    this.nRestartsOptimizer = checked.nRestartsOptimizer;
    this.maxIterPredict = checkInteger(where, "maxIterPredict", maxIterPredict, 1);
    this.seed = checked.seed;
    Object.freeze(this);
  }

  /**
   * Learns the hyperparameters and keeps the rows. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y labels, shape (nSamples,)
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, labels
   *   that are missing or of several types, and a single class.
   */
  fit(X: Matrix, y: Labels): this {
    const where = "GaussianProcessClassifier.fit";
    const { X: rows, codes, classes, names } = checkClassification(where, X, y);
    if (classes.length < 2) {
      throw new ValueError(`${where}: expected labels of at least two classes, got one`);
    }
    const told = classes.length === 2 ? [1] : [...classes.keys()];
    const parts = told.map((code) => {
      const labels = tensor(Float64Array.from(codes, (other) => Number(other === code)));
      return this.#fitPart(where, rows, labels);
    });
    const nFeaturesIn = rows.shape[1]!;
    return this.keep({ classes, rows, parts, nFeaturesIn, featureNamesIn: names });
  }

  /**
   * The kernels with the hyperparameters that were learned: one for two classes, else one for each class.
   * @throws NotFittedError before `fit`.
   */
  get fittedKernels(): readonly Kernel[] {
    return this.learned("fittedKernels").parts.map(({ kernel }) => kernelFromJSON(kernel));
  }

  /**
   * The logarithm of the labels' marginal likelihood; of more than two classes, the mean of all against the rest.
   * @throws NotFittedError before `fit`.
   */
  get logMarginalLikelihoodValue(): number {
    const { parts } = this.learned("logMarginalLikelihoodValue");
    return parts.reduce((sum, { logLikelihood }) => sum + logLikelihood, 0) / parts.length;
  }

  /**
   * The probability of each class, shape (nQueries, nClasses).
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for columns other
   *   than those of `fit` and for values that are no finite numbers.
   */
  predictProba(X: Matrix): Tensor {
    const { classes } = this.learned("predictProba");
    const shares = this.#shares("predictProba", X);
    const n = shares[0]!.length;
    const probabilities = new Float64Array(n * classes.length);
    for (let i = 0; i < n; i++) {
      const row =
        classes.length === 2 ? [1 - shares[0]![i]!, shares[0]![i]!] : shares.map((p) => p[i]!);
      const sum = row.reduce((a, b) => a + b, 0);
      row.forEach((p, k) => {
        probabilities[i * classes.length + k] = p / sum;
      });
    }
    return tensor(probabilities, { shape: [n, classes.length] });
  }

  /** Of two classes, the second where its latent value is above 0, whatever its variance. */
  protected override predictCodes(X: Matrix): ArrayLike<number> {
    const fitted = this.learned("predict");
    if (fitted.classes.length > 2) return super.predictCodes(X);
    const read = checkFeatures("GaussianProcessClassifier.predict", X, fitted);
    const { mean } = latentOf(fitted.parts[0]!, fitted.rows, read);
    return Int32Array.from(mean.data(), (value) => Number(value > 0));
  }

  #fitPart(where: string, rows: Tensor, labels: Tensor): BinaryProcess {
    const first =
      this.kernel ??
      new ConstantKernel({ constantValueBounds: "fixed" }).mul(
        new RBF({ lengthScaleBounds: "fixed" }),
      );
    const kernel = learnKernel(where, first, this, (tried) =>
      laplaceLikelihood(tried, rows, labels, this.maxIterPredict),
    );
    const mode = laplaceMode(kernel.matrix(rows), labels, this.maxIterPredict);
    const { residual, wRoot, L, logLikelihood } = mode;
    return { kernel: kernel.toJSON(), residual, wRoot, L, logLikelihood };
  }

  /** The probability of each class against the rest. */
  #shares(method: string, X: Matrix): Float64Array[] {
    const fitted = this.learned(method);
    const read = checkFeatures(`GaussianProcessClassifier.${method}`, X, fitted);
    return fitted.parts.map((part) => {
      const { mean, variance } = latentOf(part, fitted.rows, read);
      const variances = variance.data();
      return Float64Array.from(mean.data(), (value, i) => expectedSigmoid(value, variances[i]!));
    });
  }
}

/** The mean and the variance of the latent values at the rows of X. */
function latentOf({ kernel: json, residual, wRoot, L }: BinaryProcess, rows: Tensor, X: Tensor) {
  const kernel = kernelFromJSON(json);
  const K = kernel.matrix(rows, X);
  const V = triangularSolve(L, wRoot.unsqueeze(1).mul(K));
  return {
    mean: K.transpose().matmul(residual),
    variance: kernel.diagonal(X).sub(V.mul(V).sum(0)).clip(0, Number.POSITIVE_INFINITY),
  };
}

/** The logistic function as ½ Σ c (1 + erf(λx)). */
const SIGMOID_PARTS = [
  [-1854.8214151, 0.41],
  [3516.89893646, 0.4],
  [221.29346712, 0.37],
  [128.12323805, 0.44],
  [-2010.49422654, 0.39],
] as const;

/** The mean of the logistic function of a normal variable. */
function expectedSigmoid(mean: number, variance: number): number {
  let sum = 0;
  for (const [c, lambda] of SIGMOID_PARTS) {
    const spread = Math.sqrt(1 + 2 * lambda * lambda * variance);
    sum += (c / 2) * (1 + erf((lambda * mean) / spread));
  }
  return Math.min(1, Math.max(0, sum));
}
