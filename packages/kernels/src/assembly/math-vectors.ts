// Short names for vectors of two f64 or four f32, used by the mathematical functions. Products and sums are
// rounded separately, in both builds: an elementwise function gives the same bits with and without relaxed SIMD.

@inline
export function d2(x: f64): v128 {
  return f64x2.splat(x);
}

@inline
export function s4(x: f32): v128 {
  return f32x4.splat(x);
}

/** a·b + c. */
@inline
export function mulAdd2(a: v128, b: v128, c: v128): v128 {
  return f64x2.add(f64x2.mul(a, b), c);
}

/** a·b + c. */
@inline
export function mulAdd4(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), c);
}

/** Where the mask is set a, else b. */
@inline
export function choose(mask: v128, a: v128, b: v128): v128 {
  return v128.bitselect(a, b, mask);
}

/** The size of a with the sign of b. */
@inline
export function withSign2(a: v128, b: v128): v128 {
  return v128.bitselect(a, b, i64x2.splat(0x7fffffffffffffff));
}

/** The size of a with the sign of b. */
@inline
export function withSign4(a: v128, b: v128): v128 {
  return v128.bitselect(a, b, i32x4.splat(0x7fffffff));
}

/** 1.5·2⁵²: a sum with it is rounded to an integer, which stands in its low bits. */
const SHIFT2: f64 = 6755399441055744;
const SHIFT2_BITS: i64 = 0x4338000000000000;
/** 1.5·2²³. */
const SHIFT4: f32 = 12582912;
const SHIFT4_BITS: i32 = 0x4b400000;

/** The nearest integer to each number, plus a constant that `integer2` takes off: for |x| < 2⁵¹. */
@inline
export function rounded2(x: v128): v128 {
  return f64x2.add(x, d2(SHIFT2));
}

/** The integers of `rounded2` as f64. */
@inline
export function integer2(rounded: v128): v128 {
  return f64x2.sub(rounded, d2(SHIFT2));
}

/** For |x| < 2²². */
@inline
export function rounded4(x: v128): v128 {
  return f32x4.add(x, s4(SHIFT4));
}

@inline
export function integer4(rounded: v128): v128 {
  return f32x4.sub(rounded, s4(SHIFT4));
}

/** 2ᵏ for integers −1022 ≤ k ≤ 1023 in i64. */
@inline
function powerOfTwo2(k: v128): v128 {
  return i64x2.shl(i64x2.add(k, i64x2.splat(1023)), 52);
}

@inline
function powerOfTwo4(k: v128): v128 {
  return i32x4.shl(i32x4.add(k, i32x4.splat(127)), 23);
}

/** y·2ᵏ, k from `rounded2`, |k| ≤ 2044: in two steps, since 2ᵏ itself may be too large or too small. */
@inline
export function scale2(y: v128, rounded: v128): v128 {
  const k = i64x2.sub(rounded, i64x2.splat(SHIFT2_BITS));
  const half = i64x2.sub(i64x2.shr_u(i64x2.add(k, i64x2.splat(4096)), 1), i64x2.splat(2048));
  return f64x2.mul(f64x2.mul(y, powerOfTwo2(half)), powerOfTwo2(i64x2.sub(k, half)));
}

/** y·2ᵏ, k from `rounded4`, |k| ≤ 252. */
@inline
export function scale4(y: v128, rounded: v128): v128 {
  const k = i32x4.sub(rounded, i32x4.splat(SHIFT4_BITS));
  const half = i32x4.shr_s(k, 1);
  return f32x4.mul(f32x4.mul(y, powerOfTwo4(half)), powerOfTwo4(i32x4.sub(k, half)));
}

/** y·2ᵏ, k from `rounded4`, −126 ≤ k ≤ 127. */
@inline
export function scaleOnce4(y: v128, rounded: v128): v128 {
  const k = i32x4.sub(rounded, i32x4.splat(SHIFT4_BITS));
  return f32x4.mul(y, powerOfTwo4(k));
}
