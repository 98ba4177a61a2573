import { DTypeError, ParameterError } from "@gradus/core";
import { BooleanColumn } from "../column/boolean-column";
import { Column } from "../column/column";
import { type AnyColumn, columnFromValues, columnOfType } from "../column/from-values";
import { type Cell, isMissingCell } from "../schema";
import { type Evaluate, together } from "./context";

/** One branch of a choice: the value where the condition is true. */
export interface Branch {
  readonly condition: Evaluate;
  readonly value: Evaluate;
}

/**
 * For each row the value of the first branch whose condition is true there, else the last value.
 *
 * @throws DTypeError if the values have different types, or a condition is not of true and false.
 */
export function choose(branches: readonly Branch[], otherwise: Evaluate): Evaluate {
  return (context) => {
    const parts = [...branches.flatMap(({ condition, value }) => [condition, value]), otherwise];
    const evaluated = parts.map((part) => part(context));
    const { per, length, columns } = together(evaluated, context);
    const at = columns.map((column) => cellReader(column));
    columns.forEach((column, k) => {
      const isCondition = k % 2 === 0 && k < columns.length - 1;
      if (!isCondition || column instanceof BooleanColumn || typeof column === "boolean") return;
      throw new ParameterError(`${context.where}: expected conditions of true or false in when`);
    });
    const cells = Array.from({ length }, (_, i): Cell => {
      for (let k = 0; k < at.length - 1; k += 2) if (at[k]!(i) === true) return at[k + 1]!(i);
      return at[at.length - 1]!(i);
    });
    const values = columns.filter((_, k) => k % 2 === 1 || k === columns.length - 1);
    return { per, column: columnLike(context.where, values, cells) };
  };
}

/** The values, with another value where they are missing. */
export function fillMissing(value: Evaluate, filler: Evaluate): Evaluate {
  return (context) => {
    const { per, length, columns } = together([value(context), filler(context)], context);
    const [first, second] = columns.map((column) => cellReader(column));
    const cells = Array.from({ length }, (_, i): Cell => {
      const cell = first!(i);
      return isMissingCell(cell) ? second!(i) : cell;
    });
    return { per, column: columnLike(context.where, columns, cells) };
  };
}

function cellReader(operand: AnyColumn | Cell): (i: number) => Cell {
  return operand instanceof Column ? (i) => operand.cell(i) : () => operand;
}

/** A column of cells of the type that the values have in common; categories become text. */
function columnLike(
  where: string,
  values: readonly (AnyColumn | Cell)[],
  cells: readonly Cell[],
): AnyColumn {
  const types = values
    .filter((value) => value instanceof Column || !isMissingCell(value))
    .map((value) =>
      value instanceof Column ? value.type : columnFromValues(where, "value", [value]).type,
    )
    .map((type) => (type === "category" ? "string" : type));
  const different = new Set(types);
  if (different.size === 2 && different.has("integer") && different.has("number")) {
    const isWhole = cells.every((cell) => isMissingCell(cell) || Number.isSafeInteger(cell));
    return columnOfType(where, "value", isWhole ? "integer" : "number", cells);
  }
  if (different.size > 1) {
    throw new DTypeError(
      `${where}: expected values of one type, got ${[...different].join(" and ")}`,
    );
  }
  return columnOfType(where, "value", types[0] ?? "number", cells);
}
