// out[i] = f(x[i]) for the mathematical functions. Every element goes through the same vector code, so that a result
// does not depend on where it stands.

import { FLOAT64 } from "./dtype";
import {
  Acos, Acosh, Asin, Asinh, Atan, Atanh, Bessel0, Bessel1, Cos, Cosh, CubeRoot, Digamma, Erf, Erfc, Exp, Exp2, Expm1,
  Gelu, GeluSlope, GeluTanh, GeluTanhSlope, InverseErf, Log, Log10, Log1p, Log2, LogGamma, ReciprocalRoot, Sigmoid,
  Silu, SiluSlope, Sin, Sinh, Softplus, Tan, Tanh,
} from "./math-functions";

/** `op` numbers the functions as `UnaryKernel` does, from `exp` on. */
export function mathUnary(op: i32, dtype: i32, n: usize, x: usize, out: usize): void {
  const double = dtype == FLOAT64;
  switch (op) {
    case 10: return run<Exp>(double, n, x, out);
    case 11: return run<Expm1>(double, n, x, out);
    case 12: return run<Log>(double, n, x, out);
    case 13: return run<Log1p>(double, n, x, out);
    case 14: return run<Sin>(double, n, x, out);
    case 15: return run<Cos>(double, n, x, out);
    case 16: return run<Tanh>(double, n, x, out);
    case 17: return run<Sigmoid>(double, n, x, out);
    case 18: return run<Exp2>(double, n, x, out);
    case 19: return run<Log2>(double, n, x, out);
    case 20: return run<Log10>(double, n, x, out);
    case 21: return run<Tan>(double, n, x, out);
    case 22: return run<Asin>(double, n, x, out);
    case 23: return run<Acos>(double, n, x, out);
    case 24: return run<Atan>(double, n, x, out);
    case 25: return run<Sinh>(double, n, x, out);
    case 26: return run<Cosh>(double, n, x, out);
    case 27: return run<Asinh>(double, n, x, out);
    case 28: return run<Acosh>(double, n, x, out);
    case 29: return run<Atanh>(double, n, x, out);
    case 30: return run<ReciprocalRoot>(double, n, x, out);
    case 31: return run<CubeRoot>(double, n, x, out);
    case 32: return run<Erf>(double, n, x, out);
    case 33: return run<Erfc>(double, n, x, out);
    case 34: return run<Softplus>(double, n, x, out);
    case 35: return run<Silu>(double, n, x, out);
    case 36: return run<SiluSlope>(double, n, x, out);
    case 37: return run<Gelu>(double, n, x, out);
    case 38: return run<GeluSlope>(double, n, x, out);
    case 39: return run<GeluTanh>(double, n, x, out);
    case 40: return run<GeluTanhSlope>(double, n, x, out);
    case 41: return run<LogGamma>(double, n, x, out);
    case 42: return run<Digamma>(double, n, x, out);
    case 43: return run<InverseErf>(double, n, x, out);
    case 44: return run<Bessel0>(double, n, x, out);
    case 45: return run<Bessel1>(double, n, x, out);
  }
}

function run<F>(double: bool, n: usize, x: usize, out: usize): void {
  if (double) doubles<F>(n, x, out);
  else singles<F>(n, x, out);
}

function doubles<F>(n: usize, x: usize, out: usize): void {
  for (const end = x + (n << 3); x < end; x += 16, out += 16) {
    const whole = end - x >= 16;
    const value = whole ? v128.load(x) : v128.load64_zero(x);
    const y = changetype<F>(0).double(value);
    if (whole) v128.store(out, y);
    else v128.store_lane<i64>(out, y, 0);
  }
}

function singles<F>(n: usize, x: usize, out: usize): void {
  for (const end = x + (n << 2); x < end; x += 16, out += 16) {
    const left = end - x;
    const value = left >= 16 ? v128.load(x) : loadPart(left, x);
    const y = changetype<F>(0).single(value);
    if (left >= 16) v128.store(out, y);
    else storePart(left, out, y);
  }
}

/** Up to three f32, and zeros. */
export function loadPart(bytes: usize, x: usize): v128 {
  if (bytes == 4) return v128.load32_zero(x);
  const two = v128.load64_zero(x);
  return bytes == 8 ? two : v128.load_lane<i32>(x, two, 2, 8);
}

/** Stores up to three f32. */
export function storePart(bytes: usize, out: usize, y: v128): void {
  if (bytes == 4) return v128.store_lane<i32>(out, y, 0);
  v128.store_lane<i64>(out, y, 0);
  if (bytes == 12) v128.store_lane<i32>(out, y, 2, 8);
}
