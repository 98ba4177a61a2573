import { DTypeError, ValueError } from "@gradus/core";
import type { DType } from "@gradus/tensor";

/** How one of NumPy's element types is read, and what tensor type it becomes. */
export interface ElementReader {
  readonly bytes: number;
  readonly dtype: DType;
  /** NumPy's type has values that the tensor's type does not hold; `read` refuses them. */
  readonly read: (view: DataView, at: number, littleEndian: boolean) => number;
}

/** 64-bit integers are numbers in JavaScript only up to 2⁵³. */
function exactInteger(value: bigint): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new ValueError(`an integer of at most 53 bits was expected, got ${value}`);
}

/** Bits of an IEEE half: sign 1, exponent 5, fraction 10. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const readers: Readonly<Record<string, ElementReader>> = {
  f8: { bytes: 8, dtype: "float64", read: (view, at, little) => view.getFloat64(at, little) },
  f4: { bytes: 4, dtype: "float32", read: (view, at, little) => view.getFloat32(at, little) },
  f2: { bytes: 2, dtype: "float32", read: (view, at, little) => half(view.getUint16(at, little)) },
  i8: {
    bytes: 8,
    dtype: "int32",
    read: (view, at, little) => exactInteger(view.getBigInt64(at, little)),
  },
  u8: {
    bytes: 8,
    dtype: "int32",
    read: (view, at, little) => exactInteger(view.getBigUint64(at, little)),
  },
  i4: { bytes: 4, dtype: "int32", read: (view, at, little) => view.getInt32(at, little) },
  u4: { bytes: 4, dtype: "int32", read: (view, at, little) => view.getUint32(at, little) },
  i2: { bytes: 2, dtype: "int32", read: (view, at, little) => view.getInt16(at, little) },
  u2: { bytes: 2, dtype: "int32", read: (view, at, little) => view.getUint16(at, little) },
  i1: { bytes: 1, dtype: "int32", read: (view, at) => view.getInt8(at) },
  u1: { bytes: 1, dtype: "uint8", read: (view, at) => view.getUint8(at) },
  b1: { bytes: 1, dtype: "bool", read: (view, at) => (view.getUint8(at) === 0 ? 0 : 1) },
};

/** What NumPy calls the types of tensors. */
export const descrOf: Readonly<Record<DType, string>> = {
  float64: "<f8",
  float32: "<f4",
  int32: "<i4",
  uint8: "|u1",
  bool: "|b1",
};

/**
 * The reader of a NumPy type, and whether its bytes stand in little-endian order.
 * @throws DTypeError for complex numbers, texts, dates, objects and structured types.
 */
export function readerOf(
  descr: string,
  where: string,
): { readonly reader: ElementReader; readonly littleEndian: boolean } {
  const reader = /^[<>|=]/.test(descr) ? readers[descr.slice(1)] : undefined;
  if (reader !== undefined) return { reader, littleEndian: !descr.startsWith(">") };
  throw new DTypeError(
    `${where}: expected elements that are real numbers or bools, got NumPy's type ${descr}`,
  );
}
