// Triangular systems by halves: almost all of the work is products of blocks.

import { addScaled, dotRow } from "./gemm-small";
import { multiplyInto } from "./gemm";

/** Systems up to this size are solved row by row. */
const SMALL: usize = 16;

/**
 * Solves T·X = B in place for triangular T (n×n f64; strides in elements, so a transpose is a swap of
 * strides) and B (n×m, contiguous). `scratch` has multiplyIntoBytes(n, m, n).
 * @returns −1, or the first row whose diagonal is 0 (T is singular); then B is unchanged
 */
export function solveTriangular(
  lower: bool,
  unit: bool,
  n: usize,
  m: usize,
  t: usize,
  down: usize,
  across: usize,
  b: usize,
  scratch: usize,
): isize {
  if (!unit) {
    for (let step: usize = 0; step < n; step++) {
      const i = lower ? step : n - 1 - step;
      if (load<f64>(t + ((i * (down + across)) << 3)) == 0) return i as isize;
    }
  }
  solveLeft(lower, unit, n, m, t, down, across, b, m, scratch);
  return -1;
}

/** Solves T·X = B in place for regular triangular T and B (n×m) with rows `ldb` apart. */
export function solveLeft(
  lower: bool,
  unit: bool,
  n: usize,
  m: usize,
  t: usize,
  down: usize,
  across: usize,
  b: usize,
  ldb: usize,
  scratch: usize,
): void {
  if (m == 1 && ldb == 1) return solveVector(lower, unit, n, t, down, across, b);
  if (n <= SMALL || m < 4) return solveByRows(lower, unit, n, m, t, down, across, b, ldb);
  const first = ((n >> 1) + 7) & ~7;
  const rest = n - first;
  const t11 = t;
  const t22 = t + ((first * (down + across)) << 3);
  const b2 = b + ((first * ldb) << 3);
  if (lower) {
    solveLeft(lower, unit, first, m, t11, down, across, b, ldb, scratch);
    const t21 = t + ((first * down) << 3);
    multiplyInto(true, false, rest, m, first, t21, down, across, b, ldb, 1, b2, ldb, scratch);
    solveLeft(lower, unit, rest, m, t22, down, across, b2, ldb, scratch);
  } else {
    solveLeft(lower, unit, rest, m, t22, down, across, b2, ldb, scratch);
    const t12 = t + ((first * across) << 3);
    multiplyInto(true, false, first, m, rest, t12, down, across, b2, ldb, 1, b, ldb, scratch);
    solveLeft(lower, unit, first, m, t11, down, across, b, ldb, scratch);
  }
}

function solveByRows(
  lower: bool,
  unit: bool,
  n: usize,
  m: usize,
  t: usize,
  down: usize,
  across: usize,
  b: usize,
  ldb: usize,
): void {
  const row = ldb << 3;
  for (let step: usize = 0; step < n; step++) {
    const i = lower ? step : n - 1 - step;
    const bi = b + i * row;
    for (let k: usize = 0; k < step; k++) {
      const p = lower ? k : n - 1 - k;
      const factor = load<f64>(t + ((i * down + p * across) << 3));
      addScaled<f64>(m, -factor, b + p * row, bi);
    }
    if (unit) continue;
    const diagonal = load<f64>(t + ((i * (down + across)) << 3));
    for (let j: usize = 0; j < m; j++) store<f64>(bi + (j << 3), load<f64>(bi + (j << 3)) / diagonal);
  }
}

/** One contiguous right-hand side: by dots along T's rows, or by whole columns where those are contiguous. */
function solveVector(
  lower: bool,
  unit: bool,
  n: usize,
  t: usize,
  down: usize,
  across: usize,
  b: usize,
): void {
  const byColumns = down == 1 && across != 1;
  for (let step: usize = 0; step < n; step++) {
    const i = lower ? step : n - 1 - step;
    const start: usize = lower ? 0 : i + 1;
    const bi = b + (i << 3);
    if (!byColumns) {
      const row = t + ((i * down + start * across) << 3);
      store<f64>(bi, load<f64>(bi) - dotAlong(step, row, across, b + (start << 3)));
    }
    if (!unit) store<f64>(bi, load<f64>(bi) / load<f64>(t + ((i * (down + across)) << 3)));
    if (byColumns) {
      const first: usize = lower ? i + 1 : 0;
      addScaled<f64>(n - 1 - step, -load<f64>(bi), t + ((i * across + first) << 3), b + (first << 3));
    }
  }
}

function dotAlong(n: usize, x: usize, step: usize, y: usize): f64 {
  if (step == 1) return dotRow<f64>(n, x, y);
  let total: f64 = 0;
  for (let i: usize = 0; i < n; i++) {
    total += load<f64>(x + ((i * step) << 3)) * load<f64>(y + (i << 3));
  }
  return total;
}

/** Solves X·Lᵀ = B in place for regular lower triangular L (n×n, rows `ldl` apart) and B (m×n, rows `ldb` apart). */
export function solveRight(
  n: usize,
  m: usize,
  l: usize,
  ldl: usize,
  b: usize,
  ldb: usize,
  scratch: usize,
): void {
  if (n <= SMALL) {
    for (let r: usize = 0; r < m; r++) solveVector(true, false, n, l, ldl, 1, b + ((r * ldb) << 3));
    return;
  }
  const first = ((n >> 1) + 7) & ~7;
  const rest = n - first;
  const l21 = l + ((first * ldl) << 3);
  const b2 = b + (first << 3);
  solveRight(first, m, l, ldl, b, ldb, scratch);
  multiplyInto(true, false, m, rest, first, b, ldb, 1, l21, 1, ldl, b2, ldb, scratch);
  solveRight(rest, m, l21 + (first << 3), ldl, b2, ldb, scratch);
}
