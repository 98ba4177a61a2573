import {
  type GraphBuilder,
  type GraphFeatures,
  type GraphOutputs,
  ParameterError,
} from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { BaseOutlierDetector } from "../base/base-outlier-detector";
import type { FitOptions } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { bestLabels, bothScores } from "../base/graph";
import { checkMatrix, checkWeights, type Matrix } from "../base/inputs";
import { solveOneClass } from "./duals";
import type { SVMGamma, SVMKernel } from "./kernel";
import { machineScoresInGraph } from "./kernel-in-graph";
import { checkMachine, type KernelMachineOptions } from "./kernel-options";
import { checkShare } from "./nu-svc";
import {
  type FittedMachine,
  heldBy,
  machineScores,
  weighedRows,
  weightsOfFeatures,
} from "./single-machine";

/** The options of `OneClassSVM`. */
export interface OneClassSVMOptions extends KernelMachineOptions {
  /** At most this share of the training rows lies outside, and at least as many are support vectors. Default 0.5. */
  readonly nu?: number;
}

/**
 * A support vector machine for one class: the region of the space of a kernel that holds all but a share ν of the rows,
 * as far from the origin as can be. What lies outside is an outlier.
 *
 * Standardize the features first. `maxIter` is Infinity in place of scikit-learn's −1.
 *
 * @see Schölkopf, Platt, Shawe-Taylor, Smola and Williamson (2001), Neural Computation 13(7), 1443–1471.
 * @roadmap SUP-012
 * @example
 * ```ts
 * const model = new OneClassSVM({ gamma: 0.5, nu: 0.1 }).fit([[0], [0.1], [0.2], [-0.1], [-0.2]]);
 * model.predict([[0.05], [3]]); // → [1, -1]
 * ```
 */
export class OneClassSVM extends BaseOutlierDetector<Required<OneClassSVMOptions>, FittedMachine> {
  static override readonly typeName: string = "OneClassSVM";
  readonly kernel: SVMKernel;
  readonly degree: number;
  readonly gamma: SVMGamma;
  readonly coef0: number;
  readonly tol: number;
  readonly shrinking: boolean;
  readonly cacheSize: number;
  readonly maxIter: number;
  readonly nu: number;

  /** @throws ParameterError for options that cannot be. */
  constructor({ nu = 0.5, ...options }: OneClassSVMOptions = {}) {
    super();
    const checked = checkMachine("OneClassSVM", options);
    this.kernel = checked.kernel;
    this.degree = checked.degree;
    this.gamma = checked.gamma;
    this.coef0 = checked.coef0;
    this.tol = checked.tol;
    this.shrinking = checked.shrinking;
    this.cacheSize = checked.cacheSize;
    this.maxIter = checked.maxIter;
    this.nu = checkShare("OneClassSVM", nu);
    Object.freeze(this);
  }

  /**
   * Learns the region. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures); with kernel "precomputed" the products of all rows
   * @throws ShapeError unless X has rows and columns; ValueError for values that are no finite numbers, and for weights
   *   that are negative or all 0.
   */
  fit(X: Matrix, { sampleWeight }: FitOptions = {}): this {
    const where = "OneClassSVM.fit";
    // In float64 whatever X is: support vectors lie on the border of the region, and the last digits decide on which side.
    const { X: read, names } = checkMatrix(where, X);
    const given = checkWeights(where, sampleWeight, read.shape[0]!)?.data();
    const { kernel, rows, source, weights } = weighedRows(where, this, read, given);
    const machine = solveOneClass({ where, source, options: this }, weights, this.nu);
    return this.keep({
      ...heldBy(machine, rows, read, kernel),
      nFeaturesIn: read.shape[1]!,
      featureNamesIn: names,
    });
  }

  /** The places of the support vectors among the rows of `fit`. @throws NotFittedError before `fit`. */
  get support(): Int32Array {
    return this.learned("support").support.slice();
  }

  /** The support vectors, shape (nSupportVectors, nFeatures). @throws NotFittedError before `fit`. */
  get supportVectors(): Tensor {
    return this.learned("supportVectors").vectors;
  }

  /** How many support vectors there are, as an array of one number. @throws NotFittedError before `fit`. */
  get nSupport(): Int32Array {
    return Int32Array.of(this.learned("nSupport").support.length);
  }

  /** What each support vector counts, shape (1, nSupportVectors). @throws NotFittedError before `fit`. */
  get dualCoef(): Tensor {
    const { weights } = this.learned("dualCoef");
    return tensor(weights, { shape: [1, weights.length] });
  }

  /** The intercept: minus `offset`. @throws NotFittedError before `fit`. */
  get intercept(): number {
    return this.learned("intercept").intercept;
  }

  /** The score at the border of the region. @throws NotFittedError before `fit`. */
  get offset(): number {
    return -this.learned("offset").intercept;
  }

  /**
   * The weights of the features with a linear kernel, shape (1, nFeatures).
   *
   * @throws NotFittedError before `fit`; ParameterError for another kernel.
   */
  get coef(): Tensor {
    const fitted = this.learned("coef");
    if (this.kernel === "linear") return weightsOfFeatures(fitted);
    throw new ParameterError(
      `OneClassSVM.coef: expected kernel "linear", which alone has weights of features`,
    );
  }

  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const scores = machineScoresInGraph("OneClassSVM.toGraph", this.learned("toGraph"), X);
    return { label: bestLabels(bothScores(graph, scores), [-1, 1]), scores };
  }

  /** The γ that `gamma` came to for the features of `fit`. @throws NotFittedError before `fit`. */
  get fittedGamma(): number {
    return this.learned("fittedGamma").kernel.gamma;
  }

  /** How many steps the solver took. @throws NotFittedError before `fit`. */
  get nIter(): number {
    return this.learned("nIter").nIter;
  }

  decisionFunction(X: Matrix): Tensor {
    const fitted = this.learned("decisionFunction");
    const where = "OneClassSVM.decisionFunction";
    return machineScores(where, fitted, checkFeatures(where, X, fitted));
  }

  /** The scores before `offset` is subtracted, shape (nSamples,). @throws as `predict`. */
  scoreSamples(X: Matrix): Tensor {
    const fitted = this.learned("scoreSamples");
    const where = "OneClassSVM.scoreSamples";
    return machineScores(where, { ...fitted, intercept: 0 }, checkFeatures(where, X, fitted));
  }
}
