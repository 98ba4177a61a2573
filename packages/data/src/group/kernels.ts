import { quantileSorted } from "../column/statistics";
import type { Grouping } from "./grouping";

// Statistics of numbers by group, in one or two passes over flat arrays. NaN is missing and skipped.

/** How many values that are not missing each group has. */
export function counts(values: Float64Array, { codes, nGroups }: Grouping): Float64Array {
  const result = new Float64Array(nGroups);
  for (let i = 0; i < values.length; i++) {
    const code = codes[i]!;
    const value = values[i]!;
    if (code >= 0 && !Number.isNaN(value)) result[code]!++;
  }
  return result;
}

/** The sums, with Kahan's correction, 0 for a group without values. */
export function sums(values: Float64Array, { codes, nGroups }: Grouping): Float64Array {
  const result = new Float64Array(nGroups);
  const lost = new Float64Array(nGroups);
  for (let i = 0; i < values.length; i++) {
    const code = codes[i]!;
    const value = values[i]!;
    if (code < 0 || Number.isNaN(value)) continue;
    const before = result[code]!;
    const corrected = value - lost[code]!;
    const after = before + corrected;
    result[code] = after;
    lost[code] = after - before - corrected;
  }
  return withInfinite(result, lost, values, codes);
}

/** The correction of an infinite sum is ∞ − ∞, NaN: there the plain sum is right. */
function withInfinite(
  corrected: Float64Array,
  lost: Float64Array,
  values: Float64Array,
  codes: Int32Array,
): Float64Array {
  if (!lost.some(Number.isNaN)) return corrected;
  const plain = new Float64Array(lost.length);
  for (let i = 0; i < values.length; i++) {
    const code = codes[i]!;
    if (code >= 0 && !Number.isNaN(values[i])) plain[code]! += values[i]!;
  }
  return corrected.map((sum, group) => (Number.isNaN(lost[group]!) ? plain[group]! : sum));
}

/** The products, 1 for a group without values. */
export function products(values: Float64Array, { codes, nGroups }: Grouping): Float64Array {
  const result = new Float64Array(nGroups).fill(1);
  for (let i = 0; i < values.length; i++) {
    const code = codes[i]!;
    if (code >= 0 && !Number.isNaN(values[i])) result[code]! *= values[i]!;
  }
  return result;
}

/** The arithmetic means, with Kahan's correction of the sums, NaN for a group without values. */
export function means(values: Float64Array, grouping: Grouping): Float64Array {
  const { codes, nGroups } = grouping;
  const result = new Float64Array(nGroups);
  const lost = new Float64Array(nGroups);
  const count = new Int32Array(nGroups);
  for (let i = 0; i < values.length; i++) {
    const code = codes[i]!;
    const value = values[i]!;
    if (code < 0 || Number.isNaN(value)) continue;
    const before = result[code]!;
    const corrected = value - lost[code]!;
    const after = before + corrected;
    result[code] = after;
    lost[code] = after - before - corrected;
    count[code]!++;
  }
  return withInfinite(result, lost, values, codes).map((sum, group) => sum / count[group]!);
}

/** The variances with divisor n − ddof, NaN where it is not positive. */
export function variances(values: Float64Array, grouping: Grouping, ddof: number): Float64Array {
  const { codes, nGroups } = grouping;
  const center = means(values, grouping);
  const count = counts(values, grouping);
  const squares = new Float64Array(nGroups);
  for (let i = 0; i < values.length; i++) {
    const code = codes[i]!;
    const value = values[i]!;
    if (code >= 0 && !Number.isNaN(value)) squares[code]! += (value - center[code]!) ** 2;
  }
  return squares.map((sum, g) => (count[g]! > ddof ? sum / (count[g]! - ddof) : Number.NaN));
}

/** The quantiles by linear interpolation. */
export function quantiles(values: Float64Array, grouping: Grouping, q: number): Float64Array {
  const { rows, starts, nGroups } = grouping;
  const gathered = new Float64Array(rows.length);
  for (let k = 0; k < rows.length; k++) gathered[k] = values[rows[k]!]!;
  const result = new Float64Array(nGroups);
  for (let group = 0; group < nGroups; group++) {
    // Typed arrays sort NaN to the end.
    const part = gathered.subarray(starts[group], starts[group + 1]).sort();
    let end = part.length;
    while (end > 0 && Number.isNaN(part[end - 1])) end--;
    result[group] = quantileSorted(part.subarray(0, end), q);
  }
  return result;
}

/** The row of each group's smallest (sign 1) or largest (sign −1) value, the first of equal ones; −1 without values. */
export function extremeRows(values: Float64Array, grouping: Grouping, sign: number): Int32Array {
  const { codes, nGroups } = grouping;
  const best = new Float64Array(nGroups).fill(Number.NaN);
  const rows = new Int32Array(nGroups).fill(-1);
  for (let i = 0; i < values.length; i++) {
    const code = codes[i]!;
    const value = sign * values[i]!;
    if (code < 0 || Number.isNaN(value) || best[code]! <= value) continue;
    best[code] = value;
    rows[code] = i;
  }
  return rows;
}

/** How many different codes of a factor each group has; negative ones do not count. */
export function distinctCounts(factor: Int32Array, nLevels: number, grouping: Grouping) {
  const { rows, starts, nGroups } = grouping;
  const seen = new Int32Array(nLevels).fill(-1); // the last group that had the level
  const result = new Float64Array(nGroups);
  for (let group = 0; group < nGroups; group++) {
    for (let k = starts[group]!; k < starts[group + 1]!; k++) {
      const level = factor[rows[k]!]!;
      if (level < 0 || seen[level] === group) continue;
      seen[level] = group;
      result[group]!++;
    }
  }
  return result;
}
