import { SparseTensor, type Tensor } from "@gradus/tensor";
import { checkMatrix, type Matrix } from "../base/inputs";
import { type AnyMatrix, checkAnyMatrix } from "../base/sparse-inputs";

/** A score for each feature; the higher, the better. */
export type FeatureScores = Float64Array;

/** Scores with the probabilities of scores at least as high where a feature tells nothing of the target. */
export interface FeatureTests {
  readonly scores: Float64Array;
  readonly pvalues: Float64Array;
}

/** The numbers of features one after the other, for functions that look at one at a time. */
export interface FeatureColumns {
  readonly nSamples: number;
  readonly nFeatures: number;
  readonly names: readonly string[] | undefined;
  readonly isSparse: boolean;
  /** All numbers of feature j. */
  column(j: number): Float64Array;
}

/** Reads features by columns. @throws as `checkMatrix`. */
export function featureColumns(where: string, X: AnyMatrix): FeatureColumns {
  const { X: read, names } = checkAnyMatrix(where, X);
  return { ...columnsOf(read), names };
}

/** As `featureColumns`, where NaN is a missing value. */
export function gappyColumns(where: string, X: Matrix): FeatureColumns {
  const { X: read, names } = checkMatrix(where, X, { allowMissing: true });
  return { ...columnsOf(read), names };
}

function columnsOf(X: Tensor | SparseTensor) {
  const [nSamples, nFeatures] = X.shape as [number, number];
  const shape = { nSamples, nFeatures };
  if (X instanceof SparseTensor) {
    const turned = X.transpose();
    const [starts, rows] = [turned.rowStarts, turned.columnIndices];
    const values = turned.values;
    const column = (j: number) => {
      const numbers = new Float64Array(nSamples);
      for (let p = starts[j]!; p < starts[j + 1]!; p++) numbers[rows[p]!] = values[p]!;
      return numbers;
    };
    return { ...shape, isSparse: true, column };
  }
  const turned = X.transpose().data() as Float64Array;
  const column = (j: number) => turned.subarray(j * nSamples, (j + 1) * nSamples);
  return { ...shape, isSparse: false, column };
}

/** A score for each feature from its numbers. */
export function scoreEach(
  { nFeatures, column }: FeatureColumns,
  score: (numbers: Float64Array, j: number) => number,
): Float64Array {
  return Float64Array.from({ length: nFeatures }, (_, j) => score(column(j), j));
}

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
