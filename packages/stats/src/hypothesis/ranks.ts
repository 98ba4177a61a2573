import { checkBoolean, checkOneOf, joinArrays, ValueError } from "@gradus/core";
import type { AlternativeOptions } from "./normality";
import type { TestResult } from "./result";
import { ranksOf, readPairs, readSample, type Sample, total } from "./samples";
import { ALTERNATIVES, type Alternative, normalPvalue } from "./tails";

/** How the p-value of a rank test is computed. */
export type RankMethod = "auto" | "exact" | "asymptotic";

const METHODS: readonly RankMethod[] = ["auto", "exact", "asymptotic"];

/** Options of {@link mannwhitneyu}. */
export interface MannWhitneyOptions extends AlternativeOptions {
  /** Default "auto": exact where a sample has at most 8 numbers and there are no ties, else asymptotic. */
  readonly method?: RankMethod;
  /** Whether the asymptotic form takes ½ off. Default true. */
  readonly useContinuity?: boolean;
}

/**
 * Mann and Whitney's U test of two independent samples having one distribution. The statistic is U of x: how many
 * pairs there are with x > y, ties counting ½. "less" means that x tends to be smaller.
 *
 * @throws ValueError for an empty sample or numbers that are not finite; ParameterError for unknown options.
 * @see Mann and Whitney (1947), On a Test of Whether One of Two Random Variables is Stochastically Larger than the Other.
 * @example
 * ```ts
 * const { statistic, pvalue } = mannwhitneyu([19, 22, 16, 29, 24], [20, 11, 17, 12]);
 * statistic; // → 17
 * pvalue.toFixed(4); // → 0.1111
 * ```
 */
export function mannwhitneyu(
  x: Sample,
  y: Sample,
  { alternative = "two-sided", method = "auto", useContinuity = true }: MannWhitneyOptions = {},
): TestResult {
  const where = "mannwhitneyu";
  checkOneOf(where, "alternative", alternative, ALTERNATIVES);
  checkOneOf(where, "method", method, METHODS);
  checkBoolean(where, "useContinuity", useContinuity);
  const [a, b] = [readSample(where, "x", x), readSample(where, "y", y)];
  const [m, n] = [a.length, b.length];
  const { ranks, ties } = ranksOf(joinArrays(Float64Array, [a, b]));
  const statistic = total(ranks.subarray(0, m)) - (m * (m + 1)) / 2;
  const other = m * n - statistic;
  const extreme =
    alternative === "two-sided"
      ? Math.max(statistic, other)
      : alternative === "greater"
        ? statistic
        : other;
  const exact =
    method === "exact" || (method === "auto" && ties.length === 0 && (m <= 8 || n <= 8));
  const factor = alternative === "two-sided" ? 2 : 1;
  if (exact) {
    // The distribution is symmetric: P(U ≥ u) = P(U ≤ mn − u).
    const below = m * n - Math.floor(extreme);
    return { statistic, pvalue: Math.min(1, factor * cumulative(uCounts(m, n), below)) };
  }
  const all = m + n;
  const tied = ties.reduce((sum, t) => sum + t ** 3 - t, 0);
  const deviation = Math.sqrt(((m * n) / 12) * (all + 1 - tied / (all * (all - 1))));
  const z = (extreme - (m * n) / 2 - (useContinuity ? 0.5 : 0)) / deviation;
  return { statistic, pvalue: Math.min(1, factor * normalPvalue(z, "greater")) };
}

/** In how many ways each U from 0 to m·n comes about, by Gauss' binomial coefficients. */
function uCounts(m: number, n: number): Float64Array {
  const counts = new Float64Array(m * n + 1);
  counts[0] = 1;
  for (let j = 1; j <= Math.min(m, n); j++) {
    const long = Math.max(m, n) + j;
    for (let u = m * n; u >= long; u--) counts[u]! -= counts[u - long]!;
    for (let u = j; u <= m * n; u++) counts[u]! += counts[u - j]!;
  }
  return counts;
}

/** The share of the counts at places up to `last`. */
function cumulative(counts: Float64Array, last: number): number {
  return total(counts.subarray(0, Math.max(0, last + 1))) / total(counts);
}

/** Options of {@link wilcoxon}. */
export interface WilcoxonOptions extends AlternativeOptions {
  /** Default "auto": exact for at most 50 differences without zeros and ties, else asymptotic. */
  readonly method?: RankMethod;
  /** "wilcox" leaves differences of 0 out, "pratt" ranks them first, "zsplit" gives half of them to each side. Default "wilcox". */
  readonly zeroMethod?: "wilcox" | "pratt" | "zsplit";
  /** Whether the asymptotic form takes ½ off. Default false. */
  readonly correction?: boolean;
}

