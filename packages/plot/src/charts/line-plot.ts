import { ParameterError } from "@gradus/core";
import { Chart } from "../chart";
import type { ChartColor, LineLayer } from "../spec";
import { toNumbers, type Values } from "../values";
import { axesOf, type ChartOptions, drawable, lookOf, titlesOf } from "./options";

/** One line. */
export interface OneLineOptions extends ChartOptions {
  /** Default 0, 1, 2, … */
  readonly x?: Values;
  readonly y: Values;
  /** What the line shows, written at its end. */
  readonly label?: string;
  readonly color?: ChartColor;
}

/** Several lines over the same x, by their names. */
export interface ManyLinesOptions extends ChartOptions {
  /** Default 0, 1, 2, … */
  readonly x?: Values;
  readonly series: Readonly<Record<string, Values>>;
}

/** What a line plot shows. */
export type LinePlotOptions = OneLineOptions | ManyLinesOptions;

/**
 * A line through points in their order, or several lines, each with its name written at its end.
 * Missing and infinite values are left out, and the description says so.
 *
 * @throws ShapeError if x and y differ in length; ValueError if a line has no point to draw;
 *   ParameterError for no series, or a scale, domain or colour that cannot be.
 * @roadmap DAT-006
 * @example
 * ```ts
 * linePlot({ series: { training: [3, 2, 1], validation: [3, 2.5, 2.4] }, yLabel: "Loss" });
 * ```
 */
export function linePlot(options: LinePlotOptions): Chart {
  const where = "linePlot";
  const axes = axesOf(where, options);
  const lines = linesOf(where, options);
  const layers = lines.map(({ name, y, look }): LineLayer => {
    const values = toNumbers(where, name, y);
    const x = options.x ? toNumbers(where, "x", options.x) : values.map((_, i) => i);
    return { mark: "line", ...look, ...drawable(where, [x, values], axes) };
  });
  return new Chart({ version: 1, ...titlesOf(options), ...axes, layers });
}

function linesOf(where: string, options: LinePlotOptions) {
  if ("y" in options) return [{ name: "y", y: options.y, look: lookOf(where, options) }];
  const series = Object.entries(options.series ?? {});
  if (series.length === 0) {
    throw new ParameterError(`${where}: expected y or at least one of series, got neither`);
  }
  return series.map(([label, y]) => ({ name: label, y, look: { label } }));
}
