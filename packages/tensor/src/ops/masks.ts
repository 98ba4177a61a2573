import { DTypeError } from "@gradus/core";
import { tensorFrom } from "../factory";
import { broadcastShapes } from "../shape";
import type { Tensor } from "../tensor";
import { castTo } from "./convert";
import { truePlaces } from "./indexing";
import { stack } from "./join";
import { takeFlat } from "./take";
import { broadcastTo } from "./views";

/**
 * The elements of x where the mask is true, in one axis; the two are broadcast. Differentiable in x.
 *
 * @throws DTypeError if the mask is not bool; ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * const x = tensor([[1, 5], [7, 2]]);
 * maskedSelect(x, x.greater(2)).toArray(); // [5, 7]
 * ```
 */
export function maskedSelect(x: Tensor, mask: Tensor): Tensor {
  if (mask.dtype !== "bool") {
    throw new DTypeError(`maskedSelect: expected a bool tensor as mask, got ${mask.dtype}`);
  }
  const shape = broadcastShapes("maskedSelect", x.shape, mask.shape);
  const places = truePlaces(broadcastTo(mask, shape));
  return takeFlat(broadcastTo(x, shape), places, [places.length]);
}

/**
 * Where x is not 0 (for a bool tensor: true), row by row: for each axis an int32 tensor of places, which together
 * are keys for `index`. NaN is not 0.
 *
 * @returns as many tensors as x has axes, each of shape (count,)
 * @example
 * ```ts
 * const [rows, columns] = nonzero(tensor([[0, 5], [7, 0]]));
 * rows!.toArray(); // [0, 1]
 * columns!.toArray(); // [1, 0]
 * ```
 */
export function nonzero(x: Tensor): Tensor[] {
  const places = truePlaces(castTo(x, "bool"));
  let step = x.size;
  return x.shape.map((length) => {
    step /= length;
    return tensorFrom(coordinates(places, step, length), [places.length], "int32");
  });
}

/** Along one axis of flat places, whose neighbours along it are `step` apart. */
function coordinates(places: Int32Array, step: number, length: number): Int32Array {
  const along = new Int32Array(places.length);
  for (let i = 0; i < places.length; i++) along[i] = ((places[i]! / step) | 0) % length;
  return along;
}

/**
 * Where x is not 0 (for a bool tensor: true), one place a row: the columns of {@link nonzero} side by side.
 *
 * @returns an int32 tensor of shape (count, x.ndim)
 * @example
 * ```ts
 * argwhere(tensor([[0, 5], [7, 0]])).toArray(); // [[0, 1], [1, 0]]
 * ```
 */
export function argwhere(x: Tensor): Tensor {
  if (x.ndim > 0) return stack(nonzero(x), 1);
  return tensorFrom([], [truePlaces(castTo(x, "bool")).length, 0], "int32");
}
