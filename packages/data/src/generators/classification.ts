import {
  checkBetween,
  checkFinite,
  checkInteger,
  checkPositive,
  ParameterError,
  type RandomGenerator,
} from "@gradus/core";
import {
  type GeneratorOptions,
  type LabelledPoints,
  labelVector,
  matrix,
  rowOrder,
  seeded,
  shareOut,
} from "./support";

/** How `makeClassification` draws. */
export interface ClassificationOptions extends GeneratorOptions {
  /** The number of features; what is left beside the next three is noise. Default 20. */
  readonly nFeatures?: number;
  /** Features that carry the classes. Default 2. */
  readonly nInformative?: number;
  /** Random combinations of the informative ones. Default 2. */
  readonly nRedundant?: number;
  /** Copies of informative or redundant ones. Default 0. */
  readonly nRepeated?: number;
  /** The number of classes. Default 2. */
  readonly nClasses?: number;
  /** Clusters of each class. Default 2. */
  readonly nClustersPerClass?: number;
  /** The share of each class, adding up to 1. Default equal shares. */
  readonly weights?: readonly number[];
  /** The share of points whose class is drawn anew at random: noise in y. From 0 to 1. Default 0.01. */
  readonly flipY?: number;
  /** Half the edge of the cube whose corners are the clusters' centres; larger is easier. Default 1. */
  readonly classSep?: number;
  /** Added to every feature. Default 0. */
  readonly shift?: number;
  /** Every feature is multiplied by it, after `shift`. Default 1. */
  readonly scale?: number;
}

/** What a feature of `makeClassification` is. */
export type FeatureRole = "informative" | "redundant" | "repeated" | "noise";

/**
 * A classification task with features of known use: each class is some normal clusters around corners of a cube of
 * edge 2 · classSep in the informative dimensions, each cluster stretched by a random matrix.
 *
 * Parameters and construction are those of scikit-learn's `make_classification` (Guyon's MADELON); `hypercube` is
 * always true, and the numbers of a seed are not scikit-learn's.
 *
 * @returns X (nSamples, nFeatures), y (nSamples,) and the role of each feature, in the order of the columns
 * @throws ParameterError for a number out of its range, if the features named are more than `nFeatures`, or if the
 *   cube has fewer corners than there are clusters.
 * @see Guyon (2003), Design of experiments for the NIPS 2003 variable selection benchmark.
 * @example
 * ```ts
 * const { roles } = makeClassification({ nFeatures: 5, shuffle: false });
 * roles; // → ["informative", "informative", "redundant", "redundant", "noise"]
 * ```
 */
export function makeClassification(
  options: ClassificationOptions = {},
): LabelledPoints & { readonly roles: readonly FeatureRole[] } {
  const plan = check(options);
  const { nSamples, nFeatures, nClasses, nClustersPerClass, nInformative } = plan;
  const random = seeded("makeClassification", plan.seed);
  const centres = drawCorners(plan, random);
  const redundant = randomMatrix(nInformative, plan.nRedundant, random);
  const copied = Array.from({ length: plan.nRepeated }, () =>
    random.integer(0, nInformative + plan.nRedundant),
  );
  const labels: number[] = [];
  const rows: number[][] = [];
  clusterSizes(plan).forEach((size, cluster) => {
    const stretch = randomMatrix(nInformative, nInformative, random);
    for (let i = 0; i < size; i++) {
      const ball = Array.from({ length: nInformative }, () => random.normal());
      const row = times(ball, stretch).map((x, j) => x + centres[cluster]![j]!);
      row.push(...times(row, redundant));
      row.push(...copied.map((j) => row[j]!));
      while (row.length < nFeatures) row.push(random.normal());
      rows.push(row.map((x) => (x + plan.shift) * plan.scale));
      labels.push(Math.floor(cluster / nClustersPerClass));
    }
  });
  for (let i = 0; i < nSamples; i++) {
    if (random.uniform() < plan.flipY) labels[i] = random.integer(0, nClasses);
  }
  const order = rowOrder("makeClassification", nSamples, plan.shuffle, random);
  const columns = rowOrder("makeClassification", nFeatures, plan.shuffle, random);
  const mixed = rows.map((row) => Array.from(columns, (j) => row[j]!));
  return {
    X: matrix(mixed, order, nFeatures),
    y: labelVector(labels, order),
    roles: Array.from(columns, (j) => roleOf(j, plan)),
  };
}

