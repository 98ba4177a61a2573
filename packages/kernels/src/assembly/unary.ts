// out[i] = f(x[i]) over contiguous elements.

import { FLOAT32, FLOAT64, INT32, UINT8 } from "./dtype";
import { mathUnary } from "./math-unary";
import { lanes } from "./simd";
import {
  Absolute,
  Ceil,
  Floor,
  Negate,
  Reciprocal,
  Relu,
  Round,
  Sign,
  Square,
  SquareRoot,
  Truncate,
} from "./unary-functions";

/** `op` numbers the functions as `UnaryKernel` does; integers have the first five only. */
export function unary(op: i32, dtype: i32, n: usize, x: usize, out: usize): void {
  if (dtype == FLOAT64) floats<f64>(op, n, x, out);
  else if (dtype == FLOAT32) floats<f32>(op, n, x, out);
  else if (dtype == INT32) integers(op, n, x, out);
  else if (dtype == UINT8) bytes(op, n, x, out);
}

function integers(op: i32, n: usize, x: usize, out: usize): void {
  switch (op) {
    case 0: return vectors<i32, Negate>(n, x, out);
    case 1: return vectors<i32, Absolute>(n, x, out);
    case 2: return vectors<i32, Square>(n, x, out);
    case 3: return vectors<i32, Relu>(n, x, out);
    case 4: return vectors<i32, Sign>(n, x, out);
  }
}

/** Modulo 256; the absolute value, relu and unsigned numbers themselves are the same. */
function bytes(op: i32, n: usize, x: usize, out: usize): void {
  switch (op) {
    case 0: return scalars<u8, Negate>(n, x, out);
    case 1:
    case 3: return memory.copy(out, x, n);
    case 2: return scalars<u8, Square>(n, x, out);
    case 4: return scalars<u8, Sign>(n, x, out);
  }
}

function floats<T>(op: i32, n: usize, x: usize, out: usize): void {
  switch (op) {
    case 0: return vectors<T, Negate>(n, x, out);
    case 1: return vectors<T, Absolute>(n, x, out);
    case 2: return vectors<T, Square>(n, x, out);
    case 3: return vectors<T, Relu>(n, x, out);
    case 4: return vectors<T, Sign>(n, x, out);
    case 5: return vectors<T, SquareRoot>(n, x, out);
    case 6: return vectors<T, Reciprocal>(n, x, out);
    case 7: return vectors<T, Floor>(n, x, out);
    case 8: return vectors<T, Ceil>(n, x, out);
    case 9: return vectors<T, Round>(n, x, out);
    case 46: return vectors<T, Truncate>(n, x, out);
    default: return mathUnary(op, sizeof<T>() == 8 ? FLOAT64 : FLOAT32, n, x, out);
  }
}

function vectors<T, F>(n: usize, x: usize, out: usize): void {
  const whole = out + ((n / lanes<T>()) << 4);
  for (; out < whole; x += 16, out += 16) {
    v128.store(out, changetype<F>(0).vector<T>(v128.load(x)));
  }
  scalars<T, F>(n % lanes<T>(), x, out);
}

function scalars<T, F>(n: usize, x: usize, out: usize): void {
  const end = out + n * sizeof<T>();
  for (; out < end; x += sizeof<T>(), out += sizeof<T>()) {
    store<T>(out, changetype<F>(0).scalar<T>(load<T>(x)));
  }
}

