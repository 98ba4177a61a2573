import { describeValue, ShapeError, ValueError } from "@gradus/core";
import { type AnyColumn, type DataFrame, isColumn, isDataFrame } from "@gradus/data";

/** Texts: an array of strings, a column of text, or a table with one such column. */
export type Documents = readonly string[] | AnyColumn | DataFrame;

/** Texts as the vectorizers want them. */
export interface ReadDocuments {
  readonly texts: readonly string[];
  /** The name of the column, if a table was given. */
  readonly names: readonly string[] | undefined;
}

/**
 * Reads texts.
 *
 * @throws ShapeError if there are none, or for a table with more than one column; ValueError for what is no text.
 */
export function readDocuments(where: string, X: Documents): ReadDocuments {
  const names = isDataFrame(X) ? X.columns : undefined;
  const values = listOf(where, X);
  if (values.length === 0) {
    throw new ShapeError(`${where}: expected at least one document, got none`);
  }
  values.forEach((value, row) => {
    if (typeof value === "string") return;
    throw new ValueError(
      `${where}: expected documents that are texts, got ${describeValue(value)} at row ${row}`,
    );
  });
  return { texts: values as readonly string[], names };
}

function listOf(where: string, X: Documents): readonly unknown[] {
  if (Array.isArray(X)) return X;
  if (isColumn(X)) return X.toArray();
  if (!isDataFrame(X)) {
    throw new ValueError(
      `${where}: expected an array of texts or a column of them, got ${describeValue(X)}`,
    );
  }
  if (X.columns.length === 1) return X.column(X.columns[0]!).toArray();
  throw new ShapeError(
    `${where}: expected a table with one column of text, got ${X.columns.length} columns`,
  );
}
