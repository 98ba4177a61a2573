import { loadAmes } from "@gradus/data";
import { grad, type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { gradient, signal } from "./hall";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);

describe("what the lesson says is so", () => {
  test("to the left it rises nearly twice as fast as down", () => {
    says("a metre to the left gains nearly twice as much as a metre down");
    says("Both signs are negative");
    const [alongX, alongY] = gradient([30, 32]);
    expect(alongX).toBeLessThan(0);
    expect(alongY).toBeLessThan(0);
    expect(alongX / alongY).toBeGreaterThan(1.7);
    expect(alongX / alongY).toBeLessThan(2);
  });

  test("the signal is level at three places, the middle one a saddle", () => {
    says("There are three such places; one is not at an access point");
    const level = new Set<string>();
    // Newton's method from everywhere: where both slopes are zero, up to a centimetre.
    for (let x = 2; x < 60; x += 4)
      for (let y = 2; y < 40; y += 4) {
        let [a, b] = [x, y];
        for (let i = 0; i < 30 && Math.hypot(a - 30, b - 20) < 100; i++) {
          const h = 1e-4;
          const [gx, gy] = gradient([a, b]);
          const [xx, xy] = gradient([a + h, b]).map((v, k) => (v - [gx, gy][k]!) / h) as [
            number,
            number,
          ];
          const yy = (gradient([a, b + h])[1] - gy) / h;
          const det = xx * yy - xy * xy;
          [a, b] = [a - (yy * gx - xy * gy) / det, b - (xx * gy - xy * gx) / det];
        }
        const inside = a > 0 && a < 60 && b > 0 && b < 40;
        if (inside && Math.hypot(...gradient([a, b])) < 1e-6)
          level.add(`${a.toFixed(0)}, ${b.toFixed(0)}`);
      }
    expect(level.size).toBe(3);
    says("uphill to both sides and downhill to the others");
    expect(signal([30.5 - 3, 20 + (16 * 3) / 31])).toBeGreaterThan(signal([30.5, 20]));
    expect(signal([30.5 + (16 * 3) / 31, 20 + 3])).toBeLessThan(signal([30.5, 20]));
  });

  test("by pencil: 7, 6 and 9", () => {
    says("these are $4 + 3 = 7$ and $6$");
    const f = (x: Tensor) =>
      x
        .at(0)
        .square()
        .add(x.at(0).mul(x.at(1)).mul(3));
    const found = grad(f)(tensor([2, 1]));
    expect(found.toArray()).toEqual([7, 6]);
    expect(found.dot(tensor([0.6, 0.8])).item()).toBeCloseTo(9, 12);
  });

  test("both slopes of the loss are negative at w = 50, b = 50", async () => {
    says("for 2,413 houses in Ames");
    says("Both slopes are negative: raising either weight lowers the loss");
    const homes = (await loadAmes()).filter((house) => house.Sale_Condition === "Normal");
    expect(homes.nRows).toBe(2413);
    const area = homes.column("Gr_Liv_Area").toTensor().div(1000);
    const price = homes.column("Sale_Price").toTensor().div(1000);
    const loss = (w: Tensor, b: Tensor) => area.mul(w).add(b).sub(price).square().mean();
    for (const slope of grad(loss)([tensor(50), tensor(50)])) expect(slope.item()).toBeLessThan(0);
  });

  test("with y in centimetres the arrow gains 0.10 of 0.46 dB per metre", () => {
    says("of the 0.46 dB per metre that you could gain, it gains you 0.10");
    const [alongX, alongY] = gradient([14, 14]);
    expect(Math.hypot(alongX, alongY)).toBeCloseTo(0.46, 2);
    const leaning = Math.hypot(alongX, alongY / 100);
    expect((alongX * alongX + (alongY * alongY) / 100) / leaning).toBeCloseTo(0.1, 2);
  });
});
