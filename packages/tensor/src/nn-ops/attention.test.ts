import { DTypeError, ParameterError, RandomGenerator, ShapeError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import {
  gradients,
  matmul,
  ones,
  randn,
  scaledDotProductAttention,
  softmax,
  tensor,
  zeros,
} from "../index";

const random = new RandomGenerator(12);
const normal = (...shape: number[]) => randn(shape, { random });

describe("scaledDotProductAttention", () => {
  test("several blocks of queries and keys give what the formula does", () => {
    const [q, k, v] = [normal(3, 150, 9), normal(3, 200, 9), normal(3, 200, 5)];
    const weights = softmax(matmul(q, k.transpose(0, 2, 1)).div(3));
    const difference = scaledDotProductAttention(q, k, v).sub(matmul(weights, v));
    expect(difference.abs().max().item()).toBeLessThan(1e-13);
  });

  test("large scores do no harm", () => {
    const q = normal(1, 70, 4).mul(1e4);
    const v = normal(1, 130, 2);
    const y = scaledDotProductAttention(q, normal(1, 130, 4), v).data();
    expect(y.every(Number.isFinite)).toBe(true);
  });

  test("heads that are views of one tensor", () => {
    const all = normal(2, 6, 3, 4, 5); // (batch, time, 3, heads, width)
    const [q, k, v] = [0, 1, 2].map((i) => all.slice(null, null, i).transpose(0, 2, 1, 3));
    const y = scaledDotProductAttention(q!, k!, v!, { causal: true });
    const copies = [q, k, v].map((x) => x!.clone());
    const same = scaledDotProductAttention(copies[0]!, copies[1]!, copies[2]!, { causal: true });
    expect(y.toArray()).toEqual(same.toArray());
  });

  test("a query that may look at nothing gets NaN, the others what is theirs", () => {
    const mask = tensor([
      [false, false],
      [true, false],
    ]);
    const v = tensor([[1], [2]]);
    const y = scaledDotProductAttention(ones([2, 1]), ones([2, 1]), v, { mask });
    expect(y.toArray()).toEqual([[Number.NaN], [1]]);
  });

  test("dropout has the mean of what it drops from, and its gradient has its mask", () => {
    const [q, k] = [zeros([1, 400, 2]), zeros([1, 100, 2])];
    const v = ones([1, 100, 1], { requiresGrad: true });
    const options = { dropout: 0.25, random: new RandomGenerator(3) };
    const y = scaledDotProductAttention(q, k, v, options);
    expect(Math.abs(y.mean().item() - 1)).toBeLessThan(0.01);
    const [dv] = gradients(y.sum(), [v]);
    expect(dv!.sum().item()).toBeCloseTo(y.sum().item(), 9);
    const still = scaledDotProductAttention(q, k, v, { ...options, training: false });
    expect(still.toArray()).toEqual(ones([1, 400, 1]).toArray());
  });

  test("refuses shapes that do not fit", () => {
    const [q, k, v] = [zeros([2, 3, 4]), zeros([2, 5, 4]), zeros([2, 5, 6])];
    expect(() => scaledDotProductAttention(zeros(4), k, v)).toThrow(ShapeError);
    expect(() => scaledDotProductAttention(zeros([2, 3, 3]), k, v)).toThrow(ShapeError);
    expect(() => scaledDotProductAttention(zeros([1, 3, 4]), k, v)).toThrow(ShapeError);
    expect(() => scaledDotProductAttention(q, k, zeros([2, 4, 6]))).toThrow(ShapeError);
    expect(() => scaledDotProductAttention(q, zeros([2, 0, 4]), zeros([2, 0, 6]))).toThrow(
      ShapeError,
    );
    expect(() => scaledDotProductAttention(q, k, v, { mask: zeros([2, 5]) })).toThrow(ShapeError);
  });

  test("refuses other types and options out of range", () => {
    const [q, k, v] = [zeros([3, 4]), zeros([5, 4]), zeros([5, 6])];
    expect(() => scaledDotProductAttention(q.astype("float32"), k, v)).toThrow(DTypeError);
    const mask = zeros([3, 5], { dtype: "int32" });
    expect(() => scaledDotProductAttention(q, k, v, { mask })).toThrow(DTypeError);
    expect(() => scaledDotProductAttention(q, k, v, { scale: 0 })).toThrow(ParameterError);
    expect(() => scaledDotProductAttention(q, k, v, { dropout: 0.1 })).toThrow(ParameterError);
    expect(() => scaledDotProductAttention(q, k, v, { dropout: 1, random })).toThrow(
      ParameterError,
    );
  });
});
