import { type ByteSource, DTypeError, ValueError } from "@gradus/core";
import {
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  type SchemaElement,
} from "hyparquet";
import { DataFrame } from "../frame/data-frame";
import { unknownColumn } from "../frame/unknown-column";
import { type ByteRanges, openRanges } from "../io/byte-ranges";
import { METADATA_KEY, withCategories } from "../io/categories";
import { columnOfForeign } from "../io/foreign-values";
import type { ColumnType } from "../schema";

/** Which part of a file with columns is to be read. */
export interface ColumnarReadOptions {
  /** The only columns to read, by name; the table has them in the file's order. Default all. */
  readonly columns?: readonly string[];
}

const TEXT = new Set(["UTF8", "STRING", "ENUM", "JSON", "UUID"]);
const DATES = new Set(["DATE", "TIMESTAMP", "TIMESTAMP_MILLIS", "TIMESTAMP_MICROS"]);
const DAY = 86_400_000;
/** So many bytes at the end of a file mostly hold what it says of its columns. */
const FOOTER = 1 << 16;

/**
 * Reads a Parquet file into a table. Pages may be packed with snappy, gzip, zstd, LZ4 or brotli.
 *
 * Of a file, a Blob, or a URL whose server gives ranges of bytes, only the footer and the columns asked for are
 * read.
 *
 * Whole numbers become integers, dates and timestamps dates (to the millisecond, rounded down), floating and
 * decimal numbers numbers. A column that pandas says is categorical is one of categories.
 *
 * @throws ValueError if the file cannot be read, is no Parquet, or holds a whole number beyond a double;
 *   DTypeError for a column of lists, structures or bytes; ParameterError for a column that is not there.
 * @example
 * ```ts
 * const bytes = encodeParquet(DataFrame.fromColumns({ town: ["Ames", "Boone"], price: [2, 1] }));
 * const table = await readParquet(bytes, { columns: ["price"] });
 * table.column("price").toArray(); // → [2, 1]
 * ```
 */
export async function readParquet(
  source: ByteSource,
  { columns: wanted }: ColumnarReadOptions = {},
): Promise<DataFrame> {
  const where = "readParquet";
  const file = await openRanges(where, source);
  try {
    return await tableOf(where, file, wanted);
  } finally {
    await file.close();
  }
}

async function tableOf(
  where: string,
  file: ByteRanges,
  wanted: readonly string[] | undefined,
): Promise<DataFrame> {
  const metadata = await metadataOf(where, file);
  const elements = topLevel(metadata);
  const names = elements.map((element) => element.name);
  for (const one of wanted ?? []) {
    if (!names.includes(one)) throw unknownColumn(`${where}: columns`, one, names);
  }
  const chosen = elements.filter((element) => wanted?.includes(element.name) ?? true);
  const types = chosen.map((element) => typeOf(where, element));
  const parts = await partsOf(
    where,
    file,
    metadata,
    chosen.map((one) => one.name),
  );
  const columns = chosen.map((element, k) => {
    const values = joined(parts.get(element.name) ?? []);
    return columnOfForeign(where, element.name, types[k]!, values);
  });
  const kept = (key: string) =>
    metadata.key_value_metadata?.find((entry) => entry.key === key)?.value;
  return DataFrame.fromColumns(withCategories(columns, kept(METADATA_KEY), kept("pandas")));
}

async function metadataOf(where: string, file: ByteRanges): Promise<FileMetaData> {
  try {
    return await parquetMetadataAsync(file, { geoparquet: false, initialFetchSize: FOOTER });
  } catch (error) {
    throw unreadable(where, file.name, error);
  }
}

/** The elements of the schema that are columns, each without what is nested in it. */
function topLevel({ schema }: FileMetaData): SchemaElement[] {
  const elements: SchemaElement[] = [];
  for (let i = 1; i < schema.length; ) {
    elements.push(schema[i]!);
    let open = 1;
    while (open > 0) {
      open += (schema[i]!.num_children ?? 0) - 1;
      i++;
    }
  }
  return elements;
}

function typeOf(where: string, element: SchemaElement): ColumnType {
  const { type, converted_type, logical_type, name } = element;
  const meaning = logical_type?.type ?? converted_type ?? "";
  const isNested = element.num_children !== undefined || element.repetition_type === "REPEATED";
  if (!isNested) {
    if (TEXT.has(meaning)) return "string";
    if (DATES.has(meaning) || type === "INT96") return "date";
    if (meaning === "DECIMAL" || meaning === "FLOAT16") return "number";
    if (type === "BOOLEAN") return "boolean";
    if (type === "INT32" || type === "INT64") return "integer";
    if (type === "FLOAT" || type === "DOUBLE") return "number";
  }
  throw new DTypeError(
    `${where}: expected numbers, text, booleans or dates in column "${name}", got ${isNested ? "nested values" : "bytes"}; leave it out with the option "columns"`,
  );
}

/** The values of each column, one array a row group. */
async function partsOf(
  where: string,
  file: ByteRanges,
  metadata: FileMetaData,
  names: string[],
): Promise<Map<string, ArrayLike<unknown>[]>> {
  const parts = new Map<string, ArrayLike<unknown>[]>();
  if (names.length === 0 || metadata.num_rows === 0n) return parts;
  // Larger than all the rest of the reader, and most programs that use tables read no Parquet.
  const { compressors } = await import("hyparquet-compressors");
  try {
    await parquetRead({
      file,
      metadata,
      columns: names,
      compressors,
      geoparquet: false,
      parsers: {
        timestampFromMilliseconds: Number,
        timestampFromMicroseconds: (micros) => floorDivide(micros, 1000n),
        timestampFromNanoseconds: (nanos) => floorDivide(nanos, 1_000_000n),
        dateFromDays: (days) => days * DAY,
      },
      onChunk: ({ columnName, columnData }) => {
        parts.set(columnName, [...(parts.get(columnName) ?? []), columnData]);
      },
    });
  } catch (error) {
    throw unreadable(where, file.name, error);
  }
  return parts;
}

function floorDivide(value: bigint, divisor: bigint): number {
  const quotient = value / divisor;
  return Number(value < 0n && quotient * divisor !== value ? quotient - 1n : quotient);
}

function joined(parts: readonly ArrayLike<unknown>[]): ArrayLike<unknown> {
  if (parts.length === 1) return parts[0]!;
  const all: unknown[] = [];
  for (const part of parts) for (let i = 0; i < part.length; i++) all.push(part[i]);
  return all;
}

function unreadable(where: string, name: string | undefined, error: unknown): ValueError {
  if (error instanceof ValueError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new ValueError(`${where}: cannot read ${name ?? "the bytes"} as Parquet: ${reason}`);
}
