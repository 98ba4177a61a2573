import { MOST_POINTS } from "../render/thin";
import type { AxisSpec, BarsLayer, ChartSpec, Layer, LineLayer, PointsLayer } from "../spec";
import { correlation, counted, extent, inWords, minus } from "./numbers";

/** A chart's text twin: what is drawn, the ranges, and the trend, in full sentences. */
export function describeChart(spec: ChartSpec): string {
  const heading = [spec.title, spec.subtitle].flatMap((text) => (text ? [sentence(text)] : []));
  const layers = spec.layers.flatMap((layer) => [describeLayer(layer, spec), dropped(layer)]);
  const scales = [logScale(spec.x, "x"), logScale(spec.y, "y")];
  const parts = [...heading, spec.summary ?? "", ...layers, ...scales, ...describePanels(spec)];
  return parts.filter((text) => text !== "").join(" ");
}

/** What the panels say, unless the whole has said it. */
function describePanels({ panels, summary }: ChartSpec): string[] {
  if (summary !== undefined) return [];
  return (panels?.rows.flat() ?? []).flatMap((panel) => (panel ? [describeChart(panel)] : []));
}

function describeLayer(layer: Layer, spec: ChartSpec): string {
  if (layer.summary !== undefined) return layer.summary;
  if (layer.mark === "points") return describePoints(layer, spec);
  if (layer.mark === "line") return describeLine(layer, spec);
  return layer.mark === "bars" ? describeBars(layer, spec) : "";
}

function describePoints({ x, y, label }: PointsLayer, spec: ChartSpec): string {
  const [xName, yName] = [named(spec.x, "x"), named(spec.y, "y")];
  const of = label ? ` (${label})` : "";
  const what = `${counted(x.length, "point")}${of} of ${yName.name} against ${xName.name}`;
  if (x.length === 1) {
    return sentence(`${what}: ${yName.with(y[0]!)} at ${xName.name} ${xName.with(x[0]!)}`);
  }
  const ranges = `${xName.name} from ${xName.range(x)}, ${yName.name} from ${yName.range(y)}`;
  const drawn =
    x.length > MOST_POINTS
      ? sentence(`${MOST_POINTS.toLocaleString("en-US")} of them are drawn`)
      : "";
  const sentences = [
    sentence(`${what}: ${ranges}`),
    sentence(trend(x, y, [xName.name, yName.name])),
  ];
  return [...sentences, drawn].filter(Boolean).join(" ");
}

function trend(
  x: readonly number[],
  y: readonly number[],
  [xName, yName]: readonly [string, string],
): string {
  const r = correlation(x, y);
  if (Number.isNaN(r)) return "One of the two does not vary, so there is no trend";
  const size = Math.abs(r);
  const number = `correlation ${minus(r.toFixed(2))}`;
  if (size < 0.1) return `There is no linear trend (${number})`;
  const strength = size < 0.4 ? "weakly" : size < 0.7 ? "moderately" : "strongly";
  return `${yName} ${r > 0 ? "rises" : "falls"} ${strength} with ${xName} (${number})`;
}

function describeLine({ x, y, label }: LineLayer, spec: ChartSpec): string {
  const [xName, yName] = [named(spec.x, "x"), named(spec.y, "y")];
  const what = label
    ? `The line \u201c${label}\u201d`
    : `A line of ${yName.name} against ${xName.name}`;
  const [first, last] = [0, y.length - 1];
  const at = (i: number) => `${yName.with(y[i]!)} at ${xName.name} ${xName.with(x[i]!)}`;
  if (last === 0) return sentence(`${what} is a single point: ${at(0)}`);
  if (isStraight(x, y)) {
    const slope = (y[last]! - y[first]!) / (x[last]! - x[first]!);
    const per = xName.unit ? `per ${xName.unit}` : `for each 1 of ${xName.name}`;
    const motion = `${slope > 0 ? "rises" : "falls"} by ${yName.with(Math.abs(slope))} ${per}`;
    return slope === 0
      ? sentence(`${what} is level at ${yName.with(y[0]!)}`)
      : sentence(`${what} is straight and ${motion}, from ${at(first)} to ${at(last)}`);
  }
  const steps = y.slice(1).map((value, i) => value - y[i]!);
  const path = `from ${at(first)} to ${at(last)}, over ${counted(y.length, "point")}`;
  if (steps.every((step) => step <= 0)) return sentence(`${what} falls throughout, ${path}`);
  if (steps.every((step) => step >= 0)) return sentence(`${what} rises throughout, ${path}`);
  const [low, high] = extent(y);
  const extremes = `lowest ${at(y.indexOf(low))}, highest ${at(y.indexOf(high))}`;
  return sentence(`${what} goes ${path}; ${extremes}`);
}

