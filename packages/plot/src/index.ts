export { Chart, type PNGOptions, type SVGOptions } from "./chart";
export { type BarPlotOptions, barPlot } from "./charts/bar-plot";
export { type BoxPlotOptions, boxPlot } from "./charts/box-plot";
export type { CategoryOptions } from "./charts/categories";
export {
  type ConfusionMatrixPlotOptions,
  confusionMatrixPlot,
} from "./charts/confusion-matrix-plot";
export { type ContourPlotOptions, contourPlot } from "./charts/contour-plot";
export { type CountPlotOptions, countPlot } from "./charts/count-plot";
export {
  type DecisionBoundaryPlotOptions,
  decisionBoundaryPlot,
} from "./charts/decision-boundary-plot";
export { type DendrogramPlotOptions, dendrogramPlot } from "./charts/dendrogram-plot";
export { type FacetsOptions, facets } from "./charts/facets";
export type { GridInput } from "./charts/grid-values";
export type { GroupedValues, Names } from "./charts/groups";
export { type HeatmapOptions, heatmap } from "./charts/heatmap";
export { type HistogramOptions, histogram } from "./charts/histogram";
export { type ImageGridOptions, imageGrid } from "./charts/image-grid";
export { type JointPlotOptions, jointPlot } from "./charts/joint-plot";
export { type KDEPlotOptions, kdePlot } from "./charts/kde-plot";
export {
  type LinePlotOptions,
  linePlot,
  type ManyLinesOptions,
  type OneLineOptions,
} from "./charts/line-plot";
export { type NetworkPlotOptions, networkPlot } from "./charts/network-plot";
export type { ChartOptions } from "./charts/options";
export { overlay } from "./charts/overlay";
export { type PairPlotOptions, pairPlot } from "./charts/pair-plot";
export {
  type PrecisionRecallCurve,
  type PrecisionRecallPlotOptions,
  precisionRecallPlot,
  type ROCCurve,
  type ROCPlotOptions,
  rocPlot,
} from "./charts/rate-curves";
export { type RegPlotOptions, regPlot } from "./charts/reg-plot";
export { type ResidualPlotOptions, residualPlot } from "./charts/residual-plot";
export { type ScatterPlotOptions, scatterPlot } from "./charts/scatter-plot";
export {
  type FoldScores,
  type LearningCurvePlotOptions,
  type LeftOutScores,
  learningCurvePlot,
  type ScoreCurvesOptions,
  type ValidationCurvePlotOptions,
  validationCurvePlot,
} from "./charts/score-curves";
export { type SilhouettePlotOptions, silhouettePlot } from "./charts/silhouette-plot";
export { type StripPlotOptions, stripPlot } from "./charts/strip-plot";
export { type SurfacePlotOptions, surfacePlot } from "./charts/surface-plot";
export { type TreeNode, type TreePlotOptions, treePlot } from "./charts/tree-plot";
export { type ViolinPlotOptions, violinPlot } from "./charts/violin-plot";
export { describeChart } from "./describe/describe-chart";
export type { Matrix } from "./matrix";
export type { KernelDensityOptions } from "./numeric/kernel-density";
export { MissingPackageError } from "./render/png";
export { type RenderOptions, renderChart } from "./render/render-chart";
export { chartThemeCSS, type ThemeName } from "./render/theme";
export type { TextOptions } from "./render/to-text";
export {
  type AxisSpec,
  type BarsLayer,
  type CellsLayer,
  CHART_COLORS,
  type ChartColor,
  type ChartSpec,
  type ChartTone,
  type ColorScaleSpec,
  type KeyEntry,
  type Layer,
  type LineLayer,
  type PanelsSpec,
  type PointsLayer,
  type RectsLayer,
  type ScaleType,
  type SegmentsLayer,
  type ShapesLayer,
  type TextsLayer,
} from "./spec";
export type { Values } from "./values";
