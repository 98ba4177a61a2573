import { unknownColumn } from "../frame/unknown-column";
import { CR, LF } from "./bytes";
import { type Field, INCOMPLETE } from "./field";
import { checkType, type ReaderSettings } from "./options";
import type { ColumnPlan } from "./row-reader";

/** What stands before the rows. */
export interface Header {
  readonly names: readonly string[];
  /** Where the first row begins. */
  readonly end: number;
}

/**
 * Reads the names of the columns at the start of a text, or counts the fields of its first row.
 *
 * @returns INCOMPLETE if the block does not hold the whole of it
 * @throws ParseError for an empty text, a name that is empty or comes twice, or a first row that has another
 *   number of fields than there are names; for UTF-16.
 */
export function readHeader(field: Field, settings: ReaderSettings): Header | typeof INCOMPLETE {
  const { bytes, size, isLast } = field;
  const { hasHeader, names } = settings;
  const start = firstLine(field, byteOrderMark(field), settings.skipLines);
  if (start === INCOMPLETE) return INCOMPLETE;
  field.rowStart = start;
  const texts: string[] = [];
  const starts: number[] = [];
  let end = start;
  for (;;) {
    starts.push(end);
    end = field.find(end);
    if (end === INCOMPLETE || (end >= size && !isLast)) return INCOMPLETE;
    texts.push(field.isQuoted || !hasHeader ? field.text() : field.text().trim());
    if (bytes[end] !== field.delimiter || end >= size) break;
    end++;
  }
  const isCut = bytes[end] === CR && end + 1 >= size && !isLast;
  if (isCut) return INCOMPLETE;
  const chosen = names ?? (hasHeader ? texts : texts.map((_, k) => `column${k + 1}`));
  if (chosen.length !== texts.length) {
    throw field.errorAt(
      start,
      `expected ${chosen.length} fields in the row, as many as names, got ${texts.length}`,
    );
  }
  checkNames(field, chosen, names ? () => start : (k) => starts[k]!);
  if (!hasHeader) {
    field.innerLines = 0;
    return { names: chosen, end: start };
  }
  field.line += field.innerLines;
  return { names: chosen, end: Math.min(afterLine(field, end), size) };
}

/** The columns to read. @throws ParameterError for a name that is not in the header. */
export function planColumns(
  where: string,
  names: readonly string[],
  { types, columns }: ReaderSettings,
): ColumnPlan[] {
  for (const [name, type] of Object.entries(types)) {
    if (!names.includes(name)) throw unknownColumn(`${where}: types`, name, names);
    checkType(where, name, type);
  }
  for (const name of columns ?? []) {
    if (!names.includes(name)) throw unknownColumn(`${where}: columns`, name, names);
  }
  return names.map((name) => ({
    name,
    type: Object.hasOwn(types, name) ? types[name] : undefined,
    isWanted: columns === undefined || columns.includes(name),
  }));
}

/** How many bytes the mark at the start takes. @throws ParseError for UTF-16. */
function byteOrderMark(field: Field): number {
  const [a, b, c] = field.bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    throw field.errorAt(
      0,
      'expected text in UTF-8, got UTF-16; say encoding: "utf-16le" or save it as UTF-8',
    );
  }
  return a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
}

/** Where the first line begins that is neither passed over nor empty. */
function firstLine(field: Field, start: number, skipLines: number): number {
  const { bytes, size, isLast } = field;
  const isEnd = (byte: number | undefined) => byte === LF || byte === CR;
  let position = start;
  for (let left = skipLines; position < size && (left > 0 || isEnd(bytes[position])); ) {
    while (!isEnd(bytes[position])) position++;
    position = afterLine(field, position);
    if (left > 0) left--;
  }
  if (position < size) return position;
  if (!isLast) {
    field.line = 1;
    return INCOMPLETE;
  }
  field.line = 1;
  throw field.errorAt(start, "expected a header line, got an empty text");
}

function afterLine(field: Field, end: number): number {
  field.line++;
  return field.bytes[end] === CR && field.bytes[end + 1] === LF ? end + 2 : end + 1;
}

function checkNames(
  field: Field,
  names: readonly string[],
  startOf: (column: number) => number,
): void {
  const seen = new Map<string, number>();
  names.forEach((name, k) => {
    const first = seen.get(name);
    if (name === "") {
      throw field.errorAt(
        startOf(k),
        `expected a name for column ${k + 1} in the header, got none`,
      );
    }
    if (first !== undefined) {
      throw field.errorAt(
        startOf(k),
        `expected different names in the header, got ${JSON.stringify(name)} for columns ${first + 1} and ${k + 1}`,
      );
    }
    seen.set(name, k);
  });
}
