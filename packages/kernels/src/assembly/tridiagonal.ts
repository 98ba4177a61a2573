// Symmetric matrices to tridiagonal form, f64.

import { applyBlock, BLOCK, blockTriangle } from "./block-reflector";
import { addScaled, dotRow } from "./gemm-small";
import { hypot2, norm2 } from "./qr";
import { multiplyAdd, sumLanes } from "./simd";

/**
 * QᵀAQ = T for symmetric A (n×n, row-major; its lower triangle is read and overwritten): T has the diagonal
 * `d` and the subdiagonal `e` (n − 1 numbers), Q = H(n−1)⋯H(1), and row i of A keeps the reflector of H(i) in its
 * first i places, whose last is 1. `tau` has n numbers, `scratch` 2n.
 *
 * The rows go from the last to the first. Each pass over what is left of A subtracts the update of the step
 * before and multiplies by the vector of this one, so that A is read once a step.
 */
export function tridiagonalize(
  n: usize,
  a: usize,
  d: usize,
  e: usize,
  tau: usize,
  scratch: usize,
): void {
  if (n == 0) return;
  const row = n << 3;
  let w = scratch;
  let next = scratch + row;
  let v: usize = 0;
  for (let i = n - 1; i > 0; i--) {
    const ai = a + i * row;
    if (v != 0) {
      addScaled<f64>(i + 1, -load<f64>(v + (i << 3)), w, ai);
      addScaled<f64>(i + 1, -load<f64>(w + (i << 3)), v, ai);
    } else {
      memory.fill(w, 0, row);
    }
    store<f64>(d + (i << 3), load<f64>(ai + (i << 3)));
    const t = reflectorBehind(i, ai, e + ((i - 1) << 3));
    store<f64>(tau + (i << 3), t);
    memory.fill(next, 0, i << 3);
    updateAndMultiply(i, a, row, v == 0 ? w : v, w, ai, next);
    // w = p − ½·tau·(p·v)·v with p = tau·A·v.
    const half = 0.5 * t * t * dotRow<f64>(i, next, ai);
    scale(i, t, next);
    addScaled<f64>(i, -half, ai, next);
    v = ai;
    const free = w;
    w = next;
    next = free;
  }
  const first = load<f64>(a);
  store<f64>(d, v == 0 ? first : first - 2 * load<f64>(v) * load<f64>(w));
  store<f64>(tau, 0);
}

/**
 * Overwrites x (n numbers) with the reflector that maps it to (0, …, 0, beta), whose last entry is 1.
 * Stores beta. @returns tau
 */
function reflectorBehind(n: usize, x: usize, beta: usize): f64 {
  const last = x + ((n - 1) << 3);
  const alpha = load<f64>(last);
  const rest = n > 1 ? norm2(n - 1, x) : 0;
  if (rest == 0) {
    store<f64>(beta, alpha);
    store<f64>(last, 1);
    return 0;
  }
  const size = -copysign(hypot2(alpha, rest), alpha);
  scale(n - 1, 1 / (alpha - size), x);
  store<f64>(last, 1);
  store<f64>(beta, size);
  return (size - alpha) / size;
}

function scale(n: usize, s: f64, x: usize): void {
  for (let i: usize = 0; i < n; i++) store<f64>(x + (i << 3), s * load<f64>(x + (i << 3)));
}

/** On the lower triangle of A (n×n, rows `row` bytes apart): A −= v·wᵀ + w·vᵀ, then y += A·u. */
function updateAndMultiply(
  n: usize,
  a: usize,
  row: usize,
  v: usize,
  w: usize,
  u: usize,
  y: usize,
): void {
  let i: usize = 0;
  for (; i + 2 <= n; i += 2) twoRows(i, a + i * row, row, v, w, u, y);
  if (i < n) oneRow(i, a + i * row, v, w, u, y);
}

