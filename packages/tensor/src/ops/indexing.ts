import {
  DTypeError,
  describeValue,
  OutOfRangeError,
  ParameterError,
  ShapeError,
} from "@gradus/core";
import { privately } from "../autograd/privately";
import { isTensor, tensorFrom } from "../factory";
import { broadcastShapes, type Shape, sameShape, shapeText, sizeOf } from "../shape";
import type { Tensor } from "../tensor";
import { resolveIndices, takePlaces } from "./places";
import { type SliceRange, slice } from "./slice";
import { broadcastTo, reshape, transpose } from "./views";

/**
 * What to take along one axis or several: a number, range or null as for `slice`; an int32 or uint8 tensor (or
 * Int32Array) of places; a bool tensor, which selects over as many axes as it has; `"..."` for all axes that the
 * other keys leave.
 */
export type IndexKey = SliceRange | Tensor | Int32Array | "...";

/** Places along one axis, or (of a mask) flat places over several neighbours. */
interface Advanced {
  readonly axis: number;
  /** Over how many axes it goes. */
  readonly span: number;
  readonly places: Int32Array;
  readonly shape: Shape;
}

interface Keys {
  /** One an axis; null where an advanced key stands. */
  readonly ranges: readonly SliceRange[];
  readonly advanced: readonly Advanced[];
  /** Whether the advanced keys stand side by side. */
  readonly together: boolean;
}

/**
 * Part of x by places, masks and ranges: NumPy's `x[rows, 1:3, mask]`, here `index(x, rows, [1, 3], mask)`.
 *
 * Tensors of places are broadcast together and taken element by element: `index(x, i, j)` has the elements
 * x[i[k], j[k]]. Their axes stand where the keys stood, or first if a range stands between them. A mask selects
 * where it is true. Mind that `[1, 3]` is a range; places are `tensor([1, 3], { dtype: "int32" })` or an Int32Array.
 *
 * @returns a copy; a view where there are only numbers and ranges. Differentiable.
 * @throws OutOfRangeError for an index beyond its axis, or more keys than axes; ShapeError for a mask of another
 * shape than its axes, or places that do not broadcast; DTypeError for keys of another dtype; ParameterError for
 * a broken range.
 * @example
 * ```ts
 * const x = tensor([[1, 2, 3], [4, 5, 6]]);
 * index(x, x.greater(2)).toArray(); // [3, 4, 5, 6]
 * index(x, Int32Array.of(0, 1, 1), Int32Array.of(2, 0, -1)).toArray(); // [3, 4, 6]
 * index(x, null, Int32Array.of(2, 0)).toArray(); // [[3, 1], [6, 4]]
 * ```
 */
export function index(x: Tensor, ...keys: readonly IndexKey[]): Tensor {
  const { ranges, advanced, together } = readKeys("index", x, keys);
  const part = ranges.every((range) => range === null) ? x : slice(x, ...ranges);
  if (advanced.length === 0) return part;
  const shape = advanced.map((key) => key.shape).reduce((a, b) => broadcastShapes("index", a, b));
  const axes = advanced.flatMap(({ axis, span }) =>
    Array.from({ length: span }, (_, i) => axis + i),
  );
  const rest = part.shape.map((_, i) => i).filter((i) => !axes.includes(i));
  const at = together ? axes[0]! : 0;
  const source = together ? part : transpose(part, ...axes, ...rest);
  const lengths = axes.map((i) => part.shape[i]!);
  // The indexed axes become one, along which the places are taken.
  const merged = reshape(source, source.shape.toSpliced(at, axes.length, sizeOf(lengths)));
  const y = takePlaces(merged, flatPlaces(advanced, part.shape, shape), at);
  return reshape(y, y.shape.toSpliced(at, 1, ...shape));
}

