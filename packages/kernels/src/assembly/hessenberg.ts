// A general matrix made ready for the QR algorithm: balanced, then in Hessenberg form. f64.

import { addScaled, dotRow } from "./gemm-small";
import { reflector } from "./qr";

/**
 * Scales rows and columns by powers of two, D⁻¹·A·D, until they are of similar size, which leaves the eigenvalues
 * alone and makes them more accurate. `scales` receives D.
 * @see Parlett and Reinsch (1969), Numerische Mathematik 13, 293–304.
 */
export function balance(n: usize, a: usize, scales: usize): void {
  for (let i: usize = 0; i < n; i++) store<f64>(scales + (i << 3), 1);
  let changed = true;
  while (changed) {
    changed = false;
    for (let i: usize = 0; i < n; i++) {
      let column: f64 = 0;
      let row: f64 = 0;
      for (let j: usize = 0; j < n; j++) {
        if (j == i) continue;
        column += abs(load<f64>(a + ((j * n + i) << 3)));
        row += abs(load<f64>(a + ((i * n + j) << 3)));
      }
      if (column == 0 || row == 0) continue;
      const before = column + row;
      let f: f64 = 1;
      while (column < row / 2 && f < 1e150) {
        f *= 2;
        column *= 4;
      }
      while (column >= row * 2 && f > 1e-150) {
        f /= 2;
        column /= 4;
      }
      if ((column + row) / f >= 0.95 * before) continue;
      changed = true;
      store<f64>(scales + (i << 3), load<f64>(scales + (i << 3)) * f);
      for (let j: usize = 0; j < n; j++) {
        const across = a + ((i * n + j) << 3);
        store<f64>(across, load<f64>(across) / f);
      }
      for (let j: usize = 0; j < n; j++) {
        const down = a + ((j * n + i) << 3);
        store<f64>(down, load<f64>(down) * f);
      }
    }
  }
}

/**
 * QᵀAQ = H with zeros below the subdiagonal, in place (n×n row-major), by reflections. With vt ≠ 0 its rows
 * become those of Qᵀ. `scratch` has 2n numbers.
 */
export function hessenberg(n: usize, a: usize, vt: usize, scratch: usize): void {
  const v = scratch;
  const w = v + (n << 3);
  if (vt != 0) {
    memory.fill(vt, 0, (n * n) << 3);
    for (let i: usize = 0; i < n; i++) store<f64>(vt + ((i * (n + 1)) << 3), 1);
  }
  for (let k: usize = 0; k + 2 < n; k++) {
    const count = n - k - 1;
    for (let i: usize = 0; i < count; i++) {
      store<f64>(v + (i << 3), load<f64>(a + (((k + 1 + i) * n + k) << 3)));
    }
    const tau = reflector(count, v);
    const beta = load<f64>(v);
    store<f64>(v, 1);
    store<f64>(a + (((k + 1) * n + k) << 3), beta);
    for (let i = k + 2; i < n; i++) store<f64>(a + ((i * n + k) << 3), 0);
    if (tau == 0) continue;
    reflectRows(count, count, tau, v, a + (((k + 1) * n + k + 1) << 3), n, w);
    for (let i: usize = 0; i < n; i++) {
      const row = a + ((i * n + k + 1) << 3);
      addScaled<f64>(count, -tau * dotRow<f64>(count, row, v), v, row);
    }
    if (vt != 0) reflectRows(count, n, tau, v, vt + (((k + 1) * n) << 3), n, w);
  }
}

/** X −= tau·v·(vᵀX) for X (rows × columns, `ldx` apart). */
function reflectRows(
  rows: usize,
  columns: usize,
  tau: f64,
  v: usize,
  x: usize,
  ldx: usize,
  w: usize,
): void {
  memory.fill(w, 0, columns << 3);
  for (let i: usize = 0; i < rows; i++) {
    addScaled<f64>(columns, load<f64>(v + (i << 3)), x + ((i * ldx) << 3), w);
  }
  for (let i: usize = 0; i < rows; i++) {
    addScaled<f64>(columns, -tau * load<f64>(v + (i << 3)), w, x + ((i * ldx) << 3));
  }
}
