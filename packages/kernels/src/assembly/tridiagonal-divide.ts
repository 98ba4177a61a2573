// Eigenvectors of a symmetric tridiagonal matrix by divide and conquer.
// After Gu and Eisenstat (1995), SIAM J. Matrix Anal. Appl. 16(1), 172–191.

import { multiplyInto, multiplyIntoBytes } from "./gemm";
import { hypot2 } from "./qr";
import { rotatePair } from "./rotate";
import { secularRoot } from "./secular";
import { tridiagonalQl } from "./tridiagonal-ql";

/** Matrices up to this size are left to QL. */
const SMALL: usize = 24;

// The kinds of vectors at a merge: zero behind the first half, full, zero in it.
const FIRST: i32 = 0;
const FULL: i32 = 1;
const SECOND: i32 = 2;

/** Bytes of scratch memory that `tridiagonalEigen` needs. */
export function tridiagonalScratchBytes(n: usize): usize {
  return (2 * n * n + 5 * n + 8) * 8 + 4 * n * 4 + multiplyIntoBytes(n, n, n);
}

/**
 * The eigenvalues of a symmetric tridiagonal matrix, ascending, in `d` (diagonal), and its eigenvectors as the
 * rows of Z (n×n). `e` (subdiagonal, with room for n) is used up.
 * @returns false if QL does not converge
 */
export function tridiagonalEigen(n: usize, d: usize, e: usize, z: usize, scratch: usize): bool {
  memory.fill(z, 0, (n * n) << 3);
  return divide(n, d, e, z, n, scratch);
}

function divide(n: usize, d: usize, e: usize, z: usize, ldz: usize, scratch: usize): bool {
  if (n <= SMALL) {
    for (let i: usize = 0; i < n; i++) store<f64>(z + ((i * (ldz + 1)) << 3), 1);
    const converged = tridiagonalQl(n, d, e, z, n, ldz);
    sortRows(n, d, z, ldz);
    return converged;
  }
  const first = n >> 1;
  const rest = n - first;
  const coupling = load<f64>(e + ((first - 1) << 3));
  const last = d + ((first - 1) << 3);
  store<f64>(last, load<f64>(last) - abs(coupling));
  store<f64>(last, load<f64>(last, 8) - abs(coupling), 8);
  const d2 = d + (first << 3);
  const z2 = z + ((first * (ldz + 1)) << 3);
  if (!divide(first, d, e, z, ldz, scratch)) return false;
  if (!divide(rest, d2, e + (first << 3), z2, ldz, scratch)) return false;
  merge(n, first, d, coupling, z, ldz, scratch);
  return true;
}

function sortRows(n: usize, d: usize, z: usize, ldz: usize): void {
  for (let i: usize = 0; i + 1 < n; i++) {
    let least = i;
    for (let j = i + 1; j < n; j++) {
      if (load<f64>(d + (j << 3)) < load<f64>(d + (least << 3))) least = j;
    }
    if (least == i) continue;
    swap(d + (i << 3), d + (least << 3));
    for (let k: usize = 0; k < n; k++) swap(z + ((i * ldz + k) << 3), z + ((least * ldz + k) << 3));
  }
}

@inline
function swap(x: usize, y: usize): void {
  const value = load<f64>(x);
  store<f64>(x, load<f64>(y));
  store<f64>(y, value);
}

/**
 * Joins two halves: with their eigenvectors in Z, the matrix is D + |coupling|·u·uᵀ, where u is the last column
 * of the first half's vectors and ± the first column of the second's.
 */
