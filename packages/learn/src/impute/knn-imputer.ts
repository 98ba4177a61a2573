import { checkBoolean, checkInteger, checkOneOf } from "@gradus/core";
import { fromWriter, type Tensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import type { Matrix } from "../base/inputs";
import {
  checkMissingValues,
  checkSomeKept,
  type GapOptions,
  type GapPlan,
  gapNames,
  gapPlan,
  readGaps,
  readKnownGaps,
  withIndicators,
} from "./gaps";

/** The options of `KNNImputer`. */
export interface KNNImputerOptions extends GapOptions {
  /** How many rows with a value are averaged. Default 5. */
  readonly nNeighbors?: number;
  /** Whether they all count the same, or by 1 / distance. Default "uniform". */
  readonly weights?: "uniform" | "distance";
}

interface FittedImputer extends GapPlan {
  /** The rows of `fit`, with NaN for what is missing. */
  readonly rows: Tensor;
}

/**
 * Fills a missing value with the mean of the rows of `fit` that are nearest by the other features and have
 * a value there.
 *
 * The distance of two rows is √(nFeatures / m · Σ (xⱼ − yⱼ)²) over the m features that both have. Where a
 * row has nothing in common with any other, the feature's mean fills the gap. Of rows that are equally far
 * the first count. Scale the features first: distances add up their squares.
 *
 * @see Troyanskaya et al. (2001), Bioinformatics 17(6), 520–525.
 * @example
 * ```ts
 * const X = [[1, 10], [2, 20], [9, 90], [1.2, NaN]];
 * new KNNImputer({ nNeighbors: 2 }).fitTransform(X).data()[7]; // → 15
 * ```
 */
export class KNNImputer extends BaseTransformer<Required<KNNImputerOptions>, FittedImputer> {
  static override readonly typeName: string = "KNNImputer";
  readonly nNeighbors: number;
  readonly weights: "uniform" | "distance";
  readonly missingValues: number;
  readonly addIndicator: boolean;
  readonly keepEmptyFeatures: boolean;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    nNeighbors = 5,
    weights = "uniform",
    missingValues = Number.NaN,
    addIndicator = false,
    keepEmptyFeatures = false,
  }: KNNImputerOptions = {}) {
    super();
    const where = "KNNImputer";
    this.nNeighbors = checkInteger(where, "nNeighbors", nNeighbors, 1);
    this.weights = checkOneOf(where, "weights", weights, ["uniform", "distance"]);
    this.missingValues = checkMissingValues(where, missingValues);
    this.addIndicator = checkBoolean(where, "addIndicator", addIndicator);
    this.keepEmptyFeatures = checkBoolean(where, "keepEmptyFeatures", keepEmptyFeatures);
    Object.freeze(this);
  }

  /**
   * Keeps the rows. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for infinite values, for
   *   NaN if another number stands for missing values, and if no feature has a value.
   */
  fit(X: Matrix): this {
    const where = "KNNImputer.fit";
    const features = readGaps(where, X, this.missingValues);
    const plan = gapPlan(where, features, this);
    checkSomeKept(where, plan);
    const nFeaturesIn = features.X.shape[1]!;
    return this.keep({ ...plan, rows: features.X, nFeaturesIn, featureNamesIn: features.names });
  }

  /**
   * The features without gaps, and the indicators behind them.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for infinite values.
   */
  transform(X: Matrix): Tensor {
    const where = "KNNImputer.transform";
    const fitted = this.learned("transform");
    const read = readKnownGaps(where, X, fitted, this.missingValues);
    const { kept } = fitted;
    const [nRows, nColumns] = read.shape as [number, number];
    const donors = new Donors(fitted.rows, this.nNeighbors, this.weights);
    const x = read.data() as Float64Array;
    const filled = fromWriter([nRows, kept.length], "float64", (out) => {
      for (let i = 0; i < nRows; i++) {
        const row = x.subarray(i * nColumns, (i + 1) * nColumns);
        const distances = row.some(Number.isNaN) ? donors.distances(row) : undefined;
        for (let k = 0; k < kept.length; k++) {
          const j = kept[k]!;
          const isGap = Number.isNaN(row[j]);
          out[i * kept.length + k] = isGap ? donors.value(j, distances!) : row[j]!;
        }
      }
    });
    return withIndicators(read, filled, fitted);
  }

  override getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    return gapNames(this.inputNames(inputFeatures), this.learned("getFeatureNamesOut"));
  }
}

/** The rows that values are taken from. */
class Donors {
  readonly #x: Float64Array;
  readonly #nRows: number;
  readonly #nColumns: number;
  readonly #nNeighbors: number;
  readonly #weights: "uniform" | "distance";

  constructor(rows: Tensor, nNeighbors: number, weights: "uniform" | "distance") {
    this.#x = rows.data() as Float64Array;
    [this.#nRows, this.#nColumns] = rows.shape as [number, number];
    this.#nNeighbors = nNeighbors;
    this.#weights = weights;
  }

  /** The distance to each row; infinite where no feature is in common. */
  distances(row: Float64Array): Float64Array {
    const x = this.#x;
    const n = this.#nColumns;
    const places = Int32Array.from(row.keys()).filter((j) => !Number.isNaN(row[j]));
    const distances = new Float64Array(this.#nRows);
    for (let i = 0; i < this.#nRows; i++) {
      let sum = 0;
      let common = 0;
      for (let k = 0; k < places.length; k++) {
        const difference = x[i * n + places[k]!]! - row[places[k]!]!;
        if (Number.isNaN(difference)) continue;
        sum += difference * difference;
        common++;
      }
      distances[i] = common === 0 ? Number.POSITIVE_INFINITY : Math.sqrt((sum * n) / common);
    }
    return distances;
  }

  /** What fills a gap of feature j. */
  value(j: number, distances: Float64Array): number {
    const nearest = this.#nearest(j, distances);
    if (nearest.length === 0) return this.#mean(j);
    const touches = distances[nearest[0]!] === 0;
    let sum = 0;
    let total = 0;
    for (const i of nearest) {
      const distance = distances[i]!;
      const isUniform = this.#weights === "uniform";
      // A row at distance 0 outweighs all that are farther away.
      const weight = isUniform ? 1 : touches ? Number(distance === 0) : 1 / distance;
      sum += weight * this.#x[i * this.#nColumns + j]!;
      total += weight;
    }
    return sum / total;
  }

  /** The nearest rows that have feature j, by a list that is kept sorted. */
  #nearest(j: number, distances: Float64Array): number[] {
    const nearest: number[] = [];
    for (let i = 0; i < this.#nRows; i++) {
      const distance = distances[i]!;
      if (distance === Infinity || Number.isNaN(this.#x[i * this.#nColumns + j])) continue;
      const isFull = nearest.length === this.#nNeighbors;
      if (isFull && distance >= distances[nearest.at(-1)!]!) continue;
      if (isFull) nearest.pop();
      let at = nearest.length;
      while (at > 0 && distances[nearest[at - 1]!]! > distance) at--;
      nearest.splice(at, 0, i);
    }
    return nearest;
  }

  /** The mean of feature j; 0 where no row has it. */
  #mean(j: number): number {
    let sum = 0;
    let count = 0;
    for (let i = 0; i < this.#nRows; i++) {
      const value = this.#x[i * this.#nColumns + j]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      count++;
    }
    return count === 0 ? 0 : sum / count;
  }
}
