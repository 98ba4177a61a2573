import { ShapeError, ValueError } from "@gradus/core";
import { SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { inBlocks } from "./blocks";
import { checkFeatures, type FittedFeatures } from "./features";
import {
  checkLabels,
  checkMatrix,
  checkTargetsOfRows,
  checkWeights,
  type Features,
  type Matrix,
  type MatrixChecks,
  type Supervised,
  type Targets,
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

/** Features that may be sparse, and targets, of the same rows. */
export interface AnySupervised extends AnyFeatures, Omit<Supervised, keyof Features> {}

/** Reads features that may be sparse, targets and weights. @throws as `checkSupervised`. */
export function checkAnySupervised(
  where: string,
  X: AnyMatrix,
  y: Targets,
  sampleWeight?: Weights,
  checks?: MatrixChecks,
): AnySupervised {
  const features = checkAnyMatrix(where, X, checks);
  const nSamples = features.X.shape[0]!;
  const targets = checkTargetsOfRows(where, nSamples, y);
  return { ...features, ...targets, weights: checkWeights(where, sampleWeight, nSamples) };
}

/** Reads features that may be sparse; the entries of a sparse one become float64. @throws as `checkMatrix`. */
export function checkAnyMatrix(where: string, X: AnyMatrix, checks?: MatrixChecks): AnyFeatures {
  if (!(X instanceof SparseTensor)) return checkMatrix(where, X, checks) satisfies Features;
  const [nSamples, nFeatures] = X.shape as [number, number];
  if (nSamples === 0 || nFeatures === 0) {
    throw new ShapeError(
      `${where}: expected X with at least one row and one column, got shape (${nSamples}, ${nFeatures})`,
    );
  }
  checkFiniteEntries(where, X, checks?.allowMissing ?? false);
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
  const { X: read } = checkAnyMatrix(where, X, checks);
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

/** One sum is faster than a look at every value, and is not finite if one of them is not. */
export function haveFiniteSum(values: Float64Array | Float32Array): boolean {
  let sum = 0;
  for (let p = 0; p < values.length; p++) sum += values[p]!;
  return Number.isFinite(sum);
}

function checkFiniteEntries(where: string, X: SparseTensor, allowMissing: boolean): void {
  if (X.withEntries(({ values }) => haveFiniteSum(values))) return;
  const { values } = X;
  const at = (values as Float64Array).findIndex(
    (value) => !Number.isFinite(value) && !(allowMissing && Number.isNaN(value)),
  );
  if (at < 0) return;
  const row = X.rowStarts.findIndex((start) => start > at) - 1;
  throw new ValueError(
    `${where}: expected finite numbers in X, got ${values[at]} at row ${row}, column ${X.columnIndices[at]}`,
  );
}
