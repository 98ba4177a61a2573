import { checkOneOf, ShapeError, ValueError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { dtypeCode } from "../dtype";
import { addressOf, emptyTensor } from "../factory";
import { asTensor, toCommonType } from "../ops/convert";
import { flip } from "../ops/flip";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";

/** On which side of equal elements {@link searchsorted} inserts. */
export interface SearchOptions {
  /** `"left"`: before them. `"right"`: behind them. Default `"left"`. */
  readonly side?: "left" | "right";
}

/**
 * For each value the place before which to insert it into a sorted vector, so that it stays sorted.
 *
 * @param sorted a vector in ascending order, NaN last (not checked)
 * @param values a tensor of any shape, or a number
 * @returns int32, in the shape of values
 * @throws ShapeError unless `sorted` is a vector; ParameterError for another side.
 * @example
 * ```ts
 * searchsorted(tensor([1, 3, 5]), tensor([0, 3, 9])).toArray(); // [0, 1, 3]
 * ```
 */
export function searchsorted(
  sorted: Tensor,
  values: Tensor | number,
  { side = "left" }: SearchOptions = {},
): Tensor {
  checkOneOf("searchsorted", "side", side, ["left", "right"]);
  checkVector("searchsorted", sorted);
  const { tensors, dtype } = toCommonType([sorted, asTensor(values)]);
  const [row, wanted] = tensors as [Tensor, Tensor];
  const memory = heap();
  memory.begin();
  const out = emptyTensor("searchsorted", wanted.shape, "int32");
  const to = addressOf(out);
  const from = addressOf(row);
  const [right, code, n] = [side === "right", dtypeCode(dtype), row.size];
  memory.kernels.searchSorted(code, right, n, from, wanted.size, addressOf(wanted), to);
  return out;
}

/** Which end of a bin belongs to it, for {@link digitize}. */
export interface DigitizeOptions {
  /** The upper end instead of the lower. Default false. */
  readonly right?: boolean;
}

/**
 * The number of the bin into which each value falls: i means edges[i − 1] ≤ x < edges[i]; 0 and edges.size are
 * beyond the ends. With descending edges, edges[i − 1] > x ≥ edges[i].
 *
 * @param edges a vector, ascending or descending
 * @returns int32, in x's shape
 * @throws ShapeError unless edges is a vector; ValueError unless it is monotonic.
 * @example
 * ```ts
 * digitize(tensor([0.2, 6.4, 3]), tensor([0, 1, 2.5, 4])).toArray(); // [1, 4, 3]
 * ```
 */
export function digitize(
  x: Tensor | number,
  edges: Tensor,
  { right = false }: DigitizeOptions = {},
): Tensor {
  checkVector("digitize", edges);
  const side = right ? "left" : "right";
  if (isAscending(edges)) return searchsorted(edges, x, { side });
  const reversed = flip(edges);
  if (!isAscending(reversed)) {
    throw new ValueError("digitize: expected edges that only rise or only fall, got others");
  }
  return searchsorted(reversed, x, { side }).neg().add(edges.size);
}

export function isAscending(x: Tensor): boolean {
  const values = x.data();
  for (let i = 1; i < values.length; i++) if (!(values[i - 1]! <= values[i]!)) return false;
  return true;
}

function checkVector(where: string, x: Tensor): void {
  if (x.ndim !== 1) {
    throw new ShapeError(`${where}: expected a vector, got shape ${shapeText(x.shape)}`);
  }
}
