import { checkBoolean, type GraphValue } from "@gradus/core";
import type { SparseTensor, Tensor } from "@gradus/tensor";
import { anyTimes } from "../base/sparse-inputs";
import { BaseDiscreteNB, type DiscreteNBOptions, type FittedDiscrete } from "./base-discrete-nb";

/** The options of `ComplementNB`. */
export interface ComplementNBOptions extends DiscreteNBOptions {
  /** Divide the weights of each class by their sum. Default false. */
  readonly norm?: boolean;
}

type Params = Required<ComplementNBOptions>;

/**
 * Complement naive Bayes: a class is the more probable, the less its words are those of all other classes.
 * Better than `MultinomialNB` where classes have very different numbers of rows.
 *
 * @roadmap SUP-013
 * @see Rennie, Shih, Teevan and Karger (2003), Tackling the poor assumptions of naive Bayes text
 *   classifiers, ICML, 616–623.
 * @example
 * ```ts
 * const model = new ComplementNB().fit([[2, 0], [1, 0], [0, 3]], ["ham", "ham", "spam"]);
 * model.predict([[1, 4]]); // → ["spam"]
 * ```
 */
export class ComplementNB extends BaseDiscreteNB<Params> {
  static override readonly typeName: string = "ComplementNB";
  readonly norm: boolean;

  /** @throws ParameterError for an alpha below 0 or options that are no booleans. */
  constructor({ norm = false, ...options }: ComplementNBOptions = {}) {
    super("ComplementNB", options);
    this.norm = checkBoolean("ComplementNB", "norm", norm);
    Object.freeze(this);
  }

  /** The count of each feature in all classes, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get featureAll(): Tensor {
    return this.learned("featureAll").featureCount.sum(0);
  }

  protected weigh(featureCount: Tensor, _classCount: Tensor, alpha: Tensor): Tensor {
    const others = featureCount.sum(0).add(alpha).sub(featureCount);
    const logged = others.div(others.sum(1, { keepDims: true })).log();
    return this.norm ? logged.div(logged.sum(1, { keepDims: true })) : logged.neg();
  }

  /** How probable classes are matters only where there is a single one. */
  protected override graphJoint(X: GraphValue): GraphValue {
    const { classes, featureLogProb } = this.learned("toGraph");
    return classes.length === 1 ? super.graphJoint(X) : X.matmul(featureLogProb.transpose());
  }

  protected override joint(X: Tensor | SparseTensor, fitted: FittedDiscrete): Tensor {
    if (fitted.classes.length === 1) return super.joint(X, fitted);
    return anyTimes(X, fitted.featureLogProb.transpose());
  }
}
