import { RandomGenerator } from "@gradus/core";
import type { Maker } from "../catalogue";
import { arrayFile, uniformArray } from "../data";
import type { ArrayFile } from "../workload";

const N_ROWS = 100_000;
const SEED = 121;

/**
 * One feature, fitted and predicted. ml.js is given plain arrays of numbers, as its page shows; ours and scikit-learn a
 * float64 matrix of one column.
 */
export const polynomials: readonly Maker[] = [
  timed("a line through 100,000 points", 1),
  timed("a polynomial of degree 3 through 100,000 points", 3),
  timed("a polynomial of degree 8 through 100,000 points", 8),
];

function timed(name: string, degree: number): Maker {
  return {
    name,
    subject: "Estimators",
    goals: { "scikit-learn": 1.5, "ml.js": 0.1 },
    make: () => ({
      task: "polynomial",
      settings: { degree },
      arrays: points(),
      repeat: 1,
      peers: ["scikit-learn", "ml.js"],
    }),
  };
}

/** x evenly over ±1, and y = 3 + x − 2x³ + noise. */
function points(): { X: ArrayFile; y: ArrayFile } {
  const X = uniformArray("polynomial-X", [N_ROWS, 1], { limit: 1, seed: SEED });
  const y = arrayFile("polynomial-y", [N_ROWS], () => {
    const values = new RandomGenerator(SEED);
    const random = new RandomGenerator(SEED + 1);
    return () => {
      const x = Math.fround(2 * values.uniform() - 1);
      return 3 + x - 2 * x ** 3 + 0.3 * random.normal();
    };
  });
  return { X, y };
}
