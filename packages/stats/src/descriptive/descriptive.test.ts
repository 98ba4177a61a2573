import { ParameterError, ValueError } from "@gradus/core";
import { expect, test } from "vitest";
import fixture from "../../fixtures/descriptive.json";
import * as stats from "../index";

const near = (got: number, want: number, tolerance = 1e-12) =>
  expect(Math.abs(got - want)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(want)));

test.each(fixture.cases)("descriptive statistics equal SciPy's, sample %#", (c) => {
  const d = stats.describe(c.x, { bias: false });
  const got = [...d.minmax, d.mean, d.variance, d.skewness, d.kurtosis];
  // Moments of numbers near 1e6 that differ by less than 1 keep fewer digits.
  const tolerance = c.x[0]! > 1e5 ? 1e-8 : 1e-12;
  for (const [i, want] of c.describe.entries()) near(got[i]!, want, tolerance);
  expect(d.nobs).toBe(c.x.length);
  near(stats.skew(c.x), c.skew, tolerance);
  near(stats.kurtosis(c.x), c.kurtosis, tolerance);
  near(stats.gmean(c.x), c.gmean);
  near(stats.hmean(c.x), c.hmean);
  near(stats.median(c.x), c.median);
  near(stats.iqr(c.x), c.iqr, tolerance);
  near(stats.medianAbsDeviation(c.x), c.medianAbsDeviation, tolerance);
  near(stats.trimMean(c.x, 0.1), c.trimMean);
  expect(stats.mode(c.x)).toEqual({ mode: c.mode[0], count: c.mode[1] });
  for (const [i, z] of stats.zscore(c.x, { ddof: 1 }).entries()) near(z, c.zscore[i]!, 1e-8);
});

test("descriptive statistics refuse what they cannot use", () => {
  for (const f of [
    stats.describe,
    stats.skew,
    stats.kurtosis,
    stats.median,
    stats.mode,
    stats.iqr,
  ]) {
    expect(() => f([])).toThrow(ValueError);
    expect(() => f([1, Number.NaN])).toThrow(ValueError);
  }
  expect(() => stats.medianAbsDeviation([])).toThrow(ValueError);
  expect(() => stats.zscore([])).toThrow(ValueError);
  expect(() => stats.gmean([1, 0])).toThrow(ValueError);
  expect(() => stats.hmean([1, -1])).toThrow(ValueError);
  expect(() => stats.skew([1, 2], { bias: false })).toThrow(ValueError);
  expect(() => stats.kurtosis([1, 2, 3], { bias: false })).toThrow(ValueError);
  expect(() => stats.trimMean([1], 0.5)).toThrow(ParameterError);
  expect(() => stats.trimMean([], 0.1)).toThrow(ValueError);
});
