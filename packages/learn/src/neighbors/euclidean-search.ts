import { fromWriter, scoped, tensor, withData } from "@gradus/tensor";
import { squareOf } from "../metrics/pairwise/row-distances";
import { BruteSearch } from "./brute-search";
import { NearestList } from "./nearest-list";
import { reducedMetric } from "./reduced-metric";
import type { NearestFound, Points } from "./search";

/** Queries whose distances are computed by one product. */
const BLOCK = 128;
/** Points whose smallest number is looked at first. */
const GROUP = 16;
/** For more neighbours than this, the groups are not looked at beforehand. */
const MOST_GROUPS = 64;
/** A query that is so many times farther than all points is compared with them one by one. */
const FAR = 1e8;
/** Half the distance from 1 to the next float32. */
const UNIT = 2 ** -24;

/**
 * Looks at every point by matrix products in float32: ‖p‖² − 2qᵀp, about the points' mean and in units of
 * their largest coordinate, is known up to a rounding error that is bounded. Points that may be nearer than the k
 * found so far are measured exactly, so that the result is that of `BruteSearch`.
 */
export class EuclideanSearch extends BruteSearch {
  readonly #mean: Float64Array;
  readonly #scale: number;
  /** ‖p‖ of each point, about the mean and scaled, and the largest of them. */
  readonly #norms: Float64Array;
  readonly #largest: number;
  /** How many groups of points there are, the last one filled up. */
  readonly #nGroups: number;
  /**
   * Columns p and ‖p‖², shape (d + 1, GROUP · nGroups): first the first point of each group, then the second of
   * each, so that the smallest number of each group is a minimum of long rows.
   */
  readonly #columns: Float32Array;
  /** The distances that were offered for the query at hand. */
  readonly #offered: number[] = [];

  constructor(points: Points) {
    super(points, reducedMetric("euclidean"));
    const { values, n, d } = points;
    this.#mean = meanOf(points);
    let largest = 0;
    for (let i = 0, at = 0; i < n; i++) {
      for (let j = 0; j < d; j++, at++) {
        const size = Math.abs(values[at]! - this.#mean[j]!);
        if (size > largest) largest = size;
      }
    }
    this.#scale = largest > 0 ? 1 / largest : 1;
    this.#norms = new Float64Array(n);
    this.#nGroups = Math.ceil(n / GROUP);
    this.#columns = new Float32Array((d + 1) * GROUP * this.#nGroups);
    this.#writeColumns();
    this.#largest = this.#norms.reduce((a, b) => Math.max(a, b), 0);
  }

  override nearest(queries: Points, k: number): NearestFound {
    const { n, d } = queries;
    const distances = new Float64Array(n * k);
    const indices = new Int32Array(n * k);
    const list = new NearestList(k);
    scoped(() => {
      const width = GROUP * this.#nGroups;
      const columns = tensor(this.#columns, { shape: [d + 1, width], dtype: "float32" });
      for (let start = 0; start < n; start += BLOCK) {
        const count = Math.min(BLOCK, n - start);
        const rows = this.#rowsOf(queries, start, count);
        scoped(() => {
          const products = rows.tensor.matmul(columns);
          const smallest = products.reshape([count, GROUP, this.#nGroups]).min(1).data();
          withData(products, (values) => {
            for (let i = 0; i < count; i++) {
              const rough = {
                values: values.subarray(i * width, (i + 1) * width),
                smallest: smallest.subarray(i * this.#nGroups, (i + 1) * this.#nGroups),
              } as Rough;
              const query = { values: queries.values, at: (start + i) * d, norm: rows.norms[i]! };
              this.#offerNear(query, rough, list);
              list.drain(distances, indices, (start + i) * k);
            }
          });
        });
      }
    });
    for (let i = 0; i < distances.length; i++) distances[i] = Math.sqrt(distances[i]!);
    return { distances, indices, nDistances: n * this.points.n };
  }

  /** Offers the points that may be among the k nearest of a query, by their exact distances, in their order. */
  #offerNear(query: Query, rough: Rough, list: NearestList): void {
    // Comparisons with NaN are false.
    if (!(query.norm <= FAR * this.#largest)) {
      this.offerAll(query.values, query.at, list);
      return;
    }
    const limit = this.#nearestGroups(rough.smallest, list.k) + 2 * this.#slackAt(query);
    this.#offerWithin(limit, query, rough, list);
    if (Number.isFinite(limit) && this.#hasTies(list.farthest)) {
      // Which of equally far points stay hangs on all that were offered before.
      list.clear();
      this.#offerWithin(Number.POSITIVE_INFINITY, query, rough, list);
    }
  }

  #offerWithin(most: number, query: Query, { values, smallest }: Rough, list: NearestList): void {
    const { norm } = query;
    const square = norm * norm;
    const slack = this.#slackAt(query);
    const unit = this.#scale * this.#scale;
    const groups = this.#nGroups;
    this.#offered.length = 0;
    let limit = most;
    for (let group = 0; group < groups; group++) {
      if (smallest[group]! > limit) continue;
      const end = Math.min(GROUP, this.points.n - group * GROUP);
      for (let member = 0; member < end; member++) {
        const rough = values[member * groups + group]!;
        const point = group * GROUP + member;
        if (rough - this.#slackOf(norm, this.#norms[point]!) > limit - slack) continue;
        this.#offerExactly(query, point, list);
        limit = Math.min(limit, list.farthest * unit - square + slack);
      }
    }
  }

  /** Whether two of the points that were offered are equally far, and not farther than all that stayed. */
  #hasTies(farthest: number): boolean {
    const near = this.#offered.filter((distance) => distance <= farthest).sort((a, b) => a - b);
    return near.some((distance, i) => distance === near[i - 1]);
  }

  #slackAt({ norm }: Query): number {
    return this.#slackOf(norm, this.#largest) + UNIT * UNIT * norm * norm;
  }

  /** The k-th smallest of the groups' smallest numbers; infinite if there are fewer groups. */
  #nearestGroups(smallest: Float32Array, k: number): number {
    const groups = this.#nGroups;
    if (k > groups || k > MOST_GROUPS) return Number.POSITIVE_INFINITY;
    const least = new Float64Array(k).fill(Number.POSITIVE_INFINITY);
    let limit = Number.POSITIVE_INFINITY;
    for (let group = 0; group < groups; group++) {
      const value = smallest[group]!;
      if (!(value < limit)) continue;
      let at = k - 1;
      for (; at > 0 && least[at - 1]! > value; at--) least[at] = least[at - 1]!;
      least[at] = value;
      limit = least[k - 1]!;
    }
    return limit;
  }

  #offerExactly({ values: query, at }: Query, point: number, list: NearestList): void {
    const { values, d } = this.points;
    const distance = squareOf(query, at, values, point * d, d);
    this.#offered.push(distance);
    list.offer(distance, point);
  }

  /** A bound of the error of ‖p‖² − 2qᵀp in float32, for points up to that long. */
  #slackOf(queryNorm: number, norm: number): number {
    return (this.points.d + 8) * UNIT * (2 * queryNorm * norm + norm * norm + UNIT);
  }

