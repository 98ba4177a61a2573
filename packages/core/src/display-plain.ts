import { type DisplayData, type DisplayTable, displaySymbol, formatValue } from "./display";

const SHOWN_ROWS = 10;
const MOST_COLUMNS = 20;
/** A line of so many characters is easy to read; a value that needs more is a table, if it can be one. */
const LINE = 80;
const CELL = 60;
const DIGITS = 6;

type Row = Readonly<Record<string, unknown>>;

/**
 * A plain value for reading: numbers with six digits, a list of them as one line, objects of a list, rows of a
 * matrix, entries of a Map and of a long object as a table of ten rows. Nothing for other values.
 */
export function plainDisplay(value: unknown): DisplayData | undefined {
  if (value instanceof Map) return entriesTable([...value], "key");
  if (isNumbers(value)) return { kind: "text", text: numberLine(value) };
  if (Array.isArray(value)) return rowsTable(value);
  if (!isRow(value) || formatValue(value).length <= LINE) return undefined;
  const entries = Object.entries(value);
  return entries.every(([, item]) => isPrimitive(item)) ? entriesTable(entries, "name") : undefined;
}

/** A cell of a table of plain values. */
export function plainCell(value: unknown): string {
  if (typeof value === "number") return shortNumber(value);
  if (value === undefined || value === null) return "";
  const text = isNumbers(value) ? numberLine(value) : formatValue(value);
  return text.length > CELL ? `${text.slice(0, CELL - 1)}…` : text;
}

function isNumbers(value: unknown): value is ArrayLike<number> {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return true;
  return Array.isArray(value) && value.length > 0 && value.every((x) => typeof x === "number");
}

function isRow(value: unknown): value is Row {
  if (typeof value !== "object" || value === null || displaySymbol in value) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isPrimitive(value: unknown): boolean {
  return value === null || typeof value !== "object" || value instanceof Date;
}

/** As many numbers as a line has room for, and how many there are more. */
function numberLine(numbers: ArrayLike<number>): string {
  const shown: string[] = [];
  let width = 0;
  for (let i = 0; i < numbers.length; i++) {
    const text = formatNumber(numbers[i]!);
    width += text.length + 2;
    if (width > LINE && shown.length > 0) break;
    shown.push(text);
  }
  const left = numbers.length - shown.length;
  const list = shown.join(", ");
  const name = Array.isArray(numbers) ? "" : numbers.constructor.name;
  if (left === 0) return name ? `${name} [${list}]` : `[${list}]`;
  return `${name}(${numbers.length}) [${list}, … ${left} more]`;
}

/** Numbers of a list may be bigints, of a BigInt64Array. */
function formatNumber(value: number | bigint): string {
  return typeof value === "number" ? shortNumber(value) : String(value);
}

function shortNumber(value: number): string {
  if (Number.isInteger(value) || !Number.isFinite(value)) return formatValue(value);
  const before = Math.floor(Math.log10(Math.abs(value))) + 1;
  return String(Number(value.toPrecision(Math.min(100, Math.max(DIGITS, before + 1)))));
}

/** A table of objects, or of lists of equal lengths; nothing for other lists, and for those that a line has room for. */
function rowsTable(list: readonly unknown[]): DisplayTable | undefined {
  if (list.length === 0) return undefined;
  if (list.every(isRow)) {
    const names = [...new Set(list.flatMap((row) => Object.keys(row)))];
    return tableOf(names, list, (row, name) => row[name]);
  }
  const isMatrix = list.every(
    (row) => isList(row) && row.length > 0 && row.length === (list[0] as ArrayLike<unknown>).length,
  );
  if (!isMatrix || formatValue(list).length <= LINE) return undefined;
  const rows = list as readonly ArrayLike<unknown>[];
  const names = Array.from(rows[0]!, (_, j) => String(j));
  if (!rows.every((row) => Array.from(row).every(isPrimitive))) return undefined;
  return tableOf(names, rows, (row, name) => row[Number(name)]);
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function entriesTable(entries: [unknown, unknown][], key: string): DisplayTable | undefined {
  if (entries.length === 0) return undefined;
  return tableOf([key, "value"], entries, (entry, name) => entry[name === key ? 0 : 1]);
}

function tableOf<T>(
  names: readonly string[],
  items: readonly T[],
  cellOf: (item: T, name: string) => unknown,
): DisplayTable | undefined {
  if (names.length === 0 || names.length > MOST_COLUMNS) return undefined;
  const columns = names.map((name) => {
    const cells = items.map((item) => cellOf(item, name));
    const isNumber = cells.every((cell) => cell == null || typeof cell === "number");
    return { name, type: isNumber ? "number" : "string" };
  });
  const rows = items
    .slice(0, SHOWN_ROWS)
    .map((item) => names.map((name) => plainCell(cellOf(item, name))));
  return { kind: "table", columns, rows, nRows: items.length };
}
