// out[i] = f(a[i·strideA], b[i·strideB]) over one row, and over rows of any broadcast shape.

import {
  Add, BitAnd, BitOr, BitXor, Cube, Divide, IntegerFloorQuotient, IntegerModulo, IntegerRemainder, Leaky, Maximum,
  Minimum, Multiply, Power, ShiftLeft, ShiftRight, Subtract, TimesSigmoidSlope, TimesTanhSlope, WherePositive,
} from "./binary-functions";
import { mathRow } from "./binary-math";
import { BOOL, elementSize, FLOAT32, FLOAT64, INT32, UINT8 } from "./dtype";
import { lanes } from "./simd";

/** One row; strides count elements, out is contiguous. `op` numbers the functions as `BinaryKernel` does. */
export function binaryRow(
  op: i32,
  dtype: i32,
  n: usize,
  a: usize,
  strideA: isize,
  b: usize,
  strideB: isize,
  out: usize,
): void {
  if (dtype == FLOAT64) floatRow<f64>(op, n, a, strideA, b, strideB, out);
  else if (dtype == FLOAT32) floatRow<f32>(op, n, a, strideA, b, strideB, out);
  else if (dtype == INT32) integerRow(op, n, a, strideA, b, strideB, out);
  else if (dtype == UINT8) byteRow(op, n, a, strideA, b, strideB, out);
  else if (dtype == BOOL) boolRow(op, n, a, strideA, b, strideB, out);
}

/**
 * Any number of dimensions. `meta` points to i32: shape, then strides of a, then of b (elements).
 * @returns the end of what was written to out
 */
export function binaryNd(
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

/** The rows [begin, end) of the first of two or more dimensions; `out` is where row `begin` goes. */
export function binaryRows(
  op: i32,
  dtype: i32,
  ndim: usize,
  meta: usize,
  begin: usize,
  end: usize,
  a: usize,
  b: usize,
  out: usize,
): void {
  const size = elementSize(dtype);
  const strideA = load<i32>(meta + (ndim << 2)) as isize;
  const strideB = load<i32>(meta + ((2 * ndim) << 2)) as isize;
  let to = out;
  for (let i = begin; i < end; i++) {
    to = nested(op, dtype, ndim, 1, meta, a + i * strideA * size, b + i * strideB * size, to, size);
  }
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
    binaryRow(op, dtype, n, a, strideA, b, strideB, out);
    return out + n * size;
  }
  let end = out;
  for (let i: usize = 0; i < n; i++) {
    end = nested(op, dtype, ndim, depth + 1, meta, a, b, end, size);
    a += strideA * size;
    b += strideB * size;
  }
  return end;
}

function floatRow<T>(op: i32, n: usize, a: usize, sa: isize, b: usize, sb: isize, out: usize): void {
  switch (op) {
    case 0: return vectorRow<T, Add>(n, a, sa, b, sb, out);
    case 1: return vectorRow<T, Subtract>(n, a, sa, b, sb, out);
    case 2: return vectorRow<T, Multiply>(n, a, sa, b, sb, out);
    case 3: return vectorRow<T, Divide>(n, a, sa, b, sb, out);
    case 4: return vectorRow<T, Maximum>(n, a, sa, b, sb, out);
    case 5: return vectorRow<T, Minimum>(n, a, sa, b, sb, out);
    case 6: return powerRow<T>(n, a, sa, b, sb, out);
    case 17: return vectorRow<T, Leaky>(n, a, sa, b, sb, out);
    case 18: return vectorRow<T, WherePositive>(n, a, sa, b, sb, out);
    case 19: return vectorRow<T, TimesTanhSlope>(n, a, sa, b, sb, out);
    case 20: return vectorRow<T, TimesSigmoidSlope>(n, a, sa, b, sb, out);
    default: return mathRow<T>(op, n, a, sa, b, sb, out);
  }
}

/** A cube is two products; other powers go through the exponential. */
function powerRow<T>(n: usize, a: usize, sa: isize, b: usize, sb: isize, out: usize): void {
  if (sb == 0 && load<T>(b) == (3 as T)) vectorRow<T, Cube>(n, a, sa, b, sb, out);
  else scalarRow<T, Power>(n, a, sa, b, sb, out);
}

