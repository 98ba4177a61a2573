// Eigenvectors of a quasi-triangular matrix (blocks of 1 and 2 on the diagonal), by back substitution.

import { dotRow } from "./gemm-small";

@inline
function at(h: usize, n: usize, i: usize, j: usize): f64 {
  return load<f64>(h + ((i * n + j) << 3));
}

@inline
function get(x: usize, i: usize): f64 {
  return load<f64>(x + (i << 3));
}

@inline
function put(x: usize, i: usize, value: f64): void {
  store<f64>(x + (i << 3), value);
}

/**
 * Row k of X (n×n) receives the eigenvector of the k-th eigenvalue re + i·im; for a pair, whose positive imaginary part
 * comes first, row k the real and row k + 1 the imaginary part of the first one's vector.
 */
export function quasiTriangularVectors(n: usize, h: usize, re: usize, im: usize, x: usize): void {
  memory.fill(x, 0, (n * n) << 3);
  let size: f64 = 0;
  for (let i: usize = 0; i < n; i++) {
    for (let j: usize = i == 0 ? 0 : i - 1; j < n; j++) size += abs(at(h, n, i, j));
  }
  const least = max(f64.EPSILON * size, 1e-290);
  for (let k: usize = 0; k < n; k++) {
    const imaginary = get(im, k);
    if (imaginary == 0) realVector(n, h, re, im, k, x + ((k * n) << 3), least);
    else if (imaginary > 0) complexVector(n, h, re, im, k + 1, x + ((k * n) << 3), least);
  }
}

/** (H − p)·x = 0 with x = 1 at place k. */
function realVector(
  n: usize,
  h: usize,
  re: usize,
  im: usize,
  k: usize,
  x: usize,
  least: f64,
): void {
  const p = get(re, k);
  put(x, k, 1);
  for (let i = k; i > 0; ) {
    i -= 1;
    if (get(im, i) < 0) {
      // Rows i − 1 and i together.
      const a = at(h, n, i - 1, i - 1) - p;
      const d = at(h, n, i, i) - p;
      const b = at(h, n, i - 1, i);
      const c = at(h, n, i, i - 1);
      const count = k - i;
      const r = -dotRow<f64>(count, h + (((i - 1) * n + i + 1) << 3), x + ((i + 1) << 3));
      const s = -dotRow<f64>(count, h + ((i * n + i + 1) << 3), x + ((i + 1) << 3));
      solvePair(a, b, c, d, r, s, least, x, i);
      i -= 1;
    } else {
      const r = -dotRow<f64>(k - i, h + ((i * n + i + 1) << 3), x + ((i + 1) << 3));
      const w = at(h, n, i, i) - p;
      put(x, i, r / (abs(w) < least ? copysign(least, w) : w));
    }
    keepSmall(k + 1, i, x, 0);
  }
}

/** (H − p − iq)·(x + iy) = 0 for the block of 2 that ends at place k; y follows x by n numbers. */
function complexVector(
  n: usize,
  h: usize,
  re: usize,
  im: usize,
  k: usize,
  x: usize,
  least: f64,
): void {
  const y = x + (n << 3);
  const p = get(re, k - 1);
  const q = get(im, k - 1);
  // From the row of the block with the larger coupling.
  const b = at(h, n, k - 1, k);
  const c = at(h, n, k, k - 1);
  put(x, k, 1);
  put(y, k, 0);
  if (abs(c) > abs(b)) {
    put(x, k - 1, (p - at(h, n, k, k)) / c);
    put(y, k - 1, q / c);
  } else {
    // x[k − 1] = −b / (a − p − iq)
    const a = at(h, n, k - 1, k - 1) - p;
    const size = a * a + q * q;
    put(x, k - 1, (-b * a) / size);
    put(y, k - 1, (-b * q) / size);
  }
  for (let i = k - 1; i > 0; ) {
    i -= 1;
    const count = k - i;
    const tail = (i + 1) << 3;
    const row = h + ((i * n) << 3);
    const r = -dotRow<f64>(count, row + tail, x + tail);
    const s = -dotRow<f64>(count, row + tail, y + tail);
    if (get(im, i) < 0) {
      const up = row - (n << 3);
      const t = -dotRow<f64>(count, up + tail, x + tail);
      const u = -dotRow<f64>(count, up + tail, y + tail);
      const a = at(h, n, i - 1, i - 1) - p;
      const d = at(h, n, i, i) - p;
      const bi = at(h, n, i - 1, i);
      const ci = at(h, n, i, i - 1);
      solveComplexPair(a, bi, ci, d, q, t, u, r, s, least, x, y, i);
      i -= 1;
    } else {
      let w = at(h, n, i, i) - p;
      if (w == 0 && abs(q) < least) w = least;
      divide(r, s, w, -q, x, y, i);
    }
    keepSmall(k + 1, i, x, y);
  }
}

