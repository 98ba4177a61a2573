import { ValueError } from "@gradus/core";
import { f } from "@gradus/stats";
import type { Targets } from "../base/inputs";
import type { AnyMatrix } from "../base/sparse-inputs";
import { pvalueOf } from "./f-classif";
import { type CorrelationOptions, correlations, readRegression } from "./r-regression";
import type { FeatureTests } from "./scores";

/**
 * F tests of regressions of the target on each feature alone: F = r² / (1 − r²) · (n − 2), with r as in `rRegression`.
 *
 * @param X features, shape (nSamples, nFeatures), dense or sparse
 * @param y targets, shape (nSamples,)
 * @returns F with (1, n − 2) degrees of freedom, or (1, n − 1) without `center`, and its p-value
 * @throws as `rRegression`, and ValueError for fewer than 3 rows (2 without `center`).
 * @example
 * ```ts
 * const { scores, pvalues } = fRegression([[1], [2], [3], [4]], [1, 3, 2, 4]);
 * scores[0]!.toFixed(3); // → 3.556
 * pvalues[0]!.toFixed(3); // → 0.200
 * ```
 */
export function fRegression(
  X: AnyMatrix,
  y: Targets,
  options: CorrelationOptions = {},
): FeatureTests {
  const where = "fRegression";
  const { columns, targets } = readRegression(where, X, y);
  const { center = true, forceFinite = true } = options;
  const dfd = columns.nSamples - (center ? 2 : 1);
  if (dfd < 1) {
    throw new ValueError(
      `${where}: expected at least ${center ? 3 : 2} rows, got ${columns.nSamples}`,
    );
  }
  const scores = correlations(where, columns, targets, options).map((r) => {
    const square = r * r;
    return (square / (1 - square)) * dfd;
  });
  const distribution = f({ dfn: 1, dfd });
  const pvalues = scores.map((score) => pvalueOf(distribution, score));
  if (!forceFinite) return { scores, pvalues };
  return {
    scores: scores.map((score) => (score === Infinity ? Number.MAX_VALUE : score)),
    pvalues,
  };
}
