import type { ChartSpec, ColorScaleSpec } from "../spec";
import { LABEL_SIZE, xWords, xWordsHeight } from "./axes";
import { describedDomain } from "./domain";
import { labelMargin } from "./labels";
import { textWidth } from "./text";
import { logTickFormat, tickFormat } from "./ticks";

/** The room around the frame in which marks stand, in pixels. */
export interface Margins {
  readonly marginTop: number;
  readonly marginRight: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
}

/** The room that a bar of colours takes right of the frame. */
export const COLOR_BAR = { gap: 18, width: 10, words: 8 };

/** The margins that a chart of a given width needs for its axes, names and bar of colours. */
export function chartMargins(spec: ChartSpec, width: number): Margins {
  if (spec.x.show === "none" && spec.y.show === "none") return bareMargins(spec);
  const marginLeft = leftMargin(spec);
  const bar = colorBarOf(spec);
  const marginRight =
    Math.max(labelMargin(spec), lastTickOverhang(spec)) + (bar ? barRoom(bar) : 0);
  return {
    marginTop: (spec.y.label && (spec.y.show ?? "full") === "full") || bar ? 28 : 12,
    marginRight,
    marginBottom: bottomMargin(spec, width - marginLeft - marginRight),
    marginLeft,
  };
}

/** Without axes, only a bar of colours needs room. */
function bareMargins(spec: ChartSpec): Margins {
  const bar = colorBarOf(spec);
  const marginRight = 2 + (bar ? barRoom(bar) : 0);
  return { marginTop: bar ? 28 : 4, marginRight, marginBottom: 4, marginLeft: 2 };
}

/** The scale of colours that needs a bar: that of the first layer whose scale has a name. */
export function colorBarOf(spec: ChartSpec): ColorScaleSpec | undefined {
  for (const layer of spec.layers) {
    if ("colors" in layer && layer.colors?.label !== undefined) return layer.colors;
  }
  return undefined;
}

function barRoom(colors: ColorScaleSpec): number {
  const format = tickFormat(colors.domain);
  const widest = Math.max(...colors.domain.map((value) => textWidth(format(value), LABEL_SIZE)));
  return COLOR_BAR.gap + COLOR_BAR.width + COLOR_BAR.words + Math.max(widest, 24);
}

function bottomMargin(spec: ChartSpec, width: number): number {
  const { show, label, ticks } = spec.x;
  if (show === "none") return 12;
  if (show === "quiet") return 14;
  const words = ticks ? Math.round(xWordsHeight(xWords(spec, width))) - 14 : 0;
  return (label ? 46 : 30) + words;
}

/** Room for the widest number or word of the y axis. */
function leftMargin(spec: ChartSpec): number {
  const { show, scale, ticks } = spec.y;
  const words = spec.x.ticks && spec.x.show !== "none" ? firstWordOverhang(spec) : 0;
  if (show === "none" || show === "quiet") return Math.max(12, words);
  if (ticks) {
    const widest = Math.max(0, ...ticks.text.map((text) => textWidth(text, LABEL_SIZE)));
    return Math.max(Math.ceil(widest) + 18, words);
  }
  const domain = describedDomain(spec, "y");
  const format = scale === "log" ? logTickFormat : tickFormat(domain);
  const step = (domain[1] - domain[0]) / 5;
  const rounded = Number(step.toPrecision(1));
  const likely = [...domain, domain[0] + rounded, Math.ceil(domain[1] / rounded) * rounded];
  const widest = Math.max(
    ...likely.map((value) => textWidth(format(roundTo(value, rounded)), LABEL_SIZE)),
  );
  return Math.max(Math.ceil(Math.max(widest, 14)) + 18, words);
}

/** How far the first of turned words along x can stand out to the left; a guess, for a usual width. */
function firstWordOverhang(spec: ChartSpec): number {
  const layout = xWords(spec, 480);
  if (!layout.turned) return 0;
  return textWidth(layout.lines[0]![0]!, LABEL_SIZE) * 0.82 - 480 / layout.lines.length / 2 + 8;
}

/** How far the number at the end of the x axis can stand out of the frame. */
function lastTickOverhang(spec: ChartSpec): number {
  if (spec.x.ticks || (spec.x.show ?? "full") !== "full") return 8;
  const domain = describedDomain(spec, "x");
  const format = spec.x.scale === "log" ? logTickFormat : tickFormat(domain);
  const last = Number(domain[1].toPrecision(1));
  return Math.ceil(textWidth(format(last), LABEL_SIZE) / 2) + 4;
}

function roundTo(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}
