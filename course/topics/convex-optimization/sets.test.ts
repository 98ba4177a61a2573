import { initialParams, type Point } from "@gradus/course-kit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add } from "../../figures/plane";
import balance from "./figures/balance";
import chord from "./figures/chord";
import { descend, pushes, sets, slopes } from "./sets";

const point = fc.tuple(
  fc.double({ min: -4, max: 4, noNaN: true }),
  fc.double({ min: -4, max: 4, noNaN: true }),
);

describe.each(Object.entries(sets))("%s", (_, set) => {
  test("projections are allowed and stay where they are", () => {
    fc.assert(
      fc.property(point, (p) => {
        const nearest = set.project(p);
        for (const side of set.sides) expect(side.value(nearest)).toBeLessThan(1e-9);
        const [x, y] = set.project(nearest);
        expect(Math.hypot(x - nearest[0], y - nearest[1])).toBeLessThan(1e-9);
      }),
    );
  });

  test("at the minimum multipliers are not negative and balance the slope", () => {
    fc.assert(
      fc.property(point, (center) => {
        const minimum = descend(set, center, center, { rate: 0.5, nSteps: 400 }).at(-1)!;
        const held = pushes(set, center, minimum);
        for (const { multiplier } of held) expect(multiplier).toBeGreaterThanOrEqual(-1e-6);
        const sum = held.map((each) => each.arrow).reduce(add, [0, 0] as Point);
        const [x, y] = add(sum, slopes(center, minimum));
        expect(Math.hypot(x, y)).toBeLessThan(1e-5);
      }),
    );
  });
});

describe("the figures", () => {
  test("chord: dips in one valley too many, never below x²", () => {
    const ends: Point[] = [
      [-1.2, 0],
      [1.1, 0],
    ];
    const said = (name: string) => chord.describe(chord.model({ name, ends }), { name, ends });
    expect(said("x²")).toContain("nowhere below");
    expect(said("eˣ − 2x")).toContain("nowhere below");
    expect(said("x⁴ − 3x² + x")).toContain("not convex");
    expect(said("3 sin x")).toContain("not convex");
  });

  test("balance: no walls inside, two in a corner", () => {
    const start = initialParams(balance.controls);
    const said = (x: number, y: number) => {
      const params = { ...start, set: "a box", center: [[x, y] as const] };
      return balance.describe(balance.model(params), params);
    };
    expect(said(1, 1)).toContain("the gradient there is zero");
    expect(said(1, 2.4)).toContain("held back by y ≤ 1.4 with the multiplier 2;");
    expect(said(3.2, 2.4)).toContain("x ≤ 2.2 with the multiplier 1 and by y ≤ 1.4");
  });
});
