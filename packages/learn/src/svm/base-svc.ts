import {
  checkBoolean,
  checkOneOf,
  type GraphBuilder,
  type GraphFeatures,
  type GraphOutputs,
  ParameterError,
  ValueError,
} from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { argmaxRows, BaseClassifier } from "../base/base-classifier";
import { type ClassWeight, checkClassWeight, weightsOfClasses } from "../base/class-weight";
import type { FitOptions } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { bestLabels, bothScores } from "../base/graph";
import { type Classified, checkClassification, type Matrix } from "../base/inputs";
import type { Labels } from "../base/labels";
import { anySeed, checkSeed } from "../base/seeds";
import { type FittedPairs, linearWeights, pairWeights, trainPairs } from "./class-pairs";
import type { Machine, Training } from "./duals";
import { fixKernel, kernelScope, type SVMGamma, type SVMKernel } from "./kernel";
import { kernelScoresInGraph } from "./kernel-in-graph";
import { checkMachine, type KernelMachineOptions } from "./kernel-options";
import { kernelScores } from "./kernel-scores";
import { kernelSource } from "./kernel-source";
import { classPairs } from "./pair-coupling";
import { probabilitiesOf, sigmoidsOfPairs } from "./platt";
import { vectorsOf } from "./single-machine";
import { scoresOfClasses, voteOfPairs, votesInGraph } from "./votes";

/** The options that the kernel machines for classes share. */
export interface BaseSVCOptions extends KernelMachineOptions {
  /** How much each class counts, beside the rows' own weights. Default all alike. */
  readonly classWeight?: ClassWeight | undefined;
  /** Learn probabilities as well, by Platt's method in five folds, for about six times the time. Default false. */
  readonly probability?: boolean;
  /** Of more than two classes, a score for each class ("ovr") or for each pair ("ovo"). Default "ovr". */
  readonly decisionFunctionShape?: "ovr" | "ovo";
  /** Let the scores decide between classes that win as many pairs, not their order. Default false. */
  readonly breakTies?: boolean;
  /** The same seed draws the same folds for `probability`. Default others each time. */
  readonly seed?: number | undefined;
}

/** The options of a class that has them all. */
export type CheckedSVC = Required<Omit<BaseSVCOptions, "classWeight" | "seed">> & {
  readonly classWeight: ClassWeight | undefined;
  readonly seed: number | undefined;
};

/** What `SVC` and `NuSVC` have in common: a machine for each pair of classes. */
export abstract class BaseSVC<Params extends CheckedSVC> extends BaseClassifier<
  Params,
  FittedPairs
