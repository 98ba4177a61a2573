function boxCox(x: number, lambda: number): number {
  return lambda === 0 ? Math.log(x) : (x ** lambda - 1) / lambda;
}

function yeoJohnson(x: number, lambda: number): number {
  return x < 0 ? -boxCox(1 - x, 2 - lambda) : boxCox(1 + x, lambda);
}

/** The log-likelihood of a power of Yeo and Johnson, up to a constant. */
export function logLikelihood(values: readonly number[], lambda: number): number {
  const n = values.length;
  const powers = values.map((x) => yeoJohnson(x, lambda));
  const mean = powers.reduce((sum, z) => sum + z) / n;
  const variance = powers.reduce((sum, z) => sum + (z - mean) ** 2, 0) / n;
  const logs = values.reduce((sum, x) => sum + Math.log1p(Math.abs(x)), 0);
  return (-n / 2) * Math.log(variance) + (lambda - 1) * logs;
}
