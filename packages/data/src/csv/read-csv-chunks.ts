import { type ByteSource, checkInteger } from "@gradus/core";
import type { DataFrame } from "../frame/data-frame";
import { openByteChunks } from "../io/byte-chunks";
import type { Schema } from "../schema";
import { decoderOf } from "./encoding";
import type { ReadSchema } from "./parse-csv";
import type { CSVReadOptions } from "./read-csv";
import { TextReader } from "./text-reader";

/** How a CSV file is to be read in parts. */
export interface CSVChunkOptions<T extends Schema = Schema> extends CSVReadOptions<T> {
  /** How many rows each table has but the last. Default 65,536. */
  readonly chunkRows?: number;
}

/**
 * Reads a CSV file as a sequence of tables of `chunkRows` rows each: memory for one of them is enough for
 * a file of any size.
 *
 * All tables have the types of the first. Where no type is given, whole numbers are read as numbers, since
 * a later part may hold a fraction; any other value that does not fit is an error, for which
 * `types` is the remedy.
 *
 * @param source the path of a file or its URL, a URL, a File or Blob, bytes, or a stream of bytes. Files
 *   compressed with gzip are unpacked.
 * @throws ParseError as `parseCSV`; ValueError if the file cannot be read; ParameterError for an option
 *   that cannot be. They come from the iterator.
 * @example
 * ```ts
 * const file = new Blob(["n\n1\n2\n3\n4\n5\n"]);
 * let sum = 0;
 * for await (const part of readCSVChunks(file, { chunkRows: 2 })) sum += part.column("n").sum();
 * sum; // → 15
 * ```
 */
export async function* readCSVChunks<const T extends Schema = Schema>(
  source: ByteSource,
  options: CSVChunkOptions<T> = {},
): AsyncGenerator<DataFrame<ReadSchema<T>>, void> {
  const where = "readCSVChunks";
  const tableRows = checkInteger(where, "chunkRows", options.chunkRows ?? 65_536, 1);
  const { chunks, name } = openByteChunks(where, source);
  const named = { ...(name === undefined ? {} : { source: name }), ...options };
  const reader = new TextReader(where, named as CSVChunkOptions, tableRows);
  for await (const part of inUTF8(where, chunks, options.encoding)) {
    yield* reader.push(part, false) as Iterable<DataFrame<ReadSchema<T>>>;
    if (reader.isDone) return;
  }
  yield* reader.push(new Uint8Array(), true) as Iterable<DataFrame<ReadSchema<T>>>;
}

async function* inUTF8(
  where: string,
  chunks: AsyncIterable<Uint8Array>,
  encoding = "utf-8",
): AsyncGenerator<Uint8Array> {
  if (/^utf-?8$/i.test(encoding)) {
    yield* chunks;
    return;
  }
  const decoder = decoderOf(where, encoding);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}
