// Products of Householder reflectors as I − V·T·Vᵀ, so that they are applied by matrix products.
// After Schreiber and Van Loan (1989), SIAM J. Sci. Stat. Comput. 10(1), 53–57.

import { dotRow } from "./gemm-small";
import { multiplyInto, multiplyIntoBytes } from "./gemm";

/** How many reflectors are taken together. */
export const BLOCK: usize = 32;

/** Bytes of scratch memory for blocks of reflectors of `length` numbers, applied to `rows` rows. */
export function blockScratchBytes(rows: usize, length: usize): usize {
  const longest = max(length, BLOCK);
  return BLOCK * (length + BLOCK + 1 + 2 * rows) * 8 + multiplyIntoBytes(rows, longest, longest);
}

/**
 * T (upper triangular, count×count) with H₀·H₁⋯ = I − V·T·Vᵀ, where Hᵢ = I − tauᵢ·vᵢ·vᵢᵀ and vᵢ is row i of
 * `vt` (count × length, with its zeros and ones).
 */
export function blockTriangle(count: usize, length: usize, vt: usize, tau: usize, t: usize): void {
  const row = length << 3;
  memory.fill(t, 0, (count * count) << 3);
  for (let j: usize = 0; j < count; j++) {
    const scale = load<f64>(tau + (j << 3));
    const column = t + (j << 3);
    for (let i: usize = 0; i < j; i++) {
      store<f64>(column + ((i * count) << 3), -scale * dotRow<f64>(length, vt + i * row, vt + j * row));
    }
    // The column above the diagonal becomes T·column; row i needs only what stands below it.
    for (let i: usize = 0; i < j; i++) {
      let sum: f64 = 0;
      for (let p = i; p < j; p++) {
        sum += load<f64>(t + ((i * count + p) << 3)) * load<f64>(column + ((p * count) << 3));
      }
      store<f64>(column + ((i * count) << 3), sum);
    }
    store<f64>(column + ((j * count) << 3), scale);
  }
}

/**
 * Every row x of C (rows × length, `ldc` apart) becomes x·(I − V·T·Vᵀ), or with `transposed`
 * x·(I − V·Tᵀ·Vᵀ). `scratch` has two times rows × count numbers and what their products need.
 */
export function applyBlock(
  transposed: bool,
  rows: usize,
  length: usize,
  count: usize,
  vt: usize,
  t: usize,
  c: usize,
  ldc: usize,
  scratch: usize,
): void {
  const size = (rows * count) << 3;
  const w = scratch;
  const wt = w + size;
  const products = wt + size;
  memory.fill(w, 0, 2 * size);
  multiplyInto(false, false, rows, count, length, c, ldc, 1, vt, 1, length, w, count, products);
  const down = transposed ? 1 : count;
  const across = transposed ? count : 1;
  multiplyInto(false, false, rows, count, count, w, count, 1, t, down, across, wt, count, products);
  multiplyInto(true, false, rows, length, count, wt, count, 1, vt, length, 1, c, ldc, products);
}
