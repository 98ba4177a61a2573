/** Points, one after another, each of so many numbers. */
export interface Points {
  readonly values: Float64Array;
  readonly n: number;
  readonly d: number;
}

/** The k nearest points of each query, from near to far: k numbers a query. */
export interface NearestFound {
  readonly distances: Float64Array;
  readonly indices: Int32Array;
  /** How many distances (from points, boxes and balls) were computed. */
  readonly nDistances: number;
}

/** The points within a radius of one query, in the order of their numbers. */
export interface WithinFound {
  readonly distances: Float64Array;
  readonly indices: Int32Array;
}

/** A way to find the points near to queries; all ways find the same. */
export interface Search {
  /** The k nearest points of each query. */
  nearest(queries: Points, k: number): NearestFound;
  /** The points not farther than the radius from each query. */
  within(queries: Points, radius: number): WithinFound[];
}
