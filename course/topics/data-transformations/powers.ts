import { ndtri } from "@gradus/stats";

/** Box and Cox's power of a number above 0. */
export function boxCox(x: number, lambda: number): number {
  return lambda === 0 ? Math.log(x) : (x ** lambda - 1) / lambda;
}

/** Yeo and Johnson's power of any number. */
export function yeoJohnson(x: number, lambda: number): number {
  return x < 0 ? -boxCox(1 - x, 2 - lambda) : boxCox(1 + x, lambda);
}

/** The logarithm of how likely the values are, were their powers normal; up to a constant. */
export function logLikelihood(values: readonly number[], lambda: number): number {
  const powers = values.map((x) => boxCox(x, lambda));
  const logs = values.reduce((sum, x) => sum + Math.log(x), 0);
  return (-values.length / 2) * Math.log(spread(powers).std ** 2) + (lambda - 1) * logs;
}

/** The mean, the standard deviation (divided by n) and the skewness. */
export function spread(values: readonly number[]): { mean: number; std: number; skew: number } {
  const n = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const std = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n);
  return { mean, std, skew: values.reduce((sum, x) => sum + ((x - mean) / std) ** 3, 0) / n };
}

/** The values in units of their spread, rising, each with the value that a normal sample of that size has there. */
export function normalPairs(values: readonly number[]): [expected: number, found: number][] {
  const { mean, std } = spread(values);
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.map((x, i) => [ndtri((i + 0.5) / sorted.length), (x - mean) / std]);
}

/** Half the 95 % quantile of χ² with one degree of freedom: what the log-likelihood may lose within the interval. */
const DROP = 1.92;

/** The most likely power among those of a grid, and the powers that the data do not rule out. */
export function bestPower(values: readonly number[], grid: readonly number[]) {
  const curve = grid.map((lambda): [number, number] => [lambda, logLikelihood(values, lambda)]);
  const top = Math.max(...curve.map(([, height]) => height));
  const likely = curve.filter(([, height]) => height >= top - DROP).map(([lambda]) => lambda);
  return {
    best: curve.find(([, height]) => height === top)![0],
    interval: [likely[0]!, likely.at(-1)!] as const,
    curve: curve.map(([lambda, height]): [number, number] => [lambda, height - top]),
  };
}
