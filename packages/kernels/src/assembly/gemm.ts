// C = A·B by blocks that fit the caches, after Goto and van de Geijn (2008), ACM TOMS 34(3).

import { microKernel, TILE_ROWS } from "./gemm-micro";
import { packA, packB } from "./gemm-pack";
import { lanes } from "./simd";

// A block of A (ROWS × DEPTH) stays in the second-level cache, a panel of B (DEPTH × 32 bytes) in the first.
// One pass over k up to 1024: a second one would read and write C again, row by row across pages.
const DEPTH: usize = 1024;
const ROWS: usize = 128;
const COLUMNS: usize = 1024;

const edge = memory.data(8 * 32, 16);

/** Bytes of scratch memory that `gemm` needs for an m×k by k×n product. */
export function gemmScratchBytes(double: bool, m: usize, n: usize, k: usize): usize {
  const size: usize = double ? 8 : 4;
  const columns = min(COLUMNS, roundUp(n, 32 / size));
  return min(DEPTH, k) * (packedRows(m) + columns) * size;
}

/** Rows of a packed block of A. */
function packedRows(m: usize): usize {
  return min(ROWS, roundUp(m, TILE_ROWS));
}

function roundUp(value: usize, unit: usize): usize {
  return (value + unit - 1) / unit * unit;
}

/**
 * C (m×n, contiguous) = A (m×k) · B (k×n). Strides count elements.
 * With `symmetric`, C is known to equal its transpose (as XᵀX does) and only half is computed.
 */
export function gemm(
  double: bool,
  m: usize,
  n: usize,
  k: usize,
  a: usize,
  downA: usize,
  acrossA: usize,
  b: usize,
  downB: usize,
  acrossB: usize,
  c: usize,
  scratch: usize,
  symmetric: bool,
): void {
  if (double) product<f64>(m, n, k, a, downA << 3, acrossA << 3, b, downB << 3, acrossB << 3, c, scratch, symmetric);
  else product<f32>(m, n, k, a, downA << 2, acrossA << 2, b, downB << 2, acrossB << 2, c, scratch, symmetric);
}

function product<T>(
  m: usize,
  n: usize,
  k: usize,
  a: usize,
  downA: usize,
  acrossA: usize,
  b: usize,
  downB: usize,
  acrossB: usize,
  c: usize,
  scratch: usize,
  symmetric: bool,
): void {
  const packedA = scratch;
  const packedB = scratch + min(DEPTH, k) * packedRows(m) * sizeof<T>();
  const ldc = n * sizeof<T>();
  if (k == 0) memory.fill(c, 0, m * ldc);
  for (let j: usize = 0; j < n; j += COLUMNS) {
    const columns = min(COLUMNS, n - j);
    for (let p: usize = 0; p < k; p += DEPTH) {
      const depth = min(DEPTH, k - p);
      packB<T>(depth, columns, b + p * downB + j * acrossB, downB, acrossB, packedB);
      for (let i: usize = symmetric ? j - (j % ROWS) : 0; i < m; i += ROWS) {
        const rows = min(ROWS, m - i);
        packA<T>(TILE_ROWS, rows, depth, a + i * downA + p * acrossA, downA, acrossA, packedA);
        const lower = symmetric ? (i as isize) - (j as isize) : isize.MAX_VALUE;
        block<T>(rows, columns, depth, packedA, packedB, c + i * ldc + j * sizeof<T>(), ldc, p > 0, lower);
      }
    }
  }
  if (symmetric) mirror<T>(n, c);
}

/**
 * One block of C. Only tiles that touch the part on or below the diagonal are computed, where row r and
 * column s (both within the block) lie below it if r + lower ≥ s.
 */
function block<T>(
  rows: usize,
  columns: usize,
  depth: usize,
  packedA: usize,
  packedB: usize,
  c: usize,
  ldc: usize,
  accumulate: bool,
  lower: isize,
): void {
  const width: usize = 2 * lanes<T>();
  for (let s: usize = 0; s < columns; s += width) {
    const panelB = packedB + s * depth * sizeof<T>();
    const nColumns = min(width, columns - s);
    for (let r: usize = 0; r < rows; r += TILE_ROWS) {
      const nRows = min(TILE_ROWS, rows - r);
      if (lower != isize.MAX_VALUE && (r + nRows) as isize + lower <= (s as isize)) continue;
      const panelA = packedA + r * depth * sizeof<T>();
      const to = c + r * ldc + s * sizeof<T>();
      if (nRows == TILE_ROWS && nColumns == width) {
        microKernel<T>(depth, panelA, panelB, to, ldc, accumulate);
      } else {
        microKernel<T>(depth, panelA, panelB, edge, 32, false);
        copyEdge<T>(nRows, nColumns, to, ldc, accumulate);
      }
    }
  }
}

function copyEdge<T>(rows: usize, columns: usize, c: usize, ldc: usize, accumulate: bool): void {
  for (let r: usize = 0; r < rows; r++) {
    for (let s: usize = 0; s < columns; s++) {
      const to = c + r * ldc + s * sizeof<T>();
      const value = load<T>(edge + r * 32 + s * sizeof<T>());
      store<T>(to, accumulate ? ((load<T>(to) + value) as T) : value);
    }
  }
}

/** Copies the part below the diagonal to the part above it. */
function mirror<T>(n: usize, c: usize): void {
  for (let i: usize = 1; i < n; i++) {
    for (let j: usize = 0; j < i; j++) {
      store<T>(c + (j * n + i) * sizeof<T>(), load<T>(c + (i * n + j) * sizeof<T>()));
    }
  }
}
