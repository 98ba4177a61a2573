import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { extent } from "../describe/numbers";
import { type Matrix, toMatrix } from "../matrix";
import type { Grid } from "../numeric/contours";
import { roundStep } from "../numeric/round-step";
import { toNumbers, type Values } from "../values";

/** A function of two numbers: as a formula, or as its values on a grid. */
export type GridInput =
  | {
      readonly f: (x: number, y: number) => number;
      readonly xDomain: readonly [low: number, high: number];
      readonly yDomain: readonly [low: number, high: number];
    }
  | {
      /** Where the columns and rows of `z` lie, rising. */
      readonly x: Values;
      readonly y: Values;
      /** One row for each y, from the first on. */
      readonly z: Matrix;
    };

/**
 * The function on a grid, of `size` by `size` points where it is a formula.
 *
 * @throws ShapeError if z has not a row for each y and a column for each x; ValueError if x or y do not rise, or no
 *   value is finite; ParameterError for a domain without width.
 */
export function gridOf(where: string, input: GridInput, size: number): Grid {
  const grid = "f" in input ? evaluated(where, input, size) : given(where, input);
  if (!grid.values.some(Number.isFinite)) {
    throw new ValueError(`${where}: expected at least one finite value, got none`);
  }
  const values = grid.values.map((value) => (Number.isFinite(value) ? value : Number.NaN));
  return { ...grid, values };
}

/** About n round levels within the values. */
export function roundLevels(values: readonly number[], n: number): number[] {
  const [low, high] = extent(values.filter(Number.isFinite));
  if (low === high) return [low];
  const step = roundStep((high - low) / n);
  const first = Math.floor(low / step) + 1;
  const last = Math.ceil(high / step) - 1;
  const level = (i: number) => Number((i * step).toPrecision(12));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => level(first + i));
}

function evaluated(
  where: string,
  { f, xDomain, yDomain }: Extract<GridInput, { readonly f: unknown }>,
  size: number,
): Grid {
  const along = (name: string, [low, high]: readonly [number, number]) => {
    if (!(low < high && Number.isFinite(high - low))) {
      throw new ParameterError(
        `${where}: ${name} must be [low, high] with low < high, got [${low}, ${high}]`,
      );
    }
    return Array.from({ length: size }, (_, i) => low + ((high - low) * i) / (size - 1));
  };
  const [x, y] = [along("xDomain", xDomain), along("yDomain", yDomain)];
  return { x, y, values: y.flatMap((b) => x.map((a) => f(a, b))) };
}

function given(where: string, input: Extract<GridInput, { readonly z: unknown }>): Grid {
  const [x, y] = [toNumbers(where, "x", input.x), toNumbers(where, "y", input.y)];
  const { nRows, nColumns, values } = toMatrix(where, "z", input.z);
  if (nRows !== y.length || nColumns !== x.length || nRows < 2 || nColumns < 2) {
    throw new ShapeError(
      `${where}: expected z of shape (y, x) = (${y.length}, ${x.length}) and at least (2, 2), got (${nRows}, ${nColumns})`,
    );
  }
  for (const [name, list] of [
    ["x", x],
    ["y", y],
  ] as const) {
    if (!list.every((value, i) => Number.isFinite(value) && (i === 0 || value > list[i - 1]!))) {
      throw new ValueError(
        `${where}: expected ${name} to rise, got [${list.slice(0, 5).join(", ")}, …]`,
      );
    }
  }
  return { x, y, values };
}
