// Hyperbolic functions, their inverses, and the functions that networks make of eˣ.

import { exp32, exp64, expm1_64, smallExp32 } from "./math-exp";
import { log1p64, log32, log64 } from "./math-log";
import { choose, d2, mulAdd2, mulAdd4, s4, withSign2, withSign4 } from "./math-vectors";

/** tanh x = t/(t + 2) with t = e^2|x| − 1. */
@inline
export function tanh64(x: v128): v128 {
  const t = expm1_64(f64x2.mul(d2(2), f64x2.pmin(f64x2.abs(x), d2(22))));
  return withSign2(f64x2.div(t, f64x2.add(t, d2(2))), x);
}

/** Below 0.625 a polynomial (Cephes tanhf.c, Moshier 1989), above 1 − 2/(e^2|x| + 1). */
@inline
export function tanh32(x: v128): v128 {
  const a = f32x4.abs(x);
  const e = smallExp32(f32x4.mul(s4(2), f32x4.pmin(a, s4(10))));
  const far = f32x4.sub(s4(1), f32x4.div(s4(2), f32x4.add(e, s4(1))));
  const z = f32x4.mul(x, x);
  let p = mulAdd4(z, s4(-5.70498872745e-3), s4(2.06390887954e-2));
  p = mulAdd4(z, p, s4(-5.37397155531e-2));
  p = mulAdd4(z, p, s4(1.33314422036e-1));
  p = mulAdd4(z, p, s4(-3.33332819422e-1));
  const near = mulAdd4(f32x4.mul(p, z), a, a);
  return withSign4(choose(f32x4.lt(a, s4(0.625)), near, far), x);
}

/** 1 / (1 + e⁻ˣ), by the side on which the exponential cannot overflow. */
@inline
export function sigmoid64(x: v128): v128 {
  const e = exp64(f64x2.neg(f64x2.abs(x)));
  const numerator = choose(f64x2.lt(x, d2(0)), e, d2(1));
  return f64x2.div(numerator, f64x2.add(d2(1), e));
}

@inline
export function sigmoid32(x: v128): v128 {
  const e = exp32(f32x4.neg(f32x4.abs(x)));
  const numerator = choose(f32x4.lt(x, s4(0)), e, s4(1));
  return f32x4.div(numerator, f32x4.add(s4(1), e));
}

/** log(1 + eˣ) = max(x, 0) + log1p(e^−|x|). */
@inline
export function softplus64(x: v128): v128 {
  const tail = log1p64(exp64(f64x2.neg(f64x2.abs(x))));
  return f64x2.add(f64x2.pmax(x, d2(0)), tail);
}

@inline
export function softplus32(x: v128): v128 {
  const e = exp32(f32x4.neg(f32x4.abs(x)));
  const u = f32x4.add(s4(1), e);
  // What 1 + e loses in rounding comes back.
  const lost = f32x4.div(f32x4.sub(e, f32x4.sub(u, s4(1))), u);
  return f32x4.add(f32x4.pmax(x, s4(0)), f32x4.add(log32(u), lost));
}

/** sinh x = ½(t + t/(t + 1)) with t = e^|x| − 1. */
@inline
export function sinh64(x: v128): v128 {
  const a = f64x2.abs(x);
  const t = expm1_64(a);
  let y = f64x2.mul(d2(0.5), f64x2.add(t, f64x2.div(t, f64x2.add(t, d2(1)))));
  y = beyondExp(a, y);
  return withSign2(y, x);
}

@inline
export function cosh64(x: v128): v128 {
  const a = f64x2.abs(x);
  const e = exp64(a);
  const y = mulAdd2(d2(0.5), e, f64x2.div(d2(0.5), e));
  return beyondExp(a, y);
}

/** ½eᵃ where eᵃ itself is close to the largest number or beyond it. */
@inline
function beyondExp(a: v128, y: v128): v128 {
  const large = f64x2.gt(a, d2(709));
  if (!v128.any_true(large)) return y;
  const root = exp64(f64x2.mul(d2(0.5), a));
  return choose(large, f64x2.mul(f64x2.mul(d2(0.5), root), root), y);
}

const LN2: f64 = 0.6931471805599453;
/** From here on x² + 1 is x². */
const SQUARE_ALONE: f64 = 1e10;

/** asinh x = log1p(a + a²/(1 + √(a² + 1))) with a = |x|. */
@inline
export function asinh64(x: v128): v128 {
  const a = f64x2.abs(x);
  const b = f64x2.pmin(a, d2(SQUARE_ALONE));
  const square = f64x2.mul(b, b);
  const root = f64x2.sqrt(f64x2.add(square, d2(1)));
  const near = log1p64(f64x2.add(b, f64x2.div(square, f64x2.add(d2(1), root))));
  return withSign2(beyondSquare(a, near), x);
}

/** acosh x = log1p(t + √(2t + t²)) with t = x − 1. */
@inline
export function acosh64(x: v128): v128 {
  const t = f64x2.sub(f64x2.pmin(x, d2(SQUARE_ALONE)), d2(1));
  const near = log1p64(f64x2.add(t, f64x2.sqrt(mulAdd2(t, t, f64x2.mul(d2(2), t)))));
  return choose(f64x2.lt(x, d2(1)), d2(NaN), beyondSquare(x, near));
}

@inline
function beyondSquare(a: v128, near: v128): v128 {
  const large = f64x2.ge(a, d2(SQUARE_ALONE));
  if (!v128.any_true(large)) return near;
  return choose(large, f64x2.add(log64(a), d2(LN2)), near);
}

/** atanh x = ½·log1p(2a + 2a·a/(1 − a)) with a = |x|. */
@inline
export function atanh64(x: v128): v128 {
  const a = f64x2.abs(x);
  const twice = f64x2.add(a, a);
  const rest = f64x2.sub(d2(1), a);
  const small = f64x2.add(twice, f64x2.div(f64x2.mul(twice, a), rest));
  const t = choose(f64x2.lt(a, d2(0.5)), small, f64x2.div(twice, rest));
  return withSign2(f64x2.mul(d2(0.5), log1p64(t)), x);
}
