import { checkBetween, checkOneOf, ValueError } from "@gradus/core";
import { readSample, type Sample } from "./samples";

/** Corrections of p-values for how many there are. */
export type CorrectionMethod = "bonferroni" | "sidak" | "holm" | "fdr_bh" | "fdr_by";

/** Options of {@link multipletests}. */
export interface MultipleTestsOptions {
  /** The probability of a false rejection (of any, or among the rejected ones) that is accepted. Default 0.05. */
  readonly alpha?: number;
  /**
   * "bonferroni", "sidak" and "holm" (default) bound the probability of any false rejection; "fdr_bh" (Benjamini and
   * Hochberg, for independent tests) and "fdr_by" (Benjamini and Yekutieli, for any) the share of false ones.
   */
  readonly method?: CorrectionMethod;
}

/** What {@link multipletests} finds, in the order of the p-values. */
export interface MultipleTestsResult {
  /** Which null hypotheses are rejected. */
  readonly reject: readonly boolean[];
  /** p-values to be compared with alpha. */
  readonly pvalsCorrected: Float64Array;
}

/**
 * Corrects p-values for their number.
 *
 * @throws ValueError for a p-value that is not from 0 to 1; ParameterError for options out of range.
 * @see Holm (1979), A Simple Sequentially Rejective Multiple Test Procedure; Benjamini and Hochberg (1995), Controlling
 * the False Discovery Rate.
 * @example
 * ```ts
 * const { reject, pvalsCorrected } = multipletests([0.01, 0.04, 0.03], { method: "fdr_bh" });
 * reject; // → [true, true, true]
 * Array.from(pvalsCorrected, (p) => p.toFixed(3)); // → ["0.030", "0.040", "0.040"]
 * ```
 */
export function multipletests(
  pvals: Sample,
  { alpha = 0.05, method = "holm" }: MultipleTestsOptions = {},
): MultipleTestsResult {
  const where = "multipletests";
  checkBetween(where, "alpha", alpha, [0, 1]);
  checkOneOf(where, "method", method, ["bonferroni", "sidak", "holm", "fdr_bh", "fdr_by"]);
  const p = readSample(where, "pvals", pvals);
  const bad = p.findIndex((value) => !(value >= 0 && value <= 1));
  if (bad >= 0) throw new ValueError(`${where}: expected p-values from 0 to 1, got ${p[bad]}`);
  const pvalsCorrected = corrected(p, method).map((value) => Math.min(1, value));
  return { reject: Array.from(pvalsCorrected, (value) => value <= alpha), pvalsCorrected };
}

function corrected(p: Float64Array, method: CorrectionMethod): Float64Array {
  const n = p.length;
  if (method === "bonferroni") return p.map((value) => value * n);
  if (method === "sidak") return p.map((value) => -Math.expm1(n * Math.log1p(-value)));
  const order = Uint32Array.from(p, (_, i) => i).sort((i, j) => p[i]! - p[j]!);
  const out = new Float64Array(n);
  if (method === "holm") {
    let most = 0;
    order.forEach((i, rank) => {
      most = Math.max(most, p[i]! * (n - rank));
      out[i] = most;
    });
    return out;
  }
  let harmonic = 0;
  for (let k = 1; k <= n; k++) harmonic += 1 / k;
  const factor = n * (method === "fdr_by" ? harmonic : 1);
  let least = Number.POSITIVE_INFINITY;
  for (let rank = n; rank > 0; rank--) {
    const i = order[rank - 1]!;
    least = Math.min(least, (p[i]! * factor) / rank);
    out[i] = least;
  }
  return out;
}
