import { checkBoolean, checkInteger } from "@gradus/core";
import { SparseTensor } from "@gradus/tensor";
import { murmurHash } from "./murmur-hash";

/** The options that say where a feature goes. */
export interface HashingOptions {
  /** The number of columns. Default 2²⁰. */
  readonly nFeatures?: number;
  /** Subtract in place of adding where the hash is below 0, so that collisions cancel rather than pile up. Default true. */
  readonly alternateSign?: boolean;
}

/** The same, with the defaults filled in. */
export type HashingParams = Required<HashingOptions>;

const MOST_COLUMNS = 2 ** 31 - 1;

/** @throws ParameterError for options that cannot be. */
export function checkHashing(where: string, options: HashingOptions): HashingParams {
  const { nFeatures = 2 ** 20, alternateSign = true } = options;
  checkInteger(where, "nFeatures", nFeatures, 1);
  return {
    nFeatures: Math.min(nFeatures, MOST_COLUMNS),
    alternateSign: checkBoolean(where, "alternateSign", alternateSign),
  };
}

/** Rows of features that are put into columns by their hashes. */
export class HashedRows {
  readonly #nFeatures: number;
  readonly #alternateSign: boolean;
  readonly #rows: number[] = [];
  readonly #columns: number[] = [];
  readonly #values: number[] = [];

  constructor({ nFeatures, alternateSign }: HashingParams) {
    this.#nFeatures = nFeatures;
    this.#alternateSign = alternateSign;
  }

  /** Adds a feature's value to its column of a row. */
  add(row: number, feature: string, value: number): void {
    if (value === 0) return;
    const hash = murmurHash(feature);
    this.#rows.push(row);
    // |−2³¹| is 2³¹, where 32-bit arithmetic would overflow.
    this.#columns.push(Math.abs(hash) % this.#nFeatures);
    this.#values.push(this.#alternateSign && hash < 0 ? -value : value);
  }

  /** All rows; what is in one place is added, and stays there even where it becomes 0. */
  matrix(nRows: number): SparseTensor {
    const [rows, columns] = [Int32Array.from(this.#rows), Int32Array.from(this.#columns)];
    const shape = [nRows, this.#nFeatures] as const;
    return SparseTensor.fromTriplets(rows, columns, Float64Array.from(this.#values), shape);
  }
}
