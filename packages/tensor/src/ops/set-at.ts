import { privately } from "../autograd/privately";
import { tensorFrom } from "../factory";
import type { Tensor } from "../tensor";
import type { Operand } from "./define-binary";
import { addFlat, fitValues } from "./gather";
import { type IndexKey, index } from "./indexing";
import { putPlaces } from "./places";

/** How {@link setAt} writes. */
export interface SetAtOptions {
  /** Add to what stands there, all values where several meet, instead of replacing it. Default false. */
  readonly accumulate?: boolean;
}

/**
 * A copy of x in which the part that `index(x, ...keys)` reads has other values: NumPy's `x[keys] = values`,
 * with `accumulate` its `add.at` and PyTorch's `index_put`. Of several values for one element the last counts.
 * Differentiable in x and values.
 *
 * @param keys a list of keys as for `index`
 * @param values a number, or a tensor that broadcasts to the part's shape; takes x's dtype
 * @throws ShapeError if the values do not broadcast to the part; ValueError for values that x's dtype cannot
 * hold; for broken keys what `index` throws.
 * @example
 * ```ts
 * const x = tensor([[1, 2], [3, 4]]);
 * setAt(x, [x.greater(2)], 0).toArray(); // [[1, 2], [0, 0]]
 * setAt(x, [null, 0], tensor([7, 8])).toArray(); // [[7, 2], [8, 4]]
 * ```
 */
export function setAt(
  x: Tensor,
  keys: readonly IndexKey[],
  values: Operand,
  { accumulate = false }: SetAtOptions = {},
): Tensor {
  const places = privately(() => index(flatPlacesOf(x), ...keys).clone());
  const fitted = fitValues("setAt", values, x, places.shape);
  const flat = places.data() as Int32Array;
  return accumulate ? addFlat(x, flat, fitted) : putPlaces(x, flat, fitted);
}

/** Each element's own flat place, in x's shape. */
function flatPlacesOf(x: Tensor): Tensor {
  const places = new Int32Array(x.size);
  for (let i = 0; i < places.length; i++) places[i] = i;
  return tensorFrom(places, x.shape, "int32");
}