function merge(
  n: usize,
  first: usize,
  d: usize,
  coupling: f64,
  z: usize,
  ldz: usize,
  scratch: usize,
): void {
  const u = scratch;
  const poles = u + (n << 3);
  const weights = poles + (n << 3);
  const values = weights + (n << 3);
  const exact = values + (n << 3);
  const sums = exact + (n << 3);
  const order = sums + 64;
  const kind = order + (n << 2);
  const kept = kind + (n << 2);
  const dropped = kept + (n << 2);
  const s = (dropped + (n << 2) + 15) & ~15;
  const q = s + ((n * n) << 3);
  const products = q + ((n * n) << 3);

  const sign: f64 = coupling < 0 ? -1 : 1;
  const root = Math.SQRT1_2;
  for (let i: usize = 0; i < n; i++) {
    const row = z + ((i * ldz) << 3);
    const entry = i < first ? load<f64>(row + ((first - 1) << 3)) : sign * load<f64>(row + (first << 3));
    store<f64>(u + (i << 3), entry * root);
    store<i32>(kind + (i << 2), i < first ? FIRST : SECOND);
  }
  const rho = 2 * abs(coupling);
  mergeOrder(n, first, d, order);
  const count = deflate(n, d, u, rho, z, ldz, order, kind, kept, dropped);

  // Vectors that stay together by kind, so that each half is a product of its own.
  let nFirst: usize = 0;
  let nFull: usize = 0;
  for (let i: usize = 0; i < count; i++) {
    const from = load<i32>(kept + (i << 2)) as usize;
    store<f64>(poles + (i << 3), load<f64>(d + (from << 3)));
    store<f64>(weights + (i << 3), load<f64>(u + (from << 3)));
    const k = load<i32>(kind + (from << 2));
    if (k == FIRST) nFirst += 1;
    else if (k == FULL) nFull += 1;
  }
  for (let j: usize = 0; j < count; j++) {
    const value = secularRoot(count, j, poles, weights, rho, s + ((j * count) << 3), sums);
    store<f64>(values + (j << 3), value);
  }
  exactWeights(count, poles, weights, s, exact);
  // Where each kept vector stands among the grouped ones.
  const place = order;
  let at1: usize = 0;
  let at2 = nFirst;
  let at3 = nFirst + nFull;
  for (let i: usize = 0; i < count; i++) {
    const from = load<i32>(kept + (i << 2)) as usize;
    const k = load<i32>(kind + (from << 2));
    let to = at3;
    if (k == FIRST) to = at1++;
    else if (k == FULL) to = at2++;
    else at3++;
    store<i32>(place + (i << 2), to as i32);
    memory.copy(q + ((to * n) << 3), z + ((from * ldz) << 3), n << 3);
  }
  for (let i: usize = 0; i < n - count; i++) {
    const from = load<i32>(dropped + (i << 2)) as usize;
    memory.copy(q + (((count + i) * n) << 3), z + ((from * ldz) << 3), n << 3);
    store<f64>(values + ((count + i) << 3), load<f64>(d + (from << 3)));
  }
  secularVectors(count, exact, s, place, weights);
  for (let i: usize = 0; i < n; i++) memory.fill(z + ((i * ldz) << 3), 0, n << 3);
  const half = nFirst + nFull;
  multiplyInto(false, false, count, first, half, s, count, 1, q, n, 1, z, ldz, products);
  const s2 = s + (nFirst << 3);
  const q2 = q + ((nFirst * n + first) << 3);
  const z2 = z + (first << 3);
  multiplyInto(false, false, count, n - first, count - nFirst, s2, count, 1, q2, n, 1, z2, ldz, products);
  // The new vectors join the deflated ones in ascending order.
  for (let i: usize = 0; i < count; i++) memory.copy(q + ((i * n) << 3), z + ((i * ldz) << 3), n << 3);
  sortByValue(n, values, kept);
  for (let i: usize = 0; i < n; i++) {
    const from = load<i32>(kept + (i << 2)) as usize;
    store<f64>(d + (i << 3), load<f64>(values + (from << 3)));
    memory.copy(z + ((i * ldz) << 3), q + ((from * n) << 3), n << 3);
  }
}

/** The order that merges two ascending halves. */
function mergeOrder(n: usize, first: usize, d: usize, order: usize): void {
  let i: usize = 0;
  let j = first;
  for (let k: usize = 0; k < n; k++) {
    const takeFirst = j == n || (i < first && load<f64>(d + (i << 3)) <= load<f64>(d + (j << 3)));
    store<i32>(order + (k << 2), (takeFirst ? i++ : j++) as i32);
  }
}

/**
 * Sets aside the vectors that the coupling leaves alone, and turns pairs of nearly equal eigenvalues so that
 * one of the two is. @returns how many are left; `kept` lists them with ascending d.
 */
