import { dotRow } from "./gemm-small";
import { multiplyInto } from "./gemm";
import { solveRight } from "./triangular";

const SMALL: usize = 24;

/**
 * A = L·Lᵀ in place: the lower triangle of A (n×n, row-major f64) becomes L, the upper becomes 0. By halves,
 * so that almost all of the work is products of blocks. `scratch` has multiplyIntoBytes(n, n, n).
 * @returns −1, or the first column whose pivot is not above 0 (A is not positive definite)
 */
export function cholesky(n: usize, a: usize, scratch: usize): isize {
  const failed = factor(n, a, n, scratch);
  for (let i: usize = 0; i < n; i++) memory.fill(a + ((i * n + i + 1) << 3), 0, (n - i - 1) << 3);
  return failed;
}

function factor(n: usize, a: usize, lda: usize, scratch: usize): isize {
  if (n <= SMALL) return factorByRows(n, a, lda << 3);
  const first = ((n >> 1) + 7) & ~7;
  const rest = n - first;
  const failed = factor(first, a, lda, scratch);
  if (failed >= 0) return failed;
  const a21 = a + ((first * lda) << 3);
  const a22 = a21 + (first << 3);
  solveRight(first, rest, a, lda, a21, lda, scratch);
  multiplyInto(true, true, rest, rest, first, a21, lda, 1, a21, 1, lda, a22, lda, scratch);
  const failedLater = factor(rest, a22, lda, scratch);
  return failedLater >= 0 ? failedLater + (first as isize) : -1;
}

function factorByRows(n: usize, a: usize, row: usize): isize {
  for (let i: usize = 0; i < n; i++) {
    const ai = a + i * row;
    for (let j: usize = 0; j < i; j++) {
      const aj = a + j * row;
      const value = (load<f64>(ai + (j << 3)) - dotRow<f64>(j, ai, aj)) / load<f64>(aj + (j << 3));
      store<f64>(ai + (j << 3), value);
    }
    const pivot = load<f64>(ai + (i << 3)) - dotRow<f64>(i, ai, ai);
    // Written so that NaN fails it.
    if (!(pivot > 0)) return i as isize;
    store<f64>(ai + (i << 3), sqrt(pivot));
  }
  return -1;
}
