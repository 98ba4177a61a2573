import {
  type ByteSource,
  checkOneOf,
  DTypeError,
  openBytes,
  ValueError,
  writeWholeFile,
} from "@gradus/core";
import {
  Column as ArrowColumn,
  batchType,
  bool,
  CompressionType,
  columnFromArray,
  type DataType,
  dictionary,
  float64,
  int32,
  int64,
  setCompressionCodec,
  type Table,
  TimeUnit,
  Type,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  timestamp,
  utf8,
} from "@uwdata/flechette";
import { CategoryColumn } from "../column/category-column";
import type { AnyColumn } from "../column/from-values";
import { DataFrame } from "../frame/data-frame";
import { unknownColumn } from "../frame/unknown-column";
import { columnOfForeign } from "../io/foreign-values";

import type { ColumnarReadOptions } from "../parquet/read-parquet";
import type { ColumnType, Schema } from "../schema";
import { unpackLZ4Frame } from "./lz4";

/** How a table is written as Arrow IPC. */
export interface ArrowWriteOptions {
  /** "file" (the default; also called Feather version 2) or "stream". */
  readonly format?: "file" | "stream";
}

/**
 * Reads a table in Arrow's IPC format, as a file (Feather version 2) or a stream. Buffers may be packed with
 * LZ4 or zstd.
 *
 * Whole numbers become integers, dates and timestamps dates, a dictionary of text categories.
 *
 * @throws ValueError if the bytes cannot be read or are no Arrow, or hold a whole number beyond a double;
 *   DTypeError for a column of lists, structures or bytes; ParameterError for a column that is not there.
 * @example
 * ```ts
 * const bytes = encodeArrow(DataFrame.fromColumns({ town: ["Ames", null], price: [2, 1] }));
 * (await readArrow(bytes)).column("town").toArray(); // → ["Ames", null]
 * ```
 */
export async function readArrow(
  source: ByteSource,
  { columns: wanted }: ColumnarReadOptions = {},
): Promise<DataFrame> {
  const where = "readArrow";
  const { bytes, name } = await openBytes(where, source);
  const { decompressZstd } = await import("hyparquet-compressors");
  const table = tableOf(where, bytes, name, decompressZstd);
  for (const one of wanted ?? []) {
    if (!table.names.includes(one)) throw unknownColumn(`${where}: columns`, one, table.names);
  }
  const chosen = table.names.filter((one) => wanted?.includes(one) ?? true);
  return DataFrame.fromColumns(chosen.map((one) => columnOf(where, table, one)));
}

/**
 * A table as bytes in Arrow's IPC format, which pyarrow, pandas, Polars and DuckDB read.
 *
 * Missing values are nulls, integers int64, dates timestamps in milliseconds without a zone, categories a
 * dictionary of text. The buffers are not packed.
 *
 * @throws ParameterError for a format that there is not.
 * @example
 * ```ts
 * encodeArrow(DataFrame.fromColumns({ n: [1, 2] }), { format: "stream" }).length > 0; // → true
 * ```
 */
export function encodeArrow<S extends Schema>(
  table: DataFrame<S>,
  { format = "file" }: ArrowWriteOptions = {},
): Uint8Array {
  checkOneOf("encodeArrow", "format", format, ["file", "stream"]);
  const columns = table.columnList();
  const arrow = tableFromColumns(
    columns.map((column) => [column.name, arrowColumn(column)] as [string, ArrowColumn<unknown>]),
  );
  return tableToIPC(arrow, { format })!;
}

/**
 * Writes a table to a file in Arrow's IPC format; see `encodeArrow`.
 *
 * @throws as `encodeArrow`; ValueError if the file cannot be written.
 */
export async function writeArrow<S extends Schema>(
  path: string | URL,
  table: DataFrame<S>,
  options: ArrowWriteOptions = {},
): Promise<void> {
  await writeWholeFile("writeArrow", path, encodeArrow(table, options));
}

