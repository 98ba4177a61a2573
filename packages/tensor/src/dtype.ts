import { DTypeError } from "@gradus/core";
import { DTypeCode } from "@gradus/kernels";

/** The type of a tensor's elements. A bool takes one byte. */
export type DType = "float32" | "float64" | "int32" | "bool";

/** The typed arrays that hold a tensor's elements; bools are bytes 0 and 1. */
export type TypedArray = Float32Array | Float64Array | Int32Array | Uint8Array;

interface DTypeFacts {
  /** How the kernels number it; promotion goes to the higher number. */
  readonly code: DTypeCode;
  /** Bytes an element. */
  readonly size: 1 | 4 | 8;
  readonly floating: boolean;
}

const facts: { readonly [D in DType]: DTypeFacts } = {
  bool: { code: DTypeCode.bool, size: 1, floating: false },
  int32: { code: DTypeCode.int32, size: 4, floating: false },
  float32: { code: DTypeCode.float32, size: 4, floating: true },
  float64: { code: DTypeCode.float64, size: 8, floating: true },
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

/** @throws DTypeError if `dtype` is not one of the four names. */
export function checkDType(where: string, dtype: DType): DType {
  if (!Object.hasOwn(facts, dtype)) {
    const names = Object.keys(facts).join(", ");
    throw new DTypeError(`${where}: dtype must be one of ${names}, got ${String(dtype)}`);
  }
  return dtype;
}

/**
 * The type that holds the values of both, as in NumPy: bool < int32 < float32 < float64, except that
 * int32 with float32 gives float64, since float32 cannot hold every int32.
 */
export function promoteTypes(a: DType, b: DType): DType {
  if (a === b) return a;
  const [low, high] = facts[a].code < facts[b].code ? [a, b] : [b, a];
  return low === "int32" && high === "float32" ? "float64" : high;
}

/** The type of a tensor combined with a plain number, which is weak: it never widens a floating tensor. */
export function promoteWithNumber(dtype: DType, value: number): DType {
  if (isFloating(dtype)) return dtype;
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

export function isInt32(value: number): boolean {
  return (value | 0) === value;
}
