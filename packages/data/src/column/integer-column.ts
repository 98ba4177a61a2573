import type { CellTypes } from "../schema";
import { Float64Column } from "./float64-column";
import { registerColumn } from "./make-column";

/**
 * A column of whole numbers up to ±(2⁵³ − 1), on one Float64Array; a missing value is NaN, so that a
 * column need not change its type when a value goes missing.
 */
export class IntegerColumn extends Float64Column<"integer"> {
  static {
    registerColumn("integer", (name, values) => new IntegerColumn(name, values));
  }

  readonly type = "integer";

  protected with(name: string, values: Float64Array): this {
    return new IntegerColumn(name, values) as this;
  }

  cell(i: number): CellTypes["integer"] {
    return this.values[i]!;
  }
}
