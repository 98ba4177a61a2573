import { checkOneOf } from "@gradus/core";
import type { AnyColumn } from "../column/from-values";
import { groupRows } from "../group/grouping";

/** Which of equal rows is the one that is no duplicate. */
export type Keep = "first" | "last" | "none";

/** For each row whether another one, which is kept, equals it in all columns; missing values are equal. */
export function duplicateRows(
  where: string,
  columns: readonly AnyColumn[],
  nRows: number,
  keep: Keep,
): Uint8Array {
  checkOneOf(where, "keep", keep, ["first", "last", "none"]);
  if (columns.length === 0) return new Uint8Array(nRows);
  const { codes, nGroups } = groupRows(columns, { dropMissing: false });
  const counts = new Int32Array(nGroups);
  for (const code of codes) counts[code]!++;
  if (keep === "none") return Uint8Array.from(codes, (code) => Number(counts[code]! > 1));
  const seen = new Uint8Array(nGroups);
  const result = new Uint8Array(nRows);
  for (let k = 0; k < nRows; k++) {
    const i = keep === "first" ? k : nRows - 1 - k;
    result[i] = seen[codes[i]!]!;
    seen[codes[i]!] = 1;
  }
  return result;
}
