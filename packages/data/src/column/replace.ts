import { ParameterError } from "@gradus/core";
import { type Cell, isMissingCell } from "../schema";
import type { AnyColumn } from "./from-values";
import { canHold, copyStored, restore, storedCell } from "./stored";

/**
 * The column with some values in place of others; values that it cannot hold do not occur in it.
 *
 * @throws DTypeError if a value that may occur is to become one of another type; ParameterError for a
 *   missing value, which `fillMissing` replaces.
 */
export function replaceCells<C extends AnyColumn>(
  where: string,
  column: C,
  pairs: ReadonlyMap<Cell, Cell>,
): C {
  const replacements = new Map<number | string | null, number | string | null>();
  for (const [old, next] of pairs) {
    if (isMissingCell(old)) {
      throw new ParameterError(
        `${where}: expected values to replace, got a missing one; see fillMissing`,
      );
    }
    if (!canHold(column, old)) continue;
    replacements.set(storedCell(where, column, old), storedCell(where, column, next));
  }
  if (replacements.size === 0) return column;
  const stored = copyStored(column);
  for (let i = 0; i < stored.length; i++) {
    const next = replacements.get(stored[i]!);
    if (next !== undefined) stored[i] = next;
  }
  return restore(column, stored);
}
