import { ShapeError, ValueError } from "@gradus/core";
import { SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { inBlocks } from "./blocks";
import { checkFeatures, type FittedFeatures } from "./features";
import {
  checkLabels,
  checkMatrix,
  type Features,
  type Matrix,
  type MatrixChecks,
  type Weights,
} from "./inputs";
import type { EncodedLabels, Labels } from "./labels";

/** Features, shape (nSamples, nFeatures), dense or sparse. */
export type AnyMatrix = Matrix | SparseTensor;

/** Features as estimators want them that take sparse ones too. */
export interface AnyFeatures {
  /** float64 (or float32 and dense, where that may stay), shape (nSamples, nFeatures), all finite. */
  readonly X: Tensor | SparseTensor;
  /** The names of the columns, if a table was given. */
  readonly names: readonly string[] | undefined;
}

/** Features that may be sparse, and labels, of the same rows. */
export interface AnyClassified extends AnyFeatures, EncodedLabels {
  /** float64, shape (nSamples,), all finite and >= 0. */
  readonly weights: Tensor | undefined;
}

/** Reads features that may be sparse, labels and weights. @throws as `checkClassification`. */
export function checkAnyClassification(
  where: string,
  X: AnyMatrix,
  y: Labels,
  sampleWeight?: Weights,
  checks?: MatrixChecks,
): AnyClassified {
  const features = checkAnyMatrix(where, X, checks);
  return { ...features, ...checkLabels(where, features.X.shape[0]!, y, sampleWeight) };
}

/** Reads features that may be sparse. @throws as `checkMatrix`. */
export function checkAnyMatrix(where: string, X: AnyMatrix, checks?: MatrixChecks): AnyFeatures {
  if (!(X instanceof SparseTensor)) return checkMatrix(where, X, checks) satisfies Features;
  const [nSamples, nFeatures] = X.shape as [number, number];
  if (nSamples === 0 || nFeatures === 0) {
    throw new ShapeError(
      `${where}: expected X with at least one row and one column, got shape (${nSamples}, ${nFeatures})`,
    );
  }
  checkFiniteEntries(where, X);
  return { X: X.dtype === "float64" ? X : X.astype("float64"), names: undefined };
}

/** Reads features that may be sparse for an estimator that is fitted. @throws as `checkFeatures`. */
export function checkAnyFeatures(
  where: string,
  X: AnyMatrix,
  fitted: FittedFeatures,
  checks?: MatrixChecks,
): Tensor | SparseTensor {
  if (!(X instanceof SparseTensor)) return checkFeatures(where, X, fitted, checks);
  const { X: read } = checkAnyMatrix(where, X);
  if (read.shape[1] !== fitted.nFeaturesIn) {
    throw new ShapeError(
      `${where}: expected X with ${fitted.nFeaturesIn} features, as in fit, got ${read.shape[1]}`,
    );
  }
  return read;
}

/**
 * X·W for X dense or sparse, W float64. An X of float32 becomes float64 block by block, while it is near: a whole copy
 * takes longer than the product.
 */
export function anyTimes(X: Tensor | SparseTensor, W: Tensor): Tensor {
  if (X instanceof SparseTensor) return X.matmul(W);
  if (X.dtype !== "float32" || W.dtype !== "float64") return X.matmul(W);
  const nSamples = X.shape[0]!;
  const nColumns = W.ndim === 1 ? 1 : W.shape[1]!;
  const product = new Float64Array(nSamples * nColumns);
  inBlocks(X, (block, from) =>
    product.set(block.matmul(W).data() as Float64Array, from * nColumns),
  );
  return tensor(product, { shape: W.ndim === 1 ? [nSamples] : [nSamples, nColumns] });
}

function checkFiniteEntries(where: string, X: SparseTensor): void {
  const { values } = X;
  const at = (values as Float64Array).findIndex((value) => !Number.isFinite(value));
  if (at < 0) return;
  const row = X.rowStarts.findIndex((start) => start > at) - 1;
  throw new ValueError(
    `${where}: expected finite numbers in X, got ${values[at]} at row ${row}, column ${X.columnIndices[at]}`,
  );
}
