import type { TestResult } from "./result";
import { centralMoment, readSample, type Sample } from "./samples";
import { type Alternative, chi2Sf, normalPvalue } from "./tails";

/** Options of tests with a direction. */
export interface AlternativeOptions {
  /** Default "two-sided". */
  readonly alternative?: Alternative;
}

/** The skewness m₃/m₂^(3/2) and the kurtosis m₄/m₂² (3 for a normal distribution) of a sample. */
export function skewAndKurtosis(x: Float64Array): { skew: number; kurtosis: number } {
  const m2 = centralMoment(x, 2);
  return { skew: centralMoment(x, 3) / m2 ** 1.5, kurtosis: centralMoment(x, 4) / (m2 * m2) };
}

/**
 * Whether the skewness of a sample differs from a normal distribution's, D'Agostino's test.
 * @param x at least 8 numbers
 * @throws ValueError for fewer than 8 numbers or one that is not finite.
 * @see D'Agostino, Belanger and D'Agostino (1990), A Suggestion for Using Powerful and Informative Tests of Normality.
 * @example
 * ```ts
 * skewtest([1, 2, 3, 4, 5, 6, 7, 40]).pvalue.toFixed(6); // → 0.000626
 * ```
 */
export function skewtest(
  x: Sample,
  { alternative = "two-sided" }: AlternativeOptions = {},
): TestResult {
  const values = readSample("skewtest", "x", x, 8);
  const statistic = skewZ(skewAndKurtosis(values).skew, values.length);
  return { statistic, pvalue: normalPvalue(statistic, alternative) };
}

function skewZ(skew: number, n: number): number {
  const y = skew * Math.sqrt(((n + 1) * (n + 3)) / (6 * (n - 2)));
  const beta2 =
    (3 * (n * n + 27 * n - 70) * (n + 1) * (n + 3)) / ((n - 2) * (n + 5) * (n + 7) * (n + 9));
  const W2 = -1 + Math.sqrt(2 * (beta2 - 1));
  const delta = 1 / Math.sqrt(0.5 * Math.log(W2));
  const alpha = Math.sqrt(2 / (W2 - 1));
  return delta * Math.asinh(y / alpha);
}

/**
 * Whether the kurtosis of a sample differs from a normal distribution's, Anscombe and Glynn's test.
 * @param x at least 8 numbers; the approximation is good from 20 on
 * @throws ValueError for fewer than 8 numbers or one that is not finite.
 * @see Anscombe and Glynn (1983), Distribution of the Kurtosis Statistic b₂ for Normal Samples, Biometrika 70.
 * @example
 * ```ts
 * kurtosistest([1, 2, 3, 4, 5, 6, 7, 40]).statistic.toFixed(4); // → 3.0683
 * ```
 */
export function kurtosistest(
  x: Sample,
  { alternative = "two-sided" }: AlternativeOptions = {},
): TestResult {
  const values = readSample("kurtosistest", "x", x, 8);
  const statistic = kurtosisZ(skewAndKurtosis(values).kurtosis, values.length);
  return { statistic, pvalue: normalPvalue(statistic, alternative) };
}

function kurtosisZ(b2: number, n: number): number {
  const expected = (3 * (n - 1)) / (n + 1);
  const variance = (24 * n * (n - 2) * (n - 3)) / ((n + 1) ** 2 * (n + 3) * (n + 5));
  const x = (b2 - expected) / Math.sqrt(variance);
  const rootBeta1 =
    ((6 * (n * n - 5 * n + 2)) / ((n + 7) * (n + 9))) *
    Math.sqrt((6 * (n + 3) * (n + 5)) / (n * (n - 2) * (n - 3)));
  const A = 6 + (8 / rootBeta1) * (2 / rootBeta1 + Math.sqrt(1 + 4 / rootBeta1 ** 2));
  const denominator = 1 + x * Math.sqrt(2 / (A - 4));
  const root = Math.sign(denominator) * Math.cbrt((1 - 2 / A) / Math.abs(denominator));
  return (1 - 2 / (9 * A) - root) / Math.sqrt(2 / (9 * A));
}

/**
 * Whether a sample comes from a normal distribution, by skewness and kurtosis together (the omnibus test): the sum of
 * the squares of both z values, χ² with 2 degrees of freedom.
 * @param x at least 8 numbers
 * @throws ValueError for fewer than 8 numbers or one that is not finite.
 * @see D'Agostino and Pearson (1973), Tests for Departure from Normality, Biometrika 60.
 * @example
 * ```ts
 * normaltest([1, 2, 3, 4, 5, 6, 7, 40]).pvalue.toExponential(3); // → 2.606e-5
 * ```
 */
export function normaltest(x: Sample): TestResult {
  const values = readSample("normaltest", "x", x, 8);
  const { skew, kurtosis } = skewAndKurtosis(values);
  const statistic = skewZ(skew, values.length) ** 2 + kurtosisZ(kurtosis, values.length) ** 2;
  return { statistic, pvalue: chi2Sf(statistic, 2), df: 2 };
}

/** What {@link jarqueBera} finds. */
export interface JarqueBeraResult extends TestResult {
  /** m₃/m₂^(3/2). */
  readonly skew: number;
  /** m₄/m₂², 3 for a normal distribution. */
  readonly kurtosis: number;
}

/**
 * Whether skewness and kurtosis are a normal distribution's, by n/6·(skew² + (kurtosis − 3)²/4), for large samples.
 * @param x at least 2 numbers
 * @throws ValueError for fewer than 2 numbers or one that is not finite.
 * @example
 * ```ts
 * jarqueBera([1, 2, 3, 4, 5, 6, 7, 40]).statistic.toFixed(4); // → 8.9658
 * ```
 */
export function jarqueBera(x: Sample): JarqueBeraResult {
  const values = readSample("jarqueBera", "x", x, 2);
  const { skew, kurtosis } = skewAndKurtosis(values);
  const statistic = (values.length / 6) * (skew ** 2 + (kurtosis - 3) ** 2 / 4);
  return { statistic, pvalue: chi2Sf(statistic, 2), df: 2, skew, kurtosis };
}
