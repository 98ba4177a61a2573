import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import type { BarsLayer, RectsLayer } from "../spec";
import { barPlot } from "./bar-plot";
import { boxPlot } from "./box-plot";
import { countPlot } from "./count-plot";
import { histogram } from "./histogram";
import { kdePlot } from "./kde-plot";
import { overlay } from "./overlay";
import { stripPlot } from "./strip-plot";
import { violinPlot } from "./violin-plot";

describe("barPlot", () => {
  const categories = ["a", "b"];

  test("stacks each series on the one before", () => {
    const { layers, key } = barPlot({
      categories,
      values: { x: [1, 2], y: [3, 4] },
      stacked: true,
    }).spec;
    expect((layers[1] as RectsLayer).y1).toEqual([1, 2]);
    expect((layers[1] as RectsLayer).y2).toEqual([4, 6]);
    expect(key?.map(({ label }) => label)).toEqual(["x", "y"]);
  });

  test("a value that is missing has no bar, and the description says so", () => {
    const chart = barPlot({ categories, values: [NaN, 2] });
    expect((chart.spec.layers[0] as RectsLayer).x1).toHaveLength(1);
    expect(chart.description).toContain("a has no value, b 2");
    expect(chart.description).toContain("1 value that is missing");
  });

  test("lies on its side where asked", () => {
    const { x, y } = barPlot({ categories, values: [1, 2], horizontal: true, yLabel: "v" }).spec;
    expect([x.label, x.zero, y.ticks?.text, y.flipped]).toEqual(["v", true, categories, true]);
  });

  test("refuses what cannot be drawn", () => {
    expect(() => barPlot({ categories, values: [1] })).toThrow(ShapeError);
    expect(() => barPlot({ categories, values: [NaN, NaN] })).toThrow(ValueError);
    expect(() => barPlot({ categories, values: {} })).toThrow(ParameterError);
    const eight = Object.fromEntries([..."abcdefgh"].map((name) => [name, [1, 2]]));
    expect(() => barPlot({ categories, values: eight })).toThrow(ParameterError);
    const negative = { x: [1, -2], y: [1, 1] };
    expect(() => barPlot({ categories, values: negative, stacked: true })).toThrow(
      new ValueError("barPlot: expected no negative value to stack, got -2 at 1"),
    );
  });
});

describe("countPlot", () => {
  test("counts names, missing ones too, and puts the rarest together", () => {
    const x = ["a", "b", "a", null, "c", "a", "b"];
    expect(countPlot({ x }).description).toBe("Count by category: a 3, b 2, (missing) 1, c 1.");
    expect(countPlot({ x, most: 1 }).description).toBe("Count by category: a 3, 3 others 4.");
    expect(countPlot({ x, order: "first" }).spec.x.ticks?.text).toEqual([
      "a",
      "b",
      "(missing)",
      "c",
    ]);
  });

  test("refuses no names, and a most that cannot be", () => {
    expect(() => countPlot({ x: [] })).toThrow(ValueError);
    expect(() => countPlot({ x: ["a"], most: 0 })).toThrow(ParameterError);
    expect(() => countPlot({ x: 5 as never })).toThrow(ValueError);
  });
});

