import { OutOfRangeError, ParameterError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import {
  arange,
  checkGradients,
  cummax,
  cummin,
  cumprod,
  cumsum,
  diff,
  full,
  grad,
  logcumsumexp,
  type Tensor,
  tensor,
} from "../index";

const v = arange(1, 8).mul(1.9).sin();
const m = arange(12).mul(2.3).cos().reshape([3, 4]);

describe("gradients, and theirs", () => {
  const zero = tensor([0.5, 0, 2, 3]);
  const zeros = tensor([
    [2, 0, 3],
    [0, 0.5, 0],
  ]);
  const list: readonly (readonly [string, (x: Tensor) => Tensor, Tensor])[] = [
    ["cumsum", (x) => cumsum(x, 0), m],
    ["cumsum, flat", (x) => cumsum(x), m],
    ["cumprod", (x) => cumprod(x, 1), m],
    ["cumprod, flat", (x) => cumprod(x), m],
    ["cumprod with a zero", (x) => cumprod(x, 0), zero],
    ["cumprod with several zeros", (x) => cumprod(x, 1), zeros],
    ["cummax", (x) => cummax(x, 1), m],
    ["cummin", (x) => cummin(x, 0), m],
    ["logcumsumexp", (x) => logcumsumexp(x), v],
    ["logcumsumexp along an axis", (x) => logcumsumexp(x, 0), m],
    ["logcumsumexp of distant numbers", (x) => logcumsumexp(x), tensor([-800, 3, 900, 2, 901])],
    ["diff", (x) => diff(x, 1, 0), m],
    ["diff, twice", (x) => diff(x, 2), m],
  ];

  test.each(list)("%s", (_name, f, x) => {
    checkGradients(f, [x], { rtol: 1e-4 });
    checkGradients((a) => f(a).sin(), [x], { order: 2, rtol: 1e-4, atol: 1e-6 });
  });

  test("go to the last of equal extremes, as in PyTorch", () => {
    const tied = tensor([1, 2, 2, 0]);
    expect(grad((x) => cummax(x).sum())(tied).toArray()).toEqual([1, 1, 2, 0]);
  });

  test("of logcumsumexp are 0 at −∞", () => {
    const x = tensor([-Infinity, -Infinity, 1, -Infinity]);
    expect(grad((a) => logcumsumexp(a).slice([2]).sum())(x).toArray()).toEqual([0, 0, 2, 0]);
  });
});

test("float32 is gathered in float64", () => {
  const sums = cumsum(full(1_000_000, 0.1, { dtype: "float32" }));
  expect(sums.at(-1).item()).toBe(Math.fround(1_000_000 * Math.fround(0.1)));
});

test("what does not fit is a typed error", () => {
  for (const f of [cumsum, cumprod, cummax, cummin, logcumsumexp]) {
    expect(() => f(m, 2)).toThrow(OutOfRangeError);
  }
  expect(() => diff(m, 1, 2)).toThrow(OutOfRangeError);
  expect(() => diff(m, -1)).toThrow(ParameterError);
  const large = full(2, 2 ** 31 - 1, { dtype: "int32" });
  expect(() => cumsum(large)).toThrow(ValueError);
  expect(() => cumprod(large)).toThrow(ValueError);
});
