import { checkInteger } from "@gradus/core";
import { extremeRows, type KeepTies } from "../choose/largest";
import { drawRows, type SampleOptions } from "../choose/sample";
import { countColumns, type ValueCountOptions } from "../choose/value-counts";
import type { CorrelationOptions } from "../column/correlation";
import { correlationColumns, covarianceColumns } from "../frame/correlations";
import type { DataFrame } from "../frame/data-frame";
import { type DescribeOptions, describeColumns } from "../frame/describe";
import { makeFrame } from "../frame/make-frame";
import type { ColumnName, Schema } from "../schema";
import { ReshapeMethods } from "./reshape";

/** Methods that summarise a table and draw rows from it. */
export abstract class SummaryMethods<S extends Schema> extends ReshapeMethods<S> {
  /**
   * Statistics of the columns, one row each: of numbers the count, mean, standard deviation, minimum,
   * quantiles and maximum; of text, categories and truths the count, how many different values there
   * are, the most frequent one (`top`) and how often it occurs (`freq`). Missing values are left out.
   *
   * Columns of dates and of text are described in text, since dates and counts stand below each other.
   *
   * @throws OutOfRangeError for percentiles outside 0 to 1.
   * @example
   * ```ts
   * const houses = DataFrame.fromColumns({ town: ["Ames", "Boone", "Ames"], price: [2, 1, 6] });
   * houses.describe().column("price").at(1); // → 3
   * houses.describe({ include: ["string"] }).column("town").toArray(); // → ["3", "2", "Ames", "2"]
   * ```
   */
  describe(options?: DescribeOptions): DataFrame {
    return makeFrame("DataFrame.describe", describeColumns(this.columnList(), options));
  }

  /**
   * The different values of these columns (combinations, for several) and how often each occurs, the most
   * frequent first.
   *
   * @throws ParameterError for an unknown name, or for a column named `count`.
   * @example
   * ```ts
   * const sales = DataFrame.fromColumns({ town: ["Ames", "Boone", "Ames"] });
   * sales.valueCounts(["town"]).rows()[0]; // → { town: "Ames", count: 2 }
   * ```
   */
  valueCounts<K extends ColumnName<S>>(
    names: readonly K[],
    options: ValueCountOptions & { readonly normalize: true },
  ): DataFrame<Pick<S, K> & { proportion: "number" }>;
  valueCounts<K extends ColumnName<S> = ColumnName<S>>(
    names?: readonly K[],
    options?: ValueCountOptions & { readonly normalize?: false },
  ): DataFrame<Pick<S, K> & { count: "integer" }>;
  valueCounts(names: readonly ColumnName<S>[] = [], options: ValueCountOptions = {}): DataFrame {
    const where = "DataFrame.valueCounts";
    return makeFrame(where, countColumns(this.columnsNamed(where, names), options));
  }

  /** How many different values each column has, missing ones left out. */
  nunique(): { readonly [K in ColumnName<S>]: number } {
    const counts = this.columnList().map((column) => [column.name, column.nunique()]);
    return Object.fromEntries(counts) as { [K in ColumnName<S>]: number };
  }

  /**
   * Rows drawn at random, from a seed.
   *
   * @throws ParameterError for a size or a weight that is none, or more rows than there are;
   *   ShapeError for as many weights as there are no rows; DTypeError for weights of text.
   * @example
   * ```ts
   * const rows = DataFrame.fromColumns({ x: [1, 2, 3, 4] });
   * rows.sample({ fraction: 0.5, seed: 1 }).nRows; // → 2
   * ```
   */
  sample(options: SampleOptions<ColumnName<S>> = {}): DataFrame<S> {
    const where = "DataFrame.sample";
    const { weights } = options;
    const shares =
      typeof weights === "string"
        ? this.columnNamed(where, weights).toNumbersUnchecked(where)
        : weights;
    return this.takeUnchecked(drawRows(where, this.nRows, options, shares));
  }

  /**
   * The rows with the `n` largest values of a column, the largest first; of equal ones the next column decides.
   *
   * @param keep which of rows that are equal at the border: the "first" (default), the "last" or "all"
   * @throws ParameterError for an unknown name or an unfit `n`.
   */
  nLargest(
    n: number,
    names: ColumnName<S> | readonly ColumnName<S>[],
    { keep = "first" }: { readonly keep?: KeepTies } = {},
  ): DataFrame<S> {
    return this.extremes("DataFrame.nLargest", n, names, { descending: true, keep });
  }

  /** The rows with the `n` smallest values of a column, the smallest first; see `nLargest`. @throws ParameterError for an unknown name or an unfit `n`. */
  nSmallest(
    n: number,
    names: ColumnName<S> | readonly ColumnName<S>[],
    { keep = "first" }: { readonly keep?: KeepTies } = {},
  ): DataFrame<S> {
    return this.extremes("DataFrame.nSmallest", n, names, { descending: false, keep });
  }

  /**
   * The correlations of all columns of numbers (true is 1, false 0) with one another, each over the rows
   * that both have: a column `column` of names, then a column each.
   *
   * @throws ParameterError for an unknown method.
   * @example
   * ```ts
   * const houses = DataFrame.fromColumns({ area: [80, 120, 100], price: [200, 300, 250] });
   * houses.corr().rows()[0]; // → { column: "area", area: 1, price: 1 }
   * ```
   */
  corr(options: CorrelationOptions = {}): DataFrame {
    const where = "DataFrame.corr";
    return makeFrame(where, correlationColumns(where, this.columnList(), options));
  }

  /** The covariances of all columns of numbers with one another; see `corr`. @throws ParameterError for a ddof that is no integer >= 0. */
  cov({ ddof = 1 }: { readonly ddof?: number } = {}): DataFrame {
    const where = "DataFrame.cov";
    checkInteger(where, "ddof", ddof);
    return makeFrame(where, covarianceColumns(where, this.columnList(), ddof));
  }

  private extremes(
    where: string,
    n: number,
    names: ColumnName<S> | readonly ColumnName<S>[],
    options: { readonly descending: boolean; readonly keep: KeepTies },
  ): DataFrame<S> {
    const list = typeof names === "string" ? [names] : names;
    const columns = list.map((name) => this.columnNamed(where, name));
    return this.takeUnchecked(extremeRows(where, columns, this.nRows, n, options));
  }
}
