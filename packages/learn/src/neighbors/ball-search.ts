import type { ReducedMetric } from "./reduced-metric";
import type { Points } from "./search";
import { SpaceTree } from "./space-tree";

/** A ball tree: each node has a ball about the mean of its points. For every metric that keeps the triangle inequality. */
export class BallSearch extends SpaceTree {
  readonly #centers: Float64Array;
  readonly #radii: Float64Array;

  constructor(points: Points, leafSize: number, metric: ReducedMetric) {
    super(points, leafSize, metric);
    this.#centers = new Float64Array(this.nNodes * this.d);
    this.#radii = new Float64Array(this.nNodes);
    for (let node = 0; node < this.nNodes; node++) this.#measure(node);
  }

  /** The distance from the center less the radius. */
  protected leastOf(node: number, query: Float64Array, at: number): number {
    const { of, toDistance, fromDistance } = this.metric;
    const distance = toDistance(of(query, at, this.#centers, node * this.d, this.d));
    const least = distance - this.#radii[node]!;
    return least > 0 ? fromDistance(least) : 0;
  }

  #measure(node: number): void {
    const { d, points } = this;
    const { of, toDistance } = this.metric;
    const centers = this.#centers;
    const [start, end] = [this.starts[node]!, this.ends[node]!];
    for (let place = start; place < end; place++) {
      for (let j = 0; j < d; j++) centers[node * d + j]! += points[place * d + j]!;
    }
    for (let j = 0; j < d; j++) centers[node * d + j]! /= end - start;
    let farthest = 0;
    for (let place = start; place < end; place++) {
      farthest = Math.max(farthest, of(points, place * d, centers, node * d, d));
    }
    this.#radii[node] = toDistance(farthest);
  }
}
