import { heap } from "@gradus/kernels";
import { checkDType, type DType, type TypedArray } from "./dtype";
import { addressOf, contiguous, filledTensor } from "./factory";
import { checkShape, type Shape } from "./shape";
import type { Tensor } from "./tensor";

/**
 * Reads a tensor's elements where they lie, without the copy that `data()` makes: `read` gets a view of them, row by
 * row (bools as bytes 0 and 1), that is good until `read` returns. Do not write to it, and do not keep it: the memory
 * behind it will be other tensors'. Elements that do not lie row by row are put in order first.
 *
 * @returns what `read` returns
 * @throws GradusError if `read` computes with tensors, which could move the elements.
 * @example
 * ```ts
 * const x = tensor([3, 1, 2]);
 * withData(x, (values) => Math.max(...values)); // 3
 * ```
 */
export function withData<T>(x: Tensor, read: (values: TypedArray) => T): T {
  const source = contiguous(x);
  const memory = heap();
  memory.begin();
  const start = addressOf(source);
  return memory.undisturbed("withData", () => read(viewAt(start, x.size, x.dtype)));
}

/**
 * A tensor whose elements are written where they will lie, without the copy that `tensor` makes of an array: `write`
 * gets them, row by row and all zero, and must not keep them.
 *
 * @throws ParameterError for a shape that is none; DTypeError for an unknown dtype; OutOfMemoryError if it does not fit;
 *   GradusError if `write` computes with tensors.
 * @example
 * ```ts
 * const squares = fromWriter([2, 2], "float64", (values) => {
 *   for (let i = 0; i < values.length; i++) values[i] = i * i;
 * });
 * squares.toArray(); // [[0, 1], [4, 9]]
 * ```
 */
export function fromWriter(
  shape: number | Shape,
  dtype: DType,
  write: (values: TypedArray) => void,
): Tensor {
  checkDType("fromWriter", dtype);
  // By the kernel: engines fill an array over shared memory element by element.
  const out = filledTensor("fromWriter", checkShape("fromWriter", shape), dtype, 0);
  const values = viewAt(addressOf(out), out.size, dtype);
  heap().undisturbed("fromWriter", () => write(values));
  if (dtype === "bool") for (let i = 0; i < values.length; i++) values[i] = values[i] === 0 ? 0 : 1;
  return out;
}

function viewAt(start: number, size: number, dtype: DType): TypedArray {
  const { f64, f32, i32, u8 } = heap();
  switch (dtype) {
    case "float64":
      return f64.subarray(start >>> 3, (start >>> 3) + size);
    case "float32":
      return f32.subarray(start >>> 2, (start >>> 2) + size);
    case "int32":
      return i32.subarray(start >>> 2, (start >>> 2) + size);
    default:
      return u8.subarray(start, start + size);
  }
}
