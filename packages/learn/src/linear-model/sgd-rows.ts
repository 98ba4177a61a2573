import { SparseTensor, type Tensor } from "@gradus/tensor";

/** The rows of a matrix, for walks through one of them. */
export interface Rows {
  readonly nRows: number;
  readonly nColumns: number;
  readonly isSparse: boolean;
  /** Σⱼ xᵢⱼ·wⱼ */
  dot(i: number, w: Float64Array): number;
  /** w += factor · xᵢ */
  add(i: number, factor: number, w: Float64Array): void;
  /** Σⱼ xᵢⱼ² */
  square(i: number): number;
  /** Calls with each column in which row i has an entry. */
  eachColumn(i: number, visit: (j: number) => void): void;
}

/** The rows of a dense or sparse matrix. */
export function rowsOfMatrix(X: Tensor | SparseTensor): Rows {
  const [nRows, nColumns] = X.shape as [number, number];
  if (X instanceof SparseTensor) return new SparseRows(X);
  return new DenseRows(X.data() as Float64Array, nRows, nColumns);
}

class DenseRows implements Rows {
  readonly isSparse = false;
  constructor(
    readonly values: Float64Array,
    readonly nRows: number,
    readonly nColumns: number,
  ) {}

  dot(i: number, w: Float64Array): number {
    const { values, nColumns } = this;
    const at = i * nColumns;
    let sum = 0;
    for (let j = 0; j < nColumns; j++) sum += values[at + j]! * w[j]!;
    return sum;
  }

  add(i: number, factor: number, w: Float64Array): void {
    const { values, nColumns } = this;
    const at = i * nColumns;
    for (let j = 0; j < nColumns; j++) w[j]! += factor * values[at + j]!;
  }

  square(i: number): number {
    return sumOfSquares(this.values, i * this.nColumns, (i + 1) * this.nColumns);
  }

  eachColumn(_: number, visit: (j: number) => void): void {
    for (let j = 0; j < this.nColumns; j++) visit(j);
  }
}

class SparseRows implements Rows {
  readonly isSparse = true;
  readonly nRows: number;
  readonly nColumns: number;
  readonly #starts: Int32Array;
  readonly #columns: Int32Array;
  readonly #values: Float64Array;

  constructor(X: SparseTensor) {
    [this.nRows, this.nColumns] = X.shape as [number, number];
    this.#starts = X.rowStarts;
    this.#columns = X.columnIndices;
    this.#values = X.values as Float64Array;
  }

  dot(i: number, w: Float64Array): number {
    let sum = 0;
    for (let at = this.#starts[i]!; at < this.#starts[i + 1]!; at++) {
      sum += this.#values[at]! * w[this.#columns[at]!]!;
    }
    return sum;
  }

  add(i: number, factor: number, w: Float64Array): void {
    for (let at = this.#starts[i]!; at < this.#starts[i + 1]!; at++) {
      w[this.#columns[at]!]! += factor * this.#values[at]!;
    }
  }

  square(i: number): number {
    return sumOfSquares(this.#values, this.#starts[i]!, this.#starts[i + 1]!);
  }

  eachColumn(i: number, visit: (j: number) => void): void {
    for (let at = this.#starts[i]!; at < this.#starts[i + 1]!; at++) visit(this.#columns[at]!);
  }
}

function sumOfSquares(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += values[at]! ** 2;
  return sum;
}
