import { ShapeError } from "@gradus/core";
import { heap } from "@gradus/kernels";
import { needsGrad, record } from "../autograd/tape";
import { dtypeSize } from "../dtype";
import { addressOf, copyOf, writeNumber } from "../factory";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";

/**
 * A matrix, or several along leading axes, with zeros above the k-th diagonal (0 is the main one, −1 the one below it). Differentiable.
 *
 * @throws ShapeError unless x has two axes or more.
 * @example
 * ```ts
 * lowerTriangle(tensor([[1, 2], [3, 4]])).toArray(); // [[1, 0], [3, 4]]
 * ```
 */
export function lowerTriangle(x: Tensor, k = 0): Tensor {
  return triangle("lowerTriangle", x, k, true);
}

/**
 * A matrix, or several along leading axes, with zeros below the k-th diagonal (0 is the main one, 1 the one above it). Differentiable.
 *
 * @throws ShapeError unless x has two axes or more.
 * @example
 * ```ts
 * upperTriangle(tensor([[1, 2], [3, 4]])).toArray(); // [[1, 2], [0, 4]]
 * ```
 */
export function upperTriangle(x: Tensor, k = 0): Tensor {
  return triangle("upperTriangle", x, k, false);
}

function triangle(where: string, x: Tensor, k: number, lower: boolean): Tensor {
  if (x.ndim < 2) {
    throw new ShapeError(`${where}: expected a matrix, got shape ${shapeText(x.shape)}`);
  }
  const y = copyOf(x);
  const [rows, columns] = [x.shape[x.ndim - 2]!, x.shape[x.ndim - 1]!];
  const memory = heap();
  memory.begin();
  const start = addressOf(y);
  const size = dtypeSize(x.dtype);
  writeNumber(memory.meta, x.dtype, 0);
  const nRows = columns === 0 ? 0 : x.size / columns;
  for (let line = 0; line < nRows; line++) {
    const i = line % rows;
    const edge = Math.min(columns, Math.max(0, lower ? i + k + 1 : i + k));
    const [from, to] = lower ? [edge, columns] : [0, edge];
    memory.kernels.fill(size, to - from, memory.meta, start + (line * columns + from) * size);
  }
  return needsGrad(x) ? record(y, where, [x], (g) => [triangle(where, g, k, lower)]) : y;
}