  #writeColumns(): void {
    const { values, n, d } = this.points;
    const width = GROUP * this.#nGroups;
    for (let point = 0; point < n; point++) {
      const column = (point % GROUP) * this.#nGroups + Math.floor(point / GROUP);
      let square = 0;
      for (let j = 0; j < d; j++) {
        const value = (values[point * d + j]! - this.#mean[j]!) * this.#scale;
        this.#columns[j * width + column] = value;
        square += value * value;
      }
      this.#columns[d * width + column] = square;
      this.#norms[point] = Math.sqrt(square);
    }
    // What fills the last group up is farther than any point.
    for (let point = n; point < width; point++) {
      const column = (point % GROUP) * this.#nGroups + Math.floor(point / GROUP);
      this.#columns[d * width + column] = Number.POSITIVE_INFINITY;
    }
  }

  /** Rows −2q and 1, shape (count, d + 1), and each ‖q‖. */
  #rowsOf({ values, d }: Points, start: number, count: number) {
    const norms = new Float64Array(count);
    const rows = fromWriter([count, d + 1], "float32", (out) => {
      for (let i = 0; i < count; i++) {
        let square = 0;
        for (let j = 0; j < d; j++) {
          const value = (values[(start + i) * d + j]! - this.#mean[j]!) * this.#scale;
          out[i * (d + 1) + j] = -2 * value;
          square += value * value;
        }
        out[i * (d + 1) + d] = 1;
        norms[i] = Math.sqrt(square);
      }
    });
    return { tensor: rows, norms };
  }
}

/** Numbers that order the points nearly as their distances from a query do, and the smallest of each group. */
interface Rough {
  readonly values: Float32Array;
  readonly smallest: Float32Array;
}

interface Query {
  readonly values: Float64Array;
  /** Where the query begins. */
  readonly at: number;
  /** Its length about the mean, scaled. */
  readonly norm: number;
}

function meanOf({ values, n, d }: Points): Float64Array {
  const mean = new Float64Array(d);
  for (let i = 0, at = 0; i < n; i++) {
    for (let j = 0; j < d; j++, at++) mean[j]! += values[at]! / n;
  }
  return mean;
}
