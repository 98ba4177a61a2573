import { checkOneOf, ParameterError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { type ClassWeight, checkClassWeight } from "../base/class-weight";
import type { AnyMatrix } from "../base/sparse-inputs";
import { BaseSGDClassifier } from "./sgd-base-classifier";
import { CLASSIFICATION_LOSSES, type ClassificationLoss, type SGDLoss, sgdLoss } from "./sgd-loss";
import { type CheckedSGD, checkSGD, type SGDOptions } from "./sgd-options";

/** The options of `SGDClassifier`. */
export interface SGDClassifierOptions extends SGDOptions {
  /** What is minimized: "hinge" is a linear support vector machine, "logLoss" a logistic regression. Default "hinge". */
  readonly loss?: ClassificationLoss;
  /** How much each class counts, beside the rows' own weights. Default all alike. */
  readonly classWeight?: ClassWeight;
}

type Params = CheckedSGD & {
  readonly loss: ClassificationLoss;
  readonly classWeight: ClassWeight | undefined;
};

/**
 * A linear classifier by stochastic gradient descent: minimizes the mean loss plus alpha times the penalty, a step a row;
 * of more than two classes, each against the others. Standardize the features first. It learns from pieces
 * (`partialFit`), also of sparse features.
 *
 * With a seed it takes the same steps as scikit-learn's. It has no early stopping by rows put aside.
 *
 * @see Bottou (2012), Stochastic Gradient Descent Tricks.
 * @example
 * ```ts
 * const model = new SGDClassifier({ seed: 0 }).fit([[-2], [-1], [1], [2]], ["a", "a", "b", "b"]);
 * model.predict([[-3], [3]]); // → ["a", "b"]
 * ```
 */
export class SGDClassifier extends BaseSGDClassifier<Params> {
  static override readonly typeName: string = "SGDClassifier";
  readonly loss: ClassificationLoss;
  readonly penalty: CheckedSGD["penalty"];
  readonly alpha: number;
  readonly l1Ratio: number;
  readonly fitIntercept: boolean;
  readonly maxIter: number;
  readonly tol: number | null;
  readonly nIterNoChange: number;
  readonly shuffle: boolean;
  readonly epsilon: number;
  readonly seed: number | undefined;
  readonly learningRate: CheckedSGD["learningRate"];
  readonly eta0: number;
  readonly powerT: number;
  readonly average: boolean | number;
  readonly classWeight: ClassWeight | undefined;

  /** @throws ParameterError for options that cannot be. */
  constructor({ loss = "hinge", classWeight, ...options }: SGDClassifierOptions = {}) {
    super();
    const where = "SGDClassifier";
    this.loss = checkOneOf(where, "loss", loss, CLASSIFICATION_LOSSES);
    const checked = checkSGD(where, options);
    this.penalty = checked.penalty;
    this.alpha = checked.alpha;
    this.l1Ratio = checked.l1Ratio;
    this.fitIntercept = checked.fitIntercept;
    this.maxIter = checked.maxIter;
    this.tol = checked.tol;
    this.nIterNoChange = checked.nIterNoChange;
    this.shuffle = checked.shuffle;
    this.epsilon = checked.epsilon;
    this.seed = checked.seed;
    this.learningRate = checked.learningRate;
    this.eta0 = checked.eta0;
    this.powerT = checked.powerT;
    this.average = checked.average;
    this.classWeight = checkClassWeight(where, classWeight);
    Object.freeze(this);
  }

  /**
   * The probability of each class, shape (nSamples, nClasses), for the losses "logLoss" and "modifiedHuber". Of more
   * than two classes, the probabilities of each against the others are scaled to add to 1.
   *
   * @throws as `predict`; ParameterError for other losses, which tell no probabilities.
   */
  predictProba(X: AnyMatrix): Tensor {
    const { loss } = this;
    if (loss !== "logLoss" && loss !== "modifiedHuber") {
      throw new ParameterError(
        `SGDClassifier.predictProba: loss must be "logLoss" or "modifiedHuber", got "${loss}"`,
      );
    }
    const scores = this.scores("predictProba", X);
    const [n, nScores] = scores.shape as [number, number];
    const own = Float64Array.from(scores.data(), loss === "logLoss" ? sigmoid : clippedShare);
    if (nScores > 1) return tensor(sharesOfRows(own, nScores), { shape: [n, nScores] });
    const both = Float64Array.from({ length: 2 * n }, (_, at) =>
      at % 2 === 1 ? own[at >> 1]! : 1 - own[at >> 1]!,
    );
    return tensor(both, { shape: [n, 2] });
  }

  protected descent(): { readonly loss: SGDLoss; readonly options: CheckedSGD } {
    return { loss: sgdLoss(this.loss, this.epsilon), options: this };
  }
}

function sigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/** Zhang's estimate for the modified Huber loss. */
function clippedShare(score: number): number {
  return (Math.max(-1, Math.min(1, score)) + 1) / 2;
}

/** Rows scaled to add to 1; equal shares where all are 0. */
function sharesOfRows(values: Float64Array, width: number): Float64Array {
  const shares = values.slice();
  for (let at = 0; at < shares.length; at += width) {
    const row = shares.subarray(at, at + width);
    const sum = row.reduce((total, value) => total + value, 0);
    row.forEach((value, k) => {
      row[k] = sum === 0 ? 1 / width : value / sum;
    });
  }
  return shares;
}
