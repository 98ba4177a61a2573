import { loadAmes } from "@gradus/data";
import { gradientDescent, minimize } from "@gradus/stats";
import { eigvalsh, hessian, type Tensor, tensor, zeros } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);

const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
const raw = homes
  .select("Gr_Liv_Area", "First_Flr_SF", "Total_Bsmt_SF", "Garage_Area", "Year_Built")
  .toTensor();
const X = raw.sub(raw.mean(0)).div(raw.std(0));
const price = homes.column("Sale_Price").toTensor().div(1000);
const y = price.sub(price.mean());
const loss = (w: Tensor) => X.matmul(w).sub(y).square().mean();
const curvatures = eigvalsh(
  X.transpose()
    .matmul(X)
    .mul(2 / X.shape[0]!),
).toArray<number[]>();
const [mu, L] = [curvatures[0]!, curvatures.at(-1)!];

/** The loss after some steps from 0. */
const after = (learningRate: number, maxIterations: number) =>
  gradientDescent(loss, zeros(5), { learningRate, maxIterations, tolerance: 0 }).fun;

describe("what the lesson says is so", () => {
  test("2,413 houses; the loop explodes", () => {
    says("which is fine for 2,413 houses");
    expect(X.shape).toEqual([2413, 5]);
    says("it grows more than two hundred times from each line to the next");
    const losses = [0, 5, 10, 15].map((nSteps) => after(0.5, nSteps));
    for (let i = 1; i < 4; i++) expect(losses[i]! / losses[i - 1]!).toBeGreaterThan(200);
  });

  test("the edge lies between 0.34 and 0.36, at 0.3595", () => {
    says("the edge lies at 0.3595");
    expect(2 / L).toBeCloseTo(0.3595, 4);
    says("Something happens between 0.34 and 0.36");
    says("200 steps lead to a loss higher than that of the start");
    const start = after(0.1, 0);
    expect(after(0.34, 200)).toBeLessThan(start / 4);
    expect(after(0.36, 200)).toBeGreaterThan(start);
    says("at 0.4 it has 39 digits");
    expect(Math.floor(Math.log10(after(0.4, 200))) + 1).toBe(39);
  });

  test("125, 41 and 17 steps to the same loss, and a fourth that does not pretend", () => {
    says("with 125, 41 and 17 steps");
    const [a, b] = [Math.sqrt(L), Math.sqrt(mu)];
    const found = [
      gradientDescent(loss, zeros(5), { learningRate: 2 / (L + mu) }),
      gradientDescent(loss, zeros(5), {
        learningRate: 4 / (a + b) ** 2,
        momentum: ((a - b) / (a + b)) ** 2,
      }),
      minimize(loss, zeros(5)),
    ];
    expect(found.map(({ nit }) => nit)).toEqual([125, 41, 17]);
    for (const { fun } of found) expect(fun).toBeCloseTo(found[0]!.fun, 6);
    says("its `status` says what happened");
    expect(gradientDescent(loss, zeros(5), { learningRate: 0.5 }).status).toBe("diverged");
  });

  test("a condition number of 100", () => {
    says("For $\\kappa = 100$ the factor is 0.98, and it takes about 115 steps");
    const factor = 99 / 101;
    expect(factor).toBeCloseTo(0.98, 3);
    expect(Math.log(0.1) / Math.log(factor)).toBeCloseTo(115, 0);
    says("for $\\kappa = 100$ it is 0.82 instead of 0.98");
    expect(9 / 11).toBeCloseTo(0.82, 2);
  });

  test("curvature 12 across: the edge is 0.1667", () => {
    says("$2/12$ is 0.1667");
    expect(2 / 12).toBeCloseTo(0.1667, 4);
  });

  test("the walls of Rosenbrock's valley are more than two thousand times as curved as its floor", () => {
    says("more than two thousand times as curved as its floor");
    const valley = (p: Tensor) => {
      const [a, b] = [p.at(0), p.at(1)];
      return a.neg().add(1).square().add(b.sub(a.square()).square().mul(100));
    };
    const [floor, wall] = eigvalsh(hessian(valley)(tensor([1, 1]))).toArray<number[]>();
    expect(wall! / floor!).toBeGreaterThan(2000);
  });

  test("w⁴ with the rate 0.1 is lost beyond 2.24", () => {
    says("beyond 2.24");
    const ends = [2.2, 2.3].map((w) => {
      let at = w;
      for (let step = 0; step < 20; step++) at -= 0.4 * at ** 3;
      return Math.abs(at);
    });
    expect(Math.sqrt(5)).toBeCloseTo(2.24, 2);
    expect(ends[0]).toBeLessThan(1);
    expect(ends[1]).toBeNaN();
  });
});
