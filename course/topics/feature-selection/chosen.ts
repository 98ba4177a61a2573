// What three ways choose among the 30 numbers of a tumour, and how often a model with them is right; claims.test.ts
// computes it again.

/** A way to choose, with its first ten features in order and the share that is right with 1, 2, … of them, in per cent. */
export interface Way {
  readonly order: readonly string[];
  readonly right: readonly number[];
}

/** What a model of all 30 numbers has right, in per cent. */
export const ALL = 97.9;

export const ways: Readonly<Record<"filter" | "wrapper" | "embedded", Way>> = {
  filter: {
    order: [
      "worst_concave_points",
      "worst_perimeter",
      "mean_concave_points",
      "worst_radius",
      "mean_perimeter",
      "worst_area",
      "mean_radius",
      "mean_area",
      "mean_concavity",
      "worst_concavity",
    ],
    right: [90.9, 93.5, 94.7, 94.4, 94.7, 95.1, 95.3, 95.3, 96, 95.8],
  },
  wrapper: {
    order: [
      "worst_perimeter",
      "worst_smoothness",
      "mean_texture",
      "mean_symmetry",
      "worst_concavity",
      "mean_compactness",
      "worst_compactness",
      "fractal_dimension_error",
      "worst_area",
      "mean_concave_points",
    ],
    right: [90.2, 95.6, 96.3, 96.8, 96.8, 97.5, 97.2, 97.4, 97.5, 97.5],
  },
  embedded: {
    order: [
      "worst_radius",
      "worst_concave_points",
      "worst_texture",
      "mean_concave_points",
      "radius_error",
      "worst_smoothness",
      "worst_symmetry",
      "worst_concavity",
      "mean_radius",
      "mean_texture",
    ],
    right: [91.6, 94.7, 96.3, 96.7, 97.4, 96.5, 96.5, 96.5, 96.5, 97],
  },
};

/** The features that occur above, and their correlations in hundredths: a row for each, up to the feature itself. */
const NAMES = [
  "mean_radius",
  "mean_texture",
  "mean_perimeter",
  "mean_area",
  "mean_compactness",
  "mean_concavity",
  "mean_concave_points",
  "mean_symmetry",
  "radius_error",
  "fractal_dimension_error",
  "worst_radius",
  "worst_texture",
  "worst_perimeter",
  "worst_area",
  "worst_smoothness",
  "worst_compactness",
  "worst_concavity",
  "worst_concave_points",
  "worst_symmetry",
];
const HUNDREDTHS = [
  "100",
  "32 100",
  "100 33 100",
  "99 32 99 100",
  "51 24 56 50 100",
  "68 30 72 69 88 100",
  "82 29 85 82 83 92 100",
  "15 7 18 15 60 50 46 100",
  "68 28 69 73 50 63 70 30 100",
  "-4 5 -1 -2 51 45 26 33 23 100",
  "97 35 97 96 54 69 83 19 72 -4 100",
  "30 91 30 29 25 30 29 9 19 0 36 100",
  "97 36 97 96 59 73 86 22 72 0 99 37 100",
  "94 34 94 96 51 68 81 18 75 -2 98 35 98 100",
  "12 8 15 12 57 45 45 43 14 17 22 23 24 21 100",
  "41 28 46 39 87 75 67 47 29 39 48 36 53 44 57 100",
  "53 30 56 51 82 88 75 43 38 38 57 37 62 54 52 89 100",
  "74 30 77 72 82 86 91 43 53 22 79 36 82 75 55 80 86 100",
  "16 11 19 14 51 41 38 70 9 11 24 23 27 21 49 61 53 50 100",
].map((row) => row.split(" ").map(Number));

export function correlation(a: string, b: string): number {
  const [i, j] = [NAMES.indexOf(a), NAMES.indexOf(b)];
  return HUNDREDTHS[Math.max(i, j)]![Math.min(i, j)]! / 100;
}
