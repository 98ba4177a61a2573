import {
  checkOneOf,
  describeValue,
  ParameterError,
  ShapeError,
  ValueError,
  warn,
} from "@gradus/core";
import { spearmanr } from "@gradus/stats";
import { isTensor, type Tensor, tensor } from "@gradus/tensor";
import { BaseRegressor } from "../base/base-regressor";
import type { FitOptions } from "../base/estimator";
import { checkSameFeatures } from "../base/features";
import {
  checkMatrix,
  checkTargets,
  checkTargetsOfRows,
  checkWeights,
  type Matrix,
  type Targets,
} from "../base/inputs";
import { r2Score } from "../metrics/r2-score";
import { poolAdjacent } from "./pool-adjacent";

/** One feature: shape (nSamples,) or (nSamples, 1). */
export type OneFeature = Matrix | Float64Array | readonly number[];

/** The options of `IsotonicRegression`. */
export interface IsotonicRegressionOptions {
  /** The lowest prediction. Default −Infinity. */
  readonly yMin?: number;
  /** The highest prediction. Default Infinity. */
  readonly yMax?: number;
  /** Whether predictions grow or fall with x; "auto" looks at the sign of the rank correlation. Default true. */
  readonly increasing?: boolean | "auto";
  /** Beyond the x of `fit`: NaN, the prediction at the end ("clip"), or an error ("raise"). Default "nan". */
  readonly outOfBounds?: "nan" | "clip" | "raise";
}

interface FittedIsotonic {
  readonly xThresholds: Float64Array;
  readonly yThresholds: Float64Array;
  readonly isIncreasing: boolean;
}

/**
 * The function that only grows (or only falls) and is closest to the targets: minimizes Σ sᵢ(yᵢ − f(xᵢ))² over all
 * monotone f. Between the x of `fit` it is drawn as straight lines. Rows with the same x are one row with their mean.
 *
 * Pools neighbours that fall, in O(n log n) time, nearly all of it for sorting.
 *
 * @see Barlow, Bartholomew, Bremner and Brunk (1972), Statistical Inference under Order Restrictions.
 * @example
 * ```ts
 * const model = new IsotonicRegression().fit([1, 2, 3, 4], [1, 3, 2, 4]);
 * model.predict([1.5, 2, 3]).toArray(); // → [1.75, 2.5, 2.5]
 * ```
 */
export class IsotonicRegression extends BaseRegressor<
  Required<IsotonicRegressionOptions>,
  FittedIsotonic