function twoRows(i: usize, a: usize, row: usize, v: usize, w: usize, u: usize, y: usize): void {
  const at = i << 3;
  const v0 = f64x2.neg(v128.load64_splat(v + at));
  const v1 = f64x2.neg(v128.load64_splat(v + at, 8));
  const w0 = f64x2.neg(v128.load64_splat(w + at));
  const w1 = f64x2.neg(v128.load64_splat(w + at, 8));
  const u0 = v128.load64_splat(u + at);
  const u1 = v128.load64_splat(u + at, 8);
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  const b = a + row;
  // i is even: whole pairs of columns.
  for (let j: usize = 0; j < at; j += 16) {
    const vj = v128.load(v + j);
    const wj = v128.load(w + j);
    const uj = v128.load(u + j);
    const x0 = multiplyAdd<f64>(w0, vj, multiplyAdd<f64>(v0, wj, v128.load(a + j)));
    const x1 = multiplyAdd<f64>(w1, vj, multiplyAdd<f64>(v1, wj, v128.load(b + j)));
    v128.store(a + j, x0);
    v128.store(b + j, x1);
    s0 = multiplyAdd<f64>(x0, uj, s0);
    s1 = multiplyAdd<f64>(x1, uj, s1);
    v128.store(y + j, multiplyAdd<f64>(u1, x1, multiplyAdd<f64>(u0, x0, v128.load(y + j))));
  }
  const p = corner(i, i, a, v, w);
  const q = corner(i + 1, i, b, v, w);
  const r = corner(i + 1, i + 1, b, v, w);
  const u0i = load<f64>(u + at);
  const u1i = load<f64>(u + at, 8);
  store<f64>(y + at, load<f64>(y + at) + sumLanes<f64>(s0) + p * u0i + q * u1i);
  store<f64>(y + at, load<f64>(y + at, 8) + sumLanes<f64>(s1) + q * u0i + r * u1i, 8);
}

function oneRow(i: usize, a: usize, v: usize, w: usize, u: usize, y: usize): void {
  const at = i << 3;
  addScaled<f64>(i, -load<f64>(v + at), w, a);
  addScaled<f64>(i, -load<f64>(w + at), v, a);
  addScaled<f64>(i, load<f64>(u + at), a, y);
  const p = corner(i, i, a, v, w);
  store<f64>(y + at, load<f64>(y + at) + dotRow<f64>(i, a, u) + p * load<f64>(u + at));
}

/** Updates and returns the entry (i, j) of the row at `a`. */
@inline
function corner(i: usize, j: usize, a: usize, v: usize, w: usize): f64 {
  const to = a + (j << 3);
  const value = load<f64>(to) -
    load<f64>(v + (i << 3)) * load<f64>(w + (j << 3)) -
    load<f64>(w + (i << 3)) * load<f64>(v + (j << 3));
  store<f64>(to, value);
  return value;
}

/**
 * Multiplies the vectors that are the rows of Z (n×n) by the Q of `tridiagonalize`.
 * `scratch` has blockScratchBytes(n, n).
 */
export function applyTridiagonalQ(n: usize, a: usize, tau: usize, z: usize, scratch: usize): void {
  for (let low: usize = 1; low < n; low += BLOCK) {
    const count = min(BLOCK, n - low);
    const length = low + count - 1;
    const vt = scratch;
    const t = vt + ((count * length) << 3);
    const taus = t + ((count * count) << 3);
    const work = taus + (count << 3);
    // H(high)⋯H(low): the last reflector comes first.
    for (let i: usize = 0; i < count; i++) {
      const from = length - i;
      const to = vt + ((i * length) << 3);
      memory.copy(to, a + ((from * n) << 3), from << 3);
      memory.fill(to + (from << 3), 0, (length - from) << 3);
      store<f64>(taus + (i << 3), load<f64>(tau + (from << 3)));
    }
    blockTriangle(count, length, vt, taus, t);
    applyBlock(true, n, length, count, vt, t, z, n, work);
  }
}
