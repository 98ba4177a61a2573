import { type CorrelationOptions, correlation, covariance } from "../column/correlation";
import type { AnyColumn } from "../column/from-values";
import { NumberColumn } from "../column/number-column";
import { StringColumn } from "../column/string-column";

/** A column of names, then the correlations of all columns of numbers with one another. */
export function correlationColumns(
  where: string,
  columns: readonly AnyColumn[],
  options: CorrelationOptions,
): AnyColumn[] {
  return pairwise(where, columns, (x, y) => correlation(where, x, y, options));
}

/** A column of names, then the covariances of all columns of numbers with one another. */
export function covarianceColumns(
  where: string,
  columns: readonly AnyColumn[],
  ddof: number,
): AnyColumn[] {
  return pairwise(where, columns, (x, y) => covariance(where, x, y, ddof));
}

function pairwise(
  where: string,
  columns: readonly AnyColumn[],
  measure: (x: Float64Array, y: Float64Array) => number,
): AnyColumn[] {
  const chosen = columns.filter(({ type }) => ["number", "integer", "boolean"].includes(type));
  const numbers = chosen.map((column) => column.toNumbersUnchecked(where));
  const table = chosen.map(() => new Float64Array(chosen.length));
  for (let i = 0; i < chosen.length; i++) {
    for (let j = 0; j <= i; j++) {
      const value = measure(numbers[i]!, numbers[j]!);
      table[i]![j] = value;
      table[j]![i] = value;
    }
  }
  return [
    new StringColumn(
      "column",
      chosen.map(({ name }) => name),
    ),
    ...chosen.map((column, j) => new NumberColumn(column.name, table[j]!)),
  ];
}
