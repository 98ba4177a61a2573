import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import type { ShapesLayer } from "../spec";
import { boxPlot } from "./box-plot";
import { facets } from "./facets";
import { histogram } from "./histogram";
import { jointPlot } from "./joint-plot";
import { linePlot } from "./line-plot";
import { overlay } from "./overlay";
import { pairPlot } from "./pair-plot";
import { regPlot } from "./reg-plot";
import { scatterPlot } from "./scatter-plot";

const x = [1, 2, 3, 4];
const y = [2, 4, 5, 8];

describe("regPlot", () => {
  test("has the line in words, and a band that is narrowest in the middle", () => {
    const chart = regPlot({ x, y, xLabel: "Hours", yLabel: "Score" });
    expect(chart.description).toContain("score = 0 + 1.9 · hours, with R² 0.9627");
    const [ring] = (chart.spec.layers[0] as ShapesLayer).shapes[0]!.rings;
    const width = (i: number) => ring!.y[i]! - ring!.y[ring!.y.length - 1 - i]!;
    expect(width(30)).toBeLessThan(width(0));
    expect(width(0)).toBeCloseTo(width(60), 10);
  });

  test("refuses too few points, equal x and a confidence that cannot be", () => {
    expect(() => regPlot({ x: [1, 2], y: [1, 2] })).toThrow(ValueError);
    expect(() => regPlot({ x: [1, 1, 1], y: x.slice(1) })).toThrow(ValueError);
    expect(() => regPlot({ x, y: [1] })).toThrow(ShapeError);
    expect(() => regPlot({ x, y, confidence: 1.2 })).toThrow(ParameterError);
  });
});

describe("jointPlot", () => {
  test("its three charts share their axes", () => {
    const { panels } = jointPlot({ x, y }).spec;
    const above = panels!.rows[0]![0];
    const [center, beside] = panels!.rows[1]!;
    expect(above!.x.domain).toEqual(center!.x.domain);
    expect(beside!.y.domain).toEqual(center!.y.domain);
  });

  test("says what its points say", () => {
    const { description } = jointPlot({ x, y: [2, 4, NaN, 8], title: "T", regression: true });
    expect(description).toContain("T. 3 points of y against x");
    expect(description).toContain("least squares");
    expect(description).toContain("1 value that is missing");
    expect(() => jointPlot({ x, y: [1] })).toThrow(ShapeError);
    expect(() => jointPlot({ x: [], y: [] })).toThrow(ValueError);
  });
});

describe("pairPlot", () => {
  test("leaves a missing value out of its own panels only", () => {
    const { panels } = pairPlot({ columns: { a: x, b: [1, null, 3, 4], c: y } }).spec;
    const points = (row: number, column: number) => {
      const layer = panels!.rows[row]![column]!.layers[0]!;
      return layer.mark === "points" ? layer.x.length : 0;
    };
    expect([points(1, 0), points(2, 0)]).toEqual([3, 4]);
  });

  test("shows groups as colours", () => {
    const { key, panels } = pairPlot({ columns: { a: x, b: y }, by: ["u", "v", "u", "v"] }).spec;
    expect(key!.map(({ label }) => label)).toEqual(["u", "v"]);
    expect(panels!.rows[0]![0]!.layers).toHaveLength(2);
  });

  test("refuses one column, too many groups and different lengths", () => {
    expect(() => pairPlot({ columns: { a: x } })).toThrow(ParameterError);
    expect(() => pairPlot({ columns: { a: x, b: [1] } })).toThrow(ShapeError);
    expect(() => pairPlot({ columns: { a: x, b: y }, by: ["u"] })).toThrow(ShapeError);
    expect(() => pairPlot({ columns: { a: x, b: [NaN, NaN, NaN, NaN] } })).toThrow(ValueError);
    const many = Array.from({ length: 8 }, (_, i) => i);
    expect(() => pairPlot({ columns: { a: many, b: many }, by: many })).toThrow(ParameterError);
  });
});

describe("facets", () => {
  test("numbers stand at the outer axes only", () => {
    const charts = { a: scatterPlot({ x, y }), b: scatterPlot({ x, y }), c: scatterPlot({ x, y }) };
    const { rows } = facets(charts, { columns: 2 }).spec.panels!;
    expect(rows[0]!.map((panel) => [panel!.x.show, panel!.y.show])).toEqual([
      ["quiet", undefined],
      [undefined, "quiet"],
    ]);
    expect(rows[1]![1]).toBeNull();
    expect(rows[1]![0]!.title).toBe("c");
  });

  test("a 0 that must be there stays the end of the axis", () => {
    const charts = { a: histogram({ x }), b: histogram({ x: y }) };
    expect(facets(charts).spec.panels!.rows[0]![0]!.y.domain![0]).toBe(0);
    const boxes = { a: boxPlot({ groups: { u: x } }), b: boxPlot({ groups: { u: y } }) };
    expect(facets(boxes).spec.panels!.rows[0]![0]!.x.domain).toEqual([-0.5, 0.5]);
    const logs = { a: linePlot({ x, y, yScale: "log" }), b: linePlot({ x, y, yScale: "log" }) };
    expect(facets(logs).spec.panels!.rows[0]![0]!.y.domain![0]).toBeGreaterThan(1.8);
  });

  test("charts may keep their own axes", () => {
    const charts = { a: linePlot({ y }), b: linePlot({ y, yScale: "log" }) };
    expect(facets(charts, { shared: false }).description).toContain("A. A line");
    expect(() => facets(charts)).toThrow(ParameterError);
  });

  test("refuses no charts, panels in panels and columns that cannot be", () => {
    expect(() => facets({})).toThrow(ParameterError);
    const joint = jointPlot({ x, y });
    expect(() => facets({ joint })).toThrow(ParameterError);
    expect(() => overlay(joint)).toThrow(ParameterError);
    expect(() => facets({ a: linePlot({ y }) }, { columns: 0 })).toThrow(ParameterError);
  });
});
