/** Descriptive statistics of numbers without NaN; every one is NaN where it is not defined. */

/** The arithmetic mean, corrected once by the mean of the residuals: exact to the last bits. */
export function mean(values: Float64Array): number {
  const n = values.length;
  if (n === 0) return Number.NaN;
  const first = sum(values) / n;
  if (!Number.isFinite(first)) return first;
  let residual = 0;
  for (let i = 0; i < n; i++) residual += values[i]! - first;
  return first + residual / n;
}

/** The sum; 0 for no values. */
export function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

/** The variance with divisor n − ddof. */
export function variance(values: Float64Array, ddof: number): number {
  const divisor = values.length - ddof;
  if (divisor <= 0) return Number.NaN;
  const center = mean(values);
  let total = 0;
  for (let i = 0; i < values.length; i++) total += (values[i]! - center) ** 2;
  return total / divisor;
}

/** The quantile of sorted values by linear interpolation, the R-7 method that pandas and NumPy use. */
export function quantileSorted(sorted: Float64Array, q: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = (sorted.length - 1) * q;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  // Equal neighbours need no interpolation, and infinite ones would make ∞ − ∞ of it.
  return low === high ? low : low + (high - low) * (position - below);
}
