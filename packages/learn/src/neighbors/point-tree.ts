import { checkInteger, checkNonNegative, ValueError } from "@gradus/core";
import { checkFeatures, type FittedFeatures } from "../base/features";
import { checkMatrix, type Matrix } from "../base/inputs";
import {
  asTensors,
  checkNeighbors,
  type FittedPoints,
  type Neighbors,
  type NeighborsOptions,
  type RadiusNeighbors,
  searchOf,
} from "./neighborhood";
import type { Search } from "./search";

/** The options of `KDTree` and `BallTree`. */
export interface TreeOptions extends Pick<NeighborsOptions, "metric" | "p"> {
  /** Points in a leaf, at most about twice as many. Default 40. */
  readonly leafSize?: number;
}

/** What `query` of a tree finds. */
export interface TreeNeighbors extends Neighbors {
  /** How many distances, from points and from the tree's nodes, were computed for all queries. */
  readonly nDistances: number;
}

/** What both trees share. */
export abstract class PointTree {
  readonly #features: FittedFeatures;
  readonly #search: Search;
  readonly #nSamples: number;

  protected constructor(
    where: string,
    X: Matrix,
    algorithm: "kd_tree" | "ball_tree",
    { leafSize = 40, metric = "minkowski", p = 2 }: TreeOptions,
  ) {
    const options = checkNeighbors(where, { algorithm, leafSize, metric, p });
    const { X: read, names } = checkMatrix(where, X);
    const fitted: FittedPoints = {
      points: read.data() as Float64Array,
      method: algorithm,
      nFeaturesIn: read.shape[1]!,
      featureNamesIn: names,
    };
    this.#features = fitted;
    this.#nSamples = read.shape[0]!;
    this.#search = searchOf(fitted, options);
  }

  /** The name of the class, for messages. */
  protected abstract get name(): string;

  /**
   * The k nearest points of each query, from near to far.
   *
   * @param X queries, shape (nQueries, nFeatures)
   * @throws ParameterError unless k is a whole number above 0; ValueError for more than there are points, and for
   *   values that are no finite numbers; ShapeError for another number of features.
   */
  query(X: Matrix, { k = 1 }: { readonly k?: number } = {}): TreeNeighbors {
    const where = `${this.name}.query`;
    checkInteger(where, "k", k, 1);
    if (k > this.#nSamples) {
      throw new ValueError(`${where}: expected k <= ${this.#nSamples}, the points, got ${k}`);
    }
    const found = this.#search.nearest(this.#queries(where, X), k);
    return { ...asTensors(found, k), nDistances: found.nDistances };
  }

  /**
   * The points not farther than `radius` from each query, in the order of their numbers.
   *
   * @param X queries, shape (nQueries, nFeatures)
   * @param radius in the units of the features, at least 0
   * @throws ParameterError for a radius below 0; ValueError for values that are no finite numbers; ShapeError for
   *   another number of features.
   */
  queryRadius(X: Matrix, radius: number): RadiusNeighbors {
    const where = `${this.name}.queryRadius`;
    checkNonNegative(where, "radius", radius);
    const found = this.#search.within(this.#queries(where, X), radius);
    return {
      distances: found.map(({ distances }) => distances),
      indices: found.map(({ indices }) => indices),
    };
  }

  #queries(where: string, X: Matrix) {
    const read = checkFeatures(where, X, this.#features);
    const [n, d] = read.shape as [number, number];
    return { values: read.data() as Float64Array, n, d };
  }
}
