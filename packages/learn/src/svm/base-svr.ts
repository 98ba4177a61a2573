import { type GraphFeatures, type GraphOutputs, ParameterError, ShapeError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { BaseRegressor } from "../base/base-regressor";
import type { FitOptions } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { checkSupervised, type Matrix, type Targets } from "../base/inputs";
import type { Machine, Training } from "./duals";
import type { SVMGamma, SVMKernel } from "./kernel";
import { machineScoresInGraph } from "./kernel-in-graph";
import { checkMachine, type KernelMachineOptions } from "./kernel-options";
import {
  type FittedMachine,
  heldBy,
  machineScores,
  weighedRows,
  weightsOfFeatures,
} from "./single-machine";

/** What `SVR` and `NuSVR` have in common: one machine that predicts numbers. */
export abstract class BaseSVR<Params extends Required<KernelMachineOptions>> extends BaseRegressor<
  Params,
  FittedMachine
> {
  readonly kernel: SVMKernel;
  readonly degree: number;
  readonly gamma: SVMGamma;
  readonly coef0: number;
  readonly tol: number;
  readonly shrinking: boolean;
  readonly cacheSize: number;
  readonly maxIter: number;

  protected constructor(where: string, options: KernelMachineOptions) {
    super();
    const checked = checkMachine(where, options);
    this.kernel = checked.kernel;
    this.degree = checked.degree;
    this.gamma = checked.gamma;
    this.coef0 = checked.coef0;
    this.tol = checked.tol;
    this.shrinking = checked.shrinking;
    this.cacheSize = checked.cacheSize;
    this.maxIter = checked.maxIter;
  }

  /** Trains the machine. */
  protected abstract train(training: Training, y: Float64Array, weights: Float64Array): Machine;

  /**
   * Learns a machine. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures); with kernel "precomputed" the products of all rows
   * @param y targets, shape (nSamples,)
   * @throws ShapeError if the shapes do not fit together or there are several targets; ValueError for values that are no
   *   finite numbers, and for weights that are negative or all 0.
   */
  fit(X: Matrix, y: Targets, { sampleWeight }: FitOptions = {}): this {
    const where = `${this.typeName}.fit`;
    const supervised = checkSupervised(where, X, y, sampleWeight, { keepFloat32: true });
    const { X: read, Y, names, weights } = supervised;
    if (Y.shape[1] !== 1) {
      throw new ShapeError(`${where}: expected one target, got ${Y.shape[1]}`);
    }
    const { kernel, rows, source, weights: own } = weighedRows(where, this, read, weights?.data());
    const all = Y.data();
    const targets = Float64Array.from(rows, (i) => all[i]!);
    const machine = this.train({ where, source, options: this }, targets, own);
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

  /** The intercept. @throws NotFittedError before `fit`. */
  get intercept(): number {
    return this.learned("intercept").intercept;
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
      `${this.typeName}.coef: expected kernel "linear", which alone has weights of features`,
    );
  }

  override toGraph(X: GraphFeatures): GraphOutputs {
    const where = `${this.typeName}.toGraph`;
    return { prediction: machineScoresInGraph(where, this.learned("toGraph"), X) };
  }

  /** The γ that `gamma` came to for the features of `fit`. @throws NotFittedError before `fit`. */
  get fittedGamma(): number {
    return this.learned("fittedGamma").kernel.gamma;
  }

  /** How many steps the solver took. @throws NotFittedError before `fit`. */
  get nIter(): number {
    return this.learned("nIter").nIter;
  }

  /**
   * The predictions, in the units of y, shape (nSamples,).
   *
   * @param X features, shape (nSamples, nFeatures); with kernel "precomputed" the products with all rows of `fit`
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for values that are no finite numbers.
   */
  predict(X: Matrix): Tensor {
    const fitted = this.learned("predict");
    const where = `${this.typeName}.predict`;
    return machineScores(where, fitted, checkFeatures(where, X, fitted));
  }
}
