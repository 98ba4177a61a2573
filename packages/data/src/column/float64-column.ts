import type { ColumnType } from "../schema";

import { type Factors, factorizeNumbers } from "./factorize";
import { ColumnTransforms } from "./transforms";

/** A column on one Float64Array in which NaN stands for a missing value. */
export abstract class Float64Column<T extends ColumnType = ColumnType> extends ColumnTransforms<T> {
  /** The values themselves, not a copy: read them, do not write to them. */
  readonly values: Float64Array;

  /** @param values kept, not copied; whoever passes them leaves them as they are */
  constructor(name: string, values: Float64Array) {
    super(name);
    this.values = values;
  }

  /** A column of this class. @internal */
  protected abstract with(name: string, values: Float64Array): this;

  get length(): number {
    return this.values.length;
  }

  override get missingCount(): number {
    const { values } = this;
    let count = 0;
    for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i])) count++;
    return count;
  }

  isMissing(i: number): boolean {
    return Number.isNaN(this.values[i]);
  }

  takeUnchecked(indices: ArrayLike<number>): this {
    const { values } = this;
    const taken = new Float64Array(indices.length);
    for (let i = 0; i < taken.length; i++) {
      const row = indices[i]!;
      taken[i] = row < 0 ? Number.NaN : values[row]!;
    }
    return this.with(this.name, taken);
  }

  rename(name: string): this {
    return this.with(name, this.values);
  }

  compare(i: number, j: number): number {
    return this.values[i]! - this.values[j]!;
  }

  factorize(): Factors {
    return factorizeNumbers(this.values);
  }

  protected numbers(_where: string): Float64Array {
    return this.values;
  }
}
