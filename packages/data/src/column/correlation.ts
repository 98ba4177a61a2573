import { checkInteger, checkOneOf, ShapeError } from "@gradus/core";
import { mean } from "./statistics";

/** Which correlation: of the values, of their ranks, or Kendall's τ-b of the orders of pairs. */
export type CorrelationMethod = "pearson" | "spearman" | "kendall";

/** How a correlation is computed. */
export interface CorrelationOptions {
  /** Default "pearson". */
  readonly method?: CorrelationMethod;
  /** With fewer pairs of present values than this it is NaN. Default 1. */
  readonly minPeriods?: number;
}

/** The correlation of the rows in which neither value is NaN. */
export function correlation(
  where: string,
  x: Float64Array,
  y: Float64Array,
  { method = "pearson", minPeriods = 1 }: CorrelationOptions = {},
): number {
  checkOneOf(where, "method", method, ["pearson", "spearman", "kendall"]);
  checkInteger(where, "minPeriods", minPeriods);
  const [a, b] = complete(where, x, y);
  if (a.length < minPeriods) return Number.NaN;
  if (method === "kendall") return kendall(a, b);
  if (method === "pearson") return pearson(a, b);
  return pearson(rankAll(a), rankAll(b));
}

/** The covariance Σ(x − x̄)(y − ȳ) / (n − ddof) of the rows in which neither value is NaN. */
export function covariance(where: string, x: Float64Array, y: Float64Array, ddof = 1): number {
  const [a, b] = complete(where, x, y);
  const divisor = a.length - ddof;
  return divisor <= 0 ? Number.NaN : crossProduct(a, b, mean(a), mean(b)) / divisor;
}

function complete(where: string, x: Float64Array, y: Float64Array): [Float64Array, Float64Array] {
  if (x.length !== y.length) {
    throw new ShapeError(`${where}: expected ${x.length} rows in both columns, got ${y.length}`);
  }
  const isComplete = (_: number, i: number) => !Number.isNaN(x[i]) && !Number.isNaN(y[i]);
  return [x.filter(isComplete), y.filter(isComplete)];
}

/** Pearson's r of numbers without NaN; NaN where one of the two does not vary. */
export function pearson(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  const size =
    Math.sqrt(crossProduct(a, a, meanA, meanA)) * Math.sqrt(crossProduct(b, b, meanB, meanB));
  if (!(size > 0)) return Number.NaN;
  return Math.min(1, Math.max(-1, crossProduct(a, b, meanA, meanB) / size));
}

function crossProduct(a: Float64Array, b: Float64Array, meanA: number, meanB: number): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i]! - meanA) * (b[i]! - meanB);
  return total;
}

function rankAll(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, i) => i).sort((i, j) =>
    compare(values[i]!, values[j]!),
  );
  return averageRanks(values, order, new Float64Array(values.length));
}

/** Writes the rank of each row of `order`, which names them from the least value to the greatest; equal ones share theirs. */
export function averageRanks(
  values: Float64Array,
  order: Uint32Array,
  ranks: Float64Array,
): Float64Array {
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
    for (let k = start; k < end; k++) ranks[order[k]!] = (start + 1 + end) / 2;
  }
  return ranks;
}

/** τ-b = (concordant − discordant) / √((pairs − ties in a)(pairs − ties in b)), in n log n by Knight's method. */
function kendall(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const order = Uint32Array.from(a, (_, i) => i).sort(
    (i, j) => compare(a[i]!, a[j]!) || compare(b[i]!, b[j]!),
  );
  const pairs = (n * (n - 1)) / 2;
  const sameA = tiedPairs(order, (i, j) => a[i] === a[j]);
  const sameBoth = tiedPairs(order, (i, j) => a[i] === a[j] && b[i] === b[j]);
  const sorted = Float64Array.from(order, (i) => b[i]!);
  const discordant = countSwaps(sorted, new Float64Array(n), 0, n);
  const sameB = tiedPairs(
    Uint32Array.from(sorted, (_, i) => i),
    (i, j) => sorted[i] === sorted[j],
  );
  const size = Math.sqrt(pairs - sameA) * Math.sqrt(pairs - sameB);
  if (!(size > 0)) return Number.NaN;
  const surplus = pairs - sameA - sameB + sameBoth - 2 * discordant;
  return Math.min(1, Math.max(-1, surplus / size));
}

function tiedPairs(order: Uint32Array, same: (i: number, j: number) => boolean): number {
  let pairs = 0;
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && same(order[start]!, order[end]!)) end++;
    pairs += ((end - start) * (end - start - 1)) / 2;
  }
  return pairs;
}

/** Sorts values[from, to) by merging, and counts the pairs that stood the wrong way round. */
function countSwaps(values: Float64Array, spare: Float64Array, from: number, to: number): number {
  if (to - from < 2) return 0;
  const middle = (from + to) >> 1;
  let swaps = countSwaps(values, spare, from, middle) + countSwaps(values, spare, middle, to);
  let [left, right] = [from, middle];
  for (let k = from; k < to; k++) {
    const takesRight = right < to && (left === middle || values[right]! < values[left]!);
    if (takesRight) swaps += middle - left;
    spare[k] = takesRight ? values[right++]! : values[left++]!;
  }
  values.set(spare.subarray(from, to), from);
  return swaps;
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
