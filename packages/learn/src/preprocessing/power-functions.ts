import { minimizeScalar } from "@gradus/stats";
import { scoped, type Tensor, tensor } from "@gradus/tensor";

/** A family of power transforms. */
export type PowerMethod = "boxCox" | "yeoJohnson";

/** The functions of a family. */
export interface PowerFamily {
  forward(x: number, lambda: number): number;
  inverse(z: number, lambda: number): number;
  /** The power under which the values, transformed, are most likely normal. */
  bestLambda(values: Float64Array): number;
}

/** Both families. */
export const POWERS: Readonly<Record<PowerMethod, PowerFamily>> = {
  boxCox: {
    forward: (x, lambda) => powerOfLog(Math.log(x), lambda),
    inverse: (z, lambda) => Math.exp(logOfPower(z, lambda)),
    bestLambda(values) {
      const logs = values.map(Math.log);
      const [spread, slope] = [spreadOfPowers(logs), meanOf(logs)];
      return mostLikely((lambda) => spread(lambda) - (lambda - 1) * slope);
    },
  },
  yeoJohnson: {
    forward: (x, lambda) =>
      x < 0 ? -powerOfLog(Math.log1p(-x), 2 - lambda) : powerOfLog(Math.log1p(x), lambda),
    inverse: (z, lambda) =>
      z < 0 ? -Math.expm1(logOfPower(-z, 2 - lambda)) : Math.expm1(logOfPower(z, lambda)),
    bestLambda(values) {
      // log(1 + |x|) with the sign of x.
      const logs = values.map((x) => (x < 0 ? -Math.log1p(-x) : Math.log1p(x)));
      const [spread, slope] = [spreadOfSigned(logs), meanOf(logs)];
      return mostLikely((lambda) => spread(lambda) - (lambda - 1) * slope);
    },
  },
};

/** (eᵏˡ − 1) / k, and l for k = 0: a power of x from its logarithm l, exact where k is small. */
function powerOfLog(l: number, k: number): number {
  return Math.abs(k) < Number.EPSILON ? l : Math.expm1(k * l) / k;
}

/** The logarithm of which that is the power. */
function logOfPower(z: number, k: number): number {
  return Math.abs(k) < Number.EPSILON ? z : Math.log1p(k * z) / k;
}

/** Half the logarithm of the variance of the powers of Yeo and Johnson, from log(1 + |x|) with the sign of x. */
function spreadOfSigned(logs: Float64Array): (lambda: number) => number {
  const above = logs.filter((l) => l >= 0);
  const below = logs.filter((l) => l < 0).map((l) => -l);
  if (below.length === 0) return spreadOfPowers(above);
  const ofBelow = spreadOfPowers(below);
  if (logs.every((l) => l <= 0)) return (lambda) => ofBelow(2 - lambda);
  const [up, down] = [tensor(above), tensor(below)];
  return (lambda) =>
    scoped(() => {
      const powers = [powersOfLogs(up, lambda), powersOfLogs(down, 2 - lambda).neg()];
      return Math.log(varianceOf(powers)) / 2;
    });
}

/**
 * Half the logarithm of the variance of (eᵏˡ − 1) / k. Since the 1 is the same everywhere and would swallow
 * the digits of small powers, it is left out, and the largest power taken as the unit.
 */
function spreadOfPowers(logs: Float64Array): (k: number) => number {
  const l = tensor(logs);
  return (k) =>
    scoped(() => {
      if (Math.abs(k) < 1e-8) return Math.log(varianceOf([l])) / 2;
      const exponents = l.mul(k);
      const top = exponents.max().item();
      const variance = varianceOf([exponents.sub(top).exp()]);
      return Math.log(variance) / 2 + top - Math.log(Math.abs(k));
    });
}

/** As `powerOfLog`, of many. */
function powersOfLogs(l: Tensor, k: number): Tensor {
  return Math.abs(k) < Number.EPSILON ? l : l.mul(k).expm1().div(k);
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** The variance of the numbers of all parts together. */
function varianceOf(parts: readonly Tensor[]): number {
  const count = parts.reduce((sum, part) => sum + part.size, 0);
  const mean = parts.reduce((sum, part) => sum + part.sum().item(), 0) / count;
  return parts.reduce((sum, part) => sum + part.sub(mean).square().sum().item(), 0) / count;
}

const GOLDEN = (1 + Math.sqrt(5)) / 2;
const MOST_STEPS = 60;

/** Where a loss has its valley: from [−2, 2] downhill until it rises again, then by Brent's method. */
function mostLikely(loss: (lambda: number) => number): number {
  const at = (lambda: number) => {
    const value = loss(lambda);
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
  let [a, b] = at(-2) < at(2) ? [2, -2] : [-2, 2];
  let c = b + GOLDEN * (b - a);
  for (let step = 0; step < MOST_STEPS && at(c) < at(b); step++) {
    [a, b] = [b, c];
    c = b + GOLDEN * (b - a);
  }
  const bounds = [Math.min(a, c), Math.max(a, c)] as const;
  return minimizeScalar(at, { bounds, tolerance: 1e-10 }).x;
}
