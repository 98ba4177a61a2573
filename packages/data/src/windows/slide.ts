/** For each row the values from `starts[i]` up to but not including `ends[i]`; neither ever goes back. */
export interface Windows {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** How many values, their mean and the sum of squared distances from it, for each window. */
export interface Moments {
  readonly counts: Float64Array;
  readonly means: Float64Array;
  readonly squares: Float64Array;
}

// Nothing is ever taken away from a running sum, since digits that a large value has pushed out do not
// come back when it leaves. Instead a window is the sum of two parts: a head, for which the sums from
// each row to a middle are kept, and a tail from the middle on, which grows. When the head is used up,
// the tail becomes the head. So each value is added twice, and the error is that of a fresh sum.

/** Moments of the values that are not NaN, merged by the formulas of Chan, Golub and LeVeque (1983). */
export function slideMoments(values: Float64Array, windows: Windows): Moments {
  const n = windows.starts.length;
  const result = { counts: zeros(n), means: zeros(n), squares: zeros(n) };
  const head = { counts: zeros(n + 1), means: zeros(n + 1), squares: zeros(n + 1) };
  let [middle, end] = [0, 0];
  let tail: Moment = EMPTY;
  for (let i = 0; i < n; i++) {
    const from = windows.starts[i]!;
    for (; end < windows.ends[i]!; end++) tail = merge(tail, single(values[end]!));
    if (from >= middle) {
      let sum = EMPTY;
      put(head, end, sum);
      for (let j = end - 1; j >= from; j--) {
        sum = merge(single(values[j]!), sum);
        put(head, j, sum);
      }
      middle = end;
      tail = EMPTY;
    }
    put(result, i, merge(get(head, from), tail));
  }
  return result;
}

/** An associative combination of the values that are not NaN: a sum, a least or a largest one. */
export function slideFold(
  values: Float64Array,
  windows: Windows,
  empty: number,
  combine: (a: number, b: number) => number,
): Float64Array {
  const n = windows.starts.length;
  const result = zeros(n);
  const head = new Float64Array(n + 1).fill(empty);
  let [middle, end, tail] = [0, 0, empty];
  const at = (j: number) => (Number.isNaN(values[j]) ? empty : values[j]!);
  for (let i = 0; i < n; i++) {
    const from = windows.starts[i]!;
    for (; end < windows.ends[i]!; end++) tail = combine(tail, at(end));
    if (from >= middle) {
      head[end] = empty;
      for (let j = end - 1; j >= from; j--) head[j] = combine(at(j), head[j + 1]!);
      middle = end;
      tail = empty;
    }
    result[i] = combine(head[from]!, tail);
  }
  return result;
}

/** A function of the sorted values of each window that are not NaN. */
export function slideSorted(
  values: Float64Array,
  windows: Windows,
  of: (sorted: Float64Array) => number,
): Float64Array {
  const n = windows.starts.length;
  const result = zeros(n);
  const sorted = zeros(values.length);
  let [start, end, size] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    for (; end < windows.ends[i]!; end++) {
      if (Number.isNaN(values[end])) continue;
      const place = placeOf(sorted, size, values[end]!);
      sorted.copyWithin(place + 1, place, size++);
      sorted[place] = values[end]!;
    }
    for (; start < windows.starts[i]!; start++) {
      if (Number.isNaN(values[start])) continue;
      const place = placeOf(sorted, size, values[start]!);
      sorted.copyWithin(place, place + 1, size--);
    }
    result[i] = of(sorted.subarray(0, size));
  }
  return result;
}

type Moment = readonly [count: number, mean: number, squares: number];
const EMPTY: Moment = [0, 0, 0];

function single(value: number): Moment {
  return Number.isNaN(value) ? EMPTY : [1, value, 0];
}

function merge(a: Moment, b: Moment): Moment {
  if (a[0] === 0) return b;
  if (b[0] === 0) return a;
  const count = a[0] + b[0];
  const gap = b[1] - a[1];
  return [count, a[1] + (gap * b[0]) / count, a[2] + b[2] + (gap * gap * a[0] * b[0]) / count];
}

function put(moments: Moments, i: number, [count, mean, squares]: Moment): void {
  moments.counts[i] = count;
  moments.means[i] = mean;
  moments.squares[i] = squares;
}

function get({ counts, means, squares }: Moments, i: number): Moment {
  return [counts[i]!, means[i]!, squares[i]!];
}

/** The first place in sorted[0, size) whose value is not smaller. */
function placeOf(sorted: Float64Array, size: number, value: number): number {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function zeros(n: number): Float64Array {
  return new Float64Array(n);
}
