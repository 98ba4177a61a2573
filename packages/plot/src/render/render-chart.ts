import { checkOneOf, checkPositive } from "@gradus/core";
import { describeChart } from "../describe/describe-chart";
import type { ChartSpec } from "../spec";
import { drawFrame, type Frame } from "./draw-frame";
import { chartMargins } from "./frame";
import { drawHeading, headingHeight } from "./heading";
import { drawPanels } from "./panels";
import { pagePaint, plainPaint, type ThemeName } from "./theme";

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
  const paint = target === "page" ? pagePaint(theme) : plainPaint(theme);
  const heading = headingHeight(spec, width);
  const svg = spec.panels
    ? drawPanels(spec.panels, { width, height: figureHeight(), top: heading + 4 }, paint, document)
    : drawFrame(spec, frameOf(spec, width, heading, options.height), paint, document);
  drawHeading(svg, spec, width, paint);
  if (target === "file") drawGround(svg, paint.ground);
  makeAccessible(svg, spec);
  return svg;

  function figureHeight(): number {
    const own = heading + (spec.aspect ?? 5 / 8) * width;
    return checkPositive(where, "height", options.height ?? own);
  }
}

/** A frame with an aspect of its own is as wide as the page allows, but not higher than this. */
const HIGHEST_FRAME = 440;

/** Where the frame stands: as the chart's aspect has it, else filling width and height. */
function frameOf(spec: ChartSpec, width: number, heading: number, asked?: number): Frame {
  const own = chartMargins(spec, width);
  const margins = { ...own, marginTop: own.marginTop + heading };
  if (spec.aspect === undefined) {
    const usual = Math.max(240, (width * 5) / 8);
    return { width, height: checkPositive("renderChart", "height", asked ?? usual), ...margins };
  }
  const around = margins.marginTop + margins.marginBottom;
  const room =
    asked === undefined ? HIGHEST_FRAME : checkPositive("renderChart", "height", asked) - around;
  const widest = Math.max(40, width - margins.marginLeft - margins.marginRight);
  const frameWidth = Math.min(widest, Math.max(40, room) / spec.aspect);
  const height = asked ?? frameWidth * spec.aspect + around;
  return { width, height, ...margins, marginRight: width - margins.marginLeft - frameWidth };
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
  const title = spec.title ?? (spec.panels ? "Several charts" : `Chart of ${y} against ${x}`);
  svg.prepend(make("title", title), make("desc", describeChart(spec)));
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("role", "img");
}
