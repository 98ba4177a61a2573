import { ShapeError } from "@gradus/core";
import { Chart } from "../chart";
import { named, sentence } from "../describe/describe-chart";
import { counted } from "../describe/numbers";
import { toNumbers, type Values } from "../values";
import { axesOf, type ChartOptions, drawable, titlesOf } from "./options";

/** What a residual plot shows. */
export interface ResidualPlotOptions extends Omit<ChartOptions, "xScale" | "yScale"> {
  readonly yTrue: Values;
  readonly yPred: Values;
}

/**
 * Residuals, true minus predicted, against predictions. Around a good model they scatter evenly about the line at 0: a
 * bend tells of a shape that it misses, a funnel of errors that grow.
 *
 * @throws ShapeError if the lists differ in length; ValueError if there is no pair to draw; ParameterError for a
 *   domain that cannot be.
 * @roadmap DAT-006
 * @example
 * ```ts
 * const chart = residualPlot({ yTrue: [1, 2, 4], yPred: [1.5, 2, 3] });
 * chart.description.slice(0, 49); // → 3 residuals against predicted value, from −0.5 to
 * ```
 */
export function residualPlot(options: ResidualPlotOptions): Chart {
  const where = "residualPlot";
  const axes = axesOf(where, {
    xLabel: "Predicted value",
    yLabel: "Residual, true − predicted",
    ...options,
  });
  const [yTrue, yPred] = [
    toNumbers(where, "yTrue", options.yTrue),
    toNumbers(where, "yPred", options.yPred),
  ];
  if (yTrue.length !== yPred.length) {
    throw new ShapeError(
      `${where}: expected as many yTrue as yPred, got ${yTrue.length} and ${yPred.length}`,
    );
  }
  const residuals = yTrue.map((value, i) => value - yPred[i]!);
  const points = drawable(where, [yPred, residuals], axes);
  const ends = [Math.min(...points.x), Math.max(...points.x)];
  const mean = points.y.reduce((sum, value) => sum + value, 0) / points.y.length;
  const root = Math.sqrt(points.y.reduce((sum, value) => sum + value ** 2, 0) / points.y.length);
  const [x, y] = [named(axes.x, "prediction"), named({}, "residual")];
  const summary = sentence(
    `${counted(points.y.length, "residual")} against ${x.name}, from ${y.range(points.y)}, with mean ${y.with(mean)} and root mean square ${y.with(root)}`,
  );
  return new Chart({
    version: 1,
    ...titlesOf(options),
    ...axes,
    layers: [
      { mark: "points", color: "blue", ...points, summary },
      {
        mark: "segments",
        x1: [ends[0]!],
        x2: [ends[1]!],
        y1: [0],
        y2: [0],
        tone: "ink",
        width: 1.5,
        nDropped: 0,
      },
    ],
  });
}