function tableOf(
  where: string,
  bytes: Uint8Array,
  name: string | undefined,
  decompressZstd: (packed: Uint8Array, unpacked: Uint8Array) => Uint8Array,
): Table {
  const encode = () => {
    throw new ValueError(`${where}: expected to unpack only`);
  };
  setCompressionCodec(CompressionType.LZ4_FRAME, { decode: unpackLZ4Frame, encode });
  setCompressionCodec(CompressionType.ZSTD, {
    decode: (packed, size) => decompressZstd(packed, new Uint8Array(size)),
    encode,
  });
  try {
    if (!beginsAsArrow(bytes)) throw new Error("it begins otherwise");
    return tableFromIPC(bytes, { useBigInt: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ValueError(`${where}: cannot read ${name ?? "the bytes"} as Arrow IPC: ${reason}`);
  }
}

/** A file begins with "ARROW1", a stream with a mark and then the length of its first message. */
function beginsAsArrow(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  const isFile = String.fromCharCode(...bytes.subarray(0, 6)) === "ARROW1";
  return isFile || (a === 0xff && b === 0xff && c === 0xff && d === 0xff);
}

function columnOf(where: string, table: Table, name: string): AnyColumn {
  const column = table.getChild(name)!;
  const type = column.type as DataType;
  const columnType = typeOf(where, name, type);
  const values = column.toArray() as ArrayLike<unknown>;
  if (columnType !== "category" || type.typeId !== Type.Dictionary) {
    return columnOfForeign(where, name, columnType, values);
  }
  // The order of a dictionary is that of the categories, and it may hold some that do not occur.
  const batches = column.data as readonly { readonly dictionary?: { toArray(): string[] } }[];
  const levels = batches.flatMap(({ dictionary }) => [...(dictionary?.toArray() ?? [])]);
  const categories = [...new Set(levels)];
  const places = new Map<unknown, number>(categories.map((text, code) => [text, code]));
  const codes = Int32Array.from(values, (value) => places.get(value) ?? -1);
  return new CategoryColumn(name, codes, categories, type.ordered);
}

function typeOf(where: string, name: string, type: DataType): ColumnType {
  switch (type.typeId) {
    case Type.Int:
      return "integer";
    case Type.Float:
    case Type.Decimal:
    case Type.Null:
      return "number";
    case Type.Bool:
      return "boolean";
    case Type.Date:
    case Type.Timestamp:
      return "date";
    case Type.Utf8:
    case Type.LargeUtf8:
    case Type.Utf8View:
      return "string";
    case Type.Dictionary: {
      const inner = typeOf(where, name, type.dictionary as DataType);
      return inner === "string" ? "category" : inner;
    }
    default:
      throw new DTypeError(
        `${where}: expected numbers, text, booleans or dates in column "${name}", got other values (type ${type.typeId}); leave it out with the option "columns"`,
      );
  }
}

function arrowColumn(column: AnyColumn): ArrowColumn<unknown> {
  if (column instanceof CategoryColumn) {
    // Without rows there is no batch that a dictionary could belong to.
    return column.length ? dictionaryColumn(column) : columnFromArray([], utf8());
  }
  return columnFromArray(valuesOf(column), arrowType(column.type));
}

function arrowType(type: Exclude<ColumnType, "category">): DataType {
  switch (type) {
    case "number":
      return float64();
    case "integer":
      return int64();
    case "boolean":
      return bool();
    case "date":
      return timestamp(TimeUnit.MILLISECOND, null);
    case "string":
      return utf8();
  }
}

/** Codes and categories as they are: from values, only the categories that occur would be known. */
function dictionaryColumn({ codes, categories, ordered }: CategoryColumn): ArrowColumn<unknown> {
  const texts = utf8();
  const type = dictionary(texts, int32(), ordered);
  const validity = new Uint8Array(8 * Math.ceil(codes.length / 64));
  let nullCount = 0;
  codes.forEach((code, i) => {
    if (code < 0) nullCount++;
    else validity[i >> 3]! |= 1 << (i & 7);
  });
  const Batch = batchType(type);
  const values = codes.map((code) => Math.max(0, code));
  const batch = new Batch({ length: codes.length, nullCount, type, validity, values });
  return new ArrowColumn([batch.setDictionary(columnFromArray([...categories], texts))], type);
}

function valuesOf(column: AnyColumn): unknown[] {
  return Array.from({ length: column.length }, (_, i) => {
    if (column.isMissing(i)) return null;
    const cell = column.cell(i);
    return column.type === "integer" ? BigInt(cell as number) : cell;
  });
}
