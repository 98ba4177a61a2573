import { LinAlgError, OutOfRangeError, ParameterError, ShapeError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import {
  cholesky,
  cond,
  cross,
  determinant,
  eye,
  full,
  GradientError,
  inner,
  inverse,
  kron,
  lstsq,
  lu,
  matmul,
  matrixExp,
  matrixNorm,
  matrixPower,
  matrixRank,
  multiDot,
  norm,
  ones,
  pinv,
  qr,
  slogdet,
  solve,
  tensor,
  tensordot,
  triangularSolve,
  vander,
  zeros,
} from "../index";
import type { Tensor } from "../tensor";
import { transposed } from "./batches";
import { largest, orders, orthogonalityError, randomMatrix, shapes } from "./invariants";
import { lowerTriangle, upperTriangle } from "./triangle";

const close = (a: Tensor, b: Tensor, size = 1) =>
  expect(largest(a.sub(b)) / Math.max(1, size)).toBeLessThan(2e-12);

describe("at every shape", () => {
  test.each(shapes)("A = P·L·U, %s", (_name, shape) => {
    const A = randomMatrix(shape);
    const { P, L, U } = lu(A);
    close(matmul(matmul(P, L), U), A);
    expect(largest(upperTriangle(L, 1))).toBe(0);
    expect(largest(lowerTriangle(U, -1))).toBe(0);
    expect(largest(L)).toBeLessThanOrEqual(1);
  });

  test.each(shapes)("A = Q·R, %s", (_name, shape) => {
    const A = randomMatrix(shape);
    for (const mode of ["reduced", "complete"] as const) {
      const { Q, R } = qr(A, { mode });
      close(matmul(Q, R), A);
      expect(orthogonalityError(Q)).toBeLessThan(1e-13);
      expect(largest(lowerTriangle(R, -1))).toBe(0);
    }
    const alone = qr(A, { mode: "r" });
    expect(largest(alone.R.sub(qr(A).R))).toBe(0);
    expect(alone.Q.shape).toEqual([...shape.slice(0, -1), 0]);
  });

  test.each(shapes)("A·A⁺·A = A, also of lower rank, %s", (_name, shape) => {
    const rank = Math.min(2, ...shape.slice(-2));
    for (const A of [randomMatrix(shape), randomMatrix(shape, rank)]) {
      const P = pinv(A);
      close(matmul(matmul(A, P), A), A, largest(P));
      close(matmul(matmul(P, A), P), P, largest(P) ** 2);
      const projection = matmul(A, P);
      close(projection, transposed(projection), largest(P));
    }
    const ranks = matrixRank(randomMatrix(shape, rank));
    expect(ranks.dtype).toBe("int32");
    for (const found of ranks.data()) expect(found).toBe(rank);
  });
});

describe("at every order", () => {
  test.each(orders)("solve, inverse, Cholesky and triangles, order %i", (n) => {
    const A = randomMatrix([2, n, n]).add(eye(n).mul(n));
    const B = randomMatrix([2, n, 5]);
    close(matmul(A, solve(A, B)), B);
    close(matmul(A, inverse(A)), eye(n));
    const S = matmul(A, transposed(A)).add(eye(n));
    const L = cholesky(S);
    close(matmul(L, transposed(L)), S, largest(S));
    for (const lower of [true, false]) {
      for (const transpose of [true, false]) {
        const T = lower ? lowerTriangle(A) : upperTriangle(A);
        const X = triangularSolve(A, B, { lower, transpose });
        close(matmul(transpose ? transposed(T) : T, X), B, largest(X) * n);
      }
    }
    const { sign, logAbsDet } = slogdet(A);
    const small = determinant(A.div(n + 1));
    close(sign.mul(logAbsDet.sub(n * Math.log(n + 1)).exp()), small);
  });
});

describe("what the edges give", () => {
  test("nothing: determinant 1, inverse empty, rank 0, norm 0", () => {
    expect(determinant(zeros([0, 0])).item()).toBe(1);
    expect(slogdet(zeros([0, 0])).logAbsDet.item()).toBe(0);
    expect(inverse(zeros([0, 0])).shape).toEqual([0, 0]);
    expect(solve(zeros([0, 0]), zeros([0, 2])).shape).toEqual([0, 2]);
    expect(matrixRank(zeros([0, 3])).item()).toBe(0);
    expect(matrixNorm(zeros([0, 3])).item()).toBe(0);
    expect(matrixExp(zeros([0, 0])).shape).toEqual([0, 0]);
    expect(pinv(zeros([3, 0])).shape).toEqual([0, 3]);
    expect(inverse(zeros([2, 0, 3, 3])).shape).toEqual([2, 0, 3, 3]);
  });

  test("a singular matrix: slogdet (0, −∞), infinite cond, rank by the cut", () => {
    const A = tensor([
      [1, 2],
      [2, 4],
    ]);
    const { sign, logAbsDet } = slogdet(A);
    expect([sign.item(), logAbsDet.item()]).toEqual([0, -Infinity]);
    expect(cond(A).item()).toBeGreaterThan(1e15);
    expect(cond(zeros([2, 2]).add(eye(2).mul(tensor([1, 0])))).item()).toBe(Infinity);
    expect(matrixRank(A.add(eye(2).mul(1e-10))).item()).toBe(2);
    expect(matrixRank(A.add(eye(2).mul(1e-10)), { rcond: 1e-8 }).item()).toBe(1);
  });

  test("float32 stays float32", () => {
    const A = tensor([2, 1, 1, 3], { shape: [2, 2], dtype: "float32" });
    const results = [inverse(A), lu(A).U, qr(A).Q, pinv(A), matrixExp(A), slogdet(A).logAbsDet];
    for (const result of [...results, cond(A), matrixPower(A, 3), determinant(A)]) {
      expect(result.dtype).toBe("float32");
    }
  });

  test("norms of every order", () => {
    const x = tensor([3, 0, -4]);
    const of = (ord: number) => norm(x, undefined, { ord }).item();
    expect([of(0), of(1), of(2), of(Infinity), of(-Infinity)]).toEqual([2, 7, 5, 4, 0]);
    expect(of(3)).toBeCloseTo(91 ** (1 / 3), 14);
    expect(norm(tensor([1e200, 1e200]), 0, { ord: 3 }).item() / 1e200).toBeCloseTo(
      2 ** (1 / 3),
      14,
    );
    expect(matrixNorm(ones([2, 3, 4]), { keepDims: true }).shape).toEqual([2, 1, 1]);
  });
});

describe("what does not fit", () => {
  const rectangle = ones([2, 3]);
  const singular = ones([2, 2]);

  test("shapes", () => {
    for (const f of [determinant, slogdet, inverse, matrixExp, cholesky]) {
      expect(() => f(rectangle)).toThrow(ShapeError);
    }
    for (const f of [lu, qr, pinv, matrixRank, matrixNorm, cond]) {
      expect(() => f(ones(3))).toThrow(/expected a matrix, or several along leading axes/);
    }
    expect(() => matrixPower(rectangle, 2)).toThrow(ShapeError);
    expect(() => cond(rectangle, { ord: 1 })).toThrow(ShapeError);
    expect(() => matrixNorm(zeros([0, 2]), { ord: Infinity })).toThrow(ShapeError);
    expect(() => solve(ones([2, 2, 2]), ones([3, 2, 1]))).toThrow(ShapeError);
    expect(() => cross(ones(2), ones(3))).toThrow(/length 3 along axis -1/);
    expect(() => tensordot(ones([2, 3]), ones([2, 3]))).not.toThrow();
    expect(() => tensordot(ones([2, 3]), ones([3, 2]))).toThrow(ShapeError);
    expect(() => tensordot(ones([2, 3]), ones([3, 2]), [[0, 1], [0]])).toThrow(ShapeError);
    expect(() => inner(ones([2, 3]), ones([3, 2]))).toThrow(ShapeError);
    expect(() => multiDot([ones(2), ones(2), ones(2)])).toThrow(ShapeError);
    expect(() => multiDot([ones([2, 3]), ones([2, 3])])).toThrow(ShapeError);
    expect(() => vander(rectangle)).toThrow(ShapeError);
  });

  test("parameters and axes", () => {
    expect(() => matrixPower(singular, 0.5)).toThrow(ParameterError);
    expect(() => matrixNorm(singular, { ord: 3 })).toThrow(ParameterError);
    expect(() => cond(eye(2), { ord: 3 })).toThrow(ParameterError);
    expect(() => pinv(singular, { rcond: -1 })).toThrow(ParameterError);
    expect(() => matrixRank(singular, { rcond: Number.NaN })).toThrow(ParameterError);
    expect(() => multiDot([singular])).toThrow(ParameterError);
    expect(() => tensordot(singular, singular, 1.5)).toThrow(ParameterError);
    expect(() => tensordot(singular, singular, 3)).toThrow(OutOfRangeError);
    expect(() => tensordot(singular, singular, [[2], [0]])).toThrow(OutOfRangeError);
    expect(() => cross(ones(3), ones(3), 1)).toThrow(OutOfRangeError);
    expect(() => vander(ones(3), { columns: -1 })).toThrow(ParameterError);
  });

  test("numbers", () => {
    for (const f of [pinv, matrixRank, cond, matrixExp]) {
      expect(() => f(full([2, 2], Number.NaN))).toThrow(LinAlgError);
    }
    expect(() => matrixPower(singular, -1)).toThrow(LinAlgError);
    expect(() => cond(singular, { ord: 1 })).toThrow(LinAlgError);
    expect(() => solve(ones([3, 2, 2]), ones(2))).toThrow(/no pivot in column 1/);
  });

  test("gradients that do not exist", () => {
    const x = ones([3, 2], { requiresGrad: true });
    expect(() => lu(x).L.sum().backward()).toThrow(GradientError);
    expect(() => lu(x).U.sum().backward()).toThrow(/lu: expected a square matrix/);
    expect(() => qr(x, { mode: "complete" }).Q.sum().backward()).toThrow(GradientError);
    expect(() => qr(x, { mode: "complete" }).R.sum().backward()).toThrow(/"reduced"/);
    const square = ones([2, 2], { requiresGrad: true });
    expect(() => lu(square).L.sum().backward()).toThrow(LinAlgError);
  });
});

test("diagonal, trace, inverse and determinant as methods, for several matrices", () => {
  const A = randomMatrix([2, 3, 3]);
  const second = A.at(1);
  close(A.diagonal().at(1), second.diagonal());
  close(A.trace().at(1), second.slice(0, 0).add(second.slice(1, 1)).add(second.slice(2, 2)));
  close(A.inverse().at(1), second.inverse());
  close(A.determinant().at(1), second.determinant());
});

test("a tall matrix needs no square one: 60,000 × 2", () => {
  const A = randomMatrix([60_000, 2]);
  const { Q, R } = qr(A);
  close(matmul(Q, R), A);
  close(matmul(pinv(A), A), eye(2));
});

test("kron and lstsq agree with their definitions", () => {
  const [A, B] = [randomMatrix([2, 3]), randomMatrix([4, 2])];
  const [X, Y] = [randomMatrix([3, 2]), randomMatrix([2, 5])];
  close(matmul(kron(A, B), kron(X, Y)), kron(matmul(A, X), matmul(B, Y)));
  const tall = randomMatrix([9, 4]);
  const b = randomMatrix([9, 2]);
  close(lstsq(tall, b).solution, matmul(pinv(tall), b));
  close(matrixExp(randomMatrix([3, 3]).mul(0)), eye(3));
});
