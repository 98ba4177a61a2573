import { ParameterError, ShapeError } from "@gradus/core";
import type { Operand } from "../ops/define-binary";
import { checkShape, type Shape, shapeText, sizeOf } from "../shape";
import type { Tensor } from "../tensor";
import { type Draws, drawing, uniforms } from "./draws";
import type { VectorDrawOptions } from "./normal";
import {
  checkParameter,
  finite,
  fromDraws,
  moved,
  parameter,
  positive,
  type RandomOptions,
} from "./options";

/** The scale of a distribution on the positive numbers. */
export interface ScaleOptions extends RandomOptions {
  /** Default 1. */
  readonly scale?: Operand;
}

/** Where a distribution lies and how wide it is. */
export interface LocationScaleOptions extends ScaleOptions {
  /** Default 0. */
  readonly loc?: Operand;
}

/** Applies a function to uniform numbers from [0, 1). */
function transformed(
  where: string,
  shape: number | Shape,
  options: LocationScaleOptions,
  f: (u: number) => number,
): Tensor {
  const { loc = 0, scale = 1, random } = options;
  checkParameter(where, "loc", loc, finite);
  checkParameter(where, "scale", scale, positive);
  const to = checkShape(where, shape);
  const z = fromDraws(uniforms(random, sizeOf(to)).map(f), to, { random });
  return moved(z, scale, loc, options);
}

/**
 * Numbers from the exponential distribution with the density e^(−x/scale)/scale. Differentiable in the scale.
 * @returns default dtype float64
 * @throws ParameterError for a shape that is none or a scale that is not > 0.
 * @example
 * ```ts
 * exponential(1000, { scale: 2, random: new RandomGenerator(1) }).mean(); // near 2
 * ```
 */
export function exponential(shape: number | Shape, options: ScaleOptions): Tensor {
  return transformed("exponential", shape, options, (u) => -Math.log1p(-u));
}

/**
 * Numbers from the Laplace distribution with the density e^(−|x − loc|/scale)/(2·scale). Differentiable in loc and
 * scale.
 * @returns default dtype float64
 * @throws ParameterError for a shape that is none, a loc that is not finite or a scale that is not > 0.
 * @example
 * ```ts
 * laplace(1000, { random: new RandomGenerator(1) }).abs().mean(); // near 1
 * ```
 */
export function laplace(shape: number | Shape, options: LocationScaleOptions): Tensor {
  return transformed("laplace", shape, options, (u) => {
    const v = u - 0.5;
    return -Math.sign(v) * Math.log1p(-2 * Math.min(Math.abs(v), 0.5 - 2 ** -54));
  });
}

/**
 * Numbers from the Gumbel distribution with the distribution function e^(−e^(−(x − loc)/scale)): added to logits, their
 * largest is a draw from the softmax. Differentiable in loc and scale.
 * @returns default dtype float64
 * @throws ParameterError for a shape that is none, a loc that is not finite or a scale that is not > 0.
 * @example
 * ```ts
 * gumbel(1000, { random: new RandomGenerator(1) }).mean(); // near 0.577
 * ```
 */
export function gumbel(shape: number | Shape, options: LocationScaleOptions): Tensor {
  // The middle of the step of 2⁻⁵³ that u stands for: neither 0 nor 1.
  return transformed("gumbel", shape, options, (u) => -Math.log(-Math.log(u + 2 ** -54)));
}

/** The form and scale of a gamma distribution. */
export interface GammaOptions extends ScaleOptions {
  /** The form, > 0. */
  readonly alpha: Operand;
}

/**
 * Numbers from the gamma distribution with the density proportional to x^(α − 1)·e^(−x/scale).
 * @returns default dtype float64
 * @throws ParameterError for a shape that is none or parameters that are not > 0; ShapeError for parameters that do
 * not broadcast to the shape.
 * @see Marsaglia and Tsang (2000), "A simple method for generating gamma variables", ACM TOMS 26(3), 363–372.
 * @example
 * ```ts
 * gamma(1000, { alpha: 3, random: new RandomGenerator(1) }).mean(); // near 3
 * ```
 */
