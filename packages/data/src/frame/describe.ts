import type { Column } from "../column/column";
import { type AnyColumn, columnFromValues } from "../column/from-values";

const STATISTICS: readonly (readonly [name: string, of: (column: Column) => number])[] = [
  ["count", (column) => column.length - column.missingCount],
  ["mean", (column) => column.mean()],
  ["std", (column) => column.std()],
  ["min", (column) => column.min()],
  ["25%", (column) => column.quantile(0.25)],
  ["50%", (column) => column.quantile(0.5)],
  ["75%", (column) => column.quantile(0.75)],
  ["max", (column) => column.max()],
];

/** The columns of `DataFrame.describe`: the statistics' names, then one column for each of numbers. */
export function describeColumns(columns: readonly AnyColumn[]): AnyColumn[] {
  const names = STATISTICS.map(([name]) => name);
  const described = columns
    .filter((column) => column.type === "number" || column.type === "integer")
    .map((column) => {
      const values = STATISTICS.map(([, statistic]) => statistic(column));
      return columnFromValues("DataFrame.describe", column.name, values);
    });
  return [columnFromValues("DataFrame.describe", "statistic", names), ...described];
}