/** Flat places over all indexed axes together, for the broadcast shape of the keys. */
function flatPlaces(advanced: readonly Advanced[], lengths: Shape, shape: Shape): Int32Array {
  const [first, ...others] = advanced as [Advanced, ...Advanced[]];
  if (others.length === 0) return first.places;
  const combined = privately(() => {
    let places = spread(first, shape);
    for (const key of others) {
      const length = sizeOf(lengths.slice(key.axis, key.axis + key.span));
      places = places.mul(length).add(spread(key, shape));
    }
    return places;
  });
  return combined.data() as Int32Array;
}

function spread({ places, shape }: Advanced, to: Shape): Tensor {
  return broadcastTo(tensorFrom(places, shape, "int32"), to);
}

function readKeys(where: string, x: Tensor, keys: readonly IndexKey[]): Keys {
  const anyAdvanced = keys.some((key) => isTensor(key) || key instanceof Int32Array);
  const used = keys.reduce<number>((sum, key) => sum + axesOf(where, key), 0);
  if (used > x.ndim) {
    throw new OutOfRangeError(
      `${where}: expected keys for at most ${x.ndim} axes of shape ${shapeText(x.shape)}, got ${used}`,
    );
  }
  if (keys.filter((key) => key === "...").length > 1) {
    throw new ParameterError(`${where}: "..." may come once, got it more often`);
  }
  const ranges: SliceRange[] = [];
  const advanced: Advanced[] = [];
  let groups = 0;
  let inGroup = false;
  for (const key of keys) {
    const axis = ranges.length;
    const isPlace = isTensor(key) || key instanceof Int32Array || typeof key === "number";
    if (isPlace && anyAdvanced) {
      advanced.push(readAdvanced(where, x, axis, key));
      for (let i = 0; i < axesOf(where, key); i++) ranges.push(null);
    } else if (key === "...") {
      for (let i = used; i < x.ndim; i++) ranges.push(null);
    } else {
      ranges.push(key as SliceRange);
    }
    if (isPlace && !inGroup) groups += 1;
    inGroup = isPlace;
  }
  while (ranges.length < x.ndim) ranges.push(null);
  return { ranges, advanced, together: groups <= 1 };
}

function axesOf(where: string, key: IndexKey): number {
  if (key === "...") return 0;
  if (isTensor(key)) {
    if (key.dtype !== "bool") return 1;
    if (key.ndim > 0) return key.ndim;
    throw new ShapeError(`${where}: expected a mask of at least one axis, got shape ()`);
  }
  if (key === null || typeof key === "number" || Array.isArray(key) || key instanceof Int32Array)
    return 1;
  throw new DTypeError(
    `${where}: expected a number, range, null, int32 or bool tensor, Int32Array or "..." as key, ` +
      `got ${describeValue(key)}`,
  );
}

function readAdvanced(
  where: string,
  x: Tensor,
  axis: number,
  key: Tensor | Int32Array | number,
): Advanced {
  const length = x.shape[axis]!;
  if (typeof key === "number") {
    return { axis, span: 1, places: resolveIndices(where, [key], length), shape: [] };
  }
  if (!isTensor(key) || key.dtype !== "bool") {
    const shape = isTensor(key) ? key.shape : [key.length];
    return { axis, span: 1, places: resolveIndices(where, key, length), shape };
  }
  const covered = x.shape.slice(axis, axis + key.ndim);
  if (!sameShape(covered, key.shape)) {
    throw new ShapeError(
      `${where}: expected a mask of shape ${shapeText(covered)} at axis ${axis}, got ${shapeText(key.shape)}`,
    );
  }
  const places = truePlaces(key);
  return { axis, span: key.ndim, places, shape: [places.length] };
}

/** The flat places at which a bool tensor is true. */
export function truePlaces(mask: Tensor): Int32Array {
  const bytes = mask.data();
  let count = 0;
  for (let i = 0; i < bytes.length; i++) count += bytes[i]!;
  const places = new Int32Array(count);
  for (let i = 0, next = 0; next < count; i++) {
    if (bytes[i] === 1) places[next++] = i;
  }
  return places;
}
