import { SparseTensor, type Tensor } from "@gradus/tensor";
import type { Columns } from "./quadratic";

/** The columns of a dense or sparse matrix, each lying together. */
export function columnsOf(X: Tensor | SparseTensor): Columns {
  if (!(X instanceof SparseTensor)) {
    return new DenseColumns(X.transpose().data() as Float64Array, X.shape[0]!, X.shape[1]!);
  }
  return new SparseColumns(X);
}

class DenseColumns implements Columns {
  constructor(
    readonly values: Float64Array,
    readonly nRows: number,
    readonly nColumns: number,
  ) {}

  dot(j: number, v: Float64Array): number {
    const { values, nRows } = this;
    const at = j * nRows;
    let sum = 0;
    for (let i = 0; i < nRows; i++) sum += values[at + i]! * v[i]!;
    return sum;
  }

  add(j: number, factor: number, v: Float64Array, weights?: Float64Array): void {
    const { values, nRows } = this;
    const at = j * nRows;
    if (weights) {
      for (let i = 0; i < nRows; i++) v[i]! += factor * weights[i]! * values[at + i]!;
    } else {
      for (let i = 0; i < nRows; i++) v[i]! += factor * values[at + i]!;
    }
  }

  square(j: number, weights?: Float64Array): number {
    const { values, nRows } = this;
    const at = j * nRows;
    let sum = 0;
    for (let i = 0; i < nRows; i++) sum += (weights?.[i] ?? 1) * values[at + i]! ** 2;
    return sum;
  }
}

class SparseColumns implements Columns {
  readonly nRows: number;
  readonly nColumns: number;
  readonly #starts: Int32Array;
  readonly #rows: Int32Array;
  readonly #values: Float64Array;

  constructor(X: SparseTensor) {
    const turned = X.transpose();
    [this.nRows, this.nColumns] = X.shape as [number, number];
    this.#starts = turned.rowStarts;
    this.#rows = turned.columnIndices;
    this.#values = turned.values as Float64Array;
  }

  dot(j: number, v: Float64Array): number {
    let sum = 0;
    for (let at = this.#starts[j]!; at < this.#starts[j + 1]!; at++) {
      sum += this.#values[at]! * v[this.#rows[at]!]!;
    }
    return sum;
  }

  add(j: number, factor: number, v: Float64Array, weights?: Float64Array): void {
    for (let at = this.#starts[j]!; at < this.#starts[j + 1]!; at++) {
      const i = this.#rows[at]!;
      v[i]! += factor * (weights?.[i] ?? 1) * this.#values[at]!;
    }
  }

  square(j: number, weights?: Float64Array): number {
    let sum = 0;
    for (let at = this.#starts[j]!; at < this.#starts[j + 1]!; at++) {
      sum += (weights?.[this.#rows[at]!] ?? 1) * this.#values[at]! ** 2;
    }
    return sum;
  }
}

/** The columns of a matrix and one of ones after them. */
export class WithOnes implements Columns {
  readonly nRows: number;
  readonly nColumns: number;

  constructor(readonly columns: Columns) {
    this.nRows = columns.nRows;
    this.nColumns = columns.nColumns + 1;
  }

  dot(j: number, v: Float64Array): number {
    if (j < this.columns.nColumns) return this.columns.dot(j, v);
    let sum = 0;
    for (let i = 0; i < v.length; i++) sum += v[i]!;
    return sum;
  }

  add(j: number, factor: number, v: Float64Array, weights?: Float64Array): void {
    if (j < this.columns.nColumns) this.columns.add(j, factor, v, weights);
    else for (let i = 0; i < v.length; i++) v[i]! += factor * (weights?.[i] ?? 1);
  }

  square(j: number, weights?: Float64Array): number {
    if (j < this.columns.nColumns) return this.columns.square(j, weights);
    return weights?.reduce((sum, weight) => sum + weight, 0) ?? this.nRows;
  }
}
