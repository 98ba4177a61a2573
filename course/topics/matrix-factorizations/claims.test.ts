import { loadAmes } from "@gradus/data";
import {
  cholesky,
  choleskySolve,
  cond,
  corrcoef,
  cov,
  lu,
  qr,
  stack,
  type Tensor,
  tensor,
  triangularSolve,
} from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);
const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");

describe("what the lesson says is so", () => {
  test("elimination by hand", () => {
    says("c_3 &= 24 - 4 \\cdot 4 - 3 \\cdot 2 = 2");
    const L = tensor([
      [1, 0, 0],
      [2, 1, 0],
      [4, 3, 1],
    ]);
    const U = tensor([
      [2, 1, 1],
      [0, 1, 1],
      [0, 0, 2],
    ]);
    expect(L.matmul(U).toArray()).toEqual([
      [2, 1, 1],
      [4, 3, 3],
      [8, 7, 9],
    ]);
    const c = triangularSolve(L, tensor([4, 10, 24]));
    expect(c.toArray()).toEqual([4, 2, 2]);
    expect(triangularSolve(U, c, { lower: false }).toArray()).toEqual([1, 1, 1]);
  });

  test("one factorization costs as much as 133 solutions", () => {
    says("one factorization costs as much as 133 solutions");
    expect(((2 / 3) * 400 ** 3) / (2 * 400 ** 2)).toBeCloseTo(133.3, 1);
  });

  test("no multiplier is above 1 in size", () => {
    const { L } = lu(
      tensor([
        [2, 1, 1],
        [4, 3, 3],
        [8, 7, 9],
      ]),
    );
    expect(L.abs().max().item()).toBe(1);
  });

  test("the square root by hand, and an energy below zero", () => {
    says("L_{22} = \\sqrt{5 - 1} = 2");
    const S = tensor([
      [4, 2],
      [2, 5],
    ]);
    expect(cholesky(S).toArray()).toEqual([
      [2, 0],
      [1, 2],
    ]);
    says("4 - 12 + 5 = -3");
    const saddle = tensor([
      [4, 6],
      [6, 5],
    ]);
    const x = tensor([1, -1]);
    expect(x.dot(saddle.matmul(x)).item()).toBe(-3);
  });

  test("2,413 houses; prices rise with area", () => {
    says("2,413 rows, a few columns");
    expect(homes.nRows).toBe(2413);
    says("Then $Lz$ has the covariance");
    const X = homes.select("Gr_Liv_Area", "Sale_Price").toTensor();
    const C = cov(X.transpose());
    const L = cholesky(C);
    expect(L.matmul(L.transpose()).sub(C).abs().max().div(C.max()).item()).toBeLessThan(1e-14);
    expect(corrcoef(X.transpose()).at(0).at(1).item()).toBeGreaterThan(0.7);
  });

  test("Q and R by hand, up to sign", () => {
    says("What is left is $(1, 2) - 2.2\\,(0.6, 0.8) = (-0.32, 0.24)$, of length 0.4");
    expect(Math.hypot(1 - 2.2 * 0.6, 2 - 2.2 * 0.8)).toBeCloseTo(0.4, 12);
    const { Q, R } = qr(
      tensor([
        [3, 1],
        [4, 2],
      ]),
    );
    says("the first column of $Q$ and the first row of $R$ have other signs");
    const expected = [-0.6, -0.8, -0.8, 0.6];
    Q.toArray<number[][]>()
      .flat()
      .forEach((q, i) => {
        expect(q).toBeCloseTo(expected[i]!, 12);
      });
    expect(R.at(0).at(0).item()).toBeCloseTo(-5, 12);
  });

  test("feet and metres: QR keeps the digits that the normal equations lose", () => {
    const feet = homes.column("Gr_Liv_Area").toTensor();
    const metres = feet.mul(0.09290304).mul(1e4).round().div(1e4);
    const A = stack([feet, metres], 1);
    const y = A.matmul(tensor([50, 700]));
    const off = (w: Tensor) =>
      w
        .sub(tensor([50, 700]))
        .abs()
        .max()
        .item();
    const { Q, R } = qr(A);
    says("QR finds them to a millionth of a dollar");
    expect(off(triangularSolve(R, Q.transpose().matmul(y), { lower: false }))).toBeLessThan(1e-6);
    says("The normal equations are off by dollars");
    const At = A.transpose();
    expect(off(choleskySolve(At.matmul(A), At.matmul(y)))).toBeGreaterThan(1);
    says("cannot pay twice 7");
    expect(Math.floor(Math.log10(cond(A).item()))).toBe(7);
  });
});
