// Exponentials of four float32 at once, for the kernels of networks; float64 goes number by number.
// The polynomials are those of Cephes' expf and tanhf (S. L. Moshier, public domain): relative error below 2e-7.

/** eˣ for x ≤ 0 (−∞ gives 0, NaN stays NaN), by lanes. */
@inline
export function expNonPositive<T>(x: v128): v128 {
  if (sizeof<T>() == 8) return expTwice(x);
  const low = f32x4.max(x, f32x4.splat(-87.5));
  const n = f32x4.nearest(f32x4.mul(low, f32x4.splat(1.44269504088896341)));
  let r = f32x4.sub(low, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.add(f32x4.mul(f32x4.splat(1.9875691500e-4), r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  // Below −87.3 the result is not a normal number any more: 0.
  return v128.andnot(f32x4.mul(p, power), f32x4.lt(x, f32x4.splat(-87.3)));
}

function expTwice(x: v128): v128 {
  const first = f64x2.splat(Math.exp(f64x2.extract_lane(x, 0)));
  return f64x2.replace_lane(first, 1, Math.exp(f64x2.extract_lane(x, 1)));
}

/** 1 / (1 + e⁻ˣ) by lanes, by the side on which the exponential cannot overflow. */
@inline
export function sigmoidLanes<T>(x: v128): v128 {
  const one = v128.splat<T>(1 as T);
  const e = expNonPositive<T>(v128.neg<T>(v128.abs<T>(x)));
  const top = v128.bitselect(e, one, v128.lt<T>(x, v128.splat<T>(0 as T)));
  return v128.div<T>(top, v128.add<T>(one, e));
}

/** The hyperbolic tangent by lanes. */
@inline
export function tanhLanes<T>(x: v128): v128 {
  if (sizeof<T>() == 8) return tanhTwice(x);
  const magnitude = f32x4.abs(x);
  const one = f32x4.splat(1);
  const e = expNonPositive<f32>(f32x4.mul(magnitude, f32x4.splat(-2)));
  const large = f32x4.div(f32x4.sub(one, e), f32x4.add(one, e));
  const z = f32x4.mul(x, x);
  let p = f32x4.add(f32x4.mul(f32x4.splat(-5.70498872745e-3), z), f32x4.splat(2.06390887954e-2));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-5.37397155531e-2));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(1.33314422036e-1));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-3.33332819422e-1));
  const small = f32x4.add(f32x4.mul(f32x4.mul(p, z), x), x);
  const sign = v128.and(x, i32x4.splat(0x80000000));
  return v128.bitselect(small, v128.or(large, sign), f32x4.lt(magnitude, f32x4.splat(0.625)));
}

function tanhTwice(x: v128): v128 {
  const first = f64x2.splat(Math.tanh(f64x2.extract_lane(x, 0)));
  return f64x2.replace_lane(first, 1, Math.tanh(f64x2.extract_lane(x, 1)));
}

/** The first n elements at `from`, fewer than a vector holds, the other lanes filled. */
@inline
export function loadSome<T>(from: usize, n: usize, fill: T): v128 {
  let v = v128.splat<T>(fill);
  if (n > 0) v = v128.replace_lane<T>(v, 0, load<T>(from));
  if (sizeof<T>() == 4) {
    if (n > 1) v = v128.replace_lane<T>(v, 1, load<T>(from, 4));
    if (n > 2) v = v128.replace_lane<T>(v, 2, load<T>(from, 8));
  }
  return v;
}

/** Stores the first n lanes, fewer than all. */
@inline
export function storeSome<T>(to: usize, n: usize, v: v128): void {
  if (n > 0) store<T>(to, v128.extract_lane<T>(v, 0));
  if (sizeof<T>() == 4) {
    if (n > 1) store<T>(to, v128.extract_lane<T>(v, 1), 4);
    if (n > 2) store<T>(to, v128.extract_lane<T>(v, 2), 8);
  }
}

/** The largest lane; NaN if one is. */
@inline
export function largestLane<T>(v: v128): T {
  if (sizeof<T>() == 8) return max<T>(v128.extract_lane<T>(v, 0), v128.extract_lane<T>(v, 1));
  return max<T>(
    max<T>(v128.extract_lane<T>(v, 0), v128.extract_lane<T>(v, 1)),
    max<T>(v128.extract_lane<T>(v, 2), v128.extract_lane<T>(v, 3)),
  );
}
