import {
  checkInteger,
  checkNonNegative,
  checkOneOf,
  ParameterError,
  ValueError,
} from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { checkFeatures, type FittedFeatures } from "../base/features";
import type { Features, Matrix } from "../base/inputs";
import {
  checkMetric,
  checkP,
  type DistanceMetric,
  type PlainMetric,
  plainMetric,
} from "../metrics/pairwise/distance-metric";
import { BallSearch } from "./ball-search";
import { BruteSearch } from "./brute-search";
import { EuclideanSearch } from "./euclidean-search";
import { KDSearch } from "./kd-search";
import { reducedMetric } from "./reduced-metric";
import type { NearestFound, Points, Search, WithinFound } from "./search";

/** How near points are found: at "brute" force, by one of two trees, or as it seems best. */
export type NeighborsAlgorithm = "auto" | "brute" | "kd_tree" | "ball_tree";

/** The options of everything that looks for neighbours. */
export interface NeighborsOptions {
  /**
   * How they are found; all ways find the same, but for the order of equal distances. Default "auto": a k-d tree
   * where its metrics allow, for at most 15 features and fewer than half of all points; a ball tree for a function;
   * else brute force.
   */
  readonly algorithm?: NeighborsAlgorithm;
  /** Points in a tree's leaf, at most about twice as many. Default 30. */
  readonly leafSize?: number;
  /** How far two rows are from each other. Default "minkowski". */
  readonly metric?: DistanceMetric;
  /** The power of "minkowski", above 0. Default 2: the Euclidean distance. */
  readonly p?: number;
}

/** A row's nearest neighbours, from near to far. */
export interface Neighbors {
  /** Shape (nQueries, nNeighbors). */
  readonly distances: Tensor;
  /** The rows of `fit`, int32, shape (nQueries, nNeighbors). */
  readonly indices: Tensor;
}

/** The neighbours within a radius, a list for each query. */
export interface RadiusNeighbors {
  readonly distances: readonly Float64Array[];
  /** The rows of `fit`. */
  readonly indices: readonly Int32Array[];
}

/** What is kept of the points. */
export interface FittedPoints extends FittedFeatures {
  /** The rows of `fit`, one after another. */
  readonly points: Float64Array;
  /** How neighbours are found. */
  readonly method: Exclude<NeighborsAlgorithm, "auto">;
}

/** The options as they are kept. */
export type CheckedNeighbors = Required<NeighborsOptions>;

const TREES: readonly NeighborsAlgorithm[] = ["auto", "brute", "kd_tree", "ball_tree"];

/** @throws ParameterError for options that cannot be, also for a metric that the tree cannot work with. */
export function checkNeighbors(
  where: string,
  { algorithm = "auto", leafSize = 30, metric = "minkowski", p = 2 }: NeighborsOptions,
): CheckedNeighbors {
  const checked = {
    algorithm: checkOneOf(where, "algorithm", algorithm, TREES),
    leafSize: checkInteger(where, "leafSize", leafSize, 1),
    metric: checkMetric(where, metric),
    p: checkP(where, p),
  };
  const plain = plainMetric(metric, p);
  if (
    (algorithm === "kd_tree" && !fitsBoxes(plain)) ||
    (algorithm === "ball_tree" && !fitsBalls(plain))
  ) {
    const name = typeof metric === "function" ? "a function" : `${metric}, p = ${p}`;
    throw new ParameterError(
      `${where}: algorithm "${algorithm}" needs a metric that ${algorithm === "kd_tree" ? "grows with each coordinate" : "keeps the triangle inequality"}, got ${name}; "brute" takes all`,
    );
  }
  return checked;
}

function fitsBoxes(metric: PlainMetric): boolean {
  if (typeof metric === "string") return metric !== "cosine" && metric !== "hamming";
  return "p" in metric && metric.p >= 1;
}

function fitsBalls(metric: PlainMetric): boolean {
  return metric !== "cosine" && (typeof metric === "string" || "of" in metric || metric.p >= 1);
}

/**
 * How neighbours are found for these points, where scikit-learn's rule leaves it open.
 *
 * @param nNeighbors how many will be asked for, if that is known
 */
function chooseMethod(
  { algorithm, metric, p }: CheckedNeighbors,
  [nSamples, nFeatures]: readonly [number, number],
  nNeighbors: number | undefined,
): FittedPoints["method"] {
  if (algorithm !== "auto") return algorithm;
  const isHalf = nNeighbors !== undefined && nNeighbors >= Math.floor(nSamples / 2);
  if (nFeatures > 15 || isHalf) return "brute";
  const plain = plainMetric(metric, p);
  if (fitsBoxes(plain)) return "kd_tree";
  return fitsBalls(plain) ? "ball_tree" : "brute";
}

/** What is kept of the points, with the search in them made ready. */
export function fitPoints(
  { X, names }: Features,
  options: CheckedNeighbors,
  nNeighbors?: number,
): FittedPoints {
  const [nSamples, nFeatures] = X.shape as [number, number];
  const fitted: FittedPoints = {
    points: X.data() as Float64Array,
    method: chooseMethod(options, [nSamples, nFeatures], nNeighbors),
    nFeaturesIn: nFeatures,
    featureNamesIn: names,
  };
  searchOf(fitted, options);
  return fitted;
}

