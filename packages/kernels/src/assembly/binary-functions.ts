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
}

/** The smaller of the two; NaN if either is NaN. */
export class Minimum {
  @inline scalar<T>(a: T, b: T): T {
    return min<T>(a, b);
  }
  @inline vector<T>(a: v128, b: v128): v128 {
    return v128.min<T>(a, b);
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

export class Equal {
  @inline scalar<T>(a: T, b: T): bool {
    return a == b;
  }
}

export class NotEqual {
  @inline scalar<T>(a: T, b: T): bool {
    return a != b;
  }
}

export class Less {
  @inline scalar<T>(a: T, b: T): bool {
    return a < b;
  }
}

export class LessEqual {
  @inline scalar<T>(a: T, b: T): bool {
    return a <= b;
  }
}
