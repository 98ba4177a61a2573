import type {
  CellsLayer,
  ChartColor,
  RectsLayer,
  SegmentsLayer,
  ShapesLayer,
  TextsLayer,
} from "../spec";
import { scalePosition } from "./color-scale";
import { element, pathThrough, pixels } from "./svg";
import type { Paint } from "./theme";

/** What positions in the chart are in pixels, and who makes elements. */
export interface Canvas {
  readonly document: Document;
  readonly paint: Paint;
  readonly px: (value: number) => number;
  readonly py: (value: number) => number;
}

/** A layer that is drawn without the help of Observable Plot. */
export type DrawnLayer = RectsLayer | SegmentsLayer | ShapesLayer | CellsLayer | TextsLayer;

/** The layer as one group of elements. */
export function drawLayer(layer: DrawnLayer, color: ChartColor, canvas: Canvas): SVGElement {
  switch (layer.mark) {
    case "rects":
      return drawRects(layer, color, canvas);
    case "segments":
      return drawSegments(layer, color, canvas);
    case "shapes":
      return drawShapes(layer, color, canvas);
    case "cells":
      return drawCells(layer, canvas);
    case "texts":
      return drawTexts(layer, color, canvas);
  }
}

function markColor(
  layer: { readonly tone?: DrawnLayer["tone"] },
  color: ChartColor,
  { paint }: Canvas,
): string {
  return layer.tone ? paint.tone(layer.tone) : paint.series(color).mark;
}

function drawRects(layer: RectsLayer, color: ChartColor, canvas: Canvas): SVGElement {
  const fill = markColor(layer, color, canvas);
  const group = element(canvas.document, "g", {
    fill,
    "fill-opacity": layer.opacity ?? 0.85,
    ...(layer.outlined ? { stroke: fill, "stroke-width": 1.5 } : {}),
  });
  layer.x1.forEach((x1, i) => {
    const [left, right] = ordered(canvas.px(x1), canvas.px(layer.x2[i]!));
    const [top, bottom] = ordered(canvas.py(layer.y1[i]!), canvas.py(layer.y2[i]!));
    const place = { x: left, y: top, width: right - left, height: bottom - top };
    group.append(element(canvas.document, "rect", place));
  });
  return group;
}

function drawSegments(layer: SegmentsLayer, color: ChartColor, canvas: Canvas): SVGElement {
  const { px, py } = canvas;
  const parts = layer.x1.map(
    (x1, i) =>
      `M${pixels(px(x1))},${pixels(py(layer.y1[i]!))}L${pixels(px(layer.x2[i]!))},${pixels(py(layer.y2[i]!))}`,
  );
  return element(canvas.document, "path", {
    d: parts.join(""),
    stroke: markColor(layer, color, canvas),
    "stroke-width": layer.width ?? 1.5,
    "stroke-opacity": layer.opacity,
    "stroke-dasharray": layer.dashed ? "4 4" : undefined,
    "stroke-linecap": layer.dashed ? "butt" : "round",
    fill: "none",
  });
}

function drawShapes(layer: ShapesLayer, color: ChartColor, canvas: Canvas): SVGElement {
  const { document, paint, px, py } = canvas;
  const own = markColor(layer, color, canvas);
  const group = element(document, "g", {
    "fill-rule": "evenodd",
    "fill-opacity": layer.opacity ?? (layer.values ? 1 : 0.25),
    "stroke-linejoin": "round",
  });
  layer.shapes.forEach(({ rings }, i) => {
    const d = rings.map((ring) => pathThrough(ring.x.map(px), ring.y.map(py), true)).join("");
    const fill = layer.values
      ? paint.scale(layer.colors!.type, scalePosition(layer.colors!, layer.values[i]!))
      : own;
    // Without a line of its own colour a thin gap would show between neighbouring shapes.
    const stroke = layer.outlined ? (layer.values ? paint.ground : own) : layer.values && fill;
    const width = layer.outlined ? (layer.values ? 0.5 : 1.5) : 0.4;
    group.append(
      element(document, "path", { d, fill, stroke, "stroke-width": stroke ? width : undefined }),
    );
  });
  return group;
}

/** Steps of colour that the eye cannot tell from a continuous scale; each is one path. */
const MOST_SHADES = 96;

function drawCells(layer: CellsLayer, canvas: Canvas): SVGElement {
  const { document, paint, px, py } = canvas;
  const { nRows, nColumns, values, colors } = layer;
  const at = ([from, to]: readonly [number, number], share: number) => from + (to - from) * share;
  const paths = new Map<number, string[]>();
  const inset = layer.gaps ? 0.75 : 0;
  for (let row = 0; row < nRows; row++) {
    const [top, bottom] = ordered(py(at(layer.y, row / nRows)), py(at(layer.y, (row + 1) / nRows)));
    for (let column = 0; column < nColumns; column++) {
      const value = values[row * nColumns + column]!;
      if (Number.isNaN(value)) continue;
      const shade = Math.round(scalePosition(colors, value) * MOST_SHADES);
      const [left, right] = ordered(
        px(at(layer.x, column / nColumns)),
        px(at(layer.x, (column + 1) / nColumns)),
      );
      const [x, y] = [pixels(left + inset), pixels(top + inset)];
      const [w, h] = [pixels(right - left - 2 * inset), pixels(bottom - top - 2 * inset)];
      const path = paths.get(shade) ?? [];
      path.push(`M${x},${y}h${w}v${h}h-${w}z`);
      paths.set(shade, path);
    }
  }
  const group = element(document, "g", {
    "shape-rendering": layer.gaps ? undefined : "crispEdges",
    "fill-opacity": layer.opacity,
  });
  for (const [shade, path] of [...paths].sort(([a], [b]) => a - b)) {
    const fill = paint.scale(colors.type, shade / MOST_SHADES);
    group.append(element(document, "path", { d: path.join(""), fill }));
  }
  return group;
}

function drawTexts(layer: TextsLayer, color: ChartColor, canvas: Canvas): SVGElement {
  const { document, paint, px, py } = canvas;
  const group = element(document, "g", {
    "font-size": layer.size ?? 12,
    "font-weight": layer.bold ? 600 : undefined,
    "text-anchor": layer.anchor ?? "middle",
    fill: layer.color ? paint.series(color).text : paint.tone(layer.tone ?? "ink"),
    ...(layer.halo
      ? {
          stroke: paint.ground,
          "stroke-width": 3.5,
          "stroke-linejoin": "round",
          "paint-order": "stroke",
        }
      : {}),
  });
  layer.text.forEach((text, i) => {
    const [x, y] = [px(layer.x[i]!) + (layer.dx ?? 0), py(layer.y[i]!) + (layer.dy ?? 0)];
    const tone = layer.tones?.[i];
    const fill = tone ? paint.tone(tone) : undefined;
    const lines = text.split("\n");
    lines.forEach((line, k) => {
      const dy = `${(0.35 + 1.2 * (k - (lines.length - 1) / 2)).toFixed(2)}em`;
      group.append(element(document, "text", { x, y, dy, fill }, line));
    });
  });
  return group;
}

function ordered(a: number, b: number): readonly [number, number] {
  return a < b ? [a, b] : [b, a];
}
