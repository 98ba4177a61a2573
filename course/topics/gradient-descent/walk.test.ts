import { initialParams } from "@gradus/course-kit";
import { describe, expect, test } from "vitest";
import curved from "./figures/curved-valley";
import threshold from "./figures/threshold";
import { brief, curvedValley, inside, isLost, straightValley, walk } from "./walk";

describe("walks", () => {
  test("each direction of the straight valley has its own factor", () => {
    const path = walk(straightValley(4), [1, 1], { rate: 0.1, nSteps: 3 });
    expect(path).toHaveLength(4);
    expect(path[3]![0]).toBeCloseTo(0.9 ** 3, 12);
    expect(path[3]![1]).toBeCloseTo(0.6 ** 3, 12);
  });

  test("gradients are the slopes of the values", () => {
    for (const surface of [straightValley(3), curvedValley]) {
      const [dx, dy] = surface.gradient([0.7, -0.4]);
      const slope = (a: readonly [number, number], b: readonly [number, number]) =>
        (surface.value(a) - surface.value(b)) / 2e-6;
      expect(slope([0.7 + 1e-6, -0.4], [0.7 - 1e-6, -0.4])).toBeCloseTo(dx, 4);
      expect(slope([0.7, -0.4 + 1e-6], [0.7, -0.4 - 1e-6])).toBeCloseTo(dy, 4);
    }
  });

  test("a lost walk ends; what lies outside is not drawn", () => {
    const path = walk(straightValley(4), [1, 1], { rate: 1, nSteps: 1000 });
    expect(isLost(path)).toBe(true);
    expect(path.length).toBeLessThan(40);
    expect(inside(path, [-4, 4], [-4, 4])).toHaveLength(2);
  });

  test("numbers for people", () => {
    expect([0, 1.2345, -0.5, 123456, 0.000012].map(brief)).toEqual([
      "0",
      "1.23",
      "−0.5",
      "1.2 · 10⁵",
      "1.2 · 10⁻⁵",
    ]);
  });
});

describe("the figures", () => {
  test("threshold: settles below 2/L, swings at it, leaves above", () => {
    const start = initialParams(threshold.controls);
    const said = (rate: number) => {
      const params = { ...start, rate, curvature: 4, nSteps: 60 };
      return threshold.describe(threshold.model(params), params);
    };
    expect(said(0.49)).toContain("Both are below 1, so it settles");
    expect(said(0.5)).toContain("swings for ever");
    expect(said(0.52)).toContain("swings farther");
    expect(said(1)).toContain("left for good");
    expect(threshold.model({ ...start, curvature: 4 }).edge).toBe(0.5);
  });

  test("curved valley: momentum arrives where the plain walk does not", () => {
    const start = initialParams(curved.controls);
    const said = (momentum: number, rate = 0.001) => {
      const params = { ...start, momentum, rate, nSteps: 1000 };
      return curved.describe(curved.model(params), params);
    };
    expect(said(0)).toContain("away from the minimum");
    expect(said(0.9)).toContain("It has arrived");
    expect(said(0, 0.007)).toContain("broke out");
  });
});
