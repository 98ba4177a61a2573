import { checkBetween, checkOneOf, ValueError } from "@gradus/core";
import { betainc } from "../special/incomplete-beta";
import { ndtri } from "../special/normal";
import type { AlternativeOptions } from "./normality";
import type { TestResult } from "./result";
import { type Interval, meanOf, ranksOf, readPairs, type Sample, total } from "./samples";
import { ALTERNATIVES, type Alternative, normalPvalue, tPvalue } from "./tails";

/** Options of {@link pearsonr}. */
export interface PearsonOptions extends AlternativeOptions {
  /** The confidence of the interval. Default 0.95. */
  readonly confidenceLevel?: number;
}

/** What {@link pearsonr} finds. */
export interface PearsonResult extends TestResult {
  /** Of the correlation, by Fisher's transformation; one-sided alternatives give an end at ±1. */
  readonly confidenceInterval: Interval;
}

/**
 * Pearson's correlation of pairs, with the test of its being 0 for normal numbers.
 *
 * @throws ShapeError for samples of different lengths; ValueError for fewer than 2 pairs, numbers that are not finite
 * or a sample that is constant; ParameterError for options out of range.
 * @example
 * ```ts
 * const { statistic, pvalue } = pearsonr([1, 2, 3, 4, 5, 6, 7], [10, 9, 2.5, 6, 4, 3, 2]);
 * statistic.toFixed(4); // → -0.8285
 * pvalue.toFixed(4); // → 0.0213
 * ```
 */
export function pearsonr(
  x: Sample,
  y: Sample,
  { alternative = "two-sided", confidenceLevel = 0.95 }: PearsonOptions = {},
): PearsonResult {
  const where = "pearsonr";
  checkOneOf(where, "alternative", alternative, ALTERNATIVES);
  checkBetween(where, "confidenceLevel", confidenceLevel, [0, 1]);
  const [a, b] = readPairs(where, x, y);
  const statistic = correlation(where, a, b);
  const n = a.length;
  const confidenceInterval = fisherInterval(statistic, n, alternative, confidenceLevel);
  // With two pairs the correlation is 1 or −1, always.
  if (n === 2) return { statistic, pvalue: 1, confidenceInterval };
  // r is distributed as 2·B − 1 with B from Beta(n/2 − 1, n/2 − 1).
  const sf = (r: number) => betainc(n / 2 - 1, n / 2 - 1, (1 - r) / 2);
  if (alternative !== "two-sided") {
    return {
      statistic,
      pvalue: sf(alternative === "greater" ? statistic : -statistic),
      confidenceInterval,
    };
  }
  return { statistic, pvalue: Math.min(1, 2 * sf(Math.abs(statistic))), confidenceInterval };
}

function fisherInterval(r: number, n: number, alternative: Alternative, level: number): Interval {
  if (n <= 3) return [-1, 1];
  const [z, deviation] = [Math.atanh(r), Math.sqrt(1 / (n - 3))];
  if (alternative === "less") return [-1, Math.tanh(z + deviation * ndtri(level))];
  if (alternative === "greater") return [Math.tanh(z - deviation * ndtri(level)), 1];
  const half = deviation * ndtri(0.5 + level / 2);
  return [Math.tanh(z - half), Math.tanh(z + half)];
}

/** Pearson's r. */
function correlation(where: string, a: Float64Array, b: Float64Array): number {
  const [ma, mb] = [meanOf(a), meanOf(b)];
  const [sa, sb] = [total(a, (v) => (v - ma) ** 2), total(b, (v) => (v - mb) ** 2)];
  if (sa === 0 || sb === 0) {
    throw new ValueError(`${where}: expected samples that vary, got a constant one`);
  }
  const r = total(a, (v, i) => (v - ma) * (b[i]! - mb)) / Math.sqrt(sa) / Math.sqrt(sb);
  return Math.max(-1, Math.min(1, r));
}

/**
 * Spearman's rank correlation of pairs, with the t test of its being 0.
 *
 * @throws ShapeError for samples of different lengths; ValueError for fewer than 3 pairs, numbers that are not finite
 * or a sample that is constant; ParameterError for an unknown alternative.
 * @example
 * ```ts
 * spearmanr([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]).statistic.toFixed(4); // → 0.8208
 * ```
 */
export function spearmanr(
  x: Sample,
  y: Sample,
  { alternative = "two-sided" }: AlternativeOptions = {},
): TestResult {
  const where = "spearmanr";
  checkOneOf(where, "alternative", alternative, ALTERNATIVES);
  const [a, b] = readPairs(where, x, y, 3);
  const statistic = correlation(where, ranksOf(a).ranks, ranksOf(b).ranks);
  checkOneOf(where, "alternative", alternative, ALTERNATIVES);
  const df = a.length - 2;
  const t = statistic * Math.sqrt(df / ((statistic + 1) * (1 - statistic)));
  return { statistic, pvalue: tPvalue(t, df, alternative), df };
}

