import { RandomGenerator } from "@gradus/core";
import {
  type Chart,
  decisionBoundaryPlot,
  dendrogramPlot,
  learningCurvePlot,
  networkPlot,
  precisionRecallPlot,
  residualPlot,
  rocPlot,
  silhouettePlot,
  treePlot,
  validationCurvePlot,
} from "@gradus/plot";
import { birds } from "./samples";

const { kind, wing, bill } = birds();
const random = new RandomGenerator(3);
const normals = Array.from({ length: 400 }, () => random.normal());
const share = (n: number) => Array.from({ length: n + 1 }, (_, i) => i / n);
const sizes = [50, 100, 200, 400, 800];
const folds = (mean: (n: number) => number, spread: number) =>
  sizes.map((n, i) => [-1, 0, 1].map((k) => mean(n) + k * spread * (1 + i / 9)));

/** What models do, from plain arrays. */
export const models: Readonly<Record<string, () => Chart>> = {
  roc: () =>
    rocPlot({
      curves: {
        "Gradient boosting": {
          falsePositiveRate: share(20),
          truePositiveRate: share(20).map((x) => x ** 0.2),
        },
        "Naive Bayes": {
          falsePositiveRate: share(20),
          truePositiveRate: share(20).map((x) => x ** 0.5),
        },
      },
      title: "Boosting finds more at every rate of false alarms",
    }),
  "precision-recall": () =>
    precisionRecallPlot({
      curves: {
        "Gradient boosting": {
          recall: share(20),
          precision: share(20).map((x) => 1 - 0.6 * x ** 4),
        },
        "Naive Bayes": { recall: share(20), precision: share(20).map((x) => 1 - 0.75 * x) },
      },
      prevalence: 0.2,
      title: "Precision falls late",
    }),
  "learning-curve": () =>
    learningCurvePlot({
      trainSizes: sizes,
      trainScores: folds((n) => 0.85 + 5 / n, 0.008),
      validationScores: folds((n) => 0.84 - 12 / n, 0.02),
      yLabel: "R²",
      title: "More rows would help little",
    }),
  "validation-curve": () =>
    validationCurvePlot({
      values: [0.001, 0.01, 0.1, 1, 10],
      xScale: "log",
      trainScores: [
        [0.95, 0.97],
        [0.94, 0.95],
        [0.9, 0.92],
        [0.84, 0.85],
        [0.6, 0.63],
      ],
      validationScores: [
        [0.7, 0.76],
        [0.76, 0.79],
        [0.82, 0.85],
        [0.8, 0.82],
        [0.59, 0.6],
      ],
      xLabel: "Penalty α",
      yLabel: "Accuracy",
      title: "Too small a penalty overfits, too large a one underfits",
    }),
  residuals: () => {
    const yPred = normals.slice(0, 200).map((z) => 180 + 60 * z);
    const yTrue = yPred.map((y, i) => y + normals[200 + i]! * (10 + 0.12 * Math.max(0, y)));
    return residualPlot({
      yTrue,
      yPred,
      xLabel: "Predicted price (1000 US$)",
      yLabel: "True − predicted (1000 US$)",
      title: "Errors grow with the price",
    });
  },
  "decision-boundary": () =>
    decisionBoundaryPlot({
      x: wing,
      y: bill,
      classes: kind,
      predict: (points) =>
        points.map(([w, b]) => (w > 207 ? "coast" : b > 44 + (w - 195) / 8 ? "reed" : "marsh")),
      xLabel: "Wing (mm)",
      yLabel: "Bill (mm)",
      title: "Two lines separate three kinds",
    }),
  silhouette: () => {
    const clusters = normals.slice(0, 120).map((_, i) => `cluster ${1 + (i % 3)}`);
    const values = normals
      .slice(0, 120)
      .map((z, i) => Math.max(-0.2, Math.min(0.85, 0.62 - 0.14 * (i % 3) + 0.17 * z)));
    return silhouettePlot({ values, clusters, title: "The third cluster is loose" });
  },
  dendrogram: () =>
    dendrogramPlot({
      linkage: [
        [0, 1, 0.4, 2],
        [3, 4, 0.5, 2],
        [2, 8, 0.9, 3],
        [5, 6, 1.1, 2],
        [7, 11, 1.6, 3],
        [9, 12, 2.8, 5],
        [10, 13, 4.1, 8],
      ],
      labels: ["Porto", "Lisbon", "Madrid", "Lyon", "Paris", "Berlin", "Prague", "Vienna"],
      yLabel: "Distance",
      title: "Cities by their weather",
    }),
  tree: () =>
    treePlot({
      tree: {
        label: "Wing > 206.5 mm?\n152 birds",
        children: [
          {
            label: "Bill > 44.1 mm?\n100 birds",
            edge: "no",
            children: [
              { label: "marsh\n58 of 60 right", edge: "no", color: "blue" },
              { label: "reed\n37 of 40 right", edge: "yes", color: "green" },
            ],
          },
          { label: "coast\n52 of 52 right", edge: "yes", color: "vermillion" },
        ],
      },
      title: "Two questions tell most birds apart",
    }),
  network: () =>
    networkPlot({
      nodes: ["Ann", "Ben", "Cid", "Dora", "Eve", "Finn", "Gus", "Hana", "Ida"],
      groups: ["chess", "chess", "chess", "chess", "choir", "choir", "choir", "choir", "choir"],
      edges: [
        ["Ann", "Ben"],
        ["Ann", "Cid"],
        ["Ben", "Cid"],
        ["Cid", "Dora"],
        ["Ben", "Dora"],
        ["Dora", "Eve"],
        ["Eve", "Finn"],
        ["Eve", "Gus"],
        ["Finn", "Gus"],
        ["Gus", "Hana"],
        ["Finn", "Hana"],
        ["Hana", "Ida"],
      ],
      title: "Dora and Eve join the two clubs",
    }),
};
