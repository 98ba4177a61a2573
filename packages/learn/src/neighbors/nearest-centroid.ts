import {
  checkOneOf,
  checkPositive,
  type GraphFeatures,
  type GraphOutputs,
  ParameterError,
  ShapeError,
  ValueError,
  warn,
} from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { argmaxRows, BaseClassifier } from "../base/base-classifier";
import { checkFeatures } from "../base/features";
import { bestLabels, squaredDistancesInGraph } from "../base/graph";
import { checkClassification, type Matrix } from "../base/inputs";
import type { Label, Labels } from "../base/labels";
import { manhattanOf, squareOf } from "../metrics/pairwise/row-distances";

/** The options of `NearestCentroid`. */
export interface NearestCentroidOptions {
  /** How far rows are from centroids: their means for "euclidean" (default), medians for "manhattan". */
  readonly metric?: "euclidean" | "manhattan";
  /** Centroids are moved towards the mean of all rows by so many standard errors > 0. Default none. */
  readonly shrinkThreshold?: number | undefined;
  /** How probable each class is before anything is seen: alike (default), as in `fit`, or numbers that add to 1. */
  readonly priors?: "uniform" | "empirical" | readonly number[];
}

interface FittedCentroids {
  readonly classes: readonly Label[];
  /** One centroid after another. */
  readonly centroids: Float64Array;
  /** How far they are from the mean of all rows, in standard errors, after shrinking. */
  readonly deviations: Float64Array;
  /** The standard deviation of each feature about its class's centroid. */
  readonly withinStd: Float64Array;
  readonly classPrior: readonly number[];
}

type Params = Required<NearestCentroidOptions>;

/**
 * Predicts the class whose centroid is nearest. Shrunken centroids leave out features in which a class does not
 * differ.
 *
 * With priors that are not all the same, features are divided by their standard deviation within the classes, and
 * the largest −‖x − c‖² + 2 log P(c) wins; `decisionFunction` and `predictProba` are made of that in any case, so
 * that they may differ from `predict` where the priors are alike, as in scikit-learn. Rows count all the same in
 * `fit`; it takes no weights.
 *
 * @see Tibshirani, Hastie, Narasimhan and Chu (2002), PNAS 99(10), 6567–6572.
 * @example
 * ```ts
 * const model = new NearestCentroid().fit([[0], [2], [8], [10]], ["low", "low", "high", "high"]);
 * model.predict([[3], [6]]); // → ["low", "high"]
 * model.centroids.toArray(); // → [[9], [1]]
 * ```
 */
export class NearestCentroid extends BaseClassifier<Params, FittedCentroids> {
  static override readonly typeName: string = "NearestCentroid";
  readonly metric: "euclidean" | "manhattan";
  readonly shrinkThreshold: number | undefined;
  readonly priors: "uniform" | "empirical" | readonly number[];

  /** @throws ParameterError for options that cannot be. */
  constructor({
    metric = "euclidean",
    shrinkThreshold,
    priors = "uniform",
  }: NearestCentroidOptions = {}) {
    super();
    const where = "NearestCentroid";
    this.metric = checkOneOf(where, "metric", metric, ["euclidean", "manhattan"]);
    this.shrinkThreshold =
      shrinkThreshold === undefined
        ? undefined
        : checkPositive(where, "shrinkThreshold", shrinkThreshold);
    this.priors = checkPriors(where, priors);
    Object.freeze(this);
  }

  /**
   * Learns the centroids. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures)
   * @param y labels, shape (nSamples,)
   * @throws ShapeError if the shapes do not fit together, or there is not a prior for each class; ValueError for
   *   values that are no finite numbers, labels that are missing or of several types, a single class, and features
   *   of which none varies.
   */
  fit(X: Matrix, y: Labels): this {
    const where = "NearestCentroid.fit";
    const { X: read, codes, classes, names } = checkClassification(where, X, y);
    if (classes.length < 2) {
      throw new ValueError(`${where}: expected labels of at least two classes, got one`);
    }
    const rows = { x: read.data() as Float64Array, codes, nClasses: classes.length };
    const d = read.shape[1]!;
    if (read.max(0).sub(read.min(0)).max().item() === 0) {
      throw new ValueError(`${where}: expected a feature that varies, got only constant ones`);
    }
    const counts = countsOf(rows);
    const centroids = this.metric === "euclidean" ? meansOf(rows, d) : mediansOf(rows, d);
    const withinStd = spreadOf(rows, centroids, d);
    if (withinStd.includes(0)) {
      warn(
        "data",
        `${where}: expected features that vary within the classes, got one that does not: column ${withinStd.indexOf(0)}`,
      );
    }
    const mean = read.mean(0).data() as Float64Array;
    const shrunken = shrink({ centroids, mean, withinStd, counts }, this.shrinkThreshold ?? 0);
    return this.keep({
      classes,
      ...shrunken,
      withinStd,
      classPrior: priorsOf(where, this.priors, counts),
      nFeaturesIn: d,
      featureNamesIn: names,
    });
  }

