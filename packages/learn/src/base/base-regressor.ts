import type { Tensor } from "@gradus/tensor";
import { r2Score } from "../metrics/r2-score";
import { BaseEstimator } from "./base-estimator";
import type { FitOptions, Regressor } from "./estimator";
import type { Matrix, Targets } from "./inputs";

/** What all regressors share. */
export abstract class BaseRegressor<Params extends object, State extends object>
  extends BaseEstimator<Params, State>
  implements Regressor<Params>
{
  get estimatorType(): "regressor" {
    return "regressor";
  }

  abstract fit(X: Matrix, y: Targets, options?: FitOptions): this;
  abstract predict(X: Matrix): Tensor;

  /** The R² of the predictions for X. @throws as `predict`, and ShapeError if y does not fit X. */
  score(X: Matrix, y: Targets, options: FitOptions = {}): number {
    return r2Score(y, this.predict(X), options);
  }
}
