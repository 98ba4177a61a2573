import { displayText, ParameterError, toDisplayData } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { barPlot } from "../charts/bar-plot";
import { heatmap } from "../charts/heatmap";
import { jointPlot } from "../charts/joint-plot";
import { linePlot } from "../charts/line-plot";

describe("toText", () => {
  test("draws a line from corner to corner, with numbers at the axes", () => {
    const text = linePlot({ x: [0, 8], y: [0, 4], xLabel: "x", title: "T" }).toText({
      width: 20,
      height: 4,
    });
    expect(text.split("\n")).toEqual([
      "T",
      "4 │             ⣀⠤⠒⠉",
      "  │         ⣀⠤⠒⠉",
      "2 │    ⢀⡠⠔⠊⠉",
      "0 │⣀⡠⠔⠊⠁",
      "  └─────────────────",
      "   0       4       8",
      "                   x",
    ]);
  });

  test("draws bars, cells and panels", () => {
    const bars = barPlot({ categories: ["oak", "ash"], values: [2, 1], numbers: false });
    expect(bars.toText({ width: 20, height: 4 })).toContain("oak     ash");
    expect(heatmap({ values: [[0, 1]], numbers: false }).toText({ height: 4 })).toMatch(/ █{20,}/);
    const joint = jointPlot({ x: [1, 2, 3], y: [2, 4, 5] }).toText();
    expect(joint.split("\n").length).toBeGreaterThan(24);
  });

  test("is what display prints, above the description", () => {
    const chart = linePlot({ y: [1, 2] });
    const shown = displayText(toDisplayData(chart));
    expect(shown.startsWith(chart.toText())).toBe(true);
    expect(shown.endsWith(chart.description)).toBe(true);
  });

  test("refuses a size in which nothing can be seen", () => {
    expect(() => linePlot({ y: [1, 2] }).toText({ width: 10 })).toThrow(ParameterError);
    expect(() => linePlot({ y: [1, 2] }).toText({ height: 3 })).toThrow(ParameterError);
  });
});
