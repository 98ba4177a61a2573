import type { Tensor } from "@gradus/tensor";
import { BaseDiscreteNB, type DiscreteNBOptions } from "./base-discrete-nb";

type Params = Required<DiscreteNBOptions>;

/**
 * Multinomial naive Bayes, for counts such as those of words in texts: P(xⱼ | c) = (Nⱼ꜀ + α) / (N꜀ + α·p) with
 * the counts Nⱼ꜀ of feature j in class c.
 *
 * @roadmap SUP-013
 * @see Manning, Raghavan and Schütze (2008), Introduction to Information Retrieval, chapter 13.
 * @example
 * ```ts
 * const model = new MultinomialNB().fit([[2, 0], [1, 0], [0, 3]], ["ham", "ham", "spam"]);
 * model.predict([[1, 4]]); // → ["spam"]
 * ```
 */
export class MultinomialNB extends BaseDiscreteNB<Params> {
  static override readonly typeName: string = "MultinomialNB";

  /** @throws ParameterError for an alpha below 0 or options that are no booleans. */
  constructor(options: DiscreteNBOptions = {}) {
    super("MultinomialNB", options);
    Object.freeze(this);
  }

  protected weigh(featureCount: Tensor, _classCount: Tensor, alpha: Tensor): Tensor {
    const smoothed = featureCount.add(alpha);
    return smoothed.log().sub(smoothed.sum(1, { keepDims: true }).log());
  }
}
