import type { ColumnType } from "../schema";
import { BooleanBuilder } from "./boolean-builder";
import type { ColumnBuilder, MissingWords } from "./column-builder";
import { DateBuilder } from "./date-builder";
import type { Field } from "./field";
import { losesAsNumber, parseNumber } from "./number";
import { NumberBuilder } from "./number-builder";
import { UnknownBuilder } from "./other-builders";
import type { ColumnInference } from "./report";
import { TextBuilder } from "./text-builder";

/** The value that took a column from a narrower type to text. */
export interface Break {
  readonly from: ColumnType | undefined;
  readonly line: number;
  readonly text: string;
  /** Whether a number with this text would lose digits. */
  readonly loses: boolean;
}

const EXPECTED: Readonly<Record<ColumnType, string>> = {
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  date: "a date such as 2024-01-31",
  string: "text",
  category: "text",
};
const SHOWN = 60;

/** The builder of a column of a given type; without one, a builder that waits for the first value. */
export function builderOf(type: ColumnType | undefined, missing: MissingWords): ColumnBuilder {
  switch (type) {
    case undefined:
      return new UnknownBuilder(missing);
    case "number":
    case "integer":
      return new NumberBuilder(missing, type);
    case "boolean":
      return new BooleanBuilder(missing);
    case "date":
      return new DateBuilder(missing);
    case "string":
    case "category":
      return new TextBuilder(missing, type);
  }
}

/**
 * Builders for the first value of a column: the first that accepts it becomes the column's.
 *
 * @param wholeNumbers whether a column may hold integers without having been asked to
 */
export function* candidates(
  missing: MissingWords,
  wholeNumbers: boolean,
): Generator<ColumnBuilder> {
  yield new NumberBuilder(missing, undefined, wholeNumbers);
  yield new BooleanBuilder(missing);
  yield new DateBuilder(missing);
  yield new TextBuilder(missing);
}

/** What a field says about the type of its column when that cannot hold it. */
export function breakAt(field: Field, from: ColumnType | undefined): Break {
  const { bytes, start, end, line } = field;
  const isNumber = !Number.isNaN(parseNumber(bytes, start, end));
  const loses = isNumber && losesAsNumber(bytes, start, end);
  return { from, line, text: field.text().slice(0, SHOWN), loses };
}

/** The error for a value that is not of the type asked for. */
export function wrongType(field: Field, name: string, type: ColumnType): Error {
  const got = JSON.stringify(field.text().slice(0, SHOWN));
  return field.error(`expected ${EXPECTED[type]} in column "${name}", got ${got}`);
}

/** Why the column has its type. */
export function inferenceOf(
  name: string,
  type: ColumnType,
  builder: ColumnBuilder,
  { isGiven, broken }: { readonly isGiven: boolean; readonly broken: Break | undefined },
): ColumnInference {
  if (isGiven) return { name, type, reason: "asked for" };
  if (broken) return { name, type, ...told(broken, textReason(broken)) };
  if (builder instanceof NumberBuilder && builder.firstFraction) {
    return { name, type, ...told(builder.firstFraction, "which is not whole") };
  }
  return { name, type, reason: reasonOf(builder.type) };
}

function told({ line, text }: { line: number; text: string }, why: string) {
  return { line, value: text, reason: `line ${line} has ${JSON.stringify(text)}, ${why}` };
}

function textReason({ from, loses }: Break): string {
  if (loses) return "which would lose digits as a number";
  if (from === undefined) return "which is neither a number, a date, nor true or false";
  const expected = from === "integer" ? EXPECTED.number : EXPECTED[from];
  return `which is not ${expected}, as the values before it are`;
}

function reasonOf(type: ColumnType | undefined): string {
  if (type === undefined) return "there is no value";
  if (type === "integer") return "every value is a whole number";
  if (type === "date") return "every value is a date in ISO 8601";
  return type === "boolean" ? "every value is true or false" : `every value is a ${type}`;
}