describe("histogram", () => {
  const bars = (options: Omit<Parameters<typeof histogram>[0], "x">) =>
    histogram({ x: [0, 0.5, 1, 2, 3, 8], ...options }).spec.layers[0] as BarsLayer;

  test("takes edges, and leaves out what lies outside", () => {
    expect(bars({ bins: [0, 1, 4] })).toMatchObject({ counts: [2, 3], nDropped: 1 });
  });

  test("shares make 1, densities make an area of 1", () => {
    expect(bars({ bins: [0, 1, 3], stat: "share" }).counts).toEqual([0.4, 0.6]);
    expect(bars({ bins: [0, 1, 3], stat: "density" }).counts).toEqual([0.4, 0.3]);
    const words = histogram({ x: [0, 0.5, 1, 2, 3], bins: [0, 1, 3], stat: "density" }).description;
    expect(words).toContain("A histogram of 5 values");
    expect(words).toContain("holds 3 (60\u00a0%)");
  });

  test("draws the kernel density in the unit of the bars", () => {
    const x = Array.from({ length: 400 }, (_, i) => Math.sin(i) * 3);
    for (const stat of ["count", "share", "density"] as const) {
      const [layer, line] = histogram({ x, stat, kde: true, bins: 20 }).spec.layers;
      const { edges, counts } = layer as BarsLayer;
      const area = counts.reduce((sum, count, i) => sum + count * (edges[i + 1]! - edges[i]!), 0);
      if (line?.mark !== "line") throw new Error("no line");
      const step = line.x[1]! - line.x[0]!;
      const curve = line.y.reduce((sum, y) => sum + y * step, 0);
      expect(curve / area).toBeCloseTo(1, 2);
    }
  });

  test("refuses edges that do not rise and an unknown stat", () => {
    for (const bins of [[1], [1, 1], [2, 1], [0, NaN]]) {
      expect(() => bars({ bins })).toThrow(ParameterError);
    }
    expect(() => bars({ stat: "height" as never })).toThrow(ParameterError);
    expect(() => histogram({ x: [5], bins: [0, 1] })).toThrow(ValueError);
  });
});

const grouped = { kdePlot, boxPlot, violinPlot, stripPlot } as const;

describe.each(["boxPlot", "violinPlot", "stripPlot"] as const)("%s", (name) => {
  const plot = grouped[name];

  test("takes groups by name, or values with names, and says what it leaves out", () => {
    const one = plot({ groups: { a: [1, 2, 3], b: [2, 5, NaN] } });
    const two = plot({ y: [1, 2, 2, 5, 3, NaN], by: ["a", "a", "b", "b", "a", "b"] });
    expect(two.spec).toEqual(one.spec);
    expect(one.spec.x.ticks?.text).toEqual(["a", "b"]);
    expect(one.description).toContain("a: 3 values");
    expect(one.description).toContain("1 value that is missing or cannot be drawn is left out.");
  });

  test("refuses no groups, no values and different lengths", () => {
    expect(() => plot({ groups: {} })).toThrow(ParameterError);
    expect(() => plot({ groups: { a: [NaN] } })).toThrow(ValueError);
    expect(() => plot({ y: [1, 2], by: ["a"] })).toThrow(ShapeError);
    expect(() => plot({ groups: { a: [1, 2] }, color: "pink" as never })).toThrow(ParameterError);
  });
});

test("boxPlot shows what lies beyond the whiskers", () => {
  const { spec, description } = boxPlot({ groups: { a: [1, 2, 3, 4, 20], b: [null, 7] } });
  expect(spec.layers.at(-1)).toMatchObject({ mark: "points", x: [0], y: [20] });
  expect(description).toContain("1 value beyond");
});

test("stripPlot refuses a jitter that mixes groups", () => {
  expect(() => stripPlot({ groups: { a: [1] }, jitter: 0.6 })).toThrow(ParameterError);
});

describe("densities", () => {
  test.each([kdePlot, violinPlot])("of one value need a bandwidth", (plot) => {
    expect(() => plot({ groups: { a: [2, 2] } })).toThrow(ValueError);
    expect(plot({ groups: { a: [2, 2] }, bandwidth: 0.5 }).spec.layers.length).toBeGreaterThan(0);
    expect(() => plot({ groups: { a: [2, 2] }, bandwidth: -1 })).toThrow(ParameterError);
  });

  test("of groups have their names in their colours", () => {
    const { key } = kdePlot({ x: [1, 2, 3, 5], by: ["a", "a", "b", "b"] }).spec;
    expect(key).toEqual([
      { label: "a", color: "blue" },
      { label: "b", color: "vermillion" },
    ]);
    expect(() => kdePlot({ x: [] })).toThrow(ValueError);
    expect(() => kdePlot({ x: [1], by: [] })).toThrow(ShapeError);
  });
});

test("overlay keeps words along axes", () => {
  const strip = stripPlot({ groups: { a: [1, 2], b: [3] } });
  const both = overlay(boxPlot({ groups: { a: [1, 2], b: [3] } }), strip).spec;
  expect(both.x.ticks?.text).toEqual(["a", "b"]);
});
