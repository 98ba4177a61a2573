// Conversions between element types, contiguous.

import { BOOL, FLOAT32, FLOAT64, INT32, UINT8 } from "./dtype";
import { parallelForIf, taskArguments } from "./parallel";

/** So many numbers are one piece of work for a thread. */
const GRAIN: usize = 1 << 16;

/** @returns −1, or the index of the first number that an int32 or uint8 cannot hold (NaN, infinite, out of range) */
export function cast(from: i32, to: i32, n: usize, x: usize, out: usize): isize {
  if (to == FLOAT64 && from == FLOAT32) return inPieces(widenFloats, n, x, out);
  if (to == FLOAT64 && from == INT32) return inPieces(widenIntegers, n, x, out);
  if (to == FLOAT32 && from == FLOAT64) return inPieces(narrowFloats, n, x, out);
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

type Conversion = (begin: usize, end: usize, thread: usize, args: usize) => void;

/** A conversion that cannot fail, on several threads where that pays. */
function inPieces(conversion: Conversion, n: usize, x: usize, out: usize): isize {
  const args = taskArguments();
  store<usize>(args, x, 0);
  store<usize>(args, out, sizeof<usize>());
  parallelForIf(n > 2 * GRAIN, conversion, n, GRAIN);
  return -1;
}

function widenFloats(begin: usize, end: usize, thread: usize, args: usize): void {
  const x = load<usize>(args, 0);
  const out = load<usize>(args, sizeof<usize>());
  let i = begin;
  for (; i + 4 <= end; i += 4) {
    const four = v128.load(x + 4 * i);
    v128.store(out + 8 * i, f64x2.promote_low_f32x4(four));
    v128.store(out + 8 * i, f64x2.promote_low_f32x4(v128.shuffle<i64>(four, four, 1, 1)), 16);
  }
  for (; i < end; i++) store<f64>(out + 8 * i, load<f32>(x + 4 * i) as f64);
}

function widenIntegers(begin: usize, end: usize, thread: usize, args: usize): void {
  const x = load<usize>(args, 0);
  const out = load<usize>(args, sizeof<usize>());
  let i = begin;
  for (; i + 4 <= end; i += 4) {
    const four = v128.load(x + 4 * i);
    v128.store(out + 8 * i, f64x2.convert_low_i32x4_s(four));
    v128.store(out + 8 * i, f64x2.convert_low_i32x4_s(v128.shuffle<i64>(four, four, 1, 1)), 16);
  }
  for (; i < end; i++) store<f64>(out + 8 * i, load<i32>(x + 4 * i) as f64);
}

function narrowFloats(begin: usize, end: usize, thread: usize, args: usize): void {
  const x = load<usize>(args, 0);
  const out = load<usize>(args, sizeof<usize>());
  let i = begin;
  for (; i + 4 <= end; i += 4) {
    const low = f32x4.demote_f64x2_zero(v128.load(x + 8 * i));
    const high = f32x4.demote_f64x2_zero(v128.load(x + 8 * i, 16));
    v128.store(out + 4 * i, v128.shuffle<i64>(low, high, 0, 2));
  }
  for (; i < end; i++) store<f32>(out + 4 * i, load<f64>(x + 8 * i) as f32);
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
