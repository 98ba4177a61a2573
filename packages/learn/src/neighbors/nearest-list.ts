/**
 * The k nearest of the points that are offered, by a heap with the farthest on top. A point that is only as near as
 * the farthest does not enter, so at equal distances those stay that came first. Which of several equally far is
 * pushed out, and in which order they stand at the end, follows from where the heap has them: as in scikit-learn.
 */
export class NearestList {
  /** How many points it keeps. */
  readonly k: number;
  readonly #distances: Float64Array;
  readonly #points: Int32Array;

  constructor(k: number) {
    this.k = k;
    this.#distances = new Float64Array(k).fill(Number.POSITIVE_INFINITY);
    this.#points = new Int32Array(k);
  }

  /** The distance of the farthest; only nearer points enter. ∞ until there are k. */
  get farthest(): number {
    return this.#distances[0]!;
  }

  /** Takes a point in place of the farthest if it is nearer. */
  offer(distance: number, point: number): void {
    const distances = this.#distances;
    const points = this.#points;
    if (distance >= distances[0]!) return;
    let at = 0;
    for (let child = 1; child < this.k; child = 2 * at + 1) {
      if (child + 1 < this.k && distances[child + 1]! > distances[child]!) child++;
      if (distance >= distances[child]!) break;
      distances[at] = distances[child]!;
      points[at] = points[child]!;
      at = child;
    }
    distances[at] = distance;
    points[at] = point;
  }

  /** Writes the points from near to far, those equally far as they stand in the heap, and forgets them. */
  drain(distances: Float64Array, points: Int32Array, start: number): void {
    for (let place = 0; place < this.k; place++) {
      const distance = this.#distances[place]!;
      let at = start + place;
      for (; at > start && distances[at - 1]! > distance; at--) {
        distances[at] = distances[at - 1]!;
        points[at] = points[at - 1]!;
      }
      distances[at] = distance;
      points[at] = this.#points[place]!;
    }
    this.clear();
  }

  /** Forgets all points. */
  clear(): void {
    this.#distances.fill(Number.POSITIVE_INFINITY);
  }
}
