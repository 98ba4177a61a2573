import { DTypeError, ValueError } from "@gradus/core";
import { DTypeCode } from "@gradus/kernels";

/** The type of a tensor's elements. A uint8 (0 to 255) and a bool take one byte. */
export type DType = "float32" | "float64" | "int32" | "uint8" | "bool";

/** The typed arrays that hold a tensor's elements; bools are bytes 0 and 1. */
export type TypedArray = Float32Array | Float64Array | Int32Array | Uint8Array;

interface DTypeFacts {
  /** How the kernels number it. */
  readonly code: DTypeCode;
  /** Promotion goes to the higher rank. */
  readonly rank: number;
  /** Bytes an element. */
  readonly size: 1 | 4 | 8;
  readonly floating: boolean;
}

const facts: { readonly [D in DType]: DTypeFacts } = {
  bool: { code: DTypeCode.bool, rank: 0, size: 1, floating: false },
  uint8: { code: DTypeCode.uint8, rank: 1, size: 1, floating: false },
  int32: { code: DTypeCode.int32, rank: 2, size: 4, floating: false },
  float32: { code: DTypeCode.float32, rank: 3, size: 4, floating: true },
  float64: { code: DTypeCode.float64, rank: 4, size: 8, floating: true },
};

export function dtypeCode(dtype: DType): DTypeCode {
  return facts[dtype].code;
}

export function dtypeSize(dtype: DType): 1 | 4 | 8 {
  return facts[dtype].size;
}

export function isFloating(dtype: DType): boolean {
  return dtype === "float64" || dtype === "float32";
}

/** @throws DTypeError if `dtype` is not one of the five names. */
export function checkDType(where: string, dtype: DType): DType {
  if (!Object.hasOwn(facts, dtype)) {
    const names = Object.keys(facts).join(", ");
    throw new DTypeError(`${where}: dtype must be one of ${names}, got ${String(dtype)}`);
  }
  return dtype;
}

/**
 * The type that holds the values of both, as in NumPy: bool < uint8 < int32 < float32 < float64, except that
 * int32 with float32 gives float64, since float32 cannot hold every int32.
 */
export function promoteTypes(a: DType, b: DType): DType {
  if (a === b) return a;
  const [low, high] = facts[a].rank < facts[b].rank ? [a, b] : [b, a];
  return low === "int32" && high === "float32" ? "float64" : high;
}

/**
 * The type of a tensor combined with a plain number, which is weak: it never widens a floating tensor, and a
 * whole number keeps a uint8 tensor uint8.
 * @throws ValueError for a whole number that uint8 cannot hold, with a uint8 tensor.
 */
export function promoteWithNumber(where: string, dtype: DType, value: number): DType {
  if (isFloating(dtype)) return dtype;
  if (dtype === "uint8" && Number.isInteger(value)) {
    checkFits(where, "uint8", value);
    return "uint8";
  }
  return isInt32(value) ? "int32" : "float64";
}

/** The floating type in which a function such as exp or a division is computed. */
export function floatingType(dtype: DType): "float32" | "float64" {
  return dtype === "float32" ? "float32" : "float64";
}

/** @throws DTypeError unless `dtype` is float32 or float64. */
export function checkFloating(where: string, dtype: DType): void {
  if (!isFloating(dtype)) {
    throw new DTypeError(`${where}: expected a float32 or float64 tensor, got ${dtype}`);
  }
}

/** @throws ValueError unless the type can hold the number, cut off towards zero. */
export function checkFits(where: string, dtype: DType, value: number): void {
  const cut = Math.trunc(value);
  const fits = dtype === "uint8" ? cut >= 0 && cut <= 255 : dtype !== "int32" || isInt32(cut);
  if (!fits) throw new ValueError(`${where}: expected a number that fits ${dtype}, got ${value}`);
}

export function isInt32(value: number): boolean {
  return (value | 0) === value;
}
