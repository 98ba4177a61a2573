import type { Tensor } from "@gradus/tensor";
import { BaseEstimator } from "./base-estimator";
import type { FitOptions, OutlierDetector } from "./estimator";
import type { Matrix } from "./inputs";

/** What all estimators share that tell unusual rows from usual ones. */
export abstract class BaseOutlierDetector<Params extends object, State extends object>
  extends BaseEstimator<Params, State>
  implements OutlierDetector<Params>
{
  get estimatorType(): "outlierDetector" {
    return "outlierDetector";
  }

  abstract fit(X: Matrix, options?: FitOptions): this;

  /** How usual each row is: below 0 for outliers, shape (nSamples,). @throws as `predict`. */
  abstract decisionFunction(X: Matrix): Tensor;

  /**
   * 1 for rows that are usual, −1 for outliers.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for values that are no finite numbers.
   */
  predict(X: Matrix): number[] {
    return Array.from(this.decisionFunction(X).data(), (score) => (score > 0 ? 1 : -1));
  }

  /** `fit` and `predict` on the same rows. @throws as both. */
  fitPredict(X: Matrix, options?: FitOptions): number[] {
    return this.fit(X, options).predict(X);
  }
}