function integerRow(op: i32, n: usize, a: usize, sa: isize, b: usize, sb: isize, out: usize): void {
  switch (op) {
    case 0: return vectorRow<i32, Add>(n, a, sa, b, sb, out);
    case 1: return vectorRow<i32, Subtract>(n, a, sa, b, sb, out);
    case 2: return vectorRow<i32, Multiply>(n, a, sa, b, sb, out);
    case 4: return vectorRow<i32, Maximum>(n, a, sa, b, sb, out);
    case 5: return vectorRow<i32, Minimum>(n, a, sa, b, sb, out);
    case 6: return scalarRow<i32, Power>(n, a, sa, b, sb, out);
    case 9: return scalarRow<i32, IntegerModulo>(n, a, sa, b, sb, out);
    case 10: return scalarRow<i32, IntegerRemainder>(n, a, sa, b, sb, out);
    case 11: return scalarRow<i32, IntegerFloorQuotient>(n, a, sa, b, sb, out);
    case 21: return vectorRow<i32, BitAnd>(n, a, sa, b, sb, out);
    case 22: return vectorRow<i32, BitOr>(n, a, sa, b, sb, out);
    case 23: return vectorRow<i32, BitXor>(n, a, sa, b, sb, out);
    case 24: return scalarRow<i32, ShiftLeft>(n, a, sa, b, sb, out);
    case 25: return scalarRow<i32, ShiftRight>(n, a, sa, b, sb, out);
  }
}

/** Modulo 256, as in NumPy. */
function byteRow(op: i32, n: usize, a: usize, sa: isize, b: usize, sb: isize, out: usize): void {
  switch (op) {
    case 0: return vectorRow<u8, Add>(n, a, sa, b, sb, out);
    case 1: return vectorRow<u8, Subtract>(n, a, sa, b, sb, out);
    case 2: return scalarRow<u8, Multiply>(n, a, sa, b, sb, out);
    case 4: return vectorRow<u8, Maximum>(n, a, sa, b, sb, out);
    case 5: return vectorRow<u8, Minimum>(n, a, sa, b, sb, out);
    case 6: return scalarRow<u8, Power>(n, a, sa, b, sb, out);
    case 9: return scalarRow<u8, IntegerModulo>(n, a, sa, b, sb, out);
    case 10: return scalarRow<u8, IntegerRemainder>(n, a, sa, b, sb, out);
    case 11: return scalarRow<u8, IntegerFloorQuotient>(n, a, sa, b, sb, out);
    case 21: return vectorRow<u8, BitAnd>(n, a, sa, b, sb, out);
    case 22: return vectorRow<u8, BitOr>(n, a, sa, b, sb, out);
    case 23: return vectorRow<u8, BitXor>(n, a, sa, b, sb, out);
    case 24: return scalarRow<u8, ShiftLeft>(n, a, sa, b, sb, out);
    case 25: return scalarRow<u8, ShiftRight>(n, a, sa, b, sb, out);
  }
}

/** On truth values, as in NumPy, + is "or" and × is "and". */
function boolRow(op: i32, n: usize, a: usize, sa: isize, b: usize, sb: isize, out: usize): void {
  switch (op) {
    case 0:
    case 4: return scalarRow<u8, Maximum>(n, a, sa, b, sb, out);
    case 2:
    case 5: return scalarRow<u8, Minimum>(n, a, sa, b, sb, out);
    case 21: return vectorRow<u8, BitAnd>(n, a, sa, b, sb, out);
    case 22: return vectorRow<u8, BitOr>(n, a, sa, b, sb, out);
    case 23: return vectorRow<u8, BitXor>(n, a, sa, b, sb, out);
  }
}

function vectorRow<T, F>(n: usize, a: usize, sa: isize, b: usize, sb: isize, out: usize): void {
  const whole = out + ((n / lanes<T>()) << 4);
  if (sa == 1 && sb == 1) {
    for (; out < whole; a += 16, b += 16, out += 16) {
      v128.store(out, changetype<F>(0).vector<T>(v128.load(a), v128.load(b)));
    }
  } else if (sa == 1 && sb == 0) {
    const right = v128.splat<T>(load<T>(b));
    for (; out < whole; a += 16, out += 16) {
      v128.store(out, changetype<F>(0).vector<T>(v128.load(a), right));
    }
  } else if (sa == 0 && sb == 1) {
    const left = v128.splat<T>(load<T>(a));
    for (; out < whole; b += 16, out += 16) {
      v128.store(out, changetype<F>(0).vector<T>(left, v128.load(b)));
    }
  } else {
    return scalarRow<T, F>(n, a, sa, b, sb, out);
  }
  scalarRow<T, F>(n % lanes<T>(), a, sa, b, sb, out);
}

function scalarRow<T, F>(n: usize, a: usize, sa: isize, b: usize, sb: isize, out: usize): void {
  const stepA = sa * sizeof<T>();
  const stepB = sb * sizeof<T>();
  const end = out + n * sizeof<T>();
  for (; out < end; a += stepA, b += stepB, out += sizeof<T>()) {
    store<T>(out, changetype<F>(0).scalar<T>(load<T>(a), load<T>(b)));
  }
}
