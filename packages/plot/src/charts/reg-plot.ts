import { checkBetween, ValueError } from "@gradus/core";
import { Chart } from "../chart";
import { named, sentence } from "../describe/describe-chart";
import { extent, inWords, minus } from "../describe/numbers";
import { linearFit } from "../numeric/linear-fit";
import type { Layer } from "../spec";
import { toNumbers, type Values } from "../values";
import { axesOf, type ChartOptions, drawable, titlesOf } from "./options";

/** What a regression plot shows. */
export interface RegPlotOptions extends Omit<ChartOptions, "xScale" | "yScale"> {
  readonly x: Values;
  readonly y: Values;
  /** How sure the band is, between 0 and 1. Default 0.95. */
  readonly confidence?: number;
}

const STEPS = 60;

/**
 * Points with their line of least squares and the band in which the true mean of y lies with the given confidence,
 * if y scatters evenly and normally around a line: ŷ ± t·s·√(1/n + (x − x̄)²/Σ(xᵢ − x̄)²). Seaborn's `regplot` draws the
 * same line, and a band by the bootstrap, which differs a little with each run.
 *
 * @throws ShapeError if x and y differ in length; ValueError for fewer than three points or equal x;
 *   ParameterError for a confidence outside 0 to 1 or a domain that cannot be.
 * @roadmap DAT-006
 * @example
 * ```ts
 * const chart = regPlot({ x: [1, 2, 3, 4], y: [2, 4, 5, 8], xLabel: "Hours", yLabel: "Score" });
 * chart.spec.layers.map((layer) => layer.mark); // → ["shapes", "points", "line"]
 * ```
 */
export function regPlot(options: RegPlotOptions): Chart {
  const where = "regPlot";
  const confidence = checkBetween(where, "confidence", options.confidence ?? 0.95, [0, 1]);
  const axes = axesOf(where, options);
  const lists = [toNumbers(where, "x", options.x), toNumbers(where, "y", options.y)] as const;
  const points = drawable(where, lists, axes);
  const [low, high] = extent(points.x);
  if (points.x.length < 3 || low === high) {
    throw new ValueError(
      `${where}: expected at least three points at different x, got ${points.x.length} from ${low} to ${high}`,
    );
  }
  const fit = linearFit(points.x, points.y);
  const at = Array.from({ length: STEPS + 1 }, (_, i) => low + ((high - low) * i) / STEPS);
  const half = at.map((x) => fit.halfWidth(x, confidence));
  const ring = {
    x: [...at, ...[...at].reverse()],
    y: [
      ...at.map((x, i) => fit.at(x) + half[i]!),
      ...at.map((x, i) => fit.at(x) - half[i]!).reverse(),
    ],
  };
  const [x, y] = [named(axes.x, "x"), named(axes.y, "y")];
  const middle = fit.halfWidth((low + high) / 2, confidence);
  const percent = minus(String(Number((100 * confidence).toPrecision(4))));
  const summary = sentence(
    `The line of least squares is ${y.name} = ${inWords(fit.intercept)} ${fit.slope < 0 ? "\u2212" : "+"} ${inWords(Math.abs(fit.slope))} · ${x.name}, with R² ${inWords(fit.r2)}; the band of ${percent}\u00a0% confidence is ± ${y.with(middle)} wide in the middle`,
  );
  const layers: Layer[] = [
    {
      mark: "shapes",
      shapes: [{ rings: [ring] }],
      color: "vermillion",
      opacity: 0.18,
      summary: "",
      nDropped: 0,
    },
    { mark: "points", color: "blue", ...points },
    {
      mark: "line",
      x: [low, high],
      y: [fit.at(low), fit.at(high)],
      color: "vermillion",
      summary,
      nDropped: 0,
    },
  ];
  return new Chart({ version: 1, ...titlesOf(options), ...axes, layers });
}