> {
  static override readonly typeName: string = "IsotonicRegression";
  readonly yMin: number;
  readonly yMax: number;
  readonly increasing: boolean | "auto";
  readonly outOfBounds: "nan" | "clip" | "raise";

  /** @throws ParameterError for options that cannot be. */
  constructor({
    yMin = -Infinity,
    yMax = Infinity,
    increasing = true,
    outOfBounds = "nan",
  }: IsotonicRegressionOptions = {}) {
    super();
    [this.yMin, this.yMax] = checkLimits("IsotonicRegression", yMin, yMax);
    if (typeof increasing !== "boolean" && increasing !== "auto") {
      throw new ParameterError(
        `IsotonicRegression: increasing must be true, false or "auto", got ${describeValue(increasing)}`,
      );
    }
    this.increasing = increasing;
    const choices = ["nan", "clip", "raise"] as const;
    this.outOfBounds = checkOneOf("IsotonicRegression", "outOfBounds", outOfBounds, choices);
    Object.freeze(this);
  }

  /**
   * Learns the function. A second call forgets the first. Warns where "auto" has little to go by.
   *
   * @param X one feature, shape (nSamples,) or (nSamples, 1)
   * @param y targets, shape (nSamples,)
   * @throws ShapeError for several features or targets, and if the shapes do not fit together; ValueError for values that
   *   are no finite numbers, and for weights that are negative or all 0.
   */
  fit(X: OneFeature, y: Targets, { sampleWeight }: FitOptions = {}): this {
    const where = "IsotonicRegression.fit";
    const { x, names } = readFeature(where, X);
    const targets = readTargets(where, y, x.length);
    const weights = checkWeights(where, sampleWeight, x.length)?.data() as Float64Array | undefined;
    const isIncreasing = this.increasing === "auto" ? grows(where, x, targets) : this.increasing;
    const merged = mergeEqual(x, targets, weights ?? new Float64Array(x.length).fill(1));
    const { yMin, yMax } = this;
    const fitted = monotone(merged.y, merged.weights, { yMin, yMax, increasing: isIncreasing });
    const last = fitted.length - 1;
    // Within a level, its ends say all.
    const isNeeded = fitted.map((value, i) =>
      Number(i === 0 || i === last || value !== fitted[i - 1] || value !== fitted[i + 1]),
    );
    return this.keep({
      xThresholds: merged.x.filter((_, i) => isNeeded[i] === 1),
      yThresholds: fitted.filter((_, i) => isNeeded[i] === 1),
      isIncreasing,
      nFeaturesIn: 1,
      featureNamesIn: names,
    });
  }

  /** The x at which the function bends. @throws NotFittedError before `fit`. */
  get xThresholds(): Float64Array {
    return this.learned("xThresholds").xThresholds.slice();
  }

  /** The predictions where the function bends. @throws NotFittedError before `fit`. */
  get yThresholds(): Float64Array {
    return this.learned("yThresholds").yThresholds.slice();
  }

  /** The smallest x of `fit`. @throws NotFittedError before `fit`. */
  get xMin(): number {
    return this.learned("xMin").xThresholds[0]!;
  }

  /** The largest x of `fit`. @throws NotFittedError before `fit`. */
  get xMax(): number {
    return this.learned("xMax").xThresholds.at(-1)!;
  }

  /** Whether predictions grow with x. @throws NotFittedError before `fit`. */
  get isIncreasing(): boolean {
    return this.learned("isIncreasing").isIncreasing;
  }

  /**
   * The predictions, shape (nSamples,). Where `fit` saw a single x they are the same everywhere.
   *
   * @param X one feature, shape (nSamples,) or (nSamples, 1)
   * @throws NotFittedError before `fit`; ShapeError for several features; ValueError for values that are no finite
   *   numbers; with "raise", also beyond the x of `fit`.
   */
  predict(X: OneFeature): Tensor {
    const fitted = this.learned("predict");
    const where = "IsotonicRegression.predict";
    const { x, names } = readFeature(where, X);
    checkSameFeatures(where, fitted, { names, nFeatures: 1 });
    return tensor(x.map((value) => this.#at(where, fitted, value)));
  }

  /** As `predict`: the function is a change of one feature too. @throws as `predict`. */
  transform(X: OneFeature): Tensor {
    return this.predict(X);
  }

  /** The R² of the predictions for X. @throws as `predict`, and ShapeError if y does not fit X. */
  override score(X: OneFeature, y: Targets, options: FitOptions = {}): number {
    return r2Score(y, this.predict(X), options);
  }

  #at(where: string, { xThresholds, yThresholds }: FittedIsotonic, x: number): number {
    const last = xThresholds.length - 1;
    if (last === 0) return yThresholds[0]!;
    const isBelow = x < xThresholds[0]!;
    if (isBelow || x > xThresholds[last]!) {
      if (this.outOfBounds === "nan") return Number.NaN;
      if (this.outOfBounds === "clip") return yThresholds[isBelow ? 0 : last]!;
      throw new ValueError(
        `${where}: expected X between ${xThresholds[0]} and ${xThresholds[last]}, as in fit, got ${x}`,
      );
    }
    const right = Math.max(1, firstAtLeast(xThresholds, x));
    const [x0, x1] = [xThresholds[right - 1]!, xThresholds[right]!];
    const [y0, y1] = [yThresholds[right - 1]!, yThresholds[right]!];
    return y0 + ((y1 - y0) / (x1 - x0)) * (x - x0);
  }
}

/** What `isotonicRegression` can be told. */
export interface IsotonicOptions extends FitOptions {
  /** The lowest value. Default −Infinity. */
  readonly yMin?: number;
  /** The highest value. Default Infinity. */
  readonly yMax?: number;
  /** Whether the values may only grow, or only fall. Default true. */
  readonly increasing?: boolean;
}

/**
 * The sequence that only grows (or only falls) and is closest to y by weighted squares.
 *
 * @param y shape (n,)
 * @returns shape (n,)
 * @throws ShapeError unless y has one dimension and at least one value; ValueError for values that are no finite numbers
 *   and for weights that are negative or all 0; ParameterError unless yMin <= yMax.
 * @example
 * ```ts
 * isotonicRegression([5, 3, 1, 2, 8, 10]).round().toArray(); // → [3, 3, 3, 3, 8, 10]
 * ```
 */
export function isotonicRegression(
  y: Targets,
  { sampleWeight, yMin = -Infinity, yMax = Infinity, increasing = true }: IsotonicOptions = {},
): Tensor {
  const where = "isotonicRegression";
  checkLimits(where, yMin, yMax);
  const values = readTargets(where, y);
  const weights = checkWeights(where, sampleWeight, values.length)?.data();
  const ones = new Float64Array(values.length).fill(1);
  const own = (weights as Float64Array | undefined) ?? ones;
  return tensor(monotone(values, own, { yMin, yMax, increasing }));
}

interface Shape {
  readonly yMin: number;
  readonly yMax: number;
  readonly increasing: boolean;
}

function monotone(y: Float64Array, weights: Float64Array, shape: Shape): Float64Array {
  const { yMin, yMax, increasing } = shape;
  const fitted = increasing
    ? poolAdjacent(y, weights)
    : poolAdjacent(y.slice().reverse(), weights.slice().reverse()).reverse();
  return fitted.map((value) => Math.min(Math.max(value, yMin), yMax));
}

function checkLimits(where: string, yMin: number, yMax: number): [number, number] {
  if (typeof yMin === "number" && typeof yMax === "number" && yMin <= yMax) return [yMin, yMax];
  throw new ParameterError(
    `${where}: expected numbers yMin <= yMax, got ${describeValue(yMin)} and ${describeValue(yMax)}`,
  );
}

function readFeature(where: string, X: OneFeature) {
  const isFlat = isTensor(X) ? X.ndim === 1 : ArrayBuffer.isView(X) || isNumbers(X);
  const column = isFlat ? tensorOf(X as Tensor | number[]) : (X as Matrix);
  const { X: read, names } = checkMatrix(where, column);
  if (read.shape[1] === 1) return { x: read.data() as Float64Array, names };
  throw new ShapeError(`${where}: expected X with one feature, got ${read.shape[1]}`);
}

function isNumbers(X: unknown): boolean {
  return Array.isArray(X) && X.length > 0 && X.every((value) => typeof value === "number");
}

function tensorOf(x: Tensor | Float64Array | readonly number[]): Tensor {
  const flat = isTensor(x) ? x : tensor(x as number[]);
  return flat.reshape([flat.size, 1]);
}

function readTargets(where: string, y: Targets, count?: number): Float64Array {
  const { Y } =
    count === undefined ? checkTargets(where, "y", y) : checkTargetsOfRows(where, count, y);
  if (Y.shape[1] !== 1) throw new ShapeError(`${where}: expected one target, got ${Y.shape[1]}`);
  return Y.data() as Float64Array;
}

/** Rows in the order of x, those with the same x as one with their mean; rows without weight are left out. */
function mergeEqual(x: Float64Array, y: Float64Array, weights: Float64Array) {
  const order = Array.from(x, (_, i) => i).filter((i) => weights[i]! > 0);
  order.sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!);
  const merged = { x: [] as number[], y: [] as number[], weights: [] as number[] };
  for (const i of order) {
    const last = merged.x.length - 1;
    // The resolution of doubles, as in scikit-learn: what is closer is the same x.
    if (last >= 0 && x[i]! - merged.x[last]! < 1e-15) {
      const weight = merged.weights[last]! + weights[i]!;
      merged.y[last]! += ((y[i]! - merged.y[last]!) * weights[i]!) / weight;
      merged.weights[last] = weight;
    } else {
      merged.x.push(x[i]!);
      merged.y.push(y[i]!);
      merged.weights.push(weights[i]!);
    }
  }
  return {
    x: Float64Array.from(merged.x),
    y: Float64Array.from(merged.y),
    weights: Float64Array.from(merged.weights),
  };
}

/** Whether y grows with x, by the sign of Spearman's correlation. */
function grows(where: string, x: Float64Array, y: Float64Array): boolean {
  // Without a rank correlation it falls, as in scikit-learn; a constant function does neither.
  const isConstant = (values: Float64Array) => values.every((value) => value === values[0]);
  if (isConstant(x) || isConstant(y)) return false;
  const { statistic } = spearmanr(x, y);
  const rho = statistic as number;
  if (Math.abs(rho) < 1 && x.length > 3) {
    const center = Math.atanh(rho);
    const half = 1.96 / Math.sqrt(x.length - 3);
    if (Math.sign(Math.tanh(center - half)) !== Math.sign(Math.tanh(center + half))) {
      warn(
        "data",
        `${where}: expected y to grow or to fall with X, got a rank correlation of ${rho.toFixed(3)}, which may be chance; increasing says which`,
      );
    }
  }
  return rho >= 0;
}

/** The first place whose value is at least x. */
function firstAtLeast(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
