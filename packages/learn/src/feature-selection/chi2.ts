import { ValueError } from "@gradus/core";
import { chi2 as chi2Distribution } from "@gradus/stats";
import { SparseTensor, type Tensor } from "@gradus/tensor";
import type { Labels } from "../base/labels";
import { type AnyMatrix, checkAnyClassification } from "../base/sparse-inputs";
import type { FeatureTests } from "./scores";

/**
 * χ² tests between each feature and the classes: Σ (O꜀ − E꜀)² / E꜀ over the classes, with O꜀ the sum of the feature in
 * class c, and E꜀ its share of the whole sum by the class's share of the rows. For counts, and other numbers >= 0.
 *
 * @param X counts, shape (nSamples, nFeatures), dense or sparse
 * @param y labels, shape (nSamples,)
 * @returns the statistics and their p-values, with nClasses − 1 degrees of freedom; NaN for a feature of zeros alone
 * @throws ShapeError if the shapes do not fit together; ValueError for negative numbers, values that are not finite, and
 *   labels that are none.
 * @see Liu and Setiono (1995), Chi2: feature selection and discretization of numeric attributes, ICTAI.
 * @roadmap FEA-006
 * @example
 * ```ts
 * const { scores, pvalues } = chi2([[1, 0], [2, 1], [0, 9], [1, 8]], ["a", "a", "b", "b"]);
 * [...scores].map((score) => score.toFixed(2)).join(", "); // → 1.00, 14.22
 * pvalues[1]! < 0.001; // → true
 * ```
 */
export function chi2(X: AnyMatrix, y: Labels): FeatureTests {
  const where = "chi2";
  const { X: read, classes, codes } = checkAnyClassification(where, X, y);
  const nClasses = Math.max(2, classes.length);
  const observed = classSums(where, read, codes, nClasses);
  const counts = new Float64Array(nClasses);
  for (const code of codes) counts[code]! += 1;
  const nFeatures = read.shape[1]!;
  const scores = new Float64Array(nFeatures);
  for (let j = 0; j < nFeatures; j++) {
    let total = 0;
    for (let c = 0; c < nClasses; c++) total += observed[c * nFeatures + j]!;
    for (let c = 0; c < classes.length; c++) {
      const expected = (counts[c]! / codes.length) * total;
      const off = observed[c * nFeatures + j]! - expected;
      scores[j]! += (off * off) / expected;
    }
  }
  const df = classes.length - 1;
  const pvalue = df > 0 ? (score: number) => chi2Distribution({ df }).sf(score) : () => 1;
  return { scores, pvalues: scores.map((score) => (Number.isNaN(score) ? score : pvalue(score))) };
}

/** The sum of each feature in each class, flat by classes. */
function classSums(
  where: string,
  X: Tensor | SparseTensor,
  codes: Int32Array,
  nClasses: number,
): Float64Array {
  const nFeatures = X.shape[1]!;
  const sums = new Float64Array(nClasses * nFeatures);
  const add = (row: number, column: number, value: number) => {
    if (value < 0) {
      throw new ValueError(
        `${where}: expected numbers >= 0 in X, got ${value} at row ${row}, column ${column}`,
      );
    }
    sums[codes[row]! * nFeatures + column]! += value;
  };
  if (X instanceof SparseTensor) {
    const { rowStarts, columnIndices, values } = X;
    codes.forEach((_, row) => {
      for (let p = rowStarts[row]!; p < rowStarts[row + 1]!; p++) {
        add(row, columnIndices[p]!, values[p]!);
      }
    });
    return sums;
  }
  X.data().forEach((value, at) => {
    add(Math.floor(at / nFeatures), at % nFeatures, value);
  });
  return sums;
}
