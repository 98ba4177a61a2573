// LU with partial pivoting by halves of the columns, after Toledo (1997), SIAM J. Matrix Anal. Appl. 18(4).

import { addScaled } from "./gemm-small";
import { multiplyInto, multiplyIntoBytes } from "./gemm";
import { solveLeft } from "./triangular";

/** Panels of so many columns are factored in a copy by columns, where a pivot's search is contiguous. */
const PANEL: usize = 8;

/** Bytes of scratch memory that `lu` needs. */
export function luScratchBytes(m: usize, n: usize): usize {
  return m * PANEL * 8 + multiplyIntoBytes(m, n, min(m, n));
}

/**
 * P·A = L·U with partial pivoting, in place (m×n, row-major f64): U on and above the diagonal, L below it
 * (its diagonal is 1). `pivots` (i32) receives, for each of the min(m, n) steps, the row that changed places
 * with it.
 * @returns −1, or the first column without a pivot other than 0; the rest is still factored
 */
export function lu(m: usize, n: usize, a: usize, pivots: usize, scratch: usize): isize {
  const k = min(m, n);
  if (k == 0) return -1;
  const panel = scratch;
  const forProducts = scratch + m * PANEL * 8;
  const singular = factor(m, k, a, n, pivots, panel, forProducts);
  if (n > k) {
    const right = a + (k << 3);
    exchange(k, n - k, right, n, pivots);
    solveLeft(true, true, k, n - k, a, n, 1, right, n, forProducts);
  }
  return singular;
}

/** The same for m ≥ n and rows `lda` apart. */
function factor(
  m: usize,
  n: usize,
  a: usize,
  lda: usize,
  pivots: usize,
  panel: usize,
  scratch: usize,
): isize {
  if (n <= PANEL) return factorPanel(m, n, a, lda, pivots, panel);
  const first = ((n >> 1) + 7) & ~7;
  const rest = n - first;
  const singular = factor(m, first, a, lda, pivots, panel, scratch);
  const a12 = a + (first << 3);
  const a21 = a + ((first * lda) << 3);
  const a22 = a21 + (first << 3);
  exchange(first, rest, a12, lda, pivots);
  solveLeft(true, true, first, rest, a, lda, 1, a12, lda, scratch);
  multiplyInto(true, false, m - first, rest, first, a21, lda, 1, a12, lda, 1, a22, lda, scratch);
  const later = pivots + (first << 2);
  const singularLater = factor(m - first, rest, a22, lda, later, panel, scratch);
  exchange(rest, first, a21, lda, later);
  for (let i: usize = 0; i < rest; i++) {
    store<i32>(later + (i << 2), load<i32>(later + (i << 2)) + (first as i32));
  }
  if (singular >= 0) return singular;
  return singularLater >= 0 ? singularLater + (first as isize) : -1;
}

/** Exchanges rows i and pivots[i], for i = 0, 1, …, steps − 1, of n columns. */
export function exchange(steps: usize, n: usize, a: usize, lda: usize, pivots: usize): void {
  for (let i: usize = 0; i < steps; i++) {
    const other = load<i32>(pivots + (i << 2)) as usize;
    if (other != i) swapRows(n, a + ((i * lda) << 3), a + ((other * lda) << 3));
  }
}

function swapRows(n: usize, x: usize, y: usize): void {
  let i: usize = 0;
  for (; i + 2 <= n; i += 2, x += 16, y += 16) {
    const pair = v128.load(x);
    v128.store(x, v128.load(y));
    v128.store(y, pair);
  }
  if (i < n) {
    const value = load<f64>(x);
    store<f64>(x, load<f64>(y));
    store<f64>(y, value);
  }
}

function factorPanel(
  m: usize,
  n: usize,
  a: usize,
  lda: usize,
  pivots: usize,
  panel: usize,
): isize {
  copyIn(m, n, a, lda, panel);
  let singular: isize = -1;
  const column = m << 3;
  for (let k: usize = 0; k < n; k++) {
    const x = panel + k * column;
    const best = pivotRow(m, k, x);
    store<i32>(pivots + (k << 2), best as i32);
    const pivot = load<f64>(x + (best << 3));
    // Written so that NaN counts as no pivot.
    if (!(abs(pivot) > 0)) {
      if (singular < 0) singular = k as isize;
      continue;
    }
    if (best != k) {
      for (let j: usize = 0; j < n; j++) swapEntries(panel + j * column + (k << 3), panel + j * column + (best << 3));
    }
    for (let i = k + 1; i < m; i++) store<f64>(x + (i << 3), load<f64>(x + (i << 3)) / pivot);
    const below = m - k - 1;
    const from = x + ((k + 1) << 3);
    for (let j = k + 1; j < n; j++) {
      const to = panel + j * column + (k << 3);
      const factor = load<f64>(to);
      if (factor != 0) addScaled<f64>(below, -factor, from, to + 8);
    }
  }
  copyOut(m, n, a, lda, panel);
  return singular;
}

function pivotRow(m: usize, k: usize, x: usize): usize {
  let best = k;
  let largest = abs(load<f64>(x + (k << 3)));
  for (let i = k + 1; i < m; i++) {
    const size = abs(load<f64>(x + (i << 3)));
    if (size > largest) {
      largest = size;
      best = i;
    }
  }
  return best;
}

function swapEntries(x: usize, y: usize): void {
  const value = load<f64>(x);
  store<f64>(x, load<f64>(y));
  store<f64>(y, value);
}

function copyIn(m: usize, n: usize, a: usize, lda: usize, panel: usize): void {
  for (let i: usize = 0; i < m; i++) {
    const row = a + ((i * lda) << 3);
    for (let j: usize = 0; j < n; j++) store<f64>(panel + ((j * m + i) << 3), load<f64>(row + (j << 3)));
  }
}

function copyOut(m: usize, n: usize, a: usize, lda: usize, panel: usize): void {
  for (let i: usize = 0; i < m; i++) {
    const row = a + ((i * lda) << 3);
    for (let j: usize = 0; j < n; j++) store<f64>(row + (j << 3), load<f64>(panel + ((j * m + i) << 3)));
  }
}
