import { checkOneOf, describeValue, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { type AxisSpec, CHART_COLORS, type ChartColor, type ScaleType } from "../spec";

/** What every chart can be told about its look. */
export interface ChartOptions {
  /** A headline: what the chart shows, or better, what it says. */
  readonly title?: string;
  /** A second line beneath the title. */
  readonly subtitle?: string;
  /** The name of the x values, with their unit. */
  readonly xLabel?: string;
  /** The name of the y values, with their unit. */
  readonly yLabel?: string;
  /** Default "linear"; a log scale leaves out values that are not above 0. */
  readonly xScale?: ScaleType;
  /** Default "linear"; a log scale leaves out values that are not above 0. */
  readonly yScale?: ScaleType;
  /** The ends of the x axis. Default from the data. */
  readonly xDomain?: readonly [low: number, high: number];
  /** The ends of the y axis. Default from the data. */
  readonly yDomain?: readonly [low: number, high: number];
}

/** The options as the two axes of a spec. @throws ParameterError for a scale or domain that cannot be. */
export function axesOf(where: string, options: ChartOptions): { x: AxisSpec; y: AxisSpec } {
  return {
    x: axis(where, "x", options.xLabel, options.xScale, options.xDomain),
    y: axis(where, "y", options.yLabel, options.yScale, options.yDomain),
  };
}

/** The title and subtitle, where given. */
export function titlesOf(options: ChartOptions): { title?: string; subtitle?: string } {
  return {
    ...(options.title === undefined ? {} : { title: options.title }),
    ...(options.subtitle === undefined ? {} : { subtitle: options.subtitle }),
  };
}

/** The label and colour of a layer, where given. @throws ParameterError for an unknown colour. */
export function lookOf(
  where: string,
  {
    label,
    color,
  }: { readonly label?: string | undefined; readonly color?: ChartColor | undefined },
): { label?: string; color?: ChartColor } {
  return {
    ...(label === undefined ? {} : { label }),
    ...(color === undefined ? {} : { color: checkOneOf(where, "color", color, CHART_COLORS) }),
  };
}

/** Points with the ones left out that the axes cannot show. */
export interface DrawnPoints {
  readonly x: number[];
  readonly y: number[];
  readonly nDropped: number;
}

/**
 * The pairs that can be drawn: both finite, and above 0 on a log scale.
 *
 * @throws ShapeError if the lengths differ; ValueError if nothing is left to draw.
 */
export function drawable(
  where: string,
  [x, y]: readonly [number[], number[]],
  axes: { readonly x: AxisSpec; readonly y: AxisSpec },
): DrawnPoints {
  if (x.length !== y.length) {
    throw new ShapeError(
      `${where}: expected as many x as y values, got ${x.length} and ${y.length}`,
    );
  }
  if (x.length === 0) throw new ValueError(`${where}: expected at least one point, got none`);
  const kept = x.map((_, i) => i).filter((i) => fits(x[i]!, axes.x) && fits(y[i]!, axes.y));
  if (kept.length === 0) {
    throw new ValueError(
      `${where}: expected at least one point that can be drawn, got ${x.length} that are missing, infinite or not above 0 on a log scale`,
    );
  }
  return {
    x: kept.map((i) => x[i]!),
    y: kept.map((i) => y[i]!),
    nDropped: x.length - kept.length,
  };
}

function fits(value: number, { scale }: AxisSpec): boolean {
  return Number.isFinite(value) && (scale === "linear" || value > 0);
}

function axis(
  where: string,
  name: "x" | "y",
  label: string | undefined,
  scale: ScaleType = "linear",
  domain?: readonly [number, number],
): AxisSpec {
  checkOneOf(where, `${name}Scale`, scale, ["linear", "log"]);
  const lowest = scale === "log" ? 0 : -Infinity;
  if (domain && !(lowest < domain[0] && domain[0] < domain[1] && domain[1] < Infinity)) {
    const range = scale === "log" ? "0 < low < high" : "low < high";
    throw new ParameterError(
      `${where}: ${name}Domain must be [low, high] with ${range}, got ${describeValue(domain)}`,
    );
  }
  return {
    ...(label === undefined ? {} : { label }),
    scale,
    ...(domain ? { domain: [domain[0], domain[1]] as const } : {}),
  };
}
