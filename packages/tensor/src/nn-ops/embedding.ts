import { checkInteger, OutOfRangeError, ShapeError } from "@gradus/core";
import { checkDType, type DType } from "../dtype";
import { isTensor, tensorFrom } from "../factory";
import { astype } from "../ops/convert";
import { take } from "../ops/take";
import { where as choose } from "../ops/where";
import { type Shape, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { checkFloatingTensor } from "./fused";
import { checkIndices } from "./targets";

/** What {@link embedding} can be told. */
export interface EmbeddingOptions {
  /** The row that stands for padding: it gets no gradient. Default none. */
  readonly paddingIndex?: number | undefined;
}

/**
 * The rows of a table at the given indices: how words and other classes become vectors. The gradient of a row
 * is the sum of those of the places where it was used.
 *
 * @param indices int32, any shape, from 0 to nRows − 1
 * @param weight the table, shape (nRows, width)
 * @returns shape (…indices, width)
 * @throws OutOfRangeError for an index that the table lacks; ShapeError or DTypeError for operands of another kind.
 * @example
 * ```ts
 * const table = tensor([[1, 2], [3, 4], [5, 6]]);
 * embedding(tensor([2, 0], { dtype: "int32" }), table).toArray(); // [[5, 6], [1, 2]]
 * ```
 */
export function embedding(
  indices: Tensor,
  weight: Tensor,
  { paddingIndex }: EmbeddingOptions = {},
): Tensor {
  checkFloatingTensor("embedding", "weight", weight);
  if (weight.ndim !== 2) {
    throw new ShapeError(
      `embedding: expected weight of shape (nRows, width), got ${shapeText(weight.shape)}`,
    );
  }
  const [count, width] = weight.shape as [number, number];
  const places = checkIndices("embedding", indices, { count });
  const rows = take(weight, places.reshape([places.size]), 0);
  const shape = [...indices.shape, width];
  if (paddingIndex === undefined) return rows.reshape(shape);
  const padding = paddingIndex < 0 ? paddingIndex + count : paddingIndex;
  if (!Number.isInteger(padding) || padding < 0 || padding >= count) {
    throw new OutOfRangeError(
      `embedding: paddingIndex must be from ${-count} to ${count - 1}, got ${paddingIndex}`,
    );
  }
  // The same values, by a way on which no gradient reaches the table.
  const isPadding = places.reshape([places.size, 1]).equal(padding);
  return choose(isPadding, rows.detach(), rows).reshape(shape);
}

/** What {@link oneHot} can be told. */
export interface OneHotOptions {
  /** How many classes; default one more than the largest index. */
  readonly nClasses?: number | undefined;
  /** Default int32. */
  readonly dtype?: DType | undefined;
}

/**
 * Class indices as rows of zeros with a one at the class.
 *
 * @param indices int32, any shape, from 0 to nClasses − 1
 * @returns shape (…indices, nClasses)
 * @throws OutOfRangeError for an index that is no class; DTypeError unless the indices are int32.
 * @example
 * ```ts
 * oneHot(tensor([1, 0], { dtype: "int32" }), { nClasses: 3 }).toArray(); // [[0, 1, 0], [1, 0, 0]]
 * ```
 */
export function oneHot(indices: Tensor, { nClasses, dtype = "int32" }: OneHotOptions = {}): Tensor {
  checkDType("oneHot", dtype);
  if (nClasses !== undefined) checkInteger("oneHot", "nClasses", nClasses);
  const largest = () => (isTensor(indices) && indices.size > 0 ? indices.max().item() + 1 : 0);
  const count = nClasses ?? largest();
  const places = checkIndices("oneHot", indices, { count });
  const numbers = tensorFrom(
    Int32Array.from({ length: count }, (_, i) => i),
    [count],
    "int32",
  );
  const shape: Shape = [...places.shape, 1];
  return astype(places.reshape(shape).equal(numbers), dtype);
}
