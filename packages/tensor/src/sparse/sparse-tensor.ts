import { DTypeError, OutOfRangeError, ParameterError, ShapeError } from "@gradus/core";
import { type DType, isFloating, promoteTypes } from "../dtype";
import { isTensor, tensorFrom } from "../factory";
import { castTo } from "../ops/convert";
import { checkSize, normalizeIndex, type Shape, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { checkAxes, checkRows, places } from "./checks";
import { addCsr, type Csr, compress, multiplyCsr, sameKind, transposeCsr } from "./csr";
import { denseTimesSparse, sparseTimesDense } from "./products";

/** The dtype of a sparse matrix. */
export interface SparseOptions {
  /** "float64" (default) or "float32". */
  readonly dtype?: DType;
}

/** The arrays of a sparse matrix: where each row begins, and the column and value of each entry. */
export interface SparseEntries {
  readonly rowStarts: Int32Array;
  readonly columnIndices: Int32Array;
  readonly values: Float64Array | Float32Array;
}

/**
 * A matrix of which only the entries other than 0 are kept, by compressed rows (CSR), as SciPy's `csr_array`: for word
 * counts, graphs and their Laplacians. It does not change. Products with a dense matrix cost as many multiplications as
 * there are entries times columns, and are differentiable in the dense operand; the entries have no gradient.
 *
 * @example
 * ```ts
 * const S = SparseTensor.fromTriplets([0, 1, 1], [2, 0, 0], [5, 1, 2], [2, 3]);
 * S.toDense().toArray(); // [[0, 0, 5], [3, 0, 0]]
 * S.matmul(tensor([1, 1, 2])); // [10, 3]
 * ```
 */
export class SparseTensor {
  readonly shape: Shape;
  readonly dtype: "float32" | "float64";
  readonly #csr: Csr;

  /** Use `fromTriplets` or `fromDense`. */
  private constructor(csr: Csr) {
    this.#csr = csr;
    this.shape = [csr.nRows, csr.nColumns];
    this.dtype = csr.values instanceof Float64Array ? "float64" : "float32";
  }

  /**
   * From places and values in any order; values at one place are added.
   *
   * @param rows int32 tensor or numbers, one a value; negative ones do not count from the end
   * @throws ShapeError unless the three have one length and `shape` two axes; OutOfRangeError for a place outside;
   * DTypeError for a dtype that is not floating; ParameterError for a shape that is none.
   */
  static fromTriplets(
    rows: Tensor | ArrayLike<number>,
    columns: Tensor | ArrayLike<number>,
    values: Tensor | ArrayLike<number>,
    shape: Shape,
    { dtype = "float64" }: SparseOptions = {},
  ): SparseTensor {
    const where = "SparseTensor.fromTriplets";
    if (!isFloating(dtype)) {
      throw new DTypeError(`${where}: expected dtype float32 or float64, got ${dtype}`);
    }
    const [nRows, nColumns] = checkAxes(where, shape);
    const [i, j, v] = [listOf(rows), listOf(columns), listOf(values)];
    if (i.length !== v.length || j.length !== v.length) {
      throw new ShapeError(
        `${where}: expected lists of one length, got ${i.length}, ${j.length} and ${v.length}`,
      );
    }
    const to = dtype === "float64" ? new Float64Array(v.length) : new Float32Array(v.length);
    to.set(v);
    return new SparseTensor(
      compress(nRows, nColumns, places(where, i, nRows), places(where, j, nColumns), to),
    );
  }

  /**
   * From compressed rows: row i has the entries rowStarts[i], …, rowStarts[i + 1] − 1. The arrays are copied.
   *
   * @param columns the column of each entry, ascending within a row, each once
   * @throws ShapeError unless `shape` has two axes and the lengths fit; OutOfRangeError for starts that do not ascend from 0
   * to the number of entries, and for columns outside or out of order; ParameterError for a shape that is none.
   * @example
   * ```ts
   * const S = SparseTensor.fromRows([0, 1, 3], [2, 0, 1], Float64Array.of(5, 3, 4), [2, 3]);
   * S.toDense().toArray(); // → [[0, 0, 5], [3, 4, 0]]
   * ```
   */
  static fromRows(
    rowStarts: ArrayLike<number>,
    columns: ArrayLike<number>,
    values: Float64Array | Float32Array,
    shape: Shape,
  ): SparseTensor {
    const where = "SparseTensor.fromRows";
    const [nRows, nColumns] = checkAxes(where, shape);
    if (rowStarts.length !== nRows + 1 || columns.length !== values.length) {
      throw new ShapeError(
        `${where}: expected ${nRows + 1} starts and as many columns as values, got ${rowStarts.length}, ${columns.length} and ${values.length}`,
      );
    }
    const starts = new Int32Array(rowStarts);
    const own = new Int32Array(columns);
    checkRows(where, starts, own, nColumns);
    return new SparseTensor({ nRows, nColumns, starts, columns: own, values: values.slice() });
  }

  /**
   * The entries of a dense matrix that are not 0. Integers become float64.
   * @throws ShapeError unless x is a matrix.
   */
  static fromDense(x: Tensor): SparseTensor {
    if (x.ndim !== 2) {
      throw new ShapeError(
        `SparseTensor.fromDense: expected a matrix, got shape ${shapeText(x.shape)}`,
      );
    }
    const dtype = x.dtype === "float32" ? "float32" : "float64";
    const entries = castTo(x.detach(), dtype).data();
    const [nRows, nColumns] = x.shape as [number, number];
    const [rows, columns, values]: [number[], number[], number[]] = [[], [], []];
    for (let k = 0; k < entries.length; k++) {
      if (entries[k] === 0) continue;
      rows.push(Math.floor(k / nColumns));
      columns.push(k % nColumns);
      values.push(entries[k]!);
    }
    return SparseTensor.fromTriplets(rows, columns, values, [nRows, nColumns], { dtype });
  }

  /** How many entries are kept, including those that happen to be 0. */
  get nnz(): number {
    return this.#csr.values.length;
  }

  /** Where each row begins, the column of each entry, and its value: copies. */
  get rowStarts(): Int32Array {
    return this.#csr.starts.slice();
  }
  get columnIndices(): Int32Array {
    return this.#csr.columns.slice();
  }
  get values(): Float64Array | Float32Array {
    return this.#csr.values.slice();
  }

  /**
   * Reads the three arrays where they lie, without copies: `read` must not write to them.
   * @returns what `read` returns
   */
  withEntries<T>(read: (entries: SparseEntries) => T): T {
    const { starts: rowStarts, columns: columnIndices, values } = this.#csr;
    return read({ rowStarts, columnIndices, values });
  }

  /**
   * A matrix with other values at the same places; the array is copied, its kind is the dtype.
   * @throws ShapeError unless there is one value an entry.
   */
  withValues(values: Float64Array | Float32Array): SparseTensor {
    if (values.length !== this.nnz) {
      throw new ShapeError(
        `SparseTensor.withValues: expected ${this.nnz} values, got ${values.length}`,
      );
    }
    return this.#with(values.slice());
  }

  /** All entries, as a dense tensor. @throws OutOfMemoryError if no memory could hold it. */
  toDense(): Tensor {
    checkSize("SparseTensor.toDense", this.shape);
    const { starts, columns, values, nRows, nColumns } = this.#csr;
    const dense = sameKind(values, nRows * nColumns);
    for (let i = 0; i < nRows; i++) {
      for (let p = starts[i]!; p < starts[i + 1]!; p++)
        dense[i * nColumns + columns[p]!] = values[p]!;
    }
    return tensorFrom(dense, this.shape, this.dtype);
  }

  /** The same entries in another floating type. @throws DTypeError for a dtype that is not floating. */
  astype(dtype: DType): SparseTensor {
    if (!isFloating(dtype)) {
      throw new DTypeError(`SparseTensor.astype: expected float32 or float64, got ${dtype}`);
    }
    if (dtype === this.dtype) return this;
    const { values } = this.#csr;
    return this.#with(dtype === "float64" ? new Float64Array(values) : new Float32Array(values));
  }

  /** Rows become columns. */
  transpose(): SparseTensor {
    return new SparseTensor(transposeCsr(this.#csr));
  }

  /** Row i, dense, shape (n,). @throws OutOfRangeError if there is none; −1 is the last. */
  row(index: number): Tensor {
    const i = normalizeIndex("SparseTensor.row", index, this.#csr.nRows);
    return this.rows(i, i + 1)
      .toDense()
      .squeeze(0);
  }

  /**
   * The rows from `start` up to, not including, `stop`.
   * @throws OutOfRangeError unless 0 ≤ start ≤ stop ≤ the number of rows.
   */
  rows(start: number, stop = this.#csr.nRows): SparseTensor {
    const { starts, columns, values, nRows, nColumns } = this.#csr;
    const inside = Number.isInteger(start) && Number.isInteger(stop);
    if (!inside || start < 0 || stop < start || stop > nRows) {
      throw new OutOfRangeError(
        `SparseTensor.rows: expected 0 <= start <= stop <= ${nRows}, got ${start} and ${stop}`,
      );
    }
    const [from, to] = [starts[start]!, starts[stop]!];
    return new SparseTensor({
      nRows: stop - start,
      nColumns,
      starts: starts.slice(start, stop + 1).map((place) => place - from),
      columns: columns.slice(from, to),
      values: values.slice(from, to),
    });
  }

  /**
   * The product with a dense matrix or vector (a dense result, differentiable in it), or with another sparse matrix
   * (a sparse one).
   * @throws ShapeError if the inner lengths differ.
   */
  matmul(other: Tensor): Tensor;
  matmul(other: SparseTensor): SparseTensor;
  matmul(other: Tensor | SparseTensor): Tensor | SparseTensor {
    const [, n] = this.shape as [number, number];
    const fits = other.shape[0] === n && (other.shape.length === 2 || other.shape.length === 1);
    if (!fits) {
      throw new ShapeError(
        `SparseTensor.matmul: expected shapes (m, n) and (n, k) or (n,), got ${shapeText(this.shape)} ` +
          `and ${shapeText(other.shape)}`,
      );
    }
    if (other instanceof SparseTensor) {
      const [a, b] = this.#common(other);
      return new SparseTensor(multiplyCsr(a.#csr, b.#csr));
    }
    const S = this.#for(other);
    if (other.ndim === 2) return sparseTimesDense(S, other);
    return sparseTimesDense(S, other.unsqueeze(1)).squeeze(1);
  }

  /**
   * The product X·S with a dense matrix or vector on the left, differentiable in X.
   * @throws ShapeError if the inner lengths differ.
   */
  rmatmul(X: Tensor): Tensor {
    if ((X.ndim !== 1 && X.ndim !== 2) || X.shape[X.ndim - 1] !== this.shape[0]) {
      throw new ShapeError(
        `SparseTensor.rmatmul: expected shapes (k, m) or (m,), and (m, n), got ${shapeText(X.shape)} ` +
          `and ${shapeText(this.shape)}`,
      );
    }
    const S = this.#for(X);
    if (X.ndim === 2) return denseTimesSparse(X, S);
    return denseTimesSparse(X.unsqueeze(0), S).squeeze(0);
  }

  /** The sum. @throws ShapeError unless both have one shape. */
  add(other: SparseTensor): SparseTensor {
    return this.#plus("add", other, 1);
  }

  /** The difference. @throws ShapeError unless both have one shape. */
  sub(other: SparseTensor): SparseTensor {
    return this.#plus("sub", other, -1);
  }

  /** Every entry times a number. @throws ParameterError unless it is finite. */
  scale(factor: number): SparseTensor {
    if (!Number.isFinite(factor)) {
      throw new ParameterError(`SparseTensor.scale: factor must be a finite number, got ${factor}`);
    }
    return this.#with(this.#csr.values.map((value) => value * factor));
  }

  /** Row i times the i-th number. @throws ShapeError unless there is one a row. */
  scaleRows(factors: Tensor | ArrayLike<number>): SparseTensor {
    const list = this.#factors("scaleRows", factors, 0);
    const { starts, values, nRows } = this.#csr;
    const scaled = values.slice();
    for (let i = 0; i < nRows; i++) {
      for (let p = starts[i]!; p < starts[i + 1]!; p++) scaled[p]! *= list[i]!;
    }
    return this.#with(scaled);
  }

  /** Column j times the j-th number. @throws ShapeError unless there is one a column. */
  scaleColumns(factors: Tensor | ArrayLike<number>): SparseTensor {
    const list = this.#factors("scaleColumns", factors, 1);
    const { columns, values } = this.#csr;
    const scaled = values.slice();
    for (let p = 0; p < scaled.length; p++) scaled[p]! *= list[columns[p]!]!;
    return this.#with(scaled);
  }

  /** The main diagonal, dense. */
  diagonal(): Tensor {
    const { starts, columns, values, nRows, nColumns } = this.#csr;
    const diagonal = sameKind(values, Math.min(nRows, nColumns));
    for (let i = 0; i < diagonal.length; i++) {
      for (let p = starts[i]!; p < starts[i + 1]!; p++)
        if (columns[p] === i) diagonal[i] = values[p]!;
    }
    return tensorFrom(diagonal, [diagonal.length], this.dtype);
  }

  /**
   * The sum of all entries, or down the columns (axis 0), or along the rows (axis 1).
   * @throws OutOfRangeError for another axis.
   */
  sum(axis?: number): Tensor {
    const { starts, columns, values, nRows } = this.#csr;
    const along = axis === undefined ? undefined : normalizeIndex("SparseTensor.sum", axis, 2);
    const shape = along === undefined ? [] : [this.shape[1 - along]!];
    const sums = new Float64Array(along === undefined ? 1 : shape[0]!);
    for (let i = 0; i < nRows; i++) {
      for (let p = starts[i]!; p < starts[i + 1]!; p++) {
        sums[along === undefined ? 0 : along === 0 ? columns[p]! : i]! += values[p]!;
      }
    }
    return tensorFrom(sums, shape, this.dtype);
  }

  #with(values: Csr["values"]): SparseTensor {
    return new SparseTensor({ ...this.#csr, values });
  }

  #plus(name: string, other: SparseTensor, factor: number): SparseTensor {
    if (shapeText(this.shape) !== shapeText(other.shape)) {
      throw new ShapeError(
        `SparseTensor.${name}: expected two matrices of one shape, got ${shapeText(this.shape)} ` +
          `and ${shapeText(other.shape)}`,
      );
    }
    const [a, b] = this.#common(other);
    return new SparseTensor(addCsr(a.#csr, b.#csr, factor));
  }

  /** Both in float64 if one of them is. */
  #common(other: SparseTensor): [SparseTensor, SparseTensor] {
    if (this.dtype === other.dtype) return [this, other];
    return [this.astype("float64"), other.astype("float64")];
  }

  /** The matrix as it stands beside a dense operand: in float64 if that is not float32 too. */
  #for(dense: Tensor): Csr {
    const dtype = promoteTypes(this.dtype, isFloating(dense.dtype) ? dense.dtype : "float64");
    return dtype === this.dtype ? this.#csr : this.astype(dtype).#csr;
  }

  #factors(name: string, factors: Tensor | ArrayLike<number>, axis: 0 | 1): ArrayLike<number> {
    const list = listOf(factors);
    if (list.length !== this.shape[axis]) {
      throw new ShapeError(
        `SparseTensor.${name}: expected ${this.shape[axis]} numbers, got ${list.length}`,
      );
    }
    return list;
  }
}

function listOf(values: Tensor | ArrayLike<number>): ArrayLike<number> {
  return isTensor(values) ? values.data() : values;
}
