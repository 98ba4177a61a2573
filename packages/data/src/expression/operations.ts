import { DTypeError, describeValue } from "@gradus/core";
import { BooleanColumn, MISSING_BOOLEAN } from "../column/boolean-column";
import { Column } from "../column/column";
import { parseDate } from "../column/dates";
import type { AnyColumn } from "../column/from-values";
import { NumberColumn } from "../column/number-column";
import { type Cell, isMissingCell } from "../schema";
import { type Context, type Evaluate, together } from "./context";

type Operand = AnyColumn | Cell;

/** Numbers of one or two operands, element by element. */
export function arithmetic(
  name: string,
  operands: readonly Evaluate[],
  compute: (a: number, b: number) => number,
): Evaluate {
  return (context) => {
    const { per, length, columns } = together(
      operands.map((operand) => operand(context)),
      context,
    );
    const [a, b] = columns.map((column) => numbersOf(context, name, column, length));
    const result = new Float64Array(length);
    const second = b ?? a!;
    for (let i = 0; i < length; i++) result[i] = compute(a![i]!, second[i]!);
    return { per, column: new NumberColumn(name, result) };
  };
}

/**
 * True or false from the order of two values: `compute` gets a negative number, 0 or a positive one. A
 * comparison with a missing value is `ofMissing`.
 */
export function comparison(
  name: string,
  left: Evaluate,
  right: Evaluate,
  compute: (order: number) => boolean,
  ofMissing: boolean,
): Evaluate {
  return (context) => {
    const both = together([left(context), right(context)], context);
    const [a, b] = both.columns as [Operand, Operand];
    const codes = new Uint8Array(both.length);
    const order = isText(a) || isText(b) ? textOrder : numberOrder;
    const compare = order(context, name, a, b, both.length);
    for (let i = 0; i < codes.length; i++) {
      const difference = compare(i);
      codes[i] = Number(Number.isNaN(difference) ? ofMissing : compute(difference));
    }
    return { per: both.per, column: new BooleanColumn(name, codes) };
  };
}

/** Truths in Kleene's logic: the result is missing only where it hangs on a missing value. */
export function logic(
  name: string,
  operands: readonly Evaluate[],
  compute: (a: number, b: number) => number,
): Evaluate {
  return (context) => {
    const { per, length, columns } = together(
      operands.map((operand) => operand(context)),
      context,
    );
    const [a, b] = columns.map((column) => truthsOf(context, name, column, length));
    const codes = new Uint8Array(length);
    const second = b ?? a!;
    for (let i = 0; i < length; i++) codes[i] = compute(a![i]!, second[i]!);
    return { per, column: new BooleanColumn(name, codes) };
  };
}

export const kleene = {
  and: (a: number, b: number) => (a === 0 || b === 0 ? 0 : a === 1 && b === 1 ? 1 : 2),
  or: (a: number, b: number) => (a === 1 || b === 1 ? 1 : a === 0 && b === 0 ? 0 : 2),
  not: (a: number) => (a === MISSING_BOOLEAN ? MISSING_BOOLEAN : 1 - a),
} as const;

function numbersOf(context: Context, name: string, operand: Operand, length: number) {
  if (isColumn(operand)) return operand.toNumbersUnchecked(`${context.where}: ${name}`);
  if (typeof operand === "string") throw wrongOperand(context, name, "numbers", operand);
  const value = isMissingCell(operand) ? Number.NaN : Number(operand);
  return new Float64Array(length).fill(value);
}

function truthsOf(context: Context, name: string, operand: Operand, length: number): Uint8Array {
  if (operand instanceof BooleanColumn) return operand.codes;
  const isTruth = typeof operand === "boolean" || isMissingCell(operand);
  if (isColumn(operand) || !isTruth) throw wrongOperand(context, name, "true or false", operand);
  const code = isMissingCell(operand) ? MISSING_BOOLEAN : Number(operand);
  return new Uint8Array(length).fill(code);
}

/** Whether an operand is compared as text: text itself, unless the other side is a date. */
function isText(operand: Operand): boolean {
  return isColumn(operand) ? operand.type === "string" || operand.type === "category" : false;
}

type Order = (i: number) => number;

function numberOrder(
  context: Context,
  name: string,
  a: Operand,
  b: Operand,
  length: number,
): Order {
  const [left, right] = [timeOf(context, name, a, b), timeOf(context, name, b, a)].map((operand) =>
    numbersOf(context, name, operand, length),
  ) as [Float64Array, Float64Array];
  return (i) => {
    const x = left[i]!;
    const y = right[i]!;
    // Not x − y, which is NaN for equal infinities.
    return x < y ? -1 : x > y ? 1 : x === y ? 0 : Number.NaN;
  };
}

/** A text beside a column of dates is read as a date. @throws DTypeError if it is none. */
function timeOf(context: Context, name: string, operand: Operand, other: Operand): Operand {
  const isDate = isColumn(other) && other.type === "date";
  if (typeof operand !== "string" || !isDate) return operand;
  const time = parseDate(operand);
  if (Number.isNaN(time)) throw wrongOperand(context, name, "a date", operand);
  return time;
}

function textOrder(context: Context, name: string, a: Operand, b: Operand): Order {
  const places = placesOf(a, b);
  if (places) return places;
  const [left, right] = [textsOf(context, name, a), textsOf(context, name, b)];
  return (i) => {
    const x = left(i);
    const y = right(i);
    if (x === null || y === null) return Number.NaN;
    return x < y ? -1 : x > y ? 1 : 0;
  };
}

/** The order of ordered categories, when one side is such a column and the other one of its categories. */
function placesOf(a: Operand, b: Operand): Order | undefined {
  if (isColumn(b) && !isColumn(a)) {
    const order = placesOf(b, a);
    return order && ((i) => -order(i));
  }
  if (!isColumn(a) || a.type !== "category" || !a.ordered || typeof b !== "string")
    return undefined;
  const place = a.categories.indexOf(b);
  return place < 0 ? undefined : (i) => (a.codes[i]! < 0 ? Number.NaN : a.codes[i]! - place);
}

function textsOf(context: Context, name: string, operand: Operand): (i: number) => string | null {
  if (isColumn(operand)) {
    if (operand.type === "string" || operand.type === "category") return (i) => operand.cell(i);
    throw wrongOperand(context, name, "text", operand);
  }
  if (typeof operand === "string") return () => operand;
  if (isMissingCell(operand)) return () => null;
  throw wrongOperand(context, name, "text", operand);
}

function isColumn(operand: Operand): operand is AnyColumn {
  return operand instanceof Column;
}

function wrongOperand(context: Context, name: string, expected: string, operand: Operand) {
  const got = isColumn(operand)
    ? `the column "${operand.name}" of type ${operand.type}`
    : describeValue(operand);
  return new DTypeError(`${context.where}: expected ${expected} for ${name}, got ${got}`);
}
