import { checkOneOf, joinArrays, ShapeError, ValueError } from "@gradus/core";
import type { TestResult } from "./result";
import { meanOf, medianOf, ranksOf, readSamples, type Sample, total, varianceOf } from "./samples";
import { chi2Sf, fSf } from "./tails";

/** What {@link fOneway} finds. */
export interface AnovaResult extends TestResult {
  /** Degrees of freedom between the groups, groups − 1. */
  readonly df: number;
  /** Degrees of freedom within the groups, observations − groups. */
  readonly dfWithin: number;
  /** η², the share of the sum of squares that lies between the groups. */
  readonly etaSquared: number;
}

/**
 * One-way analysis of variance: whether several groups have one mean, by F = variance between/variance within.
 *
 * @throws ValueError for fewer than 2 groups, no group with 2 numbers, or numbers that are not finite.
 * @example
 * ```ts
 * const { statistic, pvalue } = fOneway([[6, 8, 4, 5], [8, 12, 9, 11], [13, 9, 11, 8]]);
 * statistic.toFixed(4); // → 6.8731
 * pvalue.toFixed(5); // → 0.01542
 * ```
 */
export function fOneway(groups: readonly Sample[]): AnovaResult {
  const samples = readSamples("fOneway", groups);
  const all = joinArrays(Float64Array, samples);
  const [k, n] = [samples.length, all.length];
  if (n === k) throw new ValueError("fOneway: expected a group with at least 2 numbers");
  const mean = meanOf(all);
  let [between, within] = [0, 0];
  for (const sample of samples) {
    const own = meanOf(sample);
    between += sample.length * (own - mean) ** 2;
    within += total(sample, (value) => (value - own) ** 2);
  }
  const statistic = between / (k - 1) / (within / (n - k));
  return {
    statistic,
    pvalue: fSf(statistic, k - 1, n - k),
    df: k - 1,
    dfWithin: n - k,
    etaSquared: between / (between + within),
  };
}

/**
 * Kruskal and Wallis' test of several groups having one distribution, by ranks, corrected for ties.
 *
 * @throws ValueError for fewer than 2 groups, numbers that are all alike, or numbers that are not finite.
 * @example
 * ```ts
 * kruskal([[6, 8, 4, 5], [8, 12, 9, 11], [13, 9, 11, 8]]).pvalue.toFixed(5); // → 0.03617
 * ```
 */
export function kruskal(groups: readonly Sample[]): TestResult {
  const samples = readSamples("kruskal", groups);
  const all = joinArrays(Float64Array, samples);
  const n = all.length;
  const { ranks, ties } = ranksOf(all);
  const tied = ties.reduce((sum, t) => sum + t ** 3 - t, 0);
  if (tied === n ** 3 - n)
    throw new ValueError("kruskal: expected numbers that differ, got all alike");
  let [sum, at] = [0, 0];
  for (const sample of samples) {
    sum += total(ranks.subarray(at, at + sample.length)) ** 2 / sample.length;
    at += sample.length;
  }
  const H = (12 / (n * (n + 1))) * sum - 3 * (n + 1);
  const statistic = H / (1 - tied / (n ** 3 - n));
  const df = samples.length - 1;
  return { statistic, pvalue: chi2Sf(statistic, df), df };
}

/**
 * Friedman's test of several treatments of the same subjects having one effect, by ranks within each subject.
 *
 * @param treatments at least 3, each with one number a subject
 * @throws ValueError for fewer than 3 treatments or numbers that are not finite; ShapeError for different lengths.
 * @example
 * ```ts
 * friedmanchisquare([[1, 2, 4, 3], [2, 4, 3, 5], [5, 6, 7, 8]]).pvalue.toFixed(5); // → 0.03877
 * ```
 */
export function friedmanchisquare(treatments: readonly Sample[]): TestResult {
  const where = "friedmanchisquare";
  const samples = readSamples(where, treatments, { least: 3 });
  const [k, n] = [samples.length, samples[0]!.length];
  if (samples.some(({ length }) => length !== n)) {
    throw new ShapeError(`${where}: expected treatments of one length`);
  }
  const sums = new Float64Array(k);
  let tied = 0;
  for (let i = 0; i < n; i++) {
    const { ranks, ties } = ranksOf(Float64Array.from(samples, (sample) => sample[i]!));
    for (let j = 0; j < k; j++) sums[j]! += ranks[j]!;
    tied += ties.reduce((sum, t) => sum + t ** 3 - t, 0);
  }
  const raw = (12 / (k * n * (k + 1))) * total(sums, (s) => s * s) - 3 * n * (k + 1);
  const statistic = raw / (1 - tied / (k * (k * k - 1) * n));
  return { statistic, pvalue: chi2Sf(statistic, k - 1), df: k - 1 };
}

/** Options of {@link levene}. */
export interface LeveneOptions {
  /** From where deviations are measured. Default "median" (Brown and Forsythe's form). */
  readonly center?: "mean" | "median";
}

/**
 * Levene's test of several groups having one variance: the analysis of variance of |x − centre of the group|.
 *
 * @throws ValueError for fewer than 2 groups or numbers that are not finite; ParameterError for an unknown centre.
 * @example
 * ```ts
 * levene([[6, 8, 4, 5], [8, 12, 9, 30]]).pvalue.toFixed(4); // → 0.3040
 * ```
 */
export function levene(
  groups: readonly Sample[],
  { center = "median" }: LeveneOptions = {},
): TestResult {
  checkOneOf("levene", "center", center, ["mean", "median"]);
  const samples = readSamples("levene", groups);
  const { statistic, pvalue, df } = fOneway(
    samples.map((sample) => {
      const middle = center === "mean" ? meanOf(sample) : medianOf(sample);
      return sample.map((value) => Math.abs(value - middle));
    }),
  );
  return { statistic, pvalue, df };
}

/**
 * Bartlett's test of several groups of normal numbers having one variance.
 *
 * @throws ValueError for fewer than 2 groups, fewer than 2 numbers in one, or numbers that are not finite.
 * @example
 * ```ts
 * bartlett([[6, 8, 4, 5], [8, 12, 9, 30]]).pvalue.toFixed(5); // → 0.01585
 * ```
 */
export function bartlett(groups: readonly Sample[]): TestResult {
  const samples = readSamples("bartlett", groups, { leastEach: 2 });
  const k = samples.length;
  const dfs = samples.map(({ length }) => length - 1);
  const variances = samples.map(varianceOf);
  const all = dfs.reduce((a, b) => a + b, 0);
  const pooled = dfs.reduce((sum, df, i) => sum + df * variances[i]!, 0) / all;
  const logs = dfs.reduce((sum, df, i) => sum + df * Math.log(variances[i]!), 0);
  const correction = 1 + (dfs.reduce((sum, df) => sum + 1 / df, 0) - 1 / all) / (3 * (k - 1));
  const statistic = (all * Math.log(pooled) - logs) / correction;
  return { statistic, pvalue: chi2Sf(statistic, k - 1), df: k - 1 };
}
