import { initialParams, type Point } from "@gradus/course-kit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, dot, length, project, scale } from "../../figures/plane";
import arrows from "./figures/arrows";
import projection from "./figures/projection";
import { angle } from "./plane";

const point = fc.tuple(
  fc.double({ min: -5, max: 5, noNaN: true }),
  fc.double({ min: -5, max: 5, noNaN: true }),
);

describe("vectors in the plane", () => {
  test("what a projection leaves over stands at a right angle, and is never longer", () => {
    fc.assert(
      fc.property(point, point, (v, u) => {
        fc.pre(length(u) > 1e-3);
        const rest = add(v, scale(-1, project(v, u)));
        expect(dot(rest, u)).toBeCloseTo(0, 9);
        expect(length(rest)).toBeLessThanOrEqual(length(v) + 1e-9);
      }),
    );
    expect(project([1, 2], [0, 0])).toEqual([0, 0]);
  });

  test("angles", () => {
    expect(angle([1, 0], [0, 3])).toBeCloseTo(90, 9);
    expect(angle([1, 1], [2, 2])).toBeCloseTo(0, 5);
    expect(angle([1, 0], [-2, 0])).toBeCloseTo(180, 9);
    expect(angle([0, 0], [1, 1])).toBeUndefined();
  });
});

describe("the figures", () => {
  const tips: readonly Point[] = [
    [3, 0],
    [1, 2],
  ];

  test("arrows: the sum of the stretched u and v", () => {
    const data = arrows.model({ ...initialParams(arrows.controls), tips, factor: -1 });
    expect(data.sum).toEqual([-2, 2]);
    expect(arrows.describe(data, { tips, factor: -1 })).toContain("(−2, 2)");
  });

  test("projection: shadow, angle and dot product agree", () => {
    const data = projection.model({ tips });
    expect(data).toMatchObject({ shadow: [1, 0], reach: 1, product: 3 });
    expect(data.reach).toBeCloseTo(length([1, 2]) * Math.cos((data.degrees! * Math.PI) / 180), 9);
    const upright = { tips: [tips[0]!, [0, 2] as const] };
    expect(projection.describe(projection.model(upright), upright)).toContain("casts no shadow");
    const none = { tips: [[0, 0] as const, tips[1]!] };
    expect(projection.describe(projection.model(none), none)).toContain("there is no angle");
  });
});
