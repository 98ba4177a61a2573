// Any matrix to upper bidiagonal form, f64.

import { addScaled, dotRow } from "./gemm-small";
import { reflector } from "./qr";
import { multiplyAdd, sumLanes } from "./simd";

/**
 * UᵀAV = B for A (m×n row-major, m ≥ n), which is overwritten: `d` and `e` receive B's diagonal and
 * superdiagonal (n and n − 1 numbers). Reflector k from the left stands in row k of `left` (n×m) from place k on,
 * reflector k from the right in row k of `right` (n×n) from place k + 1 on; both begin with 1.
 * `tauLeft` and `tauRight` have n numbers, `scratch` m + n.
 *
 * Two passes over what is left of A a step: each subtracts one half of the update before and multiplies by the
 * vector of the next.
 */
export function bidiagonalize(
  m: usize,
  n: usize,
  a: usize,
  d: usize,
  e: usize,
  left: usize,
  tauLeft: usize,
  right: usize,
  tauRight: usize,
  scratch: usize,
): void {
  const y = scratch;
  const w = y + (m << 3);
  memory.fill(y, 0, m << 3);
  memory.fill(left, 0, (n * m) << 3);
  memory.fill(right, 0, (n * n) << 3);
  for (let k: usize = 0; k < n; k++) {
    const rows = m - k;
    const columns = n - k - 1;
    const v = left + ((k * m + k) << 3);
    const corner = a + ((k * n + k) << 3);
    // Column k with the update from the right of the step before, whose vector begins with 1.
    for (let i: usize = 0; i < rows; i++) {
      store<f64>(v + (i << 3), load<f64>(corner + ((i * n) << 3)) - load<f64>(y + ((k + i) << 3)));
    }
    const tau = reflector(rows, v);
    store<f64>(tauLeft + (k << 3), tau);
    store<f64>(d + (k << 3), load<f64>(v));
    store<f64>(v, 1);
    store<f64>(tauRight + (k << 3), 0);
    if (columns == 0) continue;
    const rest = corner + 8;
    // The first entry of the vector before belongs to column k, the others to the rest.
    const u = k == 0 ? w : right + (((k - 1) * n + k + 1) << 3);
    memory.fill(w, 0, columns << 3);
    subtractAndGather(rows, columns, rest, n, y + (k << 3), u, v, w);
    for (let j: usize = 0; j < columns; j++) store<f64>(w + (j << 3), tau * load<f64>(w + (j << 3)));
    const row = right + ((k * n + k + 1) << 3);
    memory.copy(row, rest, columns << 3);
    addScaled<f64>(columns, -1, w, row);
    const tauR = reflector(columns, row);
    store<f64>(tauRight + (k << 3), tauR);
    store<f64>(e + (k << 3), load<f64>(row));
    store<f64>(row, 1);
    const below = rest + (n << 3);
    subtractAndMultiply(rows - 1, columns, below, n, v + 8, w, row, tauR, y + ((k + 1) << 3));
  }
}

/** Aᵢ −= yᵢ·u for every row, and w += Σ vᵢ·Aᵢ. With y = 0 the vector u is not trusted to hold numbers. */
function subtractAndGather(
  rows: usize,
  columns: usize,
  a: usize,
  lda: usize,
  y: usize,
  u: usize,
  v: usize,
  w: usize,
): void {
  const row = lda << 3;
  const even = (columns & ~1) << 3;
  let i: usize = 0;
  for (; i + 4 <= rows; i += 4) {
    const y0 = f64x2.neg(v128.load64_splat(y + (i << 3)));
    const y1 = f64x2.neg(v128.load64_splat(y + (i << 3), 8));
    const y2 = f64x2.neg(v128.load64_splat(y + (i << 3), 16));
    const y3 = f64x2.neg(v128.load64_splat(y + (i << 3), 24));
    const v0 = v128.load64_splat(v + (i << 3));
    const v1 = v128.load64_splat(v + (i << 3), 8);
    const v2 = v128.load64_splat(v + (i << 3), 16);
    const v3 = v128.load64_splat(v + (i << 3), 24);
    let p = a + i * row;
    for (let j: usize = 0; j < even; j += 16, p += 16) {
      const uj = v128.load(u + j);
      let sum = v128.load(w + j);
      const x0 = multiplyAdd<f64>(y0, uj, v128.load(p));
      v128.store(p, x0);
      sum = multiplyAdd<f64>(v0, x0, sum);
      const x1 = multiplyAdd<f64>(y1, uj, v128.load(p + row));
      v128.store(p + row, x1);
      sum = multiplyAdd<f64>(v1, x1, sum);
      const x2 = multiplyAdd<f64>(y2, uj, v128.load(p + 2 * row));
      v128.store(p + 2 * row, x2);
      sum = multiplyAdd<f64>(v2, x2, sum);
      const x3 = multiplyAdd<f64>(y3, uj, v128.load(p + 3 * row));
      v128.store(p + 3 * row, x3);
      v128.store(w + j, multiplyAdd<f64>(v3, x3, sum));
    }
    if (even >> 3 < columns) {
      for (let r: usize = 0; r < 4; r++) lastColumn(a + (i + r) * row + even, y + ((i + r) << 3), u + even, v + ((i + r) << 3), w + even);
    }
  }
  for (; i < rows; i++) {
    addScaled<f64>(columns, -load<f64>(y + (i << 3)), u, a + i * row);
    addScaled<f64>(columns, load<f64>(v + (i << 3)), a + i * row, w);
  }
}

