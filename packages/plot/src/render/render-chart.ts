import { checkOneOf, checkPositive } from "@gradus/core";
import * as Plot from "@observablehq/plot";
import { describeChart } from "../describe/describe-chart";
import type { AxisSpec, ChartSpec } from "../spec";
import { describedDomain } from "./domain";
import { drawHeading, headingHeight } from "./heading";
import { drawLabels, labelMargin, placedLabels } from "./labels";
import { layerMarks } from "./marks";
import { FONT_FAMILY, textWidth } from "./text";
import { layerColors, type Paint, pagePaint, plainPaint, type ThemeName } from "./theme";
import { logTickFormat, tickFormat } from "./ticks";

/** Where and how a chart is drawn. */
export interface RenderOptions {
  /** The document that makes the elements. Default the page's. */
  readonly document?: Document;
  /** Default "light". */
  readonly theme?: ThemeName;
  /** In pixels. Default 640. */
  readonly width?: number;
  /** In pixels. Default 5/8 of the width, and at least 240. */
  readonly height?: number;
  /**
   * "page" (the default): no ground, and colours as CSS variables with the theme's to fall back on.
   * "file": plain colours on the theme's ground.
   */
  readonly target?: "page" | "file";
}

const LABEL_SIZE = 12;

/**
 * Draws a chart's specification as an SVG element with a title and a description for screen readers.
 *
 * @throws ParameterError unless width and height are positive and the theme is known.
 * @example
 * ```ts
 * const { spec } = scatterPlot({ x: [1, 2, 3], y: [2, 4, 5] });
 * const show = (figure: HTMLElement) =>
 *   figure.append(renderChart(spec, { width: figure.clientWidth }));
 * ```
 */
export function renderChart(spec: ChartSpec, options: RenderOptions = {}): SVGElement {
  const where = "renderChart";
  const { document = globalThis.document, target = "page" } = options;
  const theme = checkOneOf(where, "theme", options.theme ?? "light", ["light", "dark"]);
  const width = checkPositive(where, "width", options.width ?? 640);
  const height = checkPositive(where, "height", options.height ?? Math.max(240, (width * 5) / 8));
  const paint = target === "page" ? pagePaint(theme) : plainPaint(theme);
  const colors = layerColors(spec);
  const heading = headingHeight(spec, width);
  const frame = {
    marginTop: heading + (spec.y.label ? 28 : 12),
    marginRight: Math.max(labelMargin(spec), lastTickOverhang(spec)),
    marginBottom: spec.x.label ? 46 : 30,
    marginLeft: leftMargin(spec),
  };
  const svg = Plot.plot({
    document,
    width,
    height,
    ...frame,
    // Points at the edge of the frame would be cut in half.
    inset: spec.layers.some((layer) => layer.mark === "points") ? 8 : 0,
    className: "gradus-chart",
    style: {
      fontFamily: FONT_FAMILY,
      fontSize: `${LABEL_SIZE}px`,
      background: "none",
      overflow: "visible",
    },
    x: scaleOptions(spec.x, describedDomain(spec, "x")),
    y: scaleOptions(spec.y, describedDomain(spec, "y")),
    marks: [...axisMarks(spec, paint, width, frame), ...layerMarks(spec, colors, paint)],
  }) as SVGSVGElement & Plot.Plot;
  roundCoordinates(svg);
  drawLabels(svg, placedLabels(spec, svg, { width, height, ...frame }), colors, paint);
  drawHeading(svg, spec, width, paint);
  if (target === "file") drawGround(svg, paint.ground);
  makeAccessible(svg, spec);
  return svg;
}

function scaleOptions(axis: AxisSpec, domain: readonly [number, number]): Plot.ScaleOptions {
  return { type: axis.scale, domain: [...domain], nice: axis.domain === undefined, label: null };
}

