import { NearestList } from "./nearest-list";
import type { ReducedMetric } from "./reduced-metric";
import type { NearestFound, Points, Search, WithinFound } from "./search";
import { selectMiddle } from "./select-middle";

/**
 * A balanced binary tree over points: each node holds a run of the points, its two children a half of them
 * each, split at the median of the coordinate that spreads widest. Node i has the children 2i + 1 and 2i + 2.
 * What says how near a node's points can be is up to the kind of tree.
 */
export abstract class SpaceTree implements Search {
  protected readonly d: number;
  /** The points in the tree's order. */
  protected readonly points: Float64Array;
  protected readonly metric: ReducedMetric;
  protected readonly nNodes: number;
  /** Where a node's points begin and end. */
  protected readonly starts: Int32Array;
  protected readonly ends: Int32Array;
  /** The number of each point before it was moved. */
  readonly #order: Int32Array;
  #query: Float64Array = new Float64Array(0);
  #at = 0;
  #nDistances = 0;

  constructor({ values, n, d }: Points, leafSize: number, metric: ReducedMetric) {
    this.d = d;
    this.metric = metric;
    const levels = 1 + Math.floor(Math.log2(Math.max(1, (n - 1) / leafSize)));
    this.nNodes = 2 ** levels - 1;
    this.starts = new Int32Array(this.nNodes);
    this.ends = new Int32Array(this.nNodes);
    this.#order = Int32Array.from({ length: n }, (_, i) => i);
    this.#split(values, 0, [0, n]);
    this.points = new Float64Array(n * d);
    this.#order.forEach((point, place) => {
      this.points.set(values.subarray(point * d, (point + 1) * d), place * d);
    });
  }

  /** No more than the reduced distance of any point of the node from the query that begins at `at`. */
  protected abstract leastOf(node: number, query: Float64Array, at: number): number;

  nearest({ values, n, d }: Points, k: number): NearestFound {
    const distances = new Float64Array(n * k);
    const indices = new Int32Array(n * k);
    const list = new NearestList(k);
    this.#query = values;
    this.#nDistances = 0;
    for (let i = 0; i < n; i++) {
      this.#at = i * d;
      this.#visit(0, this.leastOf(0, values, this.#at), list);
      list.drain(distances, indices, i * k);
    }
    const { toDistance } = this.metric;
    for (let i = 0; i < distances.length; i++) distances[i] = toDistance(distances[i]!);
    return { distances, indices, nDistances: this.#nDistances };
  }

  within({ values, n, d }: Points, radius: number): WithinFound[] {
    const { of, toDistance, fromDistance } = this.metric;
    const reduced = fromDistance(radius);
    return Array.from({ length: n }, (_, i) => {
      const found: [point: number, distance: number][] = [];
      const places = this.#placesWithin(values, i * d, reduced);
      for (const place of places) {
        const distance = of(values, i * d, this.points, place * d, d);
        if (distance <= reduced) found.push([this.#order[place]!, toDistance(distance)]);
      }
      found.sort(([a], [b]) => a - b);
      return {
        distances: Float64Array.from(found, ([, distance]) => distance),
        indices: Int32Array.from(found, ([point]) => point),
      };
    });
  }

  /** Looks into a node unless all its points are farther than the k that were found; the nearer child first. */
  #visit(node: number, least: number, list: NearestList): void {
    if (least > list.farthest) return;
    const left = 2 * node + 1;
    if (left >= this.nNodes) {
      this.#scan(node, list);
      return;
    }
    const leastLeft = this.leastOf(left, this.#query, this.#at);
    const leastRight = this.leastOf(left + 1, this.#query, this.#at);
    this.#nDistances += 2;
    if (leastLeft <= leastRight) {
      this.#visit(left, leastLeft, list);
      this.#visit(left + 1, leastRight, list);
    } else {
      this.#visit(left + 1, leastRight, list);
      this.#visit(left, leastLeft, list);
    }
  }

  #scan(node: number, list: NearestList): void {
    const { points, d } = this;
    const { of } = this.metric;
    const order = this.#order;
    const query = this.#query;
    const at = this.#at;
    const end = this.ends[node]!;
    let farthest = list.farthest;
    for (let place = this.starts[node]!; place < end; place++) {
      const distance = of(query, at, points, place * d, d);
      if (distance >= farthest) continue;
      list.offer(distance, order[place]!);
      farthest = list.farthest;
    }
    this.#nDistances += end - this.starts[node]!;
  }

  /** The places of the points in all leaves that are not too far. */
  #placesWithin(query: Float64Array, at: number, reduced: number): number[] {
    const places: number[] = [];
    const stack = [0];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (this.leastOf(node, query, at) > reduced) continue;
      const left = 2 * node + 1;
      if (left < this.nNodes) {
        stack.push(left, left + 1);
        continue;
      }
      for (let place = this.starts[node]!; place < this.ends[node]!; place++) places.push(place);
    }
    return places;
  }

  /** Puts the points of a run in order: those below the median of the widest coordinate before the others. */
  #split(values: Float64Array, node: number, [start, end]: readonly [number, number]): void {
    this.starts[node] = start;
    this.ends[node] = end;
    if (2 * node + 1 >= this.nNodes) return;
    const middle = start + Math.floor((end - start) / 2);
    const axis = widestAxis(values, this.d, this.#order.subarray(start, end));
    const order = { values, d: this.d, axis };
    selectMiddle(this.#order.subarray(start, end), middle - start, order);
    this.#split(values, 2 * node + 1, [start, middle]);
    this.#split(values, 2 * node + 2, [middle, end]);
  }
}

/** The coordinate with the largest difference between two of the points. */
function widestAxis(values: Float64Array, d: number, points: Int32Array): number {
  let [widest, axis] = [-1, 0];
  for (let j = 0; j < d; j++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < points.length; i++) {
      const value = values[points[i]! * d + j]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (high - low > widest) [widest, axis] = [high - low, j];
  }
  return axis;
}
