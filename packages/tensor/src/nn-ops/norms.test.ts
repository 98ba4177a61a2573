import { DTypeError, ParameterError, RandomGenerator, ShapeError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import {
  batchNorm,
  groupNorm,
  instanceNorm,
  layerNorm,
  ones,
  randn,
  rmsNorm,
  zeros,
} from "../index";

const random = new RandomGenerator(5);

describe("normalizations", () => {
  test("a shift and a scale of all inputs change nothing, in float32 too", () => {
    const x = randn([4, 6, 5], { random, dtype: "float32" });
    const moved = x.mul(8).add(64);
    for (const f of [batchNorm, instanceNorm]) {
      const far = f(moved).sub(f(x)).abs().max().item();
      expect(far).toBeLessThan(2e-4);
    }
  });

  test("groups of one channel are instances, one group of a table is its layer", () => {
    const x = randn([3, 4, 5], { random });
    expect(groupNorm(x, 4).toArray()).toEqual(instanceNorm(x).toArray());
    const table = randn([3, 4], { random });
    expect(groupNorm(table, 1).toArray()).toEqual(layerNorm(table, 4).toArray());
  });

  test("take views and empty batches", () => {
    const x = randn([4, 3], { random });
    expect(layerNorm(x.transpose(), 4).toArray()).toEqual(
      layerNorm(x.transpose().clone(), 4).toArray(),
    );
    expect(layerNorm(zeros([0, 3]), 3).shape).toEqual([0, 3]);
  });

  test("batchNorm leaves the running statistics alone outside training", () => {
    const [runningMean, runningVariance] = [zeros(2), ones(2)];
    batchNorm(randn([3, 2], { random }), { runningMean, runningVariance, training: false });
    expect(runningMean.toArray()).toEqual([0, 0]);
  });
});

describe("normalizations refuse", () => {
  const x = zeros([2, 4, 3]);
  test("shapes that do not fit", () => {
    expect(() => layerNorm(x, 4)).toThrow(ShapeError);
    expect(() => layerNorm(x, [])).toThrow(ShapeError);
    expect(() => layerNorm(x, 3, { weight: ones(4) })).toThrow(ShapeError);
    expect(() => rmsNorm(x, [3, 4])).toThrow(ShapeError);
    expect(() => groupNorm(x, 3)).toThrow(ShapeError);
    expect(() => groupNorm(x, 0)).toThrow(ShapeError);
    expect(() => groupNorm(zeros(4), 1)).toThrow(ShapeError);
    expect(() => instanceNorm(x, { bias: ones(3) })).toThrow(ShapeError);
    expect(() => batchNorm(zeros(3))).toThrow(ShapeError);
    expect(() => batchNorm(zeros([1, 3]))).toThrow(ShapeError);
    expect(() => batchNorm(x, { weight: ones(3) })).toThrow(ShapeError);
    expect(() => batchNorm(x, { runningMean: ones(3) })).toThrow(ShapeError);
  });

  test("other types", () => {
    const weight = ones(3, { dtype: "float32" });
    expect(() => layerNorm(x, 3, { weight })).toThrow(DTypeError);
    expect(() => rmsNorm(x.astype("int32"), 3)).toThrow(DTypeError);
    expect(() => groupNorm(x.astype("int32"), 1)).toThrow(DTypeError);
    expect(() => batchNorm(x, { runningMean: ones(4, { dtype: "float32" }) })).toThrow(DTypeError);
  });

  test("options out of range", () => {
    expect(() => layerNorm(x, 3, { eps: 0 })).toThrow(ParameterError);
    expect(() => rmsNorm(x, 3, { eps: -1 })).toThrow(ParameterError);
    expect(() => instanceNorm(x, { eps: 0 })).toThrow(ParameterError);
    expect(() => batchNorm(x, { momentum: 2 })).toThrow(ParameterError);
    expect(() => batchNorm(x, { training: false })).toThrow(ParameterError);
  });
});
