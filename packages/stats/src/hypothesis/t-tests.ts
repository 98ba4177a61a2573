import { checkBetween, checkBoolean, checkFinite, checkOneOf, ParameterError } from "@gradus/core";
import type { AlternativeOptions } from "./normality";
import type { TestResult } from "./result";
import { type Interval, meanOf, readPairs, readSample, type Sample, varianceOf } from "./samples";
import { ALTERNATIVES, type Alternative, normalPvalue, tPvalue, tQuantile } from "./tails";

/** Options of tests that give an interval. */
export interface IntervalOptions extends AlternativeOptions {
  /** The confidence of the interval. Default 0.95. */
  readonly confidenceLevel?: number;
}

/** What a test of means finds: the interval is one of the mean, or of the difference of means. */
export interface TTestResult extends TestResult {
  readonly df: number;
  /** The mean less the supposed one, or the difference of the means. */
  readonly estimate: number;
  /** The standard error of the estimate. */
  readonly standardError: number;
  /** One-sided alternatives give an interval with one infinite end. */
  readonly confidenceInterval: Interval;
}

interface Difference {
  readonly where: string;
  readonly estimate: number;
  readonly standardError: number;
  readonly df: number;
  /** Added to the interval of the estimate. */
  readonly shift?: number;
}

/** The t test (with df = ∞ the z test) of an estimate being 0. */
function testOf(
  { where, estimate, standardError, df, shift = 0 }: Difference,
  { alternative = "two-sided", confidenceLevel = 0.95 }: IntervalOptions,
): TTestResult {
  checkOneOf(where, "alternative", alternative, ALTERNATIVES);
  checkBetween(where, "confidenceLevel", confidenceLevel, [0, 1]);
  const statistic = estimate / standardError;
  const pvalue =
    df === Number.POSITIVE_INFINITY
      ? normalPvalue(statistic, alternative)
      : tPvalue(statistic, df, alternative);
  const centre = estimate + shift;
  const confidenceInterval = intervalOf(centre, alternative, (p) =>
    p === 0.5 ? 0 : tQuantile(p, df) * standardError,
  )(confidenceLevel);
  return { statistic, pvalue, df, estimate, standardError, confidenceInterval };
}

function intervalOf(centre: number, alternative: Alternative, width: (p: number) => number) {
  return (level: number): Interval => {
    if (alternative === "less") return [Number.NEGATIVE_INFINITY, centre + width(level)];
    if (alternative === "greater") return [centre - width(level), Number.POSITIVE_INFINITY];
    const half = width(0.5 + level / 2);
    return [centre - half, centre + half];
  };
}

/**
 * Student's t test of the mean of one sample, t = (x̄ − popmean)/(s/√n).
 *
 * @param x at least 2 numbers
 * @param popmean the mean under the null hypothesis
 * @throws ValueError for fewer than 2 numbers or one that is not finite; ParameterError for options out of range.
 * @example
 * ```ts
 * const { statistic, pvalue } = ttest1samp([5.1, 4.9, 5.6, 5.8, 5.3], 5);
 * statistic.toFixed(4); // → 2.0847
 * pvalue.toFixed(4); // → 0.1055
 * ```
 */
export function ttest1samp(x: Sample, popmean: number, options: IntervalOptions = {}): TTestResult {
  const where = "ttest1samp";
  checkFinite(where, "popmean", popmean);
  const values = readSample(where, "x", x, 2);
  const n = values.length;
  return testOf(
    {
      where,
      estimate: meanOf(values) - popmean,
      standardError: Math.sqrt(varianceOf(values) / n),
      df: n - 1,
      shift: popmean,
    },
    options,
  );
}

/** Options of {@link ttestInd}. */
export interface TTestIndOptions extends IntervalOptions {
  /** Whether both samples have one variance. Default true; false gives Welch's test. */
  readonly equalVar?: boolean;
}

/**
 * The t test of two independent samples having one mean: Student's with the pooled variance, or Welch's
 * (`equalVar: false`), which supposes nothing about the variances.
 *
 * @param x at least 2 numbers
 * @param y at least 2 numbers
 * @throws ValueError for fewer than 2 numbers or one that is not finite; ParameterError for options out of range.
 * @see Welch (1947), The Generalization of Student's Problem, Biometrika 34.
 * @example
 * ```ts
 * const [a, b] = [[5.1, 4.9, 5.6, 5.8], [6.0, 6.3, 5.7, 6.9, 6.4]];
 * ttestInd(a, b).pvalue.toFixed(5); // → 0.01737
 * ttestInd(a, b, { equalVar: false }).df.toFixed(4); // → 6.7639
 * ```
 */
