import {
  checkBoolean,
  checkInteger,
  describeValue,
  ParameterError,
  RandomState,
} from "@gradus/core";
import { anySeed, checkSeed } from "../base/seeds";

/** How bagging draws rows and features. */
export interface BaggingDraws {
  /** How many estimators. Default 10. */
  readonly nEstimators?: number;
  /** Rows for each estimator: up to 1 a share, above a number. Default as many as there are. */
  readonly maxSamples?: number;
  /** Features for each estimator: up to 1 a share, above a number. Default 1, all. */
  readonly maxFeatures?: number;
  /** Draw rows with replacement, so that some come twice and a third is left out. Default true. */
  readonly bootstrap?: boolean;
  /** Draw features with replacement. Default false. */
  readonly bootstrapFeatures?: boolean;
  /** Score each row by the estimators that have not seen it; needs `bootstrap`. Default false. */
  readonly oobScore?: boolean;
  /** The same seed draws the same rows and features, in scikit-learn too. Default others each time. */
  readonly seed?: number | undefined;
}

/** The options, checked and with the defaults filled in. */
export type CheckedDraws = Required<Omit<BaggingDraws, "seed">> & {
  readonly seed: number | undefined;
};

/** What one estimator is fitted on. */
export interface Draw {
  readonly seed: number;
  readonly rows: Int32Array;
  readonly features: Int32Array;
}

/** @throws ParameterError for options that cannot be. */
export function checkDraws(
  where: string,
  {
    nEstimators = 10,
    maxSamples = 1,
    maxFeatures = 1,
    bootstrap = true,
    bootstrapFeatures = false,
    oobScore = false,
    seed,
  }: BaggingDraws,
): CheckedDraws {
  checkInteger(where, "nEstimators", nEstimators, 1);
  for (const [name, value] of Object.entries({ maxSamples, maxFeatures })) {
    const isGood = value > 0 && (value <= 1 || Number.isSafeInteger(value));
    if (isGood) continue;
    throw new ParameterError(
      `${where}: ${name} must be a share above 0 up to 1, or an integer above 1, got ${describeValue(value)}`,
    );
  }
  checkBoolean(where, "bootstrap", bootstrap);
  checkBoolean(where, "bootstrapFeatures", bootstrapFeatures);
  checkBoolean(where, "oobScore", oobScore);
  if (oobScore && !bootstrap) {
    throw new ParameterError(`${where}: oobScore needs bootstrap: true, got false`);
  }
  return {
    nEstimators,
    maxSamples,
    maxFeatures,
    bootstrap,
    bootstrapFeatures,
    oobScore,
    seed: checkSeed(where, seed),
  };
}

/**
 * The rows and features of each estimator, as scikit-learn draws them for that seed.
 *
 * @param weights how likely each row is drawn; all alike if absent
 * @throws ParameterError for more rows or features than there are.
 */
export function drawAll(
  where: string,
  options: CheckedDraws,
  [nRows, nFeatures]: readonly [number, number],
  weights: Float64Array | undefined,
): Draw[] {
  const random = new RandomState(options.seed ?? anySeed());
  const seeds = Array.from({ length: options.nEstimators }, () => random.integer(0, MOST));
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? nRows;
  // Shares are of the rows' weight, but all is as many as there are rows.
  const whole = options.maxSamples === 1 ? nRows : total;
  const maxRows = amount(where, "maxSamples", options.maxSamples, [
    whole,
    nRows,
    options.bootstrap,
  ]);
  const maxFeatures = amount(where, "maxFeatures", options.maxFeatures, [
    nFeatures,
    nFeatures,
    false,
  ]);
  return seeds.map((seed) => {
    const own = new RandomState(seed);
    const features = options.bootstrapFeatures
      ? withReplacement(own, nFeatures, maxFeatures)
      : withoutReplacement(own, nFeatures, maxFeatures);
    if (weights)
      return { seed, features, rows: byWeight(own, weights, maxRows, options.bootstrap) };
    const rows = options.bootstrap
      ? withReplacement(own, nRows, maxRows)
      : withoutReplacement(own, nRows, maxRows);
    return { seed, features, rows };
  });
}

/** The seed of a copy inside: another one for each. */
export function innerSeed(seed: number): number {
  return new RandomState(seed).integer(0, MOST);
}

const MOST = 2 ** 31 - 1;

function amount(
  where: string,
  name: string,
  value: number,
  [whole, n, isUnlimited]: readonly [whole: number, n: number, isUnlimited: boolean],
): number {
  const found = value <= 1 ? Math.max(1, Math.floor(value * whole)) : value;
  if (found <= n || isUnlimited) return found;
  throw new ParameterError(`${where}: ${name} must be at most ${n}, got ${value}`);
}

function withReplacement(random: RandomState, n: number, k: number): Int32Array {
  return Int32Array.from({ length: k }, () => random.integer(0, n));
}

/** k of n: by a set where they are few, by exchange where they are nearly all, else the start of a permutation. */
export function withoutReplacement(random: RandomState, n: number, k: number): Int32Array {
  const share = k / n;
  if (share < 0.01) {
    const chosen = new Set<number>();
    while (chosen.size < k) chosen.add(random.integer(0, n));
    return Int32Array.from(chosen);
  }
  if (share <= 0.99) return random.permutation(n).slice(0, k);
  const kept = Int32Array.from({ length: k }, (_, i) => i);
  for (let i = k; i < n; i++) {
    const place = random.integer(0, i + 1);
    if (place < k) kept[place] = i;
  }
  return kept;
}

/** Rows drawn by their weights, as NumPy's `choice` draws them. */
function byWeight(
  random: RandomState,
  weights: Float64Array,
  k: number,
  replace: boolean,
): Int32Array {
  const left = weights.slice();
  if (replace) return drawByShares(random, left, k);
  const rows: number[] = [];
  while (rows.length < k) {
    // A row that comes twice in one go counts once; those that are found are not drawn again.
    for (const row of new Set(drawByShares(random, left, k - rows.length))) {
      rows.push(row);
      left[row] = 0;
    }
  }
  return Int32Array.from(rows);
}

function drawByShares(random: RandomState, weights: Float64Array, k: number): Int32Array {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  weights.forEach((weight, i) => {
    sum += weight;
    sums[i] = sum;
  });
  return Int32Array.from({ length: k }, () => firstAbove(sums, random.uniform() * sum));
}

/** The place of the first of sorted numbers above a value. */
function firstAbove(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
