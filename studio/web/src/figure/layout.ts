import type { Panel, PanelAxis } from "@gradus/course-kit";
import { createScale, type Scale } from "./scale";
import { formatTick } from "./ticks";

/** Where a panel's parts stand, in pixels of its own drawing. */
export interface PanelLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

const TOP = 32;
const BOTTOM = 44;
const RIGHT = 12;
/** What stays above and below a plot where no axis needs the room. */
const BARE = 4;
const DIGIT = 6.8;
/** A plot is never higher: figure, controls and readouts stay on one screen. */
const HIGHEST = 440;

/** Lays a panel out in a width; the height follows from the shape that the panel asks for. */
export function layoutPanel(panel: Panel, width: number): PanelLayout {
  const left = panel.y.hidden ? (panel.x.hidden ? 0 : BARE + BARE) : roomForNumbers(panel.y);
  const top = panel.y.hidden ? BARE : TOP;
  const plotWidth = Math.max(width - left - RIGHT, 80);
  const plotHeight = Math.min(Math.round(plotWidth * shape(panel)), HIGHEST);
  const height = top + plotHeight + (panel.x.hidden ? BARE : BOTTOM);
  const right = left + plotWidth;
  const bottom = top + plotHeight;
  const [xAxis, yAxis] = panel.equalUnits
    ? equalise(panel, plotWidth, plotHeight)
    : [panel.x, panel.y];
  const x = createScale(xAxis, [left, right]);
  const y = createScale(yAxis, [bottom, top]);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    x,
    y,
    xTicks: x.ticks(Math.max(3, Math.round(plotWidth / 80))),
    yTicks: y.ticks(Math.max(3, Math.round(plotHeight / 56))),
  };
}

/** What the numbers beside the y axis take. */
function roomForNumbers(y: PanelAxis): number {
  const ticks = createScale(y, [0, 1]).ticks(5);
  return 14 + Math.max(...ticks.map((tick) => formatTick(tick).length), 2) * DIGIT;
}

/** Height over width: 3 to 4, or what equal units ask for within reason. */
function shape({ x, y, equalUnits }: Panel): number {
  if (!equalUnits) return 0.75;
  return Math.min(1.2, Math.max(0.5, span(y) / span(x)));
}

/** Widens one of the axes about its middle until a unit of x is as long as a unit of y. */
function equalise({ x, y }: Panel, width: number, height: number): [PanelAxis, PanelAxis] {
  const unit = Math.min(width / span(x), height / span(y));
  return [widen(x, width / unit), widen(y, height / unit)];
}

function widen(axis: PanelAxis, extent: number): PanelAxis {
  const extra = (extent - span(axis)) / 2;
  return { ...axis, domain: [axis.domain[0] - extra, axis.domain[1] + extra] };
}

function span({ domain: [low, high] }: PanelAxis): number {
  return high - low;
}
