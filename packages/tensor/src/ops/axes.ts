import { ParameterError } from "@gradus/core";
import { broadcastShapes, normalizeAxis } from "../shape";
import type { Tensor } from "../tensor";
import { broadcastTo, reshape, transpose } from "./views";

/**
 * x with axes moved to other places; the others stay in their order.
 *
 * @param from an axis or several
 * @param to where each of them stands in the result
 * @returns a view
 * @throws OutOfRangeError for an axis that x lacks; ParameterError unless from and to are equally many different
 * axes.
 * @example
 * ```ts
 * moveAxis(zeros([2, 3, 4]), 0, -1).shape; // [3, 4, 2]
 * ```
 */
export function moveAxis(
  x: Tensor,
  from: number | readonly number[],
  to: number | readonly number[],
): Tensor {
  const [sources, targets] = [from, to].map((axes) =>
    (typeof axes === "number" ? [axes] : axes).map((axis) =>
      normalizeAxis("moveAxis", axis, x.ndim),
    ),
  ) as [number[], number[]];
  const differ =
    new Set(sources).size === sources.length && new Set(targets).size === targets.length;
  if (sources.length !== targets.length || !differ) {
    throw new ParameterError(
      `moveAxis: expected equally many different axes, got [${sources.join(", ")}] and [${targets.join(", ")}]`,
    );
  }
  const rest = x.shape.map((_, i) => i).filter((i) => !sources.includes(i));
  const order = x.shape.map((_, i) => {
    const which = targets.indexOf(i);
    return which === -1 ? rest.shift()! : sources[which]!;
  });
  return order.length === 0 ? x : transpose(x, ...order);
}

/**
 * x with two axes exchanged.
 *
 * @returns a view
 * @throws OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * swapAxes(zeros([2, 3, 4]), 0, 2).shape; // [4, 3, 2]
 * ```
 */
export function swapAxes(x: Tensor, a: number, b: number): Tensor {
  const [first, second] = [
    normalizeAxis("swapAxes", a, x.ndim),
    normalizeAxis("swapAxes", b, x.ndim),
  ];
  const order = x.shape.map((_, i) => (i === first ? second : i === second ? first : i));
  return transpose(x, ...order);
}

/**
 * x with new axes of length 1 at the given places of the result: NumPy's `expand_dims`, for one axis the same as
 * `unsqueeze`.
 *
 * @returns a view
 * @throws OutOfRangeError for a place that the result lacks; ParameterError for one that comes twice.
 * @example
 * ```ts
 * expandDims(tensor([1, 2]), [0, -1]).shape; // [1, 2, 1]
 * ```
 */
export function expandDims(x: Tensor, axis: number | readonly number[]): Tensor {
  const axes = typeof axis === "number" ? [axis] : axis;
  const ndim = x.ndim + axes.length;
  const places = axes.map((one) => normalizeAxis("expandDims", one, ndim));
  if (new Set(places).size !== places.length) {
    throw new ParameterError(`expandDims: each axis may come once, got [${axes.join(", ")}]`);
  }
  const lengths = [...x.shape];
  const shape = Array.from({ length: ndim }, (_, i) => (places.includes(i) ? 1 : lengths.shift()!));
  return reshape(x, shape);
}

/**
 * Tensors repeated, without copying, to their common shape.
 *
 * @returns views, in order
 * @throws ShapeError if the shapes do not broadcast.
 * @example
 * ```ts
 * broadcastTensors(zeros([2, 1]), zeros(3)).map((x) => x.shape); // [[2, 3], [2, 3]]
 * ```
 */
export function broadcastTensors(...list: readonly Tensor[]): Tensor[] {
  const shape = list
    .map((x) => x.shape)
    .reduce((a, b) => broadcastShapes("broadcastTensors", a, b), []);
  return list.map((x) => broadcastTo(x, shape));
}
