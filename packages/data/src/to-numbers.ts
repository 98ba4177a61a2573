import { describeValue, ValueError } from "@gradus/core";
import type { Column } from "./column/column";

const KINDS = { string: "text", category: "categories", date: "dates" } as const;

/**
 * A column's values as finite-or-infinite numbers, for a computation that cannot take missing ones.
 *
 * @throws ValueError naming the column, and the row of the first missing value or text.
 */
export function toNumbers(where: string, column: Column): Float64Array {
  if (column.type === "string" || column.type === "category" || column.type === "date") {
    const row = firstPresent(column);
    const text = row < 0 ? KINDS[column.type] : `${describeValue(column.cell(row))} at row ${row}`;
    throw new ValueError(`${where}: expected numbers in column "${column.name}", got ${text}`);
  }
  const numbers = column.toNumbersUnchecked(where);
  const missing = numbers.findIndex(Number.isNaN);
  if (missing >= 0) {
    throw new ValueError(
      `${where}: expected a number in column "${column.name}", got a missing value at row ${missing}; dropMissing() leaves such rows out`,
    );
  }
  return numbers;
}

function firstPresent(column: Column): number {
  for (let i = 0; i < column.length; i++) if (!column.isMissing(i)) return i;
  return -1;
}
