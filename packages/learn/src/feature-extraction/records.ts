import { describeValue, ShapeError, ValueError } from "@gradus/core";

/** A feature's value in a record: a number, a text for a category, several texts, or null for a missing number. */
export type FeatureValue = number | boolean | string | null | readonly string[];

/** Features by their names; those that are not named are 0. */
export type FeatureRecord = Readonly<Record<string, FeatureValue>>;

/** @throws ShapeError if there are none; ValueError for what is no list. */
export function checkList(where: string, what: string, X: unknown): readonly unknown[] {
  if (!Array.isArray(X)) {
    throw new ValueError(`${where}: expected an array of ${what}, got ${describeValue(X)}`);
  }
  if (X.length > 0) return X;
  throw new ShapeError(`${where}: expected at least one of ${what}, got none`);
}

/** @throws ShapeError if there are none; ValueError for what are no records. */
export function checkRecords(where: string, X: unknown): readonly FeatureRecord[] {
  const list = checkList(where, "records", X);
  list.forEach((record, row) => {
    if (typeof record === "object" && record !== null && !Array.isArray(record)) return;
    throw new ValueError(
      `${where}: expected records of features by their names, got ${describeValue(record)} at row ${row}`,
    );
  });
  return list as readonly FeatureRecord[];
}

/** Where in the input a feature stands, for messages. */
export interface FeaturePlace {
  readonly where: string;
  readonly row: number;
}

/**
 * Visits the columns of a feature and their values: a category is a column of its own, name=category.
 *
 * @throws ValueError for a value that is none.
 */
export function visitFeature(
  { where, row }: FeaturePlace,
  [name, value]: readonly [string, unknown],
  separator: string,
  visit: (column: string, value: number) => void,
): void {
  if (typeof value === "string") visit(`${name}${separator}${value}`, 1);
  else if (typeof value === "number" || typeof value === "boolean") visit(name, Number(value));
  else if (value === null) visit(name, Number.NaN);
  else if (Array.isArray(value) && value.every((one) => typeof one === "string")) {
    for (const one of value) visit(`${name}${separator}${one}`, 1);
  } else {
    throw new ValueError(
      `${where}: expected "${name}" to be a number, a text, texts or null, got ${describeValue(value)} at row ${row}`,
    );
  }
}
