// Householder QR by blocks of columns, on a matrix stored by columns (each column contiguous), f64.

import { applyBlock, BLOCK, blockTriangle } from "./block-reflector";
import { applyReflector, reflector } from "./qr";

/** Panels up to so many columns are factored column by column. */
const SMALL: usize = 8;

/**
 * A = Q·R in place for A (m×n, column-major), stored as `qr` stores it. `scratch` has
 * blockScratchBytes(n, m).
 */
export function qrBlocked(m: usize, n: usize, a: usize, tau: usize, scratch: usize): void {
  const steps = min(m, n);
  for (let first: usize = 0; first < steps; first += BLOCK) {
    const count = min(BLOCK, steps - first);
    factorPanel(m, first, count, a, tau, scratch);
    const rest = n - first - count;
    if (rest == 0) continue;
    const to = a + (((first + count) * m + first) << 3);
    reflectRows(false, m, first, count, a, tau, rest, to, m, scratch);
  }
}

/**
 * Multiplies the n columns of Y (m×n, column-major) by Q, or with `transposed` by Qᵀ, where Q is the product
 * of `steps` reflectors in A. With `identity`, Y is known to begin as columns of the identity.
 * `scratch` has blockScratchBytes(n, m).
 */
export function applyQBlocked(
  transposed: bool,
  identity: bool,
  m: usize,
  n: usize,
  steps: usize,
  a: usize,
  tau: usize,
  y: usize,
  scratch: usize,
): void {
  const nBlocks = (steps + BLOCK - 1) / BLOCK;
  for (let i: usize = 0; i < nBlocks; i++) {
    const first = (transposed ? i : nBlocks - 1 - i) * BLOCK;
    const count = min(BLOCK, steps - first);
    // Column j of the identity is left alone by reflectors that begin behind row j.
    const skipped = identity ? min(first, n) : 0;
    const to = y + ((skipped * m + first) << 3);
    reflectRows(!transposed, m, first, count, a, tau, n - skipped, to, m, scratch);
  }
}

/** Factors `count` columns from `first` on, by halves: long columns are then read from memory less often. */
function factorPanel(
  m: usize,
  first: usize,
  count: usize,
  a: usize,
  tau: usize,
  scratch: usize,
): void {
  if (count <= SMALL) return factorColumns(m, first, count, a, tau);
  const half = count >> 1;
  const rest = count - half;
  const next = first + half;
  factorPanel(m, first, half, a, tau, scratch);
  reflectRows(false, m, first, half, a, tau, rest, a + ((next * m + first) << 3), m, scratch);
  factorPanel(m, next, rest, a, tau, scratch);
}

function factorColumns(m: usize, first: usize, count: usize, a: usize, tau: usize): void {
  for (let k = first; k < first + count; k++) {
    const v = a + ((k * m + k) << 3);
    const t = reflector(m - k, v);
    store<f64>(tau + (k << 3), t);
    for (let j = k + 1; j < first + count; j++) applyReflector(m - k, v, t, a + ((j * m + k) << 3));
  }
}

/** Applies the reflectors first, …, first + count − 1, together, to rows that begin at their first entry. */
function reflectRows(
  transposed: bool,
  m: usize,
  first: usize,
  count: usize,
  a: usize,
  tau: usize,
  rows: usize,
  c: usize,
  ldc: usize,
  scratch: usize,
): void {
  if (rows == 0) return;
  const length = m - first;
  const vt = scratch;
  const t = vt + ((count * length) << 3);
  const work = t + ((count * count) << 3);
  for (let i: usize = 0; i < count; i++) {
    const row = vt + ((i * length) << 3);
    memory.fill(row, 0, i << 3);
    store<f64>(row + (i << 3), 1);
    const from = a + (((first + i) * m + first + i + 1) << 3);
    memory.copy(row + ((i + 1) << 3), from, (length - i - 1) << 3);
  }
  blockTriangle(count, length, vt, tau + (first << 3), t);
  applyBlock(transposed, rows, length, count, vt, t, c, ldc, work);
}
