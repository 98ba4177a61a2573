import { checkNonNegative, type GraphBuilder, type GraphValue } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { argmaxRows } from "../base/base-classifier";
import type { Fitted } from "../base/base-estimator";
import { inBlocks } from "../base/blocks";
import type { FitOptions } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { checkClassification, type Matrix } from "../base/inputs";
import type { Label, Labels } from "../base/labels";
import {
  BaseNaiveBayes,
  checkPriors,
  classesOfPart,
  type PartialFitOptions,
} from "./base-naive-bayes";
import {
  type ClassMoments,
  floatingOf,
  largestVariance,
  likelihoodsOfClasses,
  momentsOfClasses,
} from "./class-moments";

/** The options of `GaussianNB`. */
export interface GaussianNBOptions {
  /** The probability of each class before anything is seen. Default their shares in `fit`. */
  readonly priors?: readonly number[] | undefined;
  /** This share of the largest variance of all features is added to every variance. Default 1e-9. */
  readonly varSmoothing?: number;
}

interface FittedGaussian {
  readonly classes: readonly Label[];
  readonly classCount: Float64Array;
  /** Means and variances of feature j in class k, at k · nFeatures + j. */
  readonly means: Float64Array;
  readonly variances: Float64Array;
  /** What was added to every variance. */
  readonly epsilon: number;
}

type Params = Required<GaussianNBOptions>;

/**
 * Gaussian naive Bayes: in each class the features are independent and normally distributed,
 * log P(x | c) = −½ Σⱼ (log 2πσ²ⱼ + (xⱼ − μⱼ)² / σ²ⱼ).
 *
 * @roadmap SUP-013
 * @see Chan, Golub and LeVeque (1983), Algorithms for computing the sample variance, The American
 *   Statistician 37(3), 242–247.
 * @example
 * ```ts
 * const model = new GaussianNB().fit([[1], [2], [8], [9]], ["low", "low", "high", "high"]);
 * model.predict([[1.4], [7]]); // → ["low", "high"]
 * ```
 */
export class GaussianNB extends BaseNaiveBayes<Params, FittedGaussian> {
  static override readonly typeName: string = "GaussianNB";
  readonly priors: readonly number[] | undefined;
  readonly varSmoothing: number;

  /** @throws ParameterError unless `varSmoothing` is a finite number >= 0. */
  constructor({ priors, varSmoothing = 1e-9 }: GaussianNBOptions = {}) {
    super();
    this.priors = priors && [...priors];
    this.varSmoothing = checkNonNegative("GaussianNB", "varSmoothing", varSmoothing);
    Object.freeze(this);
  }

  /**
   * Learns means and variances. A second call forgets the first.
   *
   * @throws ShapeError if the shapes do not fit together, or there is not a prior for each class; ValueError
   *   for values that are no finite numbers, missing labels, weights that are negative or all 0, and priors
   *   that do not add to 1.
   */
  fit(X: Matrix, y: Labels, { sampleWeight }: FitOptions = {}): this {
    const read = checkClassification("GaussianNB.fit", X, y, sampleWeight, { keepFloat32: true });
    return this.#learn("GaussianNB.fit", read, undefined);
  }

  /**
   * Learns from more rows, beside those that it has seen. What is added to the variances comes from the last
   * part; what was added before is taken back first (scikit-learn takes back the new share).
   *
   * @throws as `fit`; ParameterError for a first call without `classes`; ValueError for another class.
   */
  partialFit(X: Matrix, y: Labels, { classes, sampleWeight }: PartialFitOptions = {}): this {
    const where = "GaussianNB.partialFit";
    const past = this.isFitted ? this.learned("partialFit") : undefined;
    const read = checkClassification(where, X, y, sampleWeight, { keepFloat32: true });
    if (past) checkFeatures(where, X, past);
    const part = classesOfPart(where, y, past?.classes, classes);
    return this.#learn(where, { ...read, ...part }, past);
  }

  /** The mean of each feature in each class, shape (nClasses, nFeatures). @throws NotFittedError before `fit`. */
  get theta(): Tensor {
    const { means, nFeaturesIn } = this.learned("theta");
    return tensor(means, { shape: [means.length / nFeaturesIn, nFeaturesIn] });
  }

  /** The variance of each feature in each class, shape (nClasses, nFeatures). @throws NotFittedError before `fit`. */
  get variance(): Tensor {
    const { variances, nFeaturesIn } = this.learned("variance");
    return tensor(variances, { shape: [variances.length / nFeaturesIn, nFeaturesIn] });
  }

  /** What was added to every variance: `varSmoothing` times the largest one. @throws NotFittedError before `fit`. */
  get epsilon(): number {
    return this.learned("epsilon").epsilon;
  }

