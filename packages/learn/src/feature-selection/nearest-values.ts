/** Numbers in ascending order, and whose they are. */
export interface SortedValues {
  readonly sorted: Float64Array;
  /** The place in the given order of each. */
  readonly order: Int32Array;
}

export function sortValues(values: Float64Array): SortedValues {
  const order = Int32Array.from(values, (_, i) => i);
  order.sort((a, b) => values[a]! - values[b]!);
  return { sorted: Float64Array.from(order, (i) => values[i]!), order };
}

/** How many of sorted numbers are closer to a value than `distance`, or equal to it if that is 0; itself among them. */
export function countCloser(sorted: Float64Array, value: number, distance: number): number {
  const radius = distance === 0 ? Number.MIN_VALUE : distance;
  const left = firstPlace(sorted, (other) => value - other < radius);
  const right = firstPlace(sorted, (other) => other - value >= radius);
  return Math.max(0, right - left);
}

/** The distance from each of sorted numbers to its k-th nearest other one. */
export function kthDistances(sorted: Float64Array, k: number): Float64Array {
  return sorted.map((value, i) => {
    let [left, right] = [i - 1, i + 1];
    let distance = 0;
    for (let found = 0; found < k; found++) {
      const toLeft = left >= 0 ? value - sorted[left]! : Infinity;
      const toRight = right < sorted.length ? sorted[right]! - value : Infinity;
      if (toLeft <= toRight) left--;
      else right++;
      distance = Math.min(toLeft, toRight);
    }
    return distance;
  });
}

/**
 * The distance from each point of the plane to its k-th nearest other one, by the larger of the two differences.
 *
 * @param byX the first coordinates, sorted
 * @param y the second ones, in the given order
 * @returns in the order of `byX`
 */
export function kthDistancesInPlane(
  { sorted, order }: SortedValues,
  y: Float64Array,
  k: number,
): Float64Array {
  const nearest = new Float64Array(k);
  return sorted.map((value, i) => {
    nearest.fill(Infinity);
    const own = y[order[i]!]!;
    let [left, right] = [i - 1, i + 1];
    // Walk away from the point in the first coordinate until that alone is too far.
    for (;;) {
      const toLeft = left >= 0 ? value - sorted[left]! : Infinity;
      const toRight = right < sorted.length ? sorted[right]! - value : Infinity;
      const step = Math.min(toLeft, toRight);
      if (!(step < nearest[k - 1]!)) break;
      const other = toLeft <= toRight ? left-- : right++;
      insert(nearest, Math.max(step, Math.abs(y[order[other]!]! - own)));
    }
    return nearest[k - 1]!;
  });
}

/** Puts a distance among the smallest ones, which stay sorted. */
function insert(nearest: Float64Array, distance: number): void {
  let place = nearest.length - 1;
  if (distance >= nearest[place]!) return;
  for (; place > 0 && nearest[place - 1]! > distance; place--) nearest[place] = nearest[place - 1]!;
  nearest[place] = distance;
}

/** The first place at which a condition holds that holds from there on. */
function firstPlace(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
