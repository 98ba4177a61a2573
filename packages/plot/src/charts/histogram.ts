import { checkInteger, checkOneOf, ParameterError, ValueError } from "@gradus/core";
import { Chart } from "../chart";
import { kernelDensity } from "../numeric/kernel-density";
import { roundStep } from "../numeric/round-step";
import type { ChartColor, Layer } from "../spec";
import { toNumbers, type Values } from "../values";
import { axesOf, type ChartOptions, lookOf, titlesOf } from "./options";

/** What a histogram shows. */
export interface HistogramOptions extends Omit<ChartOptions, "xScale" | "yScale" | "yDomain"> {
  readonly x: Values;
  /**
   * About how many bars, whose edges are round numbers; or the edges themselves, outside of which values are left
   * out. Default by Freedman and Diaconis' rule.
   */
  readonly bins?: number | readonly number[];
  /**
   * What the height of a bar is: the count of its values (the default), their share of all, or the share divided by
   * the bar's width, so that the bars' areas make 1.
   */
  readonly stat?: "count" | "share" | "density";
  /** Whether a Gaussian kernel density with Scott's bandwidth is drawn over the bars. Default false. */
  readonly kde?: boolean;
  readonly color?: ChartColor;
}

const MOST_BINS = 200;

/**
 * How many values fall into each of equal intervals with round edges; an interval holds its lower
 * edge, and the last one its upper edge too. Missing and infinite values are left out, and the
 * description says so.
 *
 * @throws ValueError if there is no value to count; ParameterError unless `bins` is an integer > 0 or edges that
 *   rise, and for an unknown `stat`.
 * @see Freedman and Diaconis (1981), Zeitschrift für Wahrscheinlichkeitstheorie 57, 453–476.
 * @roadmap DAT-006
 * @example
 * ```ts
 * histogram({ x: [1, 2, 2, 3, 3, 3], xLabel: "Bedrooms" });
 * ```
 */
export function histogram(options: HistogramOptions): Chart {
  const where = "histogram";
  const all = toNumbers(where, "x", options.x);
  const stat = checkOneOf(where, "stat", options.stat ?? "count", ["count", "share", "density"]);
  const finite = Float64Array.from(all.filter(Number.isFinite)).sort();
  const edges = edgesOf(where, finite, options.bins);
  const values = finite.filter((value) => value >= edges[0]! && value <= edges.at(-1)!);
  if (values.length === 0) {
    throw new ValueError(`${where}: expected at least one finite value, got ${all.length} others`);
  }
  const counts = countBetween(values, edges);
  const unit = (i: number) => {
    if (stat === "count") return 1;
    return values.length * (stat === "share" ? 1 : edges[i + 1]! - edges[i]!);
  };
  const axes = axesOf(where, { yLabel: AXIS_LABELS[stat], ...options });
  const bars: Layer = {
    mark: "bars",
    ...lookOf(where, options),
    edges,
    counts: counts.map((count, i) => count / unit(i)),
    nDropped: all.length - values.length,
    ...(stat === "count" ? {} : { total: values.length }),
  };
  return new Chart({
    version: 1,
    ...titlesOf(options),
    x: axes.x,
    y: { ...axes.y, zero: true },
    layers: options.kde ? [bars, smooth(where, values, edges, stat)] : [bars],
  });
}

const AXIS_LABELS = { count: "Count", share: "Share", density: "Density" } as const;

/** The edges asked for, or round ones. */
function edgesOf(
  where: string,
  sorted: Float64Array,
  bins: HistogramOptions["bins"],
): readonly number[] {
  if (bins === undefined || typeof bins === "number") {
    if (sorted.length === 0) return [0, 0];
    return roundEdges(
      sorted,
      bins === undefined ? freedmanDiaconis(sorted) : checkInteger(where, "bins", bins, 1),
    );
  }
  const rises = bins.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > bins[i - 1]!));
  if (bins.length < 2 || !rises) {
    throw new ParameterError(
      `${where}: bins must be at least two edges that rise, got [${bins.join(", ")}]`,
    );
  }
  return [...bins];
}

/** The kernel density in the unit of the bars; with bars of unequal width only "density" is one unit. */
function smooth(
  where: string,
  values: Float64Array,
  edges: readonly number[],
  stat: keyof typeof AXIS_LABELS,
): Layer {
  const { x, density } = kernelDensity(where, [...values]);
  const width = (edges.at(-1)! - edges[0]!) / (edges.length - 1);
  const unit = stat === "density" ? 1 : width * (stat === "share" ? 1 : values.length);
  return {
    mark: "line",
    x,
    y: density.map((value) => value * unit),
    color: "vermillion",
    summary: "A smooth curve over the bars is their kernel density.",
    nDropped: 0,
  };
}

/** The number of bins of width 2 · IQR / ∛n; by Sturges' rule where the middle half is one value. */
function freedmanDiaconis(sorted: Float64Array): number {
  const n = sorted.length;
  const quartile = (q: number) => sorted[Math.round((n - 1) * q)]!;
  const width = (2 * (quartile(0.75) - quartile(0.25))) / Math.cbrt(n);
  const range = sorted[n - 1]! - sorted[0]!;
  const bins = width > 0 ? Math.ceil(range / width) : Math.ceil(Math.log2(n)) + 1;
  return Math.min(Math.max(bins, 1), MOST_BINS);
}

/** Edges at multiples of 1, 2 or 5 times a power of ten that enclose the values in about `bins` steps. */
function roundEdges(sorted: Float64Array, bins: number): number[] {
  const [low, high] = [sorted[0]!, sorted[sorted.length - 1]!];
  if (low === high) return [low - 0.5, low + 0.5];
  const step = roundStep((high - low) / bins);
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  // Dividing by a whole number, where the step is 1/n, keeps edges such as 0.3 exact.
  const edge = (i: number) => (step < 1 ? i / Math.round(1 / step) : i * step);
  return Array.from({ length: last - first + 1 }, (_, i) => edge(first + i));
}

function countBetween(sorted: Float64Array, edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length - 1).fill(0);
  let bin = 0;
  for (const value of sorted) {
    while (bin < counts.length - 1 && value >= edges[bin + 1]!) bin++;
    counts[bin]!++;
  }
  return counts;
}
