/** The values outside Tukey's fences, in their order; a missing value is NaN. */
export function outliers(values: readonly number[]): number[] {
  const present = values.filter((value) => !Number.isNaN(value));
  const sorted = present.toSorted((a, b) => a - b);
  const q1 = quantile(sorted, 0.25);
  const q3 = quantile(sorted, 0.75);
  const reach = 1.5 * (q3 - q1);
  return present.filter((value) => value < q1 - reach || value > q3 + reach);
}

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.ceil(place)]!;
  return low + (place - below) * (high - low);
}
