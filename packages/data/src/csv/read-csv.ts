import { openBytes } from "@gradus/core";
import type { DataFrame } from "../frame/data-frame";
import type { Schema } from "../schema";
import { decoderOf } from "./encoding";
import { type FileSource, openFile } from "./file-source";
import type { CSVOptions } from "./options";
import { parseCSVBytes, type ReadSchema } from "./parse-csv";
import { readText } from "./read-text";

/** How a CSV file is to be read. */
export interface CSVReadOptions<T extends Schema = Schema> extends CSVOptions<T> {
  /** The file's encoding, by its name in the web's Encoding Standard. Default "utf-8". */
  readonly encoding?: string;
}

/**
 * Reads a CSV file into a table; see `parseCSV` for the format.
 *
 * @param source text (a string with a line end in it), the path of a file or its URL (a string
 *   without one), a URL, a File or Blob, bytes, or a stream of bytes. Files compressed with gzip are
 *   unpacked.
 * @throws ParseError as `parseCSV`; ValueError if the file cannot be read; ParameterError for an
 *   unknown encoding.
 * @example
 * ```ts
 * const file = new File(["town,postcode\nAmes,50010\n"], "towns.csv");
 * const towns = await readCSV(file, { types: { postcode: "string" } });
 * towns.column("postcode").at(0); // → 50010
 * ```
 */
export async function readCSV<const T extends Schema = Schema>(
  source: string | URL | Blob | Uint8Array | ReadableStream<Uint8Array>,
  options: CSVReadOptions<T> = {},
): Promise<DataFrame<ReadSchema<T>>> {
  if (typeof source === "string" && /[\r\n]/.test(source)) {
    return parseCSVBytes("readCSV", new TextEncoder().encode(source), options);
  }
  const { encoding = "utf-8" } = options;
  const isUTF8 = /^utf-?8$/i.test(encoding);
  const file = isUTF8 ? openFile("readCSV", source) : undefined;
  if (file) return readFile(file, options);
  const { bytes, name } = await openBytes("readCSV", source);
  const named = { ...(name === undefined ? {} : { source: name }), ...options };
  if (isUTF8) return parseCSVBytes("readCSV", bytes, named);
  const text = decoderOf("readCSV", encoding).decode(bytes);
  return parseCSVBytes("readCSV", new TextEncoder().encode(text), named);
}

/** Reads a file in place: each part of it goes straight to where it is parsed. */
function readFile<T extends Schema>(
  file: FileSource,
  options: CSVReadOptions<T>,
): DataFrame<ReadSchema<T>> {
  try {
    const named = { source: file.name, ...options } as CSVOptions;
    return readText("readCSV", named, file) as unknown as DataFrame<ReadSchema<T>>;
  } finally {
    file.close();
  }
}
