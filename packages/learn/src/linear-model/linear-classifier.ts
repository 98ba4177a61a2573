import type { GraphBuilder, GraphFeatures, GraphOutputs, GraphValue } from "@gradus/core";
import { type SparseTensor, scoped, type Tensor, tensor } from "@gradus/tensor";
import { argmaxRows, BaseClassifier, type FittedClasses } from "../base/base-classifier";
import { bestLabels, bothScores } from "../base/graph";
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

  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const { classes } = this.learned("toGraph");
    const scores = this.graphScores(X);
    const isPair = classes.length === 2;
    return { label: bestLabels(isPair ? bothScores(graph, scores) : scores, classes), scores };
  }

  /** The scores in a graph, one column each. */
  protected graphScores(X: GraphFeatures): GraphValue {
    const { coef, intercept } = this.learned("toGraph");
    return X.matrix().matmul(coef.transpose()).add(intercept);
  }

  protected predictCodes(X: AnyMatrix): ArrayLike<number> {
    return scoped(() => {
      const scores = this.scores("predict", X);
      if (scores.shape[1] !== 1) return argmaxRows(scores);
      const values = scores.data();
      const codes = new Int32Array(values.length);
      for (let i = 0; i < codes.length; i++) codes[i] = values[i]! > 0 ? 1 : 0;
      return codes;
    });
  }

  /** The scores, shape (nSamples, nScores). */
  protected scores(method: string, X: AnyMatrix): Tensor {
    const fitted = this.learned(method);
    return scoped(() => {
      const read = checkAnyFeatures(`${this.typeName}.${method}`, X, fitted, { keepFloat32: true });
      return anyTimes(read, fitted.coef.transpose()).add(fitted.intercept);
    });
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