  /** @throws ValueError for the metric "manhattan". */
  override toGraph(X: GraphFeatures): GraphOutputs {
    const { classes, withinStd, classPrior } = this.learned("toGraph");
    if (this.metric !== "euclidean") {
      throw new ValueError('NearestCentroid.toGraph: expected the metric "euclidean"');
    }
    const units = tensor(withinStd.map((std) => std || 1));
    const squares = squaredDistancesInGraph(X.matrix().div(units), this.centroids.div(units));
    const scores = squares.neg().add(tensor(classPrior).log().mul(2));
    const probabilities = scores.softmaxRows();
    const isEven = classPrior.every((prior) => Math.abs(prior - 1 / classPrior.length) <= 1e-5);
    // Classes that are alike before anything is seen go by plain distance.
    const closeness = isEven ? squaredDistancesInGraph(X.matrix(), this.centroids).neg() : scores;
    return { label: bestLabels(closeness, classes), probabilities };
  }

  /** The centroid of each class, shape (nClasses, nFeatures). @throws NotFittedError before `fit`. */
  get centroids(): Tensor {
    const { centroids, classes, nFeaturesIn } = this.learned("centroids");
    return tensor(centroids, { shape: [classes.length, nFeaturesIn] });
  }

  /**
   * How far each class's centroid is from the mean of all rows, in standard errors, less the threshold; shape
   * (nClasses, nFeatures). @throws NotFittedError before `fit`.
   */
  get deviations(): Tensor {
    const { deviations, classes, nFeaturesIn } = this.learned("deviations");
    return tensor(deviations, { shape: [classes.length, nFeaturesIn] });
  }

  /** The standard deviation of each feature about the centroids, shape (nFeatures,). @throws NotFittedError before `fit`. */
  get withinClassStdDev(): Tensor {
    return tensor(this.learned("withinClassStdDev").withinStd);
  }

  /** The probability of each class before anything is seen, shape (nClasses,). @throws NotFittedError before `fit`. */
  get classPrior(): Tensor {
    return tensor(this.learned("classPrior").classPrior);
  }

  /**
   * The score −‖x − c‖² + 2 log P(c) of each class, in units of the standard deviations within classes, shape
   * (nQueries, nClasses); of two classes, the second's less the first's, shape (nQueries,).
   *
   * @throws as `predict`; ParameterError for the metric "manhattan".
   */
  decisionFunction(X: Matrix): Tensor {
    const scores = this.#scores("decisionFunction", X);
    if (scores.shape[1] !== 2) return scores;
    return scores.slice(null, 1).sub(scores.slice(null, 0));
  }

  /**
   * The probability of each class, the softmax of its scores, shape (nQueries, nClasses).
   *
   * @throws as `decisionFunction`
   */
  predictProba(X: Matrix): Tensor {
    return this.predictLogProba(X).exp();
  }

  /** The logarithms of `predictProba`. @throws as `decisionFunction`. */
  predictLogProba(X: Matrix): Tensor {
    const scores = this.#scores("predictProba", X);
    const above = scores.sub(scores.max(1).unsqueeze(1));
    return above.sub(above.exp().sum(1).log().unsqueeze(1));
  }

  protected predictCodes(X: Matrix): ArrayLike<number> {
    const fitted = this.learned("predict");
    const { classPrior, centroids, nFeaturesIn: d } = fitted;
    const read = checkFeatures("NearestCentroid.predict", X, fitted);
    const areAlike = classPrior.every((prior) => Math.abs(prior - 1 / classPrior.length) <= 1e-5);
    if (!areAlike) return argmaxRows(scoresOf(read, fitted, this.metric));
    const x = read.data() as Float64Array;
    const distance = this.metric === "euclidean" ? squareOf : manhattanOf;
    return Int32Array.from({ length: x.length / d }, (_, i) => {
      let nearest = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let k = 0; k < classPrior.length; k++) {
        const far = distance(x, i * d, centroids, k * d, d);
        if (far < least) [least, nearest] = [far, k];
      }
      return nearest;
    });
  }

  #scores(method: string, X: Matrix): Tensor {
    const where = `NearestCentroid.${method}`;
    const fitted = this.learned(method);
    if (this.metric !== "euclidean") {
      throw new ParameterError(`${where}: expected the metric "euclidean", got "${this.metric}"`);
    }
    return scoresOf(checkFeatures(where, X, fitted), fitted, this.metric);
  }
}

interface Rows {
  readonly x: Float64Array;
  readonly codes: Int32Array;
  readonly nClasses: number;
}

