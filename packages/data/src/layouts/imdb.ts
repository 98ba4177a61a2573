import { type ByteSource, nodeModule, ValueError } from "@gradus/core";
import { readCSV } from "../csv/read-csv";
import { DataFrame } from "../frame/data-frame";
import { sourceOfCSV } from "./csv-source";

/** The schema of `readIMDB`. */
export type IMDBSchema = {
  split: "string";
  id: "integer";
  stars: "integer";
  sentiment: "string";
  text: "string";
};

/** A review before it is read. */
interface Entry {
  readonly split: string;
  readonly sentiment: "positive" | "negative";
  readonly name: string;
  readonly read: () => Promise<string>;
}

/** The stars that the set's authors call positive or negative; those between were left out. */
const STARS = { positive: [7, 10], negative: [1, 4] } as const;

/**
 * Reads the IMDB reviews of Maas and others from their folder `aclImdb`: a text file a review, in
 * `train/pos`, `train/neg`, `test/pos` and `test/neg`, named `id_stars.txt`.
 *
 * Reviews without a label (`train/unsup`) are left out. Line breaks stay as `<br />`, as in the files.
 *
 * @param source the folder's path (in Node), or the Files of a folder that was chosen in a browser
 * @returns a row a review: `split` "train" or "test", `id`, `stars` 1 to 10, `sentiment` "positive" or "negative",
 *   `text`; by split, sentiment and id
 * @throws ValueError if the folder cannot be read or holds no reviews, for a file with another name, or stars that
 *   do not fit the folder.
 * @see Maas, Daly, Pham, Huang, Ng and Potts (2011), Learning word vectors for sentiment analysis.
 * @example
 * ```ts
 * const file = new File(["A quiet, clever film."], "7_9.txt");
 * Object.defineProperty(file, "webkitRelativePath", { value: "aclImdb/train/pos/7_9.txt" });
 * const reviews = await readIMDB([file]);
 * reviews.column("stars").at(0); // → 9
 * ```
 */
export async function readIMDB(source: string | readonly File[]): Promise<DataFrame<IMDBSchema>> {
  const entries = typeof source === "string" ? await listFolder(source) : listFiles(source);
  if (entries.length === 0) {
    throw new ValueError(
      "readIMDB: expected reviews in train/pos, train/neg, test/pos or test/neg, found none",
    );
  }
  const rows = [];
  for (const entry of entries) rows.push(await readEntry(entry));
  rows.sort(
    (a, b) =>
      // "train" before "test", "positive" before "negative".
      b.split.localeCompare(a.split) || b.sentiment.localeCompare(a.sentiment) || a.id - b.id,
  );
  const table = DataFrame.fromColumns({
    split: rows.map((row) => row.split),
    id: rows.map((row) => row.id),
    stars: rows.map((row) => row.stars),
    sentiment: rows.map((row) => row.sentiment),
    text: rows.map((row) => row.text),
  });
  return table.astype({ id: "integer", stars: "integer" }) as unknown as DataFrame<IMDBSchema>;
}

/**
 * Reads the IMDB reviews from one CSV file with the columns `review` and `sentiment`, as they are often passed on.
 *
 * @param source a path, URL, File, bytes or stream
 * @throws ValueError for a sentiment other than positive and negative; ParseError as `readCSV`; ParameterError if a
 *   column is missing.
 * @example
 * ```ts
 * const table = await readIMDBTable(new Blob(['review,sentiment\n"Dull, and long.",negative\n']));
 * table.column("text").at(0); // → Dull, and long.
 * ```
 */
export async function readIMDBTable(
  source: ByteSource,
): Promise<DataFrame<{ text: "string"; sentiment: "string" }>> {
  const types = { review: "string", sentiment: "string" } as const;
  const table = await readCSV(sourceOfCSV(source), { types, missing: [] });
  const sentiment = table.column("sentiment").toArray();
  const row = sentiment.findIndex((value) => value !== "positive" && value !== "negative");
  if (row >= 0) {
    throw new ValueError(
      `readIMDBTable: expected the sentiment positive or negative, got ${JSON.stringify(sentiment[row])} in row ${row}`,
    );
  }
  const columns = { text: table.column("review").toArray(), sentiment };
  return DataFrame.fromColumns(columns) as unknown as DataFrame<{
    text: "string";
    sentiment: "string";
  }>;
}

async function readEntry({ split, sentiment, name, read }: Entry) {
  const parts = /^(\d+)_(\d+)\.txt$/.exec(name);
  const [id, stars] = [Number(parts?.[1]), Number(parts?.[2])];
  const [low, high] = STARS[sentiment];
  if (!parts || stars < low || stars > high) {
    throw new ValueError(
      `readIMDB: expected files id_stars.txt with ${low} to ${high} stars among ${split}'s ${sentiment} ones, got ${name}`,
    );
  }
  return { split, sentiment, id, stars, text: await read() };
}

async function listFolder(folder: string): Promise<Entry[]> {
  const files = nodeModule<typeof import("node:fs/promises")>("node:fs/promises");
  if (!files) {
    throw new ValueError("readIMDB: a browser cannot read a path; pass the folder's Files");
  }
  const entries: Entry[] = [];
  for (const { split, kind, sentiment } of PLACES) {
    const place = `${folder}/${split}/${kind}`;
    const names = await files.readdir(place).catch((error: Error & { code?: string }) => {
      throw new ValueError(`readIMDB: cannot read ${place}: ${error.message}`);
    });
    for (const name of names) {
      const read = () => files.readFile(`${place}/${name}`, "utf8");
      entries.push({ split, sentiment, name, read });
    }
  }
  return entries;
}

function listFiles(list: readonly File[]): Entry[] {
  return list.flatMap((file) => {
    const parts = /(?:^|\/)(train|test)\/(pos|neg)\/([^/]+)$/.exec(file.webkitRelativePath);
    if (!parts) return [];
    const sentiment = parts[2] === "pos" ? "positive" : "negative";
    return [{ split: parts[1]!, sentiment, name: parts[3]!, read: () => file.text() }];
  });
}

const PLACES = (["train", "test"] as const).flatMap((split) => [
  { split, kind: "pos", sentiment: "positive" as const },
  { split, kind: "neg", sentiment: "negative" as const },
]);
