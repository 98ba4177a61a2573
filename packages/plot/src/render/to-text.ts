import { checkInteger } from "@gradus/core";
import type { ChartSpec, Layer } from "../spec";
import { scalePosition } from "./color-scale";
import { describedDomain } from "./domain";
import { TextCanvas } from "./text-canvas";
import { logTickFormat, tickFormat } from "./ticks";

/** How large a chart in text is. */
export interface TextOptions {
  /** In characters. Default 72. */
  readonly width?: number;
  /** In lines, of the frame alone. Default 16. */
  readonly height?: number;
}

const SHADES = " ░▒▓█";

/**
 * A chart in characters for a terminal: points and lines as dots of braille, areas as shades, words where they stand
 * in the picture. Coarse: for exact numbers there is the description.
 *
 * @throws ParameterError unless width is an integer from 20 and height one from 4.
 */
export function chartToText(spec: ChartSpec, options: TextOptions = {}): string {
  const width = checkInteger("toText", "width", options.width ?? 72, 20);
  const height = checkInteger("toText", "height", options.height ?? 16, 4);
  const heading = [spec.title, spec.subtitle, keyLine(spec)].filter((line) => line);
  const body = spec.panels ? panelLines(spec, width, height) : frameLines(spec, width, height);
  return [...heading, ...body].join("\n");
}

/** Panels below each other, each half as high. */
function panelLines({ panels }: ChartSpec, width: number, height: number): string[] {
  const all = panels!.rows.flat().filter((panel) => panel !== null);
  const low = Math.max(4, Math.round(height / 2));
  return all.flatMap((panel) => ["", chartToText(panel, { width, height: low })]);
}

function keyLine({ key }: ChartSpec): string {
  return (key ?? []).map(({ label, color }) => `● ${label} (${color})`).join("  ");
}

function frameLines(spec: ChartSpec, width: number, height: number): string[] {
  const [xEnds, yEnds] = [describedDomain(spec, "x"), describedDomain(spec, "y")];
  const yWords = axisWords(spec, "y", yEnds, 3);
  const left = Math.min(24, Math.max(0, ...yWords.map(({ text }) => text.length)));
  const columns = width - left - 2;
  const place = (name: "x" | "y", ends: readonly [number, number]) => {
    const { scale, flipped } = spec[name];
    const f = scale === "log" ? Math.log : (value: number) => value;
    const [low, high] = [f(ends[0]), f(ends[1])];
    // Rows are counted from the top.
    const turned = (name === "y") !== (flipped ?? false);
    return (value: number) => {
      const share = (f(value) - low) / (high - low);
      return turned ? 1 - share : share;
    };
  };
  const canvas = new TextCanvas(columns, height, place("x", xEnds), place("y", yEnds));
  for (const layer of spec.layers) drawLayer(canvas, layer);
  for (const layer of spec.layers) {
    if (layer.mark === "line" && layer.label) {
      canvas.write(layer.x.at(-1)!, layer.y.at(-1)!, layer.label, 0);
    }
  }
  const rows = canvas.lines();
  const sides = new Array<string>(height).fill("");
  for (const { text, at } of yWords) {
    sides[Math.min(height - 1, Math.max(0, Math.floor(canvas.py(at) * height)))] = text;
  }
  const framed = rows.map((row, i) =>
    `${sides[i]!.slice(0, left).padStart(left)} │${row}`.trimEnd(),
  );
  if (spec.x.show === "none") return framed.map((row) => row.slice(left + 2));
  const floor = `${" ".repeat(left)} └${"─".repeat(columns)}`;
  const under = " ".repeat(left + 2) + wordsUnder(spec, xEnds, canvas, columns);
  const names = [spec.y.label ? [`${spec.y.label}`] : [], framed, floor, under.trimEnd()].flat();
  return spec.x.label ? [...names, spec.x.label.padStart(width)] : names;
}

/** The words of an axis, or the numbers at its ends and its middle. */
function axisWords(
  spec: ChartSpec,
  name: "x" | "y",
  [low, high]: readonly [number, number],
  n: number,
): { readonly text: string; readonly at: number }[] {
  const { ticks, scale, show } = spec[name];
  if (show === "none") return [];
  if (ticks) return ticks.at.map((at, i) => ({ at, text: ticks.text[i]! }));
  const format = scale === "log" ? logTickFormat : tickFormat([low, high]);
  return Array.from({ length: n }, (_, i) => {
    const share = i / (n - 1);
    const at = scale === "log" ? low * (high / low) ** share : low + (high - low) * share;
    return { at, text: format(Number(at.toPrecision(4))) };
  });
}

function wordsUnder(
  spec: ChartSpec,
  ends: readonly [number, number],
  canvas: TextCanvas,
  columns: number,
): string {
  let line = "";
  for (const { text, at } of axisWords(spec, "x", ends, 3)) {
    const middle = Math.round(canvas.px(at) * columns - text.length / 2);
    const start = Math.max(0, Math.min(middle, columns - text.length));
    // A word that would run into the one before is left out.
    if (line.length === 0 || start > line.length) line = line.padEnd(start) + text;
  }
  return line;
}

function drawLayer(canvas: TextCanvas, layer: Layer): void {
  switch (layer.mark) {
    case "points":
      layer.x.forEach((x, i) => {
        canvas.dot(x, layer.y[i]!);
      });
      return;
    case "line":
      layer.x.forEach((x, i) => {
        if (i > 0) canvas.segment([layer.x[i - 1]!, layer.y[i - 1]!], [x, layer.y[i]!]);
        else canvas.dot(x, layer.y[i]!);
      });
      return;
    case "segments":
      layer.x1.forEach((x, i) => {
        canvas.segment([x, layer.y1[i]!], [layer.x2[i]!, layer.y2[i]!]);
      });
      return;
    case "bars":
      layer.counts.forEach((count, i) => {
        canvas.fill([layer.edges[i]!, layer.edges[i + 1]!], [0, count], "█");
      });
      return;
    case "rects":
      layer.x1.forEach((x, i) => {
        const shade = (layer.opacity ?? 1) < 0.5 ? "░" : "█";
        canvas.fill([x, layer.x2[i]!], [layer.y1[i]!, layer.y2[i]!], shade);
      });
      return;
    case "cells":
      drawCells(canvas, layer);
      return;
    case "shapes":
      for (const { rings } of layer.shapes) for (const ring of rings) canvas.ring(ring);
      return;
    case "texts":
      layer.text.forEach((text, i) => {
        canvas.write(layer.x[i]!, layer.y[i]!, text, layer.dy ?? 0);
      });
  }
}

function drawCells(canvas: TextCanvas, layer: Extract<Layer, { readonly mark: "cells" }>): void {
  const { nRows, nColumns, values, x, y, colors } = layer;
  const along = ([from, to]: readonly [number, number], share: number) =>
    from + (to - from) * share;
  values.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    const [row, column] = [Math.floor(i / nColumns), i % nColumns];
    const position = scalePosition(colors, value);
    const t = colors.type === "diverging" ? Math.abs(position - 0.5) * 2 : position;
    canvas.fill(
      [along(x, column / nColumns), along(x, (column + 1) / nColumns)],
      [along(y, row / nRows), along(y, (row + 1) / nRows)],
      SHADES[Math.min(SHADES.length - 1, Math.floor(t * SHADES.length))]!,
    );
  });
}
