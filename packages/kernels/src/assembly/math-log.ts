// Logarithms. Method and coefficients of f64: FreeBSD msun e_log.c and s_log1p.c (fdlibm, Sun Microsystems 1993);
// of f32: FreeBSD msun e_logf.c.

import { choose, d2, mulAdd2, mulAdd4, s4 } from "./math-vectors";

const LN2_HIGH: f64 = 6.93147180369123816490e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;
const SQRT_HALF_BITS: i64 = 0x3fe6a09e00000000;

/** log(1 + f) − f + f²/2 for √½ ≤ 1 + f ≤ √2, divided by s = f/(2 + f), less f²/2: fdlibm's R. */
@inline
function remainder2(s: v128): v128 {
  const z = f64x2.mul(s, s);
  const w = f64x2.mul(z, z);
  let even = mulAdd2(w, d2(1.531383769920937332e-1), d2(2.222219843214978396e-1));
  even = f64x2.mul(w, mulAdd2(w, even, d2(3.999999999940941908e-1)));
  let odd = mulAdd2(w, d2(1.479819860511658591e-1), d2(1.818357216161805012e-1));
  odd = mulAdd2(w, odd, d2(2.857142874366239149e-1));
  odd = f64x2.mul(z, mulAdd2(w, odd, d2(6.666666666666735130e-1)));
  return f64x2.add(even, odd);
}

/** The bits of x, shifted so that the upper 12 hold the exponent k + 1023 of x = 2ᵏ·m with √½ ≤ m < √2. */
@inline
function shifted2(x: v128): v128 {
  return i64x2.add(x, i64x2.splat(0x3ff0000000000000 - SQRT_HALF_BITS));
}

@inline
function exponent2(shifted: v128): v128 {
  // 2⁵² + n in a double has n in its low bits.
  const integer = v128.or(i64x2.shr_u(shifted, 52), i64x2.splat(0x4330000000000000));
  return f64x2.sub(integer, d2(4503599627370496 + 1023));
}

@inline
function mantissa2(shifted: v128): v128 {
  const fraction = v128.and(shifted, i64x2.splat(0x000fffffffffffff));
  return i64x2.add(fraction, i64x2.splat(SQRT_HALF_BITS));
}

/** −∞ for 0, NaN below, ∞ for ∞, NaN for NaN; else y. */
@inline
function edges2(x: v128, y: v128): v128 {
  let result = choose(f64x2.eq(x, d2(0)), d2(-Infinity), y);
  result = choose(f64x2.lt(x, d2(0)), d2(NaN), result);
  // Infinity, and NaN that is unequal to everything.
  return choose(f64x2.lt(x, d2(Infinity)), result, f64x2.add(x, d2(0)));
}

/** k·log 2 + log(1 + f) + c. */
@inline
function assemble2(k: v128, f: v128, c: v128): v128 {
  const half = f64x2.mul(d2(0.5), f64x2.mul(f, f));
  const s = f64x2.div(f, f64x2.add(d2(2), f));
  const tail = mulAdd2(s, f64x2.add(half, remainder2(s)), mulAdd2(k, d2(LN2_LOW), c));
  return mulAdd2(k, d2(LN2_HIGH), f64x2.sub(f, f64x2.sub(half, tail)));
}

/** x, with what is below the normal numbers made larger by 2⁵⁴. */
@inline
function normal2(x: v128, tiny: v128): v128 {
  return choose(tiny, f64x2.mul(x, d2(18014398509481984)), x);
}

@inline
export function log64(x: v128): v128 {
  const tiny = f64x2.lt(x, d2(2.2250738585072014e-308));
  const bits = shifted2(normal2(x, tiny));
  const k = f64x2.sub(exponent2(bits), v128.and(tiny, d2(54)));
  return edges2(x, assemble2(k, f64x2.sub(mantissa2(bits), d2(1)), d2(0)));
}

/** The exponent and log(m)/log(base) apart, so that powers of 2 are exact. */
@inline
export function logOfBase64(x: v128, perLog: f64, kHigh: f64, kLow: f64): v128 {
  const tiny = f64x2.lt(x, d2(2.2250738585072014e-308));
  const bits = shifted2(normal2(x, tiny));
  const k = f64x2.sub(exponent2(bits), v128.and(tiny, d2(54)));
  const log = assemble2(d2(0), f64x2.sub(mantissa2(bits), d2(1)), d2(0));
  const low = mulAdd2(k, d2(kLow), f64x2.mul(log, d2(perLog)));
  return edges2(x, mulAdd2(k, d2(kHigh), low));
}

/** log(1 + x), with what 1 + x loses in rounding brought back as c. */
@inline
export function log1p64(x: v128): v128 {
  const u = f64x2.add(d2(1), x);
  const bits = shifted2(u);
  const k = exponent2(bits);
  const lost = choose(
    f64x2.ge(k, d2(2)),
    f64x2.sub(d2(1), f64x2.sub(u, x)),
    f64x2.sub(x, f64x2.sub(u, d2(1))),
  );
  const near = f64x2.eq(k, d2(0));
  const far = f64x2.gt(k, d2(53));
  const c = v128.andnot(f64x2.div(lost, u), v128.or(near, far));
  const f = choose(near, x, f64x2.sub(mantissa2(bits), d2(1)));
  const y = assemble2(k, f, c);
  const edged = edges2(u, y);
  // Below 2⁻⁵⁴ the result is x itself, and 0 keeps its sign.
  return choose(f64x2.lt(f64x2.abs(x), d2(5e-17)), x, edged);
}

@inline
export function log32(value: v128): v128 {
  const tiny = f32x4.lt(value, s4(1.17549435e-38));
  const x = choose(tiny, f32x4.mul(value, s4(33554432)), value);
  const bits = i32x4.add(x, i32x4.splat(0x3f800000 - 0x3f3504f3));
  const exponent = i32x4.sub(i32x4.shr_u(bits, 23), i32x4.splat(127));
  const k = f32x4.sub(f32x4.convert_i32x4_s(exponent), v128.and(tiny, s4(25)));
  const m = i32x4.add(v128.and(bits, i32x4.splat(0x007fffff)), i32x4.splat(0x3f3504f3));
  const f = f32x4.sub(m, s4(1));
  const s = f32x4.div(f, f32x4.add(s4(2), f));
  const z = f32x4.mul(s, s);
  const w = f32x4.mul(z, z);
  const even = f32x4.mul(w, mulAdd4(w, s4(0.24279078841), s4(0.40000972152)));
  const odd = f32x4.mul(z, mulAdd4(w, s4(0.28498786688), s4(0.66666662693)));
  const half = f32x4.mul(s4(0.5), f32x4.mul(f, f));
  const low = mulAdd4(k, s4(9.0580006145e-6), f32x4.mul(s, f32x4.add(half, f32x4.add(even, odd))));
  const y = mulAdd4(k, s4(6.9313812256e-1), f32x4.sub(f, f32x4.sub(half, low)));
  let result = choose(f32x4.eq(value, s4(0)), s4(-Infinity), y);
  result = choose(f32x4.lt(value, s4(0)), s4(NaN), result);
  return choose(f32x4.lt(value, s4(Infinity)), result, f32x4.add(value, s4(0)));
}
