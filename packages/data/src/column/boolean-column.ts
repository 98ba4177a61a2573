import type { CellTypes } from "../schema";
import { Column } from "./column";

/** The code of a missing value in a boolean column's `codes`. */
export const MISSING_BOOLEAN = 2;

/** A column of true and false; a missing value is null. */
export class BooleanColumn extends Column<"boolean"> {
  readonly type = "boolean";
  /** One byte a row: 0 for false, 1 for true, 2 for missing. Read them, do not write to them. */
  readonly codes: Uint8Array;

  constructor(name: string, codes: Uint8Array) {
    super(name);
    this.codes = codes;
  }

  get length(): number {
    return this.codes.length;
  }

  isMissing(i: number): boolean {
    return this.codes[i] === MISSING_BOOLEAN;
  }

  takeUnchecked(indices: ArrayLike<number>): BooleanColumn {
    const taken = new Uint8Array(indices.length);
    for (let i = 0; i < indices.length; i++) taken[i] = this.codes[indices[i]!]!;
    return new BooleanColumn(this.name, taken);
  }

  rename(name: string): BooleanColumn {
    return new BooleanColumn(name, this.codes);
  }

  compare(i: number, j: number): number {
    return this.codes[i]! - this.codes[j]!;
  }

  cell(i: number): CellTypes["boolean"] {
    return this.isMissing(i) ? null : this.codes[i] === 1;
  }

  protected numbers(): Float64Array {
    return Float64Array.from(this.codes, (code) => (code === MISSING_BOOLEAN ? Number.NaN : code));
  }
}
