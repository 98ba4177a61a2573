// C ± A·B into a strided C, f64: the product inside the blocked decompositions.

import { microKernel, TILE_ROWS } from "./gemm-micro";
import { packA, packB } from "./gemm-pack";

// A block of A (ROWS × DEPTH) stays in the second-level cache; decompositions have a short k.
const DEPTH: usize = 256;
const ROWS: usize = 128;
const COLUMNS: usize = 1024;
const WIDTH: usize = 4;
const EDGE_BYTES: usize = 4 * 32;

/** Bytes of scratch memory that `multiplyInto` needs for an m×k by k×n product, at most. */
export function multiplyIntoBytes(m: usize, n: usize, k: usize): usize {
  const depth = min(DEPTH, k);
  return EDGE_BYTES + depth * 8 * (min(ROWS, roundUp(m, TILE_ROWS)) + min(COLUMNS, roundUp(n, WIDTH)));
}

function roundUp(value: usize, unit: usize): usize {
  return (value + unit - 1) / unit * unit;
}

/**
 * C (m×n, rows `ldc` apart) += A (m×k) · B (k×n), or −= with `negative`. Strides count elements. With
 * `lower`, tiles that lie wholly above the diagonal of C are left alone.
 */
export function multiplyInto(
  negative: bool,
  lower: bool,
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
  ldc: usize,
  scratch: usize,
): void {
  if (m == 0 || n == 0 || k == 0) return;
  const packedA = scratch + EDGE_BYTES;
  const packedB = packedA + min(DEPTH, k) * min(ROWS, roundUp(m, TILE_ROWS)) * 8;
  for (let j: usize = 0; j < n; j += COLUMNS) {
    const columns = min(COLUMNS, n - j);
    for (let p: usize = 0; p < k; p += DEPTH) {
      const depth = min(DEPTH, k - p);
      packB<f64>(depth, columns, b + ((p * downB + j * acrossB) << 3), downB << 3, acrossB << 3, packedB);
      for (let i: usize = lower ? j - (j % ROWS) : 0; i < m; i += ROWS) {
        const rows = min(ROWS, m - i);
        packA<f64>(TILE_ROWS, rows, depth, a + ((i * downA + p * acrossA) << 3), downA << 3, acrossA << 3, packedA);
        if (negative) negate(roundUp(rows, TILE_ROWS) * depth, packedA);
        const below = lower ? (i as isize) - (j as isize) : isize.MAX_VALUE / 2;
        block(rows, columns, depth, packedA, packedB, c + ((i * ldc + j) << 3), ldc, below, scratch);
      }
    }
  }
}

/** One block of C: its row r and column s lie on or below the diagonal of C if r + below ≥ s. */
function block(
  rows: usize,
  columns: usize,
  depth: usize,
  packedA: usize,
  packedB: usize,
  c: usize,
  ldc: usize,
  below: isize,
  edge: usize,
): void {
  for (let s: usize = 0; s < columns; s += WIDTH) {
    const panelB = packedB + ((s * depth) << 3);
    const nColumns = min(WIDTH, columns - s);
    for (let r: usize = 0; r < rows; r += TILE_ROWS) {
      const nRows = min(TILE_ROWS, rows - r);
      if ((r + nRows) as isize + below <= (s as isize)) continue;
      const panelA = packedA + ((r * depth) << 3);
      const to = c + ((r * ldc + s) << 3);
      if (nRows == TILE_ROWS && nColumns == WIDTH) {
        microKernel<f64>(depth, panelA, panelB, to, ldc << 3, true);
      } else {
        microKernel<f64>(depth, panelA, panelB, edge, 32, false);
        addEdge(nRows, nColumns, edge, to, ldc);
      }
    }
  }
}

function addEdge(rows: usize, columns: usize, edge: usize, c: usize, ldc: usize): void {
  for (let r: usize = 0; r < rows; r++) {
    for (let s: usize = 0; s < columns; s++) {
      const to = c + ((r * ldc + s) << 3);
      store<f64>(to, load<f64>(to) + load<f64>(edge + (r << 5) + (s << 3)));
    }
  }
}

function negate(n: usize, x: usize): void {
  for (const end = x + (n << 3); x < end; x += 16) v128.store(x, f64x2.neg(v128.load(x)));
}
