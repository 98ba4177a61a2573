import type { CellTypes } from "../schema";
import { type Factors, factorizeCodes } from "./factorize";
import { registerColumn } from "./make-column";
import { MISSING_BOOLEAN } from "./missing-boolean";
import { ColumnTransforms } from "./transforms";

export { MISSING_BOOLEAN };

/** A column of true and false; a missing value is null. */
export class BooleanColumn extends ColumnTransforms<"boolean"> {
  static {
    registerColumn("boolean", (name, codes) => new BooleanColumn(name, codes));
  }

  readonly type = "boolean";
  /** One byte a row: 0 for false, 1 for true, 2 for missing. Read them, do not write to them. */
  readonly codes: Uint8Array;

  /** @param codes kept, not copied; whoever passes them leaves them as they are */
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

  takeUnchecked(indices: ArrayLike<number>): this {
    const taken = new Uint8Array(indices.length);
    for (let i = 0; i < taken.length; i++) {
      const row = indices[i]!;
      taken[i] = row < 0 ? MISSING_BOOLEAN : this.codes[row]!;
    }
    return new BooleanColumn(this.name, taken) as this;
  }

  rename(name: string): this {
    return new BooleanColumn(name, this.codes) as this;
  }

  compare(i: number, j: number): number {
    return this.codes[i]! - this.codes[j]!;
  }

  cell(i: number): CellTypes["boolean"] {
    return this.isMissing(i) ? null : this.codes[i] === 1;
  }

  factorize(): Factors {
    return factorizeCodes(this.codes, 2);
  }

  protected numbers(): Float64Array {
    return Float64Array.from(this.codes, (code) => (code === MISSING_BOOLEAN ? Number.NaN : code));
  }
}
