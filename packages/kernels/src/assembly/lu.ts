import { addScaled } from "./gemm-small";

/**
 * P·A = L·U with partial pivoting, in place (n×n, row-major f64): U on and above the diagonal, L below it
 * (its diagonal is 1). `pivots` (i32) receives, for each step, the row that changed places with it.
 * @returns −1, or the first column without a pivot other than 0 (A is singular); the rest is still factored
 */
export function lu(n: usize, a: usize, pivots: usize): isize {
  const row = n << 3;
  let singular: isize = -1;
  for (let k: usize = 0; k < n; k++) {
    let best = k;
    let largest: f64 = abs(load<f64>(a + k * row + (k << 3)));
    for (let i = k + 1; i < n; i++) {
      const size = abs(load<f64>(a + i * row + (k << 3)));
      if (size > largest) {
        largest = size;
        best = i;
      }
    }
    store<i32>(pivots + (k << 2), best as i32);
    // Written so that NaN counts as no pivot.
    if (!(largest > 0)) {
      if (singular < 0) singular = k as isize;
      continue;
    }
    const ak = a + k * row;
    if (best != k) swapRows(n, ak, a + best * row);
    const pivot = load<f64>(ak + (k << 3));
    for (let i = k + 1; i < n; i++) {
      const ai = a + i * row;
      const factor = load<f64>(ai + (k << 3)) / pivot;
      store<f64>(ai + (k << 3), factor);
      if (factor != 0) addScaled<f64>(n - k - 1, -factor, ak + ((k + 1) << 3), ai + ((k + 1) << 3));
    }
  }
  return singular;
}

function swapRows(n: usize, x: usize, y: usize): void {
  for (let i: usize = 0; i < n; i++) {
    const value = load<f64>(x + (i << 3));
    store<f64>(x + (i << 3), load<f64>(y + (i << 3)));
    store<f64>(y + (i << 3), value);
  }
}
