import { ParameterError, ShapeError } from "@gradus/core";
import { checkDType } from "../dtype";
import { cholesky } from "../linalg/cholesky";
import type { Operand } from "../ops/define-binary";
import { checkShape, type Shape, shapeText, sizeOf } from "../shape";
import type { Tensor } from "../tensor";
import { type Draws, drawing, normals } from "./draws";
import {
  checkParameter,
  finite,
  fromDraws,
  moved,
  notNegative,
  parameter,
  positive,
  type RandomOptions,
} from "./options";

/**
 * Numbers from the standard normal distribution N(0, 1).
 * @returns default dtype float64
 * @throws ParameterError for a shape that is none.
 * @example
 * ```ts
 * randn(1000, { random: new RandomGenerator(42) }).mean(); // near 0
 * ```
 */
export function randn(shape: number | Shape, options: RandomOptions): Tensor {
  const to = checkShape("randn", shape);
  checkDType("randn", options.dtype ?? "float64");
  return fromDraws(normals(options.random, sizeOf(to)), to, options);
}

/** Where a normal distribution lies and how wide it is. */
export interface NormalOptions extends RandomOptions {
  /** Default 0. */
  readonly mean?: Operand;
  /** The standard deviation; default 1. */
  readonly std?: Operand;
}

/**
 * Numbers from the normal distribution N(mean, std²). Differentiable in mean and std.
 * @returns default dtype float64
 * @throws ParameterError for a shape that is none, a mean that is not finite or a negative std; ShapeError for
 * parameters that do not broadcast to the shape.
 * @example
 * ```ts
 * normal(3, { mean: 7, std: 0, random: new RandomGenerator(1) }).toArray(); // → [7, 7, 7]
 * ```
 */
export function normal(shape: number | Shape, options: NormalOptions): Tensor {
  const { mean = 0, std = 1, random } = options;
  checkParameter("normal", "mean", mean, finite);
  checkParameter("normal", "std", std, notNegative);
  return moved(randn(shape, { random }), std, mean, options);
}

/** A normal distribution and the interval that it is limited to. */
export interface TruncatedNormalOptions extends NormalOptions {
  /** In the units of the numbers; default mean − 2·std. */
  readonly low?: number;
  /** Default mean + 2·std. */
  readonly high?: number;
}

/**
 * Numbers from the normal distribution N(mean, std²), those outside [low, high] drawn again.
 * @returns default dtype float64
 * @throws ParameterError for a shape that is none, parameters that are not finite, std ≤ 0, or low ≥ high.
 * @see Robert (1995), "Simulation of truncated normal variables", Statistics and Computing 5, 121–125.
 * @example
 * ```ts
 * truncatedNormal(500, { random: new RandomGenerator(1) }).abs().max().item() <= 2; // → true
 * ```
 */
export function truncatedNormal(shape: number | Shape, options: TruncatedNormalOptions): Tensor {
  const to = checkShape("truncatedNormal", shape);
  const where = "truncatedNormal";
  const { mean = 0, std = 1, random, low, high } = options;
  const [centre, width] = [
    parameter(where, "mean", mean, to, finite),
    parameter(where, "std", std, to, positive),
  ];
  if (low !== undefined && high !== undefined && !(low < high)) {
    throw new ParameterError(`${where}: expected low < high, got ${low} and ${high}`);
  }
  const values = new Float64Array(sizeOf(to));
  drawing(random, (draws) => {
    for (let i = 0; i < values.length; i++) {
      const [m, s] = [centre(i), width(i)];
      const from = low === undefined ? -2 : (low - m) / s;
      const until = high === undefined ? 2 : (high - m) / s;
      if (!(from < until)) {
        throw new ParameterError(
          `${where}: expected low < high, got ${low} and ${high} at mean ${m}`,
        );
      }
      values[i] = m + s * standardBetween(draws, from, until);
    }
  });
  return fromDraws(values, to, options);
}

/** A standard normal number from [a, b], by the proposal that is accepted most often. */
function standardBetween(draws: Draws, a: number, b: number): number {
  if (b < 0) return -standardBetween(draws, -b, -a);
  if (a > 0.5) return tailBetween(draws, a, b);
  if (b - a > 1.5) {
    for (;;) {
      const z = draws.normal();
      if (z >= a && z <= b) return z;
    }
  }
  // A uniform number, accepted in proportion to the density.
  for (;;) {
    const z = a + (b - a) * draws.uniform();
    const nearest = a > 0 ? a : 0;
    if (draws.uniform() <= Math.exp(0.5 * (nearest * nearest - z * z))) return z;
  }
}

/** In the tail: a number from an exponential distribution shifted to a, where that is narrower than [a, b]. */
function tailBetween(draws: Draws, a: number, b: number): number {
  const rate = 0.5 * (a + Math.sqrt(a * a + 4));
  const cut = -Math.expm1(-rate * (b - a));
  for (;;) {
    const z = a - Math.log1p(-draws.uniform() * cut) / rate;
    if (draws.uniform() <= Math.exp(-0.5 * (z - rate) ** 2) && z <= b) return z;
  }
}

/** How many draws of a vector: their shape stands before the vector's own. */
export interface VectorDrawOptions extends RandomOptions {
  /** Default []: one draw. */
  readonly shape?: number | Shape;
}

/**
 * Vectors from the normal distribution with a mean and a covariance: mean + L·z, L·Lᵀ the covariance. Differentiable
 * in both.
 * @param mean shape (n,)
 * @param covariance shape (n, n), symmetric positive definite
 * @returns shape (...shape, n), default dtype float64
 * @throws ShapeError unless the shapes fit; LinAlgError if the covariance is not positive definite.
 * @example
 * ```ts
 * const random = new RandomGenerator(1);
 * multivariateNormal(tensor([0, 5]), eye(2), { random, shape: 3 }).shape; // → [3, 2]
 * ```
 */
export function multivariateNormal(
  mean: Tensor,
  covariance: Tensor,
  options: VectorDrawOptions,
): Tensor {
  const n = mean.shape[0] ?? 0;
  if (mean.ndim !== 1 || covariance.ndim !== 2 || covariance.shape.some((length) => length !== n)) {
    throw new ShapeError(
      `multivariateNormal: expected a mean of shape (n,) and a covariance of shape (n, n), got ` +
        `${shapeText(mean.shape)} and ${shapeText(covariance.shape)}`,
    );
  }
  const leading = checkShape("multivariateNormal", options.shape ?? []);
  const z = randn([sizeOf(leading), n], { random: options.random });
  const y = z.matmul(cholesky(covariance).transpose()).reshape([...leading, n]);
  return moved(y, 1, mean, options);
}
