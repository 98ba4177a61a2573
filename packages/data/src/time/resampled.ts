import { checkOneOf, ParameterError } from "@gradus/core";
import { DateColumn } from "../column/date-column";
import type { AnyColumn } from "../column/from-values";
import { IntegerColumn } from "../column/integer-column";
import type { DataFrame } from "../frame/data-frame";
import type { FrameBase } from "../frame/frame-base";
import { makeFrame } from "../frame/make-frame";
import { AGGREGATE_NAMES, type AggregateName, aggregateColumn } from "../group/aggregate";
import { Grouping } from "../group/grouping";
import { type ResampleOptions, timeBins } from "./bins";
import type { Frequency } from "./frequency";

/**
 * The rows of a table by intervals of time. Each method gives a table of one row an interval, in order and
 * without gaps: the interval's date, then the statistic of every column of numbers or of those named.
 */
export class Resampled {
  readonly #frame: FrameBase;
  readonly #on: string;
  readonly #labels: DateColumn;
  readonly #grouping: Grouping;

  /** @internal made by `DataFrame.resample` */
  constructor(frame: FrameBase, on: string, frequency: Frequency, options: ResampleOptions) {
    const where = "DataFrame.resample";
    const dates = frame.columnNamed(where, on);
    if (dates.type !== "date") {
      throw new ParameterError(
        `${where}: expected a column of dates, got "${on}" of type ${dates.type}`,
      );
    }
    const { labels, codes } = timeBins(where, dates.values, frequency, options);
    this.#frame = frame;
    this.#on = on;
    this.#labels = new DateColumn(on, labels);
    this.#grouping = new Grouping(codes, new Int32Array(labels.length));
  }

  /** How many rows each interval has, in a column `size`. */
  size(): DataFrame {
    const sizes = new IntegerColumn("size", Float64Array.from(this.#grouping.sizes()));
    return makeFrame("Resampled.size", [this.#labels, sizes]);
  }

  /** The sums. @throws ParameterError for an unknown name; DTypeError on text. */
  sum(...names: string[]): DataFrame {
    return this.#all("sum", names);
  }

  /** The means. @throws ParameterError for an unknown name; DTypeError on text. */
  mean(...names: string[]): DataFrame {
    return this.#all("mean", names);
  }

  /** One statistic for each column named. @throws ParameterError for an unknown name or statistic; DTypeError for a column without it. */
  agg(statistics: Readonly<Record<string, AggregateName>>): DataFrame {
    const where = "Resampled.agg";
    const chosen = Object.entries(statistics);
    return this.#table(where, chosen);
  }

  #all(statistic: AggregateName, names: readonly string[]): DataFrame {
    const where = `Resampled.${statistic}`;
    const isNumeric = ({ type }: AnyColumn) => type === "number" || type === "integer";
    const columns = names.length
      ? names
      : this.#frame
          .columnList()
          .filter(isNumeric)
          .map(({ name }) => name);
    return this.#table(
      where,
      columns.map((name) => [name, statistic]),
    );
  }

  #table(where: string, chosen: readonly (readonly [string, AggregateName])[]): DataFrame {
    const columns = chosen
      .filter(([name]) => name !== this.#on)
      .map(([name, statistic]) => {
        checkOneOf(where, "statistic", statistic, AGGREGATE_NAMES);
        const column = this.#frame.columnNamed(where, name);
        return aggregateColumn(where, column, this.#grouping, statistic);
      });
    return makeFrame(where, [this.#labels, ...columns]);
  }
}
