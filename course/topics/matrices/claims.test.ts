import { loadAmes } from "@gradus/data";
import {
  cond,
  determinant,
  eye,
  inverse,
  matrixRank,
  solve,
  type Tensor,
  tensor,
} from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);
const rows = (A: Tensor) => A.toArray<number[][]>();

const button = tensor([
  [3, -1],
  [1, 1],
]);
const quarter = tensor([
  [0, -1],
  [1, 0],
]);

describe("what the lesson says is so", () => {
  test("the button of the lesson", () => {
    says("It goes to $(3, 1)$: the first column");
    expect(button.matmul(tensor([1, 0])).toArray()).toEqual([3, 1]);
    expect(button.matmul(tensor([0, 1])).toArray()).toEqual([-1, 1]);
    says("The click hit the point $(1, 2)$");
    expect(solve(button, tensor([1, 3])).toArray()).toEqual([1, 2]);
    says("\\begin{pmatrix} 0.25 & 0.25 \\\\ -0.25 & 0.75 \\end{pmatrix}");
    expect(rows(inverse(button))).toEqual([
      [0.25, 0.25],
      [-0.25, 0.75],
    ]);
    says("The button's transform has $\\det A = 4$");
    expect(determinant(button).item()).toBeCloseTo(4, 12);
  });

  test("the product by hand, and its other order", () => {
    says("\\begin{pmatrix} -1 & -3 \\\\ 1 & -1 \\end{pmatrix}");
    expect(rows(button.matmul(quarter))).toEqual([
      [-1, -3],
      [1, -1],
    ]);
    says("Is $RA$ the same?");
    expect(rows(quarter.matmul(button))).not.toEqual(rows(button.matmul(quarter)));
  });

  test("the floors of most houses have rank 2", async () => {
    says("the living area of most houses is the first floor plus the second");
    const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
    const plain = homes.filter((h) => h.Gr_Liv_Area === h.First_Flr_SF + h.Second_Flr_SF);
    expect(plain.nRows / homes.nRows).toBeGreaterThan(0.9);
    says("Three columns, two directions");
    const floors = plain.select("Gr_Liv_Area", "First_Flr_SF", "Second_Flr_SF").toTensor();
    expect(matrixRank(floors).item()).toBe(2);
  });

  test("20! is more than 10¹⁸", () => {
    says("more than $10^{18}$ for 20 rows");
    const products = Array.from({ length: 20 }, (_, i) => i + 1).reduce((n, i) => n * i, 1);
    expect(products).toBeGreaterThan(1e18);
  });

  test("16.8 million multiplications", () => {
    says("16.8 million multiplications");
    expect(256 ** 3 / 1e6).toBeCloseTo(16.8, 1);
  });

  test("determinants do not warn", () => {
    const skew = tensor([
      [1, Math.tan((89 * Math.PI) / 180)],
      [0, 1],
    ]);
    says("The skew has determinant 1");
    expect(determinant(skew).item()).toBe(1);
    expect(cond(skew).item()).toBeGreaterThan(1000);
    says("has a determinant of $10^{-20}$");
    const small = eye(10).mul(0.01);
    expect(determinant(small).item() / 1e-20).toBeCloseTo(1, 9);
    expect(cond(small).item()).toBeCloseTo(1, 9);
    says("The third has rank 2 and _no_ inverse");
    const oneToNine = tensor([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    expect(matrixRank(oneToNine).item()).toBe(2);
    says("about $7 \\cdot 10^{-16}$");
    expect(Math.abs(determinant(oneToNine).item() * 1e16)).toBeCloseTo(6.66, 1); // the sign is the build's
    says("one pixel on the screen is 57 on the button");
    expect(
      inverse(skew)
        .matmul(tensor([0, 1]))
        .norm()
        .item(),
    ).toBeCloseTo(57.3, 1);
  });
});