/**
 * Wilcoxon's signed-rank test of paired observations (or of differences) being symmetric about 0. The statistic is the
 * sum of the ranks of positive differences; for the two-sided alternative the smaller sum of the two signs.
 *
 * @param y undefined if x holds the differences
 * @throws ShapeError for samples of different lengths; ValueError for numbers that are not finite or differences that
 * are all 0; ParameterError for unknown options, and for "exact" with ties or zeros.
 * @example
 * ```ts
 * const { statistic, pvalue } = wilcoxon([6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75]);
 * statistic; // → 24
 * pvalue.toFixed(5); // → 0.04126
 * ```
 */
export function wilcoxon(
  x: Sample,
  y?: Sample,
  {
    alternative = "two-sided",
    method = "auto",
    zeroMethod = "wilcox",
    correction = false,
  }: WilcoxonOptions = {},
): TestResult {
  const where = "wilcoxon";
  checkOneOf(where, "alternative", alternative, ALTERNATIVES);
  checkOneOf(where, "method", method, METHODS);
  checkOneOf(where, "zeroMethod", zeroMethod, ["wilcox", "pratt", "zsplit"]);
  checkBoolean(where, "correction", correction);
  const differences = differencesOf(where, x, y);
  const zeros = differences.filter((d) => d === 0).length;
  if (zeros === differences.length) {
    throw new ValueError(`${where}: expected differences other than 0, got ${zeros} zeros`);
  }
  const used = zeroMethod === "wilcox" ? differences.filter((d) => d !== 0) : differences;
  const { ranks, ties } = ranksOf(used.map(Math.abs));
  const sum = (sign: number) => total(ranks, (r, i) => (Math.sign(used[i]!) === sign ? r : 0));
  const split = zeroMethod === "zsplit" ? sum(0) / 2 : 0;
  const [plus, minus] = [sum(1) + split, sum(-1) + split];
  const statistic = alternative === "two-sided" ? Math.min(plus, minus) : plus;
  const clean = ties.length === 0 && zeros === 0;
  if (method === "exact" && !clean) {
    throw new ValueError(`${where}: expected no zeros and no ties for the exact method`);
  }
  if (method === "exact" || (method === "auto" && clean && used.length <= 50)) {
    return { statistic, pvalue: exactSignedRank(used.length, plus, minus, alternative) };
  }
  const n = used.length;
  let mean = (n * (n + 1)) / 4;
  let variance = n * (n + 1) * (2 * n + 1);
  if (zeroMethod === "pratt") {
    mean -= (zeros * (zeros + 1)) / 4;
    variance -= zeros * (zeros + 1) * (2 * zeros + 1);
  }
  // Zeros are no tie among themselves where their ranks are left out, or their variance is already.
  const tied = ranksTied(used, ranks, zeroMethod);
  const deviation = Math.sqrt((variance - tied / 2) / 24);
  const direction =
    alternative === "two-sided" ? Math.sign(plus - mean) : alternative === "greater" ? 1 : -1;
  const z = (plus - mean - (correction ? 0.5 * direction : 0)) / deviation;
  return { statistic, pvalue: normalPvalue(z, alternative) };
}

function ranksTied(used: Float64Array, ranks: Float64Array, zeroMethod: string): number {
  const kept = zeroMethod === "pratt" ? ranks.filter((_, i) => used[i] !== 0) : ranks;
  return ranksOf(Float64Array.from(kept)).ties.reduce((sum, t) => sum + t ** 3 - t, 0);
}

function differencesOf(where: string, x: Sample, y: Sample | undefined): Float64Array {
  if (y === undefined) return readSample(where, "x", x);
  const [a, b] = readPairs(where, x, y, 1);
  return a.map((value, i) => value - b[i]!);
}

function exactSignedRank(n: number, plus: number, minus: number, alternative: Alternative): number {
  // In how many ways ranks from 1 to n sum to each number.
  const counts = new Float64Array((n * (n + 1)) / 2 + 1);
  counts[0] = 1;
  for (let rank = 1; rank <= n; rank++) {
    for (let sum = counts.length - 1; sum >= rank; sum--) counts[sum]! += counts[sum - rank]!;
  }
  if (alternative === "less") return cumulative(counts, plus);
  if (alternative === "greater") return cumulative(counts, minus);
  return Math.min(1, 2 * cumulative(counts, Math.min(plus, minus)));
}
