import { concatenate, SparseTensor, scoped, type Tensor, tensor } from "@gradus/tensor";
import { columnsOf } from "../linear-model/columns";
import type { Columns } from "../linear-model/quadratic";
import { type Rows, rowsOfMatrix } from "../linear-model/sgd-rows";

/** Up to so many features the second derivatives are formed. */
const MOST_FOR_GRAM = 1000;

/** A solution: the weights, with that of the constant feature at the end. */
export interface LinearSolution {
  readonly weights: Float64Array;
  readonly nIter: number;
  readonly converged: boolean;
}

/** When a solver stops. */
export interface LinearLimits {
  readonly tol: number;
  readonly maxIter: number;
}

/** Features, and a constant feature of the size `bias` behind them unless that is 0. */
export class BiasedDesign {
  readonly nRows: number;
  readonly size: number;
  readonly X: Tensor | SparseTensor;
  readonly bias: number;
  #dense: Tensor | undefined;
  #turned: Tensor | SparseTensor | undefined;

  constructor(X: Tensor | SparseTensor, bias: number) {
    this.X = X;
    this.bias = bias;
    this.nRows = X.shape[0]!;
    this.size = X.shape[1]! + (bias === 0 ? 0 : 1);
  }

  get nFeatures(): number {
    return this.X.shape[1]!;
  }

  get isSparse(): boolean {
    return this.X instanceof SparseTensor;
  }

  /** Whether the second derivatives of the weights are worth their memory. */
  get suitsGram(): boolean {
    return !this.isSparse && this.nRows >= this.size && this.size <= MOST_FOR_GRAM;
  }

  /** X·w, with the constant feature. */
  scores(w: Float64Array): Float64Array {
    const weights = tensor(w.subarray(0, this.nFeatures));
    const { X } = this;
    const scores = X instanceof SparseTensor ? X.matmul(weights) : X.matmul(weights);
    const shift = this.bias === 0 ? 0 : this.bias * w.at(-1)!;
    return scores.add(shift).data() as Float64Array;
  }

  /** Xᵀ·v, with the constant feature. */
  combine(v: Float64Array): Float64Array {
    const { X } = this;
    this.#turned ??= X instanceof SparseTensor ? X.transpose() : X.transpose();
    const values = tensor(v);
    const turned = this.#turned;
    const sums = turned instanceof SparseTensor ? turned.matmul(values) : turned.matmul(values);
    const found = new Float64Array(this.size);
    found.set(sums.data());
    if (this.bias !== 0) found[this.size - 1] = this.bias * values.sum().item();
    return found;
  }

  /** Dense features with the constant one. */
  matrix(): Tensor {
    if (this.#dense) return this.#dense;
    const { X, bias, nRows } = this;
    const dense = X instanceof SparseTensor ? X.toDense() : X;
    const constant = tensor(new Float64Array(nRows).fill(bias), { shape: [nRows, 1] });
    this.#dense = bias === 0 ? dense : concatenate([dense, constant], 1);
    return this.#dense;
  }

  /** Σ weightᵢ · xᵢxᵢᵀ over the rows that have some weight, shape (size, size); for dense features. */
  gram(weights: Float64Array): Tensor {
    const all = this.matrix();
    return scoped(() => {
      const held = Int32Array.from(weights, (_, i) => i).filter((i) => weights[i]! > 0);
      const chosen = held.length === this.nRows ? all : all.take(held, 0);
      const roots = Float64Array.from(held, (i) => Math.sqrt(weights[i]!));
      const scaled = chosen.mul(tensor(roots, { shape: [held.length, 1] }));
      return scaled.transpose().matmul(scaled);
    });
  }

  columns(): Columns {
    const columns = columnsOf(this.X);
    return this.bias === 0 ? columns : new BiasedColumns(columns, this.bias);
  }

  /** The rows of the features alone: `bias` goes to the end of the weights. */
  rows(): Rows {
    return rowsOfMatrix(this.X);
  }
}

/** Columns, and a constant one behind them. */
class BiasedColumns implements Columns {
  readonly nRows: number;
  readonly nColumns: number;
  readonly #columns: Columns;
  readonly #bias: number;

  constructor(columns: Columns, bias: number) {
    this.#columns = columns;
    this.#bias = bias;
    this.nRows = columns.nRows;
    this.nColumns = columns.nColumns + 1;
  }

  dot(j: number, v: Float64Array): number {
    if (j < this.nColumns - 1) return this.#columns.dot(j, v);
    return this.#bias * v.reduce((sum, value) => sum + value, 0);
  }

  add(j: number, factor: number, v: Float64Array, weights?: Float64Array): void {
    if (j < this.nColumns - 1) {
      this.#columns.add(j, factor, v, weights);
      return;
    }
    for (let i = 0; i < v.length; i++) v[i]! += factor * this.#bias * (weights?.[i] ?? 1);
  }

  square(j: number, weights?: Float64Array): number {
    if (j < this.nColumns - 1) return this.#columns.square(j, weights);
    const total = weights ? weights.reduce((sum, value) => sum + value, 0) : this.nRows;
    return this.#bias ** 2 * total;
  }
}
