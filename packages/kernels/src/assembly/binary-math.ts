// out[i] = f(a[i·strideA], b[i·strideB]) for mathematical functions of two numbers. As in math-unary.ts, every element
// goes through the same vector code.

import { exp64, expm1_64 } from "./math-exp";
import { atan64 } from "./math-inverse";
import { log1p64, log64 } from "./math-log";
import { polygamma } from "./math-special";
import { choose, d2, withSign2 } from "./math-vectors";

/** `op` numbers the functions as `BinaryKernel` does, from `arcTangent` on. */
export function mathRow<T>(op: i32, n: usize, a: usize, sa: isize, b: usize, sb: isize, out: usize): void {
  switch (op) {
    case 7: return row<T, ArcTangent>(n, a, sa, b, sb, out);
    case 8: return row<T, Hypotenuse>(n, a, sa, b, sb, out);
    case 9: return row<T, Modulo>(n, a, sa, b, sb, out);
    case 10: return row<T, Remainder>(n, a, sa, b, sb, out);
    case 11: return row<T, FloorQuotient>(n, a, sa, b, sb, out);
    case 12: return row<T, CopySign>(n, a, sa, b, sb, out);
    case 13: return row<T, LogAddExp>(n, a, sa, b, sb, out);
    case 14: return row<T, XLogY>(n, a, sa, b, sb, out);
    case 15: return row<T, Polygamma>(n, a, sa, b, sb, out);
    case 16: return row<T, Elu>(n, a, sa, b, sb, out);
  }
}

/** Two at a time in f64, also for f32, which is then rounded once. */
function row<T, F>(n: usize, a: usize, sa: isize, b: usize, sb: isize, out: usize): void {
  const stepA = sa * sizeof<T>();
  const stepB = sb * sizeof<T>();
  const end = out + n * sizeof<T>();
  if (sa == 1 && (sb == 0 || sb == 1)) {
    const one = d2(load<T>(b) as f64);
    for (; out + 2 * sizeof<T>() <= end; out += 2 * sizeof<T>(), a += 2 * sizeof<T>(), b += 2 * stepB) {
      storePair<T>(out, changetype<F>(0).double(loadPair<T>(a), sb ? loadPair<T>(b) : one));
    }
  }
  while (out < end) {
    let left = d2(load<T>(a) as f64);
    let right = d2(load<T>(b) as f64);
    const two = end - out > sizeof<T>();
    if (two) {
      left = f64x2.replace_lane(left, 1, load<T>(a + stepA) as f64);
      right = f64x2.replace_lane(right, 1, load<T>(b + stepB) as f64);
    }
    const y = changetype<F>(0).double(left, right);
    store<T>(out, f64x2.extract_lane(y, 0) as T);
    if (two) store<T>(out + sizeof<T>(), f64x2.extract_lane(y, 1) as T);
    a += 2 * stepA;
    b += 2 * stepB;
    out += 2 * sizeof<T>();
  }
}

@inline
function loadPair<T>(x: usize): v128 {
  return sizeof<T>() == 8 ? v128.load(x) : f64x2.promote_low_f32x4(v128.load64_zero(x));
}

@inline
function storePair<T>(out: usize, y: v128): void {
  if (sizeof<T>() == 8) v128.store(out, y);
  else v128.store_lane<i64>(out, f32x4.demote_f64x2_zero(y), 0);
}

/** The angle of the point (b, a), from −π to π. */
class ArcTangent {
  @inline double(y: v128, x: v128): v128 {
    const top = f64x2.abs(y);
    const bottom = f64x2.abs(x);
    const steep = f64x2.gt(top, bottom);
    const small = choose(steep, bottom, top);
    const large = choose(steep, top, bottom);
    // 0/0 and ∞/∞ stand for the directions of the axes and of the diagonals.
    let ratio = f64x2.div(small, large);
    ratio = choose(f64x2.eq(large, d2(0)), d2(0), ratio);
    ratio = choose(f64x2.eq(small, d2(Infinity)), d2(1), ratio);
    const flat = atan64(ratio);
    const angle = choose(steep, f64x2.sub(d2(1.5707963267948966), f64x2.sub(flat, d2(6.123233995736766e-17))), flat);
    const behind = i64x2.lt_s(x, i64x2.splat(0));
    const turned = f64x2.sub(d2(3.141592653589793), f64x2.sub(angle, d2(1.2246467991473532e-16)));
    const result = withSign2(choose(behind, turned, angle), y);
    // A NaN operand is unequal to itself; a sum with it is NaN.
    return choose(v128.or(f64x2.ne(x, x), f64x2.ne(y, y)), f64x2.add(x, y), result);
  }
}

