import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { type QuantileMethod, tensor } from "@gradus/tensor";
import { expect, test } from "vitest";
import fixture from "../../fixtures/covariance.json";
import { percentile, quantile } from "./quantile";
import { weightedMean, weightedVariance } from "./weighted";

const near = (got: ArrayLike<number>, want: readonly number[]) => {
  expect(got.length).toBe(want.length);
  for (const [i, value] of want.entries()) {
    expect(Math.abs(got[i]! - value)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(value)));
  }
};

test.each(fixture.quantiles)("quantiles equal NumPy's by all 13 methods, sample %#", (c) => {
  for (const [name, want] of Object.entries(c.methods)) {
    const method = name as QuantileMethod;
    near(quantile(c.x, c.shares, { method }), want);
    const q = c.shares.map((share) => share * 100);
    near(percentile(tensor(c.x, { dtype: "float64" }), q, { method }), want);
    expect(quantile(c.x, 0.4, { method })).toBeCloseTo(want[c.shares.indexOf(0.4)]!, 12);
  }
});

test.each(fixture.weighted)(
  "weighted moments and quantiles equal NumPy's and statsmodels', sample %#",
  (c) => {
    near([weightedMean(c.x, c.w)], [c.mean]);
    near([weightedVariance(c.x, c.w)], [c.variance]);
    near([weightedVariance(c.x, c.w, { ddof: 1 })], [c.variance1]);
    near(quantile(c.x, c.shares, { method: "invertedCdf", weights: c.w }), c.quantiles);
  },
);

test("quantiles and weighted moments refuse what they cannot use", () => {
  for (const f of [quantile, percentile]) {
    expect(() => f([1, 2], 101)).toThrow(ParameterError);
    expect(() => f([1, 2], [])).toThrow(/got none/);
    expect(() => f([1, 2], 0.5, { method: "best" as never })).toThrow(ParameterError);
    expect(() => f([1, 2], 0.5, { weights: [1, 1] })).toThrow(/only with the method "invertedCdf"/);
    expect(() => f([], 0.5)).toThrow(ValueError);
    expect(() => f([1, Number.NaN], 0.5)).toThrow(ValueError);
    const method = "invertedCdf";
    expect(() => f([1, 2], 0.5, { method, weights: [1, -1] })).toThrow(ValueError);
    expect(() => f([1, 2], 0.5, { method, weights: [1] })).toThrow(ShapeError);
  }
  expect(() => quantile([1, 2], 1.1)).toThrow(/from 0 to 1, got 1.1/);
  for (const f of [weightedMean, weightedVariance]) {
    expect(() => f([1, 2], [1])).toThrow(ShapeError);
    expect(() => f([], [])).toThrow(ValueError);
    expect(() => f([1, 2], [-1, 2])).toThrow(ValueError);
    expect(() => f([1, Number.POSITIVE_INFINITY], [1, 1])).toThrow(ValueError);
  }
  expect(() => weightedVariance([1, 2], [0.4, 0.4], { ddof: 1 })).toThrow(ValueError);
  expect(() => weightedVariance([1, 2], [1, 1], { ddof: Number.NaN })).toThrow(ParameterError);
});
