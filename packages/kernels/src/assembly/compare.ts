// Comparisons: two operands of one type, a byte 0 or 1 a result.

import { Equal, Less, LessEqual, NotEqual } from "./binary-functions";
import { elementSize, FLOAT32, FLOAT64, INT32 } from "./dtype";
import { lanes } from "./simd";

/** One row, strides in elements. `op`: 0 equal, 1 not equal, 2 less, 3 less or equal. */
export function compareRow(
  op: i32,
  dtype: i32,
  n: usize,
  a: usize,
  strideA: isize,
  b: usize,
  strideB: isize,
  out: usize,
): void {
  if (dtype == FLOAT64) typedRow<f64>(op, n, a, strideA, b, strideB, out);
  else if (dtype == FLOAT32) typedRow<f32>(op, n, a, strideA, b, strideB, out);
  else if (dtype == INT32) typedRow<i32>(op, n, a, strideA, b, strideB, out);
  else typedRow<u8>(op, n, a, strideA, b, strideB, out);
}

/** Any number of dimensions; `meta` as in `binaryNd`. */
export function compareNd(
  op: i32,
  dtype: i32,
  ndim: usize,
  meta: usize,
  a: usize,
  b: usize,
  out: usize,
): void {
  nested(op, dtype, ndim, 0, meta, a, b, out, elementSize(dtype));
}

function nested(
  op: i32,
  dtype: i32,
  ndim: usize,
  depth: usize,
  meta: usize,
  a: usize,
  b: usize,
  out: usize,
  size: usize,
): usize {
  const n = load<i32>(meta + (depth << 2)) as usize;
  const strideA = load<i32>(meta + ((ndim + depth) << 2)) as isize;
  const strideB = load<i32>(meta + ((2 * ndim + depth) << 2)) as isize;
  if (depth == ndim - 1) {
    compareRow(op, dtype, n, a, strideA, b, strideB, out);
    return out + n;
  }
  let end = out;
  for (let i: usize = 0; i < n; i++) {
    end = nested(op, dtype, ndim, depth + 1, meta, a, b, end, size);
    a += strideA * size;
    b += strideB * size;
  }
  return end;
}

function typedRow<T>(op: i32, n: usize, a: usize, sa: isize, b: usize, sb: isize, out: usize): void {
  switch (op) {
    case 0: return row<T, Equal>(n, a, sa, b, sb, out);
    case 1: return row<T, NotEqual>(n, a, sa, b, sb, out);
    case 2: return row<T, Less>(n, a, sa, b, sb, out);
    case 3: return row<T, LessEqual>(n, a, sa, b, sb, out);
  }
}

function row<T, F>(n: usize, a: usize, sa: isize, b: usize, sb: isize, out: usize): void {
  const stepA = sa * sizeof<T>();
  const stepB = sb * sizeof<T>();
  const end = out + n;
  if (sizeof<T>() > 1 && (sa == 0 || sa == 1) && (sb == 0 || sb == 1)) {
    // Eight masks of 32 or four of 64 bits become eight or four bytes.
    const right = v128.load_splat<T>(b);
    const left = v128.load_splat<T>(a);
    const count = 2 * lanes<T>();
    for (; out + count <= end; out += count, a += count * stepA, b += count * stepB) {
      const low = changetype<F>(0).vector<T>(sa ? v128.load(a) : left, sb ? v128.load(b) : right);
      const high = changetype<F>(0).vector<T>(sa ? v128.load(a, 16) : left, sb ? v128.load(b, 16) : right);
      if (sizeof<T>() == 4) {
        const bytes = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(low, high), low);
        v128.store_lane<i64>(out, v128.and(bytes, i8x16.splat(1)), 0);
      } else {
        const words = v128.shuffle<i32>(low, high, 0, 2, 4, 6);
        const bytes = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(words, words), words);
        v128.store_lane<i32>(out, v128.and(bytes, i8x16.splat(1)), 0);
      }
    }
  }
  for (; out < end; a += stepA, b += stepB, out++) {
    store<u8>(out, changetype<F>(0).scalar<T>(load<T>(a), load<T>(b)) as u8);
  }
}
