import { LinAlgError, ShapeError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import {
  arange,
  eye,
  full,
  GradientError,
  matmul,
  ones,
  outer,
  qr,
  svd,
  svdvals,
  tensor,
  zeros,
} from "../index";
import type { Tensor } from "../tensor";
import { transposed } from "./batches";
import { largest, orthogonalityError, randomMatrix, shapes } from "./invariants";

function expectDecomposition(A: Tensor): void {
  const size = Math.max(largest(A), Number.MIN_VALUE);
  const k = Math.min(...A.shape.slice(-2));
  for (const fullMatrices of [false, true]) {
    const { U, S, Vh } = svd(A, { fullMatrices });
    const batch = A.shape.slice(0, -2).map(() => null);
    const thinU = U.slice(...batch, null, [0, k]).mul(S.unsqueeze(-2));
    const again = matmul(thinU, Vh.slice(...batch, [0, k]));
    expect(largest(again.sub(A)) / size).toBeLessThan(1e-13);
    expect(orthogonalityError(U)).toBeLessThan(1e-13);
    expect(orthogonalityError(transposed(Vh))).toBeLessThan(1e-13);
    expect(largest(svdvals(A).sub(S)) / size).toBeLessThan(1e-13);
    if (A.ndim > 2) continue;
    const list = Array.from(S.data());
    expect(list).toEqual([...list].sort((a, b) => b - a));
    expect(Math.min(0, ...list)).toBe(0);
    const sides = fullMatrices ? A.shape : [k, k];
    expect([U.shape, Vh.shape]).toEqual([
      [A.shape[0], sides[0]],
      [sides[1], A.shape[1]],
    ]);
  }
}

describe("svd", () => {
  test.each(shapes)("A = U·diag(S)·Vh with orthonormal U and V, %s", (_name, shape) => {
    expectDecomposition(randomMatrix(shape));
  });

  test("rank 1, where what is left shrinks step by step below the smallest number", () => {
    const rank1 = (n: number) => outer(arange(n).mod(7).sub(3), arange(n).mod(5).sub(2));
    for (const n of [40, 80, 120]) {
      const A = rank1(n);
      expectDecomposition(A);
      const { Q, R } = qr(A);
      expect(largest(matmul(Q, R).sub(A))).toBeLessThan(1e-13 * n);
      expect(orthogonalityError(Q)).toBeLessThan(1e-13);
    }
    const tiny = qr(tensor([[3e-310], [4e-310]])).R.item();
    expect(Math.abs(tiny / 5e-310)).toBeCloseTo(1, 9);
  });

  test("matrices of low rank, zeros, the identity, huge and tiny numbers", () => {
    expectDecomposition(randomMatrix([30, 20], 2));
    expectDecomposition(randomMatrix([20, 70], 3));
    expectDecomposition(zeros([6, 4]));
    expectDecomposition(eye(20));
    expectDecomposition(randomMatrix([9, 5]).mul(1e300));
    expectDecomposition(randomMatrix([9, 5]).mul(1e-300));
  });

  test("small singular values stay accurate to 1e-14 of the largest", () => {
    const n = 40;
    const { U, Vh } = svd(randomMatrix([n, n]));
    const S = tensor(Float64Array.from({ length: n }, (_, i) => 10 ** (-i / 3)));
    expect(largest(svdvals(matmul(U.mul(S), Vh)).sub(S))).toBeLessThan(1e-14);
  });

  test("a graded triangle keeps its small singular values to relative accuracy", () => {
    // The singular values of diag(10⁻ⁱ)·T for unit bidiagonal T, by the determinant: their product is Π 10⁻ⁱ.
    const n = 12;
    const entries = Float64Array.from({ length: n * n }, (_, k) => {
      const [i, j] = [Math.floor(k / n), k % n];
      return i === j || j === i + 1 ? 10 ** -i : 0;
    });
    const S = svdvals(tensor(entries, { shape: [n, n] }));
    const logs = S.log().sum().item() / Math.LN10;
    expect(logs).toBeCloseTo(-66, 10);
  });

  test("float32 in, float32 out", () => {
    const { U, S, Vh } = svd(randomMatrix([5, 3]).astype("float32"));
    expect([U.dtype, S.dtype, Vh.dtype]).toEqual(["float32", "float32", "float32"]);
  });

  test("refuses what has no answer", () => {
    expect(() => svd(ones(3))).toThrow(ShapeError);
    expect(() => svd(full([2, 3], Number.NaN))).toThrow(LinAlgError);
    expect(() => svdvals(full([3, 2], Infinity))).toThrow(/svdvals: expected finite numbers/);
    const x = ones([3, 2], { requiresGrad: true });
    expect(() => svd(x, { fullMatrices: true }).U.sum().backward()).toThrow(GradientError);
    expect(() => svd(x, { fullMatrices: true }).Vh.sum().backward()).toThrow(/thin form/);
  });
});
