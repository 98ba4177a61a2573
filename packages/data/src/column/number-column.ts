import type { CellTypes } from "../schema";
import { Float64Column } from "./float64-column";
import { registerColumn } from "./make-column";

/** A column of numbers on one Float64Array; a missing value is NaN. */
export class NumberColumn extends Float64Column<"number"> {
  static {
    registerColumn("number", (name, values) => new NumberColumn(name, values));
  }

  readonly type = "number";

  protected with(name: string, values: Float64Array): this {
    return new NumberColumn(name, values) as this;
  }

  cell(i: number): CellTypes["number"] {
    return this.values[i]!;
  }
}
