/** A number for each point, by which points are ordered; points with the same number by their own. */
export interface PointOrder {
  readonly values: Float64Array;
  readonly d: number;
  readonly axis: number;
}

/**
 * Moves the points so that the one at `middle` is where sorting would put it, with smaller ones before and larger
 * ones behind.
 *
 * The steps are those of the C++ library's nth_element, so that a tree's leaves have their points in scikit-learn's
 * order: quickselect with the median of three as pivot, then insertion for the last three.
 *
 * @see Hoare (1961), Algorithm 65: FIND; Musser (1997), Introspective sorting and selection algorithms.
 */
export function selectMiddle(points: Int32Array, middle: number, order: PointOrder): void {
  let first = 0;
  let last = points.length;
  while (last - first > 3) {
    medianFirst(points, [first, last], order);
    const cut = partition(points, [first, last], order);
    if (cut <= middle) first = cut;
    else last = cut;
  }
  for (let i = first + 1; i < last; i++) {
    const point = points[i]!;
    let at = i;
    for (; at > first && isLess(order, point, points[at - 1]!); at--) points[at] = points[at - 1]!;
    points[at] = point;
  }
}

function isLess({ values, d, axis }: PointOrder, a: number, b: number): boolean {
  const [x, y] = [values[a * d + axis]!, values[b * d + axis]!];
  return x === y ? a < b : x < y;
}

/** Puts the median of the second, the middle and the last point in front. */
function medianFirst(
  points: Int32Array,
  [first, last]: readonly [number, number],
  order: PointOrder,
) {
  const places = [first + 1, first + ((last - first) >> 1), last - 1];
  places.sort((i, j) => (isLess(order, points[i]!, points[j]!) ? -1 : 1));
  swap(points, first, places[1]!);
}

/** Parts the points behind the first into those not above it and those not below it; where the second part begins. */
function partition(
  points: Int32Array,
  [first, last]: readonly [number, number],
  { values, d, axis }: PointOrder,
): number {
  const pivot = points[first]!;
  const key = values[pivot * d + axis]!;
  let low = first + 1;
  let high = last;
  for (;;) {
    for (let a = points[low]!; ; a = points[++low]!) {
      const value = values[a * d + axis]!;
      if (!(value < key || (value === key && a < pivot))) break;
    }
    high--;
    for (let b = points[high]!; ; b = points[--high]!) {
      const value = values[b * d + axis]!;
      if (!(key < value || (value === key && pivot < b))) break;
    }
    if (low >= high) return low;
    swap(points, low, high);
    low++;
  }
}

function swap(points: Int32Array, i: number, j: number): void {
  const point = points[i]!;
  points[i] = points[j]!;
  points[j] = point;
}
