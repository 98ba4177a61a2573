import type { Tensor } from "@gradus/tensor";
import type { AnyClassified } from "../base/sparse-inputs";
import { FeatureProducts } from "./feature-products";
import { logisticLoss, scoreCount } from "./logistic-loss";

/** The options of a logistic regression that say what is minimized. */
export interface LogisticObjective {
  readonly C: number;
  readonly l1Ratio: number;
  readonly fitIntercept: boolean;
}

/** The penalty of a logistic regression, on the scale of the mean loss. */
export interface LogisticPenalty {
  /** Times Σ|w|. */
  readonly l1: number;
  /** Times ½Σw². */
  readonly l2: number;
}

/** A value and its gradient. */
export interface Valued {
  readonly value: number;
  readonly gradient: Float64Array;
}

/**
 * The smooth part of a logistic regression: the mean loss plus ½·l2·‖w‖², as a function of the parameters, which are
 * for each class (one row for two classes) the nFeatures weights and, if there is one, the intercept.
 */
export class LogisticProblem {
  readonly products: FeatureProducts;
  readonly codes: Int32Array;
  readonly weights: Float64Array | undefined;
  readonly nClasses: number;
  readonly nScores: number;
  /** How many parameters a class has. */
  readonly stride: number;
  /** The sum of the weights. */
  readonly total: number;
  readonly fitIntercept: boolean;
  readonly penalty: LogisticPenalty;

  constructor(
    { X, classes, codes }: AnyClassified,
    weights: Tensor | undefined,
    { C, l1Ratio, fitIntercept }: LogisticObjective,
  ) {
    this.products = new FeatureProducts(X);
    this.codes = codes;
    this.weights = weights?.data() as Float64Array | undefined;
    this.nClasses = classes.length;
    this.nScores = scoreCount(classes.length);
    this.fitIntercept = fitIntercept;
    this.stride = X.shape[1]! + (fitIntercept ? 1 : 0);
    this.total = this.weights?.reduce((sum, weight) => sum + weight, 0) ?? codes.length;
    const strength = 1 / (C * this.total);
    this.penalty = { l1: l1Ratio * strength, l2: (1 - l1Ratio) * strength };
  }

  /** How many parameters there are. */
  get size(): number {
    return this.nScores * this.stride;
  }

  /** The scores at parameters, K × n. */
  scores(parameters: Float64Array): Float64Array {
    const { products, nScores, stride } = this;
    const scores = products.scores(parameters, nScores, stride);
    if (!this.fitIntercept) return scores;
    const n = products.nSamples;
    for (let k = 0; k < nScores; k++) {
      const intercept = parameters[(k + 1) * stride - 1]!;
      for (let i = k * n; i < (k + 1) * n; i++) scores[i]! += intercept;
    }
    return scores;
  }

  /** The value and the gradient of the smooth part. */
  at(parameters: Float64Array): Valued {
    const scores = this.scores(parameters);
    const loss = logisticLoss(scores, this, this.nScores) / this.total;
    const gradient = this.#gradient(scores);
    return { value: loss + this.#addPenalty(parameters, gradient), gradient };
  }

  /** Residuals, K × n, to the gradient of the mean loss. */
  #gradient(residuals: Float64Array): Float64Array {
    const { products, nScores, stride, total } = this;
    const p = products.nFeatures;
    const n = products.nSamples;
    const slopes = products.slopes(residuals, nScores);
    const gradient = new Float64Array(this.size);
    for (let k = 0; k < nScores; k++) {
      for (let j = 0; j < p; j++) gradient[k * stride + j] = slopes[k * p + j]! / total;
      if (!this.fitIntercept) continue;
      let sum = 0;
      for (let i = k * n; i < (k + 1) * n; i++) sum += residuals[i]!;
      gradient[k * stride + p] = sum / total;
    }
    return gradient;
  }

  /** Adds the slope of the L2 penalty to the gradient. @returns the penalty */
  #addPenalty(parameters: Float64Array, gradient: Float64Array): number {
    const { l2 } = this.penalty;
    if (l2 === 0) return 0;
    const p = this.products.nFeatures;
    let squares = 0;
    for (let k = 0; k < this.nScores; k++) {
      for (let at = k * this.stride; at < k * this.stride + p; at++) {
        squares += parameters[at]! ** 2;
        gradient[at]! += l2 * parameters[at]!;
      }
    }
    return (l2 / 2) * squares;
  }
}
