import type { Maker } from "../catalogue";
import { labelArray, normalArray } from "../data";

const classify: Maker = {
  name: "kNN 20,000 rows, 2,000 queries × 20",
  subject: "Neighbours",
  goals: { "scikit-learn": 1.5, "ml.js": 0.1 },
  make: () => ({
    task: "kNeighbors",
    settings: { k: 5 },
    arrays: {
      X: normalArray("neighbours-X", [20_000, 20], 91),
      y: labelArray("neighbours-y", [20_000], { classes: 3, seed: 92 }),
      queries: normalArray("neighbours-queries", [2_000, 20], 93),
    },
    repeat: 1,
    peers: ["scikit-learn", "ml.js"],
  }),
};

/** The same question by both: the tree is to be at least 5 times faster. */
const nearest: readonly Maker[] = (["k-d tree", "brute force"] as const).map((algorithm) => ({
  name: `nearest of 50,000 × 3 by ${algorithm}, 10,000 queries`,
  subject: "Neighbours",
  make: () => ({
    task: "nearest",
    settings: { k: 5, tree: algorithm === "k-d tree" ? 1 : 0 },
    arrays: {
      X: normalArray("neighbours-cloud", [50_000, 3], 94),
      queries: normalArray("neighbours-asking", [10_000, 3], 95),
    },
    repeat: 1,
    peers: ["scikit-learn"],
  }),
}));

/** Neighbours of rows: fit, then questions. */
export const neighbors: readonly Maker[] = [classify, ...nearest];
