import { DTypeError, describeValue, ParameterError } from "@gradus/core";
import { BooleanColumn } from "../column/boolean-column";
import { CategoryColumn } from "../column/category-column";
import { Column } from "../column/column";
import { DateColumn } from "../column/date-column";
import { Float64Column } from "../column/float64-column";
import { type AnyColumn, columnFromValues, columnOfType } from "../column/from-values";
import { IntegerColumn } from "../column/integer-column";
import { NumberColumn } from "../column/number-column";
import { StringColumn } from "../column/string-column";
import { type Cell, type ColumnType, isMissingCell } from "../schema";
import { type Evaluate, together } from "./context";

/** One branch of a choice: the value where the condition is true. */
export interface Branch {
  readonly condition: Evaluate;
  readonly value: Evaluate;
}

type Operand = AnyColumn | Cell;

/**
 * For each row the value of the first branch whose condition is true there, else the last value.
 *
 * @throws DTypeError if the values have different types; ParameterError if a condition is not of true and false.
 */
export function choose(branches: readonly Branch[], otherwise: Evaluate): Evaluate {
  const parts = [
    ...branches.map(({ condition }) => condition),
    ...branches.map(({ value }) => value),
    otherwise,
  ];
  return (context) => {
    const { where } = context;
    const evaluated = parts.map((part) => part(context));
    const { per, length, columns } = together(evaluated, context);
    const picks = new Uint16Array(length).fill(branches.length);
    for (let k = branches.length - 1; k >= 0; k--) pick(where, columns[k]!, picks, k);
    return { per, column: gather(where, columns.slice(branches.length), picks) };
  };
}

/**
 * The values, with another value where they are missing. The type stays.
 *
 * @throws DTypeError for a value of another type: a fraction among whole numbers, or a text that is no category.
 */
export function fillMissing(value: Evaluate, filler: Evaluate): Evaluate {
  return (context) => {
    const { per, length, columns } = together([value(context), filler(context)], context);
    const first = columns[0]!;
    const picks = new Uint16Array(length);
    const isMissing = isColumn(first)
      ? (i: number) => first.isMissing(i)
      : () => isMissingCell(first);
    for (let i = 0; i < length; i++) picks[i] = Number(isMissing(i));
    const filled = gather(context.where, columns, picks);
    return { per, column: isColumn(first) ? retyped(context.where, filled, first) : filled };
  };
}

/** The filled column with the type that it had before. */
function retyped(where: string, filled: AnyColumn, before: AnyColumn): AnyColumn {
  if (before instanceof CategoryColumn && filled instanceof StringColumn) {
    const { categories, ordered } = before;
    const places = new Map<string | null, number>(categories.map((text, code) => [text, code]));
    const codes = Int32Array.from(filled.values, (text) => places.get(text) ?? -1);
    const strange = filled.values.find((text) => text !== null && !places.has(text));
    if (strange === undefined) return new CategoryColumn("value", codes, categories, ordered);
    throw new DTypeError(
      `${where}: expected a category of "${before.name}" to fill it with, got ${describeValue(strange)}`,
    );
  }
  if (filled.type === before.type) return filled;
  throw new DTypeError(
    `${where}: expected values of type ${before.type} to fill "${before.name}" with, got ${filled.type} values; astype changes its type`,
  );
}

/** Picks the branch of a condition wherever that is true. */
function pick(where: string, condition: Operand, picks: Uint16Array, branch: number): void {
  if (condition instanceof BooleanColumn) {
    const { codes } = condition;
    for (let i = 0; i < codes.length; i++) if (codes[i] === 1) picks[i] = branch;
  } else if (typeof condition === "boolean") {
    if (condition) picks.fill(branch);
  } else {
    const got = isColumn(condition) ? `${condition.type} values` : describeValue(condition);
    throw new ParameterError(`${where}: expected conditions of true or false in when, got ${got}`);
  }
}

/** For each row the value that is picked, in a column of the type that the values have in common. */
function gather(where: string, values: readonly Operand[], picks: Uint16Array): AnyColumn {
  const type = commonType(where, values);
  if (type === "number" || type === "integer" || type === "date") {
    return numberColumn(type, gatherNumbers(values, picks));
  }
  const cells = Array.from(picks, (pick, i): Cell => {
    const value = values[pick]!;
    return isColumn(value) ? value.cell(i) : value;
  });
  return columnOfType(where, "value", type, cells);
}

function gatherNumbers(values: readonly Operand[], picks: Uint16Array): Float64Array {
  const arrays = values.map((value) => {
    if (value instanceof Float64Column) return value.values;
    const number = isMissingCell(value) ? Number.NaN : Number(value);
    return new Float64Array(picks.length).fill(number);
  });
  const result = new Float64Array(picks.length);
  for (let i = 0; i < result.length; i++) result[i] = arrays[picks[i]!]![i]!;
  return result;
}

function numberColumn(type: "number" | "integer" | "date", values: Float64Array): AnyColumn {
  if (type === "date") return new DateColumn("value", values);
  return type === "integer"
    ? new IntegerColumn("value", values)
    : new NumberColumn("value", values);
}

/** The type of all values; categories count as text, and a whole number fits among integers. */
function commonType(where: string, values: readonly Operand[]): ColumnType {
  const present = values.filter((value) => isColumn(value) || !isMissingCell(value));
  const types = new Set(present.map((value) => typeOf(where, value)));
  if (types.size === 2 && types.has("integer") && types.has("number")) return mixedNumbers(present);
  if (types.size <= 1) return [...types][0] ?? "number";
  throw new DTypeError(`${where}: expected values of one type, got ${[...types].join(" and ")}`);
}

function mixedNumbers(values: readonly Operand[]): ColumnType {
  const isWhole = (value: Operand) =>
    isColumn(value) ? value.type === "integer" : Number.isSafeInteger(value);
  return values.every(isWhole) ? "integer" : "number";
}

function typeOf(where: string, value: Operand): ColumnType {
  const { type } = isColumn(value) ? value : columnFromValues(where, "value", [value]);
  return type === "category" ? "string" : type;
}

function isColumn(operand: Operand): operand is AnyColumn {
  return operand instanceof Column;
}
