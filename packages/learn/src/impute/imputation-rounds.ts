import type { RandomState } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import type { Regressor } from "../base/estimator";

/** In which order the features are filled. */
export type ImputationOrder = "ascending" | "descending" | "roman" | "arabic" | "random";

/** Rows whose gaps are filled, again and again. */
export class WorkingRows {
  /** Row by row, without gaps. */
  readonly values: Float64Array;
  readonly nRows: number;
  readonly nColumns: number;
  /** Where the gaps are. */
  readonly #isGap: Uint8Array;

  constructor(given: Tensor, filled: Tensor) {
    [this.nRows, this.nColumns] = given.shape as [number, number];
    this.#isGap = Uint8Array.from(given.data(), (value) => Number(Number.isNaN(value)));
    this.values = filled.data() as Float64Array;
  }

  get hasGaps(): boolean {
    return this.#isGap.includes(1);
  }

  /** The largest absolute value that was given. */
  largest(): number {
    return this.values.reduce(
      (most, value, at) => (this.#isGap[at] ? most : Math.max(most, Math.abs(value))),
      0,
    );
  }

  /** The largest change of a row since then: the sum of the changes of its features. */
  changeFrom(before: Float64Array): number {
    let most = 0;
    for (let i = 0; i < this.nRows; i++) {
      let sum = 0;
      for (let at = i * this.nColumns; at < (i + 1) * this.nColumns; at++) {
        sum += Math.abs(this.values[at]! - before[at]!);
      }
      most = Math.max(most, sum);
    }
    return most;
  }

  /** How many values of each feature are missing. */
  gapCounts(): Int32Array {
    const counts = new Int32Array(this.nColumns);
    this.#isGap.forEach((gap, at) => {
      counts[at % this.nColumns]! += gap;
    });
    return counts;
  }

  /** The other features, and feature j, of the rows that have it. */
  training(j: number): [X: Tensor, y: Tensor] {
    const rows = this.#rows(j, 0);
    const y = Float64Array.from(rows, (i) => this.values[i * this.nColumns + j]!);
    return [this.#others(rows, j), tensor(y)];
  }

  /** The rows in which feature j is missing. */
  gaps(j: number): Int32Array {
    return this.#rows(j, 1);
  }

  /** The features but j of some rows. */
  others(rows: Int32Array, j: number): Tensor {
    return this.#others(rows, j);
  }

  toTensor(): Tensor {
    return tensor(this.values, { shape: [this.nRows, this.nColumns] });
  }

  #rows(j: number, gap: 0 | 1): Int32Array {
    const rows: number[] = [];
    for (let i = 0; i < this.nRows; i++) {
      if (this.#isGap[i * this.nColumns + j] === gap) rows.push(i);
    }
    return Int32Array.from(rows);
  }

  #others(rows: Int32Array, j: number): Tensor {
    const width = this.nColumns - 1;
    const flat = new Float64Array(rows.length * width);
    rows.forEach((i, r) => {
      const from = i * this.nColumns;
      flat.set(this.values.subarray(from, from + j), r * width);
      flat.set(this.values.subarray(from + j + 1, from + this.nColumns), r * width + j);
    });
    return tensor(flat, { shape: [rows.length, width] });
  }
}

/** Fills the gaps of feature j by what a fitted estimator predicts from the others, within bounds. */
export function fillFeature(
  rows: WorkingRows,
  j: number,
  estimator: Regressor,
  { minValue, maxValue }: { readonly minValue: number; readonly maxValue: number },
): void {
  const gaps = rows.gaps(j);
  if (gaps.length === 0) return;
  const predicted = estimator.predict(rows.others(gaps, j)).data();
  gaps.forEach((i, k) => {
    const value = Math.min(Math.max(predicted[k]!, minValue), maxValue);
    rows.values[i * rows.nColumns + j] = value;
  });
}

/** The features in the order in which a round fills them. */
export function orderOf(
  rows: WorkingRows,
  order: ImputationOrder,
  skipComplete: boolean,
  random: RandomState,
): number[] {
  const counts = rows.gapCounts();
  const places = [...counts.keys()].filter((j) => !skipComplete || counts[j]! > 0);
  switch (order) {
    case "roman":
      return places;
    case "arabic":
      return places.reverse();
    case "ascending":
      return places.sort((a, b) => counts[a]! - counts[b]! || a - b);
    case "descending":
      return places.sort((a, b) => counts[a]! - counts[b]! || a - b).reverse();
    case "random":
      return Array.from(random.permutation(places.length), (k) => places[k]!);
  }
}
