// Packing for gemm.ts: blocks of A and B are copied into panels that the micro-kernel reads in order.
// Strides are absorbed here, so transposes, views and batches cost the same as plain matrices.

import { lanes } from "./simd";

/**
 * Panels of `height` rows: out[panel][p][i] = A[panel·height + i, p], padded with zeros.
 * `down` and `across` are A's strides in bytes.
 */
export function packA<T>(
  height: usize,
  rows: usize,
  depth: usize,
  a: usize,
  down: usize,
  across: usize,
  out: usize,
): void {
  for (let i: usize = 0; i < rows; i += height) {
    const n = min(height, rows - i);
    const panel = a + i * down;
    for (let r: usize = 0; r < n; r++) {
      let from = panel + r * down;
      let to = out + r * sizeof<T>();
      for (let p: usize = 0; p < depth; p++) {
        store<T>(to, load<T>(from));
        from += across;
        to += height * sizeof<T>();
      }
    }
    for (let r = n; r < height; r++) {
      let to = out + r * sizeof<T>();
      for (let p: usize = 0; p < depth; p++) {
        store<T>(to, 0 as T);
        to += height * sizeof<T>();
      }
    }
    out += height * depth * sizeof<T>();
  }
}

/** Panels of 32 bytes of columns: out[panel][p][j] = B[p, panel·width + j], padded with zeros. */
export function packB<T>(
  depth: usize,
  columns: usize,
  b: usize,
  down: usize,
  across: usize,
  out: usize,
): void {
  const width: usize = 2 * lanes<T>();
  for (let j: usize = 0; j < columns; j += width) {
    const n = min(width, columns - j);
    const panel = b + j * across;
    if (n == width && across == sizeof<T>()) {
      let from = panel;
      for (let p: usize = 0; p < depth; p++) {
        v128.store(out, v128.load(from));
        v128.store(out, v128.load(from, 16), 16);
        from += down;
        out += 32;
      }
    } else {
      for (let c: usize = 0; c < width; c++) {
        let from = panel + c * across;
        let to = out + c * sizeof<T>();
        for (let p: usize = 0; p < depth; p++) {
          store<T>(to, c < n ? load<T>(from) : (0 as T));
          from += down;
          to += 32;
        }
      }
      out += depth * 32;
    }
  }
}
