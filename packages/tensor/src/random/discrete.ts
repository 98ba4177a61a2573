import { checkInteger, ParameterError, ShapeError } from "@gradus/core";
import type { Operand } from "../ops/define-binary";
import { checkShape, type Shape, shapeText, sizeOf } from "../shape";
import type { Tensor } from "../tensor";
import { type Draws, drawing } from "./draws";
import type { VectorDrawOptions } from "./normal";
import { fromDraws, notNegative, parameter, probability, type RandomOptions } from "./options";

/** The probability of a success. */
export interface BernoulliOptions extends RandomOptions {
  /** Default 0.5. */
  readonly p?: Operand;
}

/**
 * True with the probability p, else false.
 * @returns default dtype bool
 * @throws ParameterError for a shape that is none or a p outside [0, 1]; ShapeError for a p that does not broadcast to
 * the shape.
 * @example
 * ```ts
 * bernoulli(3, { p: tensor([0, 1, 0]), random: new RandomGenerator(1) }).toArray(); // → [false, true, false]
 * ```
 */
export function bernoulli(shape: number | Shape, options: BernoulliOptions): Tensor {
  const to = checkShape("bernoulli", shape);
  const p = parameter("bernoulli", "p", options.p ?? 0.5, to, probability);
  return counts(to, options, (draws, i) => (draws.uniform() < p(i) ? 1 : 0), "bool");
}

/** The rate of a Poisson distribution. */
export interface PoissonOptions extends RandomOptions {
  /** The mean, >= 0. */
  readonly rate: Operand;
}

/**
 * Counts from the Poisson distribution: how many events fall into a time in which `rate` are expected.
 * @returns default dtype int32
 * @throws ParameterError for a shape that is none or a negative rate; ShapeError for a rate that does not broadcast to
 * the shape.
 * @see Hörmann (1993), "The transformed rejection method for generating Poisson random variables", Insurance:
 * Mathematics and Economics 12, 39–45.
 * @example
 * ```ts
 * poisson(3, { rate: 0, random: new RandomGenerator(1) }).toArray(); // → [0, 0, 0]
 * ```
 */
export function poisson(shape: number | Shape, options: PoissonOptions): Tensor {
  const to = checkShape("poisson", shape);
  const rate = parameter("poisson", "rate", options.rate, to, notNegative);
  return counts(to, options, (draws, i) => poissonDraw(draws, rate(i)));
}

function poissonDraw(draws: Draws, rate: number): number {
  if (rate < 10) {
    const limit = Math.exp(-rate);
    let k = 0;
    for (let product = draws.uniform(); product > limit; product *= draws.uniform()) k++;
    return k;
  }
  const b = 0.931 + 2.53 * Math.sqrt(rate);
  const a = -0.059 + 0.02483 * b;
  const inverse = 1.1239 + 1.1328 / (b - 3.4);
  const quick = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = draws.uniform() - 0.5;
    const v = draws.open();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + rate + 0.43);
    if (us >= 0.07 && v <= quick) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const density = -rate + k * Math.log(rate) - logFactorial(k);
    if (Math.log((v * inverse) / (a / (us * us) + b)) <= density) return k;
  }
}

/** How many trials, and the probability of a success in each. */
export interface BinomialOptions extends RandomOptions {
  readonly n: Operand;
  readonly p: Operand;
}

/**
 * How many of n trials succeed, each with the probability p.
 * @returns default dtype int32
 * @throws ParameterError for a shape that is none, a negative n or a p outside [0, 1]; ShapeError for parameters that
 * do not broadcast to the shape.
 * @see Hörmann (1993), "The generation of binomial random variates", Journal of Statistical Computation and
 * Simulation 46, 101–110.
 * @example
 * ```ts
 * binomial(3, { n: 10, p: 1, random: new RandomGenerator(1) }).toArray(); // → [10, 10, 10]
 * ```
 */
export function binomial(shape: number | Shape, options: BinomialOptions): Tensor {
  const to = checkShape("binomial", shape);
  const n = parameter("binomial", "n", options.n, to, {
    text: "integers >= 0",
    holds: (value) => Number.isInteger(value) && value >= 0,
  });
  const p = parameter("binomial", "p", options.p, to, probability);
  return counts(to, options, (draws, i) => binomialDraw(draws, n(i), p(i)));
}

