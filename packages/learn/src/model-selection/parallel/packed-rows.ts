import {
  type AnyColumn,
  BooleanColumn,
  CategoryColumn,
  DataFrame,
  DateColumn,
  IntegerColumn,
  isColumn,
  isDataFrame,
  NumberColumn,
  StringColumn,
} from "@gradus/data";
import { type DType, isTensor, SparseTensor, tensor } from "@gradus/tensor";
import type { Splittable } from "../rows";

type TypedArray = Float64Array | Float32Array | Int32Array | Uint8Array;

/** A column as a message can carry it. */
interface PackedColumn {
  readonly name: string;
  readonly type: AnyColumn["type"];
  /** The numbers, the milliseconds of dates, or the codes of truths and categories. */
  readonly values: TypedArray | readonly (string | null)[];
  readonly categories?: readonly string[];
  readonly ordered?: boolean;
}

/** Rows as a message can carry them, in shared memory where there is such. */
export type PackedRows =
  | { readonly kind: "tensor"; readonly shape: readonly number[]; dtype: DType; data: TypedArray }
  | {
      readonly kind: "sparse";
      readonly shape: readonly number[];
      readonly starts: Int32Array;
      readonly columns: Int32Array;
      readonly values: Float64Array | Float32Array;
    }
  | { readonly kind: "frame"; readonly columns: readonly PackedColumn[] }
  | { readonly kind: "column"; readonly column: PackedColumn }
  | { readonly kind: "typed"; readonly data: TypedArray }
  /** Numbers in a plain array, or rows of so many in an array of arrays. */
  | { readonly kind: "numbers"; readonly data: Float64Array; readonly width: number | undefined }
  | { readonly kind: "values"; readonly values: readonly unknown[] };

/** Moves an array's content to where workers read it: the same array, or a copy in shared memory. */
export type Share = <A extends TypedArray>(array: A) => A;

/** Copies arrays into memory that all threads read, so that no worker gets a copy of its own. */
export function toSharedMemory<A extends TypedArray>(array: A): A {
  const buffer = new SharedArrayBuffer(array.byteLength);
  const shared = new (array.constructor as new (buffer: SharedArrayBuffer) => A)(buffer);
  shared.set(array);
  return shared;
}

/** Rows for a message. */
export function packRows(rows: Splittable, share: Share): PackedRows {
  if (isTensor(rows)) {
    const { shape, dtype } = rows;
    return { kind: "tensor", shape: [...shape], dtype, data: share(rows.data() as TypedArray) };
  }
  if (rows instanceof SparseTensor) {
    const [starts, columns] = [share(rows.rowStarts), share(rows.columnIndices)];
    return { kind: "sparse", shape: [...rows.shape], starts, columns, values: share(rows.values) };
  }
  if (isDataFrame(rows)) {
    const columns = rows.columns.map((name) => packColumn(rows.column(name) as AnyColumn, share));
    return { kind: "frame", columns };
  }
  if (isColumn(rows)) return { kind: "column", column: packColumn(rows, share) };
  if (ArrayBuffer.isView(rows)) return { kind: "typed", data: share(rows as TypedArray) };
  return packArray(rows as readonly unknown[], share);
}

/** The rows of a message, as what they were packed from. */
export function unpackRows(packed: PackedRows): Splittable {
  switch (packed.kind) {
    case "tensor":
      return tensor(packed.data, { shape: packed.shape, dtype: packed.dtype });
    case "sparse":
      return SparseTensor.fromRows(packed.starts, packed.columns, packed.values, packed.shape);
    case "frame":
      return DataFrame.fromColumns(packed.columns.map(unpackColumn));
    case "column":
      return unpackColumn(packed.column);
    case "typed":
      return packed.data;
    case "numbers":
      return unpackNumbers(packed.data, packed.width);
    case "values":
      return packed.values;
  }
}

function packColumn(column: AnyColumn, share: Share): PackedColumn {
  const { name, type } = column;
  if (column instanceof CategoryColumn) {
    const { codes, categories, ordered } = column;
    return { name, type, values: share(codes), categories, ordered };
  }
  if (column instanceof BooleanColumn) return { name, type, values: share(column.codes) };
  if (column instanceof StringColumn) return { name, type, values: column.values };
  return { name, type, values: share((column as NumberColumn).values) };
}

function unpackColumn({ name, type, values, categories, ordered }: PackedColumn): AnyColumn {
  switch (type) {
    case "category":
      return new CategoryColumn(name, values as Int32Array, categories!, ordered);
    case "boolean":
      return new BooleanColumn(name, values as Uint8Array);
    case "string":
      return new StringColumn(name, values as readonly (string | null)[]);
    case "date":
      return new DateColumn(name, values as Float64Array);
    case "integer":
      return new IntegerColumn(name, values as Float64Array);
    case "number":
      return new NumberColumn(name, values as Float64Array);
  }
}

function packArray(values: readonly unknown[], share: Share): PackedRows {
  if (areNumbers(values)) {
    return { kind: "numbers", data: share(Float64Array.from(values)), width: undefined };
  }
  const [first] = values;
  const width = Array.isArray(first) ? first.length : 0;
  const isTable = values.every(
    (row) => Array.isArray(row) && row.length === width && areNumbers(row),
  );
  if (!isTable || width === 0) return { kind: "values", values };
  return { kind: "numbers", data: share(Float64Array.from((values as number[][]).flat())), width };
}

function areNumbers(values: readonly unknown[]): values is readonly number[] {
  return values.every((value) => typeof value === "number");
}

function unpackNumbers(data: Float64Array, width: number | undefined): readonly unknown[] {
  if (width === undefined) return Array.from(data);
  return Array.from({ length: data.length / width }, (_, i) =>
    Array.from(data.subarray(i * width, (i + 1) * width)),
  );
}
