// Exponentials of both floating types by lanes, for the kernels of networks; and vectors that are not full.

import { exp64, smallExp32 } from "./math-exp";
import { sigmoid64, tanh32, tanh64 } from "./math-hyperbolic";

/** eˣ for x ≤ 0 (−∞ gives 0, NaN stays NaN), by lanes. */
@inline
export function expNonPositive<T>(x: v128): v128 {
  if (sizeof<T>() == 8) return exp64(x);
  const low = f32x4.splat(-87);
  // Below −87 the result is soon not a normal number any more: 0.
  return v128.andnot(smallExp32(f32x4.max(x, low)), f32x4.lt(x, low));
}

/** 1 / (1 + e⁻ˣ) by lanes. Beyond ±87, where a float32 exponential would overflow, it is as good as constant. */
@inline
export function sigmoidLanes<T>(x: v128): v128 {
  if (sizeof<T>() == 8) return sigmoid64(x);
  const one = f32x4.splat(1);
  const near = f32x4.max(f32x4.min(f32x4.neg(x), f32x4.splat(87)), f32x4.splat(-87));
  return f32x4.div(one, f32x4.add(one, smallExp32(near)));
}

/** The hyperbolic tangent by lanes. */
@inline
export function tanhLanes<T>(x: v128): v128 {
  return sizeof<T>() == 8 ? tanh64(x) : tanh32(x);
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
