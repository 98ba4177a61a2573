import { Chart } from "../chart";
import { describeChart } from "../describe/describe-chart";
import { extent } from "../describe/numbers";
import type { AxisSpec, ChartSpec, Layer } from "../spec";
import { toNumbers } from "../values";
import { histogram } from "./histogram";
import { axesOf, drawable, titlesOf } from "./options";
import { type RegPlotOptions, regPlot } from "./reg-plot";
import { scatterPlot } from "./scatter-plot";

/** What a joint plot shows. */
export interface JointPlotOptions extends RegPlotOptions {
  /** Whether the line of least squares is drawn too. Default false. */
  readonly regression?: boolean;
}

/**
 * Points, with the histograms of x above them and of y beside them, on the same axes.
 *
 * @throws what `scatterPlot` throws, or `regPlot` with `regression`.
 * @roadmap DAT-006
 * @example
 * ```ts
 * const { panels } = jointPlot({ x: [1, 2, 3, 4], y: [2, 4, 5, 8] }).spec;
 * panels!.rows.map((row) => row.map((panel) => panel !== null)); // → [[true, false], [true, true]]
 * ```
 */
export function jointPlot(options: JointPlotOptions): Chart {
  const where = "jointPlot";
  const axes = axesOf(where, options);
  const lists = [toNumbers(where, "x", options.x), toNumbers(where, "y", options.y)] as const;
  const points = drawable(where, lists, axes);
  const { title: _, subtitle: __, ...rest } = options;
  const main = (options.regression ? regPlot : scatterPlot)(rest).spec;
  const domains = {
    x: options.xDomain ?? padded(points.x),
    y: options.yDomain ?? padded(points.y),
  };
  const center: ChartSpec = {
    ...main,
    x: { ...main.x, domain: domains.x },
    y: { ...main.y, domain: domains.y },
  };
  const count: AxisSpec = { scale: "linear", show: "none", zero: true };
  const above: ChartSpec = {
    version: 1,
    x: { scale: "linear", domain: domains.x, show: "quiet" },
    y: count,
    layers: [sideBars(points.x, false)],
  };
  const beside: ChartSpec = {
    version: 1,
    x: count,
    y: { scale: "linear", domain: domains.y, show: "quiet", grid: false },
    layers: [sideBars(points.y, true)],
  };
  return new Chart({
    version: 1,
    ...titlesOf(options),
    x: { scale: "linear", show: "none" },
    y: { scale: "linear", show: "none" },
    layers: [],
    panels: {
      rows: [
        [above, null],
        [center, beside],
      ],
      widths: [5, 1],
      heights: [1, 4.2],
      gap: 0,
    },
    aspect: 0.8,
    summary: `${describeChart(main)} The histograms at the sides show x and y by themselves.`,
  });
}

/** A histogram as rectangles, upright or on its side. */
export function sideBars(values: readonly number[], horizontal: boolean): Layer {
  const [bars] = histogram({ x: values }).spec.layers;
  if (bars?.mark !== "bars") throw new Error("a histogram has bars");
  const [from, to] = [bars.edges.slice(0, -1), bars.edges.slice(1)];
  const zeros = from.map(() => 0);
  const base = { mark: "rects", color: "blue", opacity: 0.55, summary: "", nDropped: 0 } as const;
  return horizontal
    ? { ...base, x1: zeros, x2: bars.counts, y1: from, y2: to }
    : { ...base, x1: from, x2: to, y1: zeros, y2: bars.counts };
}

/** The ends of the histogram's bars, which hold all values. */
function padded(values: readonly number[]): readonly [number, number] {
  const [bars] = histogram({ x: values }).spec.layers;
  return extent(bars?.mark === "bars" ? bars.edges : values);
}
