import { checkInteger, checkOneOf, warn } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import type { Matrix } from "../base/inputs";
import type { Labels } from "../base/labels";
import { type Resampled, readRows, type SamplerRows } from "./base-sampler";
import { nearestRows } from "./neighbor-rows";
import { RowSampler } from "./row-sampler";
import {
  checkStrategy,
  rowsOfClass,
  type SamplingStrategy,
  samplingTargets,
} from "./sampling-strategy";

/** The options of `NearMiss`. */
export interface NearMissOptions {
  /** Which classes lose rows, and how many they keep. Default "auto": all as many as the smallest. */
  readonly samplingStrategy?: SamplingStrategy;
  /**
   * Which rows stay: those nearest on average to their nearest rows of the smallest class (1, the default); to its farthest
   * rows (2); or of the rows that are neighbours of the smallest class, those farthest from their nearest rows of it (3).
   */
  readonly version?: 1 | 2 | 3;
  /** Over how many rows of the smallest class the distance is taken. Default 3. */
  readonly nNeighbors?: number;
  /** In version 3, how many neighbours of each row of the smallest class are looked at. Default 3. */
  readonly nNeighborsVer3?: number;
}

/**
 * Keeps those rows of the larger classes that are near to the smallest class, by one of three rules.
 *
 * The rows come out class by class, from the best one on. Distances depend on the units of the features.
 *
 * @see Zhang and Mani (2003), KNN approach to unbalanced data distributions, ICML workshop on imbalanced data sets.
 * @roadmap FEA-017
 * @example
 * ```ts
 * const X = [[0], [5], [2], [3], [9], [10]];
 * const sampler = new NearMiss({ nNeighbors: 1 });
 * sampler.fitResample(X, ["a", "a", "a", "a", "b", "b"]);
 * sampler.sampleIndices.join(", "); // → 1, 3, 4, 5
 * ```
 */
export class NearMiss extends RowSampler<Required<NearMissOptions>> {
  static override readonly typeName: string = "NearMiss";
  readonly samplingStrategy: SamplingStrategy;
  readonly version: 1 | 2 | 3;
  readonly nNeighbors: number;
  readonly nNeighborsVer3: number;

  /** @throws ParameterError for a strategy or version that is none, and unless numbers of neighbours are integers >= 1. */
  constructor({
    samplingStrategy = "auto",
    version = 1,
    nNeighbors = 3,
    nNeighborsVer3 = 3,
  }: NearMissOptions = {}) {
    super();
    const where = "NearMiss";
    this.samplingStrategy = checkStrategy(where, "under", samplingStrategy);
    this.version = checkOneOf(where, "version", version, [1, 2, 3]);
    this.nNeighbors = checkInteger(where, "nNeighbors", nNeighbors, 1);
    this.nNeighborsVer3 = checkInteger(where, "nNeighborsVer3", nNeighborsVer3, 1);
    Object.freeze(this);
  }

  /**
   * The rows that are left, class by class, and their labels. Warns where version 3 finds fewer rows than are to be kept.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y labels, shape (nSamples,)
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, labels that are
   *   none, a single class, strategies that y does not allow, and classes of fewer rows than neighbours are asked for.
   */
  fitResample<Rows extends Matrix>(X: Rows, y: Labels): Resampled<Rows> {
    const where = "NearMiss.fitResample";
    const rows = readRows(where, X, y);
    const { codes, counts } = rows;
    const targets = samplingTargets(where, "under", this.samplingStrategy, rows);
    const least = Math.min(...counts);
    // Of equally small classes the one that comes first.
    const smallest = codes.find((code) => counts[code] === least)!;
    const minority = rows.X.take(rowsOfClass(codes, smallest), 0);
    const left = targets.flatMap((target, k) => {
      const own = rowsOfClass(codes, k);
      if (target === undefined) return [...own];
      const chosen = this.#choose(where, rows, [minority, own], target);
      return chosen.map((i) => own[i]!);
    });
    return this.give(X, rows, Int32Array.from(left));
  }

  /** The places of the rows to keep among a class's own. */
  #choose(
    where: string,
    { X }: SamplerRows,
    [minority, own]: readonly [Tensor, Int32Array],
    target: number,
  ): number[] {
    const rows = X.take(own, 0);
    if (this.version < 3) {
      const k = this.version === 1 ? this.nNeighbors : minority.shape[0]!;
      const sums = this.#distances(where, minority, rows, k);
      return ranked(sums, (a, b) => a - b).slice(0, target);
    }
    const what = "rows of each class, as many as nNeighborsVer3";
    const { indices } = nearestRows(where, [rows, minority], this.nNeighborsVer3, what);
    const near = Int32Array.from(new Set(indices)).sort();
    const sums = this.#distances(where, minority, rows.take(near, 0), this.nNeighbors);
    if (near.length < target) {
      warn(
        "data",
        `${where}: expected ${target} rows near the smallest class, got ${near.length}, which are all kept; more neighbours (nNeighborsVer3) give more`,
      );
    }
    return ranked(sums, (a, b) => b - a)
      .slice(0, target)
      .map((i) => near[i]!);
  }

  /** The sum of each row's distances to the farthest `nNeighbors` of its k nearest rows of the smallest class. */
  #distances(where: string, minority: Tensor, rows: Tensor, k: number): Float64Array {
    const what = "rows of the smallest class, as many as nNeighbors";
    const { distances } = nearestRows(where, [minority, rows], k, what);
    const from = Math.max(0, k - this.nNeighbors);
    return Float64Array.from({ length: rows.shape[0]! }, (_, i) =>
      distances.subarray(i * k + from, (i + 1) * k).reduce((sum, distance) => sum + distance, 0),
    );
  }
}

/** Places in the order of their values; of equals the first. */
function ranked(values: Float64Array, order: (a: number, b: number) => number): number[] {
  return [...values.keys()].sort((a, b) => order(values[a]!, values[b]!) || a - b);
}