/**
 * Two equations (a b; c d)·(x[i − 1], x[i]) = (r, s). The largest entry is the pivot: in a block whose eigenvalues
 * nearly coincide, Cramer's rule would leave a residual far above rounding.
 */
function solvePair(
  a: f64,
  b: f64,
  c: f64,
  d: f64,
  r: f64,
  s: f64,
  least: f64,
  x: usize,
  i: usize,
): void {
  const below = max(abs(c), abs(d)) > max(abs(a), abs(b));
  const p0 = below ? c : a;
  const p1 = below ? d : b;
  const o0 = below ? a : c;
  const o1 = below ? b : d;
  const near = below ? s : r;
  const other = below ? r : s;
  const right = abs(p1) > abs(p0);
  let pivot = right ? p1 : p0;
  if (abs(pivot) < least) pivot = copysign(least, pivot);
  const beside = right ? p0 : p1;
  const factor = (right ? o1 : o0) / pivot;
  const w = (right ? o0 : o1) - factor * beside;
  const value = (other - factor * near) / (abs(w) < least ? copysign(least, w) : w);
  put(x, right ? i - 1 : i, value);
  put(x, right ? i : i - 1, (near - beside * value) / pivot);
}

/** The same for (a − iq, b; c, d − iq) and the right-hand sides t + iu and r + is. */
function solveComplexPair(
  a: f64,
  b: f64,
  c: f64,
  d: f64,
  q: f64,
  t: f64,
  u: f64,
  r: f64,
  s: f64,
  least: f64,
  x: usize,
  y: usize,
  i: usize,
): void {
  const below = max(abs(c), abs(d) + abs(q)) > max(abs(a) + abs(q), abs(b));
  const right = below ? abs(d) + abs(q) > abs(c) : abs(b) > abs(a) + abs(q);
  // Of the four entries those on the diagonal have the imaginary part −q.
  const diagonal = below == right;
  let pivot = below ? (right ? d : c) : right ? b : a;
  const pivotIm = diagonal ? -q : 0;
  if (abs(pivot) + abs(pivotIm) < least) pivot = copysign(least, pivot);
  const beside = below ? (right ? c : d) : right ? a : b;
  const besideIm = diagonal ? 0 : -q;
  const across = below ? (right ? b : a) : right ? d : c;
  const acrossIm = diagonal ? 0 : -q;
  const opposite = below ? (right ? a : b) : right ? c : d;
  const oppositeIm = diagonal ? -q : 0;
  const near = below ? r : t;
  const nearIm = below ? s : u;
  const first = right ? i : i - 1;
  const second = right ? i - 1 : i;
  divide(across, acrossIm, pivot, pivotIm, x, y, second);
  const f = get(x, second);
  const g = get(y, second);
  let w = opposite - (f * beside - g * besideIm);
  const wIm = oppositeIm - (f * besideIm + g * beside);
  if (abs(w) + abs(wIm) < least) w = least;
  const other = (below ? t : r) - (f * near - g * nearIm);
  const otherIm = (below ? u : s) - (f * nearIm + g * near);
  divide(other, otherIm, w, wIm, x, y, second);
  const v = get(x, second);
  const z = get(y, second);
  divide(
    near - (beside * v - besideIm * z),
    nearIm - (beside * z + besideIm * v),
    pivot,
    pivotIm,
    x,
    y,
    first,
  );
}

/** x[i] + i·y[i] = (a + bi)/(c + di), by Smith's method. */
function divide(a: f64, b: f64, c: f64, d: f64, x: usize, y: usize, i: usize): void {
  if (abs(c) >= abs(d)) {
    const r = d / c;
    const size = c + d * r;
    put(x, i, (a + b * r) / size);
    put(y, i, (b - a * r) / size);
  } else {
    const r = c / d;
    const size = d + c * r;
    put(x, i, (a * r + b) / size);
    put(y, i, (b * r - a) / size);
  }
}

/** Scales a vector down whose entry i has grown, so that nothing overflows. */
function keepSmall(end: usize, i: usize, x: usize, y: usize): void {
  let largest = abs(get(x, i));
  if (i + 1 < end) largest = max(largest, abs(get(x, i + 1)));
  if (y != 0) largest = max(largest, abs(get(y, i)));
  if (largest < 1e100) return;
  for (let j = i; j < end; j++) {
    put(x, j, get(x, j) / largest);
    if (y != 0) put(y, j, get(y, j) / largest);
  }
}
