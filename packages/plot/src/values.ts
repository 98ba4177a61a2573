import { describeValue, ShapeError, ValueError } from "@gradus/core";

/** Numbers in any container: an array, a typed array, a table's column, a tensor of one dimension. */
export type Values =
  | ArrayLike<number>
  | Iterable<number | null>
  | { readonly shape: readonly number[]; data(): ArrayLike<number> };

/**
 * The values as an array of numbers; null and undefined become NaN.
 *
 * @throws ShapeError for a tensor that has not one dimension; ValueError for anything but numbers.
 */
export function toNumbers(where: string, name: string, values: Values): number[] {
  const list = listOf(where, name, values);
  return list.map((value, i) => {
    if (value === null || value === undefined) return Number.NaN;
    if (typeof value === "number") return value;
    throw new ValueError(
      `${where}: expected numbers in ${name}, got ${describeValue(value)} at ${i}`,
    );
  });
}

function listOf(where: string, name: string, values: Values): readonly unknown[] {
  if (typeof values === "object" && values !== null) {
    if ("data" in values && typeof values.data === "function") {
      if (values.shape.length !== 1) {
        throw new ShapeError(
          `${where}: expected ${name} to have one dimension, got shape (${values.shape.join(", ")})`,
        );
      }
      return Array.from(values.data());
    }
    if (Symbol.iterator in values || "length" in values) {
      return Array.from(values as ArrayLike<unknown>);
    }
  }
  throw new ValueError(`${where}: expected ${name} to be numbers, got ${describeValue(values)}`);
}
