// One class a function of two numbers: `scalar` for one pair, `vector` for a pair of 128-bit vectors.
// The loops in binary.ts are compiled once for each, with the function in line.

export class Add {
  @inline scalar<T>(a: T, b: T): T {
    return (a + b) as T;
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.add<T>(a, b);
  }
}

export class Subtract {
  @inline scalar<T>(a: T, b: T): T {
    return (a - b) as T;
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.sub<T>(a, b);
  }
}

export class Multiply {
  @inline scalar<T>(a: T, b: T): T {
    return (a * b) as T;
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.mul<T>(a, b);
  }
  /** As `vector`, where b is no NaN. */
  @inline ordered<T>(a: v128, b: v128): v128 {
    return v128.mul<T>(a, b);
  }
}

export class Divide {
  @inline scalar<T>(a: T, b: T): T {
    return (a / b) as T;
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.div<T>(a, b);
  }
}

/** The larger of the two; NaN if either is NaN. */
export class Maximum {
  @inline scalar<T>(a: T, b: T): T {
    return max<T>(a, b);
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.max<T>(a, b);
  }
  /** As `vector`, where b is no NaN. */
  @inline ordered<T>(a: v128, b: v128): v128 {
    return isFloat<T>() ? v128.pmax<T>(a, b) : v128.max<T>(a, b);
  }
}

/** The smaller of the two; NaN if either is NaN. */
export class Minimum {
  @inline scalar<T>(a: T, b: T): T {
    return min<T>(a, b);
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.min<T>(a, b);
  }
  /** As `vector`, where b is no NaN. */
  @inline ordered<T>(a: v128, b: v128): v128 {
    return isFloat<T>() ? v128.pmin<T>(a, b) : v128.min<T>(a, b);
  }
}

/** aᵇ; for integers by repeated squaring, and the caller sees to it that b ≥ 0. */
export class Power {
  @inline scalar<T>(a: T, b: T): T {
    if (isFloat<T>()) {
      return sizeof<T>() == 4 ? (Mathf.pow(a as f32, b as f32) as T) : (Math.pow(a as f64, b as f64) as T);
    }
    return integerPower(a as i32, b as i32) as T;
  }
}

function integerPower(base: i32, exponent: i32): i32 {
  let result = 1;
  let factor = base;
  for (let e = exponent; e > 0; e >>= 1) {
    if (e & 1) result *= factor;
    factor *= factor;
  }
  return result;
}

/** a³ for every a. */
export class Cube {
  @inline scalar<T>(a: T, _b: T): T {
    return (a * a * a) as T;
  }
  @inline vector<T>(a: v128, _b: v128): v128 {
    return v128.mul<T>(v128.mul<T>(a, a), a);
  }
}

/** The gradient of relu: a where b > 0, else 0. */
export class WherePositive {
  @inline scalar<T>(a: T, b: T): T {
    return b > (0 as T) ? a : (0 as T);
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.and(a, v128.gt<T>(b, v128.splat<T>(0 as T)));
  }
}

/** The gradient of tanh: a·(1 − b²). */
export class TimesTanhSlope {
  @inline scalar<T>(a: T, b: T): T {
    return (a * ((1 as T) - b * b)) as T;
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.mul<T>(a, v128.sub<T>(v128.splat<T>(1 as T), v128.mul<T>(b, b)));
  }
}

/** The gradient of the sigmoid: a·b·(1 − b). */
export class TimesSigmoidSlope {
  @inline scalar<T>(a: T, b: T): T {
    return (a * (b * ((1 as T) - b))) as T;
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.mul<T>(a, v128.mul<T>(b, v128.sub<T>(v128.splat<T>(1 as T), b)));
  }
}

/** a where a > 0, else a·b. */
export class Leaky {
  @inline scalar<T>(a: T, b: T): T {
    return (a > (0 as T) ? a : a * b) as T;
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.bitselect(a, v128.mul<T>(a, b), v128.gt<T>(a, v128.splat<T>(0 as T)));
  }
}

export class BitAnd {
  @inline scalar<T>(a: T, b: T): T {
    return (a & b) as T;
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.and(a, b);
  }
}

export class BitOr {
  @inline scalar<T>(a: T, b: T): T {
    return (a | b) as T;
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.or(a, b);
  }
}

export class BitXor {
  @inline scalar<T>(a: T, b: T): T {
    return (a ^ b) as T;
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.xor(a, b);
  }
}

/** a·2ᵇ without the bits that no longer fit. */
export class ShiftLeft {
  @inline scalar<T>(a: T, b: T): T {
    return ((b as usize) >= sizeof<T>() * 8 ? 0 : a << b) as T;
  }
}

/** ⌊a/2ᵇ⌋. */
export class ShiftRight {
  @inline scalar<T>(a: T, b: T): T {
    const most = sizeof<T>() * 8 - 1;
    if ((b as usize) > most) return (isSigned<T>() ? a >> (most as T) : 0) as T;
    return (a >> b) as T;
  }
}

/** a − b·⌊a/b⌋, with the sign of b; the caller sees to it that b ≠ 0. */
export class IntegerModulo {
  @inline scalar<T>(a: T, b: T): T {
    if (isSigned<T>() && b == (-1 as T)) return 0 as T;
    const r = (a % b) as T;
    return (r != 0 && r < 0 != b < 0 ? r + b : r) as T;
  }
}

/** The rest of a division towards zero, with the sign of a. */
export class IntegerRemainder {
  @inline scalar<T>(a: T, b: T): T {
    return (isSigned<T>() && b == (-1 as T) ? 0 : a % b) as T;
  }
}

/** ⌊a/b⌋; −2³¹ by −1 wraps around. */
export class IntegerFloorQuotient {
  @inline scalar<T>(a: T, b: T): T {
    if (isSigned<T>() && b == (-1 as T)) return (0 - a) as T;
    const q = (a / b) as T;
    return (a % b != 0 && a < 0 != b < 0 ? q - 1 : q) as T;
  }
}

export class Equal {
  @inline scalar<T>(a: T, b: T): bool {
    return a == b;
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.eq<T>(a, b);
  }
}

export class NotEqual {
  @inline scalar<T>(a: T, b: T): bool {
    return a != b;
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.ne<T>(a, b);
  }
}

export class Less {
  @inline scalar<T>(a: T, b: T): bool {
    return a < b;
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.lt<T>(a, b);
  }
}

export class LessEqual {
  @inline scalar<T>(a: T, b: T): bool {
    return a <= b;
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.le<T>(a, b);
  }
}
