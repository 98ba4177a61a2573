import { checkInteger, checkNonNegative, checkPositive } from "@gradus/core";

/** How a density is estimated. */
export interface KernelDensityOptions {
  /** The kernel's standard deviation: by Scott's rule (the default), by Silverman's, or in the data's unit. */
  readonly bandwidth?: "scott" | "silverman" | number;
  /** How many bandwidths the curve goes on beyond the data. Default 3. */
  readonly cut?: number;
  /** At how many points. Default 200. */
  readonly gridSize?: number;
}

/** A density at points, and the bandwidth it was estimated with. */
export interface KernelDensity {
  readonly x: number[];
  readonly density: number[];
  readonly bandwidth: number;
}

/**
 * A Gaussian kernel density: f(x) = 1/(n·h) Σ φ((x − xᵢ)/h). Scott's bandwidth is h = s·n^(−1/5), Silverman's
 * s·(¾n)^(−1/5), with s the sample's standard deviation. Time grows with n times the points of the grid.
 *
 * @throws ParameterError for a bandwidth that is not above 0, a negative cut, or a grid of fewer than two points.
 * @see Scott (1992), Multivariate Density Estimation, 152.
 */
export function kernelDensity(
  where: string,
  values: readonly number[],
  { bandwidth = "scott", cut = 3, gridSize = 200 }: KernelDensityOptions = {},
): KernelDensity {
  checkNonNegative(where, "cut", cut);
  checkInteger(where, "gridSize", gridSize, 2);
  const h = bandwidthOf(where, values, bandwidth);
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const [start, end] = [low - cut * h, high + cut * h];
  const x = Array.from(
    { length: gridSize },
    (_, i) => start + ((end - start) * i) / (gridSize - 1),
  );
  return { x, density: densityAt(values, x, h), bandwidth: h };
}

function densityAt(values: readonly number[], x: readonly number[], h: number): number[] {
  const factor = 1 / (values.length * h * Math.sqrt(2 * Math.PI));
  return x.map((at) => {
    let sum = 0;
    for (const value of values) {
      const z = (at - value) / h;
      sum += Math.exp(-0.5 * z * z);
    }
    return sum * factor;
  });
}

function bandwidthOf(
  where: string,
  values: readonly number[],
  bandwidth: "scott" | "silverman" | number,
): number {
  if (typeof bandwidth === "number") return checkPositive(where, "bandwidth", bandwidth);
  const n = values.length;
  const factor = bandwidth === "silverman" ? ((3 * n) / 4) ** -0.2 : n ** -0.2;
  return factor * standardDeviation(values);
}

/** The sample's standard deviation, with n − 1 in the denominator; 0 for one value. */
export function standardDeviation(values: readonly number[]): number {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return n > 1 ? Math.sqrt(squares / (n - 1)) : 0;
}
