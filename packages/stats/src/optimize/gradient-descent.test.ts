import { ParameterError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { expect, test } from "vitest";
import { gradientDescent } from "../index";

const bowl = (x: Tensor) => x.square().sum(); // curvature 2: settles below the learning rate 1

test("settles below 2/L, swings at it and diverges above, which it says", () => {
  expect(gradientDescent(bowl, [4], { learningRate: 0.9 }).success).toBe(true);
  const swing = gradientDescent(bowl, [4], { learningRate: 1, maxIterations: 101 });
  expect(swing).toMatchObject({ success: false, status: "max-iterations" });
  expect(swing.x.item()).toBe(-4);
  const lost = gradientDescent(bowl, [4], { learningRate: 1.5, maxIterations: 5000 });
  expect(lost).toMatchObject({ success: false, status: "diverged" });
  expect(lost.message).toContain("the learning rate 1.5 is too large");
  expect(Number.isFinite(lost.fun)).toBe(true);
});

test("a callback sees each step and can stop", () => {
  const seen: number[] = [];
  const found = gradientDescent(bowl, [4], {
    learningRate: 0.25,
    callback: ({ x, nit }) => {
      seen.push(x.item());
      return nit === 3;
    },
  });
  expect(seen).toEqual([2, 1, 0.5]);
  expect(found.status).toBe("stopped");
});

test("refuses bad options", () => {
  expect(() => gradientDescent(bowl, [4], { learningRate: 0 })).toThrow(ParameterError);
  expect(() => gradientDescent(bowl, [4], { learningRate: 1, momentum: -1 })).toThrow(
    ParameterError,
  );
});
