import { RandomGenerator } from "@gradus/core";
import type { Maker } from "../catalogue";
import { arrayFile, labelArray, normalArray } from "../data";
import type { ArrayFile } from "../workload";

const N_ROWS = 100_000;
const N_CLASSES = 5;

/** What predictions are worth; each library is given the labels and numbers as its own models predict them. */
export const metrics: readonly Maker[] = [
  {
    name: "accuracy and confusion matrix, 100,000 labels of 5 classes",
    subject: "Metrics",
    goals: { "scikit-learn": 1.5, "scikit.js": 0.1 },
    make: () => ({
      task: "classMetrics",
      settings: { nClasses: N_CLASSES },
      arrays: labels(),
      repeat: 10,
      peers: ["scikit-learn", "scikit.js"],
    }),
  },
  {
    name: "R² and mean squared error, 100,000 numbers",
    subject: "Metrics",
    goals: { "scikit-learn": 1.5, "scikit.js": 0.1 },
    make: () => ({
      task: "regressionMetrics",
      settings: {},
      arrays: numbers(),
      repeat: 10,
      peers: ["scikit-learn", "scikit.js"],
    }),
  },
];

/** Labels, seven of ten of them predicted right. */
function labels(): { y: ArrayFile; predicted: ArrayFile } {
  const y = labelArray("metrics-labels", [N_ROWS], { classes: N_CLASSES, seed: 111 });
  const predicted = arrayFile("metrics-predicted-labels", [N_ROWS], () => {
    const truth = new RandomGenerator(111);
    const random = new RandomGenerator(112);
    return () => {
      const label = Math.floor(N_CLASSES * truth.uniform());
      return random.uniform() < 0.7 ? label : (label + 1) % N_CLASSES;
    };
  });
  return { y, predicted };
}

/** Standard normal numbers, and the same with noise. */
function numbers(): { y: ArrayFile; predicted: ArrayFile } {
  const y = normalArray("metrics-numbers", [N_ROWS], 113);
  const predicted = arrayFile("metrics-predicted-numbers", [N_ROWS], () => {
    const truth = new RandomGenerator(113);
    const random = new RandomGenerator(114);
    return () => Math.fround(truth.normal()) + 0.5 * random.normal();
  });
  return { y, predicted };
}
