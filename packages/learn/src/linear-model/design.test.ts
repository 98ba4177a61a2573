import { RandomGenerator } from "@gradus/core";
import { randn, type Tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { expectAllClose } from "../testing/fixtures";
import { Design } from "./design";

const random = new RandomGenerator(7);
const near = randn([30, 4], { random, dtype: "float64" });
const other = randn([30, 2], { random, dtype: "float64" });
const W = randn([4, 2], { random, dtype: "float64" });

describe.each([
  ["near the origin", near.add(0.1)],
  ["far from the origin", near.add(1e4)],
] as const)("a design matrix %s", (_, X) => {
  const mean = X.mean(0);
  const written = X.sub(mean);
  const same = (actual: Tensor, expected: Tensor) => {
    expect(actual.shape).toEqual(expected.shape);
    expectAllClose(actual, [...expected.data()], { rtol: 1e-11 });
  };

  test("multiplies as if it were written out, also what is not centred", () => {
    same(new Design(X, mean).times(W), written.matmul(W));
    same(new Design(X, mean).transposedTimes(other), written.transpose().matmul(other));
  });

  test("has the Gram matrix of what is written out", () => {
    const design = new Design(X, mean);
    same(design.gram(), written.transpose().matmul(written));
    same(design.matrix(), written);
    expect(design.shape).toEqual([30, 4]);
  });
});

test.each([0.1, 1e4])(
  "a design matrix of float32 has float32's digits, %d from the origin",
  (far) => {
    const X32 = near.add(far).astype("float32");
    const X = X32.astype("float64");
    const mean = X.mean(0);
    const written = X.sub(mean);
    const design = new Design(X32, mean);
    const digits = { rtol: 1e-5, atol: 1e-5 * Math.max(1, far) };
    expectAllClose(
      design.transposedTimes(other),
      [...written.transpose().matmul(other).data()],
      digits,
    );
    expectAllClose(design.times(W), [...written.matmul(W).data()], { rtol: 1e-11, atol: 1e-9 });
    expectAllClose(design.gram(), [...written.transpose().matmul(written).data()], {
      rtol: 1e-5,
      atol: 1e-5,
    });
  },
);
