import { initialParams, type Point } from "@gradus/course-kit";
import { describe, expect, test } from "vitest";
import stepSize from "./figures/step-size";
import tangent from "./figures/tangent";
import { differenceError, motionNames, numberText, position, snap, speeds } from "./motion";

describe("the sliding card", () => {
  test.each(motionNames)(
    "%s: it goes from 0 to 300 px, and its speed is its derivative",
    (name) => {
      expect([-1, 0, 0.4, 1].map((t) => position(name, t))).toEqual(
        [0, 0, 300, 300].map((way) => expect.closeTo(way, 9)),
      );
      for (const t of [-0.05, 0.03, 0.12, 0.39, 0.45]) {
        const difference = (position(name, t + 1e-6) - position(name, t - 1e-6)) / 2e-6;
        const [before, after] = speeds(name, t);
        expect(after).toBe(before);
        expect(Math.abs(after - difference)).toBeLessThan(1e-4);
      }
    },
  );

  test("a steady card has two corners, a smooth one none", () => {
    expect([0, 0.4].map((t) => speeds("Steady", t))).toEqual([
      [0, 750],
      [750, 0],
    ]);
    for (const t of [0, 0.4]) for (const v of speeds("Smooth", t)) expect(v).toBeCloseTo(0, 9);
    expect([snap(0.0015), snap(0.399), snap(0.2)]).toEqual([0, 0.4, 0.2]);
  });

  test("numbers for people", () => {
    expect([numberText(-1234.56), numberText(-0.001), numberText(0.125, 3)]).toEqual([
      "−1,235",
      "0",
      "0.125",
    ]);
  });
});

describe("the figures", () => {
  const start = initialParams(tangent.controls);
  const at = (x: number): readonly Point[] => [[x, 0]];

  test("tangent: 945 px/s at the start, and words at a corner", () => {
    const data = tangent.model(start);
    expect(data.here[1]).toBeCloseTo(64.8, 9);
    expect(tangent.describe(data, start)).toContain("slope 945 px/s");
    const corner = { ...start, motion: "Steady", at: at(0.001) };
    expect(tangent.describe(tangent.model(corner), corner)).toContain(
      "0 px/s before and 750 px/s after",
    );
  });

  test("step-size: both sides beat one side, and both get worse at the left end", () => {
    const errors = stepSize.model({ step: 1e-3 });
    expect(errors.oneSided).toBeGreaterThan(100 * errors.twoSided);
    for (const central of [true, false])
      expect(differenceError(0.12, 1e-13, central)).toBeGreaterThan(
        100 * differenceError(0.12, 1e-7, central),
      );
    expect(stepSize.describe(errors, { step: 1e-3 })).toContain("a smaller step makes it better");
  });
});
