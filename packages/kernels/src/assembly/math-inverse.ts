// Arc sine, arc cosine and arc tangent. Methods and coefficients: FreeBSD msun e_asin.c, e_acos.c, s_atan.c (fdlibm,
// Sun Microsystems 1993).

import { choose, d2, mulAdd2, withSign2 } from "./math-vectors";

const HALF_PI: f64 = 1.57079632679489655800;
const HALF_PI_LOW: f64 = 6.12323399573676603587e-17;

/** (asin(x) − x)/x as a function of z = x², for x ≤ ½. */
@inline
function ratio(z: v128): v128 {
  let p = mulAdd2(z, d2(3.47933107596021167570e-5), d2(7.91534994289814532176e-4));
  p = mulAdd2(z, p, d2(-4.00555345006794114027e-2));
  p = mulAdd2(z, p, d2(2.01212532134862925881e-1));
  p = mulAdd2(z, p, d2(-3.25565818622400915405e-1));
  p = f64x2.mul(z, mulAdd2(z, p, d2(1.66666666666666657415e-1)));
  let q = mulAdd2(z, d2(7.70381505559019352791e-2), d2(-6.88283971605453293030e-1));
  q = mulAdd2(z, q, d2(2.02094576023350569471));
  q = mulAdd2(z, q, d2(-2.40339491173441421878));
  return f64x2.div(p, mulAdd2(z, q, d2(1)));
}

/** The upper half of the bits, so that its square is exact. */
@inline
function head(s: v128): v128 {
  return v128.and(s, i64x2.splat(0xffffffff00000000));
}

@inline
export function asin64(x: v128): v128 {
  const a = f64x2.abs(x);
  const small = f64x2.lt(a, d2(0.5));
  const z = choose(small, f64x2.mul(x, x), f64x2.mul(d2(0.5), f64x2.sub(d2(1), a)));
  const r = ratio(z);
  const s = f64x2.sqrt(z);
  const f = head(s);
  const c = choose(f64x2.eq(s, d2(0)), d2(0), f64x2.div(f64x2.sub(z, f64x2.mul(f, f)), f64x2.add(s, f)));
  // π/2 − 2(s + s·r), in parts.
  const p = f64x2.sub(f64x2.mul(f64x2.add(s, s), r), f64x2.sub(d2(HALF_PI_LOW), f64x2.add(c, c)));
  const q = f64x2.sub(d2(0.5 * HALF_PI), f64x2.add(f, f));
  const far = f64x2.sub(d2(0.5 * HALF_PI), f64x2.sub(p, q));
  return choose(small, mulAdd2(x, r, x), withSign2(far, x));
}

@inline
export function acos64(x: v128): v128 {
  const a = f64x2.abs(x);
  const small = f64x2.lt(a, d2(0.5));
  const z = choose(small, f64x2.mul(x, x), f64x2.mul(d2(0.5), f64x2.sub(d2(1), a)));
  const r = ratio(z);
  const s = f64x2.sqrt(z);
  const f = head(s);
  const c = choose(f64x2.eq(s, d2(0)), d2(0), f64x2.div(f64x2.sub(z, f64x2.mul(f, f)), f64x2.add(s, f)));
  const middle = f64x2.sub(d2(HALF_PI), f64x2.sub(x, f64x2.sub(d2(HALF_PI_LOW), f64x2.mul(x, r))));
  const right = f64x2.mul(d2(2), f64x2.add(f, f64x2.add(f64x2.mul(r, s), c)));
  const w = f64x2.sub(f64x2.mul(r, s), d2(HALF_PI_LOW));
  const left = f64x2.mul(d2(2), f64x2.sub(d2(HALF_PI), f64x2.add(s, w)));
  return choose(small, middle, choose(f64x2.lt(x, d2(0)), left, right));
}

/** By four points c: atan a = atan c + atan((a − c)/(1 + a·c)). */
@inline
export function atan64(x: v128): v128 {
  const a = f64x2.abs(x);
  let top = a;
  let bottom = d2(1);
  let high = d2(0);
  let low = d2(0);
  let mask = f64x2.ge(a, d2(0.4375));
  top = choose(mask, f64x2.sub(f64x2.add(a, a), d2(1)), top);
  bottom = choose(mask, f64x2.add(d2(2), a), bottom);
  high = choose(mask, d2(4.63647609000806093515e-1), high);
  low = choose(mask, d2(2.26987774529616870924e-17), low);
  mask = f64x2.ge(a, d2(0.6875));
  top = choose(mask, f64x2.sub(a, d2(1)), top);
  bottom = choose(mask, f64x2.add(a, d2(1)), bottom);
  high = choose(mask, d2(7.85398163397448278999e-1), high);
  low = choose(mask, d2(3.06161699786838301793e-17), low);
  mask = f64x2.ge(a, d2(1.1875));
  top = choose(mask, f64x2.sub(a, d2(1.5)), top);
  bottom = choose(mask, mulAdd2(d2(1.5), a, d2(1)), bottom);
  high = choose(mask, d2(9.82793723247329054082e-1), high);
  low = choose(mask, d2(1.39033110312309984516e-17), low);
  mask = f64x2.ge(a, d2(2.4375));
  top = choose(mask, d2(-1), top);
  bottom = choose(mask, a, bottom);
  high = choose(mask, d2(HALF_PI), high);
  low = choose(mask, d2(HALF_PI_LOW), low);
  const t = f64x2.div(top, bottom);
  const y = f64x2.sub(high, f64x2.sub(f64x2.sub(f64x2.mul(t, atanTail(t)), low), t));
  return withSign2(y, x);
}

/** 1 − atan(t)/t for |t| ≤ 7/16. */
@inline
function atanTail(t: v128): v128 {
  const z = f64x2.mul(t, t);
  const w = f64x2.mul(z, z);
  let even = mulAdd2(w, d2(1.62858201153657823623e-2), d2(4.97687799461593236017e-2));
  even = mulAdd2(w, even, d2(6.66107313738753120669e-2));
  even = mulAdd2(w, even, d2(9.09088713343650656196e-2));
  even = mulAdd2(w, even, d2(1.42857142725034663711e-1));
  even = f64x2.mul(z, mulAdd2(w, even, d2(3.33333333333329318027e-1)));
  let odd = mulAdd2(w, d2(-3.65315727442169155270e-2), d2(-5.83357013379057348645e-2));
  odd = mulAdd2(w, odd, d2(-7.69187620504482999495e-2));
  odd = mulAdd2(w, odd, d2(-1.11111104054623557880e-1));
  odd = f64x2.mul(w, mulAdd2(w, odd, d2(-1.99999999998764832476e-1)));
  return f64x2.add(even, odd);
}