> {
  readonly kernel: SVMKernel;
  readonly degree: number;
  readonly gamma: SVMGamma;
  readonly coef0: number;
  readonly tol: number;
  readonly shrinking: boolean;
  readonly cacheSize: number;
  readonly maxIter: number;
  readonly classWeight: ClassWeight | undefined;
  readonly probability: boolean;
  readonly decisionFunctionShape: "ovr" | "ovo";
  readonly breakTies: boolean;
  readonly seed: number | undefined;

  protected constructor(
    where: string,
    {
      classWeight,
      probability = false,
      decisionFunctionShape = "ovr",
      breakTies = false,
      seed,
      ...machine
    }: BaseSVCOptions,
  ) {
    super();
    const checked = checkMachine(where, machine);
    this.kernel = checked.kernel;
    this.degree = checked.degree;
    this.gamma = checked.gamma;
    this.coef0 = checked.coef0;
    this.tol = checked.tol;
    this.shrinking = checked.shrinking;
    this.cacheSize = checked.cacheSize;
    this.maxIter = checked.maxIter;
    this.classWeight = checkClassWeight(where, classWeight);
    this.probability = checkBoolean(where, "probability", probability);
    const shapes = ["ovr", "ovo"] as const;
    this.decisionFunctionShape = checkOneOf(
      where,
      "decisionFunctionShape",
      decisionFunctionShape,
      shapes,
    );
    this.breakTies = checkBoolean(where, "breakTies", breakTies);
    if (breakTies && decisionFunctionShape === "ovo") {
      throw new ParameterError(
        `${where}: breakTies must be false where decisionFunctionShape is "ovo", got true`,
      );
    }
    this.seed = checkSeed(where, seed);
  }

  /** Trains one machine; `weights` are those of the rows times those of their classes. */
  protected abstract trainPair(training: Training, sign: Int8Array, weights: Float64Array): Machine;

  /**
   * Learns a machine for each pair of classes. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures); with kernel "precomputed" the products of all rows
   * @param y labels, shape (nSamples,), of at least two classes
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, labels of a
   *   single class or of several types, and weights that are negative or all 0.
   */
  fit(X: Matrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    return this.keep(kernelScope(this.kernel, () => this.#learn(X, y, sampleWeight)));
  }

  #learn(X: Matrix, y: Labels, sampleWeight: FitOptions["sampleWeight"]) {
    const where = `${this.typeName}.fit`;
    const read = checkClassification(where, X, y, sampleWeight, { keepFloat32: true });
    const { classes, codes, names } = read;
    const weights = this.#rowWeights(where, read);
    const kernel = fixKernel(this, read.X);
    const rows = Int32Array.from(codes, (_, i) => i).filter((i) => weights[i]! > 0);
    if (new Set(rows.map((i) => codes[i]!)).size < Math.max(2, classes.length)) {
      throw new ValueError(
        `${where}: expected rows of at least two classes, each with some weight, got ${classes.length === 1 ? `only ${classes[0]}` : "one without"}`,
      );
    }
    const source = kernelSource(where, kernel, read.X);
    const data = { where, options: this, source, codes, weights, rows, nClasses: classes.length };
    const train = (training: Training, sign: Int8Array, own: Float64Array) =>
      this.trainPair(training, sign, own);
    const found = trainPairs(data, train);
    const sigmoids = this.probability
      ? sigmoidsOfPairs(data, train, this.seed ?? anySeed())
      : undefined;
    return {
      ...found,
      kernel,
      sigmoids,
      vectors: vectorsOf(kernel, read.X, found.support),
      classes,
      nFeaturesIn: read.X.shape[1]!,
      featureNamesIn: names,
    };
  }

  /** The places of the support vectors among the rows of `fit`, class by class. @throws NotFittedError before `fit`. */
  get support(): Int32Array {
    return this.learned("support").support.slice();
  }

  /** The support vectors, shape (nSupportVectors, nFeatures). @throws NotFittedError before `fit`. */
  get supportVectors(): Tensor {
    return this.learned("supportVectors").vectors;
  }

  /** How many support vectors each class has. @throws NotFittedError before `fit`. */
  get nSupport(): Int32Array {
    return this.learned("nSupport").nSupport.slice();
  }

  /**
   * What each support vector counts in the machines of its class, shape (nClasses − 1, nSupportVectors): of two
   * classes, above 0 for vectors of the second one.
   *
   * @throws NotFittedError before `fit`.
   */
  get dualCoef(): Tensor {
    const { dualCoef, classes } = this.learned("dualCoef");
    return classes.length === 2 ? dualCoef.neg() : dualCoef;
  }

  /** The intercept of each pair's machine, shape (nPairs,). @throws NotFittedError before `fit`. */
  get intercept(): Tensor {
    const { intercept, classes } = this.learned("intercept");
    return classes.length === 2 ? intercept.neg() : intercept;
  }

  /**
   * The weights of the features with a linear kernel, shape (nPairs, nFeatures).
   *
   * @throws NotFittedError before `fit`; ParameterError for another kernel.
   */
  get coef(): Tensor {
    const fitted = this.learned("coef");
    if (this.kernel !== "linear") {
      throw new ParameterError(
        `${this.typeName}.coef: expected kernel "linear", which alone has weights of features`,
      );
    }
    const coef = linearWeights(fitted);
    return fitted.classes.length === 2 ? coef.neg() : coef;
  }

  /** The slopes of Platt's sigmoids, one for each pair; empty without `probability`. @throws NotFittedError before `fit`. */
  get probA(): Float64Array {
    const { sigmoids = [] } = this.learned("probA");
    return Float64Array.from(sigmoids, ({ a }) => a);
  }

  /** The intercepts of Platt's sigmoids, one for each pair; empty without `probability`. @throws NotFittedError before `fit`. */
  get probB(): Float64Array {
    const { sigmoids = [] } = this.learned("probB");
    return Float64Array.from(sigmoids, ({ b }) => b);
  }

  /** The γ that `gamma` came to for the features of `fit`. @throws NotFittedError before `fit`. */
  get fittedGamma(): number {
    return this.learned("fittedGamma").kernel.gamma;
  }

  /** How many steps the machine of each pair took. @throws NotFittedError before `fit`. */
  get nIter(): Int32Array {
    return this.learned("nIter").nIter.slice();
  }

  /**
   * The scores: of two classes, shape (nSamples,), above 0 for the second one; of more, shape (nSamples, nClasses),
   * or with "ovo" (nSamples, nPairs), above 0 for the first class of a pair.
   *
   * @throws as `predict`
   */
  decisionFunction(X: Matrix): Tensor {
    const { classes } = this.learned("decisionFunction");
    const scores = this.#pairScores("decisionFunction", X);
    if (classes.length === 2) return scores.reshape([scores.shape[0]!]).neg();
    return this.decisionFunctionShape === "ovo" ? scores : classScores(scores, classes.length);
  }

  /**
   * The probability of each class, shape (nSamples, nClasses). The class that `predict` names need not be the most
   * probable one.
   *
   * @throws as `predict`, and ParameterError without `probability`.
   */
  predictProba(X: Matrix): Tensor {
    const { sigmoids, classes } = this.learned("predictProba");
    if (!sigmoids) {
      throw new ParameterError(
        `${this.typeName}.predictProba: expected probability: true, got false`,
      );
    }
    const scores = this.#pairScores("predictProba", X);
    return probabilitiesOf(scores, sigmoids, classes.length);
  }

  /** The logarithms of `predictProba`. @throws as `predictProba`. */
  predictLogProba(X: Matrix): Tensor {
    return this.predictProba(X).log();
  }

  protected predictCodes(X: Matrix): ArrayLike<number> {
    const { classes } = this.learned("predict");
    const scores = this.#pairScores("predict", X);
    if (this.breakTies && classes.length > 2)
      return argmaxRows(classScores(scores, classes.length));
    const pairs = classPairs(classes.length);
    return voteOfPairs(scores.data(), pairs, classes.length);
  }

  /** The scores and the label that wins the most pairs; Platt's probabilities are no part of the graph. */
  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const where = `${this.typeName}.toGraph`;
    const fitted = this.learned("toGraph");
    const { classes, intercept } = fitted;
    const pairs = kernelScoresInGraph(where, fitted, X, pairWeights(fitted)).add(intercept);
    if (classes.length === 2) {
      const scores = pairs.neg();
      return { label: bestLabels(bothScores(graph, scores), classes), scores };
    }
    const { votes, byScore } = votesInGraph(pairs, classes.length);
    const label = bestLabels(this.breakTies ? byScore : votes, classes);
    return { label, scores: this.decisionFunctionShape === "ovo" ? pairs : byScore };
  }

  /** The scores of all pairs, shape (nSamples, nPairs), above 0 for the first class. */
  #pairScores(method: string, X: Matrix): Tensor {
    const fitted = this.learned(method);
    const where = `${this.typeName}.${method}`;
    const read = checkFeatures(where, X, fitted);
    return kernelScores(where, fitted, read, pairWeights(fitted)).add(fitted.intercept);
  }

  #rowWeights(where: string, read: Classified): Float64Array {
    const own = read.weights?.data();
    // "balanced" counts rows, not their weights, as in scikit-learn's SVC.
    const ofClasses = weightsOfClasses(where, this.classWeight, read);
    return Float64Array.from(read.codes, (code, i) => ofClasses[code]! * (own?.[i] ?? 1));
  }
}

function classScores(scores: Tensor, nClasses: number): Tensor {
  const values = scoresOfClasses(scores.data(), classPairs(nClasses), nClasses);
  return tensor(values, { shape: [scores.shape[0]!, nClasses] });
}
