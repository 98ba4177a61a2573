import { DTypeError, describeValue } from "@gradus/core";
import { BooleanColumn, MISSING_BOOLEAN } from "../column/boolean-column";
import { Column } from "../column/column";
import { parseDate } from "../column/dates";
import type { AnyColumn } from "../column/from-values";
import { NumberColumn } from "../column/number-column";
import { type Cell, isMissingCell } from "../schema";
import { type Context, type Evaluate, together } from "./context";

type Operand = AnyColumn | Cell;

/** What operands come to, brought to one length. */
function evaluateTogether(operands: readonly Evaluate[], context: Context) {
  return together(
    operands.map((operand) => operand(context)),
    context,
  );
}

/** Numbers of one or two operands, element by element. */
export function arithmetic(
  name: string,
  operands: readonly Evaluate[],
  compute: (a: number, b: number) => number,
): Evaluate {
  return (context) => {
    const { per, length, columns } = evaluateTogether(operands, context);
    const [a, b] = columns.map((column) => numbersOf(context, name, column));
    const result = new Float64Array(length);
    const second = b ?? a!;
    const [step, secondStep] = [stepOf(a!), stepOf(second)];
    for (let i = 0; i < length; i++) result[i] = compute(a![i * step]!, second[i * secondStep]!);
    return { per, column: new NumberColumn(name, result) };
  };
}

/** What a comparison comes to, 0 or 1, for a smaller, an equal and a greater left side, and for a missing one. */
export type Outcomes = readonly [less: number, equal: number, greater: number, missing: number];

/** True or false from the order of two values. */
export function comparison(
  name: string,
  left: Evaluate,
  right: Evaluate,
  outcomes: Outcomes,
): Evaluate {
  return (context) => {
    const { per, length, columns } = evaluateTogether([left, right], context);
    const [a, b] = columns as [Operand, Operand];
    const compare = isText(a) || isText(b) ? compareTexts : compareNumbers;
    const codes = compare(context, name, a, b, outcomes, length);
    return { per, column: new BooleanColumn(name, codes) };
  };
}

/** Truths in Kleene's logic: the result is missing only where it hangs on a missing value. */
export function logic(
  name: string,
  operands: readonly Evaluate[],
  compute: (a: number, b: number) => number,
): Evaluate {
  return (context) => {
    const { per, length, columns } = evaluateTogether(operands, context);
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

/** The numbers of a column, or the one number of a constant. */
function numbersOf(context: Context, name: string, operand: Operand): Float64Array {
  if (isColumn(operand)) return operand.toNumbersUnchecked(`${context.where}: ${name}`);
  if (typeof operand === "string") throw wrongOperand(context, name, "numbers", operand);
  return Float64Array.of(isMissingCell(operand) ? Number.NaN : Number(operand));
}

/** How far apart the numbers of neighbouring rows stand: 0 for one number that all share. */
function stepOf(numbers: Float64Array): 0 | 1 {
  return numbers.length === 1 ? 0 : 1;
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

function compareNumbers(
  context: Context,
  name: string,
  a: Operand,
  b: Operand,
  [less, equal, greater, missing]: Outcomes,
  length: number,
): Uint8Array {
  const left = numbersOf(context, name, timeOf(context, name, a, b));
  const right = numbersOf(context, name, timeOf(context, name, b, a));
  const [step, rightStep] = [stepOf(left), stepOf(right)];
  const codes = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const x = left[i * step]!;
    const y = right[i * rightStep]!;
    codes[i] = x < y ? less : x > y ? greater : x === y ? equal : missing;
  }
  return codes;
}

/** A text beside a column of dates is read as a date. @throws DTypeError if it is none. */
function timeOf(context: Context, name: string, operand: Operand, other: Operand): Operand {
  const isDate = isColumn(other) && other.type === "date";
  if (typeof operand !== "string" || !isDate) return operand;
  const time = parseDate(operand);
  if (Number.isNaN(time)) throw wrongOperand(context, name, "a date", operand);
  return time;
}

type Order = (i: number) => number;

function compareTexts(
  context: Context,
  name: string,
  a: Operand,
  b: Operand,
  [less, equal, greater, missing]: Outcomes,
  length: number,
): Uint8Array {
  const order = placesOf(a, b) ?? textOrder(textsOf(context, name, a), textsOf(context, name, b));
  return Uint8Array.from({ length }, (_, i) => {
    const difference = order(i);
    return difference < 0 ? less : difference > 0 ? greater : difference === 0 ? equal : missing;
  });
}

function textOrder(left: (i: number) => string | null, right: (i: number) => string | null): Order {
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
