import { type ByteSource, ValueError } from "@gradus/core";
import { type CSVReadOptions, readCSV } from "../csv/read-csv";
import type { DataFrame } from "../frame/data-frame";
import { sourceOfCSV } from "./csv-source";

/** The files of a competition: paths, URLs, Files, bytes or streams. */
export interface KaggleFiles {
  readonly train: ByteSource;
  readonly test: ByteSource;
  /** The file that shows how predictions are handed in. */
  readonly sampleSubmission: ByteSource;
}

/** A competition's tables, and what is to be predicted. */
export interface KaggleCompetition {
  readonly train: DataFrame;
  readonly test: DataFrame;
  readonly sampleSubmission: DataFrame;
  /** The column by which predictions are matched: the first of the sample. */
  readonly id: string;
  /** The columns to predict: the others of the sample. */
  readonly targets: readonly string[];
}

/**
 * Reads the CSV files of a Kaggle competition, and checks that they belong together.
 *
 * What to predict is found from the sample submission: its first column identifies the rows of the test file, the
 * others are the targets.
 *
 * @param options how to read train and test, as for `readCSV`; types of columns that a file lacks are left out
 * @throws ValueError if the sample has fewer than two columns, its identifiers are not those of the test file in
 *   their order, or the test file has a column that the training file lacks; ParseError as `readCSV`.
 * @example
 * ```ts
 * const competition = await readKaggle({
 *   train: new Blob(["id,size,price\n1,80,200\n2,100,260\n"]),
 *   test: new Blob(["id,size\n3,90\n"]),
 *   sampleSubmission: new Blob(["id,price\n3,0\n"]),
 * });
 * competition.targets; // → ["price"]
 * ```
 */
export async function readKaggle(
  files: KaggleFiles,
  options: CSVReadOptions = {},
): Promise<KaggleCompetition> {
  const { types: _types, ...sampleOptions } = options;
  const sampleSubmission = await read(files.sampleSubmission, sampleOptions);
  const [id, ...targets] = sampleSubmission.columns;
  if (id === undefined || targets.length === 0) {
    throw new ValueError(
      `readKaggle: expected a sample submission of an identifier and a target, got the columns ${sampleSubmission.columns.join(", ")}`,
    );
  }
  const train = await read(files.train, options);
  const test = await read(files.test, { ...options, types: without(options.types, targets) });
  const unknown = test.columns.filter((name) => !train.columns.includes(name));
  if (unknown.length > 0) {
    throw new ValueError(
      `readKaggle: expected the test file's columns in the training file too, got ${unknown.join(", ")} besides`,
    );
  }
  checkIdentifiers(test, sampleSubmission, id);
  return { train, test, sampleSubmission, id, targets };
}

async function read(source: ByteSource, options: CSVReadOptions): Promise<DataFrame> {
  return (await readCSV(sourceOfCSV(source), options)) as unknown as DataFrame;
}

function without(
  types: CSVReadOptions["types"],
  names: readonly string[],
): NonNullable<CSVReadOptions["types"]> {
  return Object.fromEntries(Object.entries(types ?? {}).filter(([name]) => !names.includes(name)));
}

function checkIdentifiers(test: DataFrame, sample: DataFrame, id: string): void {
  if (!test.columns.includes(id)) {
    throw new ValueError(`readKaggle: expected the column "${id}" of the sample in the test file`);
  }
  const [wanted, got] = [test.column(id).toArray(), sample.column(id).toArray()];
  const row = wanted.findIndex((value, i) => String(value) !== String(got[i]));
  if (row < 0 && wanted.length === got.length) return;
  const place = row < 0 ? Math.min(wanted.length, got.length) : row;
  throw new ValueError(
    `readKaggle: expected the sample's "${id}" to be those of the test file in their order; row ${place} of ${wanted.length} is ${wanted[place]} there and ${got[place]} in the sample`,
  );
}
