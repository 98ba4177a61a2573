import {
  checkInteger,
  checkNonNegative,
  checkPositive,
  describeValue,
  type GraphBuilder,
  type GraphFeatures,
  type GraphOutputs,
  ParameterError,
  RandomState,
  ValueError,
} from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { BaseRegressor } from "../base/base-regressor";
import type { FitOptions, Regressor } from "../base/estimator";
import { checkFeatures } from "../base/features";
import { estimatorFromJSON } from "../base/from-json";
import { graphOf } from "../base/graph";
import { checkSupervised, type Matrix, type Supervised, type Targets } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import { anySeed, checkSeed } from "../base/seeds";
import { LinearRegression } from "./linear-regression";

/** The options of `RANSACRegressor`. */
export interface RANSACRegressorOptions {
  /** What is fitted. Default `LinearRegression`. */
  readonly estimator?: Regressor;
  /** How many rows a trial draws, at least 1. Default one more than there are features. */
  readonly minSamples?: number;
  /** Up to which residual a row is an inlier, in units of y. Default the median of |y − median of y|. */
  readonly residualThreshold?: number;
  /** The most trials. Default 100. */
  readonly maxTrials?: number;
  /** Stop when one of the trials so far has drawn inliers alone with this probability. Default 0.99. */
  readonly stopProbability?: number;
  /** The same seed gives the same trials, and those of scikit-learn. Default others each time. */
  readonly seed?: number | undefined;
}

type Params = Required<
  Pick<RANSACRegressorOptions, "estimator" | "maxTrials" | "stopProbability">
> &
  Pick<RANSACRegressorOptions, "minSamples" | "residualThreshold" | "seed">;

interface FittedRANSAC {
  readonly estimator: Regressor;
  readonly inliers: Uint8Array;
  readonly nTrials: number;
}

/** The best trial so far. */
interface Trial {
  readonly rows: Int32Array;
  readonly score: number;
}

/**
 * A regression of the rows that agree (random sample consensus): fits a few rows drawn at random, counts the rows near to
 * that fit, and does so again and again; then it fits the largest set of rows that agreed.
 *
 * @see Fischler and Bolles (1981), Communications of the ACM 24(6), 381–395.
 * @example
 * ```ts
 * const X = [[0], [1], [2], [3], [4], [5]];
 * const model = new RANSACRegressor({ seed: 0 }).fit(X, [0, 1, 2, 3, 4, 90]);
 * model.predict([[10]]).item().toFixed(3); // → 10.000
 * ```
 */
export class RANSACRegressor extends BaseRegressor<Params, FittedRANSAC> {
  static override readonly typeName: string = "RANSACRegressor";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly estimator: Regressor;
  readonly minSamples: number | undefined;
  readonly residualThreshold: number | undefined;
  readonly maxTrials: number;
  readonly stopProbability: number;
  readonly seed: number | undefined;

  /** @throws ParameterError for options that cannot be. */
  constructor({
    estimator = new LinearRegression(),
    minSamples,
    residualThreshold,
    maxTrials = 100,
    stopProbability = 0.99,
    seed,
  }: RANSACRegressorOptions = {}) {
    super();
    const where = "RANSACRegressor";
    if (estimator?.estimatorType !== "regressor") {
      throw new ParameterError(
        `${where}: estimator must be a regressor, got ${describeValue(estimator)}`,
      );
    }
    this.estimator = estimator;
    if (minSamples !== undefined) checkInteger(where, "minSamples", minSamples, 1);
    this.minSamples = minSamples;
    if (residualThreshold !== undefined) {
      checkNonNegative(where, "residualThreshold", residualThreshold);
    }
    this.residualThreshold = residualThreshold;
    this.maxTrials = checkInteger(where, "maxTrials", maxTrials, 1);
    this.stopProbability = checkPositive(where, "stopProbability", stopProbability);
    if (stopProbability > 1) {
      throw new ParameterError(
        `${where}: stopProbability must be at most 1, got ${stopProbability}`,
      );
    }
    this.seed = checkSeed(where, seed);
    Object.freeze(this);
  }

