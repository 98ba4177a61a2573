import { type SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { argmaxRows, BaseClassifier, type FittedClasses } from "../base/base-classifier";
import { type AnyMatrix, anyTimes, checkAnyFeatures } from "../base/sparse-inputs";

/** What a linear classifier learns. */
export interface FittedLinearClassifier extends FittedClasses {
  /** Shape (nScores, nFeatures): a row for each class, one for two classes. */
  readonly coef: Tensor;
  /** Shape (nScores,). */
  readonly intercept: Tensor;
}

/** What all classifiers with the scores X·w + b have in common. */
export abstract class LinearClassifier<
  Params extends object,
  State extends FittedLinearClassifier = FittedLinearClassifier,
> extends BaseClassifier<Params, State, SparseTensor> {
  /**
   * The weights w, shape (nClasses, nFeatures); for two classes (1, nFeatures), those of the second one.
   *
   * @throws NotFittedError before `fit`.
   */
  get coef(): Tensor {
    return this.learned("coef").coef;
  }

  /** The intercepts b, shape (nClasses,), or (1,) for two classes. @throws NotFittedError before `fit`. */
  get intercept(): Tensor {
    return this.learned("intercept").intercept;
  }

  /**
   * The scores X·w + b: shape (nSamples, nClasses), the largest for the predicted class; for two classes
   * (nSamples,), above 0 for the second one.
   *
   * @throws as `predict`
   */
  decisionFunction(X: AnyMatrix): Tensor {
    const scores = this.scores("decisionFunction", X);
    return scores.shape[1] === 1 ? scores.reshape([scores.shape[0]!]) : scores;
  }

  protected predictCodes(X: AnyMatrix): ArrayLike<number> {
    const scores = this.scores("predict", X);
    if (scores.shape[1] !== 1) return argmaxRows(scores);
    return Int32Array.from(scores.data(), (score) => (score > 0 ? 1 : 0));
  }

  /** The scores, shape (nSamples, nScores). */
  protected scores(method: string, X: AnyMatrix): Tensor {
    const fitted = this.learned(method);
    const read = checkAnyFeatures(`${this.typeName}.${method}`, X, fitted);
    return anyTimes(read, fitted.coef.transpose()).add(fitted.intercept);
  }
}

/** The weights and intercepts in parameters that lie class by class. */
export function linearState(
  parameters: Float64Array,
  nScores: number,
  fitIntercept: boolean,
): { readonly coef: Tensor; readonly intercept: Tensor } {
  const rows = tensor(parameters, { shape: [nScores, parameters.length / nScores] });
  if (!fitIntercept) return { coef: rows, intercept: tensor(new Float64Array(nScores)) };
  return { coef: rows.slice(null, [0, -1]).clone(), intercept: rows.slice(null, -1).clone() };
}
