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
  let i: usize = 0;
  if (height == 4 && down == sizeof<T>()) {
    // Rows next to each other, as in Aᵀ·B: whole cache lines at a time.
    const most = 64 / sizeof<T>();
    for (; i + most <= rows; i += most, out += most * depth * sizeof<T>()) packLines<T>(depth, a + i * down, across, out);
  } else if (height == 4 && sizeof<T>() == 4 && across == sizeof<T>()) {
    for (; i + 4 <= rows; i += 4, out += depth << 4) packFourRows(depth, a + i * down, down, out, 16);
  }
  for (; i < rows; i += height) {
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

/** The panels of four of 64 bytes of rows that lie next to each other. */
function packLines<T>(depth: usize, a: usize, across: usize, out: usize): void {
  const panel = (depth * sizeof<T>()) << 2;
  const end = out + panel;
  const second = sizeof<T>() == 4 ? panel : 16;
  const third = sizeof<T>() == 4 ? 2 * panel : panel;
  for (; out < end; out += 4 * sizeof<T>(), a += across) {
    v128.store(out, v128.load(a));
    v128.store(out + second, v128.load(a, 16));
    v128.store(out + third, v128.load(a, 32));
    v128.store(out + third + second, v128.load(a, 48));
  }
}

/** Four float32 rows, each contiguous, as columns `step` bytes apart: out[p][r] = A[r, p], four p at a time. */
function packFourRows(depth: usize, a: usize, down: usize, out: usize, step: usize): void {
  const b = a + down;
  const c = b + down;
  const d = c + down;
  const whole = (depth >> 2) << 4;
  let p: usize = 0;
  for (; p < whole; p += 16, out += step) {
    const va = v128.load(a + p);
    const vb = v128.load(b + p);
    const vc = v128.load(c + p);
    const vd = v128.load(d + p);
    const abLow = v128.shuffle<i32>(va, vb, 0, 4, 1, 5);
    const abHigh = v128.shuffle<i32>(va, vb, 2, 6, 3, 7);
    const cdLow = v128.shuffle<i32>(vc, vd, 0, 4, 1, 5);
    const cdHigh = v128.shuffle<i32>(vc, vd, 2, 6, 3, 7);
    v128.store(out, v128.shuffle<i64>(abLow, cdLow, 0, 2));
    out += step;
    v128.store(out, v128.shuffle<i64>(abLow, cdLow, 1, 3));
    out += step;
    v128.store(out, v128.shuffle<i64>(abHigh, cdHigh, 0, 2));
    out += step;
    v128.store(out, v128.shuffle<i64>(abHigh, cdHigh, 1, 3));
  }
  for (; p < depth << 2; p += 4, out += step) {
    store<f32>(out, load<f32>(a + p));
    store<f32>(out, load<f32>(b + p), 4);
    store<f32>(out, load<f32>(c + p), 8);
    store<f32>(out, load<f32>(d + p), 12);
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
  if (sizeof<T>() == 4 && n == width && down == sizeof<T>()) {
    // Columns that are contiguous, as in A·Bᵀ.
    packFourRows(depth, b, across, out, 32);
    packFourRows(depth, b + 4 * across, across, out + 16, 32);
    return;
  }
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