function axisMarks(
  spec: ChartSpec,
  paint: Paint,
  width: number,
  { marginLeft, marginRight }: { readonly marginLeft: number; readonly marginRight: number },
): Plot.Markish[] {
  const xTicks = Math.max(2, Math.floor((width - marginLeft - marginRight) / 90));
  const ticks = { stroke: paint.rule, color: paint.muted, fill: paint.muted, label: null };
  const y = axisTicks(spec, "y");
  return [
    Plot.gridY({ stroke: paint.grid, strokeOpacity: 1, ...y }),
    Plot.axisY({ ...ticks, ...y, tickSize: 0, tickPadding: 8 }),
    Plot.axisX({ ...ticks, ...axisTicks(spec, "x", xTicks), tickSize: 4, tickPadding: 5 }),
    Plot.frame({ anchor: "bottom", stroke: paint.rule }),
    ...(spec.x.label ? [axisLabel(spec.x.label, "x", paint)] : []),
    ...(spec.y.label ? [axisLabel(spec.y.label, "y", paint, marginLeft)] : []),
  ];
}

/** How many ticks an axis has, and how it writes them. */
function axisTicks(spec: ChartSpec, name: "x" | "y", count = 5) {
  const axis = spec[name];
  if (axis.scale === "log") return { ticks: Math.min(count, 5), tickFormat: logTickFormat };
  return { ticks: count, tickFormat: tickFormat(describedDomain(spec, name)) };
}

/** The name of an axis, written level: above the y axis, and below the end of the x axis. */
function axisLabel(label: string, name: "x" | "y", paint: Paint, marginLeft = 0): Plot.Markish {
  const place =
    name === "x"
      ? { frameAnchor: "bottom-right" as const, dy: 40 }
      : { frameAnchor: "top-left" as const, dx: 8 - marginLeft, dy: -22 };
  const arrow = name === "x" ? `${label} \u2192` : `\u2191 ${label}`;
  return Plot.text([arrow], { ...place, fill: paint.ink, fontSize: LABEL_SIZE, fontWeight: 500 });
}

/** Room for the widest number of the y axis. */
function leftMargin(spec: ChartSpec): number {
  const domain = describedDomain(spec, "y");
  const format = spec.y.scale === "log" ? logTickFormat : tickFormat(domain);
  const step = (domain[1] - domain[0]) / 5;
  const rounded = Number(step.toPrecision(1));
  const likely = [...domain, domain[0] + rounded, Math.ceil(domain[1] / rounded) * rounded];
  const widest = Math.max(...likely.map((value) => textWidth(format(roundTo(value, rounded)), 12)));
  return Math.ceil(Math.max(widest, 14)) + 18;
}

/** How far the number at the end of the x axis can stand out of the frame. */
function lastTickOverhang(spec: ChartSpec): number {
  const domain = describedDomain(spec, "x");
  const format = spec.x.scale === "log" ? logTickFormat : tickFormat(domain);
  const last = Number(domain[1].toPrecision(1));
  return Math.ceil(textWidth(format(last), LABEL_SIZE) / 2) + 4;
}

function roundTo(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}

/** Hundredths of a pixel are enough; without this the positions make up most of a file. */
function roundCoordinates(svg: SVGSVGElement): void {
  const round = (text: string) =>
    text.replace(/\d+\.\d{3,}/g, (n) => String(Math.round(Number(n) * 100) / 100));
  for (const element of svg.querySelectorAll("circle, rect, path")) {
    for (const name of ["cx", "cy", "x", "y", "width", "height", "d"]) {
      const value = element.getAttribute(name);
      if (value) element.setAttribute(name, round(value));
    }
  }
}

function drawGround(svg: SVGSVGElement, color: string): void {
  const rect = svg.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "rect");
  rect.setAttribute("width", "100%");
  rect.setAttribute("height", "100%");
  rect.setAttribute("fill", color);
  svg.prepend(rect);
}

/** A title and a description, as the first children, where screen readers look for them. */
function makeAccessible(svg: SVGSVGElement, spec: ChartSpec): void {
  const make = (name: string, text: string) => {
    const element = svg.ownerDocument.createElementNS("http://www.w3.org/2000/svg", name);
    element.textContent = text;
    return element;
  };
  const [x, y] = [spec.x.label ?? "x", spec.y.label ?? "y"];
  svg.prepend(
    make("title", spec.title ?? `Chart of ${y} against ${x}`),
    make("desc", describeChart(spec)),
  );
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("role", "img");
}
