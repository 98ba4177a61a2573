import { BooleanColumn } from "../column/boolean-column";
import type { AnyColumn } from "../column/from-values";
import { groupRows } from "../group/grouping";
import type { MissingPattern, MissingProfile } from "./types";

const MOST_PATTERNS = 50;

/** Which cells are missing, and which columns are missing in the same rows. */
export function profileMissing(columns: readonly AnyColumn[], nRows: number): MissingProfile {
  const masks = columns
    .filter((column) => column.missingCount > 0)
    .map((column) => new BooleanColumn(column.name, missingMask(column)));
  const patterns = findPatterns(masks, nRows);
  return {
    cells: columns.reduce((sum, column) => sum + column.missingCount, 0),
    completeRows: patterns.find((pattern) => pattern.columns.length === 0)?.rows ?? 0,
    patterns: patterns.slice(0, MOST_PATTERNS),
    nPatterns: patterns.length,
    together: equalMasks(masks),
  };
}

/** For each row 1 where the column's value is missing, else 0. */
export function missingMask(column: AnyColumn): Uint8Array {
  const mask = new Uint8Array(column.length);
  for (let i = 0; i < mask.length; i++) mask[i] = Number(column.isMissing(i));
  return mask;
}

function findPatterns(masks: readonly BooleanColumn[], nRows: number): MissingPattern[] {
  if (nRows === 0) return [];
  if (masks.length === 0) return [{ columns: [], rows: nRows }];
  const grouping = groupRows(masks);
  const sizes = grouping.sizes();
  const patterns = Array.from(grouping.firstRows, (row, group) => ({
    columns: masks.filter((mask) => mask.codes[row] === 1).map(({ name }) => name),
    rows: sizes[group]!,
  }));
  return patterns.sort((a, b) => b.rows - a.rows);
}

function equalMasks(masks: readonly BooleanColumn[]): string[][] {
  const groups: BooleanColumn[][] = [];
  for (const mask of masks) {
    const same = groups.find(([first]) => mask.codes.every((code, i) => code === first!.codes[i]));
    if (same) same.push(mask);
    else groups.push([mask]);
  }
  return groups.filter((group) => group.length > 1).map((group) => group.map(({ name }) => name));
}
