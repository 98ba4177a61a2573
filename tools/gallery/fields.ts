import {
  type Chart,
  confusionMatrixPlot,
  contourPlot,
  heatmap,
  imageGrid,
  surfacePlot,
} from "@gradus/plot";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const peaks = (x: number, y: number) =>
  3 * (1 - x) ** 2 * Math.exp(-x * x - (y + 1) ** 2) -
  10 * (x / 5 - x ** 3 - y ** 5) * Math.exp(-x * x - y * y) -
  Math.exp(-((x + 1) ** 2) - y * y) / 3;
const names = ["Living area", "Quality", "Year built", "Garage", "Lot area", "Sale price"];
const correlations = [
  [1, 0.57, 0.24, 0.48, 0.29, 0.71],
  [0.57, 1, 0.6, 0.6, 0.1, 0.8],
  [0.24, 0.6, 1, 0.54, 0.02, 0.56],
  [0.48, 0.6, 0.54, 1, 0.18, 0.65],
  [0.29, 0.1, 0.02, 0.18, 1, -0.27],
  [0.71, 0.8, 0.56, 0.65, -0.27, NaN],
];

/** Matrices, functions of two numbers, images. */
export const fields: Readonly<Record<string, () => Chart>> = {
  heatmap: () =>
    heatmap({
      values: correlations,
      rows: names,
      columns: names,
      label: "correlations",
      title: "Quality goes with price more than size does",
    }),
  "heatmap-large": () =>
    heatmap({
      values: Array.from({ length: 24 }, (_, hour) =>
        months.map((_, month) => {
          const day = Math.cos(((hour - 13) / 24) * 2 * Math.PI);
          return 10 + 11 * Math.cos(((month - 6.5) / 12) * 2 * Math.PI) + 5 * day;
        }),
      ),
      rows: Array.from({ length: 24 }, (_, hour) => `${hour}:00`),
      columns: months,
      label: "°C",
      colors: "sequential",
      title: "Temperature by hour and month",
    }),
  confusion: () =>
    confusionMatrixPlot({
      counts: [
        [52, 3, 1],
        [6, 31, 3],
        [0, 2, 54],
      ],
      classes: ["marsh", "reed", "coast"],
      title: "Reed birds are taken for marsh birds",
    }),
  contour: () =>
    contourPlot({
      f: peaks,
      xDomain: [-3, 3],
      yDomain: [-3, 3],
      xLabel: "x",
      yLabel: "y",
      label: "f(x, y)",
      title: "Three hills and three hollows",
    }),
  "contour-lines": () =>
    contourPlot({
      f: (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
      xDomain: [-2, 2],
      yDomain: [-1, 3],
      levels: [1, 10, 50, 200, 500, 1000],
      filled: false,
      xLabel: "w₁",
      yLabel: "w₂",
      title: "Rosenbrock’s valley",
    }),
  surface: () =>
    surfacePlot({
      f: peaks,
      xDomain: [-3, 3],
      yDomain: [-3, 3],
      gridSize: 40,
      label: "f(x, y)",
      title: "The same hills as a surface",
    }),
  images: () =>
    imageGrid({
      images: Array.from({ length: 10 }, (_, k) =>
        Array.from({ length: 16 }, (_, r) =>
          Array.from({ length: 16 }, (_, c) =>
            Math.cos((k + 1) * Math.hypot(r - 7.5, c - 7.5) * 0.15),
          ),
        ),
      ),
      labels: Array.from({ length: 10 }, (_, k) => `rings ${k + 1}`),
      title: "Waves",
    }),
};
