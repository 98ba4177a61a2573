import { readCSV } from "../csv/read-csv";
import type { DataFrame } from "../frame/data-frame";
import type { Schema } from "../schema";

/** The schema that a constant table of types says. */
export type TypesOf<T> = { -readonly [K in keyof T]: T[K] };

/**
 * A data set's table, whose columns are all in `types`.
 * @param missing fields of text columns that stand for no value; none by default
 * @throws ValueError if the file cannot be read.
 */
export async function readDataSet<const S extends Schema>(
  url: URL,
  types: S,
  missing: readonly string[] = [],
): Promise<DataFrame<S>> {
  const table = await readCSV(url, { types, missing });
  // `readCSV` cannot know that there are no columns beside those.
  return table as unknown as DataFrame<S>;
}
