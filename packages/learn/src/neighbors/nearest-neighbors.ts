import { checkInteger, checkNonNegative } from "@gradus/core";
import type { SparseTensor } from "@gradus/tensor";
import { BaseEstimator } from "../base/base-estimator";
import { checkMatrix, type Matrix } from "../base/inputs";
import type { DistanceMetric } from "../metrics/pairwise/distance-metric";
import { type GraphMode, graphOf } from "./neighbor-graph";
import {
  asTensors,
  checkNeighbors,
  type FittedPoints,
  fitPoints,
  listsOf,
  type Neighbors,
  type NeighborsAlgorithm,
  type NeighborsOptions,
  nearestTo,
  type Question,
  type RadiusNeighbors,
  withinOf,
} from "./neighborhood";

/** The options of `NearestNeighbors`. */
export interface NearestNeighborsOptions extends NeighborsOptions {
  /** How many neighbours `kneighbors` finds. Default 5. */
  readonly nNeighbors?: number;
  /** How far `radiusNeighbors` looks, in the units of the features. Default 1. */
  readonly radius?: number;
}

/** What a question about the nearest neighbours may say. */
export interface KNeighborsQuery {
  /** How many. Default the estimator's. */
  readonly nNeighbors?: number;
}

/** What a question about the neighbours within a radius may say. */
export interface RadiusQuery {
  /** How far. Default the estimator's. */
  readonly radius?: number;
  /** From near to far, in place of the order of the rows in `fit`. Default false. */
  readonly sortResults?: boolean;
}

/** What a graph's edges hold: 1, or the distance. Default "connectivity". */
export interface GraphQuery {
  readonly mode?: GraphMode;
}

/**
 * Finds the rows of `fit` that are near to others.
 *
 * Rows that are equally far are ordered, and chosen where not all can be, as scikit-learn does it by the same
 * algorithm; the algorithms differ there. (For more than 15 neighbours only their order may differ from its.)
 *
 * @see Fix and Hodges (1951), USAF School of Aviation Medicine, report 4.
 * @example
 * ```ts
 * const model = new NearestNeighbors({ nNeighbors: 2 }).fit([[0], [1], [5]]);
 * model.kneighbors([[0.9]]).indices.toArray(); // → [[1, 0]]
 * model.kneighborsGraph().row(0).toArray(); // → [0, 1, 1]
 * ```
 */
export class NearestNeighbors extends BaseEstimator<
  Required<NearestNeighborsOptions>,
  FittedPoints
> {
  static override readonly typeName: string = "NearestNeighbors";
  readonly nNeighbors: number;
  readonly radius: number;
  readonly algorithm: NeighborsAlgorithm;
  readonly leafSize: number;
  readonly metric: DistanceMetric;
  readonly p: number;

  /** @throws ParameterError for options that cannot be. */
  constructor({ nNeighbors = 5, radius = 1, ...options }: NearestNeighborsOptions = {}) {
    super();
    const where = "NearestNeighbors";
    const checked = checkNeighbors(where, options);
    this.nNeighbors = checkInteger(where, "nNeighbors", nNeighbors, 1);
    this.radius = checkNonNegative(where, "radius", radius);
    this.algorithm = checked.algorithm;
    this.leafSize = checked.leafSize;
    this.metric = checked.metric;
    this.p = checked.p;
    Object.freeze(this);
  }

  /**
   * Keeps the rows. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for values that are no finite
   *   numbers.
   */
  fit(X: Matrix): this {
    const features = checkMatrix("NearestNeighbors.fit", X);
    return this.keep(fitPoints(features, this, this.nNeighbors));
  }

  /** The number of rows seen in `fit`. @throws NotFittedError before `fit`. */
  get nSamplesFit(): number {
    const { points, nFeaturesIn } = this.learned("nSamplesFit");
    return points.length / nFeaturesIn;
  }

  /**
   * The nearest rows of `fit` for each row of X; without X, for each of its rows among the others.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for columns other
   *   than those of `fit`, values that are no finite numbers, and too few rows in `fit`; ParameterError for a
   *   number of neighbours that cannot be.
   */
  kneighbors(X?: Matrix, { nNeighbors = this.nNeighbors }: KNeighborsQuery = {}): Neighbors {
    return asTensors(nearestTo(this.#ask("kneighbors"), X, nNeighbors), nNeighbors);
  }

  /**
   * The graph of the nearest neighbours, shape (nQueries, nSamples), sparse: an entry for each of them.
   *
   * @throws as `kneighbors`, and ParameterError for an unknown mode.
   */
  kneighborsGraph(
    X?: Matrix,
    { nNeighbors = this.nNeighbors, mode = "connectivity" }: KNeighborsQuery & GraphQuery = {},
  ): SparseTensor {
    const question = this.#ask("kneighborsGraph");
    const lists = listsOf(nearestTo(question, X, nNeighbors), nNeighbors);
    return graphOf(question.where, lists, this.nSamplesFit, mode);
  }

  /**
   * The rows of `fit` within the radius of each row of X, the boundary included; without X, of each of its rows
   * among the others.
   *
   * @throws as `kneighbors`; ParameterError for a radius below 0.
   */
  radiusNeighbors(
    X?: Matrix,
    { radius = this.radius, sortResults = false }: RadiusQuery = {},
  ): RadiusNeighbors {
    const found = withinOf(this.#ask("radiusNeighbors"), X, radius);
    const lists = sortResults ? found.map(nearFirst) : found;
    return {
      distances: lists.map(({ distances }) => distances),
      indices: lists.map(({ indices }) => indices),
    };
  }

  /**
   * The graph of the neighbours within the radius, shape (nQueries, nSamples), sparse: an entry for each of them.
   *
   * @throws as `radiusNeighbors`, and ParameterError for an unknown mode.
   */
  radiusNeighborsGraph(
    X?: Matrix,
    { radius = this.radius, mode = "connectivity" }: Pick<RadiusQuery, "radius"> & GraphQuery = {},
  ): SparseTensor {
    const question = this.#ask("radiusNeighborsGraph");
    return graphOf(question.where, withinOf(question, X, radius), this.nSamplesFit, mode);
  }

  #ask(method: string): Question {
    const fitted = this.learned(method);
    return { where: `NearestNeighbors.${method}`, fitted, options: this };
  }
}

function nearFirst({
  distances,
  indices,
}: {
  readonly distances: Float64Array;
  readonly indices: Int32Array;
}) {
  const places = [...indices.keys()].sort((a, b) => distances[a]! - distances[b]!);
  return {
    distances: Float64Array.from(places, (place) => distances[place]!),
    indices: Int32Array.from(places, (place) => indices[place]!),
  };
}
