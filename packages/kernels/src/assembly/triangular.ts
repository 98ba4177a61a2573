import { addScaled } from "./gemm-small";

/**
 * Solves T·X = B in place for triangular T (n×n f64; strides in elements, so a transpose is a swap of
 * strides) and B (n×m, contiguous).
 * @returns −1, or the first row whose diagonal is 0 (T is singular)
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
): isize {
  const row = m << 3;
  for (let step: usize = 0; step < n; step++) {
    const i = lower ? step : n - 1 - step;
    const bi = b + i * row;
    for (let k: usize = 0; k < step; k++) {
      const p = lower ? k : n - 1 - k;
      const factor = load<f64>(t + ((i * down + p * across) << 3));
      if (m == 1) store<f64>(bi, load<f64>(bi) - factor * load<f64>(b + p * row));
      else addScaled<f64>(m, -factor, b + p * row, bi);
    }
    if (!unit) {
      const diagonal = load<f64>(t + ((i * (down + across)) << 3));
      if (diagonal == 0) return i as isize;
      for (let j: usize = 0; j < m; j++) store<f64>(bi + (j << 3), load<f64>(bi + (j << 3)) / diagonal);
    }
  }
  return -1;
}
