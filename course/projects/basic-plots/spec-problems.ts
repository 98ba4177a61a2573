import type { AxisSpec, ChartSpec, Layer } from "@gradus/plot";

/** What a plot must show: its marks, its scales and its labels. */
export interface Wanted {
  readonly marks: (spec: ChartSpec) => string | undefined;
  readonly x: WantedAxis;
  readonly y: WantedAxis;
}

/** What an axis must be. */
export interface WantedAxis {
  readonly scale: "linear" | "log";
  /** The least and the largest value that must lie on it. */
  readonly holds: readonly [low: number, high: number];
  /** What its label must say; nothing where words stand along the axis. */
  readonly says: readonly RegExp[];
}

export type PointList = readonly (readonly [x: number, y: number])[];

/** The first thing that is wrong with a chart, in one sentence; undefined if it is right. */
export function specProblem(chart: unknown, wanted: Wanted): string | undefined {
  const spec = (chart as { readonly spec?: ChartSpec } | null | undefined)?.spec;
  if (spec === undefined || !Array.isArray(spec.layers))
    return "The function must return a chart, such as `linePlot(…)` gives.";
  if (spec.panels) return "One chart is wanted, not several panels.";
  const marks = wanted.marks(spec);
  if (marks) return `Marks: ${marks}`;
  const scale = scaleProblem("x", spec.x, wanted.x) ?? scaleProblem("y", spec.y, wanted.y);
  if (scale) return `Scales: ${scale}`;
  const label = labelProblem("x", spec.x, wanted.x) ?? labelProblem("y", spec.y, wanted.y);
  if (label) return `Labels: ${label}`;
  return spec.title?.trim() ? undefined : "Labels: the chart has no title.";
}

function scaleProblem(
  name: string,
  axis: AxisSpec,
  { scale, holds }: WantedAxis,
): string | undefined {
  if (axis.scale !== scale) {
    return scale === "log"
      ? `the values of the ${name} axis span many powers of ten: on a linear scale nearly all are squeezed together.`
      : `the ${name} axis is logarithmic, and a linear one reads better here.`;
  }
  if (axis.flipped) return `the ${name} axis runs backwards.`;
  const [low, high] = axis.domain ?? holds;
  if (low <= holds[0] && holds[1] <= high) return undefined;
  return `the ${name} axis goes from ${low} to ${high}, and must hold ${holds[0]} to ${holds[1]}.`;
}

function labelProblem(name: string, axis: AxisSpec, { says }: WantedAxis): string | undefined {
  const label = axis.label ?? "";
  if (says.length > 0 && label.trim() === "") return `the ${name} axis has no label.`;
  const lacking = says.find((word) => !word.test(label));
  if (!lacking) return undefined;
  return `the ${name} axis is called “${label}”; its label should say “${lacking.source}”.`;
}

/** Whether the layers are of this mark, one for each name, and hold these points. */
export function layersProblem(
  spec: ChartSpec,
  mark: "line" | "points",
  wanted: ReadonlyMap<string, PointList>,
): string | undefined {
  const layers = spec.layers.filter((layer) => layer.mark === mark);
  const other = spec.layers.find((layer) => layer.mark !== mark && layer.mark !== "texts");
  if (other) return `there is a layer of ${other.mark}, and only ${plural(mark)} are wanted.`;
  if (layers.length !== wanted.size)
    return `${wanted.size} layers of ${plural(mark)} are wanted, one for each name, and there are ${layers.length}.`;
  for (const [name, points] of wanted) {
    const layer = wanted.size === 1 ? layers[0] : layers.find(({ label }) => label === name);
    if (!layer) return `no layer of ${plural(mark)} has the label “${name}”.`;
    const drawn = pointsOf(layer);
    if (mark === "line" && drawn.some(([x], i) => i > 0 && x < drawn[i - 1]![0]))
      return `the line of ${name} runs back in x: sort its rows first.`;
    if (drawn.length !== points.length)
      return `${name} should have ${points.length} points, and has ${drawn.length}.`;
    const order = (list: PointList) => list.map(([x, y]) => `${x} ${y}`).sort();
    const [found, right] = [order(drawn), order(points)];
    const off = found.findIndex((text, i) => text !== right[i]);
    if (off >= 0)
      return `in ${name} the point ${right[off]} is wanted, and ${found[off]} is drawn.`;
  }
  return undefined;
}

/** Whether bars over intervals count these values, all of them, in a sensible number of intervals. */
export function countsProblem(spec: ChartSpec, values: readonly number[]): string | undefined {
  const bars = spec.layers.filter((layer) => layer.mark === "bars");
  if (bars.length !== 1)
    return `one layer of bars over intervals is wanted, and there are ${bars.length}.`;
  const { edges, counts } = bars[0]!;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const inside = values.filter((value) => value >= edges[0]! && value <= edges.at(-1)!).length;
  if (inside < values.length)
    return `the bars leave out ${values.length - inside} of ${values.length} values.`;
  if (Math.abs(total - values.length) > 1e-9)
    return `the bars should count ${values.length} values, and their heights add up to ${Number(total.toPrecision(6))}.`;
  const widths = counts.map((_, i) => edges[i + 1]! - edges[i]!);
  if (Math.max(...widths) > Math.min(...widths) * 1.000001)
    return "the intervals have different widths, so heights cannot be compared.";
  if (counts.length < 8 || counts.length > 40)
    return `there are ${counts.length} bars; with 8 to 40 one sees the shape.`;
  return undefined;
}

/** Whether there is a bar from 0 for each name, the longest first. */
export function barsProblem(
  spec: ChartSpec,
  wanted: ReadonlyMap<string, number>,
): string | undefined {
  const isUpright = spec.x.ticks !== undefined;
  const names = (isUpright ? spec.x : spec.y).ticks?.text ?? [];
  const rects = spec.layers.filter((layer) => layer.mark === "rects");
  if (rects.length !== 1) return `one layer of bars is wanted, and there are ${rects.length}.`;
  const { x1, x2, y1, y2 } = rects[0]!;
  const [from, to] = isUpright ? [y1, y2] : [x1, x2];
  if (from.some((start) => start !== 0)) return "a bar does not begin at 0.";
  if (names.length !== wanted.size)
    return `${wanted.size} bars are wanted, and there are ${names.length}.`;
  for (const [i, name] of names.entries()) {
    if (!wanted.has(name)) return `there is a bar for “${name}”, which is no name in the table.`;
    if (to[i] !== wanted.get(name))
      return `the bar of ${name} should reach ${wanted.get(name)}, and reaches ${to[i]}.`;
  }
  return to.some((end, i) => i > 0 && end > to[i - 1]!)
    ? "the longest bar should come first."
    : undefined;
}

function pointsOf(layer: Layer): PointList {
  return "x" in layer && "y" in layer && Array.isArray(layer.x)
    ? layer.x.map((x: number, i: number) => [x, (layer.y as readonly number[])[i]!] as const)
    : [];
}

function plural(mark: string): string {
  return mark === "line" ? "lines" : mark;
}
