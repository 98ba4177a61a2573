/** Colours of the Okabe–Ito palette that stand out on both grounds, in the order in which layers take them. */
export const CHART_COLORS = [
  "blue",
  "vermillion",
  "green",
  "orange",
  "purple",
  "sky",
  "gray",
] as const;

/** The name of a colour for data. */
export type ChartColor = (typeof CHART_COLORS)[number];

/** Colours that carry no data: of words, of quieter words, of lines, and of the ground behind. */
export type ChartTone = "ink" | "muted" | "rule" | "ground";

/** How positions along an axis follow from values. */
export type ScaleType = "linear" | "log";

/** One axis of a chart. */
export interface AxisSpec {
  readonly label?: string;
  readonly scale: ScaleType;
  /** The ends of the axis; from the data when absent. */
  readonly domain?: readonly [low: number, high: number];
  /** Whether 0 must be on the axis, as for counts. */
  readonly zero?: boolean;
  /** The words along the axis and where they stand, as for categories; round numbers when absent. */
  readonly ticks?: { readonly at: readonly number[]; readonly text: readonly string[] };
  /** Whether the axis grows the other way: to the left, or downwards. */
  readonly flipped?: boolean;
  /** Whether lines cross the frame at the ticks. Default for numbers along y only. */
  readonly grid?: boolean;
  /** "quiet" leaves out the numbers, "none" the axis. Default "full". */
  readonly show?: "full" | "quiet" | "none";
}

/** How numbers become colours; see `scaleColor`. */
export interface ColorScaleSpec {
  /** From the ground outwards; from blue over the ground to vermillion; or from black to white. */
  readonly type: "sequential" | "diverging" | "gray";
  readonly domain: readonly [low: number, high: number];
  /** What the numbers are; with it a bar of the colours stands beside the chart. */
  readonly label?: string;
}

interface LayerBase {
  /** What the layer shows, written beside it. */
  readonly label?: string;
  /** The layer's own colour; the next of the palette when absent. */
  readonly color?: ChartColor;
  /** In place of a colour of data. */
  readonly tone?: ChartTone;
  /** From 0 to 1. Default as suits the mark. */
  readonly opacity?: number;
  /** What the layer says, in full sentences; the marks speak for themselves when absent. */
  readonly summary?: string;
  /** How many values were left out because they are missing or cannot be drawn. */
  readonly nDropped: number;
}

/** Points at (x[i], y[i]). */
export interface PointsLayer extends LayerBase {
  readonly mark: "points";
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** In pixels. Default by the number of points. */
  readonly radius?: number;
}

/** A line through the points in their order. */
export interface LineLayer extends LayerBase {
  readonly mark: "line";
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly dashed?: boolean;
}

/** Bars over the intervals from edges[i] to edges[i + 1]. */
export interface BarsLayer extends LayerBase {
  readonly mark: "bars";
  readonly edges: readonly number[];
  /** The heights: how many values each interval holds, or what that is a share of. */
  readonly counts: readonly number[];
  /** How many values there are, where heights are no counts. */
  readonly total?: number;
}

/** Rectangles from (x1[i], y1[i]) to (x2[i], y2[i]). */
export interface RectsLayer extends LayerBase {
  readonly mark: "rects";
  readonly x1: readonly number[];
  readonly x2: readonly number[];
  readonly y1: readonly number[];
  readonly y2: readonly number[];
  /** Whether a line in full colour goes round each. */
  readonly outlined?: boolean;
}

/** Lines from (x1[i], y1[i]) to (x2[i], y2[i]). */
export interface SegmentsLayer extends LayerBase {
  readonly mark: "segments";
  readonly x1: readonly number[];
  readonly x2: readonly number[];
  readonly y1: readonly number[];
  readonly y2: readonly number[];
  /** In pixels. Default 1.5. */
  readonly width?: number;
  readonly dashed?: boolean;
}

/** Filled shapes; each is one or more rings, of which inner ones are holes. */
export interface ShapesLayer extends LayerBase {
  readonly mark: "shapes";
  readonly shapes: readonly {
    readonly rings: readonly { readonly x: readonly number[]; readonly y: readonly number[] }[];
  }[];
  /** The number of each shape, drawn as its colour. */
  readonly values?: readonly number[];
  readonly colors?: ColorScaleSpec;
  readonly outlined?: boolean;
}

/** Equal cells that fill a rectangle, each coloured by its number; NaN is left empty. */
export interface CellsLayer extends LayerBase {
  readonly mark: "cells";
  readonly nRows: number;
  readonly nColumns: number;
  /** Row after row; row 0 lies at y[0]. */
  readonly values: readonly number[];
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
  readonly colors: ColorScaleSpec;
  /** Whether the ground shows between the cells. */
  readonly gaps?: boolean;
}

/** Words at (x[i], y[i]). */
export interface TextsLayer extends LayerBase {
  readonly mark: "texts";
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly text: readonly string[];
  /** The tone of each, where they differ. */
  readonly tones?: readonly ChartTone[];
  readonly anchor?: "start" | "middle" | "end";
  /** In pixels, to the right and down. */
  readonly dx?: number;
  readonly dy?: number;
  /** In pixels. Default 12. */
  readonly size?: number;
  readonly bold?: boolean;
  /** Whether the ground shows around the letters. */
  readonly halo?: boolean;
}

/** What is drawn, from back to front. */
export type Layer =
  | PointsLayer
  | LineLayer
  | BarsLayer
  | RectsLayer
  | SegmentsLayer
  | ShapesLayer
  | CellsLayer
  | TextsLayer;

/** A word with the colour of the marks that it names. */
export interface KeyEntry {
  readonly label: string;
  readonly color: ChartColor;
}

/** Charts beside each other, row by row; null leaves a place empty. */
export interface PanelsSpec {
  readonly rows: readonly (readonly (ChartSpec | null)[])[];
  /** How the width is shared. Default equally. */
  readonly widths?: readonly number[];
  /** How the height is shared. Default equally. */
  readonly heights?: readonly number[];
  /** In pixels, between panels. Default 16. */
  readonly gap?: number;
}

/** A chart as plain JSON: what a worker sends and a page renders. */
export interface ChartSpec {
  readonly version: 1;
  readonly title?: string;
  readonly subtitle?: string;
  readonly x: AxisSpec;
  readonly y: AxisSpec;
  readonly layers: readonly Layer[];
  /** What the colours mean, written beneath the title. */
  readonly key?: readonly KeyEntry[];
  /** Height over width of the frame, or of a figure of panels. Default as the page has it. */
  readonly aspect?: number;
  /** Charts in place of axes and layers, which are empty then. */
  readonly panels?: PanelsSpec;
  /** What the whole says, where the layers do not. */
  readonly summary?: string;
}
