import { ParameterError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { findRoot, minimizeScalar } from "../index";
import { fixture } from "../testing/problems";

const valleys: Readonly<Record<string, (x: number) => number>> = {
  square: (x) => (x - 1) ** 2 + 0.5,
  cosine: Math.cos,
  "at-an-end": Math.exp,
  log: (x) => x - Math.log(x),
};
const crossings: Readonly<Record<string, (x: number) => number>> = {
  square: (x) => x * x - 2,
  cosine: (x) => Math.cos(x) - x,
  steep: (x) => Math.exp(20 * x) - 3,
  bend: (x) => Math.atan(30 * (x - 0.3)),
};

describe("minimizeScalar", () => {
  test.each(fixture.scalars)("agrees with SciPy: $name", ({ name, bounds, x }) => {
    const found = minimizeScalar(valleys[name]!, { bounds: bounds as [number, number] });
    expect(found.success).toBe(true);
    expect(found.x).toBeCloseTo(x, 6);
    expect(found.nfev).toBeLessThan(60);
    expect(found.fun).toBe(valleys[name]!(found.x));
  });

  test("never silent", () => {
    const short = minimizeScalar(Math.cos, { bounds: [0, 5], maxIterations: 2 });
    expect(short).toMatchObject({ success: false, nit: 2 });
    expect(short.message).toContain("no convergence in 2 iterations");
    expect(() => minimizeScalar(Math.cos, { bounds: [5, 0] })).toThrow(ParameterError);
    expect(() => minimizeScalar(Math.cos, { bounds: [0, Number.NaN] })).toThrow(ParameterError);
    expect(() => minimizeScalar(Math.log, { bounds: [-1, 1] })).toThrow(ValueError);
  });
});

describe("findRoot", () => {
  test.each(fixture.roots)("agrees with SciPy's brentq: $name", ({ name, bracket, root }) => {
    const found = findRoot(crossings[name]!, bracket as [number, number]);
    expect(found.success).toBe(true);
    expect(Math.abs(found.root - root)).toBeLessThan(4e-12);
    expect(found.nfev).toBeLessThan(30);
  });

  test("a root at an end is found at once", () => {
    expect(findRoot((x) => x, [0, 1]).root).toBe(0);
    expect(findRoot((x) => x - 1, [0, 1]).root).toBe(1);
  });

  test("never silent", () => {
    expect(findRoot(Math.cos, [0, 3], { maxIterations: 1 }).success).toBe(false);
    expect(() => findRoot((x) => x * x + 1, [-1, 1])).toThrow(ValueError);
    expect(() => findRoot(Math.log, [-1, 2])).toThrow("fun is NaN at -1");
    expect(() => findRoot(Math.cos, [0, Number.POSITIVE_INFINITY])).toThrow(ParameterError);
  });
});
