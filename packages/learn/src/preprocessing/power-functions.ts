import { minimizeScalar } from "@gradus/stats";

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
      return mostLikely((lambda) => spreadOfPowers(logs, lambda) - (lambda - 1) * meanOf(logs));
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
      const slope = meanOf(logs);
      return mostLikely((lambda) => spreadOfSigned(logs, lambda) - (lambda - 1) * slope);
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

/** Half the logarithm of the variance of the powers of Yeo and Johnson. */
function spreadOfSigned(logs: Float64Array, lambda: number): number {
  if (logs.every((l) => l >= 0)) return spreadOfPowers(logs, lambda);
  if (logs.every((l) => l <= 0)) {
    return spreadOfPowers(
      logs.map((l) => -l),
      2 - lambda,
    );
  }
  const powers = logs.map((l) => (l < 0 ? -powerOfLog(-l, 2 - lambda) : powerOfLog(l, lambda)));
  return Math.log(varianceOf(powers)) / 2;
}

/**
 * Half the logarithm of the variance of (eᵏˡ − 1) / k. Since the 1 is the same everywhere and would swallow
 * the digits of small powers, it is left out, and the largest power taken as the unit.
 */
function spreadOfPowers(logs: Float64Array, k: number): number {
  if (Math.abs(k) < 1e-8) return Math.log(varianceOf(logs)) / 2;
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logs.length; i++) top = Math.max(top, k * logs[i]!);
  const powers = logs.map((l) => Math.exp(k * l - top));
  return Math.log(varianceOf(powers)) / 2 + top - Math.log(Math.abs(k));
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

function varianceOf(values: Float64Array): number {
  const mean = meanOf(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - mean) ** 2;
  return sum / values.length;
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
