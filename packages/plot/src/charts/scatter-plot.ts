import { Chart } from "../chart";
import type { ChartColor } from "../spec";
import { toNumbers, type Values } from "../values";
import { axesOf, type ChartOptions, drawable, lookOf, titlesOf } from "./options";

/** What a scatter plot shows. */
export interface ScatterPlotOptions extends ChartOptions {
  readonly x: Values;
  readonly y: Values;
  /** What the points are, written beside them when other layers have names too. */
  readonly label?: string;
  readonly color?: ChartColor;
}

/**
 * Points at (x, y). Points with a missing or infinite value are left out, and the description says so.
 *
 * @throws ShapeError if x and y differ in length; ValueError if there is no point to draw;
 *   ParameterError for a scale, domain or colour that cannot be.
 * @roadmap DAT-006
 * @example
 * ```ts
 * const chart = scatterPlot({ x: [1, 2, 3], y: [2, 4, 5], xLabel: "Hours", yLabel: "Score" });
 * chart.description.slice(-51); // → Score rises strongly with hours (correlation 0.98).
 * ```
 */
export function scatterPlot(options: ScatterPlotOptions): Chart {
  const where = "scatterPlot";
  const axes = axesOf(where, options);
  const x = toNumbers(where, "x", options.x);
  const y = toNumbers(where, "y", options.y);
  const points = drawable(where, [x, y], axes);
  return new Chart({
    version: 1,
    ...titlesOf(options),
    ...axes,
    layers: [{ mark: "points", ...lookOf(where, options), ...points }],
  });
}
