import { ValueError } from "@gradus/core";
import { SparseTensor, type Tensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import type { Transformed } from "../base/estimator";
import type { Matrix, Targets } from "../base/inputs";
import type { Labels } from "../base/labels";
import type { AnyMatrix } from "../base/sparse-inputs";

/** What transformers share that keep the shape of X, and keep it sparse if it is. */
export abstract class ShapeKeeper<
  Params extends object,
  State extends object,
> extends BaseTransformer<Params, State, Transformed, AnyMatrix> {
  abstract override transform(X: SparseTensor): SparseTensor;
  abstract override transform(X: Matrix): Tensor;

  /** `fit` and `transform` on the same rows. @throws as both. */
  override fitTransform(X: SparseTensor, y?: Targets | Labels): SparseTensor;
  override fitTransform(X: Matrix, y?: Targets | Labels): Tensor;
  override fitTransform(X: AnyMatrix, y?: Targets | Labels): Transformed {
    return super.fitTransform(X, y);
  }
}

/** @throws ValueError for a sparse X: without its means, hardly an entry would be 0. */
export function refuseCentering(where: string, X: AnyMatrix, option: string): void {
  if (!(X instanceof SparseTensor)) return;
  throw new ValueError(
    `${where}: expected X to be dense, since a sparse one is not centred, got a SparseTensor; ` +
      `${option}: false leaves the zeros, toDense() writes them out`,
  );
}

/** Each column divided by a number, as scikit-learn does it: times the reciprocal. */
export function divideColumns(X: SparseTensor, by: Tensor): SparseTensor {
  return X.scaleColumns(by.reciprocal());
}

/** Each entry brought into a range that holds 0. */
export function clipEntries(X: SparseTensor, low: number, high: number): SparseTensor {
  return X.withValues(X.values.map((value) => Math.min(Math.max(value, low), high)));
}
