import { dotRow } from "./gemm-small";

/**
 * A = L·Lᵀ in place: the lower triangle of A (n×n, row-major f64) becomes L, the upper becomes 0.
 * @returns −1, or the first column whose pivot is not above 0 (A is not positive definite)
 */
export function cholesky(n: usize, a: usize): isize {
  const row = n << 3;
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
    memory.fill(ai + ((i + 1) << 3), 0, (n - i - 1) << 3);
  }
  return -1;
}
