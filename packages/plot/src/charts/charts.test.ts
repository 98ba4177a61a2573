import { displaySymbol, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import type { BarsLayer } from "../spec";
import { histogram } from "./histogram";
import { linePlot } from "./line-plot";
import { overlay } from "./overlay";
import { scatterPlot } from "./scatter-plot";

describe("scatterPlot", () => {
  test("takes arrays, typed arrays, iterables and one-dimensional tensors", () => {
    const tensor = { shape: [2], data: () => Float64Array.of(1, 2) };
    for (const x of [[1, 2], Float32Array.of(1, 2), new Set([1, 2]), tensor]) {
      expect(scatterPlot({ x, y: [3, 4] }).spec.layers).toEqual([
        { mark: "points", x: [1, 2], y: [3, 4], nDropped: 0 },
      ]);
    }
  });

  test("leaves out what cannot be drawn and says so", () => {
    const chart = scatterPlot({ x: [1, NaN, 3, 4], y: [1, 2, Infinity, 4] });
    expect(chart.spec.layers[0]).toMatchObject({ x: [1, 4], y: [1, 4], nDropped: 2 });
    expect(chart.description).toContain(
      "2 values that are missing or cannot be drawn are left out.",
    );
    const log = scatterPlot({ x: [1, 2], y: [0, 1], yScale: "log" });
    expect(log.description).toContain("1 value that is missing or cannot be drawn is left out.");
    expect(log.description).toContain("The y axis is logarithmic.");
  });

  test("refuses different lengths, no points, and what are no numbers", () => {
    expect(() => scatterPlot({ x: [1, 2, 3], y: [1, 2] })).toThrow(
      new ShapeError("scatterPlot: expected as many x as y values, got 3 and 2"),
    );
    expect(() => scatterPlot({ x: [], y: [] })).toThrow(ValueError);
    expect(() => scatterPlot({ x: [NaN], y: [1] })).toThrow(ValueError);
    expect(() => scatterPlot({ x: ["a"] as never, y: [1] })).toThrow(
      new ValueError('scatterPlot: expected numbers in x, got "a" at 0'),
    );
    expect(() => scatterPlot({ x: 5 as never, y: [1] })).toThrow(ValueError);
    const matrix = { shape: [1, 1], data: () => [1] };
    expect(() => scatterPlot({ x: matrix, y: [1] })).toThrow(ShapeError);
  });

  test("refuses scales, domains and colours that cannot be", () => {
    const xy = { x: [1, 2], y: [1, 2] };
    expect(() => scatterPlot({ ...xy, xScale: "square" as never })).toThrow(ParameterError);
    expect(() => scatterPlot({ ...xy, color: "pink" as never })).toThrow(ParameterError);
    for (const domain of [
      [1, 1],
      [2, 1],
      [NaN, 1],
    ] as const) {
      expect(() => scatterPlot({ ...xy, xDomain: domain })).toThrow(ParameterError);
    }
    expect(() => scatterPlot({ ...xy, yScale: "log", yDomain: [0, 1] })).toThrow(ParameterError);
  });

  test("shows itself as a chart of plain JSON", () => {
    const chart = scatterPlot({ x: [1], y: [2], title: "One" });
    const shown = chart[displaySymbol]();
    expect(shown).toMatchObject({ kind: "chart", description: chart.description });
    expect(JSON.parse(JSON.stringify(shown))).toEqual(shown);
    expect(chart.title).toBe("One");
    expect(String(chart)).toBe("One. 1 point of y against x: 2 at x 1.");
  });
});

describe("linePlot", () => {
  test("counts from 0 where x is not given", () => {
    expect(linePlot({ y: [5, 6] }).spec.layers[0]).toMatchObject({ mark: "line", x: [0, 1] });
  });

  test("draws a line for each of the series", () => {
    const { layers } = linePlot({ x: [1, 2], series: { a: [1, 2], b: [2, 1] } }).spec;
    expect(layers.map((layer) => layer.label)).toEqual(["a", "b"]);
  });

  test("refuses nothing to draw and different lengths", () => {
    expect(() => linePlot({ series: {} })).toThrow(ParameterError);
    expect(() => linePlot({ series: { a: [] } })).toThrow(ValueError);
    expect(() => linePlot({ x: [1], y: [1, 2] })).toThrow(ShapeError);
  });
});

describe("histogram", () => {
  const bars = (options: Parameters<typeof histogram>[0]) =>
    histogram(options).spec.layers[0] as BarsLayer;

  test("has round edges; each bar holds its lower edge, the last one both", () => {
    expect(bars({ x: [0, 1, 1, 2, 3, 4], bins: 4 })).toMatchObject({
      edges: [0, 1, 2, 3, 4],
      counts: [1, 2, 1, 2],
    });
    expect(bars({ x: [0.1, 0.25, 0.3], bins: 2 }).edges).toEqual([0.1, 0.2, 0.3]);
  });

  test("counts every finite value once", () => {
    const x = Array.from({ length: 1000 }, (_, i) => Math.sin(i) * 1000);
    const { counts, nDropped } = bars({ x: [...x, NaN, Infinity] });
    expect(counts.reduce((a, b) => a + b)).toBe(1000);
    expect(nDropped).toBe(2);
  });

  test("takes values that are all the same, or nearly all", () => {
    expect(bars({ x: [7, 7] }).counts).toEqual([2]);
    expect(bars({ x: [...Array(99).fill(1), 2] }).counts.at(-1)).toBe(1);
  });

  test("refuses no values and a number of bars that cannot be", () => {
    expect(() => histogram({ x: [NaN] })).toThrow(ValueError);
    expect(() => histogram({ x: [1], bins: 0 })).toThrow(ParameterError);
  });
});

describe("overlay", () => {
  const points = scatterPlot({ x: [1, 2], y: [1, 2], xLabel: "Hours", title: "T", subtitle: "S" });
  const line = linePlot({ y: [1, 2], xLabel: "Other", yLabel: "Score", xDomain: [0, 9] });

  test("joins the layers, and takes words and domains from the first chart that has them", () => {
    const { spec } = overlay(points, line);
    expect(spec.layers.map((layer) => layer.mark)).toEqual(["points", "line"]);
    expect(spec).toMatchObject({
      title: "T",
      subtitle: "S",
      x: { label: "Hours", domain: [0, 9] },
    });
    expect(spec.y).toEqual({ scale: "linear", label: "Score" });
  });

  test("refuses no charts and different scales", () => {
    expect(() => overlay()).toThrow(ParameterError);
    expect(() => overlay(points, linePlot({ y: [1], yScale: "log" }))).toThrow(ParameterError);
  });
});
