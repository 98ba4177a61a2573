import { bidiagonalQr } from "./bidiagonal-qr";
import { bidiagonalize } from "./bidiagonal";
import { applyBlock, BLOCK, blockScratchBytes, blockTriangle } from "./block-reflector";
import { applyQBlocked, qrBlocked } from "./qr-blocked";
import { scaleToOne } from "./symmetric-eigen";

/** Bytes of scratch memory that `svd` needs. */
export function svdBytes(m: usize, n: usize, tall: bool, rows: usize): usize {
  const p = tall ? n : m;
  return (8 * n + m + 2 * n * n + n * p) * 8 + blockScratchBytes(max(rows, n), m);
}

/**
 * A = U·Σ·Vᵀ for m ≥ n: the singular values, descending, to `values`, and with ut ≠ 0 the left vectors to the
 * rows of Uᵀ (`rows` × m: n of them, or m for a whole basis) and the right ones to the rows of Vᵀ (n×n).
 * A is overwritten; it lies row by row, or with `tall` column by column: then it is reduced to a triangle first,
 * which pays from m ≥ 1.6·n on and is needed for a whole basis.
 * @returns false if it does not converge
 */
export function svd(
  m: usize,
  n: usize,
  tall: bool,
  a: usize,
  values: usize,
  ut: usize,
  rows: usize,
  vt: usize,
  scratch: usize,
): bool {
  if (n == 0) {
    for (let i: usize = 0; i < rows; i++) memory.fill(ut + ((i * m) << 3), 0, m << 3);
    for (let i: usize = 0; i < rows; i++) store<f64>(ut + ((i * (m + 1)) << 3), 1);
    return true;
  }
  const scale = scaleToOne(m * n, a);
  const p = tall ? n : m;
  const tau = scratch;
  const e = tau + (n << 3);
  const tauLeft = e + (n << 3);
  const tauRight = tauLeft + (n << 3);
  const triangle = tauRight + (n << 3);
  const right = triangle + ((n * n) << 3);
  const left = right + ((n * n) << 3);
  const rest = left + ((n * p) << 3);
  let matrix = a;
  if (tall) {
    qrBlocked(m, n, a, tau, rest);
    matrix = triangle;
    for (let i: usize = 0; i < n; i++) {
      const row = triangle + ((i * n) << 3);
      memory.fill(row, 0, i << 3);
      for (let j = i; j < n; j++) store<f64>(row + (j << 3), load<f64>(a + ((j * m + i) << 3)));
    }
  }
  bidiagonalize(p, n, matrix, values, e, left, tauLeft, right, tauRight, rest);
  let converged = false;
  if (ut == 0) {
    converged = bidiagonalQr(n, values, e, 0, 0, 0, 0, rest);
  } else {
    const small = tall ? triangle : ut;
    formRows(n, p, left, tauLeft, small, rest);
    formRows(n, n, right, tauRight, vt, rest);
    converged = bidiagonalQr(n, values, e, small, p, vt, n, rest);
    if (tall) {
      extend(m, n, rows, small, ut);
      applyQBlocked(false, false, m, rows, n, a, tau, ut, rest);
    }
  }
  for (let i: usize = 0; i < n; i++) store<f64>(values + (i << 3), load<f64>(values + (i << 3)) / scale);
  return converged;
}

/** The first n columns of H₀·H₁⋯, as rows of `out` (n × length); reflector k is row k of `vt`, from place k on. */
function formRows(
  n: usize,
  length: usize,
  vt: usize,
  tau: usize,
  out: usize,
  scratch: usize,
): void {
  memory.fill(out, 0, (n * length) << 3);
  for (let i: usize = 0; i < n; i++) store<f64>(out + ((i * (length + 1)) << 3), 1);
  const nBlocks = (n + BLOCK - 1) / BLOCK;
  for (let i = nBlocks; i > 0; i--) {
    const first = (i - 1) * BLOCK;
    const count = min(BLOCK, n - first);
    const columns = length - first;
    const block = scratch;
    const t = block + ((count * columns) << 3);
    const work = t + ((count * count) << 3);
    for (let k: usize = 0; k < count; k++) {
      const from = vt + (((first + k) * length + first) << 3);
      memory.copy(block + ((k * columns) << 3), from, columns << 3);
    }
    blockTriangle(count, columns, block, tau + (first << 3), t);
    const rows = n - first;
    const to = out + ((first * (length + 1)) << 3);
    applyBlock(true, rows, columns, count, block, t, to, length, work);
  }
}

/** Rows of n numbers continued by zeros to m, and behind them rows of the identity. */
function extend(m: usize, n: usize, rows: usize, small: usize, out: usize): void {
  memory.fill(out, 0, (rows * m) << 3);
  for (let i: usize = 0; i < n; i++) memory.copy(out + ((i * m) << 3), small + ((i * n) << 3), n << 3);
  for (let i = n; i < rows; i++) store<f64>(out + ((i * (m + 1)) << 3), 1);
}
