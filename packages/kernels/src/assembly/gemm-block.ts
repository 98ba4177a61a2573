// One block of a product: a packed block of A times a packed block of B, tile by tile.

import { microKernel, microKernelOfRows, TILE_ROWS } from "./gemm-micro";
import { ownRoom } from "./parallel";
import { lanes } from "./simd";

/**
 * One block of C. Only tiles that touch the part on or below the diagonal are computed, where row r and
 * column s (both within the block) lie below it if r + lower ≥ s.
 */
export function block<T>(
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
  const edge = ownRoom();
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
        copyEdge<T>(nRows, nColumns, edge, to, ldc, accumulate);
      }
    }
  }
}

/** The same for an A that is not packed, its rows contiguous and `lda` bytes apart. */
export function blockOfRows<T>(
  rows: usize,
  columns: usize,
  depth: usize,
  a: usize,
  lda: usize,
  packedB: usize,
  c: usize,
  ldc: usize,
  accumulate: bool,
): void {
  const width: usize = 2 * lanes<T>();
  const edge = ownRoom();
  for (let s: usize = 0; s < columns; s += width) {
    const panelB = packedB + s * depth * sizeof<T>();
    const nColumns = min(width, columns - s);
    for (let r: usize = 0; r < rows; r += TILE_ROWS) {
      const nRows = min(TILE_ROWS, rows - r);
      const a0 = a + r * lda;
      const to = c + r * ldc + s * sizeof<T>();
      if (nRows == TILE_ROWS && nColumns == width) {
        microKernelOfRows<T>(depth, a0, a0 + lda, a0 + 2 * lda, a0 + 3 * lda, panelB, to, ldc, accumulate);
      } else {
        // Rows behind the last repeat it: what they give is not stored.
        const a1 = nRows > 1 ? a0 + lda : a0;
        const a2 = nRows > 2 ? a1 + lda : a1;
        const a3 = nRows > 3 ? a2 + lda : a2;
        microKernelOfRows<T>(depth, a0, a1, a2, a3, panelB, edge, 32, false);
        copyEdge<T>(nRows, nColumns, edge, to, ldc, accumulate);
      }
    }
  }
}

function copyEdge<T>(rows: usize, columns: usize, edge: usize, c: usize, ldc: usize, accumulate: bool): void {
  for (let r: usize = 0; r < rows; r++) {
    for (let s: usize = 0; s < columns; s++) {
      const to = c + r * ldc + s * sizeof<T>();
      const value = load<T>(edge + r * 32 + s * sizeof<T>());
      store<T>(to, accumulate ? ((load<T>(to) + value) as T) : value);
    }
  }
}