function deflate(
  n: usize,
  d: usize,
  u: usize,
  rho: f64,
  z: usize,
  ldz: usize,
  order: usize,
  kind: usize,
  kept: usize,
  dropped: usize,
): usize {
  let largest: f64 = 0;
  for (let i: usize = 0; i < n; i++) {
    largest = max(largest, max(abs(load<f64>(d + (i << 3))), abs(load<f64>(u + (i << 3)))));
  }
  const cut = 8 * f64.EPSILON * largest;
  let count: usize = 0;
  let nDropped: usize = 0;
  let before: isize = -1;
  for (let k: usize = 0; k < n; k++) {
    const i = load<i32>(order + (k << 2)) as usize;
    if (rho * abs(load<f64>(u + (i << 3))) <= cut) {
      store<i32>(dropped + (nDropped++ << 2), i as i32);
      continue;
    }
    if (before >= 0) {
      const b = before as usize;
      if (joins(b, i, n, d, u, z, ldz, kind, cut)) store<i32>(dropped + (nDropped++ << 2), b as i32);
      else store<i32>(kept + (count++ << 2), b as i32);
    }
    before = i as isize;
  }
  if (before >= 0) store<i32>(kept + (count++ << 2), before as i32);
  return count;
}

/** Turns vectors i and j, whose eigenvalues nearly agree, so that u vanishes at i; false if they do not. */
function joins(
  i: usize,
  j: usize,
  n: usize,
  d: usize,
  u: usize,
  z: usize,
  ldz: usize,
  kind: usize,
  cut: f64,
): bool {
  const ui = load<f64>(u + (i << 3));
  const uj = load<f64>(u + (j << 3));
  const di = load<f64>(d + (i << 3));
  const dj = load<f64>(d + (j << 3));
  const length = hypot2(ui, uj);
  const c = uj / length;
  const s = -ui / length;
  if (abs((dj - di) * c * s) > cut) return false;
  store<f64>(u + (j << 3), length);
  store<f64>(u + (i << 3), 0);
  if (load<i32>(kind + (i << 2)) != load<i32>(kind + (j << 2))) store<i32>(kind + (j << 2), FULL);
  rotatePair(n, c, s, z + ((i * ldz) << 3), z + ((j * ldz) << 3));
  store<f64>(d + (i << 3), di * c * c + dj * s * s);
  store<f64>(d + (j << 3), di * s * s + dj * c * c);
  return true;
}

/**
 * The weights for which the computed roots are exact: |ẑᵢ|² = Π (λⱼ − dᵢ) / Π (dⱼ − dᵢ). Row j of `gaps`
 * holds dᵢ − λⱼ.
 */
function exactWeights(n: usize, d: usize, z: usize, gaps: usize, exact: usize): void {
  for (let i: usize = 0; i < n; i++) {
    store<f64>(exact + (i << 3), load<f64>(gaps + ((i * n + i) << 3)));
  }
  for (let j: usize = 0; j < n; j++) {
    const dj = load<f64>(d + (j << 3));
    const row = gaps + ((j * n) << 3);
    for (let i: usize = 0; i < n; i++) {
      if (i == j) continue;
      const to = exact + (i << 3);
      store<f64>(to, load<f64>(to) * (load<f64>(row + (i << 3)) / (load<f64>(d + (i << 3)) - dj)));
    }
  }
  for (let i: usize = 0; i < n; i++) {
    const to = exact + (i << 3);
    store<f64>(to, copysign(sqrt(abs(load<f64>(to))), load<f64>(z + (i << 3))));
  }
}

/** Row j of S becomes the unit vector of ẑᵢ/(dᵢ − λⱼ), its entries at their places among the groups. */
function secularVectors(n: usize, exact: usize, s: usize, place: usize, work: usize): void {
  for (let j: usize = 0; j < n; j++) {
    const row = s + ((j * n) << 3);
    let total: f64 = 0;
    for (let i: usize = 0; i < n; i++) {
      const entry = load<f64>(exact + (i << 3)) / load<f64>(row + (i << 3));
      store<f64>(work + (i << 3), entry);
      total += entry * entry;
    }
    const scale = 1 / sqrt(total);
    for (let i: usize = 0; i < n; i++) {
      const to = row + (load<i32>(place + (i << 2)) << 3);
      store<f64>(to, scale * load<f64>(work + (i << 3)));
    }
  }
}

/** The order in which values ascend: two ascending runs may not be all, so by insertion. */
function sortByValue(n: usize, values: usize, order: usize): void {
  for (let i: usize = 0; i < n; i++) {
    const value = load<f64>(values + (i << 3));
    let at = i;
    while (at > 0) {
      const before = load<i32>(order + ((at - 1) << 2));
      if (load<f64>(values + ((before as usize) << 3)) <= value) break;
      store<i32>(order + (at << 2), before);
      at -= 1;
    }
    store<i32>(order + (at << 2), i as i32);
  }
}
