// Householder QR on a matrix stored by columns (each column contiguous), f64.

import { addScaled, dotRow } from "./gemm-small";

/**
 * A·P = Q·R in place for A (m×n, column-major): R on and above the diagonal, the reflectors
 * v = (1, below the diagonal) under it, H = I − tau·v·vᵀ with `tau` (min(m, n) numbers).
 * Each step takes the column with the largest remaining norm, and `order` (n i32) receives which column of A
 * stands where; `norms` is scratch for 2n numbers.
 */
export function qrPivoted(
  m: usize,
  n: usize,
  a: usize,
  tau: usize,
  order: usize,
  norms: usize,
): void {
  const column = m << 3;
  for (let j: usize = 0; j < n; j++) {
    const norm = norm2(m, a + j * column);
    store<i32>(order + (j << 2), j as i32);
    store<f64>(norms + (j << 3), norm);
    store<f64>(norms + ((n + j) << 3), norm);
  }
  const steps = min(m, n);
  for (let k: usize = 0; k < steps; k++) {
    bringLargest(m, n, k, a, order, norms);
    const diagonal = a + k * column + (k << 3);
    const t = reflector(m - k, diagonal);
    store<f64>(tau + (k << 3), t);
    for (let j = k + 1; j < n; j++) {
      const to = a + j * column + (k << 3);
      applyReflector(m - k, diagonal, t, to);
      downdate(m, n, k, j, a, norms);
    }
  }
}

/** Below this 1/x may overflow. */
const TINY: f64 = 1e-290;
/** 2⁶⁰⁰, and back. */
const UP: f64 = 4.149515568880993e180;
const DOWN: f64 = 2.409919865102884e-181;

/** Overwrites x (n numbers) with the reflector that maps it to (beta, 0, …), beta first. @returns tau */
export function reflector(n: usize, x: usize): f64 {
  const alpha = load<f64>(x);
  const rest = n > 1 ? norm2(n - 1, x + 8) : 0;
  if (rest == 0) return 0;
  const beta = -copysign(hypot2(alpha, rest), alpha);
  if (abs(beta) < TINY) {
    // What is left of a matrix of low rank shrinks by 1e-16 a step, down to the smallest numbers there are.
    for (let i: usize = 0; i < n; i++) store<f64>(x + (i << 3), load<f64>(x + (i << 3)) * UP);
    const tau = reflector(n, x);
    store<f64>(x, load<f64>(x) * DOWN);
    return tau;
  }
  const scale = 1 / (alpha - beta);
  for (let i: usize = 1; i < n; i++) store<f64>(x + (i << 3), load<f64>(x + (i << 3)) * scale);
  store<f64>(x, beta);
  return (beta - alpha) / beta;
}

/** y = (I − tau·v·vᵀ)·y with v = (1, v[1], …). */
export function applyReflector(n: usize, v: usize, tau: f64, y: usize): void {
  if (tau == 0) return;
  const s = tau * (load<f64>(y) + dotRow<f64>(n - 1, v + 8, y + 8));
  store<f64>(y, load<f64>(y) - s);
  addScaled<f64>(n - 1, -s, v + 8, y + 8);
}

function bringLargest(m: usize, n: usize, k: usize, a: usize, order: usize, norms: usize): void {
  let best = k;
  for (let j = k + 1; j < n; j++) {
    if (load<f64>(norms + (j << 3)) > load<f64>(norms + (best << 3))) best = j;
  }
  if (best == k) return;
  const x = a + ((k * m) << 3);
  const y = a + ((best * m) << 3);
  for (let i: usize = 0; i < m; i++) swap<f64>(x + (i << 3), y + (i << 3));
  swap<i32>(order + (k << 2), order + (best << 2));
  swap<f64>(norms + (k << 3), norms + (best << 3));
  swap<f64>(norms + ((n + k) << 3), norms + ((n + best) << 3));
}

/** Takes row k out of column j's norm, and computes the norm anew where too many digits cancelled. */
function downdate(m: usize, n: usize, k: usize, j: usize, a: usize, norms: usize): void {
  const norm = load<f64>(norms + (j << 3));
  if (norm == 0) return;
  const first = load<f64>(norms + ((n + j) << 3));
  const entry = abs(load<f64>(a + ((j * m + k) << 3))) / norm;
  const left = max<f64>(0, 1 - entry * entry);
  const ratio = norm / first;
  if (left * ratio * ratio <= 1.5e-8) {
    const fresh = m > k + 1 ? norm2(m - k - 1, a + ((j * m + k + 1) << 3)) : 0;
    store<f64>(norms + (j << 3), fresh);
    store<f64>(norms + ((n + j) << 3), fresh);
  } else {
    store<f64>(norms + (j << 3), norm * sqrt(left));
  }
}

@inline
function swap<T>(x: usize, y: usize): void {
  const value = load<T>(x);
  store<T>(x, load<T>(y));
  store<T>(y, value);
}

/** √Σ xᵢ², scaled where the plain sum would overflow or vanish. */
export function norm2(n: usize, x: usize): f64 {
  const plain = dotRow<f64>(n, x, x);
  if (plain > 1e-280 && plain < 1e280) return sqrt(plain);
  let largest: f64 = 0;
  for (let i: usize = 0; i < n; i++) largest = max(largest, abs(load<f64>(x + (i << 3))));
  if (largest == 0 || !(largest < Infinity)) return largest;
  let total: f64 = 0;
  for (let i: usize = 0; i < n; i++) {
    const part = load<f64>(x + (i << 3)) / largest;
    total += part * part;
  }
  return largest * sqrt(total);
}

export function hypot2(x: f64, y: f64): f64 {
  const large = max(abs(x), abs(y));
  const ratio = min(abs(x), abs(y)) / large;
  return large * sqrt(1 + ratio * ratio);
}
