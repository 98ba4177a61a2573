import { LinAlgError, ParameterError, RandomGenerator, ShapeError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import {
  arange,
  complexAbs,
  complexMul,
  dot,
  eig,
  eigvals,
  eye,
  full,
  GradientError,
  matmul,
  noGrad,
  ones,
  outer,
  randomizedSvd,
  svd,
  tensor,
  zeros,
} from "../index";
import type { Tensor } from "../tensor";
import { largest, orders, orthogonalityError, randomMatrix } from "./invariants";

function expectDecomposition(A: Tensor, tolerance = 1e-12): void {
  const { values, vectors } = eig(A);
  const size = Math.max(largest(A), Number.MIN_VALUE);
  const scaled = complexMul(vectors, {
    real: values.real.unsqueeze(-2),
    imaginary: values.imaginary.unsqueeze(-2),
  });
  const residual = complexAbs({
    real: matmul(A, vectors.real).sub(scaled.real),
    imaginary: matmul(A, vectors.imaginary).sub(scaled.imaginary),
  });
  expect(largest(residual) / size).toBeLessThan(tolerance);
  const lengths = vectors.real.square().add(vectors.imaginary.square()).sum(-2);
  expect(largest(lengths.sub(1))).toBeLessThan(1e-14);
  const again = eigvals(A);
  expect(largest(again.real.sub(values.real)) / size).toBeLessThan(tolerance);
  expect(largest(again.imaginary.sub(values.imaginary)) / size).toBeLessThan(tolerance);
}

describe("eig", () => {
  test("a nilpotent matrix of rank 1, whose blocks of two are nearly defective", () => {
    const u = tensor([-2, -2, 2, 1, -1, 3, 1, -3, 3, 1, -1, 2, -1, -2, -1, 1, 3, -3, 0, 0]);
    const v = tensor([2, 3, 1, -3, -1, -3, -1, -3, -2, 0, -3, -1, -1, -3, 0, 0, 3, 0, 0, 0]);
    expect(dot(u, v).item()).toBe(0);
    expectDecomposition(outer(u, v));
  });

  test("rank 1, where what is left shrinks step by step below the smallest number", () => {
    for (const n of [40, 60, 120]) {
      const [u, v] = [arange(n).mod(5).sub(3), arange(n).mod(9).sub(2)];
      const A = outer(u, v);
      expectDecomposition(A);
      expect(complexAbs(eigvals(A)).max().item()).toBeCloseTo(Math.abs(dot(u, v).item()), 9);
    }
  });

  test.each(orders)("A·V = V·diag(values), order %i", (n) => {
    expectDecomposition(randomMatrix([n, n]));
    expectDecomposition(randomMatrix([2, n, n]));
    const A = randomMatrix([n, n]);
    expectDecomposition(A.add(A.transpose()));
    expectDecomposition(A.sub(A.transpose()));
    expectDecomposition(randomMatrix([n, n], Math.min(n, 2)));
  });

  test("zeros, the identity, a permutation, a Jordan block, badly scaled rows", () => {
    expectDecomposition(zeros([4, 4]));
    expectDecomposition(eye(5));
    expectDecomposition(eye(6).take([1, 2, 3, 4, 5, 0]));
    expectDecomposition(
      tensor([
        [1, 1, 0],
        [0, 1, 1],
        [0, 0, 1],
      ]),
      1e-10,
    );
    const D = tensor([1e8, 1, 1e-8, 1e4]);
    expectDecomposition(randomMatrix([4, 4]).mul(D).div(D.unsqueeze(1)));
  });

  test("roots of a polynomial from its companion matrix", () => {
    // (x − 1)(x − 2)(x² + 1) = x⁴ − 3x³ + 3x² − 3x + 2
    const companion = tensor([
      [3, -3, 3, -2],
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
    ]);
    const { real, imaginary } = eigvals(companion);
    const found = Array.from(real.data(), (x, i) => [x, imaginary.data()[i]!] as const);
    found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const expected = [
      [0, -1],
      [0, 1],
      [1, 0],
      [2, 0],
    ];
    found.sort((a, b) => (Math.abs(a[0] - b[0]) < 1e-9 ? a[1] - b[1] : a[0] - b[0]));
    found.forEach(([x, y], i) => {
      expect(x).toBeCloseTo(expected[i]![0]!, 13);
      expect(y).toBeCloseTo(expected[i]![1]!, 13);
    });
  });

  test("refuses what has no answer", () => {
    expect(() => eig(ones([2, 3]))).toThrow(ShapeError);
    expect(() => eigvals(ones(2))).toThrow(ShapeError);
    expect(() => eig(full([2, 2], Number.NaN))).toThrow(LinAlgError);
    expect(() => eigvals(full([2, 2], Infinity))).toThrow(/eigvals: expected finite numbers/);
    const x = ones([2, 2], { requiresGrad: true });
    expect(() => eig(x)).toThrow(GradientError);
    expect(() => eigvals(x)).toThrow(/use eigh/);
    expect(noGrad(() => eig(x)).values.real.requiresGrad).toBe(false);
  });
});

describe("randomizedSvd", () => {
  const A = randomMatrix([60, 6])
    .matmul(randomMatrix([6, 40]))
    .add(randomMatrix([60, 40]).mul(1e-6));

  test("finds the leading singular values and orthonormal vectors", () => {
    const { U, S, Vh } = randomizedSvd(A, 5);
    expect(largest(S.sub(svd(A).S.slice([0, 5])))).toBeLessThan(1e-10);
    expect(orthogonalityError(U)).toBeLessThan(1e-13);
    expect(orthogonalityError(Vh.transpose())).toBeLessThan(1e-13);
    expect([U.shape, Vh.shape]).toEqual([
      [60, 5],
      [5, 40],
    ]);
  });

  test("the same seed gives the same numbers", () => {
    const run = () => randomizedSvd(A, 3, { random: new RandomGenerator(7), powerIterations: 0 }).S;
    expect(run().toArray()).toEqual(run().toArray());
    expect(randomizedSvd(A.astype("float32"), 3).U.dtype).toBe("float32");
  });

  test("refuses what does not fit", () => {
    expect(() => randomizedSvd(ones(3), 1)).toThrow(ShapeError);
    expect(() => randomizedSvd(A, 41)).toThrow(/expected a matrix of 41 rows and columns/);
    expect(() => randomizedSvd(A, 0)).toThrow(ParameterError);
    expect(() => randomizedSvd(A, 1, { oversampling: -1 })).toThrow(ParameterError);
    expect(() => randomizedSvd(A, 1, { powerIterations: 0.5 })).toThrow(ParameterError);
    expect(() => randomizedSvd(full([3, 3], Number.NaN), 1)).toThrow(LinAlgError);
  });
});
