// Sine, cosine and tangent. Method and coefficients: FreeBSD msun k_sin.c, k_cos.c, e_rem_pio2.c, k_sinf.c, k_cosf.c
// (fdlibm, Sun Microsystems 1993). Angles beyond 2²² go through AssemblyScript's own functions, which
// reduce by as many digits of π as they need.

import { choose, d2, integer2, mulAdd2, rounded2 } from "./math-vectors";

const TWO_BY_PI: f64 = 6.36619772367581382433e-1;
/** π/2 in two parts of 31 bits, whose products with an integer below 2²² are exact, and the rest. */
const PART1: f64 = 1.5707963267341256;
const PART2: f64 = 6.07710050359346e-11;
const REST: f64 = 2.912732056093356e-20;
/** 2²². AssemblyScript's own functions are right from here on, but not between 2²⁰ and 2²². */
const LARGEST: f64 = 4194304;

@inline
function sinReduced(x: v128, tail: v128): v128 {
  const z = f64x2.mul(x, x);
  const w = f64x2.mul(z, z);
  const low = mulAdd2(z, mulAdd2(z, d2(2.75573137070700676789e-6), d2(-1.98412698298579493134e-4)), d2(8.33333333332248946124e-3));
  const high = mulAdd2(z, d2(1.58969099521155010221e-10), d2(-2.50507602534068634195e-8));
  const r = mulAdd2(f64x2.mul(z, w), high, low);
  const v = f64x2.mul(z, x);
  const inner = f64x2.sub(f64x2.mul(d2(0.5), tail), f64x2.mul(v, r));
  const correction = f64x2.sub(f64x2.mul(z, inner), tail);
  return f64x2.sub(x, f64x2.sub(correction, f64x2.mul(v, d2(-1.66666666666666324348e-1))));
}

@inline
function cosReduced(x: v128, tail: v128): v128 {
  const z = f64x2.mul(x, x);
  const w = f64x2.mul(z, z);
  const low = mulAdd2(z, mulAdd2(z, d2(2.48015872894767294178e-5), d2(-1.38888888888741095749e-3)), d2(4.16666666666666019037e-2));
  const high = mulAdd2(z, mulAdd2(z, d2(-1.13596475577881948265e-11), d2(2.08757232129817482790e-9)), d2(-2.75573143513906633035e-7));
  const r = mulAdd2(f64x2.mul(w, w), high, f64x2.mul(z, low));
  const half = f64x2.mul(d2(0.5), z);
  const one = f64x2.sub(d2(1), half);
  const lost = f64x2.sub(f64x2.sub(d2(1), one), half);
  return f64x2.add(one, f64x2.add(lost, f64x2.sub(f64x2.mul(z, r), f64x2.mul(x, tail))));
}

/** `kind`: 0 sine, 1 cosine, 2 tangent. */
@inline
function small2(kind: i32, x: v128): v128 {
  const rounded = rounded2(f64x2.mul(x, d2(TWO_BY_PI)));
  const n = integer2(rounded);
  const t = f64x2.sub(x, f64x2.mul(n, d2(PART1)));
  const w = f64x2.mul(n, d2(PART2));
  const r = f64x2.sub(t, w);
  const rest = f64x2.sub(f64x2.mul(n, d2(REST)), f64x2.sub(f64x2.sub(t, r), w));
  const y = f64x2.sub(r, rest);
  const tail = f64x2.sub(f64x2.sub(r, y), rest);
  return quadrant2(kind, rounded, sinReduced(y, tail), cosReduced(y, tail));
}

