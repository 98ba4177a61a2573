import { checkInteger, ParameterError } from "@gradus/core";
import { Chart } from "../chart";
import { extent } from "../describe/numbers";
import { describedDomain } from "../render/domain";
import type { AxisSpec, ChartSpec } from "../spec";
import { type ChartOptions, titlesOf } from "./options";

/** How facets are laid out. */
export interface FacetsOptions extends Pick<ChartOptions, "title" | "subtitle"> {
  /** How many charts stand in a row. Default 3, or 2 for four charts. */
  readonly columns?: number;
  /** Whether all charts have the same axes, so that they can be compared. Default true. */
  readonly shared?: boolean;
}

/**
 * The same kind of chart for each part of the data, side by side, each with its name as title. With shared axes the
 * numbers stand only at the outer ones.
 *
 * @throws ParameterError for no chart, a chart of several panels, charts whose scales differ though they are to be
 *   shared, or unless `columns` is an integer > 0.
 * @example
 * ```ts
 * const chart = facets({ "1st year": scatterPlot({ x: [1, 2], y: [1, 2] }), "2nd year": scatterPlot({ x: [1, 2], y: [2, 5] }) });
 * chart.spec.panels!.rows[0]!.map((panel) => panel?.y.domain); // → [[0.84, 5.16], [0.84, 5.16]]
 * ```
 */
export function facets(
  charts: Readonly<Record<string, Chart>>,
  options: FacetsOptions = {},
): Chart {
  const where = "facets";
  const entries = Object.entries(charts);
  if (entries.length === 0)
    throw new ParameterError(`${where}: expected at least one chart, got none`);
  const specs = entries.map(([, chart]) => chart.spec);
  if (specs.some((spec) => spec.panels)) {
    throw new ParameterError(`${where}: expected charts with one frame, got one with panels`);
  }
  const usual = entries.length === 4 ? 2 : Math.min(3, entries.length);
  const nColumns = checkInteger(where, "columns", options.columns ?? usual, 1);
  const shared = options.shared ?? true;
  const axes = shared
    ? { x: sharedAxis(where, specs, "x"), y: sharedAxis(where, specs, "y") }
    : undefined;
  const nRows = Math.ceil(entries.length / nColumns);
  const panels = entries.map(([title], i): ChartSpec => {
    const { title: _, subtitle: __, key: ___, ...spec } = specs[i]!;
    if (!axes) return { ...spec, title };
    const isLowest = i + nColumns >= entries.length;
    const x: AxisSpec = isLowest ? axes.x : { ...axes.x, show: "quiet" };
    const y: AxisSpec = i % nColumns === 0 ? axes.y : { ...axes.y, show: "quiet" };
    return { ...spec, title, x, y };
  });
  const rows = Array.from({ length: nRows }, (_, r) =>
    Array.from({ length: nColumns }, (_, c) => panels[r * nColumns + c] ?? null),
  );
  const key = specs[0]!.key;
  return new Chart({
    version: 1,
    ...titlesOf(options),
    ...(key ? { key } : {}),
    x: { scale: "linear", show: "none" },
    y: { scale: "linear", show: "none" },
    layers: [],
    panels: { rows, gap: 8 },
    aspect: Math.min(1.4, (nRows * 0.8) / nColumns + 0.12),
  });
}

/** One axis for all: the same words, or ends that hold all of them. */
function sharedAxis(where: string, specs: readonly ChartSpec[], name: "x" | "y"): AxisSpec {
  const axis = specs[0]![name];
  const other = specs.find((spec) => spec[name].scale !== axis.scale);
  if (other) {
    throw new ParameterError(
      `${where}: expected the same ${name}Scale in all charts to share, got "${axis.scale}" and "${other[name].scale}"`,
    );
  }
  const [low, high] = extent(specs.flatMap((spec) => [...describedDomain(spec, name)]));
  if (axis.domain || axis.ticks) return { ...axis, domain: [low, high] };
  return { ...axis, domain: withRoom(axis, low, high) };
}

/** A little more than the data, so that marks at the ends are whole; but nothing below a 0 that must be there. */
function withRoom({ scale, zero }: AxisSpec, low: number, high: number): readonly [number, number] {
  const share = 0.04;
  if (scale === "log") {
    const factor = (high / low) ** share;
    return [low / factor, high * factor];
  }
  const room = (high - low) * share;
  return [zero && low === 0 ? 0 : low - room, zero && high === 0 ? 0 : high + room];
}
