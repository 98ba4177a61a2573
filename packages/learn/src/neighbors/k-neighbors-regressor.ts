import {
  checkInteger,
  type GraphBuilder,
  type GraphFeatures,
  type GraphOutputs,
} from "@gradus/core";
import { type SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { BaseRegressor } from "../base/base-regressor";
import { checkSupervised, type Matrix, type Targets } from "../base/inputs";
import type { DistanceMetric } from "../metrics/pairwise/distance-metric";
import type { GraphQuery, KNeighborsQuery } from "./nearest-neighbors";
import { averageTargets, type FittedTargets, fitTargets } from "./neighbor-averages";
import { graphOf } from "./neighbor-graph";
import {
  asTensors,
  checkNeighbors,
  listsOf,
  type Neighbors,
  type NeighborsAlgorithm,
  type NeighborsOptions,
  nearestTo,
  type Question,
} from "./neighborhood";
import { meansOfNearest } from "./neighbors-in-graph";
import { checkNeighborWeights, type NeighborWeights } from "./vote-weights";

/** The options of `KNeighborsRegressor` and `KNeighborsClassifier`. */
export interface KNeighborsOptions extends NeighborsOptions {
  /** How many neighbours are asked. Default 5. */
  readonly nNeighbors?: number;
  /** How much each of them counts. Default "uniform". */
  readonly weights?: NeighborWeights;
}

/**
 * Predicts the mean target of the k nearest rows of `fit`, Σ wᵢyᵢ / Σ wᵢ.
 *
 * Scale the features first: a distance adds up their differences in whatever units they have. Rows count all the
 * same in `fit`; it takes no weights.
 *
 * @see Cover (1968), Estimation by the nearest neighbor rule, IEEE Transactions on Information Theory 14(1), 50–55.
 * @roadmap SUP-011
 * @example
 * ```ts
 * const model = new KNeighborsRegressor({ nNeighbors: 2 }).fit([[0], [1], [5]], [1, 3, 10]);
 * model.predict([[0.9]]).item(); // → 2
 * ```
 */
export class KNeighborsRegressor extends BaseRegressor<Required<KNeighborsOptions>, FittedTargets> {
  static override readonly typeName: string = "KNeighborsRegressor";
  readonly nNeighbors: number;
  readonly weights: NeighborWeights;
  readonly algorithm: NeighborsAlgorithm;
  readonly leafSize: number;
  readonly metric: DistanceMetric;
  readonly p: number;

  /** @throws ParameterError for options that cannot be. */
  constructor({ nNeighbors = 5, weights = "uniform", ...options }: KNeighborsOptions = {}) {
    super();
    const where = "KNeighborsRegressor";
    const checked = checkNeighbors(where, options);
    this.nNeighbors = checkInteger(where, "nNeighbors", nNeighbors, 1);
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
    const read = checkSupervised("KNeighborsRegressor.fit", X, y);
    return this.keep(fitTargets(read, this, this.nNeighbors));
  }

  /**
   * @returns predictions in the units of y, shape (nQueries,) or (nQueries, nTargets)
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for columns other
   *   than those of `fit`, values that are no finite numbers, fewer rows in `fit` than neighbours, and weights
   *   that are all 0.
   */
  predict(X: Matrix): Tensor {
    const question = this.#ask("predict");
    const lists = listsOf(nearestTo(question, X, this.nNeighbors), this.nNeighbors);
    return averageTargets(question.where, lists, this.learned("predict"), this.weights);
  }

  /** The nearest rows of `fit` for each row of X; without X, for each of its rows among the others. @throws as `predict`. */
  kneighbors(X?: Matrix, { nNeighbors = this.nNeighbors }: KNeighborsQuery = {}): Neighbors {
    return asTensors(nearestTo(this.#ask("kneighbors"), X, nNeighbors), nNeighbors);
  }

  /** The graph of the nearest neighbours, shape (nQueries, nSamples). @throws as `predict`; ParameterError for an unknown mode. */
  kneighborsGraph(
    X?: Matrix,
    { nNeighbors = this.nNeighbors, mode = "connectivity" }: KNeighborsQuery & GraphQuery = {},
  ): SparseTensor {
    const question = this.#ask("kneighborsGraph");
    const { points, nFeaturesIn } = question.fitted;
    const lists = listsOf(nearestTo(question, X, nNeighbors), nNeighbors);
    return graphOf(question.where, lists, points.length / nFeaturesIn, mode);
  }

  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const fitted = this.learned("toGraph");
    const { targets, nTargets } = fitted;
    const values = tensor(targets, { shape: [targets.length / nTargets, nTargets] });
    const where = "KNeighborsRegressor.toGraph";
    return { prediction: meansOfNearest(where, { X, graph }, fitted, this, values) };
  }

  #ask(method: string): Question {
    const fitted = this.learned(method);
    return { where: `KNeighborsRegressor.${method}`, fitted, options: this };
  }
}