function checkPriors(where: string, priors: Params["priors"]): Params["priors"] {
  if (typeof priors === "string") {
    return checkOneOf(where, "priors", priors, ["uniform", "empirical"]);
  }
  const sum = priors.reduce((a, b) => a + b, 0);
  if (priors.every((prior) => prior >= 0) && Math.abs(sum - 1) <= 1e-8) return [...priors];
  throw new ParameterError(
    `${where}: priors must be numbers >= 0 that add to 1, got ${priors.join(", ")}`,
  );
}

function priorsOf(
  where: string,
  priors: Params["priors"],
  counts: Float64Array,
): readonly number[] {
  const n = counts.reduce((a, b) => a + b, 0);
  if (priors === "uniform") return Array.from(counts, () => 1 / counts.length);
  if (priors === "empirical") return Array.from(counts, (count) => count / n);
  if (priors.length === counts.length) return priors;
  throw new ShapeError(
    `${where}: expected a prior for each of ${counts.length} classes, got ${priors.length}`,
  );
}

function countsOf({ codes, nClasses }: Rows): Float64Array {
  const counts = new Float64Array(nClasses);
  for (const code of codes) counts[code]!++;
  return counts;
}

function meansOf(rows: Rows, d: number): Float64Array {
  const { x, codes, nClasses } = rows;
  const means = new Float64Array(nClasses * d);
  codes.forEach((code, i) => {
    for (let j = 0; j < d; j++) means[code * d + j]! += x[i * d + j]!;
  });
  const counts = countsOf(rows);
  return means.map((sum, at) => sum / counts[Math.floor(at / d)]!);
}

function mediansOf({ x, codes, nClasses }: Rows, d: number): Float64Array {
  const medians = new Float64Array(nClasses * d);
  for (let code = 0; code < nClasses; code++) {
    const members = codes.map((_, i) => i).filter((i) => codes[i] === code);
    for (let j = 0; j < d; j++) {
      const values = Float64Array.from(members, (i) => x[i * d + j]!).sort();
      const middle = values.length >> 1;
      const upper = values[middle]!;
      medians[code * d + j] = values.length % 2 ? upper : (values[middle - 1]! + upper) / 2;
    }
  }
  return medians;
}

/** The standard deviation about the centroids, with the divisor n − nClasses. */
function spreadOf({ x, codes, nClasses }: Rows, centroids: Float64Array, d: number): Float64Array {
  const squares = new Float64Array(d);
  codes.forEach((code, i) => {
    for (let j = 0; j < d; j++) squares[j]! += (x[i * d + j]! - centroids[code * d + j]!) ** 2;
  });
  const divisor = Math.max(1, codes.length - nClasses);
  return squares.map((sum) => Math.sqrt(sum / divisor));
}

/** Deviations in standard errors, moved towards 0 by the threshold, and the centroids that they make. */
function shrink(
  {
    centroids,
    mean,
    withinStd,
    counts,
  }: Record<"centroids" | "mean" | "withinStd" | "counts", Float64Array>,
  threshold: number,
): Pick<FittedCentroids, "centroids" | "deviations"> {
  const d = mean.length;
  const n = counts.reduce((a, b) => a + b, 0);
  const sorted = withinStd.slice().sort();
  const median = (sorted[(d - 1) >> 1]! + sorted[d >> 1]!) / 2;
  const shrunken = centroids.slice();
  const deviations = centroids.map((value, at) => {
    const j = at % d;
    const unit = Math.sqrt(1 / counts[Math.floor(at / d)]! - 1 / n) * (withinStd[j]! + median);
    if (unit === 0) return 0;
    const deviation = (value - mean[j]!) / unit;
    const kept = Math.sign(deviation) * Math.max(0, Math.abs(deviation) - threshold);
    if (threshold > 0) shrunken[at] = mean[j]! + unit * kept;
    return kept;
  });
  return { centroids: shrunken, deviations };
}

function scoresOf(
  X: Tensor,
  { centroids, withinStd, classPrior, nFeaturesIn: d }: FittedCentroids & { nFeaturesIn: number },
  metric: "euclidean" | "manhattan",
): Tensor {
  const scaled = (values: Float64Array) => values.map((v, at) => v / (withinStd[at % d]! || 1));
  const x = scaled(X.data() as Float64Array);
  const centers = scaled(centroids);
  const nClasses = classPrior.length;
  const scores = new Float64Array((x.length / d) * nClasses);
  for (let at = 0; at < scores.length; at++) {
    const [i, k] = [Math.floor(at / nClasses), at % nClasses];
    const square =
      metric === "euclidean"
        ? squareOf(x, i * d, centers, k * d, d)
        : manhattanOf(x, i * d, centers, k * d, d) ** 2;
    scores[at] = 2 * Math.log(classPrior[k]!) - square;
  }
  return tensor(scores, { shape: [x.length / d, nClasses] });
}
