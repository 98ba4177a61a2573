import type { Tensor } from "@gradus/tensor";
import { BaseEstimator } from "./base-estimator";
import type { Transformer } from "./estimator";
import type { Matrix, Targets } from "./inputs";
import type { Labels } from "./labels";

/** What all transformers share. */
export abstract class BaseTransformer<Params extends object, State extends object>
  extends BaseEstimator<Params, State>
  implements Transformer<Params>
{
  get estimatorType(): "transformer" {
    return "transformer";
  }

  abstract fit(X: Matrix, y?: Targets | Labels): this;
  abstract transform(X: Matrix): Tensor;

  /** `fit` and `transform` on the same rows. @throws as both. */
  fitTransform(X: Matrix, y?: Targets | Labels): Tensor {
    return this.fit(X, y).transform(X);
  }
}