type Plan = Required<Omit<ClassificationOptions, "weights">> & {
  readonly weights: readonly number[] | undefined;
};

const where = "makeClassification";

function check(options: ClassificationOptions): Plan {
  const plan: Plan = {
    nSamples: checkInteger(where, "nSamples", options.nSamples ?? 100, 1),
    nFeatures: checkInteger(where, "nFeatures", options.nFeatures ?? 20, 1),
    nInformative: checkInteger(where, "nInformative", options.nInformative ?? 2, 1),
    nRedundant: checkInteger(where, "nRedundant", options.nRedundant ?? 2),
    nRepeated: checkInteger(where, "nRepeated", options.nRepeated ?? 0),
    nClasses: checkInteger(where, "nClasses", options.nClasses ?? 2, 1),
    nClustersPerClass: checkInteger(where, "nClustersPerClass", options.nClustersPerClass ?? 2, 1),
    weights: options.weights,
    flipY: checkBetween(where, "flipY", options.flipY ?? 0.01, [0, 1]),
    classSep: checkPositive(where, "classSep", options.classSep ?? 1),
    shift: checkFinite(where, "shift", options.shift ?? 0),
    scale: checkPositive(where, "scale", options.scale ?? 1),
    shuffle: options.shuffle ?? true,
    seed: options.seed ?? 0,
  };
  const named = plan.nInformative + plan.nRedundant + plan.nRepeated;
  if (named > plan.nFeatures) {
    throw new ParameterError(
      `${where}: nFeatures must be at least the ${named} informative, redundant and repeated ones, got ${plan.nFeatures}`,
    );
  }
  const nClusters = plan.nClasses * plan.nClustersPerClass;
  if (nClusters > 2 ** plan.nInformative) {
    throw new ParameterError(
      `${where}: a cube in ${plan.nInformative} dimensions has ${2 ** plan.nInformative} corners, too few for ${nClusters} clusters: raise nInformative`,
    );
  }
  const { weights } = plan;
  if (!weights) return plan;
  const total = weights.reduce((sum, share) => sum + share, 0);
  const isGood = weights.every((share) => share >= 0) && Math.abs(total - 1) < 1e-9;
  if (isGood && weights.length === plan.nClasses) return plan;
  throw new ParameterError(
    `${where}: weights must be ${plan.nClasses} shares that add up to 1, got [${weights.join(", ")}]`,
  );
}

/** Distinct corners of the cube, one a cluster. */
function drawCorners(plan: Plan, random: RandomGenerator): number[][] {
  const corners = new Map<string, number[]>();
  while (corners.size < plan.nClasses * plan.nClustersPerClass) {
    const signs = Array.from({ length: plan.nInformative }, () => 2 * random.integer(0, 2) - 1);
    corners.set(
      signs.join(),
      signs.map((sign) => sign * plan.classSep),
    );
  }
  return [...corners.values()];
}

function clusterSizes(plan: Plan): number[] {
  const { nSamples, nClasses, nClustersPerClass, weights } = plan;
  if (!weights) return shareOut(nSamples, nClasses * nClustersPerClass);
  // Rounding down by classes, with the rest given to the first ones.
  const sizes = weights.map((share) => Math.floor(share * nSamples + 1e-9));
  let rest = nSamples - sizes.reduce((sum, size) => sum + size, 0);
  for (let k = 0; rest > 0; k = (k + 1) % nClasses, rest--) sizes[k]! += 1;
  return sizes.flatMap((size) => shareOut(size, nClustersPerClass));
}

function randomMatrix(nRows: number, nColumns: number, random: RandomGenerator): number[][] {
  return Array.from({ length: nRows }, () =>
    Array.from({ length: nColumns }, () => random.uniform(-1, 1)),
  );
}

function times(row: readonly number[], columns: readonly (readonly number[])[]): number[] {
  return columns[0]!.map((_, j) => columns.reduce((sum, line, i) => sum + row[i]! * line[j]!, 0));
}

function roleOf(j: number, { nInformative, nRedundant, nRepeated }: Plan): FeatureRole {
  if (j < nInformative) return "informative";
  if (j < nInformative + nRedundant) return "redundant";
  return j < nInformative + nRedundant + nRepeated ? "repeated" : "noise";
}
