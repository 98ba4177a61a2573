import { readCSV } from "../csv/read-csv";
import type { DataFrame } from "../frame/data-frame";
import type { Schema } from "../schema";

/**
 * A data set's table, whose columns are all in `types`.
 * @throws ValueError if the file cannot be read.
 */
export async function readDataSet<const S extends Schema>(
  url: URL,
  types: S,
): Promise<DataFrame<S>> {
  const table = await readCSV(url, { types, missing: [] });
  // `readCSV` cannot know that there are no columns beside those.
  return table as unknown as DataFrame<S>;
}
