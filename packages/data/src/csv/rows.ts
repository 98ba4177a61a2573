import { ParseError } from "@gradus/core";
import { type Field, INCOMPLETE } from "./field";

/**
 * What is wrong with the row at `field.rowStart`: an unclosed quote, text after a closing one, too many
 * or too few fields. Nothing if it is in order, INCOMPLETE if the block does not hold all of it.
 */
export function findBadRow(
  field: Field,
  nColumns: number,
): ParseError | typeof INCOMPLETE | undefined {
  try {
    const starts = fieldStarts(field);
    if (starts === INCOMPLETE) return INCOMPLETE;
    return starts.length - 1 === nColumns ? undefined : ragged(field, starts, nColumns);
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
}

/** The error of a row with too many or too few fields. */
export function raggedRow(field: Field, nColumns: number): ParseError {
  const bad = findBadRow(field, nColumns);
  if (bad instanceof ParseError) return bad;
  return field.errorAt(field.rowStart, `expected ${fields(nColumns)} in the row`);
}

/** Where the fields of the row begin, and where it ends. */
function fieldStarts(field: Field): number[] | typeof INCOMPLETE {
  const { bytes, size, delimiter, isLast } = field;
  const starts = [field.rowStart];
  for (;;) {
    const end = field.find(starts.at(-1)!);
    if (end === INCOMPLETE || (end >= size && !isLast)) return INCOMPLETE;
    if (bytes[end] !== delimiter || end >= size) return [...starts, end];
    starts.push(end + 1);
  }
}

/** Points at the first field too many, or at the end of a row that is too short. */
function ragged(field: Field, starts: readonly number[], nColumns: number): ParseError {
  const got = starts.length - 1;
  const offset = got > nColumns ? starts[nColumns]! : starts.at(-1)!;
  return field.errorAt(
    offset,
    `expected ${fields(nColumns)} in the row, as in the first one, got ${got}`,
  );
}

function fields(count: number): string {
  return `${count} ${count === 1 ? "field" : "fields"}`;
}
