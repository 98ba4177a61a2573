import { checkNonNegative, warn } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { BaseRegressor } from "../base/base-regressor";
import { checkSupervised, type Matrix, type Targets } from "../base/inputs";
import type { DistanceMetric } from "../metrics/pairwise/distance-metric";
import { averageTargets, type FittedTargets, fitTargets } from "./neighbor-averages";
import {
  checkNeighbors,
  type NeighborsAlgorithm,
  type NeighborsOptions,
  withinOf,
} from "./neighborhood";
import { checkNeighborWeights, type NeighborWeights } from "./vote-weights";

/** The options of `RadiusNeighborsRegressor`. */
export interface RadiusNeighborsRegressorOptions extends NeighborsOptions {
  /** How far neighbours may be, in the units of the features. Default 1. */
  readonly radius?: number;
  /** How much each of them counts. Default "uniform". */
  readonly weights?: NeighborWeights;
}

/**
 * Predicts the mean target of all rows of `fit` within a radius, Σ wᵢyᵢ / Σ wᵢ; NaN, with a warning, where there
 * are none.
 *
 * @example
 * ```ts
 * const model = new RadiusNeighborsRegressor({ radius: 1 }).fit([[0], [1], [5]], [1, 3, 10]);
 * model.predict([[0.5], [5]]).toArray(); // → [2, 10]
 * ```
 */
export class RadiusNeighborsRegressor extends BaseRegressor<
  Required<RadiusNeighborsRegressorOptions>,
  FittedTargets
> {
  static override readonly typeName: string = "RadiusNeighborsRegressor";
  readonly radius: number;
  readonly weights: NeighborWeights;
  readonly algorithm: NeighborsAlgorithm;
  readonly leafSize: number;
  readonly metric: DistanceMetric;
  readonly p: number;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    radius = 1,
    weights = "uniform",
    ...options
  }: RadiusNeighborsRegressorOptions = {}) {
    super();
    const where = "RadiusNeighborsRegressor";
    const checked = checkNeighbors(where, options);
    this.radius = checkNonNegative(where, "radius", radius);
    this.weights = checkNeighborWeights(where, weights);
    this.algorithm = checked.algorithm;
    this.leafSize = checked.leafSize;
    this.metric = checked.metric;
    this.p = checked.p;
    Object.freeze(this);
  }

  /**
   * Keeps the rows and their targets. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y targets, shape (nSamples,) or (nSamples, nTargets)
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers.
   */
  fit(X: Matrix, y: Targets): this {
    return this.keep(fitTargets(checkSupervised("RadiusNeighborsRegressor.fit", X, y), this));
  }

  /**
   * @returns predictions in the units of y, shape (nQueries,) or (nQueries, nTargets)
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for columns other
   *   than those of `fit`, values that are no finite numbers, and weights that are all 0.
   */
  predict(X: Matrix): Tensor {
    const where = "RadiusNeighborsRegressor.predict";
    const fitted = this.learned("predict");
    const lists = withinOf({ where, fitted, options: this }, X, this.radius);
    const lonely = lists.findIndex(({ indices }) => indices.length === 0);
    if (lonely >= 0) {
      warn(
        "data",
        `${where}: expected a neighbour within ${this.radius} for every row, got none at row ${lonely}; the prediction is NaN`,
      );
    }
    return averageTargets(where, lists, fitted, this.weights);
  }
}
