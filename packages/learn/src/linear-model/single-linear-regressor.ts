import type { GraphFeatures, GraphOutputs } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { BaseRegressor } from "../base/base-regressor";
import { checkFeatures } from "../base/features";
import { linearInGraph } from "../base/graph";
import type { Matrix } from "../base/inputs";
import { anyTimes } from "../base/sparse-inputs";

/** What a linear regression of one target learns at least. */
export interface FittedSingleLinear {
  /** Shape (nFeatures,). */
  readonly coef: Tensor;
  readonly intercept: number;
}

/** What regressions share that predict one target as X·w + b and have their own way to w and b. */
export abstract class SingleLinearRegressor<
  Params extends object,
  State extends FittedSingleLinear,
> extends BaseRegressor<Params, State> {
  /** The weights w, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get coef(): Tensor {
    return this.learned("coef").coef;
  }

  /** The intercept b. @throws NotFittedError before `fit`. */
  get intercept(): number {
    return this.learned("intercept").intercept;
  }

  /**
   * The predictions X·w + b, in the units of y, shape (nSamples,).
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for values that are no finite numbers.
   */
  predict(X: Matrix): Tensor {
    const fitted = this.learned("predict");
    const read = checkFeatures(`${this.typeName}.predict`, X, fitted, { keepFloat32: true });
    return anyTimes(read, fitted.coef).add(fitted.intercept);
  }

  override toGraph(X: GraphFeatures): GraphOutputs {
    return { prediction: linearInGraph(X, this.coef, this.intercept) };
  }
}