/** The function of y + n·π/2 from the sine and cosine of y. */
@inline
function quadrant2(kind: i32, n: v128, sine: v128, cosine: v128): v128 {
  const odd = i64x2.neg(v128.and(n, i64x2.splat(1)));
  if (kind == 2) {
    // tan(y + π/2) = −cos y / sin y
    const ratio = f64x2.div(choose(odd, cosine, sine), choose(odd, sine, cosine));
    return v128.xor(ratio, i64x2.shl(odd, 63));
  }
  const turned = kind == 0 ? n : i64x2.add(n, i64x2.splat(1));
  const flip = i64x2.shl(v128.and(turned, i64x2.splat(2)), 62);
  const value = kind == 0 ? choose(odd, cosine, sine) : choose(odd, sine, cosine);
  return v128.xor(value, flip);
}

function far(kind: i32, x: f64): f64 {
  return kind == 0 ? Math.sin(x) : kind == 1 ? Math.cos(x) : Math.tan(x);
}

function large2(kind: i32, x: v128): v128 {
  const first = far(kind, f64x2.extract_lane(x, 0));
  return f64x2.replace_lane(d2(first), 1, far(kind, f64x2.extract_lane(x, 1)));
}

@inline
export function trigonometric64(kind: i32, x: v128): v128 {
  const near = f64x2.le(f64x2.abs(x), d2(LARGEST));
  if (!i64x2.all_true(near)) return large2(kind, x);
  const y = small2(kind, x);
  // The sign of −0, and all digits of what is too small to be reduced.
  return kind == 1 ? y : choose(f64x2.lt(f64x2.abs(x), d2(1e-9)), x, y);
}

/** For an x that was a float32: the sum of errors stays below half a unit of its last place. */
@inline
function single2(kind: i32, x: v128): v128 {
  const rounded = rounded2(f64x2.mul(x, d2(TWO_BY_PI)));
  const n = integer2(rounded);
  const t = f64x2.sub(x, f64x2.mul(n, d2(PART1)));
  const y = f64x2.sub(t, f64x2.mul(n, d2(PART2)));
  const z = f64x2.mul(y, y);
  const w = f64x2.mul(z, z);
  const s = f64x2.mul(z, y);
  const sineTail = f64x2.mul(f64x2.mul(s, w), mulAdd2(z, d2(2.7183114939898219064e-6), d2(-1.98393348360966317347e-4)));
  const sineHead = mulAdd2(s, mulAdd2(z, d2(8.3333293858894631756e-3), d2(-0.166666666416265235595)), y);
  const cosineTail = f64x2.mul(f64x2.mul(w, z), mulAdd2(z, d2(2.43904487962774090654e-5), d2(-1.38867637746099294692e-3)));
  const cosineHead = mulAdd2(w, d2(0.0416666233237390631894), mulAdd2(z, d2(-0.499999997251031003120), d2(1)));
  return quadrant2(kind, rounded, f64x2.add(sineHead, sineTail), f64x2.add(cosineHead, cosineTail));
}

@inline
export function trigonometric32(kind: i32, x: v128): v128 {
  const near = f32x4.le(f32x4.abs(x), f32x4.splat(LARGEST as f32));
  if (!i32x4.all_true(near)) return large4(kind, x);
  const low = f32x4.demote_f64x2_zero(single2(kind, f64x2.promote_low_f32x4(x)));
  const upper = v128.shuffle<i64>(x, x, 1, 1);
  const high = f32x4.demote_f64x2_zero(single2(kind, f64x2.promote_low_f32x4(upper)));
  const y = v128.shuffle<i64>(low, high, 0, 2);
  return kind == 1 ? y : choose(f32x4.lt(f32x4.abs(x), f32x4.splat(1e-5)), x, y);
}

function large4(kind: i32, x: v128): v128 {
  let y = x;
  y = f32x4.replace_lane(y, 0, far(kind, f32x4.extract_lane(x, 0) as f64) as f32);
  y = f32x4.replace_lane(y, 1, far(kind, f32x4.extract_lane(x, 1) as f64) as f32);
  y = f32x4.replace_lane(y, 2, far(kind, f32x4.extract_lane(x, 2) as f64) as f32);
  return f32x4.replace_lane(y, 3, far(kind, f32x4.extract_lane(x, 3) as f64) as f32);
}
