import type { Factors } from "../column/factorize";
import type { AnyColumn } from "../column/from-values";
import { quantileSorted } from "../column/statistics";
import type { ColumnType } from "../schema";
import { equalBins } from "./histogram";
import { profileNumbers } from "./numbers";
import { profileValues } from "./text-values";
import type { ColumnProfile, DateProfile } from "./types";

/** What a profile tells of one column; `factors` numbers its values. */
export function profileColumn(
  where: string,
  column: AnyColumn,
  factors: Factors,
  bins: number,
): ColumnProfile {
  const { name } = column;
  const type: ColumnType = column.type;
  const missing = column.missingCount;
  const profile = {
    name,
    type,
    count: column.length - missing,
    missing,
    distinct: factors.firstRows.length,
  };
  if (type === "date") {
    return { ...profile, dates: profileDates(column.presentNumbers(where), bins) };
  }
  if (type === "number" || type === "integer") {
    const values = column.presentNumbers(where);
    return { ...profile, numbers: profileNumbers(values, { bins, whole: isWhole(values) }) };
  }
  return { ...profile, values: profileValues(column, factors) };
}

function profileDates(values: Float64Array, bins: number): DateProfile {
  const sorted = values.toSorted();
  const at = (q: number) => (sorted.length ? new Date(quantileSorted(sorted, q)) : null);
  return { min: at(0), median: at(0.5), max: at(1), histogram: equalBins(values, bins) };
}

function isWhole(values: Float64Array): boolean {
  return values.every(Number.isInteger);
}
