import * as Plot from "@observablehq/plot";
import { extent } from "../describe/numbers";
import type { BarsLayer, ChartColor, ChartSpec, Layer, LineLayer, PointsLayer } from "../spec";
import { layerValues } from "./domain";
import { type DrawnLayer, drawLayer } from "./primitives";
import { element } from "./svg";
import type { Paint } from "./theme";
import { thinLine, thinPoints } from "./thin";

/** The drawn marks of every layer, from back to front. */
export function layerMarks(
  spec: ChartSpec,
  colors: readonly ChartColor[],
  paint: Paint,
): Plot.Markish[] {
  const hasLines = spec.layers.some((layer) => layer.mark === "line");
  const isCut = spec.x.domain !== undefined || spec.y.domain !== undefined;
  return spec.layers.flatMap((layer, i) => {
    const color = layer.tone ? paint.tone(layer.tone) : paint.series(colors[i]!).mark;
    if (layer.mark === "points") return pointMarks(layer, color, { hasLines, isCut });
    if (layer.mark === "line") return lineMarks(layer, color, paint, isCut);
    const sticksOut = leavesFrame(layer, spec);
    return layer.mark === "bars"
      ? barMarks(layer, color, sticksOut)
      : drawnMarks(layer, colors[i]!, { paint, sticksOut });
  });
}

/** The more points, the smaller and the more transparent, so that dense places show as darker. */
function pointMarks(
  layer: PointsLayer,
  color: string,
  { hasLines, isCut }: { readonly hasLines: boolean; readonly isCut: boolean },
): Plot.Markish[] {
  const { x, y } = thinPoints(layer);
  const n = x.length;
  const r = layer.radius ?? (n <= 60 ? 4 : n <= 500 ? 3 : 2.25);
  const usual = n <= 60 ? 0.85 : n <= 500 ? 0.65 : 0.45;
  return [
    Plot.dot(indices(n), {
      x: (i: number) => x[i],
      y: (i: number) => y[i],
      r,
      fill: color,
      fillOpacity: layer.opacity ?? (hasLines ? usual * 0.85 : usual),
      clip: isCut,
    }),
  ];
}

/** A line on a halo of the ground's colour, which keeps it apart from points and other lines. */
function lineMarks(layer: LineLayer, color: string, paint: Paint, isCut: boolean): Plot.Markish[] {
  const { x, y } = thinLine(layer);
  const path = {
    x: (i: number) => x[i],
    y: (i: number) => y[i],
    strokeLinejoin: "round",
    strokeLinecap: "round",
    clip: isCut,
  } as const;
  if (x.length === 1) return [Plot.dot([0], { x: path.x, y: path.y, r: 3, fill: color })];
  return [
    Plot.line(indices(x.length), {
      ...path,
      stroke: paint.ground,
      strokeWidth: 4.5,
      strokeOpacity: 0.8,
    }),
    Plot.line(indices(x.length), {
      ...path,
      stroke: color,
      strokeWidth: 2,
      ...(layer.dashed ? { strokeDasharray: "5 4" } : {}),
    }),
  ];
}

/** Whether a layer has values beyond the ends that an axis was given. */
function leavesFrame(layer: Layer, spec: ChartSpec): boolean {
  return (["x", "y"] as const).some((name) => {
    const { domain } = spec[name];
    if (domain === undefined) return false;
    const [low, high] = extent(layerValues(layer, name));
    return low < domain[0] || high > domain[1];
  });
}

function barMarks(
  { edges, counts, opacity }: BarsLayer,
  color: string,
  sticksOut: boolean,
): Plot.Markish[] {
  return [
    Plot.rect(indices(counts.length), {
      x1: (i: number) => edges[i],
      x2: (i: number) => edges[i + 1],
      y1: 0,
      y2: (i: number) => counts[i],
      fill: color,
      fillOpacity: opacity ?? 0.85,
      insetLeft: 0.5,
      insetRight: 0.5,
      clip: sticksOut,
    }),
  ];
}

/** A function is a mark of its own for Observable Plot. */
function drawnMarks(
  layer: DrawnLayer,
  color: ChartColor,
  { paint, sticksOut }: { readonly paint: Paint; readonly sticksOut: boolean },
): Plot.Markish[] {
  const render: Plot.RenderFunction = (_, { x, y }, __, dimensions, { document }) => {
    const px = (value: number) => x!(value) as number;
    const py = (value: number) => y!(value) as number;
    const drawn = drawLayer(layer, color, { document, paint, px, py });
    // Words may stand outside the frame, as numbers at the ends of bars do.
    return sticksOut && layer.mark !== "texts" ? clipped(drawn, document, dimensions) : drawn;
  };
  return [render];
}

/** An inner picture as large as the frame: it shows nothing beyond, and needs no name that other charts could have. */
function clipped(drawn: SVGElement, document: Document, dimensions: Plot.Dimensions): SVGElement {
  const { width, height, marginLeft, marginTop, marginRight, marginBottom } = dimensions;
  const place = {
    x: marginLeft,
    y: marginTop,
    width: width - marginLeft - marginRight,
    height: height - marginTop - marginBottom,
  };
  const viewBox = [place.x, place.y, place.width, place.height].join(" ");
  const frame = element(document, "svg", { ...place, viewBox });
  frame.append(drawn);
  return frame;
}

function indices(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}
