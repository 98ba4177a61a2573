import { describeValue, ParameterError, ShapeError } from "@gradus/core";
import { floatingType } from "../dtype";
import { type Axes, normalizeAxes, sameShape, shapeText } from "../shape";
import type { Tensor } from "../tensor";
import { astype } from "./convert";
import { max, min, sum } from "./reduce";
import type { ReductionOptions } from "./reduction";
import { mean } from "./statistics";
import { reshape } from "./views";

/**
 * How many elements over the axes (default all) are not 0; NaN is not 0.
 * @returns int32
 * @throws OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * countNonzero(tensor([[0, 5], [7, 1]]), 0).toArray(); // [1, 2]
 * ```
 */
export function countNonzero(x: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
  return sum(x.notEqual(0), axis, options);
}

/**
 * The range over the axes (default all): largest − smallest, "peak to peak". Differentiable.
 * @throws OutOfRangeError for an axis that x lacks; ShapeError if there is nothing to choose from.
 * @example
 * ```ts
 * ptp(tensor([3, 1, 7])).item(); // 6
 * ```
 */
export function ptp(x: Tensor, axis?: Axes, options?: ReductionOptions): Tensor {
  return max(x, axis, options).sub(min(x, axis, options));
}

/** What {@link average} can be told. */
export interface AverageOptions extends ReductionOptions {
  /** How much each element counts: of x's shape, or a vector along the one axis. Default: all the same. */
  readonly weights?: Tensor;
}

/**
 * The weighted mean over the axes (default all): Σ w·x / Σ w. Differentiable in x and w.
 *
 * @throws ShapeError for weights that fit neither x nor the axis; OutOfRangeError for an axis that x lacks.
 * @example
 * ```ts
 * average(tensor([1, 2]), undefined, { weights: tensor([3, 1]) }).item(); // 1.25
 * ```
 */
export function average(x: Tensor, axis?: Axes, options: AverageOptions = {}): Tensor {
  const { weights, ...rest } = options;
  if (weights === undefined) return mean(x, axis, rest);
  const w = spreadWeights(x, weights, axis);
  const floats = astype(x, floatingType(x.dtype));
  return sum(floats.mul(w), axis, rest).div(sum(w.broadcastTo(x.shape), axis, rest));
}

function spreadWeights(x: Tensor, weights: Tensor, axis: Axes): Tensor {
  if (sameShape(weights.shape, x.shape)) return weights;
  const axes = normalizeAxes("average", axis, x.ndim);
  const only = axes[0];
  if (axes.length === 1 && weights.ndim === 1 && weights.size === x.shape[only!]) {
    return reshape(
      weights,
      x.shape.map((length, i) => (i === only ? length : 1)),
    );
  }
  throw new ShapeError(
    `average: expected weights of shape ${shapeText(x.shape)}, or a vector along one axis, ` +
      `got ${shapeText(weights.shape)}`,
  );
}

/** How {@link cov} and {@link corrcoef} read a matrix. */
export interface CorrcoefOptions {
  /** Each row is a variable and each column an observation; else the other way round. Default true. */
  readonly rowVariables?: boolean;
}

/** What {@link cov} can be told. */
export interface CovOptions extends CorrcoefOptions {
  /** What is taken from the number of observations before dividing. Default 1. */
  readonly ddof?: number;
}

/**
 * The covariance matrix of variables: Σ (x − mean)(y − mean) / (n − ddof). Of a vector, one variable, the
 * variance as a 0-d tensor. Differentiable.
 *
 * @param x shape (nVariables, nObservations), or the other way round without `rowVariables`
 * @returns shape (nVariables, nVariables)
 * @throws ShapeError for more than two axes; ParameterError if ddof is not a finite number.
 * @example
 * ```ts
 * cov(tensor([[1, 2, 3], [3, 2, 1]])).toArray(); // [[1, -1], [-1, 1]]
 * ```
 */
export function cov(x: Tensor, { rowVariables = true, ddof = 1 }: CovOptions = {}): Tensor {
  if (!Number.isFinite(ddof)) {
    throw new ParameterError(`cov: ddof must be a finite number, got ${describeValue(ddof)}`);
  }
  const C = covariances("cov", x, rowVariables, ddof);
  return x.ndim < 2 ? C.reshape([]) : C;
}

/**
 * The correlation matrix of variables: their covariances divided by both standard deviations, within ±1.
 * Differentiable where it is not ±1.
 *
 * @param x as for {@link cov}
 * @returns shape (nVariables, nVariables); of a vector the number 1
 * @throws ShapeError for more than two axes.
 * @example
 * ```ts
 * corrcoef(tensor([[1, 2, 3], [6, 4, 2]])).toArray(); // [[1, -1], [-1, 1]]
 * ```
 */
export function corrcoef(x: Tensor, { rowVariables = true }: CorrcoefOptions = {}): Tensor {
  const C = covariances("corrcoef", x, rowVariables, 1);
  const n = C.shape[0]!;
  const deviations = C.reshape([n * n])
    .slice([null, null, n + 1])
    .sqrt();
  const R = C.div(deviations.unsqueeze(1)).div(deviations).clip(-1, 1);
  return x.ndim < 2 ? R.reshape([]) : R;
}

function covariances(where: string, x: Tensor, rowVariables: boolean, ddof: number): Tensor {
  if (x.ndim > 2) {
    throw new ShapeError(
      `${where}: expected a vector or a matrix, got shape ${shapeText(x.shape)}`,
    );
  }
  const floats = astype(x, floatingType(x.dtype));
  const rows =
    x.ndim < 2 ? floats.reshape([1, x.size]) : rowVariables ? floats : floats.transpose();
  const centred = rows.sub(mean(rows, 1, { keepDims: true }));
  const divisor = Math.max(0, rows.shape[1]! - ddof);
  return centred.matmul(centred.transpose()).div(divisor);
}
