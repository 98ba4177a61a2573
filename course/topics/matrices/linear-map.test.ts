import { initialParams, type Point } from "@gradus/course-kit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import columns from "./figures/columns";
import order from "./figures/order";
import { apply, type Columns, determinant, product, rank, rotation } from "./linear-map";

const number = fc.double({ min: -5, max: 5, noNaN: true });
const map: fc.Arbitrary<Columns> = fc.tuple(fc.tuple(number, number), fc.tuple(number, number));

describe("linear maps of the plane", () => {
  test("a product does the right factor first, and determinants multiply", () => {
    fc.assert(
      fc.property(map, map, number, number, (A, B, x, y) => {
        const [once, twice] = [apply(product(A, B), [x, y]), apply(A, apply(B, [x, y]))];
        expect(once[0]).toBeCloseTo(twice[0], 9);
        expect(once[1]).toBeCloseTo(twice[1], 9);
        expect(determinant(product(A, B))).toBeCloseTo(determinant(A) * determinant(B), 6);
      }),
    );
  });

  test("rotations keep areas; rank counts directions", () => {
    expect(determinant(rotation(37))).toBeCloseTo(1, 12);
    expect(apply(rotation(90), [1, 0])[1]).toBeCloseTo(1, 12);
    const line: Point = [1, 2];
    const zero: Point = [0, 0];
    const maps: Columns[] = [rotation(10), [line, [2, 4]], [zero, zero]];
    expect(maps.map(rank)).toEqual([2, 1, 0]);
  });
});

describe("the figures", () => {
  const params = initialParams(columns.controls);
  const say = (tips: readonly Point[]) =>
    columns.describe(columns.model({ ...params, tips }), { ...params, tips });

  test("columns: area, mirror, flat", () => {
    expect(say(params.tips)).toContain("area 4, and the F is not mirrored");
    const swapped = columns.press?.("swap", params)?.tips ?? [];
    expect(say(swapped)).toContain("determinant −4");
    const flat = columns.press?.("flatten", params)?.tips ?? [];
    expect(say(flat)).toContain("rank 1, no way back");
    const upright = columns.press?.("flatten", { ...params, tips: rotation(0) })?.tips ?? [];
    expect(say(upright)).toContain("rank 1, no way back");
  });

  test("order: equal without a turn, without a stretch, and after half a turn", () => {
    const same = (degrees: number, factor: number) => order.model({ degrees, factor }).same;
    expect([same(0, 2), same(60, 1), same(180, 2)]).toEqual([true, true, true]);
    expect([same(60, 2), same(90, -1)]).toEqual([false, false]);
  });
});
