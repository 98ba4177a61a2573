// Conversions between element types, contiguous.

import { BOOL, FLOAT32, FLOAT64, INT32, UINT8 } from "./dtype";

/** @returns −1, or the index of the first number that an int32 or uint8 cannot hold (NaN, infinite, out of range) */
export function cast(from: i32, to: i32, n: usize, x: usize, out: usize): isize {
  if (to == INT32 && from == FLOAT64) return toInteger<f64, i32>(n, x, out);
  if (to == INT32 && from == FLOAT32) return toInteger<f32, i32>(n, x, out);
  if (to == UINT8 && from == FLOAT64) return toInteger<f64, u8>(n, x, out);
  if (to == UINT8 && from == FLOAT32) return toInteger<f32, u8>(n, x, out);
  if (to == UINT8 && from == INT32) return toInteger<i32, u8>(n, x, out);
  if (from == BOOL || from == UINT8) castFrom<u8>(to, n, x, out);
  else if (from == INT32) castFrom<i32>(to, n, x, out);
  else if (from == FLOAT32) castFrom<f32>(to, n, x, out);
  else if (from == FLOAT64) castFrom<f64>(to, n, x, out);
  return -1;
}

function castFrom<S>(to: i32, n: usize, x: usize, out: usize): void {
  if (to == BOOL) toTruth<S>(n, x, out);
  else if (to == INT32) convert<S, i32>(n, x, out);
  else if (to == UINT8) convert<S, u8>(n, x, out);
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
function toInteger<S, D>(n: usize, x: usize, out: usize): isize {
  const below: f64 = sizeof<D>() == 1 ? -1 : -2147483649;
  const above: f64 = sizeof<D>() == 1 ? 256 : 2147483648;
  for (let i: usize = 0; i < n; i++) {
    const value = load<S>(x + i * sizeof<S>()) as f64;
    // Written so that NaN fails it.
    if (!(value > below && value < above)) return i as isize;
    store<D>(out + i * sizeof<D>(), value as i32 as D);
  }
  return -1;
}
