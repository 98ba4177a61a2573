// Francis' QR algorithm with double shifts on a Hessenberg matrix (n×n row-major f64).
// After Golub and Van Loan (2013), Matrix Computations, 4th ed., section 7.5, and EISPACK's hqr2.

import { rotatePair } from "./rotate";

const MOST_STEPS = 90;
/** Smaller numbers count as 0: their quotients would overflow. */
const TINY: f64 = 1e-290;

@inline
function at(h: usize, n: usize, i: usize, j: usize): f64 {
  return load<f64>(h + ((i * n + j) << 3));
}

@inline
function put(h: usize, n: usize, i: usize, j: usize, value: f64): void {
  store<f64>(h + ((i * n + j) << 3), value);
}

/**
 * Brings H to quasi-triangular form (blocks of 1 and 2 on the diagonal) and its eigenvalues to `re` and `im`.
 * With q ≠ 0 the rows of Qᵀ are turned along.
 * @returns false if it does not converge
 */
export function hessenbergQr(n: usize, h: usize, q: usize, re: usize, im: usize): bool {
  let size: f64 = 0;
  for (let i: usize = 0; i < n; i++) {
    for (let j: usize = i == 0 ? 0 : i - 1; j < n; j++) size += abs(at(h, n, i, j));
  }
  let high = n;
  let steps = 0;
  while (high > 0) {
    const last = high - 1;
    const low = startOfBlock(n, h, last, size);
    if (low == last) {
      store<f64>(re + (last << 3), at(h, n, last, last));
      store<f64>(im + (last << 3), 0);
      high -= 1;
      steps = 0;
    } else if (low + 1 == last) {
      pair(n, h, q, low, re, im);
      high -= 2;
      steps = 0;
    } else {
      if (steps == MOST_STEPS) return false;
      steps += 1;
      doubleStep(n, h, q, low, last, steps);
    }
  }
  return true;
}

/** Where the block that ends at `last` begins: behind a subdiagonal entry that counts as 0. */
function startOfBlock(n: usize, h: usize, last: usize, size: f64): usize {
  let l = last;
  for (; l > 0; l--) {
    let around = abs(at(h, n, l - 1, l - 1)) + abs(at(h, n, l, l));
    if (around == 0) around = size;
    if (abs(at(h, n, l, l - 1)) <= max(f64.EPSILON * around, TINY)) {
      put(h, n, l, l - 1, 0);
      break;
    }
  }
  return l;
}

/** The eigenvalues of the 2×2 block at k; a real pair is separated by a rotation. */
function pair(n: usize, h: usize, q: usize, k: usize, re: usize, im: usize): void {
  const m = k + 1;
  const x = at(h, n, m, m);
  const w = at(h, n, m, k) * at(h, n, k, m);
  const p = 0.5 * (at(h, n, k, k) - x);
  const discriminant = p * p + w;
  const root = sqrt(abs(discriminant));
  if (discriminant < 0) {
    store<f64>(re + (k << 3), x + p);
    store<f64>(re + (m << 3), x + p);
    store<f64>(im + (k << 3), root);
    store<f64>(im + (m << 3), -root);
    return;
  }
  const z = p >= 0 ? p + root : p - root;
  store<f64>(re + (k << 3), x + z);
  store<f64>(re + (m << 3), z == 0 ? x : x - w / z);
  store<f64>(im + (k << 3), 0);
  store<f64>(im + (m << 3), 0);
  const below = at(h, n, m, k);
  const scale = abs(below) + abs(z);
  if (scale == 0) return;
  const sin = below / scale;
  const cos = z / scale;
  const length = sqrt(sin * sin + cos * cos);
  const s = sin / length;
  const c = cos / length;
  rotatePair(n - k, c, s, h + ((k * n + k) << 3), h + ((m * n + k) << 3));
  for (let i: usize = 0; i <= m; i++) {
    const left = at(h, n, i, k);
    const right = at(h, n, i, m);
    put(h, n, i, k, c * left + s * right);
    put(h, n, i, m, c * right - s * left);
  }
  put(h, n, m, k, 0);
  if (q != 0) rotatePair(n, c, s, q + ((k * n) << 3), q + ((m * n) << 3));
}

