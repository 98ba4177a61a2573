import type { Maker } from "../catalogue";
import { normalArray } from "../data";

const common = {
  subject: "Linear algebra, float64",
  goals: { numpy: 2.5, "ml-matrix": 0.2 },
} as const;

const peers = ["ml-matrix", "numpy"] as const;

/** Every contestant gives all of the result: singular vectors, eigenvectors, the solution. */
export const decompositions: readonly Maker[] = [
  {
    name: "SVD 1000×200, thin",
    ...common,
    make: () => ({
      task: "svd",
      settings: {},
      arrays: { A: normalArray("svd-A", [1000, 200], 71) },
      repeat: 3,
      peers,
    }),
  },
  {
    name: "symmetric eigen 500",
    ...common,
    make: () => ({
      task: "eigh",
      // A + Aᵀ is decomposed.
      settings: {},
      arrays: { A: normalArray("eigh-A", [500, 500], 72) },
      repeat: 2,
      peers,
    }),
  },
  {
    name: "solve 1000, one right-hand side",
    ...common,
    make: () => ({
      task: "solve",
      settings: {},
      arrays: {
        A: normalArray("solve-A", [1000, 1000], 73),
        b: normalArray("solve-b", [1000, 1], 74),
      },
      repeat: 3,
      peers,
    }),
  },
];