export function gamma(shape: number | Shape, options: GammaOptions): Tensor {
  const to = checkShape("gamma", shape);
  const alpha = parameter("gamma", "alpha", options.alpha, to, positive);
  const scale = parameter("gamma", "scale", options.scale ?? 1, to, positive);
  const values = new Float64Array(sizeOf(to));
  drawing(options.random, (draws) => {
    for (let i = 0; i < values.length; i++) values[i] = scale(i) * standardGamma(draws, alpha(i));
  });
  return fromDraws(values, to, options);
}

function standardGamma(draws: Draws, alpha: number): number {
  return Math.exp(logGammaDraw(draws, alpha));
}

/** The logarithm of a gamma number: itself it may be too small, for a small α. */
function logGammaDraw(draws: Draws, alpha: number): number {
  // A number for α + 1 times u^(1/α) is one for α.
  if (alpha < 1) return logGammaDraw(draws, alpha + 1) + Math.log(draws.open()) / alpha;
  const d = alpha - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = draws.normal();
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = draws.open();
    if (u < 1 - 0.0331 * x ** 4 || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) {
      return Math.log(d * v);
    }
  }
}

/** The two forms of a beta distribution. */
export interface BetaOptions extends RandomOptions {
  readonly alpha: Operand;
  readonly beta: Operand;
}

/**
 * Numbers from the beta distribution on [0, 1] with the density proportional to x^(α − 1)·(1 − x)^(β − 1).
 * @returns default dtype float64
 * @throws ParameterError for a shape that is none or parameters that are not > 0; ShapeError for parameters that do
 * not broadcast to the shape.
 * @example
 * ```ts
 * beta(1000, { alpha: 2, beta: 2, random: new RandomGenerator(1) }).mean(); // near 0.5
 * ```
 */
export function beta(shape: number | Shape, options: BetaOptions): Tensor {
  const to = checkShape("beta", shape);
  const a = parameter("beta", "alpha", options.alpha, to, positive);
  const b = parameter("beta", "beta", options.beta, to, positive);
  const values = new Float64Array(sizeOf(to));
  drawing(options.random, (draws) => {
    for (let i = 0; i < values.length; i++) {
      // x/(x + y) from the logarithms of two gamma numbers.
      const difference = logGammaDraw(draws, b(i)) - logGammaDraw(draws, a(i));
      values[i] = 1 / (1 + Math.exp(difference));
    }
  });
  return fromDraws(values, to, options);
}

/**
 * Vectors of probabilities from the Dirichlet distribution.
 * @param alpha shape (n,), numbers > 0
 * @returns shape (...shape, n), default dtype float64; each vector sums to 1
 * @throws ShapeError unless alpha is a vector; ParameterError if one of its numbers is not > 0, or there is none.
 * @example
 * ```ts
 * dirichlet(tensor([1, 1, 1]), { random: new RandomGenerator(1) }).sum().item(); // near 1
 * ```
 */
export function dirichlet(alpha: Tensor, options: VectorDrawOptions): Tensor {
  if (alpha.ndim !== 1) {
    throw new ShapeError(`dirichlet: expected alpha of shape (n,), got ${shapeText(alpha.shape)}`);
  }
  if (alpha.size === 0)
    throw new ParameterError("dirichlet: expected at least one alpha, got none");
  checkParameter("dirichlet", "alpha", alpha, positive);
  const leading = checkShape("dirichlet", options.shape ?? []);
  const n = alpha.size;
  const forms = alpha.data();
  const values = new Float64Array(sizeOf(leading) * n);
  drawing(options.random, (draws) => {
    for (let start = 0; start < values.length; start += n) {
      const row = values.subarray(start, start + n);
      for (let i = 0; i < n; i++) row[i] = logGammaDraw(draws, forms[i]!);
      const largest = row.reduce((a, b) => Math.max(a, b));
      let total = 0;
      for (let i = 0; i < n; i++) total += row[i] = Math.exp(row[i]! - largest);
      for (let i = 0; i < n; i++) row[i]! /= total;
    }
  });
  return fromDraws(values, [...leading, n], options);
}
