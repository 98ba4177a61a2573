import { checkOneOf, nodeModule, ValueError, writeWholeFile } from "@gradus/core";
import type { CompressionCodec, SchemaElement } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import type { AnyColumn } from "../column/from-values";
import type { DataFrame } from "../frame/data-frame";
import { categoriesText, METADATA_KEY } from "../io/categories";

import type { ColumnType, Schema } from "../schema";

/** How a table is written as Parquet. */
export interface ParquetWriteOptions {
  /** How pages are packed. Default "snappy". "gzip" needs Node; "zstd" needs Node 22.15 or newer. */
  readonly codec?: "snappy" | "gzip" | "zstd" | "none";
}

const CODECS: Readonly<Record<string, CompressionCodec>> = {
  snappy: "SNAPPY",
  gzip: "GZIP",
  zstd: "ZSTD",
  none: "UNCOMPRESSED",
};

const ELEMENTS: Readonly<Record<ColumnType, Omit<SchemaElement, "name">>> = {
  number: { type: "DOUBLE" },
  integer: { type: "INT64" },
  boolean: { type: "BOOLEAN" },
  string: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  category: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  date: {
    type: "INT64",
    logical_type: { type: "TIMESTAMP", isAdjustedToUTC: false, unit: "MILLIS" },
  },
};

/**
 * A table as the bytes of a Parquet file, which pandas, pyarrow and DuckDB read.
 *
 * Missing values are nulls, integers INT64, dates timestamps in milliseconds without a zone, as pandas has
 * them. Categories are text; their order is kept in the file's metadata for `readParquet`.
 *
 * @throws ValueError for a codec that this machine cannot write; ParameterError for one that there is not.
 * @example
 * ```ts
 * const bytes = encodeParquet(DataFrame.fromColumns({ n: [1, 2] }));
 * new TextDecoder().decode(bytes.subarray(0, 4)); // → PAR1
 * ```
 */
export function encodeParquet<S extends Schema>(
  table: DataFrame<S>,
  { codec = "snappy" }: ParquetWriteOptions = {},
): Uint8Array {
  checkOneOf("encodeParquet", "codec", codec, ["snappy", "gzip", "zstd", "none"]);
  const columns = table.columnList();
  const schema: SchemaElement[] = [
    { name: "root", num_children: columns.length },
    ...columns.map(({ name, type }): SchemaElement => {
      return { name, repetition_type: "OPTIONAL", ...ELEMENTS[type] };
    }),
  ];
  const buffer = parquetWriteBuffer({
    schema,
    codec: CODECS[codec]!,
    compressors: compressorOf(codec),
    columnData: columns.map((column) => ({ name: column.name, data: valuesOf(column) })),
    kvMetadata: [{ key: METADATA_KEY, value: categoriesText(columns) }],
    createdBy: "gradus",
  });
  return new Uint8Array(buffer);
}

/**
 * Writes a table to a Parquet file; see `encodeParquet`.
 *
 * @throws as `encodeParquet`; ValueError if the file cannot be written.
 */
export async function writeParquet<S extends Schema>(
  path: string | URL,
  table: DataFrame<S>,
  options: ParquetWriteOptions = {},
): Promise<void> {
  await writeWholeFile("writeParquet", path, encodeParquet(table, options));
}

/** The part of Node's compression that is used. */
interface Zlib {
  gzipSync(input: Uint8Array): Uint8Array;
  zstdCompressSync?(input: Uint8Array): Uint8Array;
}

function compressorOf(
  codec: string,
): Partial<Record<CompressionCodec, (b: Uint8Array) => Uint8Array>> {
  if (codec !== "gzip" && codec !== "zstd") return {};
  const zlib = nodeModule<Zlib>("node:zlib");
  const compress = codec === "gzip" ? zlib?.gzipSync : zlib?.zstdCompressSync;
  if (!compress) {
    const needed = codec === "gzip" ? "Node" : "Node 22.15 or newer";
    throw new ValueError(
      `encodeParquet: expected ${needed} for codec "${codec}", got another program; use "snappy"`,
    );
  }
  return { [CODECS[codec]!]: (bytes: Uint8Array) => new Uint8Array(compress(bytes)) };
}

/** The values as the writer wants them, missing ones null. */
function valuesOf(column: AnyColumn): unknown[] {
  return Array.from({ length: column.length }, (_, i) => {
    if (column.isMissing(i)) return null;
    const cell = column.cell(i);
    if (column.type === "integer") return BigInt(cell as number);
    return cell instanceof Date ? BigInt(Math.floor(cell.getTime())) : cell;
  });
}
