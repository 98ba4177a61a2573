import { SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import type { AnyMatrix } from "../../base/sparse-inputs";
import { checkPair, type Pair, rowProducts, squaredNorms } from "./pair";

/**
 * The cosine of the angle between every row of X and every row of Y, xᵀy / (‖x‖‖y‖); 0 for a row of zeros.
 *
 * @param X features, shape (nSamplesX, nFeatures), dense or sparse
 * @param Y features, shape (nSamplesY, nFeatures). Default X
 * @returns shape (nSamplesX, nSamplesY), from −1 to 1
 * @throws ShapeError unless both have as many features; ValueError for values that are no finite numbers.
 * @example
 * ```ts
 * cosineSimilarity([[1, 0]], [[2, 0], [0, 3], [-1, 0]]).toArray(); // → [[1, 0, -1]]
 * ```
 */
export function cosineSimilarity(X: AnyMatrix, Y?: AnyMatrix): Tensor {
  return cosines(checkPair("cosineSimilarity", X, Y));
}

/**
 * The cosine distance 1 − xᵀy / (‖x‖‖y‖) of every row of X from every row of Y. A row's distance from itself
 * is 0 where Y is left out.
 *
 * @param X features, shape (nSamplesX, nFeatures), dense or sparse
 * @param Y features, shape (nSamplesY, nFeatures). Default X
 * @returns shape (nSamplesX, nSamplesY), from 0 to 2
 * @throws ShapeError unless both have as many features; ValueError for values that are no finite numbers.
 * @example
 * ```ts
 * cosineDistances([[1, 0]], [[2, 0], [0, 3], [-1, 0]]).toArray(); // → [[0, 1, 2]]
 * ```
 */
export function cosineDistances(X: AnyMatrix, Y?: AnyMatrix): Tensor {
  return cosineDistancesOf(checkPair("cosineDistances", X, Y));
}

/** The cosine distances of a pair that is read. */
export function cosineDistancesOf(pair: Pair): Tensor {
  const distances = cosines(pair).neg().add(1).clip(0, 2);
  if (!pair.isSame) return distances;
  const values = distances.data();
  const n = pair.X.shape[0]!;
  for (let i = 0; i < n; i++) values[i * n + i] = 0;
  return tensor(values, { shape: [n, n] });
}

function cosines({ X, Y, isSame }: Pair): Tensor {
  const left = unitRows(X);
  return rowProducts({ X: left, Y: isSame ? left : unitRows(Y), isSame });
}

/** Every row divided by its length; rows of zeros stay. */
function unitRows(X: Tensor | SparseTensor): Tensor | SparseTensor {
  const factors = squaredNorms(X)
    .data()
    .map((square) => (square > 0 ? 1 / Math.sqrt(square) : 1));
  if (X instanceof SparseTensor) return X.scaleRows(factors);
  return X.mul(tensor(factors, { shape: [factors.length, 1] }));
}
