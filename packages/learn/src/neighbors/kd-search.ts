import type { ReducedMetric } from "./reduced-metric";
import type { Points } from "./search";
import { SpaceTree } from "./space-tree";

/** A k-d tree: each node has the smallest box around its points. For metrics that grow with each coordinate's difference. */
export class KDSearch extends SpaceTree {
  readonly #lows: Float64Array;
  readonly #highs: Float64Array;
  readonly #corner: Float64Array;

  constructor(points: Points, leafSize: number, metric: ReducedMetric) {
    super(points, leafSize, metric);
    const { d, nNodes } = this;
    this.#lows = new Float64Array(nNodes * d).fill(Number.POSITIVE_INFINITY);
    this.#highs = new Float64Array(nNodes * d).fill(Number.NEGATIVE_INFINITY);
    this.#corner = new Float64Array(d);
    for (let node = nNodes - 1; node >= 0; node--) this.#measure(node);
  }

  /** The reduced distance of the box's point next to the query, with the rounding of the points' own distances. */
  protected leastOf(node: number, query: Float64Array, at: number): number {
    const { d } = this;
    const corner = this.#corner;
    for (let j = 0, bound = node * d; j < d; j++, bound++) {
      const value = query[at + j]!;
      const low = this.#lows[bound]!;
      const high = this.#highs[bound]!;
      corner[j] = value < low ? low : value > high ? high : value;
    }
    return this.metric.of(query, at, corner, 0, d);
  }

  /** The box of a leaf from its points, of any other node from its children's boxes. */
  #measure(node: number): void {
    const { d, points } = this;
    const left = 2 * node + 1;
    const isLeaf = left >= this.nNodes;
    for (let j = 0; j < d; j++) {
      let low = Number.POSITIVE_INFINITY;
      let high = Number.NEGATIVE_INFINITY;
      if (isLeaf) {
        for (let place = this.starts[node]!; place < this.ends[node]!; place++) {
          low = Math.min(low, points[place * d + j]!);
          high = Math.max(high, points[place * d + j]!);
        }
      } else {
        low = Math.min(this.#lows[left * d + j]!, this.#lows[(left + 1) * d + j]!);
        high = Math.max(this.#highs[left * d + j]!, this.#highs[(left + 1) * d + j]!);
      }
      this.#lows[node * d + j] = low;
      this.#highs[node * d + j] = high;
    }
  }
}
