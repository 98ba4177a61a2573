import { checkBetween, checkInteger, checkOneOf, ParameterError, ShapeError } from "@gradus/core";
import { logBinomial } from "../special/densities";
import { betaincinv } from "../special/incomplete-beta";
import { ndtri } from "../special/normal";
import type { AlternativeOptions } from "./normality";
import type { TestResult } from "./result";
import type { Interval } from "./samples";
import { ALTERNATIVES, normalPvalue } from "./tails";

/** Options of {@link proportionsZtest}. */
export interface ProportionsZtestOptions extends AlternativeOptions {
  /** The proportion, or the difference of two, under the null hypothesis. Default 0. */
  readonly value?: number;
}

/**
 * The z test of a proportion, or of the difference of two, with the variance of the observed (pooled) proportion.
 *
 * @param count successes: one number, or two
 * @param nobs trials, likewise
 * @throws ShapeError unless count and nobs are two numbers or two pairs; ParameterError for counts that are not whole
 * or more than the trials.
 * @example
 * ```ts
 * proportionsZtest([5, 12], [83, 99]).pvalue.toFixed(5); // → 0.15918
 * ```
 */
export function proportionsZtest(
  count: number | readonly number[],
  nobs: number | readonly number[],
  { value = 0, alternative = "two-sided" }: ProportionsZtestOptions = {},
): TestResult {
  const where = "proportionsZtest";
  checkOneOf(where, "alternative", alternative, ALTERNATIVES);
  const [k, n] = [[count].flat(), [nobs].flat()] as [number[], number[]];
  if (k.length !== n.length || k.length < 1 || k.length > 2) {
    throw new ShapeError(
      `${where}: expected one or two counts with as many trials, got ${k.length} and ${n.length}`,
    );
  }
  k.forEach((successes, i) => {
    checkCount(where, successes, n[i]!);
  });
  const sum = (x: readonly number[]) => x.reduce((a, b) => a + b, 0);
  const pooled = sum(k) / sum(n);
  const deviation = Math.sqrt(pooled * (1 - pooled) * sum(n.map((trials) => 1 / trials)));
  const difference = k[0]! / n[0]! - (k.length === 2 ? k[1]! / n[1]! : 0);
  const statistic = (difference - value) / deviation;
  return { statistic, pvalue: normalPvalue(statistic, alternative) };
}

function checkCount(where: string, count: number, nobs: number): void {
  checkInteger(where, "nobs", nobs, 1);
  checkInteger(where, "count", count);
  if (count > nobs)
    throw new ParameterError(`${where}: count must be at most ${nobs}, got ${count}`);
}

/** Options of {@link proportionConfint}. */
export interface ProportionConfintOptions {
  /** One less the confidence. Default 0.05. */
  readonly alpha?: number;
  /** "wilson" (default), "normal" (Wald's, poor near 0 and 1), "agresti_coull" or "beta" (Clopper and Pearson's). */
  readonly method?: "wilson" | "normal" | "agresti_coull" | "beta";
}

/**
 * A confidence interval of a proportion.
 *
 * @throws ParameterError for counts that are not whole or more than the trials, and options out of range.
 * @see Brown, Cai and DasGupta (2001), Interval Estimation for a Binomial Proportion, Statistical Science 16.
 * @example
 * ```ts
 * proportionConfint(7, 20).map((end) => end.toFixed(4)); // → ["0.1812", "0.5671"]
 * ```
 */
export function proportionConfint(
  count: number,
  nobs: number,
  { alpha = 0.05, method = "wilson" }: ProportionConfintOptions = {},
): Interval {
  const where = "proportionConfint";
  checkCount(where, count, nobs);
  checkBetween(where, "alpha", alpha, [0, 1]);
  checkOneOf(where, "method", method, ["wilson", "normal", "agresti_coull", "beta"]);
  const p = count / nobs;
  const z = -ndtri(alpha / 2);
  if (method === "beta") {
    const low = count === 0 ? 0 : betaincinv(count, nobs - count + 1, alpha / 2);
    return [low, count === nobs ? 1 : betaincinv(count + 1, nobs - count, 1 - alpha / 2)];
  }
  if (method === "wilson") {
    const centre = (p + (z * z) / (2 * nobs)) / (1 + (z * z) / nobs);
    const half =
      (z * Math.sqrt((p * (1 - p)) / nobs + (z * z) / (4 * nobs * nobs))) / (1 + (z * z) / nobs);
    return [Math.max(0, centre - half), Math.min(1, centre + half)];
  }
  const trials = method === "normal" ? nobs : nobs + z * z;
  const centre = method === "normal" ? p : (count + (z * z) / 2) / trials;
  const half = z * Math.sqrt((centre * (1 - centre)) / trials);
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/** Options of {@link binomtest}. */
export interface BinomtestOptions extends AlternativeOptions {
  /** The probability of a success under the null hypothesis. Default 0.5. */
  readonly p?: number;
}

/**
 * The exact test of a probability of success. The statistic is the proportion.
 *
 * @throws ParameterError for counts that are not whole or more than the trials, and options out of range.
 * @example
 * ```ts
 * binomtest(3, 15, { p: 0.1, alternative: "greater" }).pvalue.toFixed(4); // → 0.1841
 * ```
 */
export function binomtest(
  count: number,
  nobs: number,
  { p = 0.5, alternative = "two-sided" }: BinomtestOptions = {},
): TestResult {
  const where = "binomtest";
  checkCount(where, count, nobs);
  checkBetween(where, "p", p, [0, 1]);
  checkOneOf(where, "alternative", alternative, ALTERNATIVES);
  const probability = (k: number) => Math.exp(logBinomial(k, nobs, p, 1 - p));
  const limit = probability(count) * (1 + 1e-7);
  let pvalue = 0;
  for (let k = 0; k <= nobs; k++) {
    const at = probability(k);
    const counts =
      alternative === "less" ? k <= count : alternative === "greater" ? k >= count : at <= limit;
    if (counts) pvalue += at;
  }
  return { statistic: count / nobs, pvalue: Math.min(1, pvalue) };
}
