// The innermost tile of a matrix product: 4 rows by 32 bytes of columns, held in registers.
// Wider tiles spill registers in today's engines and are slower; so is unrolling the loop over p.

import { multiplyAdd } from "./simd";

/** Rows of a tile. */
export const TILE_ROWS: usize = 4;

/** C (+)= A panel · B panel; `ldc` is the bytes from one row of C to the next. */
export function microKernel<T>(
  depth: usize,
  a: usize,
  b: usize,
  c: usize,
  ldc: usize,
  accumulate: bool,
): void {
  let c00 = v128.splat<T>(0 as T);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  for (const end = b + (depth << 5); b < end; b += 32, a += TILE_ROWS * sizeof<T>()) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const a0 = v128.load_splat<T>(a);
    c00 = multiplyAdd<T>(a0, b0, c00);
    c01 = multiplyAdd<T>(a0, b1, c01);
    const a1 = v128.load_splat<T>(a + sizeof<T>());
    c10 = multiplyAdd<T>(a1, b0, c10);
    c11 = multiplyAdd<T>(a1, b1, c11);
    const a2 = v128.load_splat<T>(a + 2 * sizeof<T>());
    c20 = multiplyAdd<T>(a2, b0, c20);
    c21 = multiplyAdd<T>(a2, b1, c21);
    const a3 = v128.load_splat<T>(a + 3 * sizeof<T>());
    c30 = multiplyAdd<T>(a3, b0, c30);
    c31 = multiplyAdd<T>(a3, b1, c31);
  }
  storeRow<T>(c, c00, c01, accumulate);
  storeRow<T>(c + ldc, c10, c11, accumulate);
  storeRow<T>(c + 2 * ldc, c20, c21, accumulate);
  storeRow<T>(c + 3 * ldc, c30, c31, accumulate);
}

/** The same for four rows of A that are not packed, each contiguous, `lda` bytes apart; the last may repeat others. */
export function microKernelOfRows<T>(
  depth: usize,
  a0: usize,
  a1: usize,
  a2: usize,
  a3: usize,
  b: usize,
  c: usize,
  ldc: usize,
  accumulate: bool,
): void {
  let c00 = v128.splat<T>(0 as T);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  for (const end = b + (depth << 5); b < end; b += 32) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    const x0 = v128.load_splat<T>(a0);
    c00 = multiplyAdd<T>(x0, b0, c00);
    c01 = multiplyAdd<T>(x0, b1, c01);
    const x1 = v128.load_splat<T>(a1);
    c10 = multiplyAdd<T>(x1, b0, c10);
    c11 = multiplyAdd<T>(x1, b1, c11);
    const x2 = v128.load_splat<T>(a2);
    c20 = multiplyAdd<T>(x2, b0, c20);
    c21 = multiplyAdd<T>(x2, b1, c21);
    const x3 = v128.load_splat<T>(a3);
    c30 = multiplyAdd<T>(x3, b0, c30);
    c31 = multiplyAdd<T>(x3, b1, c31);
    a0 += sizeof<T>();
    a1 += sizeof<T>();
    a2 += sizeof<T>();
    a3 += sizeof<T>();
  }
  storeRow<T>(c, c00, c01, accumulate);
  storeRow<T>(c + ldc, c10, c11, accumulate);
  storeRow<T>(c + 2 * ldc, c20, c21, accumulate);
  storeRow<T>(c + 3 * ldc, c30, c31, accumulate);
}

@inline
function storeRow<T>(c: usize, left: v128, right: v128, accumulate: bool): void {
  if (accumulate) {
    v128.store(c, v128.add<T>(v128.load(c), left));
    v128.store(c, v128.add<T>(v128.load(c, 16), right), 16);
  } else {
    v128.store(c, left);
    v128.store(c, right, 16);
  }
}