const searches = new WeakMap<Float64Array, Search>();

/** The search in the points that were kept; made once. */
export function searchOf(fitted: FittedPoints, options: CheckedNeighbors): Search {
  const known = searches.get(fitted.points);
  if (known) return known;
  const made = makeSearch(fitted, options);
  searches.set(fitted.points, made);
  return made;
}

function makeSearch(fitted: FittedPoints, { leafSize, metric, p }: CheckedNeighbors): Search {
  const plain = plainMetric(metric, p);
  const points = pointsOf(fitted.points, fitted.nFeaturesIn);
  const reduced = reducedMetric(plain);
  if (fitted.method === "kd_tree") return new KDSearch(points, leafSize, reduced);
  if (fitted.method === "ball_tree") return new BallSearch(points, leafSize, reduced);
  if (plain === "euclidean") return new EuclideanSearch(points);
  return new BruteSearch(plain === "cosine" ? unitPoints(points) : points, reduced);
}

function pointsOf(values: Float64Array, d: number): Points {
  return { values, n: values.length / d, d };
}

/** Points of length 1, in the same directions; those at the origin stay there. */
function unitPoints({ values, n, d }: Points): Points {
  const units = values.slice();
  for (let i = 0; i < n; i++) {
    let square = 0;
    for (let j = 0; j < d; j++) square += values[i * d + j]! ** 2;
    if (square === 0) continue;
    for (let j = 0; j < d; j++) units[i * d + j]! /= Math.sqrt(square);
  }
  return { values: units, n, d };
}

/** What to ask for, and where, for messages. */
export interface Question {
  readonly where: string;
  readonly fitted: FittedPoints;
  readonly options: CheckedNeighbors;
}

function queriesOf({ where, fitted, options }: Question, X: Matrix | undefined): Points {
  const values = X ? (checkFeatures(where, X, fitted).data() as Float64Array) : fitted.points;
  const queries = pointsOf(values, fitted.nFeaturesIn);
  const plain = plainMetric(options.metric, options.p);
  return plain === "cosine" ? unitPoints(queries) : queries;
}

/**
 * The k nearest rows of `fit`; without X, of each of its rows among the others.
 *
 * @throws ParameterError unless k is a whole number above 0; ValueError if there are fewer rows.
 */
export function nearestTo(question: Question, X: Matrix | undefined, k: number): NearestFound {
  const { where, fitted, options } = question;
  checkInteger(where, "nNeighbors", k, 1);
  const nSamples = fitted.points.length / fitted.nFeaturesIn;
  const others = X ? nSamples : nSamples - 1;
  if (k > others) {
    const what = X ? "rows of fit" : "other rows of fit";
    throw new ValueError(`${where}: expected nNeighbors <= ${others}, the ${what}, got ${k}`);
  }
  const search = searchOf(fitted, options);
  const queries = queriesOf(question, X);
  return X ? search.nearest(queries, k) : withoutSelf(search.nearest(queries, k + 1), k);
}

/** Takes each row itself out of its neighbours; of many equal rows it may be missing, and the first goes. */
function withoutSelf({ distances, indices, nDistances }: NearestFound, k: number): NearestFound {
  const n = indices.length / (k + 1);
  const kept = { distances: new Float64Array(n * k), indices: new Int32Array(n * k), nDistances };
  for (let i = 0; i < n; i++) {
    const row = indices.subarray(i * (k + 1), (i + 1) * (k + 1));
    const self = Math.max(0, row.indexOf(i));
    for (let place = 0; place < k; place++) {
      const from = i * (k + 1) + (place < self ? place : place + 1);
      kept.distances[i * k + place] = distances[from]!;
      kept.indices[i * k + place] = indices[from]!;
    }
  }
  return kept;
}

/** The rows of `fit` within the radius; without X, of each of its rows among the others. */
export function withinOf(
  question: Question,
  X: Matrix | undefined,
  radius: number,
): readonly WithinFound[] {
  const { where, fitted, options } = question;
  checkNonNegative(where, "radius", radius);
  const found = searchOf(fitted, options).within(queriesOf(question, X), radius);
  if (X) return found;
  return found.map(({ distances, indices }, i) => ({
    distances: distances.filter((_, place) => indices[place] !== i),
    indices: indices.filter((index) => index !== i),
  }));
}

/** Neighbours as tensors. */
export function asTensors({ distances, indices }: NearestFound, k: number): Neighbors {
  const shape = [indices.length / k, k];
  return {
    distances: tensor(distances, { shape }),
    indices: tensor(indices, { shape, dtype: "int32" }),
  };
}

/** Neighbours, k a query, as lists. */
export function listsOf({ distances, indices }: NearestFound, k: number): WithinFound[] {
  return Array.from({ length: indices.length / k }, (_, i) => ({
    distances: distances.subarray(i * k, (i + 1) * k),
    indices: indices.subarray(i * k, (i + 1) * k),
  }));
}