  /**
   * Finds the rows that agree, and fits them. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y targets, shape (nSamples,) or (nSamples, nTargets)
   * @throws ShapeError if the shapes do not fit together; ValueError for values that are no finite numbers, for fewer
   *   rows than a trial draws, and if no trial found a row that agrees.
   */
  fit(X: Matrix, y: Targets, options: FitOptions = {}): this {
    const where = "RANSACRegressor.fit";
    const data = checkSupervised(where, X, y, options.sampleWeight);
    const [n, p] = data.X.shape as [number, number];
    const count = this.minSamples ?? p + 1;
    if (count > n) {
      throw new ValueError(
        `${where}: expected at least ${count} rows, which a trial draws, got ${n}`,
      );
    }
    const random = new RandomState(this.seed ?? anySeed());
    const threshold = this.residualThreshold ?? medianDeviation(data.Y);
    let best: Trial | undefined;
    let most = this.maxTrials;
    let nTrials = 0;
    while (nTrials < most) {
      nTrials += 1;
      const trial = this.#tried(data, drawn(random, n, count), threshold);
      if (trial === undefined || !isBetter(trial, best)) continue;
      best = trial;
      most = Math.min(most, this.#trialsNeeded(trial.rows.length / n, count));
    }
    if (best === undefined) {
      throw new ValueError(
        `${where}: expected rows within ${threshold} of a fit in ${nTrials} trials, got none; a larger residualThreshold may help`,
      );
    }
    const inliers = new Uint8Array(n);
    for (const row of best.rows) inliers[row] = 1;
    return this.keep({
      estimator: this.#fitted(data, best.rows),
      inliers,
      nTrials,
      nFeaturesIn: p,
      featureNamesIn: data.names,
    });
  }

  /** The predictions of the regression of the rows that agreed. @throws as `Ridge.predict`. */
  predict(X: Matrix): Tensor {
    const fitted = this.learned("predict");
    return fitted.estimator.predict(checkFeatures("RANSACRegressor.predict", X, fitted));
  }

  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    return graphOf(this.learned("toGraph").estimator, X, graph);
  }

  /** The regression of the rows that agreed. @throws NotFittedError before `fit`. */
  get fittedEstimator(): Regressor {
    return this.learned("fittedEstimator").estimator;
  }

  /** Whether each row of `fit` agreed. @throws NotFittedError before `fit`. */
  get inlierMask(): boolean[] {
    return Array.from(this.learned("inlierMask").inliers, (flag) => flag === 1);
  }

  /** How many trials there were. @throws NotFittedError before `fit`. */
  get nTrials(): number {
    return this.learned("nTrials").nTrials;
  }

  #fitted(data: Supervised, rows: Int32Array): Regressor {
    const { X, y, weights } = rowsAt(data, rows);
    return this.estimator.clone().fit(X, y, weights ? { sampleWeight: weights } : {});
  }

  /** The rows that agree with a fit of some rows, and its score on them. */
  #tried(data: Supervised, sample: Int32Array, threshold: number): Trial | undefined {
    const model = this.#fitted(data, sample);
    const predicted = model.predict(data.X);
    const Y = predicted.ndim === 1 ? data.Y.reshape([data.Y.size]) : data.Y;
    const errors = Y.sub(predicted).abs();
    const sizes = (errors.ndim === 1 ? errors : errors.sum(1)).data();
    const rows = Int32Array.from(sizes.keys()).filter((i) => sizes[i]! <= threshold);
    if (rows.length === 0) return undefined;
    const { X, y } = rowsAt(data, rows);
    return { rows, score: model.score(X, y) };
  }

  /** After so many trials, one has drawn inliers alone with the probability that is wanted. */
  #trialsNeeded(shareOfInliers: number, count: number): number {
    const missed = Math.max(Number.EPSILON, 1 - this.stopProbability);
    const spoiled = Math.max(Number.EPSILON, 1 - shareOfInliers ** count);
    if (missed === 1) return 0;
    if (spoiled === 1) return Infinity;
    return Math.abs(Math.ceil(Math.log(missed) / Math.log(spoiled)));
  }
}

function isBetter({ rows, score }: Trial, best: Trial | undefined): boolean {
  if (best === undefined) return true;
  if (rows.length !== best.rows.length) return rows.length > best.rows.length;
  return !(score < best.score);
}

function rowsAt({ X, Y, isVector, weights }: Supervised, rows: Int32Array) {
  const some = Y.take(rows, 0);
  return {
    X: X.take(rows, 0),
    y: isVector ? some.reshape([rows.length]) : some,
    weights: weights?.take(rows, 0),
  };
}

/** Different rows; for more than a hundredth of all of them, the first of a permutation, as in scikit-learn. */
function drawn(random: RandomState, n: number, count: number): Int32Array {
  if (count / n > 0.01) return random.permutation(n).slice(0, count);
  const seen = new Set<number>();
  while (seen.size < count) seen.add(random.integer(0, n));
  return Int32Array.from(seen);
}

/** The median of all |y − median of y|. */
function medianDeviation(Y: Tensor): number {
  const values = Y.data() as Float64Array;
  const center = median(values);
  return median(values.map((value) => Math.abs(value - center)));
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
