import type { Factors } from "../column/factorize";
import type { AnyColumn } from "../column/from-values";
import { groupRows } from "../group/grouping";
import type { DuplicateColumns, DuplicateProfile } from "./types";

const MOST_EXAMPLES = 5;

/** Rows and columns that come more than once; `factors` numbers each column's values. */
export function profileDuplicates(
  columns: readonly AnyColumn[],
  factors: readonly Factors[],
): DuplicateProfile {
  return { ...repeatedRows(columns), columns: repeatedColumns(columns, factors) };
}

function repeatedRows(columns: readonly AnyColumn[]): Omit<DuplicateProfile, "columns"> {
  if (columns.length === 0 || columns[0]!.length === 0) return { rows: 0, examples: [] };
  const grouping = groupRows(columns, { dropMissing: false });
  const sizes = grouping.sizes();
  const examples = Array.from(grouping.firstRows, (row, g) => ({ row, times: sizes[g]! }))
    .filter(({ times }) => times > 1)
    .sort((a, b) => b.times - a.times);
  return {
    rows: columns[0]!.length - grouping.nGroups,
    examples: examples.slice(0, MOST_EXAMPLES),
  };
}

/** Values are numbered by first appearance, so that columns with equal numbers divide the rows alike. */
function repeatedColumns(
  columns: readonly AnyColumn[],
  factors: readonly Factors[],
): DuplicateColumns[] {
  const found: DuplicateColumns[] = [];
  for (let j = 1; j < columns.length; j++) {
    for (let i = 0; i < j; i++) {
      if (!sameCodes(factors[i]!, factors[j]!)) continue;
      const pair = [columns[i]!.name, columns[j]!.name] as const;
      if (sameValues(columns[i]!, columns[j]!, factors[i]!)) {
        found.push({ columns: pair, kind: "equal" });
      } else if (isGrouping(factors[i]!)) found.push({ columns: pair, kind: "recoded" });
    }
  }
  return found;
}

function sameCodes(a: Factors, b: Factors): boolean {
  if (a.firstRows.length === 0 || a.firstRows.length !== b.firstRows.length) return false;
  for (let i = 0; i < a.codes.length; i++) if (a.codes[i] !== b.codes[i]) return false;
  return true;
}

function sameValues(a: AnyColumn, b: AnyColumn, { firstRows }: Factors): boolean {
  return firstRows.every((row) => {
    const [x, y] = [a.cell(row), b.cell(row)];
    return x instanceof Date && y instanceof Date ? +x === +y : x === y;
  });
}

/** Two constants or two columns of identifiers divide the rows alike and have nothing to do with each other. */
function isGrouping({ codes, firstRows }: Factors): boolean {
  return firstRows.length > 1 && firstRows.length <= codes.length / 2;
}
