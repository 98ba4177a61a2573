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
  const whole: usize = across == sizeof<T>() ? columns - (columns % width) : 0;
  packRows(depth, whole * sizeof<T>(), b, down, out);
  for (let j = whole; j < columns; j += width) {
    packPanel<T>(depth, min(width, columns - j), b + j * across, down, across, out + j * depth * sizeof<T>());
  }
}

/**
 * Whole panels of a B whose rows are contiguous. Four rows at a time: walking down one panel would touch
 * addresses a row apart, which share a cache set when rows are a power of two long.
 */
function packRows(depth: usize, bytes: usize, b: usize, down: usize, out: usize): void {
  let p: usize = 0;
  for (; p + 4 <= depth; p += 4) {
    const from = b + p * down;
    let to = out + (p << 5);
    for (let j: usize = 0; j < bytes; j += 32) {
      let row = from + j;
      v128.store(to, v128.load(row));
      v128.store(to, v128.load(row, 16), 16);
      row += down;
      v128.store(to, v128.load(row), 32);
      v128.store(to, v128.load(row, 16), 48);
      row += down;
      v128.store(to, v128.load(row), 64);
      v128.store(to, v128.load(row, 16), 80);
      row += down;
      v128.store(to, v128.load(row), 96);
      v128.store(to, v128.load(row, 16), 112);
      to += depth << 5;
    }
  }
  for (; p < depth; p++) {
    const from = b + p * down;
    let to = out + (p << 5);
    for (let j: usize = 0; j < bytes; j += 32) {
      v128.store(to, v128.load(from + j));
      v128.store(to, v128.load(from + j, 16), 16);
      to += depth << 5;
    }
  }
}

/** One panel of any B. */
function packPanel<T>(
  depth: usize,
  n: usize,
  b: usize,
  down: usize,
  across: usize,
  out: usize,
): void {
  const width: usize = 2 * lanes<T>();
  for (let c: usize = 0; c < width; c++) {
    let from = b + c * across;
    let to = out + c * sizeof<T>();
    for (let p: usize = 0; p < depth; p++) {
      store<T>(to, c < n ? load<T>(from) : (0 as T));
      from += down;
      to += 32;
    }
  }
}

/** −x in place, n elements from a multiple of 16 bytes on, up to the next whole vector. */
export function negate<T>(x: usize, n: usize): void {
  for (const end = x + n * sizeof<T>(); x < end; x += 16) v128.store(x, v128.neg<T>(v128.load(x)));
}