  /** The probability of each class before anything is seen, shape (nClasses,). @throws NotFittedError before `fit`. */
  get classPrior(): Tensor {
    return tensor(Float64Array.from(this.#priorsOf(this.learned("classPrior"))));
  }

  /** The weight of each class's rows, shape (nClasses,). @throws NotFittedError before `fit`. */
  get classCount(): Tensor {
    return tensor(this.learned("classCount").classCount);
  }

  protected jointLogLikelihood(method: string, X: Matrix): Tensor {
    const { nRows, nClasses, eachBlock } = this.#likelihoods(method, X);
    const joint = new Float64Array(nRows * nClasses);
    eachBlock((own, from) => joint.set(own.data(), from * nClasses));
    return tensor(joint, { shape: [nRows, nClasses] });
  }

  /** The largest of each row, without a table of all rows' likelihoods. */
  protected override predictCodes(X: Matrix): ArrayLike<number> {
    const { nRows, eachBlock } = this.#likelihoods("predict", X);
    const codes = new Int32Array(nRows);
    eachBlock((own, from) => codes.set(argmaxRows(own), from));
    return codes;
  }

  /** log P(x, class), shape (n, nClasses), for some rows at a time: `eachBlock` gives them with the first row's number. */
  #likelihoods(method: string, X: Matrix) {
    const fitted = this.learned(method);
    const read = checkFeatures(`GaussianNB.${method}`, X, fitted, { keepFloat32: true });
    const constants = this.#constants(fitted);
    const likelihoods = likelihoodsOfClasses(fitted, constants, floatingOf(read));
    const eachBlock = (use: (joint: Tensor, from: number) => void) =>
      inBlocks(read, (block, from) => use(likelihoods(block), from), { keepFloat32: true });
    return { nRows: read.shape[0]!, nClasses: constants.length, eachBlock };
  }

  protected graphJoint(X: GraphValue, graph: GraphBuilder): GraphValue {
    const fitted = this.learned("toGraph");
    const { means, variances, nFeaturesIn: p } = fitted;
    const columns = this.#constants(fitted).map((constant, k) => {
      const [from, to] = [k * p, (k + 1) * p];
      const centered = X.sub(tensor(means.slice(from, to)));
      const squares = centered.mul(centered).div(tensor(variances.slice(from, to)));
      return squares.sumRows().mul(-0.5).add(constant);
    });
    return graph.besides(columns);
  }

  /** For each class what does not depend on the features: log P − ½ Σ log(2πσ²). */
  #constants(fitted: Fitted<FittedGaussian>): number[] {
    const { variances, nFeaturesIn: p } = fitted;
    return this.#priorsOf(fitted).map((prior, k) => {
      let sum = 0;
      for (let j = 0; j < p; j++) sum += Math.log(2 * Math.PI * variances[k * p + j]!);
      return Math.log(prior) - sum / 2;
    });
  }

  #priorsOf({ classCount }: FittedGaussian): number[] {
    if (this.priors) return [...this.priors];
    const total = classCount.reduce((sum, count) => sum + count, 0);
    return Array.from(classCount, (count) => count / total);
  }

  #learn(
    where: string,
    read: ReturnType<typeof checkClassification>,
    past: FittedGaussian | undefined,
  ): this {
    const { X, codes, classes, weights } = read;
    if (this.priors) checkPriors(where, this.priors, classes.length);
    const nFeatures = X.shape[1]!;
    const sums = momentsOfClasses(X, codes, classes.length, weights);
    const epsilon = this.varSmoothing * largestVariance(X, weights, sums);
    const merged = past ? mergeMoments(past, sums, nFeatures) : sums;
    return this.keep({
      classes,
      classCount: merged.counts,
      means: merged.means,
      variances: merged.variances.map((variance) => variance + epsilon),
      epsilon,
      nFeaturesIn: nFeatures,
      featureNamesIn: read.names,
    });
  }
}

/** The moments of both parts together. */
function mergeMoments(past: FittedGaussian, part: ClassMoments, p: number): ClassMoments {
  const counts = part.counts.map((count, k) => count + past.classCount[k]!);
  const merged = { counts, means: past.means.slice(), variances: part.variances.slice() };
  part.means.forEach((mean, at) => {
    const k = Math.floor(at / p);
    const [before, now, total] = [past.classCount[k]!, part.counts[k]!, counts[k]!];
    const variance = past.variances[at]! - past.epsilon;
    if (total === 0) return;
    const difference = past.means[at]! - mean;
    merged.means[at] = (before * past.means[at]! + now * mean) / total;
    const squares =
      before * variance + now * part.variances[at]! + ((before * now) / total) * difference ** 2;
    merged.variances[at] = squares / total;
  });
  return merged;
}
