/**
 * The increasing sequence that is closest to y by weighted squares: neighbours that fall are pooled into their mean,
 * until none are left.
 *
 * @returns a new array
 * @see Barlow, Bartholomew, Bremner and Brunk (1972), Statistical Inference under Order Restrictions.
 */
export function poolAdjacent(y: Float64Array, weights: Float64Array): Float64Array {
  const n = y.length;
  // Pools, as a stack: their mean, weight and first place.
  const means = new Float64Array(n);
  const sums = new Float64Array(n);
  const starts = new Int32Array(n);
  let top = -1;
  for (let i = 0; i < n; i++) {
    top += 1;
    means[top] = y[i]!;
    sums[top] = weights[i]!;
    starts[top] = i;
    while (top > 0 && means[top - 1]! >= means[top]!) {
      const weight = sums[top - 1]! + sums[top]!;
      means[top - 1] = (means[top - 1]! * sums[top - 1]! + means[top]! * sums[top]!) / weight;
      sums[top - 1] = weight;
      top -= 1;
    }
  }
  const fitted = new Float64Array(n);
  for (let k = 0; k <= top; k++) fitted.fill(means[k]!, starts[k], k < top ? starts[k + 1] : n);
  return fitted;
}
