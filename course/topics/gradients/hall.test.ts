import { initialParams, type Point } from "@gradus/course-kit";
import { describe, expect, test } from "vitest";
import gradientField from "./figures/gradient-field";
import slices from "./figures/slices";
import { gradient, numberText, senders, signal, walk } from "./hall";

describe("the hall", () => {
  test("the gradient is that of central differences", () => {
    const h = 1e-4;
    for (const [x, y] of [
      [30, 32],
      [3, 39],
      [46, 13],
      [60, 0],
    ] as const) {
      const [alongX, alongY] = gradient([x, y]);
      expect(alongX).toBeCloseTo((signal([x + h, y]) - signal([x - h, y])) / (2 * h), 7);
      expect(alongY).toBeCloseTo((signal([x, y + h]) - signal([x, y - h])) / (2 * h), 7);
    }
  });

  test("a walk has its length and ends at the walls", () => {
    const [x, y] = walk([30, 20], [3, 4], 5);
    expect([x, y]).toEqual([33, 24]);
    expect(walk([59, 20], [1, 0], 5)).toEqual([60, 20]);
    expect(walk([1, 2], [0, 0], 5)).toEqual([1, 2]);
    expect(numberText(-0.001)).toBe("0.00");
  });
});

describe("the figures", () => {
  const at = (...you: Point[]) => ({ you });

  test("slices: two slopes, in words", () => {
    const params = at([30, 32]);
    const words = slices.describe(slices.model(params), params);
    expect(words).toContain("Along x it falls by 0.29 dB per metre. Along y it falls by 0.17 dB");
    const level = at([30.5, 20]);
    expect(slices.describe(slices.model(level), level)).toContain("Along x it does not change");
  });

  test("gradient-field: no direction beats the gradient, and uphill leads to an access point", () => {
    let params = initialParams(gradientField.controls);
    for (let direction = -180; direction <= 180; direction += 15) {
      const { slope, steepness } = gradientField.model({ ...params, direction });
      expect(slope).toBeLessThanOrEqual(steepness + 1e-12);
    }
    for (let i = 0; i < 20; i++) params = { ...params, ...gradientField.press!("uphill", params) };
    const [x, y] = params.you[0]!;
    expect(Math.hypot(x - senders[0]![0], y - senders[0]![1])).toBeLessThan(2);
    const saddle = { ...params, you: [[30.5, 20]] as const };
    expect(gradientField.describe(gradientField.model(saddle), saddle)).toContain("is level");
  });
});
