/** How many elements of type T a 128-bit vector holds. */
@inline
export function lanes<T>(): usize {
  return 16 / sizeof<T>();
}

/** a·b + c by lanes: fused (one rounding) where the engine has relaxed SIMD, else two roundings (lower-relaxed.ts). */
@inline
export function multiplyAdd<T>(a: v128, b: v128, c: v128): v128 {
  return v128.relaxed_madd<T>(a, b, c);
}

/** The sum of a vector's lanes. */
@inline
export function sumLanes<T>(v: v128): T {
  if (sizeof<T>() == 8) {
    return (v128.extract_lane<T>(v, 0) + v128.extract_lane<T>(v, 1)) as T;
  }
  return (v128.extract_lane<T>(v, 0) +
    v128.extract_lane<T>(v, 1) +
    (v128.extract_lane<T>(v, 2) + v128.extract_lane<T>(v, 3))) as T;
}