/** Whether all points stand on the line through the first and the last, up to rounding. */
function isStraight(x: readonly number[], y: readonly number[]): boolean {
  const last = y.length - 1;
  const width = x[last]! - x[0]!;
  if (width === 0) return false;
  const slope = (y[last]! - y[0]!) / width;
  const [low, high] = extent(y);
  const tolerance = 1e-9 * Math.max(Math.abs(low), Math.abs(high), high - low);
  return y.every((value, i) => Math.abs(value - y[0]! - slope * (x[i]! - x[0]!)) <= tolerance);
}

function describeBars({ edges, ...bars }: BarsLayer, spec: ChartSpec): string {
  const x = named(spec.x, "x");
  const counts = bars.total === undefined ? bars.counts : countsOf(edges, bars.counts, bars.total);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const tallest = counts.indexOf(Math.max(...counts));
  const share = Math.round((100 * counts[tallest]!) / total);
  const height = `${counts[tallest]!.toLocaleString("en-US")} (${share}\u00a0%)`;
  return [
    `A histogram of ${counted(total, "value")} of ${x.name} from ${x.range(edges)} in ${counted(counts.length, "bar")}`,
    `The tallest bar, ${x.range(edges.slice(tallest, tallest + 2))}, holds ${height}`,
    `Half of the values lie below about ${x.with(Number(middle(edges, counts, total).toPrecision(2)))}`,
  ]
    .map(sentence)
    .join(" ");
}

/** Counts from heights that are shares, or shares by the bars' widths: then the heights do not add to 1. */
function countsOf(
  edges: readonly number[],
  heights: readonly number[],
  total: number,
): readonly number[] {
  const sum = heights.reduce((all, height) => all + height, 0);
  const isShare = Math.abs(sum - 1) < 1e-9;
  return heights.map((height, i) => {
    const width = isShare ? 1 : edges[i + 1]! - edges[i]!;
    return Math.round(height * width * total);
  });
}

/** The median, as well as bars can tell it: by linear interpolation within its bar. */
function middle(edges: readonly number[], counts: readonly number[], total: number): number {
  let below = 0;
  const bin = counts.findIndex((count) => {
    below += count;
    return below >= total / 2;
  });
  const share = (total / 2 - (below - counts[bin]!)) / counts[bin]!;
  return edges[bin]! + share * (edges[bin + 1]! - edges[bin]!);
}

function dropped({ nDropped }: Layer): string {
  if (nDropped === 0) return "";
  const verb = nDropped === 1 ? "is" : "are";
  return sentence(
    `${counted(nDropped, "value")} that ${verb} missing or cannot be drawn ${verb} left out`,
  );
}

function logScale(axis: AxisSpec, name: string): string {
  return axis.scale === "log" ? sentence(`The ${name} axis is logarithmic`) : "";
}

/** The words for an axis: "Sale price (US$)" is the name "sale price" and the unit "US$". */
export function named(axis: Pick<AxisSpec, "label">, fallback: string) {
  const [, label, unit] = /^(.*?)(?:\s*\(([^)]*)\))?$/.exec(axis.label ?? fallback)!;
  // A single capital letter, and one before another capital, is part of a symbol: R², US sales.
  const name = /^[A-Z][a-z]/.test(label!)
    ? label!.charAt(0).toLowerCase() + label!.slice(1)
    : label!;
  // Only what is short and without spaces reads as a unit: "ft²", but not "mean squared error".
  const suffix = unit && !unit.includes(" ") ? `\u00a0${unit}` : "";
  return {
    name,
    unit: suffix.trim(),
    with: (value: number) => inWords(value) + suffix,
    range: (values: readonly number[]) => {
      const [low, high] = extent(values);
      return `${inWords(low)} to ${inWords(high)}${suffix}`;
    },
  };
}

/** The text as a sentence: with a capital letter and a full stop. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${capitalized(text)}.`;
}

function capitalized(text: string): string {
  // A name of one letter is a symbol, and stays as it is.
  return /^\S\s/.test(text) && !/^a\s/i.test(text)
    ? text
    : text.charAt(0).toUpperCase() + text.slice(1);
}