export function ttestInd(
  x: Sample,
  y: Sample,
  { equalVar = true, ...options }: TTestIndOptions = {},
): TTestResult {
  const where = "ttestInd";
  checkBoolean(where, "equalVar", equalVar);
  const [a, b] = [readSample(where, "x", x, 2), readSample(where, "y", y, 2)];
  const [m, n] = [a.length, b.length];
  const [va, vb] = [varianceOf(a) / m, varianceOf(b) / n];
  const pooled = ((m - 1) * m * va + (n - 1) * n * vb) / (m + n - 2);
  return testOf(
    {
      where,
      estimate: meanOf(a) - meanOf(b),
      standardError: Math.sqrt(equalVar ? pooled * (1 / m + 1 / n) : va + vb),
      df: equalVar ? m + n - 2 : (va + vb) ** 2 / (va ** 2 / (m - 1) + vb ** 2 / (n - 1)),
    },
    options,
  );
}

/**
 * The t test of paired observations: of the differences x − y having mean 0.
 *
 * @throws ShapeError for samples of different lengths; ValueError for fewer than 2 pairs or numbers that are not
 * finite; ParameterError for options out of range.
 * @example
 * ```ts
 * ttestRel([5.1, 4.9, 5.6, 5.8], [5.4, 5.5, 5.7, 6.4]).pvalue.toFixed(4); // → 0.0469
 * ```
 */
export function ttestRel(x: Sample, y: Sample, options: IntervalOptions = {}): TTestResult {
  const where = "ttestRel";
  const [a, b] = readPairs(where, x, y);
  const differences = a.map((value, i) => value - b[i]!);
  const n = a.length;
  return testOf(
    {
      where,
      estimate: meanOf(differences),
      standardError: Math.sqrt(varianceOf(differences) / n),
      df: n - 1,
    },
    options,
  );
}

/** Options of {@link ztest}. */
export interface ZTestOptions extends IntervalOptions {
  /** A second sample, whose mean is compared. */
  readonly y?: Sample;
  /** The mean, or the difference of means, under the null hypothesis. Default 0. */
  readonly value?: number;
  /** The known standard deviation of the observations. Default: estimated from them (pooled for two samples). */
  readonly sigma?: number;
}

/**
 * The z test of a mean, or of the difference of two means, for large samples or a known standard deviation.
 *
 * @throws ValueError for fewer than 2 numbers or one that is not finite; ParameterError for options out of range.
 * @example
 * ```ts
 * ztest([5.1, 4.9, 5.6, 5.8, 5.3], { value: 5, sigma: 0.4 }).pvalue.toFixed(5); // → 0.05735
 * ```
 */
export function ztest(
  x: Sample,
  { y, value = 0, sigma, ...options }: ZTestOptions = {},
): TTestResult {
  const where = "ztest";
  checkFinite(where, "value", value);
  if (sigma !== undefined && !(sigma > 0 && Number.isFinite(sigma))) {
    throw new ParameterError(`${where}: sigma must be a finite number > 0, got ${sigma}`);
  }
  const a = readSample(where, "x", x, 2);
  const b = y === undefined ? undefined : readSample(where, "y", y, 2);
  const [m, n] = [a.length, b?.length ?? 0];
  const squares = (m - 1) * varianceOf(a) + (b ? (n - 1) * varianceOf(b) : 0);
  const variance = sigma === undefined ? squares / (m - 1 + (b ? n - 1 : 0)) : sigma * sigma;
  return testOf(
    {
      where,
      estimate: meanOf(a) - (b ? meanOf(b) : 0) - value,
      standardError: Math.sqrt(variance * (1 / m + (b ? 1 / n : 0))),
      df: Number.POSITIVE_INFINITY,
      shift: value,
    },
    options,
  );
}

/**
 * A confidence interval of the mean by the t distribution, x̄ ± t·s/√n.
 *
 * @throws ValueError for fewer than 2 numbers or one that is not finite; ParameterError unless the confidence is from
 * 0 to 1.
 * @example
 * ```ts
 * meanConfint([5.1, 4.9, 5.6, 5.8, 5.3]).map((end) => end.toFixed(4)); // → ["4.8872", "5.7928"]
 * ```
 */
export function meanConfint(x: Sample, confidenceLevel = 0.95): Interval {
  return ttest1samp(readSample("meanConfint", "x", x, 2), 0, { confidenceLevel })
    .confidenceInterval;
}
