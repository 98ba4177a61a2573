import { OutOfRangeError, ParameterError, ShapeError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import {
  arange,
  average,
  checkGradients,
  corrcoef,
  countNonzero,
  cov,
  grad,
  logsumexp,
  median,
  nanMax,
  nanMean,
  nanMin,
  nanSum,
  percentile,
  ptp,
  quantile,
  type Tensor,
  tensor,
  zeros,
} from "../index";

const m = arange(12).mul(2.3).cos().reshape([3, 4]);
const x = arange(24).mul(1.7).sin().reshape([2, 3, 4]);

describe("gradients, and theirs", () => {
  const holes = tensor([
    [0, Number.NaN, 0],
    [0, 0, Number.NaN],
  ]);
  const small = m.slice([0, 2], [0, 3]);
  const w = x.abs().add(0.1);
  const list: readonly (readonly [string, (...inputs: Tensor[]) => Tensor, readonly Tensor[]])[] = [
    ["logsumexp", (a) => logsumexp(a), [m]],
    ["logsumexp over axes", (a) => logsumexp(a, [0, 2], { keepDims: true }), [x]],
    ["logsumexp of large numbers", (a) => logsumexp(a.add(900), 1), [m]],
    ["median", (a) => median(a, 1), [m]],
    ["median of an odd number", (a) => median(a, 0), [m]],
    ["quantile", (a) => quantile(a, [0.1, 0.8], [0, 2]), [x]],
    ["quantile of the Weibull method", (a) => quantile(a, 0.3, 0, { method: "weibull" }), [m]],
    [
      "quantile where the distribution function is inverted",
      (a) => quantile(a, [0.3, 0.5], 0, { method: "averagedInvertedCdf" }),
      [m],
    ],
    ["percentile", (a) => percentile(a, 30), [m]],
    ["nanSum", (a) => nanSum(a.add(holes), 0), [small]],
    ["nanMean", (a) => nanMean(a.add(holes), 1), [small]],
    ["nanMax", (a) => nanMax(a.add(holes), 1), [small]],
    ["nanMin", (a) => nanMin(a.add(holes)), [small]],
    ["ptp", (a) => ptp(a, 1), [m]],
    ["average", (a) => average(a, 0), [m]],
    ["average with weights", (a, b) => average(a, [0, 2], { weights: b }), [x, w]],
    [
      "average along an axis",
      (a, b) => average(a, 1, { weights: b }),
      [x, w.at(0).at(0).slice([0, 3])],
    ],
    ["cov", (a) => cov(a), [m]],
    ["cov of columns", (a) => cov(a, { rowVariables: false, ddof: 0 }), [m]],
    ["corrcoef", (a) => corrcoef(a).slice(0, [1]), [m]],
  ];

  test.each(list)("%s", (_name, f, inputs) => {
    checkGradients(f, inputs);
    checkGradients((...all) => f(...all).sin(), inputs, { order: 2, rtol: 1e-4, atol: 1e-6 });
  });

  test("of logsumexp are 0 where all is −∞", () => {
    const nothing = tensor([-Infinity, -Infinity]);
    expect(grad((a) => logsumexp(a))(nothing).toArray()).toEqual([0, 0]);
  });
});

test("of nothing", () => {
  expect(logsumexp(zeros([2, 0]), 1).toArray()).toEqual([-Infinity, -Infinity]);
  expect(countNonzero(zeros(0)).item()).toBe(0);
  expect(nanSum(zeros(0)).item()).toBe(0);
});

describe("what does not fit is a typed error", () => {
  test("axes and nothing to choose from", () => {
    const all = [logsumexp, median, nanSum, nanMean, nanMax, nanMin, ptp, countNonzero, average];
    for (const f of all) expect(() => f(m, 2)).toThrow(OutOfRangeError);
    for (const f of [quantile, percentile]) {
      expect(() => f(m, 0.5, 2)).toThrow(OutOfRangeError);
      expect(() => f(zeros(0), 0.5)).toThrow(ShapeError);
    }
    for (const f of [median, ptp, nanMax, nanMin]) expect(() => f(zeros(0))).toThrow(ShapeError);
    expect(() => average(m, 0, { weights: zeros(4) })).toThrow(/weights of shape \(3, 4\)/);
    expect(() => cov(x)).toThrow(ShapeError);
    expect(() => corrcoef(x)).toThrow(ShapeError);
  });

  test("values", () => {
    expect(() => quantile(m, 1.5)).toThrow(/quantile: q must be from 0 to 1, got 1.5/);
    expect(() => quantile(m, [])).toThrow(ParameterError);
    expect(() => percentile(m, tensor([-1]))).toThrow(/percentile: q must be from 0 to 100/);
    expect(() => quantile(m, Number.NaN)).toThrow(ParameterError);
    expect(() => quantile(m, 0.5, 0, { method: "best" as never })).toThrow(ParameterError);
    expect(() => percentile(m, 5, 0, { method: "best" as never })).toThrow(ParameterError);
    expect(() => cov(m, { ddof: Number.NaN })).toThrow(ParameterError);
  });
});
