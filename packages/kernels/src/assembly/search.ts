// Binary search in a sorted row; NaN counts as larger than everything.

import { FLOAT32, FLOAT64, INT32 } from "./dtype";

/**
 * For each of m values the place (i32) in the sorted row of n before which to insert it: before equal ones, or
 * with `right` behind them.
 */
export function searchSorted(
  dtype: i32,
  right: bool,
  n: usize,
  sorted: usize,
  m: usize,
  values: usize,
  out: usize,
): void {
  if (dtype == FLOAT64) search<f64>(right, n, sorted, m, values, out);
  else if (dtype == FLOAT32) search<f32>(right, n, sorted, m, values, out);
  else if (dtype == INT32) search<i32>(right, n, sorted, m, values, out);
  else search<u8>(right, n, sorted, m, values, out);
}

function search<T>(right: bool, n: usize, sorted: usize, m: usize, values: usize, out: usize): void {
  for (let i: usize = 0; i < m; i++) {
    const value = load<T>(values + i * sizeof<T>());
    let low: usize = 0;
    let size = n;
    while (size > 0) {
      const half = size >> 1;
      const element = load<T>(sorted + (low + half) * sizeof<T>());
      const goesBehind = right ? !less<T>(value, element) : less<T>(element, value);
      low = goesBehind ? low + half + 1 : low;
      size = goesBehind ? size - half - 1 : half;
    }
    store<i32>(out + (i << 2), low as i32);
  }
}

@inline
function less<T>(a: T, b: T): bool {
  if (!isFloat<T>()) return a < b;
  return a < b || (b != b && a == a);
}
