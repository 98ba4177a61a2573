import { BaseClassifier, type FittedClasses } from "../base/base-classifier";
import type { Classifier } from "../base/estimator";
import { estimatorFromJSON } from "../base/from-json";
import { askInner, hasMethod, type IfHas, type ScoreMethod } from "../base/inner";
import type { Matrix } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import { positiveScores, type ThresholdMethod } from "./thresholded";

/** What a classifier with a threshold of its own learns. */
export interface FittedThreshold extends FittedClasses {
  readonly model: Classifier;
  /** Rows from here on are of the positive class. */
  readonly threshold: number;
  /** The place of the positive class among `classes`. */
  readonly positive: number;
}

/** What classifiers of two classes have in common whose threshold is not that of the classifier inside. */
export abstract class ThresholdClassifier<
  E extends Classifier,
  Params extends object,
  State extends FittedThreshold,
> extends BaseClassifier<Params, State> {
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  abstract readonly estimator: E;
  abstract readonly responseMethod: ThresholdMethod;

  /** The fitted classifier inside. @throws NotFittedError before `fit`. */
  get fittedEstimator(): E {
    return this.learned("fittedEstimator").model as E;
  }

  /** The probabilities of the classifier inside, if it has any: the threshold does not change them. */
  get predictProba(): IfHas<E, "predictProba", ScoreMethod> {
    return this.#method("predictProba");
  }

  /** The decisions of the classifier inside, if it makes any: the threshold does not change them. */
  get decisionFunction(): IfHas<E, "decisionFunction", ScoreMethod> {
    return this.#method("decisionFunction");
  }

  protected predictCodes(X: Matrix): ArrayLike<number> {
    const { model, threshold, positive } = this.learned("predict");
    const where = `${this.typeName}.predict`;
    const scores = positiveScores(where, model, X, { method: this.responseMethod, positive });
    return Int32Array.from(scores, (score) => (score >= threshold ? positive : 1 - positive));
  }

  #method(name: "predictProba" | "decisionFunction"): never {
    const ask: ScoreMethod = (X) =>
      askInner(`${this.typeName}.${name}`, this.learned(name).model, name, X);
    return (hasMethod(this.estimator, name) ? ask : undefined) as never;
  }
}