/** One double step on the block low … last, with the shifts of its last 2×2, or exceptional ones now and then. */
function doubleStep(n: usize, h: usize, q: usize, low: usize, last: usize, step: i32): void {
  let x = at(h, n, last, last);
  let y = at(h, n, last - 1, last - 1);
  // Two factors, whose product may be too small for a number.
  let left = at(h, n, last, last - 1);
  let right = at(h, n, last - 1, last);
  if (step % 10 == 0) {
    const s = abs(at(h, n, last, last - 1)) + abs(at(h, n, last - 1, last - 2));
    x = x + 0.75 * s;
    y = x;
    left = -0.4375 * s;
    right = s;
  }
  let p: f64 = 0;
  let r: f64 = 0;
  let t: f64 = 0;
  let m = last - 2;
  for (; ; m--) {
    const z = at(h, n, m, m);
    const below = at(h, n, m + 1, m);
    const scale = abs(x - z) + abs(y - z) + abs(below);
    const share = below / scale;
    p = (x - z) * ((y - z) / scale) - left * (right / scale) + share * at(h, n, m, m + 1);
    r = share * (at(h, n, m + 1, m + 1) - z - (x - z) - (y - z));
    t = share * at(h, n, m + 2, m + 1);
    let sum = abs(p) + abs(r) + abs(t);
    if (sum == 0) sum = p = 1;
    p /= sum;
    r /= sum;
    t /= sum;
    if (m == low) break;
    const around = abs(at(h, n, m - 1, m - 1)) + abs(z) + abs(at(h, n, m + 1, m + 1));
    if (abs(at(h, n, m, m - 1)) * (abs(r) + abs(t)) <= f64.EPSILON * abs(p) * around) break;
  }
  for (let i = m + 2; i <= last; i++) {
    put(h, n, i, i - 2, 0);
    if (i > m + 2) put(h, n, i, i - 3, 0);
  }
  for (let k = m; k < last; k++) {
    const three = k + 1 != last;
    let scale: f64 = 1;
    if (k != m) {
      p = at(h, n, k, k - 1);
      r = at(h, n, k + 1, k - 1);
      t = three ? at(h, n, k + 2, k - 1) : 0;
      scale = abs(p) + abs(r) + abs(t);
      if (scale == 0) continue;
      p /= scale;
      r /= scale;
      t /= scale;
    }
    const length = copysign(sqrt(p * p + r * r + t * t), p);
    if (length == 0) continue;
    if (k != m) put(h, n, k, k - 1, -length * scale);
    else if (low != m) put(h, n, k, k - 1, -at(h, n, k, k - 1));
    p += length;
    const v0 = p / length;
    const v1 = r / length;
    const v2 = t / length;
    const u1 = r / p;
    const u2 = t / p;
    reflectThree(n - k, three, h + ((k * n + k) << 3), n, u1, u2, v0, v1, v2);
    const end = min(last, k + 3);
    for (let i: usize = 0; i <= end; i++) {
      let sum = v0 * at(h, n, i, k) + v1 * at(h, n, i, k + 1);
      if (three) {
        sum += v2 * at(h, n, i, k + 2);
        put(h, n, i, k + 2, at(h, n, i, k + 2) - sum * u2);
      }
      put(h, n, i, k, at(h, n, i, k) - sum);
      put(h, n, i, k + 1, at(h, n, i, k + 1) - sum * u1);
    }
    if (q != 0) reflectThree(n, three, q + ((k * n) << 3), n, u1, u2, v0, v1, v2);
  }
}

/** Rows x₀, x₁ (and x₂) −= v·(x₀ + u₁x₁ + u₂x₂). */
function reflectThree(
  count: usize,
  three: bool,
  x: usize,
  ldx: usize,
  u1: f64,
  u2: f64,
  v0: f64,
  v1: f64,
  v2: f64,
): void {
  const y = x + (ldx << 3);
  const z = three ? y + (ldx << 3) : y;
  const c1 = f64x2.splat(u1);
  const c2 = f64x2.splat(three ? u2 : 0);
  const d0 = f64x2.splat(v0);
  const d1 = f64x2.splat(v1);
  const d2 = f64x2.splat(v2);
  const even = (count & ~1) << 3;
  for (let j: usize = 0; j < even; j += 16) {
    const a = v128.load(x + j);
    const b = v128.load(y + j);
    const c = v128.load(z + j);
    const sum = f64x2.add(f64x2.add(a, f64x2.mul(c1, b)), f64x2.mul(c2, c));
    v128.store(x + j, f64x2.sub(a, f64x2.mul(d0, sum)));
    v128.store(y + j, f64x2.sub(b, f64x2.mul(d1, sum)));
    if (three) v128.store(z + j, f64x2.sub(c, f64x2.mul(d2, sum)));
  }
  if (even >> 3 == count) return;
  let sum = load<f64>(x + even) + u1 * load<f64>(y + even);
  if (three) sum += u2 * load<f64>(z + even);
  store<f64>(x + even, load<f64>(x + even) - v0 * sum);
  store<f64>(y + even, load<f64>(y + even) - v1 * sum);
  if (three) store<f64>(z + even, load<f64>(z + even) - v2 * sum);
}
