import {
  barPlot,
  boxPlot,
  type Chart,
  countPlot,
  histogram,
  kdePlot,
  stripPlot,
  violinPlot,
} from "@gradus/plot";
import { birds } from "./samples";

const { kind, wing, weight } = birds();

/** Amounts and distributions. */
export const distributions: Readonly<Record<string, () => Chart>> = {
  bar: () =>
    barPlot({
      categories: ["Solar", "Wind", "Water", "Biomass", "Coal", "Gas"],
      values: [61.2, 136.4, 21.7, 41.5, 97.3, 57.8],
      title: "Wind gives more current than coal",
      xLabel: "Source",
      yLabel: "Net generation (TWh)",
    }),
  "bar-grouped": () =>
    barPlot({
      categories: ["2021", "2022", "2023"],
      values: {
        Train: [0.91, 0.93, 0.97],
        Validation: [0.88, 0.89, 0.86],
        Test: [0.87, 0.88, 0.84],
      },
      title: "The newest model fits the training data best, and the rest worst",
      xLabel: "Model of",
      yLabel: "Accuracy",
    }),
  "bar-stacked": () =>
    barPlot({
      categories: ["First", "Second", "Third", "Crew"],
      values: { Saved: [203, 118, 178, 212], Lost: [122, 167, 528, 673] },
      stacked: true,
      title: "Of the third class and the crew most were lost",
      xLabel: "Class",
      yLabel: "Persons",
    }),
  "bar-horizontal": () =>
    barPlot({
      categories: [
        "Overall quality",
        "Living area above ground",
        "Total basement area",
        "Year of construction",
        "Number of fireplaces",
        "Lot frontage",
      ],
      values: [0.41, 0.22, 0.13, 0.09, -0.02, NaN],
      horizontal: true,
      title: "What the price depends on",
      yLabel: "Fall of R² without the feature",
    }),
  count: () => countPlot({ x: kind, xLabel: "Kind of bird", title: "Birds caught" }),
  histogram: () =>
    histogram({ x: weight, xLabel: "Weight (g)", title: "Most birds weigh about 4 kg" }),
  "histogram-density": () =>
    histogram({ x: wing, xLabel: "Wing (mm)", stat: "density", kde: true, bins: 18 }),
  kde: () =>
    kdePlot({ x: weight, by: kind, xLabel: "Weight (g)", title: "Coast birds are heavier" }),
  box: () =>
    boxPlot({
      y: weight,
      by: kind,
      xLabel: "Kind of bird",
      yLabel: "Weight (g)",
      title: "Weights",
    }),
  "box-horizontal": () =>
    boxPlot({ y: wing, by: kind, xLabel: "Kind of bird", yLabel: "Wing (mm)", horizontal: true }),
  violin: () =>
    violinPlot({ y: wing, by: kind, xLabel: "Kind of bird", yLabel: "Wing (mm)", title: "Wings" }),
  strip: () => stripPlot({ y: wing, by: kind, xLabel: "Kind of bird", yLabel: "Wing (mm)" }),
};
