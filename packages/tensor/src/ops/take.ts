import { DTypeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { checkFloating, dtypeSize } from "../dtype";
import { addressOf, contiguous, emptyTensor, filledTensor, isTensor } from "../factory";
import { normalizeAxis, normalizeIndex, type Shape, sizeOf } from "../shape";
import type { Tensor } from "../tensor";

/**
 * The entries at the given places along an axis, in that order, repeats allowed: NumPy's `x.take(i, axis)`.
 *
 * @param indices int32 or uint8 tensor or numbers; negative ones count from the end
 * @param axis default 0
 * @returns x with the axis replaced by one of indices.length entries
 * @throws OutOfRangeError for a place or axis that x lacks; DTypeError for indices that are not integers.
 * @example
 * ```ts
 * take(tensor([10, 20, 30]), [2, 0]).toArray(); // [30, 10]
 * ```
 */
export function take(x: Tensor, indices: Tensor | ArrayLike<number>, axis = 0): Tensor {
  const along = normalizeAxis("take", axis, x.ndim);
  const places = resolveIndices("take", indices, x.shape[along]!);
  return takePlaces(x, places, along);
}

function takePlaces(x: Tensor, places: Int32Array, axis: number): Tensor {
  const y = gather(contiguous(x), places, axis);
  if (!needsGrad(x)) return y;
  return record(y, "take", [x], (g) => [scatterAdd(g, places, { shape: x.shape, axis })]);
}

function gather(x: Tensor, places: Int32Array, axis: number): Tensor {
  const memory = heap();
  memory.begin();
  const out = emptyTensor("take", x.shape.with(axis, places.length), x.dtype);
  const list = writeIndices(places);
  const to = addressOf(out);
  const outer = sizeOf(x.shape.slice(0, axis));
  const innerBytes = sizeOf(x.shape.slice(axis + 1)) * dtypeSize(x.dtype);
  const from = addressOf(x);
  memory.kernels.gather(outer, x.shape[axis]!, innerBytes, places.length, list, from, to);
  return out;
}

/** The transpose of take: zeros of a shape, to which the entries of x are added at their places. */
function scatterAdd(
  value: Tensor,
  places: Int32Array,
  { shape, axis }: { readonly shape: Shape; readonly axis: number },
): Tensor {
  checkFloating("take", value.dtype);
  const x = contiguous(value);
  const y = filledTensor("take", shape, x.dtype, 0);
  const memory = heap();
  memory.begin();
  const list = writeIndices(places);
  const to = addressOf(y);
  const outer = sizeOf(shape.slice(0, axis));
  const inner = sizeOf(shape.slice(axis + 1));
  const { kernels } = memory;
  const double = x.dtype === "float64";
  const count = places.length;
  kernels.scatterAdd(double, outer, shape[axis]!, inner, count, list, addressOf(x), to);
  return needsGrad(value)
    ? record(y, "scatterAdd", [value], (g) => [takePlaces(g, places, axis)])
    : y;
}

/** Checked places counted from 0. */
export function resolveIndices(
  where: string,
  indices: Tensor | ArrayLike<number>,
  length: number,
): Int32Array {
  if (isTensor(indices) && indices.dtype !== "int32" && indices.dtype !== "uint8") {
    throw new DTypeError(
      `${where}: expected int32 or uint8 indices, got a ${indices.dtype} tensor`,
    );
  }
  const list = isTensor(indices) ? indices.data() : indices;
  const places = new Int32Array(list.length);
  for (let i = 0; i < list.length; i++) places[i] = normalizeIndex(where, list[i]!, length);
  return places;
}

function writeIndices(places: Int32Array): number {
  const memory = heap();
  const pointer = memory.scratch(places.byteLength, "take");
  memory.i32.set(places, pointer >>> 2);
  return pointer;
}
