import * as Plot from "@observablehq/plot";
import type { AxisSpec, ChartSpec } from "../spec";
import { describedDomain } from "./domain";
import type { Margins } from "./frame";
import { element } from "./svg";
import { textWidth, wrapText } from "./text";
import type { Paint } from "./theme";
import { logTickFormat, tickFormat } from "./ticks";

/** The size of the words along axes, in pixels. */
export const LABEL_SIZE = 12;
const LINE_HEIGHT = 14;
/** Where words along x would touch, they are turned by this many degrees. */
const TURN = 35;

/** Everything about the axes that Observable Plot draws. */
export function axisMarks(
  spec: ChartSpec,
  paint: Paint,
  width: number,
  margins: Margins,
): Plot.Markish[] {
  const { marginLeft, marginRight } = margins;
  const xTicks = Math.max(2, Math.floor((width - marginLeft - marginRight) / 90));
  const ticks = { stroke: paint.rule, color: paint.muted, fill: paint.muted, label: null };
  const [x, y] = [axisTicks(spec, "x", xTicks), axisTicks(spec, "y")];
  const grid = { stroke: paint.grid, strokeOpacity: 1 };
  const isFull = ({ show = "full" }: AxisSpec) => show === "full";
  const hasNumbers = (axis: AxisSpec) => isFull(axis) && !axis.ticks;
  const isShown = ({ show }: AxisSpec) => show !== "none";
  return [
    ...((spec.y.grid ?? !spec.y.ticks) && isShown(spec.y) ? [Plot.gridY({ ...grid, ...y })] : []),
    ...(spec.x.grid && isShown(spec.x) ? [Plot.gridX({ ...grid, ...x })] : []),
    ...(hasNumbers(spec.y) ? [Plot.axisY({ ...ticks, ...y, tickSize: 0, tickPadding: 8 })] : []),
    ...(hasNumbers(spec.x) ? [Plot.axisX({ ...ticks, ...x, tickSize: 4, tickPadding: 5 })] : []),
    ...(isShown(spec.x) && !(spec.x.ticks && spec.y.ticks)
      ? [Plot.frame({ anchor: "bottom", stroke: paint.rule })]
      : []),
    ...(spec.y.show === "quiet" ? [Plot.frame({ anchor: "left", stroke: paint.rule })] : []),
    ...wordTicks(spec, paint, width, margins),
    ...(spec.x.label && isFull(spec.x) ? [axisLabel(spec, "x", paint, margins)] : []),
    ...(spec.y.label && isFull(spec.y) ? [axisLabel(spec, "y", paint, margins)] : []),
  ];
}

/** How many ticks an axis has, and how it writes them. */
function axisTicks(spec: ChartSpec, name: "x" | "y", count = 5) {
  const axis = spec[name];
  if (axis.ticks) return { ticks: [...axis.ticks.at], tickFormat: () => "" };
  if (axis.scale === "log") return { ticks: Math.min(count, 5), tickFormat: logTickFormat };
  return { ticks: count, tickFormat: tickFormat(describedDomain(spec, name)) };
}

/** The name of an axis, written level: above the y axis, and below the end of the x axis. */
function axisLabel(
  spec: ChartSpec,
  name: "x" | "y",
  paint: Paint,
  { marginLeft, marginBottom }: Margins,
): Plot.Markish {
  const place =
    name === "x"
      ? { frameAnchor: "bottom-right" as const, dy: marginBottom - 6 }
      : { frameAnchor: "top-left" as const, dx: 8 - marginLeft, dy: -22 };
  const { label, ticks, flipped } = spec[name];
  const along = name === "x" ? (flipped ? `\u2190 ${label}` : `${label} \u2192`) : undefined;
  const up = `${flipped ? "\u2193" : "\u2191"} ${label}`;
  // Categories have no direction, so no arrow.
  const text = ticks ? label! : (along ?? up);
  return Plot.text([text], { ...place, fill: paint.ink, fontSize: LABEL_SIZE, fontWeight: 500 });
}

/** The words along axes that have some; a function is a mark of its own for Observable Plot. */
function wordTicks(spec: ChartSpec, paint: Paint, width: number, margins: Margins): Plot.Markish[] {
  const shown = (axis: AxisSpec) => axis.ticks && (axis.show ?? "full") === "full";
  const marks: Plot.RenderFunction[] = [];
  if (shown(spec.x)) {
    const layout = xWords(spec, width - margins.marginLeft - margins.marginRight);
    marks.push((_, { x }, __, { height, marginBottom }, { document }) => {
      const top = height - marginBottom + 8;
      const group = element(document, "g", { fill: paint.muted, "font-size": LABEL_SIZE });
      spec.x.ticks!.at.forEach((at, i) => {
        group.append(...xWord(document, layout, i, x!(at) as number, top));
      });
      return group;
    });
  }
  if (shown(spec.y)) {
    marks.push((_, { y }, __, { marginLeft }, { document }) => {
      const style = { fill: paint.muted, "font-size": LABEL_SIZE, "text-anchor": "end" };
      const group = element(document, "g", style);
      spec.y.ticks!.at.forEach((at, i) => {
        const place = { x: marginLeft - 8, y: y!(at) as number, dy: "0.35em" };
        group.append(element(document, "text", place, spec.y.ticks!.text[i]!));
      });
      return group;
    });
  }
  return marks;
}

interface XWords {
  readonly lines: readonly (readonly string[])[];
  readonly turned: boolean;
}

/** The words along x: level and wrapped where they fit between their neighbours, else turned. */
export function xWords(spec: ChartSpec, width: number): XWords {
  const { at, text } = spec.x.ticks!;
  const [low, high] = describedDomain(spec, "x");
  const step = at.length > 1 ? Math.abs(at[1]! - at[0]!) : high - low;
  const room = (step / (high - low)) * width - 6;
  const lines = text.map((word) => wrapText(word, LABEL_SIZE, room));
  const fits = lines.every(
    (wrapped) =>
      wrapped.length <= 3 && wrapped.every((line) => textWidth(line, LABEL_SIZE) <= room),
  );
  return fits ? { lines, turned: false } : { lines: text.map((word) => [word]), turned: true };
}

/** The height that the words along x take, in pixels. */
export function xWordsHeight({ lines, turned }: XWords): number {
  if (!turned) return LINE_HEIGHT * Math.max(1, ...lines.map((wrapped) => wrapped.length));
  const longest = Math.max(0, ...lines.map(([word]) => textWidth(word!, LABEL_SIZE)));
  return longest * Math.sin((TURN * Math.PI) / 180) + LINE_HEIGHT;
}

function xWord(
  document: Document,
  { lines, turned }: XWords,
  i: number,
  x: number,
  top: number,
): SVGElement[] {
  if (!turned) {
    return lines[i]!.map((line, k) =>
      element(document, "text", { x, y: top + k * LINE_HEIGHT, dy: "0.71em" }, line),
    );
  }
  const transform = `translate(${x.toFixed(2)},${(top + 4).toFixed(2)}) rotate(-${TURN})`;
  const place = { transform, "text-anchor": "end", dx: 4, dy: "0.35em" };
  return [element(document, "text", place, lines[i]![0]!)];
}
