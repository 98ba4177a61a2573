import type { FrameBase } from "../frame/frame-base";
import type { ColumnName, Schema } from "../schema";
import type { ResampleOptions } from "../time/bins";
import type { Frequency } from "../time/frequency";
import { Resampled } from "../time/resampled";
import { SummaryMethods } from "./summary";

/** Methods about tables whose rows have dates. */
export abstract class TimeMethods<S extends Schema> extends SummaryMethods<S> {
  /**
   * The rows by intervals of time, from seconds to years.
   *
   * @param on a column of dates; rows without one are left out
   * @param frequency such as "15min", "D", "W", "MS" (months by their first day) or "YE" (years by their last)
   * @throws ParameterError for an unknown name, frequency or option, or a column that holds no dates;
   *   ValueError without any date.
   * @example
   * ```ts
   * const sales = DataFrame.fromColumns({ day: ["2024-01-05", "2024-01-20", "2024-03-01"], n: [1, 2, 4] });
   * sales.astype({ day: "date" }).resample("day", "MS").sum().column("n").toArray(); // → [3, 0, 4]
   * ```
   */
  resample(on: ColumnName<S>, frequency: Frequency, options: ResampleOptions = {}): Resampled {
    return new Resampled(this as unknown as FrameBase, on, frequency, options);
  }
}
