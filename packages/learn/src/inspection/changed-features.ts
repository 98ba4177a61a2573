import { describeValue, ParameterError, ValueError } from "@gradus/core";
import { type AnyColumn, DataFrame, isDataFrame } from "@gradus/data";
import { type Tensor, tensor } from "@gradus/tensor";
import { checkMatrix, type Matrix } from "../base/inputs";

/** A feature by its place, or by the name of its column. */
export type FeatureName = number | string;

/** Rows of which single columns can be changed, as a table or as numbers. */
export class ChangedFeatures {
  readonly nRows: number;
  readonly nFeatures: number;
  readonly names: readonly string[] | undefined;
  readonly #table: DataFrame | undefined;
  readonly #values: Float64Array;

  constructor(where: string, X: Matrix) {
    if (isDataFrame(X)) {
      [this.#table, this.#values] = [X, new Float64Array()];
      [this.nRows, this.nFeatures, this.names] = [X.nRows, X.columns.length, X.columns];
      return;
    }
    const read = checkMatrix(where, X, { allowMissing: true }).X;
    this.#values = read.data() as Float64Array;
    [this.nRows, this.nFeatures] = read.shape as [number, number];
  }

  /** The place of a feature. @throws ParameterError for one that is not there. */
  place(where: string, feature: FeatureName): number {
    const place = typeof feature === "string" ? (this.names?.indexOf(feature) ?? -1) : feature;
    if (Number.isInteger(place) && place >= 0 && place < this.nFeatures) return place;
    throw new ParameterError(
      `${where}: expected a feature's place below ${this.nFeatures}${this.names ? ` or one of ${this.names.join(", ")}` : ""}, got ${describeValue(feature)}`,
    );
  }

  /** The numbers of a column; of text, booleans or dates none. */
  numbers(j: number): Float64Array | undefined {
    if (!this.#table)
      return Float64Array.from(
        { length: this.nRows },
        (_, i) => this.#values[i * this.nFeatures + j]!,
      );
    const column = this.#column(j);
    const isNumber = column.type === "number" || column.type === "integer";
    return isNumber ? (column.toTensor().astype("float64").data() as Float64Array) : undefined;
  }

  /** The first row of each different value of a column, in the order of the values. @throws ValueError for missing ones. */
  distinct(
    where: string,
    j: number,
  ): { rows: Int32Array; values: readonly (number | string | boolean)[] } {
    const cells = this.#table
      ? (this.#column(j).toArray() as (number | string | boolean | null)[])
      : [...this.numbers(j)!];
    const first = new Map<number | string | boolean, number>();
    cells.forEach((cell, i) => {
      if (cell === null || Number.isNaN(cell)) {
        throw new ValueError(
          `${where}: expected no missing values in feature ${j}, got one at row ${i}`,
        );
      }
      if (!first.has(cell)) first.set(cell, i);
    });
    const values = [...first.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return { rows: Int32Array.from(values, (value) => first.get(value)!), values };
  }

  /** Rows in which some columns come from other rows: for each of them the row that each cell is taken from. */
  taking(sources: ReadonlyMap<number, Int32Array>): Matrix {
    return this.#changed(
      sources,
      (j, rows) => this.#column(j).take(rows) as AnyColumn,
      (j, rows, i) => this.#values[rows[i]! * this.nFeatures + j]!,
    );
  }

  /** Rows in which some columns have one number everywhere. */
  holding(values: ReadonlyMap<number, number>): Matrix {
    return this.#changed(
      values,
      (_, value) =>
        DataFrame.fromColumns({ held: new Float64Array(this.nRows).fill(value) }).column("held"),
      (_, value) => value,
    );
  }

  /** Some of the rows. */
  rows(where: string, rows: Int32Array): ChangedFeatures {
    const part = this.#table ? this.#table.take(rows) : this.#tensor(this.#values).take(rows, 0);
    return new ChangedFeatures(where, part);
  }

  #changed<T>(
    changes: ReadonlyMap<number, T>,
    column: (j: number, change: T) => AnyColumn,
    cell: (j: number, change: T, i: number) => number,
  ): Matrix {
    const { nRows, nFeatures } = this;
    if (this.#table) {
      const columns = this.names!.map((name, j) =>
        changes.has(j) ? (column(j, changes.get(j)!).rename(name) as AnyColumn) : this.#column(j),
      );
      return DataFrame.fromColumns(columns);
    }
    const values = this.#values.slice();
    for (const [j, change] of changes) {
      for (let i = 0; i < nRows; i++) values[i * nFeatures + j] = cell(j, change, i);
    }
    return this.#tensor(values);
  }

  #tensor(values: Float64Array): Tensor {
    return tensor(values, { shape: [this.nRows, this.nFeatures] });
  }

  #column(j: number): AnyColumn {
    return this.#table!.column(this.names![j]!) as AnyColumn;
  }
}
