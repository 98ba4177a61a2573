import { DateAccessor } from "../accessors/date-accessor";
import type { CellTypes } from "../schema";
import { Float64Column } from "./float64-column";
import { registerColumn } from "./make-column";

/**
 * A column of moments on one Float64Array of milliseconds since 1970 in UTC; a missing value is NaN
 * there and null as a cell. Statistics of such a column are in milliseconds.
 */
export class DateColumn extends Float64Column<"date"> {
  static {
    registerColumn("date", (name, values) => new DateColumn(name, values));
  }

  readonly type = "date";

  protected with(name: string, values: Float64Array): this {
    return new DateColumn(name, values) as this;
  }

  /** The parts of every date, in UTC: `sold.dt.month`. */
  get dt(): DateAccessor {
    return new DateAccessor(this.name, this.values);
  }

  cell(i: number): CellTypes["date"] {
    const time = this.values[i]!;
    return Number.isNaN(time) ? null : new Date(time);
  }
}
