import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contourRings, type Ring } from "./contours";

const { contours } = JSON.parse(
  readFileSync(new URL("../../fixtures/statistics.json", import.meta.url), "utf8"),
) as {
  readonly contours: readonly {
    readonly name: string;
    readonly x: number[];
    readonly y: number[];
    readonly z: number[];
    readonly level: number;
    readonly area: number;
  }[];
};

/** The area that rings enclose; those of holes go round the other way. */
function area(rings: readonly Ring[]): number {
  return rings.reduce((sum, { x, y }) => {
    const doubled = x.reduce((all, x1, i) => {
      const j = (i + 1) % x.length;
      return all + x1 * y[j]! - x[j]! * y[i]!;
    }, 0);
    return sum + doubled / 2;
  }, 0);
}

test.each(contours)("the region of $name has the area that contourpy finds", (c) => {
  const rings = contourRings({ x: c.x, y: c.y, values: c.z }, c.level);
  expect(Math.abs(area(rings))).toBeCloseTo(c.area, 9);
});

test("a ring goes round a peak, and round all where all is high", () => {
  const grid = { x: [0, 1, 2], y: [0, 1, 2], values: [0, 0, 0, 0, 4, 0, 0, 0, 0] };
  const [ring, ...others] = contourRings(grid, 2);
  expect(others).toEqual([]);
  const points = ring!.x.map((x, i) => `${x},${ring!.y[i]}`).sort();
  expect(points).toEqual(["0.5,1", "1,0.5", "1,1.5", "1.5,1"]);
  expect(Math.abs(area(contourRings(grid, -1)))).toBe(4);
  expect(contourRings(grid, 5)).toEqual([]);
});

test("what is missing is left out of the region", () => {
  const values = [1, 1, 1, 1, NaN, 1, 1, 1, 1];
  expect(Math.abs(area(contourRings({ x: [0, 1, 2], y: [0, 1, 2], values }, 0)))).toBeLessThan(4);
});
