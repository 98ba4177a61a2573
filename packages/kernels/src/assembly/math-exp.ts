// eˣ and its kin. Method and coefficients of f64: FreeBSD msun e_exp.c (fdlibm, Sun Microsystems 1993); of f32:
// Cephes expf.c (Moshier 1989).

import { choose, d2, integer2, integer4, mulAdd2, mulAdd4, rounded2, rounded4, s4, scale2, scale4, scaleOnce4 } from "./math-vectors";

const LOG2_E: f64 = 1.44269504088896338700;
const LN2_HIGH: f64 = 6.93147180369123816490e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;

/** e^(high − low) − 1 for |high − low| ≤ ½·log 2. */
@inline
function expm1Reduced(high: v128, low: v128): v128 {
  const r = f64x2.sub(high, low);
  const z = f64x2.mul(r, r);
  let p = mulAdd2(z, d2(4.13813679705723846039e-8), d2(-1.65339022054652515390e-6));
  p = mulAdd2(z, p, d2(6.61375632143793436117e-5));
  p = mulAdd2(z, p, d2(-2.77777777770155933842e-3));
  p = mulAdd2(z, p, d2(1.66666666666666019037e-1));
  const c = f64x2.sub(r, f64x2.mul(z, p));
  const quotient = f64x2.div(f64x2.mul(r, c), f64x2.sub(d2(2), c));
  return f64x2.sub(high, f64x2.sub(low, quotient));
}

@inline
export function exp64(value: v128): v128 {
  // Below, eˣ is 0; to let it underflow would take a hundred cycles.
  const nothing = f64x2.lt(value, d2(-745.2));
  const x = f64x2.pmin(v128.andnot(value, nothing), d2(710));
  const rounded = rounded2(f64x2.mul(x, d2(LOG2_E)));
  const k = integer2(rounded);
  const high = f64x2.sub(x, f64x2.mul(k, d2(LN2_HIGH)));
  const y = scale2(f64x2.add(expm1Reduced(high, f64x2.mul(k, d2(LN2_LOW))), d2(1)), rounded);
  return v128.andnot(y, nothing);
}

/** 2ˣ, exact for integers. */
@inline
export function exp2_64(value: v128): v128 {
  const x = f64x2.pmax(f64x2.pmin(value, d2(1025)), d2(-1080));
  const rounded = rounded2(x);
  const r = f64x2.sub(x, integer2(rounded));
  const high = f64x2.mul(r, d2(LN2_HIGH));
  const low = f64x2.mul(r, d2(-LN2_LOW));
  return scale2(f64x2.add(expm1Reduced(high, low), d2(1)), rounded);
}

/** eˣ − 1 = 2ᵏ(eʳ − 1 + (1 − 2⁻ᵏ)), where 1 − 2⁻ᵏ is exact. */
@inline
export function expm1_64(value: v128): v128 {
  const x = f64x2.pmax(f64x2.pmin(value, d2(710)), d2(-50));
  const rounded = rounded2(f64x2.mul(x, d2(LOG2_E)));
  const k = integer2(rounded);
  const high = f64x2.sub(x, f64x2.mul(k, d2(LN2_HIGH)));
  const p = expm1Reduced(high, f64x2.mul(k, d2(LN2_LOW)));
  // 2⁻ᵏ vanishes beside 1 from k = 55 on.
  const small = scale2(d2(1), rounded2(f64x2.neg(f64x2.pmin(k, d2(60)))));
  const y = scale2(f64x2.add(p, f64x2.sub(d2(1), small)), rounded);
  return choose(f64x2.lt(f64x2.abs(value), d2(5e-17)), value, y);
}

/** eʳ for the r = x − k·log 2 that is left of x. */
@inline
function exp32Reduced(x: v128, k: v128): v128 {
  let r = f32x4.sub(x, f32x4.mul(k, s4(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(k, s4(-2.12194440e-4)));
  let p = mulAdd4(r, s4(1.9875691500e-4), s4(1.3981999507e-3));
  p = mulAdd4(r, p, s4(8.3334519073e-3));
  p = mulAdd4(r, p, s4(4.1665795894e-2));
  p = mulAdd4(r, p, s4(1.6666665459e-1));
  p = mulAdd4(r, p, s4(5.0000001201e-1));
  return f32x4.add(mulAdd4(f32x4.mul(r, r), p, r), s4(1));
}

@inline
export function exp32(value: v128): v128 {
  const nothing = f32x4.lt(value, s4(-104));
  const x = f32x4.pmin(v128.andnot(value, nothing), s4(89));
  const rounded = rounded4(f32x4.mul(x, s4(1.44269504)));
  return v128.andnot(scale4(exp32Reduced(x, integer4(rounded)), rounded), nothing);
}

/** eˣ for |x| ≤ 87. */
@inline
export function smallExp32(x: v128): v128 {
  const rounded = rounded4(f32x4.mul(x, s4(1.44269504)));
  return scaleOnce4(exp32Reduced(x, integer4(rounded)), rounded);
}