@inline
function each(first: f64, second: f64): v128 {
  return f64x2.replace_lane(d2(first), 1, second);
}

/** √(a² + b²) without overflow in between. */
class Hypotenuse {
  @inline double(a: v128, b: v128): v128 {
    return each(
      Math.hypot(f64x2.extract_lane(a, 0), f64x2.extract_lane(b, 0)),
      Math.hypot(f64x2.extract_lane(a, 1), f64x2.extract_lane(b, 1)),
    );
  }
}

/** a − b·⌊a/b⌋, with the sign of b. */
function modulo(a: f64, b: f64): f64 {
  if (b == 0) return NaN;
  const r = a % b;
  if (r == 0) return copysign<f64>(0, b);
  return r < 0 != b < 0 ? r + b : r;
}

/** ⌊a/b⌋, such that b times it plus the modulo is a. */
function floorQuotient(a: f64, b: f64): f64 {
  if (b == 0) return a / b;
  const quotient = (a - modulo(a, b)) / b;
  if (quotient == 0) return copysign<f64>(0, a / b);
  const below = floor<f64>(quotient);
  return quotient - below > 0.5 ? below + 1 : below;
}

class Modulo {
  @inline double(a: v128, b: v128): v128 {
    return each(
      modulo(f64x2.extract_lane(a, 0), f64x2.extract_lane(b, 0)),
      modulo(f64x2.extract_lane(a, 1), f64x2.extract_lane(b, 1)),
    );
  }
}

/** a − b·trunc(a/b), with the sign of a. */
class Remainder {
  @inline double(a: v128, b: v128): v128 {
    return each(
      f64x2.extract_lane(a, 0) % f64x2.extract_lane(b, 0),
      f64x2.extract_lane(a, 1) % f64x2.extract_lane(b, 1),
    );
  }
}

class FloorQuotient {
  @inline double(a: v128, b: v128): v128 {
    return each(
      floorQuotient(f64x2.extract_lane(a, 0), f64x2.extract_lane(b, 0)),
      floorQuotient(f64x2.extract_lane(a, 1), f64x2.extract_lane(b, 1)),
    );
  }
}

class CopySign {
  @inline double(a: v128, b: v128): v128 {
    return withSign2(a, b);
  }
}

/** log(eᵃ + eᵇ) = max(a, b) + log1p(e^−|a − b|). */
class LogAddExp {
  @inline double(a: v128, b: v128): v128 {
    // Equal infinities have no difference.
    const distance = choose(f64x2.eq(a, b), d2(0), f64x2.abs(f64x2.sub(a, b)));
    return f64x2.add(f64x2.max(a, b), log1p64(exp64(f64x2.neg(distance))));
  }
}

/** a·log b, and 0 for a = 0 unless b is NaN. */
class XLogY {
  @inline double(a: v128, b: v128): v128 {
    const nothing = v128.and(f64x2.eq(a, d2(0)), f64x2.eq(b, b));
    return choose(nothing, d2(0), f64x2.mul(a, log64(b)));
  }
}

/** The derivative of order a of ψ at b. */
class Polygamma {
  @inline double(a: v128, b: v128): v128 {
    return each(
      polygamma(f64x2.extract_lane(a, 0), f64x2.extract_lane(b, 0)),
      polygamma(f64x2.extract_lane(a, 1), f64x2.extract_lane(b, 1)),
    );
  }
}

/** a for a > 0, else b·(eᵃ − 1). */
class Elu {
  @inline double(a: v128, b: v128): v128 {
    return choose(f64x2.gt(a, d2(0)), a, f64x2.mul(b, expm1_64(f64x2.pmin(a, d2(0)))));
  }
}
