import { ValueError, warn } from "@gradus/core";
import { f } from "@gradus/stats";
import { checkLabels } from "../base/inputs";
import type { Labels } from "../base/labels";
import type { AnyMatrix } from "../base/sparse-inputs";
import { type FeatureTests, featureColumns, mean, scoreEach } from "./scores";

/**
 * Analysis of variance for each feature: F is the variance of the classes' means over the variance within the classes.
 *
 * @param X features, shape (nSamples, nFeatures), dense or sparse
 * @param y labels, shape (nSamples,), of at least two classes and fewer classes than rows
 * @returns F with (nClasses − 1, nSamples − nClasses) degrees of freedom, and its p-value; NaN for a feature that does not
 *   vary, with a warning, and infinite for one that does not vary within the classes
 * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, labels that are
 *   none, a single class, and as many classes as rows.
 * @see Fisher (1925), Statistical Methods for Research Workers, chapter 7.
 * @example
 * ```ts
 * const { scores } = fClassif([[1, 5], [2, 3], [8, 4], [9, 4]], ["a", "a", "b", "b"]);
 * [...scores]; // → [98, 0]
 * ```
 */
export function fClassif(X: AnyMatrix, y: Labels): FeatureTests {
  const where = "fClassif";
  const columns = featureColumns(where, X);
  const { nSamples } = columns;
  const { classes, codes } = checkLabels(where, nSamples, y);
  if (classes.length < 2 || classes.length >= nSamples) {
    throw new ValueError(
      `${where}: expected at least two classes and fewer than rows, ${nSamples}, got ${classes.length}`,
    );
  }
  const [dfn, dfd] = [classes.length - 1, nSamples - classes.length];
  const counts = new Float64Array(classes.length);
  for (const code of codes) counts[code]! += 1;
  const scores = scoreEach(columns, (numbers) => varianceRatio(numbers, codes, counts));
  const constant = [...scores.keys()].filter((j) => Number.isNaN(scores[j]));
  if (constant.length > 0) {
    warn(
      "data",
      `${where}: expected features that vary, got a constant one at ${constant.join(", ")}`,
    );
  }
  const distribution = f({ dfn, dfd });
  return { scores, pvalues: scores.map((score) => pvalueOf(distribution, score)) };
}

/** The probability of a larger F; 0 for an infinite one, NaN for NaN. */
export function pvalueOf(distribution: { sf(x: number): number }, score: number): number {
  if (Number.isNaN(score)) return score;
  return score === Infinity ? 0 : distribution.sf(score);
}

function varianceRatio(numbers: Float64Array, codes: Int32Array, counts: Float64Array): number {
  const n = numbers.length;
  // From the first number: a feature that does not vary is 0 everywhere, without rounding.
  const shifted = numbers.map((value) => value - numbers[0]!);
  const middle = mean(shifted);
  const means = new Float64Array(counts.length);
  for (let i = 0; i < n; i++) means[codes[i]!]! += shifted[i]! - middle;
  for (let c = 0; c < means.length; c++) means[c]! /= counts[c]!;
  let within = 0;
  for (let i = 0; i < n; i++) within += (shifted[i]! - middle - means[codes[i]!]!) ** 2;
  let between = 0;
  for (let c = 0; c < means.length; c++) between += counts[c]! * means[c]! ** 2;
  return between / (counts.length - 1) / (within / (n - counts.length));
}
