/**
 * The α-quantile of weighted values: the one with a share α of the weight below it and 1 − α above, the mean of two
 * neighbours where the share lies between them (NumPy's averaged inverted CDF). Values of weight 0 do not count.
 */
export function weightedQuantile(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  alpha: number,
): number {
  const order = Array.from(values, (_, i) => i)
    .filter((i) => weights[i]! > 0)
    .sort((a, b) => values[a]! - values[b]!);
  const total = order.reduce((sum, i) => sum + weights[i]!, 0);
  const wanted = alpha * total;
  // Sums of weights such as 0.1 are off by rounding, and meet the share all the same.
  const slack = 4 * Number.EPSILON * total;
  let sum = 0;
  for (const [place, i] of order.entries()) {
    sum += weights[i]!;
    if (sum < wanted - slack) continue;
    const next = order[place + 1];
    const isBetween = Math.abs(sum - wanted) <= slack && next !== undefined;
    return isBetween ? (values[i]! + values[next]!) / 2 : values[i]!;
  }
  return values[order.at(-1)!]!;
}
