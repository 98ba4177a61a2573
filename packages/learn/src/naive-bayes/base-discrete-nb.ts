import {
  checkBoolean,
  checkNonNegative,
  type GraphValue,
  ShapeError,
  ValueError,
} from "@gradus/core";
import { SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { inBlocks } from "../base/blocks";
import type { FitOptions } from "../base/estimator";
import type { Label, Labels } from "../base/labels";
import {
  type AnyMatrix,
  anyTimes,
  checkAnyClassification,
  checkAnyFeatures,
} from "../base/sparse-inputs";
import {
  BaseNaiveBayes,
  classesOfPart,
  classRows,
  logPriors,
  type PartialFitOptions,
  raisedAlphas,
} from "./base-naive-bayes";
import { addToClasses, weightOfClasses } from "./class-sums";

/** The options of naive Bayes for counts. */
export interface DiscreteNBOptions {
  /** What is added to every count (Laplace's or Lidstone's smoothing), for all features or for each. Default 1. */
  readonly alpha?: number | readonly number[];
  /** Take an alpha below 1e-10 as it is; otherwise it is raised to that, with a warning. Default true. */
  readonly forceAlpha?: boolean;
  /** Learn how probable classes are; otherwise all are alike. Default true. */
  readonly fitPrior?: boolean;
  /** The probability of each class before anything is seen. Default what `fitPrior` says. */
  readonly classPrior?: readonly number[] | undefined;
}

/** What naive Bayes for counts learns. */
export interface FittedDiscrete {
  readonly classes: readonly Label[];
  /** The weight of each class's rows, shape (nClasses,). */
  readonly classCount: Tensor;
  /** What was counted of each feature in each class, shape (nClasses, nFeatures). */
  readonly featureCount: Tensor;
  /** Shape (nClasses,). */
  readonly classLogPrior: Tensor;
  /** The weights of the features, shape (nClasses, nFeatures). */
  readonly featureLogProb: Tensor;
}

/** A float32 matrix is widened block by block. */
const KEEP = { keepFloat32: true } as const;

/** What naive Bayes classifiers for counts share. */
export abstract class BaseDiscreteNB<Params extends DiscreteNBOptions> extends BaseNaiveBayes<
  Params,
  FittedDiscrete,
  SparseTensor
> {
  readonly alpha: number | readonly number[];
  readonly forceAlpha: boolean;
  readonly fitPrior: boolean;
  readonly classPrior: readonly number[] | undefined;

  protected constructor(
    where: string,
    { alpha = 1, forceAlpha = true, fitPrior = true, classPrior }: DiscreteNBOptions,
  ) {
    super();
    for (const one of [alpha].flat() as number[]) checkNonNegative(where, "alpha", one);
    this.alpha = typeof alpha === "number" ? alpha : [...alpha];
    this.forceAlpha = checkBoolean(where, "forceAlpha", forceAlpha);
    this.fitPrior = checkBoolean(where, "fitPrior", fitPrior);
    this.classPrior = classPrior && [...classPrior];
  }

  /**
   * Counts. A second call forgets the first.
   *
   * @param X counts or other numbers >= 0, dense or sparse, shape (nSamples, nFeatures)
   * @throws ShapeError if the shapes do not fit together, or there is not a prior for each class; ValueError
   *   for values that are no finite numbers or below 0, missing labels, and weights that are negative or all 0.
   */
  fit(X: AnyMatrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    const where = `${this.typeName}.fit`;
    return this.#learn(where, checkAnyClassification(where, X, y, sampleWeight, KEEP), undefined);
  }

  /**
   * Counts more rows, beside those that it has seen.
   *
   * @throws as `fit`; ParameterError for a first call without `classes`; ValueError for another class.
   */
  partialFit(X: AnyMatrix, y: Labels, { classes, sampleWeight }: PartialFitOptions = {}): this {
    const where = `${this.typeName}.partialFit`;
    const past = this.isFitted ? this.learned("partialFit") : undefined;
    const read = checkAnyClassification(where, X, y, sampleWeight, KEEP);
    if (past) checkAnyFeatures(where, X, past);
    const part = classesOfPart(where, y, past?.classes, classes);
    return this.#learn(where, { ...read, ...part }, past);
  }

  /** The weight of each class's rows, shape (nClasses,). @throws NotFittedError before `fit`. */
  get classCount(): Tensor {
    return this.learned("classCount").classCount;
  }

  /** What was counted of each feature in each class, shape (nClasses, nFeatures). @throws NotFittedError before `fit`. */
  get featureCount(): Tensor {
    return this.learned("featureCount").featureCount;
  }

  /** The logarithm of each class's probability, shape (nClasses,). @throws NotFittedError before `fit`. */
  get classLogPrior(): Tensor {
    return this.learned("classLogPrior").classLogPrior;
  }

  /** log P(xⱼ | c), shape (nClasses, nFeatures). @throws NotFittedError before `fit`. */
  get featureLogProb(): Tensor {
    return this.learned("featureLogProb").featureLogProb;
  }

  protected jointLogLikelihood(method: string, X: AnyMatrix): Tensor {
    const fitted = this.learned(method);
    const where = `${this.typeName}.${method}`;
    const read = this.prepare(where, checkAnyFeatures(where, X, fitted, KEEP));
    return this.joint(read, fitted);
  }

  /** log P(c) + log P(x | c) of features that are read. */
  protected graphJoint(X: GraphValue): GraphValue {
    const { featureLogProb, classLogPrior } = this.learned("toGraph");
    return X.matmul(featureLogProb.transpose()).add(classLogPrior);
  }

  protected joint(
    X: Tensor | SparseTensor,
    { featureLogProb, classLogPrior }: FittedDiscrete,
  ): Tensor {
    return anyTimes(X, featureLogProb.transpose()).add(classLogPrior);
  }

  /** The features as they are counted. @throws ValueError for numbers below 0. */
  protected prepare(where: string, X: Tensor | SparseTensor): Tensor | SparseTensor {
    if (!(X instanceof SparseTensor) && X.min().item() >= 0) return X;
    const values = X instanceof SparseTensor ? X.values : X.data();
    const at = (values as Float64Array).findIndex((value) => value < 0);
    if (at < 0) return X;
    const place = X instanceof SparseTensor ? "" : ` at row ${Math.floor(at / X.shape[1]!)}`;
    throw new ValueError(`${where}: expected counts >= 0 in X, got ${values[at]}${place}`);
  }

  /** The weights of the features. @param alpha what is added to each count, shape (1,) or (nFeatures,) */
  protected abstract weigh(featureCount: Tensor, classCount: Tensor, alpha: Tensor): Tensor;

  #learn(
    where: string,
    read: ReturnType<typeof checkAnyClassification>,
    past: FittedDiscrete | undefined,
  ): this {
    const { codes, classes, weights } = read;
    const X = this.prepare(where, read.X);
    const counted = countedFeatures(X, codes, classes.length, weights);
    const featureCount = past ? past.featureCount.add(counted) : counted;
    const weight = weightOfClasses(codes, classes.length, weights);
    const classCount = past ? past.classCount.add(weight) : weight;
    return this.keep({
      classes,
      classCount,
      featureCount,
      classLogPrior: logPriors(where, classCount, this),
      featureLogProb: this.weigh(featureCount, classCount, this.#alphas(where, X.shape[1]!)),
      nFeaturesIn: X.shape[1]!,
      featureNamesIn: read.names,
    });
  }

  #alphas(where: string, nFeatures: number): Tensor {
    const alphas = [this.alpha].flat() as number[];
    if (typeof this.alpha !== "number" && alphas.length !== nFeatures) {
      throw new ShapeError(
        `${where}: expected an alpha for each of ${nFeatures} features, got ${alphas.length}`,
      );
    }
    return tensor(raisedAlphas(where, alphas, this.forceAlpha));
  }
}

/** What is counted of each feature in each class, float64, shape (nClasses, nFeatures). */
function countedFeatures(
  X: Tensor | SparseTensor,
  codes: Int32Array,
  nClasses: number,
  weights: Tensor | undefined,
): Tensor {
  if (X instanceof SparseTensor) return X.rmatmul(classRows(codes, nClasses, weights));
  const nFeatures = X.shape[1]!;
  const sums = new Float64Array(nClasses * nFeatures);
  inBlocks(X, (rows, from) => {
    const end = from + rows.shape[0]!;
    addToClasses(sums, rows, codes.subarray(from, end), weights?.slice([from, end]));
  });
  return tensor(sums, { shape: [nClasses, nFeatures] });
}
