import { initialParams, type Point } from "@gradus/course-kit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { length } from "../../figures/plane";
import ellipse from "./figures/ellipse";
import readers from "./figures/readers";
import { click, everywhere } from "./glossary";
import { apply, eigen, lineDegrees, onCircle, turn, unit } from "./matrix";

const entry = fc.double({ min: -2, max: 2, noNaN: true });
const column = fc.tuple(entry, entry);

describe("2×2 matrices", () => {
  test("an eigenvector is only stretched, by its eigenvalue; two eigenvalues add up to the trace", () => {
    fc.assert(
      fc.property(column, column, (first, second) => {
        const found = eigen([first, second]);
        if (found.kind !== "real" || found.lines.length < 2) return;
        fc.pre(Math.abs(found.lines[0]!.value - found.lines[1]!.value) > 1e-3);
        for (const { value, degrees } of found.lines) {
          const image = apply([first, second], unit(degrees));
          const rest: Point = [
            image[0] - value * unit(degrees)[0],
            image[1] - value * unit(degrees)[1],
          ];
          expect(length(rest)).toBeLessThan(1e-6);
        }
        const sum = found.lines[0]!.value + found.lines[1]!.value;
        expect(sum).toBeCloseTo(first[0] + second[1], 9);
      }),
    );
  });

  test("multiples of the identity, shears and turns", () => {
    expect(
      eigen([
        [2, 0],
        [0, 2],
      ]),
    ).toEqual({ kind: "all", value: 2 });
    expect(
      eigen([
        [1, 0],
        [1, 1],
      ]),
    ).toEqual({ kind: "real", lines: [{ value: 1, degrees: 0 }] });
    expect(
      eigen([
        [0, 1],
        [-1, 0],
      ]),
    ).toEqual({ kind: "complex", re: 0, im: 1 });
  });

  test("lines and how they are turned", () => {
    expect(lineDegrees([-1, -1])).toBeCloseTo(45, 9);
    expect(lineDegrees([-1, 0])).toBe(0);
    expect(turn([1, 0], [0, -3])).toBe(90);
    expect(turn([1, 0.1], [1, -0.1])).toBeCloseTo((-2 * Math.atan(0.1) * 180) / Math.PI, 9);
    expect(turn([1, 0], [0, 0])).toBeUndefined();
    expect(onCircle([0, 0])).toEqual([1, 0]);
  });
});

describe("the figures", () => {
  test("ellipse: says when x is an eigenvector, flipped or not, and when there is none", () => {
    const start = initialParams(ellipse.controls);
    const words = (params: Partial<typeof start>) =>
      ellipse.describe(ellipse.model({ ...start, ...params }), { ...start, ...params });
    expect(words({ x: [[1, 0]] })).toContain("its line is turned by 18°");
    expect(words({ x: [[1, 1]] })).toContain("on the same line: x is an eigenvector");
    expect(words({ x: [[2, -2]], ...ellipse.press!("flip", start) })).toContain(
      "pointing backwards",
    );
    expect(words({ ...ellipse.press!("shear", start) })).toContain(
      "one direction only: 1 along 0°",
    );
    expect(words({ ...ellipse.press!("turn", start) })).toContain("complex, 0.8 ± 0.9i");
    const flat: readonly Point[] = [
      [1, 0],
      [0, 0],
    ];
    expect(words({ x: [[0, 1]], columns: flat })).toContain("the eigenvalue 0");
  });

  test("readers: nobody is lost, and the most visited page is named", () => {
    expect(click(everywhere, 0.85).reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
    const params = { ...initialParams(readers.controls), clicks: 60 };
    const data = readers.model(params);
    const shares = readers
      .view(data, params)
      .panels[0]!.marks.flatMap((mark) =>
        mark.kind === "rects" ? mark.rects.map(([, [share]]) => share) : [],
      );
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    const words = readers.describe(data, params);
    expect(words).toContain("Protocol has the most readers, 23.9 %");
    expect(words).toContain("have settled");
  });
});
