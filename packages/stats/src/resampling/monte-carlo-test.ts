import {
  checkInteger,
  checkOneOf,
  ParameterError,
  type RandomGenerator,
  ShapeError,
} from "@gradus/core";
import type { Distribution } from "../distributions/distribution";
import type { TestResult } from "../hypothesis/result";
import { ALTERNATIVES, type Alternative } from "../hypothesis/tails";
import { pvalueOf } from "./pvalue";
import {
  generatorOf,
  type Resample,
  type ResamplingOptions,
  readResampled,
  type Samples,
  type Statistic,
  statisticsOf,
} from "./samples";

/** Where samples under the null hypothesis come from: a distribution, or a function that draws n numbers. */
export type Source = Distribution | ((n: number, random: RandomGenerator) => Float64Array);

/** What {@link monteCarloTest} can be told. */
export interface MonteCarloTestOptions extends Pick<ResamplingOptions, "seed"> {
  /** Default 9999. */
  readonly nResamples?: number;
  /** Default "two-sided": twice the smaller of both tails. */
  readonly alternative?: Alternative;
}

/** What {@link monteCarloTest} finds. */
export interface MonteCarloTestResult extends TestResult {
  /** The statistic of every sample that was drawn. */
  readonly nullDistribution: Float64Array;
}

/**
 * How extreme a statistic is among those of samples drawn from the null hypothesis, as SciPy's `monte_carlo_test`. The
 * data themselves count as one more, so that the p-value is never 0.
 *
 * @param data one sample, or a list of samples
 * @param sources where they come from under the null hypothesis; one for all samples, or one each
 * @throws ShapeError for another number of sources than samples; ValueError for an empty sample, numbers that are not
 * finite or a statistic that is NaN; ParameterError for options out of range, a source that draws another number of
 * numbers or a statistic that is no number.
 * @example
 * ```ts
 * const largest = (x: Float64Array) => Math.max(...x);
 * const { pvalue } = monteCarloTest([0.1, -1.2, 4.5], norm(), largest, { seed: 1, alternative: "greater" });
 * pvalue < 0.01; // → true
 * ```
 */
export function monteCarloTest(
  data: Samples,
  sources: Source | readonly Source[],
  statistic: Statistic,
  options: MonteCarloTestOptions = {},
): MonteCarloTestResult {
  const where = "monteCarloTest";
  const { nResamples = 9999, alternative = "two-sided" } = options;
  checkOneOf(where, "alternative", alternative, ALTERNATIVES);
  checkInteger(where, "nResamples", nResamples, 1);
  const samples = readResampled(where, data, 1);
  const list: readonly Source[] = Array.isArray(sources)
    ? sources
    : samples.map(() => sources as Source);
  if (list.length !== samples.length) {
    throw new ShapeError(`${where}: expected ${samples.length} sources, got ${list.length}`);
  }
  const random = generatorOf(where, options);
  const draw = (source: Source, n: number) => {
    const x = typeof source === "function" ? source(n, random) : source.rvs(n, { random });
    if (x.length !== n) {
      throw new ParameterError(`${where}: a source must draw ${n} numbers, got ${x.length}`);
    }
    return x;
  };
  function* resamples(): Generator<Resample> {
    for (let i = 0; i < nResamples; i++) {
      yield list.map((source, j) => draw(source, samples[j]!.length));
    }
  }
  const observed = statisticsOf(where, statistic, [samples])[0]!;
  const nullDistribution = statisticsOf(where, statistic, resamples());
  return {
    statistic: observed,
    pvalue: pvalueOf(observed, nullDistribution, alternative, 1),
    nullDistribution,
  };
}
