/**
 * The value at x of the lines through points with ascending places, as NumPy's `interp`: of several points
 * at one place the last counts, and beyond the ends the ends' values hold.
 */
export function interpolate(
  x: number,
  places: Float64Array,
  values: Float64Array,
  k = lastAtMost(x, places),
): number {
  if (k < 0) return values[0]!;
  if (k === places.length - 1 || places[k] === x) return values[k]!;
  const slope = (values[k + 1]! - values[k]!) / (places[k + 1]! - places[k]!);
  return slope * (x - places[k]!) + values[k]!;
}

/** The last of ascending places that is at most x; −1 if there is none. */
export function lastAtMost(x: number, places: ArrayLike<number>): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A part of the way from low to high: from the nearer end, as NumPy does, so that both ends are exact. */
export function between(low: number, high: number, part: number): number {
  return part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part);
}
