import { DTypeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { dtypeSize, isFloating } from "../dtype";
import {
  addressOf,
  contiguous,
  copyOf,
  emptyTensor,
  filledTensor,
  isTensor,
  tensorFrom,
} from "../factory";
import { normalizeIndex, type Shape, sizeOf } from "../shape";
import type { Tensor } from "../tensor";
import { astype, castTo } from "./convert";

/** Whole numbers that say which entries of an axis are meant; negative ones count from the end. */
export type Indices = Tensor | ArrayLike<number>;

/**
 * Checked places counted from 0.
 * @throws DTypeError for a tensor that is not int32 or uint8; OutOfRangeError for a place beyond the length.
 */
export function resolveIndices(where: string, indices: Indices, length: number): Int32Array {
  if (isTensor(indices) && indices.dtype !== "int32" && indices.dtype !== "uint8") {
    throw new DTypeError(
      `${where}: expected int32 or uint8 indices, got a ${indices.dtype} tensor`,
    );
  }
  const list = isTensor(indices) ? indices.data() : indices;
  const places = new Int32Array(list.length);
  for (let i = 0; i < list.length; i++) {
    const index = list[i]!;
    places[i] =
      index >= 0 && index < length && (index | 0) === index
        ? index
        : normalizeIndex(where, index, length);
  }
  return places;
}

/** x with an axis replaced by its entries at the given places (counted from 0, checked). Differentiable. */
export function takePlaces(x: Tensor, places: Int32Array, axis: number): Tensor {
  const source = contiguous(x);
  const memory = heap();
  memory.begin();
  const out = emptyTensor("take", x.shape.with(axis, places.length), x.dtype);
  const list = writePlaces(places);
  const to = addressOf(out);
  const [outer, inner] = around(x.shape, axis);
  const size = dtypeSize(x.dtype);
  const from = addressOf(source);
  memory.kernels.takePlaces(size, outer, x.shape[axis]!, inner, places.length, list, from, to);
  if (!needsGrad(x)) return out;
  return record(out, "take", [x], (g) => [addPlaces(g, places, { shape: x.shape, axis })]);
}

/**
 * The transpose of takePlaces: zeros of a shape, to which the entries of x are added at their places.
 * Differentiable. Integers are added exactly. @throws ValueError if an integer sum does not fit.
 */
export function addPlaces(
  value: Tensor,
  places: Int32Array,
  { shape, axis }: { readonly shape: Shape; readonly axis: number },
): Tensor {
  const computed = isFloating(value.dtype) ? value.dtype : "float64";
  const x = castTo(value, computed);
  const y = filledTensor("scatterAdd", shape, computed, 0);
  const memory = heap();
  memory.begin();
  const list = writePlaces(places);
  const to = addressOf(y);
  const [outer, inner] = around(shape, axis);
  const double = computed === "float64";
  const from = addressOf(x);
  memory.kernels.addPlaces(double, outer, shape[axis]!, inner, places.length, list, from, to);
  if (!needsGrad(value)) return castTo(y, value.dtype);
  return record(y, "scatterAdd", [value], (g) => [takePlaces(g, places, axis)]);
}

/**
 * A copy of x in which the elements at the given flat places are those of `values` (n of them, any shape, x's
 * type); of equal places the last counts. Differentiable in both.
 */
export function putPlaces(x: Tensor, places: Int32Array, values: Tensor): Tensor {
  const source = contiguous(values);
  const y = copyOf(x);
  const memory = heap();
  memory.begin();
  const list = writePlaces(places);
  const to = addressOf(y);
  const from = addressOf(source);
  memory.kernels.putPlaces(dtypeSize(x.dtype), 1, x.size, 1, places.length, list, from, to);
  const [recordX, recordValues] = [needsGrad(x), needsGrad(values)];
  if (!recordX && !recordValues) return y;
  const inputs = [...(recordX ? [x] : []), ...(recordValues ? [values] : [])];
  return record(y, "put", inputs, (g) => {
    const gradients: Tensor[] = [];
    if (recordX) {
      const zeros = filledTensor("put", values.shape, g.dtype, 0);
      gradients.push(putPlaces(g, places, zeros));
    }
    if (recordValues) {
      const taken = takePlaces(g.flatten(), places, 0).mul(astype(lasts(places, x.size), g.dtype));
      gradients.push(taken.reshape(values.shape));
    }
    return gradients;
  });
}

/** Which entries of a list of places are the last of their kind, as a bool tensor. */
function lasts(places: Int32Array, size: number): Tensor {
  const owner = new Int32Array(size);
  places.forEach((place, i) => {
    owner[place] = i;
  });
  const isLast = places.map((place, i) => Number(owner[place] === i));
  return tensorFrom(isLast, [places.length], "bool");
}

/** How many elements stand around one axis of a shape: before it and behind it. */
export function around(shape: Shape, axis: number): [outer: number, inner: number] {
  return [sizeOf(shape.slice(0, axis)), sizeOf(shape.slice(axis + 1))];
}

function writePlaces(places: Int32Array): number {
  const memory = heap();
  const pointer = memory.scratch(places.byteLength, "take");
  memory.i32.set(places, pointer >>> 2);
  return pointer;
}