/** Options of {@link kendalltau}. */
export interface KendallOptions extends AlternativeOptions {
  /** Default "auto": exact without ties for at most 33 pairs, or where nearly all pairs agree or disagree. */
  readonly method?: "auto" | "exact" | "asymptotic";
}

/**
 * Kendall's τ-b of pairs: how many pairs of pairs are ordered alike less those ordered otherwise, corrected for ties,
 * with the test of its being 0.
 *
 * @throws ShapeError for samples of different lengths; ValueError for fewer than 2 pairs, numbers that are not finite,
 * a sample that is constant, or ties with the exact method; ParameterError for unknown options.
 * @example
 * ```ts
 * const { statistic, pvalue } = kendalltau([12, 2, 1, 12, 2], [1, 4, 7, 1, 0]);
 * statistic.toFixed(4); // → -0.4714
 * pvalue.toFixed(4); // → 0.2827
 * ```
 */
export function kendalltau(
  x: Sample,
  y: Sample,
  { alternative = "two-sided", method = "auto" }: KendallOptions = {},
): TestResult {
  const where = "kendalltau";
  checkOneOf(where, "alternative", alternative, ALTERNATIVES);
  checkOneOf(where, "method", method, ["auto", "exact", "asymptotic"]);
  const [a, b] = readPairs(where, x, y);
  const n = a.length;
  const [tiesA, tiesB] = [ranksOf(a).ties, ranksOf(b).ties];
  const pairs = (n * (n - 1)) / 2;
  const count = (ties: readonly number[]) => ties.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0);
  const [tiedA, tiedB] = [count(tiesA), count(tiesB)];
  if (tiedA === pairs || tiedB === pairs) {
    throw new ValueError(`${where}: expected samples that vary, got a constant one`);
  }
  const { agree, disagree } = orders(a, b);
  const difference = agree - disagree;
  const statistic = Math.max(
    -1,
    Math.min(1, difference / Math.sqrt(pairs - tiedA) / Math.sqrt(pairs - tiedB)),
  );
  const tied = tiedA + tiedB > 0;
  if (method === "exact" && tied)
    throw new ValueError(`${where}: expected no ties for the exact method`);
  const few = n <= 33 || Math.min(disagree, pairs - disagree) <= 1;
  if (method === "exact" || (method === "auto" && !tied && few)) {
    return { statistic, pvalue: exactKendall(n, pairs - disagree, alternative) };
  }
  const z = difference / Math.sqrt(kendallVariance(n, tiesA, tiesB, [tiedA, tiedB]));
  return { statistic, pvalue: normalPvalue(z, alternative) };
}

function orders(a: Float64Array, b: Float64Array): { agree: number; disagree: number } {
  let [agree, disagree] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      const order = Math.sign(a[i]! - a[j]!) * Math.sign(b[i]! - b[j]!);
      if (order > 0) agree++;
      else if (order < 0) disagree++;
    }
  }
  return { agree, disagree };
}

function kendallVariance(
  n: number,
  tiesA: readonly number[],
  tiesB: readonly number[],
  [tiedA, tiedB]: readonly [number, number],
): number {
  const sum = (ties: readonly number[], f: (t: number) => number) =>
    ties.reduce((s, t) => s + f(t), 0);
  const second = (t: number) => t * (t - 1) * (t - 2);
  const third = (t: number) => t * (t - 1) * (2 * t + 5);
  const m = n * (n - 1);
  return (
    (m * (2 * n + 5) - sum(tiesA, third) - sum(tiesB, third)) / 18 +
    (2 * tiedA * tiedB) / m +
    (sum(tiesA, second) * sum(tiesB, second)) / (9 * m * (n - 2) || 1)
  );
}

/** From the number of permutations with each number of inversions. @see Kendall (1970), Rank Correlation Methods. */
function exactKendall(n: number, agree: number, alternative: Alternative): number {
  const pairs = (n * (n - 1)) / 2;
  // Probabilities, not counts: n! overflows.
  let shares = new Float64Array(pairs + 1);
  shares[0] = 1;
  for (let k = 2; k <= n; k++) {
    const next = new Float64Array(pairs + 1);
    let window = 0;
    for (let i = 0; i <= pairs; i++) {
      window += shares[i]! - (i >= k ? shares[i - k]! : 0);
      next[i] = window / k;
    }
    shares = next;
  }
  const below = (last: number) => total(shares.subarray(0, last + 1));
  if (alternative === "less") return Math.min(1, below(agree));
  if (alternative === "greater") return Math.min(1, below(pairs - agree));
  return Math.min(1, 2 * below(Math.min(agree, pairs - agree)));
}
