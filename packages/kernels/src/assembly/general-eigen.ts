// Eigenvalues and eigenvectors of any real matrix.

import { balance, hessenberg } from "./hessenberg";
import { hessenbergQr } from "./hessenberg-qr";
import { quasiTriangularVectors } from "./hessenberg-vectors";
import { multiplyInto, multiplyIntoBytes } from "./gemm";

/** Bytes of scratch memory that `generalEigen` needs. */
export function generalEigenBytes(n: usize): usize {
  return (2 * n * n + 3 * n) * 8 + multiplyIntoBytes(n, n, n);
}

/**
 * The eigenvalues of A (n×n row-major, overwritten): real parts to `re`, imaginary parts to `im`; a pair
 * a ± bi stands together, a + bi first. With vt ≠ 0 its rows become eigenvectors: for a real eigenvalue its own, for a
 * pair the real and the imaginary part of the first one's.
 * @returns false if it does not converge
 */
export function generalEigen(
  n: usize,
  a: usize,
  re: usize,
  im: usize,
  vt: usize,
  scratch: usize,
): bool {
  if (n == 0) return true;
  const scales = scratch;
  const work = scales + (n << 3);
  const q = work + ((2 * n) << 3);
  const x = q + ((n * n) << 3);
  const products = x + ((n * n) << 3);
  balance(n, a, scales);
  hessenberg(n, a, vt == 0 ? 0 : q, work);
  if (!hessenbergQr(n, a, vt == 0 ? 0 : q, re, im)) return false;
  if (vt == 0) return true;
  quasiTriangularVectors(n, a, re, im, x);
  memory.fill(vt, 0, (n * n) << 3);
  multiplyInto(false, false, n, n, n, x, n, 1, q, n, 1, vt, n, products);
  for (let i: usize = 0; i < n; i++) {
    for (let j: usize = 0; j < n; j++) {
      const to = vt + ((i * n + j) << 3);
      store<f64>(to, load<f64>(to) * load<f64>(scales + (j << 3)));
    }
  }
  return true;
}
