import { ParameterError, ShapeError } from "@gradus/core";
import { SparseTensor, type Tensor } from "@gradus/tensor";
import { type AnyMatrix, anyTimes, checkAnyMatrix } from "../../base/sparse-inputs";

/** Two matrices whose rows are compared. */
export interface Pair {
  /** float64, shape (nSamplesX, nFeatures). */
  readonly X: Tensor | SparseTensor;
  /** float64, shape (nSamplesY, nFeatures). */
  readonly Y: Tensor | SparseTensor;
  /** Whether Y was left out, so that the rows of X are compared with each other. */
  readonly isSame: boolean;
}

/** Two dense matrices whose rows are compared. */
export interface DensePair extends Pair {
  readonly X: Tensor;
  readonly Y: Tensor;
}

/**
 * Reads two matrices whose rows are compared; without Y, the rows of X among themselves.
 *
 * @throws ShapeError unless both are matrices with as many columns; ValueError naming the place of a value
 *   that is no finite number.
 */
export function checkPair(where: string, X: AnyMatrix, Y: AnyMatrix | undefined): Pair {
  const left = checkAnyMatrix(where, X).X;
  if (Y === undefined || Y === X) return { X: left, Y: left, isSame: true };
  const right = checkAnyMatrix(where, Y).X;
  if (right.shape[1] !== left.shape[1]) {
    throw new ShapeError(
      `${where}: expected Y with as many features as X, ${left.shape[1]}, got ${right.shape[1]}`,
    );
  }
  return { X: left, Y: right, isSame: false };
}

/** As `checkPair`, with sparse matrices filled up. */
export function checkDensePair(where: string, X: AnyMatrix, Y: AnyMatrix | undefined): DensePair {
  const pair = checkPair(where, X, Y);
  const left = densified(pair.X);
  return { X: left, Y: pair.isSame ? left : densified(pair.Y), isSame: pair.isSame };
}

function densified(X: Tensor | SparseTensor): Tensor {
  return X instanceof SparseTensor ? X.toDense() : X;
}

/** The dot products of the rows, X·Yᵀ, dense. */
export function rowProducts({ X, Y }: Pair): Tensor {
  if (Y instanceof SparseTensor) {
    const Yt = Y.transpose();
    return X instanceof SparseTensor ? X.matmul(Yt).toDense() : Yt.rmatmul(X);
  }
  return anyTimes(X, Y.transpose());
}

/** ‖x‖² of each row, shape (nSamples,). */
export function squaredNorms(X: Tensor | SparseTensor): Tensor {
  if (!(X instanceof SparseTensor)) return X.mul(X).sum(1);
  const { rowStarts, columnIndices, values, shape } = X;
  const rows = new Int32Array(values.length);
  for (let i = 0; i < shape[0]!; i++) rows.fill(i, rowStarts[i]!, rowStarts[i + 1]!);
  const squares = values.map((value) => value * value);
  return SparseTensor.fromTriplets(rows, columnIndices, squares, shape).sum(1);
}

/** γ, which is 1 / nFeatures unless it is given. @throws ParameterError unless it is a finite number > 0. */
export function checkGamma(where: string, gamma: number | undefined, { X }: Pair): number {
  if (gamma === undefined) return 1 / X.shape[1]!;
  if (Number.isFinite(gamma) && gamma > 0) return gamma;
  throw new ParameterError(`${where}: gamma must be a finite number > 0, got ${gamma}`);
}