@inline
function lastColumn(a: usize, y: usize, u: usize, v: usize, w: usize): void {
  const x = load<f64>(a) - load<f64>(y) * load<f64>(u);
  store<f64>(a, x);
  store<f64>(w, load<f64>(w) + load<f64>(v) * x);
}

/** Aᵢ −= vᵢ·w for every row, and yᵢ = tau·Aᵢ·u. */
function subtractAndMultiply(
  rows: usize,
  columns: usize,
  a: usize,
  lda: usize,
  v: usize,
  w: usize,
  u: usize,
  tau: f64,
  y: usize,
): void {
  const row = lda << 3;
  const even = (columns & ~1) << 3;
  let i: usize = 0;
  for (; i + 4 <= rows; i += 4) {
    const v0 = f64x2.neg(v128.load64_splat(v + (i << 3)));
    const v1 = f64x2.neg(v128.load64_splat(v + (i << 3), 8));
    const v2 = f64x2.neg(v128.load64_splat(v + (i << 3), 16));
    const v3 = f64x2.neg(v128.load64_splat(v + (i << 3), 24));
    let s0 = f64x2.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let p = a + i * row;
    for (let j: usize = 0; j < even; j += 16, p += 16) {
      const wj = v128.load(w + j);
      const uj = v128.load(u + j);
      const x0 = multiplyAdd<f64>(v0, wj, v128.load(p));
      v128.store(p, x0);
      s0 = multiplyAdd<f64>(x0, uj, s0);
      const x1 = multiplyAdd<f64>(v1, wj, v128.load(p + row));
      v128.store(p + row, x1);
      s1 = multiplyAdd<f64>(x1, uj, s1);
      const x2 = multiplyAdd<f64>(v2, wj, v128.load(p + 2 * row));
      v128.store(p + 2 * row, x2);
      s2 = multiplyAdd<f64>(x2, uj, s2);
      const x3 = multiplyAdd<f64>(v3, wj, v128.load(p + 3 * row));
      v128.store(p + 3 * row, x3);
      s3 = multiplyAdd<f64>(x3, uj, s3);
    }
    let t0 = sumLanes<f64>(s0);
    let t1 = sumLanes<f64>(s1);
    let t2 = sumLanes<f64>(s2);
    let t3 = sumLanes<f64>(s3);
    if (even >> 3 < columns) {
      const wj = load<f64>(w + even);
      const uj = load<f64>(u + even);
      t0 += entry(p, load<f64>(v + (i << 3)) * wj) * uj;
      t1 += entry(p + row, load<f64>(v + (i << 3), 8) * wj) * uj;
      t2 += entry(p + 2 * row, load<f64>(v + (i << 3), 16) * wj) * uj;
      t3 += entry(p + 3 * row, load<f64>(v + (i << 3), 24) * wj) * uj;
    }
    store<f64>(y + (i << 3), tau * t0);
    store<f64>(y + (i << 3), tau * t1, 8);
    store<f64>(y + (i << 3), tau * t2, 16);
    store<f64>(y + (i << 3), tau * t3, 24);
  }
  for (; i < rows; i++) {
    addScaled<f64>(columns, -load<f64>(v + (i << 3)), w, a + i * row);
    store<f64>(y + (i << 3), tau * dotRow<f64>(columns, a + i * row, u));
  }
}

@inline
function entry(at: usize, less: f64): f64 {
  const value = load<f64>(at) - less;
  store<f64>(at, value);
  return value;
}
