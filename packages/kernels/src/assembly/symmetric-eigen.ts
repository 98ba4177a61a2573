import { blockScratchBytes } from "./block-reflector";
import { applyTridiagonalQ, tridiagonalize } from "./tridiagonal";
import { tridiagonalEigen, tridiagonalScratchBytes } from "./tridiagonal-divide";
import { tridiagonalQl } from "./tridiagonal-ql";

/** Bytes of scratch memory that `symmetricEigen` needs. */
export function symmetricEigenBytes(n: usize): usize {
  return 4 * n * 8 + max(tridiagonalScratchBytes(n), blockScratchBytes(n, n));
}

/**
 * The eigenvalues of a symmetric matrix (n×n, row-major f64; its lower triangle is read, and A overwritten),
 * ascending, to `values` (room for n + 1), and with z ≠ 0 the eigenvectors to the rows of Z (n×n).
 * @returns false if it does not converge
 */
export function symmetricEigen(n: usize, a: usize, values: usize, z: usize, scratch: usize): bool {
  if (n == 0) return true;
  const e = scratch;
  const tau = e + (n << 3);
  const rest = tau + (n << 3);
  const scale = scaleToOne(n * n, a);
  tridiagonalize(n, a, values, e, tau, rest);
  let converged = true;
  if (z == 0) {
    converged = tridiagonalQl(n, values, e, 0, 0, 0);
    sort(n, values);
  } else {
    converged = tridiagonalEigen(n, values, e, z, rest);
    if (converged) applyTridiagonalQ(n, a, tau, z, rest);
  }
  for (let i: usize = 0; i < n; i++) store<f64>(values + (i << 3), load<f64>(values + (i << 3)) / scale);
  return converged;
}

/** Multiplies x by a power of two that brings its largest size near 1: exact, and then no square overflows. */
export function scaleToOne(n: usize, x: usize): f64 {
  let largest: f64 = 0;
  for (let i: usize = 0; i < n; i++) largest = max(largest, abs(load<f64>(x + (i << 3))));
  if (largest == 0 || !(largest < Infinity)) return 1;
  // Bits of the exponent alone; both ends stay normal numbers.
  const exponent = ((reinterpret<u64>(largest) >> 52) & 0x7ff) as i64;
  const inverse = max<i64>(1, min<i64>(2045, 2046 - exponent));
  const scale = reinterpret<f64>((inverse as u64) << 52);
  if (scale != 1) {
    for (let i: usize = 0; i < n; i++) store<f64>(x + (i << 3), load<f64>(x + (i << 3)) * scale);
  }
  return scale;
}

/** Ascending, by Shell's method. */
function sort(n: usize, x: usize): void {
  for (let gap = n >> 1; gap > 0; gap >>= 1) {
    for (let i = gap; i < n; i++) {
      const value = load<f64>(x + (i << 3));
      let j = i;
      for (; j >= gap && load<f64>(x + ((j - gap) << 3)) > value; j -= gap) {
        store<f64>(x + (j << 3), load<f64>(x + ((j - gap) << 3)));
      }
      store<f64>(x + (j << 3), value);
    }
  }
}
