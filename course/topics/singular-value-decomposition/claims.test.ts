import { RandomGenerator } from "@gradus/core";
import { initialParams } from "@gradus/course-kit";
import { loadAmes, loadPagoda } from "@gradus/data";
import { corrcoef, eigvalsh, eye, matmul, permutation, svdvals, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import compression from "./figures/compression";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);
const picture = await loadPagoda();
const values = svdvals(picture).toArray<number[]>();
const missed = (s: readonly number[], k: number) =>
  Math.sqrt(s.slice(k).reduce((sum, value) => sum + value ** 2, 0) / picture.size);

describe("what the lesson says is so", () => {
  test("96 rows of 144 pixels, 13,824 numbers, fewer with up to 57 layers", () => {
    says("96 rows of 144 pixels");
    says("a matrix with 13,824 numbers");
    expect([...picture.shape, picture.size]).toEqual([96, 144, 13824]);
    says("from rank 58 on, the layers take more numbers than the photograph");
    expect(57 * 241).toBeLessThan(13824);
    expect(58 * 241).toBeGreaterThan(13824);
  });

  test("the values fall from the mean brightness by a factor of several thousand", () => {
    says("The first value is more than five times the second: it is mostly the mean brightness");
    expect(values[0]! / values[1]!).toBeGreaterThan(5);
    expect((picture.mean().item() * Math.sqrt(picture.size)) / values[0]!).toBeGreaterThan(0.9);
    says("by a factor of several thousand in all");
    expect(values[0]! / values[95]!).toBeGreaterThan(3000);
  });

  test("twenty layers: 35 % of the numbers, 11 greys, 58 once shuffled", () => {
    says("Twenty layers take 35 % of the numbers, and a pixel is typically off by 11 of 255 greys");
    expect((20 * 241) / picture.size).toBeCloseTo(0.35, 2);
    expect(Math.round(missed(values, 20))).toBe(11);
    says("Twenty layers now miss a pixel by 58 greys");
    const order = permutation(picture.size, { random: new RandomGenerator(1) });
    const shuffled = picture.reshape([picture.size]).take(order, 0).reshape(picture.shape);
    expect(Math.round(missed(svdvals(shuffled).toArray<number[]>(), 20))).toBe(58);
  });

  test("a pencil's matrix, and the trap of its square", () => {
    says("\\sigma_1 = \\sqrt{45} \\approx 6.71$ and $\\sigma_2 = \\sqrt5 \\approx 2.24");
    const s = svdvals(
      tensor([
        [3, 0],
        [4, 5],
      ]),
    ).toArray();
    expect(s).toEqual([expect.closeTo(6.71, 2), expect.closeTo(2.24, 2)]);
    says("What comes out is 15 times too large");
    const B = tensor([
      [1, 1],
      [1e-9, 0],
      [0, 1e-9],
    ]);
    expect(svdvals(B).at(1).item()).toBeCloseTo(1e-9, 20);
    const squares = eigvalsh(matmul(B.transpose(), B)).toArray<number[]>();
    expect(Math.sqrt(squares[0]!) / 1e-9).toBeCloseTo(15, 0);
  });

  test("a diagonal line has 60 equal values; a sum of columns leaves a rounding error", () => {
    says("Along the diagonal all 60 values are equal");
    expect(svdvals(eye(60)).toArray()).toEqual(new Array(60).fill(1));
    says("the third value is not 0 but a rounding error below $10^{-16}$");
    const table = tensor([
      [0.1, 0.2, 0.3],
      [0.4, 0.5, 0.9],
      [0.7, 0.8, 1.5],
    ]);
    const least = svdvals(table).at(2).item();
    expect(least).toBeGreaterThan(0);
    expect(least).toBeLessThan(1e-16);
  });

  test("the squares over n are the eigenvalues of the correlations", async () => {
    says("$\\sigma_i^2 / n$ are the eigenvalues of the correlations");
    const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
    const X = homes.select("Gr_Liv_Area", "Total_Bsmt_SF", "Garage_Area", "Year_Built").toTensor();
    const Z = X.sub(X.mean(0)).div(X.std(0));
    const squares = svdvals(Z).square().div(homes.nRows).toArray<number[]>();
    const found = eigvalsh(corrcoef(X.transpose())).toArray<number[]>();
    for (const [i, value] of [...found].reverse().entries())
      expect(squares[i]).toBeCloseTo(value, 9);
  });
});

describe("the figure", () => {
  const at = (rank: number, show?: string) => {
    const start = initialParams(compression.controls);
    const params = { ...start, rank, show: show ?? start.show };
    return { data: compression.model(params), params };
  };

  test("all layers are the photograph, and k layers miss what is forecast", () => {
    const rows = picture.toArray<number[][]>();
    const all = at(96).data;
    expect(all.shown[50]![70]).toBeCloseTo(rows[50]![70]!, 9);
    expect(at(20).data.error).toBeCloseTo(missed(values, 20), 9);
    const rest = at(20, "what is missing").data.shown;
    const square = rest.flat().reduce((sum, value) => sum + value ** 2, 0) / picture.size;
    expect(Math.sqrt(square)).toBeCloseTo(missed(values, 20), 9);
  });

  test("layers add up, and the words say when they no longer save anything", () => {
    const alone = at(3, "layer k alone").data.shown;
    const difference = at(3).data.shown[40]![60]! - at(2).data.shown[40]![60]!;
    expect(alone[40]![60]).toBeCloseTo(difference, 9);
    const { data, params } = at(60);
    expect(compression.describe(data, params)).toContain("more than the 13,824");
    const few = at(20);
    expect(compression.describe(few.data, few.params)).toContain("34.9 % of the 13,824");
  });
});
