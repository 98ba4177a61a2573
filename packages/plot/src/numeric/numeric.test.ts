import { readFileSync } from "node:fs";
import { ParameterError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { kernelDensity, standardDeviation } from "./kernel-density";
import { linearFit } from "./linear-fit";
import { type BoxStatistics, boxStatistics } from "./quantiles";
import { tCritical } from "./student-t";

interface Fixture {
  readonly kde: readonly {
    readonly name: string;
    readonly values: number[];
    readonly bandwidth: "scott" | "silverman";
    readonly h: number;
    readonly x: number[];
    readonly density: number[];
  }[];
  readonly boxes: readonly (BoxStatistics & { readonly name: string; readonly values: number[] })[];
  readonly lines: readonly {
    readonly name: string;
    readonly x: number[];
    readonly y: number[];
    readonly confidence: number;
    readonly intercept: number;
    readonly slope: number;
    readonly r2: number;
    readonly at: number[];
    readonly low: number[];
    readonly high: number[];
  }[];
  readonly t: readonly { readonly p: number; readonly nu: number; readonly t: number }[];
}

const fixture = JSON.parse(
  readFileSync(new URL("../../fixtures/statistics.json", import.meta.url), "utf8"),
) as Fixture;

/** Equal up to a part of 10⁻¹⁰, which is rounding in sums of a few hundred terms. */
function expectClose(got: readonly number[], expected: readonly number[]): void {
  expect(got).toHaveLength(expected.length);
  got.forEach((value, i) => {
    const tolerance = 1e-10 * Math.max(1e-3, Math.abs(expected[i]!));
    expect(Math.abs(value - expected[i]!), `${i}: ${value}, ${expected[i]}`).toBeLessThan(
      tolerance,
    );
  });
}

describe("kernelDensity", () => {
  test.each(fixture.kde)("agrees with seaborn: $name", (c) => {
    const { x, density, bandwidth } = kernelDensity("test", c.values, {
      bandwidth: c.bandwidth,
    });
    expectClose([bandwidth], [c.h]);
    expectClose(
      x.filter((_, i) => i % 20 === 0),
      c.x,
    );
    expectClose(
      density.filter((_, i) => i % 20 === 0),
      c.density,
    );
  });

  test("refuses a bandwidth, cut or grid that cannot be", () => {
    expect(() => kernelDensity("test", [1, 2], { bandwidth: 0 })).toThrow(ParameterError);
    expect(() => kernelDensity("test", [1, 2], { cut: -1 })).toThrow(ParameterError);
    expect(() => kernelDensity("test", [1, 2], { gridSize: 1 })).toThrow(ParameterError);
    expect(standardDeviation([3])).toBe(0);
  });
});

test.each(fixture.boxes)("boxes agree with Matplotlib: $name", (c) => {
  const box = boxStatistics(c.values);
  expectClose([box.q1, box.median, box.q3], [c.q1, c.median, c.q3]);
  expect(box.whiskers).toEqual(c.whiskers);
  expect(box.outliers).toEqual(c.outliers);
});

test.each(fixture.lines)("lines agree with statsmodels: $name", (c) => {
  const fit = linearFit(c.x, c.y);
  expectClose([fit.intercept, fit.slope, fit.r2], [c.intercept, c.slope, c.r2]);
  const at = c.at;
  const half = at.map((x) => fit.halfWidth(x, c.confidence));
  expectClose(
    at.map((x, i) => fit.at(x) - half[i]!),
    c.low,
  );
  expectClose(
    at.map((x, i) => fit.at(x) + half[i]!),
    c.high,
  );
});

test.each(fixture.t)("Student's t for $p and $nu agrees with SciPy", ({ p, nu, t }) =>
  expectClose([tCritical(p, nu)], [t]),
);

test("a line through two points has no band", () => {
  expect(linearFit([0, 1], [1, 3]).halfWidth(0.5, 0.95)).toBeNaN();
});
