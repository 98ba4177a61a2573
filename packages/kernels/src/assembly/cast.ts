// Conversions between element types, contiguous.

import { BOOL, FLOAT32, FLOAT64, INT32 } from "./dtype";

/** @returns −1, or the index of the first number that does not fit an int32 (NaN, infinite, too large) */
export function cast(from: i32, to: i32, n: usize, x: usize, out: usize): isize {
  if (to == INT32 && from == FLOAT64) return toInteger<f64>(n, x, out);
  if (to == INT32 && from == FLOAT32) return toInteger<f32>(n, x, out);
  if (from == BOOL) castFrom<u8>(to, n, x, out);
  else if (from == INT32) castFrom<i32>(to, n, x, out);
  else if (from == FLOAT32) castFrom<f32>(to, n, x, out);
  else if (from == FLOAT64) castFrom<f64>(to, n, x, out);
  return -1;
}

function castFrom<S>(to: i32, n: usize, x: usize, out: usize): void {
  if (to == BOOL) toTruth<S>(n, x, out);
  else if (to == INT32) convert<S, i32>(n, x, out);
  else if (to == FLOAT32) convert<S, f32>(n, x, out);
  else if (to == FLOAT64) convert<S, f64>(n, x, out);
}

function convert<S, D>(n: usize, x: usize, out: usize): void {
  for (let i: usize = 0; i < n; i++) {
    store<D>(out + i * sizeof<D>(), load<S>(x + i * sizeof<S>()) as D);
  }
}

function toTruth<S>(n: usize, x: usize, out: usize): void {
  for (let i: usize = 0; i < n; i++) {
    store<u8>(out + i, (load<S>(x + i * sizeof<S>()) != (0 as S)) as u8);
  }
}

/** Truncates towards zero. */
function toInteger<S>(n: usize, x: usize, out: usize): isize {
  for (let i: usize = 0; i < n; i++) {
    const value = load<S>(x + i * sizeof<S>()) as f64;
    // Written so that NaN fails it.
    if (!(value > -2147483649.0 && value < 2147483648.0)) return i as isize;
    store<i32>(out + (i << 2), value as i32);
  }
  return -1;
}
