import { type Tensor, tensor } from "@gradus/tensor";
import { BaseRegressor } from "../base/base-regressor";
import type { FitOptions, Regressor } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { estimatorFromJSON } from "../base/from-json";
import { checkInner, fitCopy } from "../base/inner";
import { checkSupervised, type Matrix, type Targets } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import { columnsTensor } from "../multiclass/one-vs-rest-classifier";

/** The options of `MultiOutputRegressor`. */
export interface MultiOutputRegressorOptions<R extends Regressor = Regressor> {
  /** The regressor of which each target gets a fitted copy. */
  readonly estimator: R;
}

interface FittedOutputs {
  readonly estimators: readonly Regressor[];
  readonly isVector: boolean;
}

/**
 * Several targets at once by a regressor for each, for regressors that know only one. The targets know nothing of each
 * other; `RegressorChain` lets them. A vector of targets is one target.
 *
 * @example
 * ```ts
 * const model = new MultiOutputRegressor({ estimator: new HuberRegressor() });
 * model.fit([[0], [1], [2], [3]], [[0, 9], [1, 7], [2, 5], [3, 3]]);
 * model.predict([[4]]).round().toArray(); // → [[4, 1]]
 * ```
 */
export class MultiOutputRegressor<R extends Regressor = Regressor> extends BaseRegressor<
  MultiOutputRegressorOptions<R>,
  FittedOutputs
> {
  static override readonly typeName: string = "MultiOutputRegressor";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimator: R;

  /** @throws ParameterError for what is no regressor. */
  constructor({ estimator }: MultiOutputRegressorOptions<R>) {
    super();
    this.estimator = checkInner("MultiOutputRegressor", "estimator", estimator, ["regressor"]);
    Object.freeze(this);
  }

  /**
   * Fits a copy of the regressor for each target. A second call forgets the first.
   *
   * @param y targets, shape (nSamples, nTargets) or (nSamples,)
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers and for weights
   *   that are negative or all 0; and what the regressor throws.
   */
  fit(X: Matrix, y: Targets, { sampleWeight }: FitOptions = {}): this {
    const { Y, weights, ...data } = checkSupervised("MultiOutputRegressor.fit", X, y, sampleWeight);
    return this.keep({
      estimators: Array.from({ length: Y.shape[1]! }, (_, k) =>
        fitCopy(this.estimator, data.X, Y.slice(null, k), weights),
      ),
      isVector: data.isVector,
      nFeaturesIn: data.X.shape[1]!,
      featureNamesIn: data.names,
    });
  }

  /** The fitted copies, one for each target. @throws NotFittedError before `fit`. */
  get estimators(): readonly R[] {
    return this.learned("estimators").estimators as readonly R[];
  }

  /**
   * The predictions, shape (nSamples, nTargets), or (nSamples,) if `fit` was given a vector.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for columns other than
   *   those of `fit` and for values that are no finite numbers.
   */
  predict(X: Matrix): Tensor {
    const { estimators, isVector, ...fitted } = this.learned("predict");
    const read = checkFeatures("MultiOutputRegressor.predict", X, fitted);
    const columns = estimators.map((model) => model.predict(read).data() as Float64Array);
    return isVector ? tensor(columns[0]!) : columnsTensor(columns);
  }
}
