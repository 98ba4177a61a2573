import { checkBoolean } from "@gradus/core";
import { SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import type { AnyMatrix } from "../../base/sparse-inputs";
import { checkPair, type Pair, rowProducts, squaredNorms } from "./pair";

/** The options of `euclideanDistances`. */
export interface EuclideanDistancesOptions {
  /** Give the squares, without the root. Default false. */
  readonly squared?: boolean;
}

/**
 * The Euclidean distance ‖x − y‖ of every row of X from every row of Y.
 *
 * Computed as √(‖x‖² − 2xᵀy + ‖y‖²), one matrix product, about the mean of Y (dense features), so that
 * data far from the origin loses no digits. A row's distance from itself is 0 where Y is left out.
 *
 * @param X features, shape (nSamplesX, nFeatures), dense or sparse
 * @param Y features, shape (nSamplesY, nFeatures). Default X
 * @returns shape (nSamplesX, nSamplesY), in the units of the features
 * @throws ShapeError unless both have as many features; ValueError for values that are no finite numbers;
 *   ParameterError unless `squared` is a boolean.
 * @example
 * ```ts
 * euclideanDistances([[0, 0]], [[3, 4], [0, 1]]).toArray(); // → [[5, 1]]
 * ```
 */
export function euclideanDistances(
  X: AnyMatrix,
  Y?: AnyMatrix,
  { squared = false }: EuclideanDistancesOptions = {},
): Tensor {
  checkBoolean("euclideanDistances", "squared", squared);
  const squares = squaredDistances(checkPair("euclideanDistances", X, Y));
  return squared ? squares : squares.sqrt();
}

/** ‖x − y‖² of every row of X and every row of Y, never below 0. */
export function squaredDistances(pair: Pair): Tensor {
  const near = aroundMean(pair);
  const xNorms = squaredNorms(near.X).data();
  const yNorms = near.isSame ? xNorms : squaredNorms(near.Y).data();
  const [n, m] = [xNorms.length, yNorms.length];
  const squares = rowProducts(near).data();
  for (let i = 0; i < n; i++) {
    const xNorm = xNorms[i]!;
    for (let j = 0, at = i * m; j < m; j++, at++) {
      const square = xNorm - 2 * squares[at]! + yNorms[j]!;
      squares[at] = square > 0 ? square : 0;
    }
    if (near.isSame) squares[i * m + i] = 0;
  }
  return tensor(squares, { shape: [n, m] });
}

/** The same pair moved so that the mean of Y is the origin; sparse matrices stay where they are. */
function aroundMean({ X, Y, isSame }: Pair): Pair {
  if (X instanceof SparseTensor || Y instanceof SparseTensor) return { X, Y, isSame };
  const mean = Y.mean(0);
  const moved = X.sub(mean);
  return { X: moved, Y: isSame ? moved : Y.sub(mean), isSame };
}
