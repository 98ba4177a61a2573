import { OutOfRangeError, ValueError } from "@gradus/core";
import type { ColumnType, DataFrame } from "@gradus/data";

/** Which columns of a table are chosen: all conditions must hold. */
export interface ColumnSelector {
  /** Only columns of these types. */
  readonly types?: readonly ColumnType[];
  /** No columns of these types. */
  readonly except?: readonly ColumnType[];
  /** Only columns whose names hold this regular expression, as text. */
  readonly pattern?: string;
}

/** Columns by their names, by their places (negative ones from the end), or by what they are. */
export type ColumnChoice = string | number | readonly string[] | readonly number[] | ColumnSelector;

/**
 * Chooses columns of a table by their types or names, for `ColumnTransformer`.
 *
 * @example
 * ```ts
 * const table = DataFrame.fromColumns({ town: ["Ames"], area: [80], price: [200] });
 * const numbers = makeColumnSelector({ types: ["number", "integer"] });
 * const scale = new ColumnTransformer({ transformers: [["scale", new MinMaxScaler(), numbers]] });
 * scale.fit(table).getFeatureNamesOut().join(", "); // → scale__area, scale__price
 * ```
 */
export function makeColumnSelector(options: ColumnSelector = {}): ColumnSelector {
  return { ...options };
}

/** Features as they are chosen from. */
export interface Choosable {
  readonly nFeatures: number;
  readonly names: readonly string[] | undefined;
  readonly table: DataFrame | undefined;
}

/**
 * The places of the chosen columns.
 *
 * @throws ValueError for names where there is no table, and names that it has not; OutOfRangeError for
 *   places that there are not.
 */
export function placesOf(where: string, choice: ColumnChoice, features: Choosable): number[] {
  if (typeof choice === "string" || typeof choice === "number") {
    return [placeOf(where, choice, features)];
  }
  if (isSelector(choice)) return selected(where, choice, features);
  return choice.map((one) => placeOf(where, one, features));
}

function isSelector(choice: ColumnChoice): choice is ColumnSelector {
  return !Array.isArray(choice);
}

function placeOf(where: string, choice: string | number, { names, nFeatures }: Choosable): number {
  if (typeof choice === "string") {
    const place = names?.indexOf(choice) ?? -1;
    if (place >= 0) return place;
    const got = names ? `none of the name in ${names.join(", ")}` : "features without names";
    throw new ValueError(`${where}: expected a table with the column "${choice}", got ${got}`);
  }
  const place = choice < 0 ? choice + nFeatures : choice;
  if (Number.isInteger(place) && place >= 0 && place < nFeatures) return place;
  throw new OutOfRangeError(
    `${where}: expected columns from 0 to ${nFeatures - 1}, got column ${choice}`,
  );
}

function selected(where: string, selector: ColumnSelector, { table }: Choosable): number[] {
  if (!table) {
    throw new ValueError(
      `${where}: expected a table to choose columns of, got features without names`,
    );
  }
  const { types, except = [], pattern } = selector;
  const names = pattern === undefined ? undefined : new RegExp(pattern);
  return [...table.columns.keys()].filter((j) => {
    const column = table.column(table.columns[j]!);
    const isType = (types?.includes(column.type) ?? true) && !except.includes(column.type);
    return isType && (names?.test(column.name) ?? true);
  });
}
