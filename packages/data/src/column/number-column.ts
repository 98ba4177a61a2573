import type { CellTypes } from "../schema";
import { Column } from "./column";

/** A column of numbers on one Float64Array; a missing value is NaN. */
export class NumberColumn extends Column<"number"> {
  readonly type = "number";
  /** The values themselves, not a copy: read them, do not write to them. */
  readonly values: Float64Array;

  constructor(name: string, values: Float64Array) {
    super(name);
    this.values = values;
  }

  get length(): number {
    return this.values.length;
  }

  isMissing(i: number): boolean {
    return Number.isNaN(this.values[i]);
  }

  takeUnchecked(indices: ArrayLike<number>): NumberColumn {
    const taken = new Float64Array(indices.length);
    for (let i = 0; i < indices.length; i++) taken[i] = this.values[indices[i]!]!;
    return new NumberColumn(this.name, taken);
  }

  rename(name: string): NumberColumn {
    return new NumberColumn(name, this.values);
  }

  compare(i: number, j: number): number {
    return this.values[i]! - this.values[j]!;
  }

  cell(i: number): CellTypes["number"] {
    return this.values[i]!;
  }

  protected numbers(): Float64Array {
    return this.values;
  }
}
