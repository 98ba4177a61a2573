import * as Plot from "@observablehq/plot";
import type { AxisSpec, ChartSpec } from "../spec";
import { axisMarks, LABEL_SIZE } from "./axes";
import { drawColorBar } from "./color-bar";
import { describedDomain } from "./domain";
import { colorBarOf, type Margins } from "./frame";
import { drawLabels, placedLabels } from "./labels";
import { layerMarks } from "./marks";
import { FONT_FAMILY } from "./text";
import { layerColors, type Paint } from "./theme";

/** The size of a picture in pixels, and the room around the frame inside it. */
export interface Frame extends Margins {
  readonly width: number;
  readonly height: number;
}

/** Draws axes, layers and the names beside them, all but the heading. */
export function drawFrame(
  spec: ChartSpec,
  frame: Frame,
  paint: Paint,
  document: Document,
  inset: { readonly x: number; readonly y: number } = pointsInset(spec),
): SVGSVGElement {
  const colors = layerColors(spec);
  const svg = Plot.plot({
    document,
    ...frame,
    insetLeft: inset.x,
    insetRight: inset.x,
    insetTop: inset.y,
    insetBottom: inset.y,
    className: "gradus-chart",
    style: {
      fontFamily: FONT_FAMILY,
      fontSize: `${LABEL_SIZE}px`,
      background: "none",
      overflow: "visible",
    },
    x: scaleOptions(spec.x, describedDomain(spec, "x")),
    y: scaleOptions(spec.y, describedDomain(spec, "y")),
    marks: [...axisMarks(spec, paint, frame.width, frame), ...layerMarks(spec, colors, paint)],
  }) as SVGSVGElement & Plot.Plot;
  roundCoordinates(svg);
  drawLabels(svg, placedLabels(spec, svg, frame), colors, paint);
  const bar = colorBarOf(spec);
  if (bar) {
    const right = frame.width - frame.marginRight;
    const bottom = frame.height - frame.marginBottom;
    drawColorBar(svg, bar, paint, { right, top: frame.marginTop, bottom });
  }
  return svg;
}

/** Points at the edge of the frame would be cut in half. */
function pointsInset(spec: ChartSpec): { readonly x: number; readonly y: number } {
  const inset = spec.layers.some((layer) => layer.mark === "points") ? 8 : 0;
  return { x: inset, y: inset };
}

function scaleOptions(axis: AxisSpec, domain: readonly [number, number]): Plot.ScaleOptions {
  const nice = axis.domain === undefined && axis.ticks === undefined && axis.show !== "none";
  const options = { type: axis.scale, domain: [...domain], nice, label: null, axis: null };
  return axis.flipped ? { ...options, reverse: true } : options;
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