function binomialDraw(draws: Draws, n: number, p: number): number {
  if (p > 0.5) return n - binomialDraw(draws, n, 1 - p);
  if (p === 0 || n === 0) return 0;
  return n * p < 10 ? binomialByGaps(draws, n, p) : binomialByRejection(draws, n, p);
}

/** The trials between two successes are geometrically distributed. */
function binomialByGaps(draws: Draws, n: number, p: number): number {
  const perTrial = Math.log1p(-p);
  let k = 0;
  let trial = Math.ceil(Math.log(draws.open()) / perTrial);
  while (trial <= n) {
    k++;
    trial += Math.ceil(Math.log(draws.open()) / perTrial);
  }
  return k;
}

function binomialByRejection(draws: Draws, n: number, p: number): number {
  const std = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * std;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const quick = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * std;
  const mode = Math.floor((n + 1) * p);
  const atMode = logFactorial(mode) + logFactorial(n - mode);
  const logOdds = Math.log(p / (1 - p));
  for (;;) {
    const u = draws.uniform() - 0.5;
    const v = draws.open();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + n * p + 0.5);
    if (us >= 0.07 && v <= quick) return k;
    if (k < 0 || k > n) continue;
    const density = atMode - logFactorial(k) - logFactorial(n - k) + (k - mode) * logOdds;
    if (Math.log((v * alpha) / (a / (us * us) + b)) <= density) return k;
  }
}

/** log k!, by Stirling's series from 10 on. */
function logFactorial(k: number): number {
  if (k < 10) {
    let product = 1;
    for (let i = 2; i <= k; i++) product *= i;
    return Math.log(product);
  }
  const x = k + 1;
  const z = 1 / (x * x);
  const tail = (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z / 1680))) / x;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + tail;
}

/**
 * How n trials fall on categories with the probabilities p.
 * @param p shape (k,), numbers >= 0 that sum to 1
 * @returns counts of shape (...shape, k), default dtype int32; each vector sums to n
 * @throws ShapeError unless p is a vector; ParameterError for an n that is not an integer >= 0, or a p with negative
 * numbers or another sum.
 * @example
 * ```ts
 * multinomial(7, tensor([0.5, 0.5]), { random: new RandomGenerator(1) }).sum().item(); // → 7
 * ```
 */
export function multinomial(n: number, p: Tensor, options: VectorDrawOptions): Tensor {
  checkInteger("multinomial", "n", n);
  const probabilities = checkProbabilities("multinomial", p);
  const leading = checkShape("multinomial", options.shape ?? []);
  const k = probabilities.length;
  const values = new Float64Array(sizeOf(leading) * k);
  drawing(options.random, (draws) => {
    for (let start = 0; start < values.length; start += k) {
      let trials = n;
      let rest = 1;
      for (let i = 0; i < k - 1 && trials > 0; i++) {
        const count = binomialDraw(draws, trials, Math.min(1, probabilities[i]! / rest));
        values[start + i] = count;
        trials -= count;
        rest -= probabilities[i]!;
        if (rest <= 0) break;
      }
      values[start + k - 1]! += trials;
    }
  });
  return fromDraws(values, [...leading, k], options, "int32");
}

/** @throws ShapeError unless p is a vector; ParameterError unless it holds probabilities that sum to 1. */
export function checkProbabilities(where: string, p: Tensor): Float64Array {
  if (p.ndim !== 1 || p.size === 0) {
    throw new ShapeError(
      `${where}: expected probabilities of shape (k,), k >= 1, got ${shapeText(p.shape)}`,
    );
  }
  const values = Float64Array.from(p.data());
  const total = values.reduce((a, b) => a + b, 0);
  const bad = values.find((value) => !(value >= 0));
  // As wide as float32 probabilities need.
  if (bad === undefined && Math.abs(total - 1) <= 1e-6) return values.map((value) => value / total);
  const got = bad === undefined ? `numbers that sum to ${total}` : bad;
  throw new ParameterError(`${where}: expected probabilities >= 0 that sum to 1, got ${got}`);
}

function counts(
  shape: Shape,
  options: RandomOptions,
  draw: (draws: Draws, i: number) => number,
  dtype: "int32" | "bool" = "int32",
): Tensor {
  const values = new Float64Array(sizeOf(shape));
  drawing(options.random, (draws) => {
    for (let i = 0; i < values.length; i++) values[i] = draw(draws, i);
  });
  return fromDraws(values, shape, options, dtype);
}
