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
}

interface LayerBase {
  /** What the layer shows, written beside it. */
  readonly label?: string;
  /** The layer's own colour; the next of the palette when absent. */
  readonly color?: ChartColor;
  /** How many values were left out because they are missing or cannot be drawn. */
  readonly nDropped: number;
}

/** Points at (x[i], y[i]). */
export interface PointsLayer extends LayerBase {
  readonly mark: "points";
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** A line through the points in their order. */
export interface LineLayer extends LayerBase {
  readonly mark: "line";
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Bars over the intervals from edges[i] to edges[i + 1]. */
export interface BarsLayer extends LayerBase {
  readonly mark: "bars";
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** What is drawn, from back to front. */
export type Layer = PointsLayer | LineLayer | BarsLayer;

/** A chart as plain JSON: what a worker sends and a page renders. */
export interface ChartSpec {
  readonly version: 1;
  readonly title?: string;
  readonly subtitle?: string;
  readonly x: AxisSpec;
  readonly y: AxisSpec;
  readonly layers: readonly Layer[];
}
