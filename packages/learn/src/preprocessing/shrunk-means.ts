/** How many rows' worth of the overall mean a category's mean is mixed with; "auto" estimates it. */
export type Smooth = number | "auto";

/**
 * The mean of y in each category, drawn to the overall mean: (Σ y + m·mean) / (n + m).
 *
 * With "auto", the share of the category's own mean is n·v / (n·v + s), where v is the variance of all y
 * and s that of y in the category: empirical Bayes. A category without rows gets the overall mean.
 */
export function shrunkMeans(
  codes: Int32Array,
  y: Float64Array,
  nCategories: number,
  smooth: Smooth,
): Float64Array {
  const counts = new Float64Array(nCategories);
  const sums = new Float64Array(nCategories);
  let total = 0;
  for (let i = 0; i < y.length; i++) {
    total += y[i]!;
    if (codes[i]! < 0) continue;
    counts[codes[i]!]! += 1;
    sums[codes[i]!]! += y[i]!;
  }
  const mean = total / y.length;
  if (smooth !== "auto") {
    return sums.map((sum, k) =>
      counts[k]! + smooth > 0 ? (sum + smooth * mean) / (counts[k]! + smooth) : mean,
    );
  }
  return bayesMeans(codes, y, { mean, counts, sums });
}

interface Totals {
  readonly mean: number;
  readonly counts: Float64Array;
  readonly sums: Float64Array;
}

function bayesMeans(codes: Int32Array, y: Float64Array, { mean, counts, sums }: Totals) {
  const means = sums.map((sum, k) => sum / counts[k]!);
  const squares = new Float64Array(counts.length);
  let allSquares = 0;
  for (let i = 0; i < y.length; i++) {
    allSquares += (y[i]! - mean) ** 2;
    if (codes[i]! >= 0) squares[codes[i]!]! += (y[i]! - means[codes[i]!]!) ** 2;
  }
  const variance = allSquares / y.length;
  return means.map((own, k) => {
    const between = variance * counts[k]!;
    const share = between / (between + squares[k]! / counts[k]!);
    return Number.isNaN(share) ? mean : share * own + (1 - share) * mean;
  });
}
