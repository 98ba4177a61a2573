import { NearestList } from "./nearest-list";
import type { ReducedMetric } from "./reduced-metric";
import type { NearestFound, Points, Search, WithinFound } from "./search";

/** Looks at every point. */
export class BruteSearch implements Search {
  protected readonly points: Points;
  protected readonly metric: ReducedMetric;

  constructor(points: Points, metric: ReducedMetric) {
    this.points = points;
    this.metric = metric;
  }

  nearest({ values, n, d }: Points, k: number): NearestFound {
    const distances = new Float64Array(n * k);
    const indices = new Int32Array(n * k);
    const list = new NearestList(k);
    for (let i = 0; i < n; i++) {
      this.offerAll(values, i * d, list);
      list.drain(distances, indices, i * k);
    }
    const { toDistance } = this.metric;
    for (let i = 0; i < distances.length; i++) distances[i] = toDistance(distances[i]!);
    return { distances, indices, nDistances: n * this.points.n };
  }

  within({ values, n, d }: Points, radius: number): WithinFound[] {
    const { of, toDistance, fromDistance } = this.metric;
    const reduced = fromDistance(radius);
    return Array.from({ length: n }, (_, i) => {
      const [distances, indices]: [number[], number[]] = [[], []];
      for (let point = 0; point < this.points.n; point++) {
        const distance = of(values, i * d, this.points.values, point * d, d);
        if (distance > reduced) continue;
        distances.push(toDistance(distance));
        indices.push(point);
      }
      return { distances: Float64Array.from(distances), indices: Int32Array.from(indices) };
    });
  }

  /** Offers every point to the list, by its reduced distance from the query that begins at `at`. */
  protected offerAll(query: Float64Array, at: number, list: NearestList): void {
    const { values, n, d } = this.points;
    const { of } = this.metric;
    let farthest = list.farthest;
    for (let point = 0; point < n; point++) {
      const distance = of(query, at, values, point * d, d);
      if (distance >= farthest) continue;
      list.offer(distance, point);
      farthest = list.farthest;
    }
  }
}
