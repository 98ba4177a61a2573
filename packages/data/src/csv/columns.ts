import { BooleanColumn, MISSING_BOOLEAN } from "../column/boolean-column";
import { DateColumn } from "../column/date-column";
import { parseDate } from "../column/dates";
import { type AnyColumn, categoryColumn } from "../column/from-values";
import { IntegerColumn } from "../column/integer-column";
import { NumberColumn } from "../column/number-column";
import { StringColumn } from "../column/string-column";
import type { ColumnType } from "../schema";
import { losesAsNumber, parseNumber } from "./number";
import { type CSVText, errorAt, type FieldTable } from "./scan";
import type { FieldReader } from "./strings";

/** All that is known of a text whose columns are to be read. */
export interface ScannedText {
  readonly text: CSVText;
  readonly fields: FieldTable;
  readonly read: FieldReader;
  /** The first row that holds data. */
  readonly firstRow: number;
  readonly missing: ReadonlySet<string>;
}

/** One column of a scanned text. */
export interface ColumnPlan {
  readonly name: string;
  readonly index: number;
  /** The type asked for; found from the values when absent. */
  readonly type: ColumnType | undefined;
}

const BOOLEANS: ReadonlyMap<string, number> = new Map([
  ["true", 1],
  ["True", 1],
  ["TRUE", 1],
  ["false", 0],
  ["False", 0],
  ["FALSE", 0],
]);

const EXPECTED: Readonly<Record<ColumnType, string>> = {
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  date: "a date such as 2024-01-31",
  string: "text",
  category: "text",
};

/**
 * Reads one column: as numbers if every value is one, else as booleans, else as text.
 *
 * @throws ParseError for a value that is not of the type asked for.
 */
export function readColumn(scanned: ScannedText, plan: ColumnPlan): AnyColumn {
  if (plan.type === "string") return readStrings(scanned, plan);
  if (plan.type === "category") {
    return categoryColumn(plan.name, readStrings(scanned, plan).values);
  }
  if (plan.type === "date") return readDates(scanned, plan);
  if (plan.type !== "boolean") {
    const numbers = readNumbers(scanned, plan);
    if (numbers) return numbers;
  }
  return readBooleans(scanned, plan) ?? readStrings(scanned, plan);
}

/** The column as numbers, or nothing if it has a value that is none and no type was asked for. */
function readNumbers(
  scanned: ScannedText,
  plan: ColumnPlan,
): NumberColumn | IntegerColumn | undefined {
  const { text, fields, missing, read } = scanned;
  const { spans, nColumns } = fields;
  const values = new Float64Array(fields.nRows - scanned.firstRow);
  for (let i = 0; i < values.length; i++) {
    const k = (i + scanned.firstRow) * nColumns + plan.index;
    const [start, edge] = [spans[2 * k]!, spans[2 * k + 1]!];
    const end = edge < 0 ? ~edge : edge;
    const value = parseNumber(text.bytes, start, end);
    values[i] = value;
    if (Number.isNaN(value)) {
      if (start === end || missing.has(read(k).trim())) continue;
      if (plan.type) throw wrongType(scanned, plan, k);
      return undefined;
    }
    if (plan.type === "integer" && !Number.isSafeInteger(value)) {
      throw wrongType(scanned, plan, k);
    }
    if (!plan.type && losesAsNumber(text.bytes, start, end)) return undefined;
  }
  return plan.type === "integer"
    ? new IntegerColumn(plan.name, values)
    : new NumberColumn(plan.name, values);
}

/** The column as dates. @throws ParseError for a value that is none. */
function readDates(scanned: ScannedText, plan: ColumnPlan): DateColumn {
  const { fields, missing, read } = scanned;
  const times = new Float64Array(fields.nRows - scanned.firstRow);
  for (let i = 0; i < times.length; i++) {
    const k = (i + scanned.firstRow) * fields.nColumns + plan.index;
    const value = read(k).trim();
    times[i] = parseDate(value);
    const isMissing = value === "" || missing.has(value);
    if (Number.isNaN(times[i]) && !isMissing) throw wrongType(scanned, plan, k);
  }
  return new DateColumn(plan.name, times);
}

/** The column as booleans, or nothing if it has a value that is none and no type was asked for. */
function readBooleans(scanned: ScannedText, plan: ColumnPlan): BooleanColumn | undefined {
  const { fields, missing, read } = scanned;
  const codes = new Uint8Array(fields.nRows - scanned.firstRow);
  for (let i = 0; i < codes.length; i++) {
    const k = (i + scanned.firstRow) * fields.nColumns + plan.index;
    const value = read(k).trim();
    const code = BOOLEANS.get(value) ?? (missing.has(value) || value === "" ? MISSING_BOOLEAN : -1);
    if (code < 0) {
      if (plan.type) throw wrongType(scanned, plan, k);
      return undefined;
    }
    codes[i] = code;
  }
  return new BooleanColumn(plan.name, codes);
}

/** The column as text. A quoted field is taken as it stands, so that "" and "NA" can be values. */
function readStrings(scanned: ScannedText, plan: ColumnPlan): StringColumn {
  const { fields, missing, read } = scanned;
  const values = Array.from({ length: fields.nRows - scanned.firstRow }, (_, i) => {
    const k = (i + scanned.firstRow) * fields.nColumns + plan.index;
    const value = read(k);
    const isQuoted = fields.spans[2 * k + 1]! < 0;
    return !isQuoted && missing.has(value) ? null : value;
  });
  return new StringColumn(plan.name, values);
}

function wrongType({ text, fields, read }: ScannedText, plan: ColumnPlan, k: number) {
  const isQuoted = fields.spans[2 * k + 1]! < 0;
  const offset = fields.spans[2 * k]! - (isQuoted ? 1 : 0);
  return errorAt(
    text,
    offset,
    `expected ${EXPECTED[plan.type!]} in column "${plan.name}", got ${JSON.stringify(read(k).slice(0, 60))}`,
  );
}
