import type { ProfileHistogram } from "./types";

/**
 * Counts of finite numbers in bins of equal width from the least to the greatest, as NumPy's `histogram`. Where all are
 * equal the bins reach half a unit to either side.
 */
export function equalBins(values: Float64Array, nBins: number): ProfileHistogram {
  if (values.length === 0) return { edges: [], counts: [] };
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  return count(values, low, high, nBins);
}

/** One bin for each whole number where there are at most `nBins` from the least to the greatest, else equal bins. */
export function integerBins(values: Float64Array, nBins: number): ProfileHistogram {
  const equal = equalBins(values, nBins);
  const [low, high] = [equal.edges[0]!, equal.edges.at(-1)!];
  if (values.length === 0 || !Number.isInteger(low) || high - low >= nBins) return equal;
  return count(values, low - 0.5, high + 0.5, high - low + 1);
}

function count(values: Float64Array, low: number, high: number, nBins: number): ProfileHistogram {
  const step = (high - low) / nBins;
  const edges = Array.from({ length: nBins + 1 }, (_, i) => (i < nBins ? low + i * step : high));
  const counts = new Array<number>(nBins).fill(0);
  for (const value of values) {
    let bin = Math.min(nBins - 1, Math.floor(((value - low) / (high - low)) * nBins));
    // The division rounds; the borders decide.
    if (value < edges[bin]!) bin--;
    else if (bin < nBins - 1 && value >= edges[bin + 1]!) bin++;
    counts[bin]!++;
  }
  return { edges, counts };
}
