import { LinAlgError, ShapeError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { eigh, eigvalsh, eye, full, matmul, ones, tensor, zeros } from "../index";
import type { Tensor } from "../tensor";
import { transposed } from "./batches";
import { largest, orders, orthogonalityError, randomMatrix } from "./invariants";

function symmetric(n: number, spectrum: (i: number) => number): Tensor {
  const values = tensor(Float64Array.from({ length: n }, (_, i) => spectrum(i)));
  const Q = eigh(plus(randomMatrix([n, n]))).vectors;
  return plus(matmul(Q.mul(values), Q.transpose())).mul(0.5);
}

const plus = (A: Tensor) => A.add(transposed(A));

function expectDecomposition(A: Tensor): void {
  const { values, vectors } = eigh(A);
  const size = Math.max(largest(A), Number.MIN_VALUE);
  const residual = matmul(A, vectors).sub(vectors.mul(values.unsqueeze(-2)));
  expect(largest(residual) / size).toBeLessThan(3e-13);
  expect(orthogonalityError(vectors)).toBeLessThan(1e-13);
  expect(largest(eigvalsh(A).sub(values)) / size).toBeLessThan(3e-13);
  const list = Array.from(values.data());
  expect(list).toEqual([...list].sort((a, b) => a - b));
}

describe("eigh", () => {
  test.each(orders)("A·V = V·diag(values) with orthonormal V, order %i", (n) => {
    expectDecomposition(plus(randomMatrix([n, n])));
  });

  test.each<[string, (i: number) => number]>([
    ["a cluster", (i) => 1 + 1e-13 * i],
    ["rank 3", (i) => (i < 3 ? i + 1 : 0)],
    ["steps of ten", (i) => 10 ** (-i / 4)],
    ["repeated values", (i) => i % 4],
    ["huge numbers", (i) => (i + 1) * 1e300],
    ["tiny numbers", (i) => (i + 1) * 1e-300],
  ])("%s", (_name, spectrum) => {
    expectDecomposition(symmetric(60, spectrum));
  });

  test("the identity, zeros, and Wilkinson's nearly equal pairs", () => {
    expectDecomposition(eye(40));
    expectDecomposition(zeros([40, 40]));
    const n = 101;
    const entries = Float64Array.from({ length: n * n }, (_, k) => {
      const [i, j] = [Math.floor(k / n), k % n];
      if (i === j) return Math.abs(50 - i);
      return Math.abs(i - j) === 1 ? 1 : 0;
    });
    expectDecomposition(tensor(entries, { shape: [n, n] }));
  });

  test("several at once, and one triangle alone", () => {
    const A = plus(randomMatrix([2, 3, 5, 5]));
    const { values, vectors } = eigh(A);
    expect(values.shape).toEqual([2, 3, 5]);
    const again = matmul(vectors.mul(values.unsqueeze(-2)), transposed(vectors));
    expect(largest(again.sub(A))).toBeLessThan(1e-13);
    const lower = tensor([
      [2, 99],
      [1, 2],
    ]);
    expect(largest(eigh(lower).values.sub(tensor([1, 3])))).toBeLessThan(1e-15);
    expect(largest(eigvalsh(lower.transpose(), { upper: true }).sub(tensor([1, 3])))).toBeLessThan(
      1e-15,
    );
    expect(eigh(lower.astype("float32")).vectors.dtype).toBe("float32");
  });

  test("refuses what has no answer", () => {
    expect(() => eigh(ones([2, 3]))).toThrow(ShapeError);
    expect(() => eigvalsh(ones(3))).toThrow(ShapeError);
    for (const value of [Number.NaN, Infinity]) {
      expect(() => eigh(full([3, 3], value))).toThrow(LinAlgError);
      expect(() => eigvalsh(full([3, 3], value))).toThrow(/eigvalsh: expected finite numbers/);
    }
  });
});
