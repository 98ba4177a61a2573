import { checkOneOf, ShapeError } from "@gradus/core";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { broadcastTo, reshape } from "./views";

/** How {@link meshgrid} orders its axes. */
export interface MeshgridOptions {
  /**
   * `"xy"`: the first vector goes along axis 1 and the second along axis 0, as a plot has x across and y down.
   * `"ij"`: each vector goes along the axis of its own number. Default `"xy"`, as in NumPy.
   */
  readonly indexing?: "xy" | "ij";
}

/**
 * The coordinates of all points of a grid, one tensor for each vector.
 *
 * @param vectors the coordinates along each axis; a 0-d tensor counts as one of length 1
 * @returns views of the grid's shape
 * @throws ShapeError for a tensor of more than one axis; ParameterError for another indexing.
 * @example
 * ```ts
 * const [x, y] = meshgrid([tensor([1, 2, 3]), tensor([10, 20])]);
 * x!.toArray(); // [[1, 2, 3], [1, 2, 3]]
 * y!.toArray(); // [[10, 10, 10], [20, 20, 20]]
 * ```
 */
export function meshgrid(
  vectors: readonly Tensor[],
  { indexing = "xy" }: MeshgridOptions = {},
): Tensor[] {
  checkOneOf("meshgrid", "indexing", indexing, ["xy", "ij"]);
  for (const { shape } of vectors) {
    if (shape.length > 1) {
      throw new ShapeError(`meshgrid: expected vectors, got shape ${shapeText(shape)}`);
    }
  }
  const ndim = vectors.length;
  const axisOf = (i: number) => (indexing === "xy" && i < 2 && ndim > 1 ? 1 - i : i);
  const grid = new Array<number>(ndim);
  vectors.forEach((x, i) => {
    grid[axisOf(i)] = x.size;
  });
  return vectors.map((x, i) => {
    const shape = new Array<number>(ndim).fill(1).with(axisOf(i), x.size);
    return broadcastTo(reshape(x, shape), grid);
  });
}
