import type { Plot } from "@observablehq/plot";
import type { ChartColor, ChartSpec, LineLayer, PointsLayer } from "../spec";
import { textWidth } from "./text";
import type { Paint } from "./theme";

const SIZE = 12;
const LINE_HEIGHT = 15;
const GAP = 6;
const NARROWEST_MARGIN = 16;
const WIDEST_MARGIN = 150;

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly marginTop: number;
  readonly marginRight: number;
  readonly marginBottom: number;
}

interface PlacedLabel {
  readonly text: string;
  readonly layer: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

/** The margin on the right in which the names of lines stand. */
export function labelMargin(spec: ChartSpec): number {
  const widths = spec.layers
    .filter((layer) => layer.mark === "line" && layer.label)
    .map((layer) => textWidth(layer.label!, SIZE) + GAP + 4);
  return Math.min(Math.max(NARROWEST_MARGIN, ...widths), WIDEST_MARGIN);
}

/**
 * Where the names of the layers stand: that of a line at its right end, moved up or down until none
 * covers another; that of points above their middle. A single layer of points needs none.
 */
export function placedLabels(spec: ChartSpec, plot: Plot, frame: Frame): PlacedLabel[] {
  const px = (value: number) => plot.scale("x")!.apply(value) as number;
  const py = (value: number) => plot.scale("y")!.apply(value) as number;
  const right = frame.width - frame.marginRight;
  const ends: PlacedLabel[] = [];
  const middles: PlacedLabel[] = [];
  spec.layers.forEach((layer, i) => {
    if (!layer.label) return;
    if (layer.mark === "line") {
      const [x, y] = rightEnd(layer, px, py, right);
      ends.push({ text: layer.label, layer: i, x: x + GAP, y, anchor: "start" });
    } else if (layer.mark === "points" && spec.layers.length > 1) {
      const [x, y] = crown(layer, px, py);
      middles.push({ text: layer.label, layer: i, x, y: y - 10, anchor: "middle" });
    }
  });
  const low = frame.marginTop + LINE_HEIGHT / 2;
  return [...spread(ends, low, frame.height - frame.marginBottom - 4), ...middles];
}

/** Writes the names, each in its layer's colour on a halo of the ground's. */
export function drawLabels(
  svg: SVGSVGElement,
  labels: readonly PlacedLabel[],
  colors: readonly ChartColor[],
  paint: Paint,
): void {
  for (const { text, layer, x, y, anchor } of labels) {
    const element = svg.ownerDocument.createElementNS("http://www.w3.org/2000/svg", "text");
    element.textContent = text;
    const attributes = {
      x: x.toFixed(1),
      y: y.toFixed(1),
      dy: "0.35em",
      "text-anchor": anchor,
      "font-size": String(SIZE),
      "font-weight": "600",
      fill: paint.series(colors[layer]!).text,
      stroke: paint.ground,
      "stroke-width": "4",
      "stroke-linejoin": "round",
      "paint-order": "stroke",
    };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    svg.append(element);
  }
}

type Position = (value: number) => number;

/** The line's rightmost point in the frame, in pixels. */
function rightEnd({ x, y }: LineLayer, px: Position, py: Position, right: number) {
  let best = 0;
  for (let i = 1; i < x.length; i++) if (x[i]! > x[best]!) best = i;
  return [Math.min(px(x[best]!), right), py(y[best]!)] as const;
}

/** The highest of the middle third of the points, in pixels: the top of the cloud. */
function crown({ x, y }: PointsLayer, px: Position, py: Position) {
  const order = x.map((_, i) => i).sort((i, j) => x[i]! - x[j]!);
  const third = Math.floor(order.length / 3);
  const middle = order.slice(third, order.length - third);
  const top = middle.reduce((best, i) => (y[i]! > y[best]! ? i : best), middle[0]!);
  return [px(x[top]!), py(y[top]!)] as const;
}

/** Moves labels apart: down from the top, then up again from the bottom if they ran out of room. */
function spread(labels: readonly PlacedLabel[], low: number, high: number): PlacedLabel[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y).map((label) => ({ ...label }));
  let floor = low;
  for (const label of sorted) {
    label.y = Math.max(label.y, floor);
    floor = label.y + LINE_HEIGHT;
  }
  let ceiling = high;
  for (const label of sorted.reverse()) {
    label.y = Math.min(label.y, ceiling);
    ceiling = label.y - LINE_HEIGHT;
  }
  return sorted;
}
