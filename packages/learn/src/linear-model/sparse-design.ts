import { type SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { centredFullColumns } from "./full-columns";

/**
 * The matrix s·(X − 1·meanᵀ) of a linear model with a sparse X, of which only X is kept: s are the roots of the rows'
 * weights. Columns that hardly have a zero and lie far from 0 are centred themselves, so that no difference below loses
 * more than a digit.
 */
export class SparseDesign {
  readonly shape: readonly [nSamples: number, nFeatures: number];
  /** s·X, shape (nSamples, nFeatures). */
  readonly scaled: SparseTensor;
  /** What is still to be taken from each column, times s. */
  readonly mean: Float64Array;
  /** The sum of the weights, ‖s‖². */
  readonly total: number;
  /** 1 each if absent. */
  readonly roots: Float64Array | undefined;
  #columns: CenteredColumns | undefined;

  /**
   * @param X float64, shape (nSamples, nFeatures)
   * @param mean the weighted means, shape (nFeatures,); nothing is taken from the columns if it is absent
   * @param weights of the rows, shape (nSamples,)
   */
  constructor(X: SparseTensor, mean?: Float64Array, weights?: Float64Array) {
    this.shape = X.shape as [number, number];
    this.roots = weights?.map(Math.sqrt);
    this.total = weights?.reduce((sum, weight) => sum + weight, 0) ?? X.shape[0]!;
    const whole = this.roots ? X.scaleRows(this.roots) : X;
    if (mean) {
      const parts = centredFullColumns(whole, { mean, roots: this.roots, total: this.total });
      this.scaled = parts.X;
      this.mean = parts.mean;
    } else {
      this.scaled = whole;
      this.mean = new Float64Array(X.shape[1]!);
    }
  }

  /** The matrix times W, shape (nSamples, nColumns of W). */
  times(W: Tensor): Tensor {
    const shift = tensor(this.mean).matmul(W); // (nColumns of W,)
    return this.scaled.matmul(W).sub(this.roots ? tensor(this.roots).outer(shift) : shift);
  }

  /** The transposed matrix times R, shape (nFeatures, nColumns of R). */
  transposedTimes(R: Tensor): Tensor {
    const sums = this.roots ? tensor(this.roots).matmul(R) : R.sum(0);
    return this.scaled.transpose().matmul(R).sub(tensor(this.mean).outer(sums));
  }

  /** The matrix times w, written to `out`. */
  apply(w: Float64Array, out: Float64Array): void {
    const { mean, roots } = this;
    const shift = dot(mean, w);
    this.scaled.withEntries(({ rowStarts, columnIndices, values }) => {
      for (let i = 0; i < out.length; i++) {
        let sum = roots ? -shift * roots[i]! : -shift;
        for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) {
          sum += values[p]! * w[columnIndices[p]!]!;
        }
        out[i] = sum;
      }
    });
  }

  /** The transposed matrix times r, written to `out`. */
  applyTransposed(r: Float64Array, out: Float64Array): void {
    const { mean, roots } = this;
    let sum = 0;
    for (let i = 0; i < r.length; i++) sum += roots ? roots[i]! * r[i]! : r[i]!;
    for (let j = 0; j < out.length; j++) out[j] = -sum * mean[j]!;
    this.scaled.withEntries(({ rowStarts, columnIndices, values }) => {
      for (let i = 0; i < r.length; i++) {
        const factor = r[i]!;
        for (let p = rowStarts[i]!; p < rowStarts[i + 1]!; p++) {
          out[columnIndices[p]!]! += values[p]! * factor;
        }
      }
    });
  }

  /** The transposed matrix times the matrix, shape (nFeatures, nFeatures). */
  gram(): Tensor {
    const { mean, total } = this;
    const [nSamples, p] = this.shape;
    const gram = new Float64Array(p * p);
    this.scaled.withEntries(({ rowStarts, columnIndices, values }) => {
      for (let i = 0; i < nSamples; i++) {
        const end = rowStarts[i + 1]!;
        for (let a = rowStarts[i]!; a < end; a++) {
          const at = columnIndices[a]! * p;
          const value = values[a]!;
          for (let b = a; b < end; b++) gram[at + columnIndices[b]!]! += value * values[b]!;
        }
      }
    });
    for (let j = 0; j < p; j++) {
      for (let k = j; k < p; k++) {
        const value = gram[j * p + k]! - total * mean[j]! * mean[k]!;
        gram[j * p + k] = value;
        gram[k * p + j] = value;
      }
    }
    return tensor(gram, { shape: [p, p] });
  }

  /** The columns, for walks down one of them. */
  columns(): CenteredColumns {
    this.#columns ??= centeredColumns(this);
    return this.#columns;
  }
}

/** The columns of a sparse design: of column j the entries from starts[j] up to starts[j + 1]. */
export interface CenteredColumns {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
  /** mean·total, which is each column's sum with the weights. */
  readonly sums: Float64Array;
  readonly mean: Float64Array;
  /** The sum of squares of each column, less its mean. */
  readonly squares: Float64Array;
}

function centeredColumns({ scaled, mean, total }: SparseDesign): CenteredColumns {
  return scaled.transpose().withEntries(({ rowStarts: starts, columnIndices: rows, values }) => {
    const squares = mean.map((value, j) => {
      let sum = 0;
      for (let p = starts[j]!; p < starts[j + 1]!; p++) sum += values[p]! * values[p]!;
      return Math.max(0, sum - total * value * value);
    });
    const sums = mean.map((value) => value * total);
    return { starts, rows, values: values as Float64Array, sums, mean, squares };
  });
}

/** Σ aⱼ·bⱼ */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}
