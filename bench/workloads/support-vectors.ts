import { RandomGenerator } from "@gradus/core";
import type { Maker } from "../catalogue";
import { arrayFile, normalArray } from "../data";
import type { ArrayFile } from "../workload";

const ROWS = 5_000;
const COLUMNS = 20;
const MANY_ROWS = 100_000;
const MANY_COLUMNS = 50;
const SEARCH_ROWS = 1_000;

/** A curved border and some noise: about half of the rows are support vectors. */
const kernel: Maker = {
  name: `SVC rbf ${ROWS.toLocaleString("en")} × ${COLUMNS}, fit and predict 1,000`,
  subject: "Support vector machines",
  goals: { "scikit-learn": 1.5, "ml.js": 0.1 },
  make: () => ({
    task: "svc",
    settings: {},
    arrays: {
      X: normalArray("svm-X", [ROWS, COLUMNS], 101),
      y: labels("svm-y", [ROWS, COLUMNS], 101, ([a, b, c, d, e]) => a! * b! + c! * d! + e!),
      queries: normalArray("svm-queries", [1_000, COLUMNS], 103),
    },
    repeat: 1,
    peers: ["scikit-learn", "ml.js"],
  }),
};

const linear: Maker = {
  name: `LinearSVC ${MANY_ROWS.toLocaleString("en")} × ${MANY_COLUMNS}, fit and predict`,
  subject: "Support vector machines",
  goals: { "scikit-learn": 1.5 },
  make: () => ({
    task: "linearSVC",
    settings: {},
    arrays: {
      X: normalArray("linear-svm-X", [MANY_ROWS, MANY_COLUMNS], 104),
      y: labels("linear-svm-y", [MANY_ROWS, MANY_COLUMNS], 104, (row) =>
        row.reduce((sum, value, j) => sum + value * Math.sin(j), 0),
      ),
    },
    repeat: 1,
    peers: ["scikit-learn"],
  }),
};

/** Eight machines on five folds, forty fits, shared between two workers; scikit-learn's are two processes of joblib's. */
const search: Maker = {
  name: `grid search of SVC ${SEARCH_ROWS.toLocaleString("en")} × ${COLUMNS}, 40 fits, 2 workers`,
  subject: "Support vector machines",
  goals: { "scikit-learn": 1.5 },
  make: () => ({
    task: "gridSearch",
    settings: { workers: 2 },
    arrays: {
      X: normalArray("search-X", [SEARCH_ROWS, COLUMNS], 106),
      y: labels(
        "search-y",
        [SEARCH_ROWS, COLUMNS],
        106,
        ([a, b, c, d, e]) => a! * b! + c! * d! + e!,
      ),
    },
    repeat: 1,
    peers: ["scikit-learn"],
  }),
};

/** Machines for classes. */
export const supportVectors: readonly Maker[] = [kernel, linear, search];

/** 0 or 1, by the sign of a function of a row of `normalArray` with the same seed, and noise. */
function labels(
  name: string,
  [rows, columns]: readonly [number, number],
  seed: number,
  score: (row: readonly number[]) => number,
): ArrayFile {
  return arrayFile(name, [rows], () => {
    const features = new RandomGenerator(seed);
    const noise = new RandomGenerator(seed + 1);
    return () => {
      const row = Array.from({ length: columns }, () => Math.fround(features.normal()));
      return score(row) + 0.5 * noise.normal() > 0 ? 1 : 0;
    };
  });
}
