import { expect, test } from "vitest";
import { descend, levelCurve } from "./descent";

const height = ([x, y]: readonly [number, number]) => x ** 2 / 36 + y ** 2 / 4;

test("every step of the picture goes downhill", () => {
  const heights = descend([-5, 1.75], 3.2, 18).map(height);
  for (let i = 1; i < heights.length; i++) expect(heights[i]).toBeLessThan(heights[i - 1]!);
});

test("a level curve has the same height all around", () => {
  const [length, width] = levelCurve(0.5);
  expect(height([length, 0])).toBeCloseTo(0.5, 12);
  expect(height([0, width])).toBeCloseTo(0.5, 12);
});
