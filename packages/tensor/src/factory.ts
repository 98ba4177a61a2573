import { heap, type Storage } from "@gradus/kernels";
import { type DType, dtypeSize, isFloating } from "./dtype";
import { contiguousStrides, isContiguous, type Shape, sizeOf } from "./shape";
import type { Tensor } from "./tensor";

/** Where a tensor's elements lie. */
export interface Layout {
  readonly storage: Storage;
  readonly shape: Shape;
  readonly dtype: DType;
  /** In elements; undefined for the row-by-row order. */
  readonly strides: readonly number[] | undefined;
  /** First element in the storage. */
  readonly offset: number;
}

type TensorClass = new (
  storage: Storage,
  shape: Shape,
  dtype: DType,
  strides: readonly number[] | undefined,
  offset: number,
) => Tensor;

// The class hands itself over when it is defined. So the operations, which its methods call, make tensors
// without importing it, and no two files need each other.
let construct: TensorClass;

export function registerTensorClass(tensorClass: TensorClass): void {
  construct = tensorClass;
}

/** Whether a value is a tensor. */
export function isTensor(value: unknown): value is Tensor {
  return value instanceof construct;
}

/** A tensor over fresh memory with no particular content. Call between `heap().begin()` and the kernel. */
export function emptyTensor(where: string, shape: Shape, dtype: DType): Tensor {
  const storage = heap().allocate(sizeOf(shape) * dtypeSize(dtype), where);
  return new construct(storage, shape, dtype, undefined, 0);
}

/** Another view of a tensor's memory, without its history. */
export function viewOf(
  x: Tensor,
  shape: Shape,
  strides: readonly number[] | undefined = undefined,
  offset = x.offset,
): Tensor {
  const plain = strides !== undefined && isContiguous(shape, strides) ? undefined : strides;
  return new construct(x.storage, shape, x.dtype, plain, offset);
}

/** A 0-d tensor. */
export function scalarTensor(value: number, dtype: DType = "float64"): Tensor {
  return filledTensor("scalar", [], dtype, value);
}

/** A tensor of one value. */
export function filledTensor(where: string, shape: Shape, dtype: DType, value: number): Tensor {
  const memory = heap();
  memory.begin();
  const out = emptyTensor(where, shape, dtype);
  const pointer = memory.pointer(out.storage);
  writeNumber(memory.meta, dtype, value);
  memory.kernels.fill(dtypeSize(dtype), out.size, memory.meta, pointer);
  return out;
}

/** The n×n identity. */
export function identityMatrix(n: number, dtype: DType): Tensor {
  const out = filledTensor("eye", [n, n], dtype, 0);
  const memory = heap();
  memory.begin();
  const start = addressOf(out);
  for (let i = 0; i < n; i++) writeNumber(start + i * (n + 1) * dtypeSize(dtype), dtype, 1);
  return out;
}

/** A tensor with the given elements, row by row. */
export function tensorFrom(values: ArrayLike<number>, shape: Shape, dtype: DType): Tensor {
  const memory = heap();
  memory.begin();
  const out = emptyTensor("tensor", shape, dtype);
  const pointer = addressOf(out);
  if (out.size === 1 && isFloating(dtype)) writeNumber(pointer, dtype, values[0]!);
  else if (dtype === "float64") memory.f64.set(values, pointer >>> 3);
  else if (dtype === "float32") memory.f32.set(values, pointer >>> 2);
  else if (dtype === "int32") memory.i32.set(values, pointer >>> 2);
  else memory.u8.set(values, pointer);
  return out;
}

/** Writes one number to the heap as an element of the type. */
export function writeNumber(pointer: number, dtype: DType, value: number): void {
  const memory = heap();
  if (dtype === "float64") memory.f64[pointer >>> 3] = value;
  else if (dtype === "float32") memory.f32[pointer >>> 2] = value;
  else if (dtype === "int32") memory.i32[pointer >>> 2] = value;
  else memory.u8[pointer] = dtype === "uint8" ? value : value === 0 ? 0 : 1;
}

/** The address of a tensor's first element. */
export function addressOf(x: Tensor): number {
  return heap().pointer(x.storage) + x.offset * dtypeSize(x.dtype);
}

/** Writes numbers to the heap's parameter area as int32. @returns its address */
export function writeMeta(...lists: readonly (readonly number[])[]): number {
  const memory = heap();
  let at = memory.meta >>> 2;
  for (const list of lists) for (let i = 0; i < list.length; i++) memory.i32[at++] = list[i]!;
  return memory.meta;
}

/** The tensor itself if its elements lie row by row, else a copy in which they do. Without history. */
export function contiguous(x: Tensor): Tensor {
  return x.contiguous ? x : copyOf(x);
}

/** A copy of the elements in fresh memory, row by row. Without history. */
export function copyOf(x: Tensor): Tensor {
  heap().begin();
  const out = emptyTensor("clone", x.shape, x.dtype);
  copyStrided(x, out);
  return out;
}

/** Copies x into the elements of `to`, which has the same shape and dtype, any strides. */
export function copyStrided(x: Tensor, to: Tensor): void {
  if (x.size === 0) return;
  const memory = heap();
  memory.begin();
  const size = dtypeSize(x.dtype);
  const source = addressOf(x);
  const target = addressOf(to);
  if (x.storage === to.storage && x.contiguous && to.contiguous) {
    // They may overlap.
    memory.u8.copyWithin(target, source, source + x.size * size);
    return;
  }
  const [shape, [from, into]] = collapse(x.shape, [x.strides, to.strides]);
  memory.kernels.copyNd(size, shape.length, writeMeta(shape, from!, into!), source, target);
}

/**
 * The same elements described by as few axes as possible: axes of length 1 go, and two neighbours become one
 * where every operand steps evenly over both. There is always at least one axis left.
 */
export function collapse(
  shape: Shape,
  strides: readonly (readonly number[])[],
): [shape: number[], strides: number[][]] {
  const newShape: number[] = [];
  const newStrides: number[][] = strides.map(() => []);
  for (let i = 0; i < shape.length; i++) {
    const length = shape[i]!;
    if (length === 1) continue;
    const last = newShape.length - 1;
    const joins = last >= 0 && strides.every((s, k) => newStrides[k]![last] === s[i]! * length);
    if (joins) {
      newShape[last]! *= length;
      for (let k = 0; k < strides.length; k++) newStrides[k]![last] = strides[k]![i]!;
    } else {
      newShape.push(length);
      for (let k = 0; k < strides.length; k++) newStrides[k]!.push(strides[k]![i]!);
    }
  }
  if (newShape.length === 0) return [[1], strides.map(() => [1])];
  return [newShape, newStrides];
}

/** A tensor's strides, computed when it lies row by row. */
export function stridesOf(shape: Shape, strides: readonly number[] | undefined): readonly number[] {
  return strides ?? contiguousStrides(shape);
}
