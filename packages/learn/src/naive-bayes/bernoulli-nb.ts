import { checkFinite, type GraphValue } from "@gradus/core";
import { SparseTensor, type Tensor } from "@gradus/tensor";
import { anyTimes } from "../base/sparse-inputs";
import { BaseDiscreteNB, type DiscreteNBOptions, type FittedDiscrete } from "./base-discrete-nb";

/** The options of `BernoulliNB`. */
export interface BernoulliNBOptions extends DiscreteNBOptions {
  /** Numbers above this count as 1, others as 0; null takes X as it is, zeros and ones. Default 0. */
  readonly binarize?: number | null;
}

type Params = Required<BernoulliNBOptions>;

/**
 * Bernoulli naive Bayes, for features that are there or not: P(xⱼ = 1 | c) = (Nⱼ꜀ + α) / (N꜀ + 2α). A word
 * that is missing counts too.
 *
 * @roadmap SUP-013
 * @see McCallum and Nigam (1998), A comparison of event models for naive Bayes text classification, AAAI-98
 *   Workshop on Learning for Text Categorization, 41–48.
 * @example
 * ```ts
 * const model = new BernoulliNB().fit([[1, 0], [1, 0], [0, 1]], ["ham", "ham", "spam"]);
 * model.predict([[0, 1]]); // → ["spam"]
 * ```
 */
export class BernoulliNB extends BaseDiscreteNB<Params> {
  static override readonly typeName: string = "BernoulliNB";
  readonly binarize: number | null;

  /** @throws ParameterError for an alpha below 0, a threshold that is no number, or options that are no booleans. */
  constructor({ binarize = 0, ...options }: BernoulliNBOptions = {}) {
    super("BernoulliNB", options);
    this.binarize = binarize === null ? null : checkFinite("BernoulliNB", "binarize", binarize);
    Object.freeze(this);
  }

  protected override prepare(where: string, X: Tensor | SparseTensor): Tensor | SparseTensor {
    const threshold = this.binarize;
    if (threshold === null) return super.prepare(where, X);
    // Below 0 the zeros that a sparse matrix does not write down count as well.
    const isDense = !(X instanceof SparseTensor) || threshold < 0;
    if (isDense) {
      const dense = X instanceof SparseTensor ? X.toDense() : X;
      return dense.greater(threshold).astype("float64");
    }
    return withValues(X, (value) => Number(value > threshold));
  }

  protected weigh(featureCount: Tensor, classCount: Tensor, alpha: Tensor): Tensor {
    const nClasses = classCount.size;
    const totals = classCount.reshape([nClasses, 1]).add(alpha.mul(2));
    return featureCount.add(alpha).log().sub(totals.log());
  }

  protected override joint(X: Tensor | SparseTensor, fitted: FittedDiscrete): Tensor {
    const { weights, offsets } = linearForm(fitted);
    return anyTimes(X, weights).add(offsets);
  }

  protected override graphJoint(X: GraphValue): GraphValue {
    const { weights, offsets } = linearForm(this.learned("toGraph"));
    const { binarize } = this;
    const present = binarize === null ? X : X.greater(binarize).toNumber();
    return present.matmul(weights).add(offsets);
  }
}

/** log(1 − P) of features that are missing count for all at once: Σ log(1 − P) − X·log(1 − P). */
function linearForm({ featureLogProb: present, classLogPrior }: FittedDiscrete) {
  const missing = present.exp().neg().log1p();
  return {
    weights: present.sub(missing).transpose(),
    offsets: missing.sum(1).add(classLogPrior),
  };
}

/** A sparse matrix with other values in the same places. */
function withValues(X: SparseTensor, change: (value: number) => number): SparseTensor {
  const rows: number[] = [];
  X.rowStarts.forEach((start, row) => {
    const end = X.rowStarts[row + 1];
    if (end !== undefined) for (let at = start; at < end; at++) rows.push(row);
  });
  return SparseTensor.fromTriplets(rows, X.columnIndices, Float64Array.from(X.values, change), [
    X.shape[0]!,
    X.shape[1]!,
  ]);
}
