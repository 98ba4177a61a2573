import type { AnyColumn } from "../column/from-values";
import type { Schema } from "../schema";
import type { DataFrame } from "./data-frame";

type Make = (where: string, columns: readonly AnyColumn[]) => DataFrame;

// The class hands itself over when it is defined. So what its methods call makes tables without
// importing it, and no two files need each other.
let make: Make;

/** @internal */
export function registerFrame(given: Make): void {
  make = given;
}

/**
 * A table of these columns, which are not copied.
 *
 * @throws ShapeError if their lengths differ; ParameterError if two have one name.
 */
export function makeFrame<S extends Schema = Schema>(
  where: string,
  columns: readonly AnyColumn[],
): DataFrame<S> {
  return make(where, columns) as unknown as DataFrame<S>;
}
