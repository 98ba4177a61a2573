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
      let det = a * d - b * c;
      if (det == 0) det = least * least;
      put(x, i - 1, (r * d - b * s) / det);
      put(x, i, (a * s - c * r) / det);
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
      // The determinant (a − iq)(d − iq) − bc.
      let dr = a * d - q * q - bi * ci;
      const di = -q * (a + d);
      if (dr == 0 && di == 0) dr = least * (abs(a) + abs(d) + abs(q) + abs(bi) + abs(ci));
      // By Cramer's rule.
      divide(t * d + u * q - bi * r, u * d - t * q - bi * s, dr, di, x, y, i - 1);
      divide(a * r + q * s - ci * t, a * s - q * r - ci * u, dr, di, x, y, i);
      i -= 1;
    } else {
      let w = at(h, n, i, i) - p;
      if (w == 0 && abs(q) < least) w = least;
      divide(r, s, w, -q, x, y, i);
    }
    keepSmall(k + 1, i, x, y);
  }
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
