import { type GraphFeatures, type GraphOutputs, ShapeError, warn } from "@gradus/core";
import { fromWriter, SparseTensor, type Tensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import type { Transformed } from "../base/estimator";
import type { Matrix, Targets } from "../base/inputs";
import type { Labels } from "../base/labels";
import { type AnyMatrix, checkAnyFeatures } from "../base/sparse-inputs";
import { placesInSupport, takeColumns } from "./columns";

/** What every selector learns: 1 for each feature that it keeps. */
export interface FittedSupport {
  readonly support: Uint8Array;
}

/** What all share that keep some of the features as they are. X may be a `SparseTensor`, and stays one. */
export abstract class BaseSelector<
  Params extends object,
  State extends FittedSupport,
> extends BaseTransformer<Params, State, Transformed, AnyMatrix> {
  /**
   * The features that are kept, in their order; sparse if X is.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for columns other than those
   *   of `fit` and for values that are no finite numbers.
   */
  override transform(X: SparseTensor): SparseTensor;
  override transform(X: Matrix): Tensor;
  override transform(X: AnyMatrix): Transformed {
    const fitted = this.learned("transform");
    const read = this.readKnown(`${this.typeName}.transform`, X);
    const places = placesInSupport(fitted.support);
    if (places.length === 0) {
      warn("data", `${this.typeName}.transform: expected features to be kept, got none`);
    }
    return takeColumns(read, places);
  }

  /** `fit` and `transform` on the same rows. @throws as both. */
  override fitTransform(X: SparseTensor, y?: Targets | Labels): SparseTensor;
  override fitTransform(X: Matrix, y?: Targets | Labels): Tensor;
  override fitTransform(X: AnyMatrix, y?: Targets | Labels): Transformed {
    return super.fitTransform(X, y);
  }

  /**
   * The kept features at their old places, with 0 for the others.
   *
   * @param Z what `transform` gave, shape (nSamples, number of kept features)
   * @throws NotFittedError before `fit`; ShapeError for another number of columns; ValueError for values that are no finite
   *   numbers.
   */
  inverseTransform(Z: SparseTensor): SparseTensor;
  inverseTransform(Z: Matrix): Tensor;
  inverseTransform(Z: AnyMatrix): Transformed {
    const { support } = this.learned("inverseTransform");
    const places = placesInSupport(support);
    const where = `${this.typeName}.inverseTransform`;
    const read = checkAnyFeatures(where, Z, {
      nFeaturesIn: places.length,
      featureNamesIn: undefined,
    });
    const [nRows, width] = [read.shape[0]!, support.length];
    if (read instanceof SparseTensor) {
      const { rowStarts, columnIndices, values } = read;
      const columns = columnIndices.map((column) => places[column]!);
      return SparseTensor.fromRows(rowStarts, columns, values, [nRows, width]);
    }
    const numbers = read.data();
    return fromWriter([nRows, width], "float64", (out) => {
      for (let i = 0, at = 0; i < nRows; i++) {
        for (const place of places) out[i * width + place] = numbers[at++]!;
      }
    });
  }

  /** As `getSupport`. @throws NotFittedError before `fit`. */
  get support(): boolean[] {
    return this.getSupport();
  }

  /** For each feature whether it is kept. @throws NotFittedError before `fit`. */
  getSupport(): boolean[] {
    return Array.from(this.learned("getSupport").support, (kept) => kept === 1);
  }

  /** The places of the features that are kept. @throws NotFittedError before `fit`. */
  getSupportIndices(): Int32Array {
    return placesInSupport(this.learned("getSupportIndices").support);
  }

  /** The names of the features that are kept. @throws as `BaseTransformer.getFeatureNamesOut`. */
  override getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    const names = this.inputNames(inputFeatures);
    return Array.from(this.getSupportIndices(), (j) => names[j]!);
  }

  override toGraph(X: GraphFeatures): GraphOutputs {
    const { support } = this.learned("toGraph");
    return { transformed: X.select([...placesInSupport(support)]).matrix() };
  }

  /** Reads the features of rows to transform. */
  protected readKnown(where: string, X: AnyMatrix): Tensor | SparseTensor {
    return checkAnyFeatures(where, X, this.learned("transform"));
  }
}

/** @throws ShapeError unless there is a score for each feature. */
export function checkScores(where: string, scores: ArrayLike<number>, nFeatures: number): void {
  if (scores.length === nFeatures) return;
  throw new ShapeError(
    `${where}: expected a score for each of ${nFeatures} features, got ${scores.length}`,
  );
}
