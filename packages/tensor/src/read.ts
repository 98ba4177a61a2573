import { ShapeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import type { TypedArray } from "./dtype";
import { addressOf, contiguous } from "./factory";
import { shapeText } from "./shape";
import type { Tensor } from "./tensor";

/** Numbers or booleans nested as deep as a tensor has axes. */
export type NestedArray = number | boolean | NestedArray[];

/** A copy of a tensor's elements, row by row. */
export function elements(x: Tensor): TypedArray {
  const source = contiguous(x);
  const memory = heap();
  memory.begin();
  const start = addressOf(source);
  const { size } = x;
  switch (x.dtype) {
    case "float64":
      return memory.f64.slice(start >>> 3, (start >>> 3) + size);
    case "float32":
      return memory.f32.slice(start >>> 2, (start >>> 2) + size);
    case "int32":
      return memory.i32.slice(start >>> 2, (start >>> 2) + size);
    case "uint8":
    case "bool":
      return memory.u8.slice(start >>> 0, (start >>> 0) + size);
  }
}

/** The only element of a tensor, a bool as 0 or 1. @throws ShapeError unless there is exactly one. */
export function itemOf(x: Tensor): number {
  if (x.size !== 1) {
    throw new ShapeError(`item: expected one element, got shape ${shapeText(x.shape)}`);
  }
  const memory = heap();
  memory.begin();
  const at = addressOf(x);
  switch (x.dtype) {
    case "float64":
      return memory.f64[at >>> 3]!;
    case "float32":
      return memory.f32[at >>> 2]!;
    case "int32":
      return memory.i32[at >>> 2]!;
    case "uint8":
    case "bool":
      return memory.u8[at >>> 0]!;
  }
}

/** A tensor as nested arrays. */
export function nested(x: Tensor): NestedArray {
  const values = elements(x);
  const isBool = x.dtype === "bool";
  let next = 0;
  const build = (axis: number): NestedArray => {
    if (axis === x.ndim) {
      const value = values[next++]!;
      return isBool ? value === 1 : value;
    }
    return Array.from({ length: x.shape[axis]! }, () => build(axis + 1));
  };
  return build(0);
}
