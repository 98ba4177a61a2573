export { Chart, type SVGOptions } from "./chart";
export { type HistogramOptions, histogram } from "./charts/histogram";
export {
  type LinePlotOptions,
  linePlot,
  type ManyLinesOptions,
  type OneLineOptions,
} from "./charts/line-plot";
export type { ChartOptions } from "./charts/options";
export { overlay } from "./charts/overlay";
export { type ScatterPlotOptions, scatterPlot } from "./charts/scatter-plot";
export { describeChart } from "./describe/describe-chart";
export { type RenderOptions, renderChart } from "./render/render-chart";
export { chartThemeCSS, type ThemeName } from "./render/theme";
export {
  type AxisSpec,
  type BarsLayer,
  CHART_COLORS,
  type ChartColor,
  type ChartSpec,
  type Layer,
  type LineLayer,
  type PointsLayer,
  type ScaleType,
} from "./spec";
export type { Values } from "./values";
