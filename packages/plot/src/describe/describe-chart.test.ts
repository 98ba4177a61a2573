import { describe, expect, test } from "vitest";
import { histogram } from "../charts/histogram";
import { linePlot } from "../charts/line-plot";
import { scatterPlot } from "../charts/scatter-plot";
import { inWords } from "./numbers";

describe("the description of a chart", () => {
  test("points: their number, ranges with units, and trend", () => {
    const chart = scatterPlot({
      x: [50, 80, 120],
      y: [100_000, 190_000, 250_000],
      xLabel: "Living area (m²)",
      yLabel: "Price (€)",
      title: "Prices",
    });
    expect(chart.description).toBe(
      "Prices. 3 points of price against living area: living area from 50 to 120\u00a0m², price from 100,000 to 250,000\u00a0€. Price rises strongly with living area (correlation 0.98).",
    );
  });

  test.each([
    [[1, 2, 3, 4], [4, 3, 2, 1], "y falls strongly with x (correlation \u22121.00)."],
    [[1, 2, 3, 4], [1, 2, 2, 1], "There is no linear trend (correlation 0.00)."],
    [[1, 2, 3, 4], [2, 1, 3, 2], "y rises weakly with x (correlation 0.32)."],
    [[1, 2, 3, 4], [5, 5, 5, 5], "One of the two does not vary, so there is no trend."],
  ])("the trend of %j and %j", (x, y, sentence) => {
    expect(scatterPlot({ x, y }).description).toContain(sentence);
  });

  test.each([
    [[0, 2, 4], "is straight and rises by 2 for each 1 of x, from 0 at x 0 to 4 at x 2."],
    [[3, 3, 3], "is level at 3."],
    [[9, 4, 1], "falls throughout, from 9 at x 0 to 1 at x 2, over 3 points."],
    [[1, 4, 9], "rises throughout, from 1 at x 0 to 9 at x 2, over 3 points."],
    [
      [1, 5, 2],
      "goes from 1 at x 0 to 2 at x 2, over 3 points; lowest 1 at x 0, highest 5 at x 1.",
    ],
    [[7], "is a single point: 7 at x 0."],
  ])("a line through %j", (y, sentence) => {
    expect(linePlot({ y }).description).toBe(`A line of y against x ${sentence}`);
    expect(linePlot({ y, label: "loss" }).description).toBe(`The line “loss” ${sentence}`);
  });

  test("a straight line has its slope in the units of the axes", () => {
    const chart = linePlot({ x: [0, 10], y: [0, 5], xLabel: "Time (s)", yLabel: "Way (m)" });
    expect(chart.description).toContain("rises by 0.5\u00a0m per s");
  });

  test("a histogram: the range, the tallest bar and the middle", () => {
    expect(histogram({ x: [0, 1, 1, 1, 2, 3], bins: 3, xLabel: "Rooms" }).description).toBe(
      "A histogram of 6 values of rooms from 0 to 3 in 3 bars. The tallest bar, 1 to 2, holds 3 (50\u00a0%). Half of the values lie below about 1.7.",
    );
  });

  test("says when not all points are drawn", () => {
    const many = Array.from({ length: 9000 }, (_, i) => i);
    expect(scatterPlot({ x: many, y: many }).description).toContain("8,000 of them are drawn.");
  });
});

test.each([
  [2010, "2010"],
  [12_789, "12,789"],
  [-0.5, "\u22120.5"],
  [123.456, "123.5"],
  [0.012345, "0.0123"],
  [0.00003, "3·10⁻⁵"],
  [0, "0"],
  [-0.00001, "\u221210⁻⁵"],
])("%d in words is %s", (value, words) => {
  expect(inWords(value)).toBe(words);
});
