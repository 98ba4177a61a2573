import { loadAmes } from "@gradus/data";
import {
  gradientDescent,
  minimize,
  projectedGradientDescent,
  projectOntoSimplex,
} from "@gradus/stats";
import { type Tensor, tensor, zeros } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);

const error = tensor([90, 40, 60, 2]);
const fall = tensor([80, 12, 35, 10]);
const pictures = (kB: Tensor) => error.mul(kB.div(fall).neg().exp()).sum();
const split = (total: number) =>
  projectedGradientDescent(pictures, [50, 50, 50, 50], {
    project: (kB) => projectOntoSimplex(kB, total),
    tolerance: 1e-9,
  });

describe("what the lesson says is so", () => {
  test("40.81 in proportion, 38.81 at best, nothing for the icon", () => {
    says("Can you beat 40.81?");
    expect(pictures(error.mul(200 / 192)).item()).toBeCloseTo(40.81, 2);
    says("So 38.81 is the best there is, and the icon gets nothing");
    const found = split(200);
    expect(found.fun).toBeCloseTo(38.81, 2);
    expect(found.x.at(3).item()).toBe(0);
    says("Three slopes are equal to the last digit");
    const slopes = found.jac.toArray<number[]>();
    expect(slopes[1]!).toBeCloseTo(slopes[0]!, 6);
    expect(slopes[2]!).toBeCloseTo(slopes[0]!, 6);
    says("the icon's very first kilobyte would help less, 0.2,");
    expect(slopes[3]!).toBeCloseTo(-0.2, 9);
    expect(slopes[0]!).toBeLessThan(-0.2);
    says("By the multiplier, nearly");
    const saved = found.fun - split(201).fun;
    expect(saved).toBeLessThan(-slopes[0]!);
    expect(saved).toBeGreaterThan(-0.98 * slopes[0]!);
  });

  test("Newton by hand", () => {
    says("the slope is $0.718$ and the curvature $2.718$, so $w = 1 - 0.264 = 0.736$");
    expect(Math.E - 2).toBeCloseTo(0.718, 3);
    expect((Math.E - 2) / Math.E).toBeCloseTo(0.264, 3);
    says("The bottom is at $\\ln 2 = 0.693$");
    expect(Math.log(2).toFixed(3)).toBe("0.693");
  });

  test("the same loss to six digits, by 6 steps and by 786", async () => {
    const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
    const raw = homes
      .select("Gr_Liv_Area", "First_Flr_SF", "Total_Bsmt_SF", "Garage_Area", "Year_Built")
      .toTensor();
    const X = raw.sub(raw.mean(0)).div(raw.std(0));
    const isDear = homes.column("Sale_Price").toTensor().greater(200_000);
    const sign = isDear.astype("float64").mul(2).sub(1);
    const loss = (w: Tensor) => {
      const score = X.matmul(w.slice([1])).add(w.at(0));
      return score.mul(sign).neg().softplus().mean().add(w.square().sum().mul(1e-4));
    };
    says("Newton needs 6 steps, and gradient descent 786");
    const newton = minimize(loss, zeros(6), { method: "newton" });
    expect(newton.nit).toBe(6);
    const plain = gradientDescent(loss, zeros(6), { learningRate: 1, maxIterations: 5000 });
    expect(plain.nit).toBe(786);
    says("All four agree on the loss to six digits");
    for (const method of ["bfgs", "l-bfgs"] as const) {
      expect(minimize(loss, zeros(6), { method }).fun).toBeCloseTo(newton.fun, 6);
    }
    expect(plain.fun).toBeCloseTo(newton.fun, 6);
  });

  test("KKT by hand", () => {
    says("this gives $x = 2$, $y = 1$ and $\\lambda = 2$");
    const fun = (p: Tensor) =>
      p
        .sub(tensor([3, 2]))
        .square()
        .sum();
    const found = projectedGradientDescent(fun, [0, 0], {
      project: (p) => projectOntoSimplex(p, 3),
      tolerance: 1e-10,
    });
    expect(
      found.x
        .sub(tensor([2, 1]))
        .abs()
        .max()
        .item(),
    ).toBeLessThan(1e-8);
    expect(found.jac.add(2).abs().max().item()).toBeLessThan(1e-8);
  });
});
