// One class a function of one number. Those with `vector` have a form for 128-bit vectors.

export class Negate {
  @inline scalar<T>(x: T): T {
    return -x as T;
  }
  @inline vector<T>(x: v128): v128 {
    return v128.neg<T>(x);
  }
}

export class Absolute {
  @inline scalar<T>(x: T): T {
    return abs<T>(x);
  }
  @inline vector<T>(x: v128): v128 {
    return v128.abs<T>(x);
  }
}

export class SquareRoot {
  @inline scalar<T>(x: T): T {
    return sqrt<T>(x);
  }
  @inline vector<T>(x: v128): v128 {
    return v128.sqrt<T>(x);
  }
}

export class Square {
  @inline scalar<T>(x: T): T {
    return (x * x) as T;
  }
  @inline vector<T>(x: v128): v128 {
    return v128.mul<T>(x, x);
  }
}

export class Reciprocal {
  @inline scalar<T>(x: T): T {
    return ((1 as T) / x) as T;
  }
  @inline vector<T>(x: v128): v128 {
    return v128.div<T>(v128.splat<T>(1 as T), x);
  }
}

export class Floor {
  @inline scalar<T>(x: T): T {
    return floor<T>(x);
  }
  @inline vector<T>(x: v128): v128 {
    return v128.floor<T>(x);
  }
}

export class Ceil {
  @inline scalar<T>(x: T): T {
    return ceil<T>(x);
  }
  @inline vector<T>(x: v128): v128 {
    return v128.ceil<T>(x);
  }
}

/** To the nearest integer, halves to the even one. */
export class Round {
  @inline scalar<T>(x: T): T {
    return nearest<T>(x);
  }
  @inline vector<T>(x: v128): v128 {
    return v128.nearest<T>(x);
  }
}

/** max(x, 0); NaN stays NaN. */
export class Relu {
  @inline scalar<T>(x: T): T {
    return max<T>(x, 0 as T);
  }
  @inline vector<T>(x: v128): v128 {
    return v128.max<T>(x, v128.splat<T>(0 as T));
  }
}

/** −1, 0 or 1; NaN stays NaN. */
export class Sign {
  @inline scalar<T>(x: T): T {
    return x > (0 as T) ? (1 as T) : x < (0 as T) ? (-1 as T) : x == (0 as T) ? (0 as T) : x;
  }
}

export class Exp {
  @inline scalar<T>(x: T): T {
    return sizeof<T>() == 4 ? (Mathf.exp(x as f32) as T) : (Math.exp(x as f64) as T);
  }
}

/** eˣ − 1 without cancellation near 0. */
export class Expm1 {
  @inline scalar<T>(x: T): T {
    return sizeof<T>() == 4 ? (Mathf.expm1(x as f32) as T) : (Math.expm1(x as f64) as T);
  }
}

export class Log {
  @inline scalar<T>(x: T): T {
    return sizeof<T>() == 4 ? (Mathf.log(x as f32) as T) : (Math.log(x as f64) as T);
  }
}

/** log(1 + x) without cancellation near 0. */
export class Log1p {
  @inline scalar<T>(x: T): T {
    return sizeof<T>() == 4 ? (Mathf.log1p(x as f32) as T) : (Math.log1p(x as f64) as T);
  }
}

export class Sin {
  @inline scalar<T>(x: T): T {
    return sizeof<T>() == 4 ? (Mathf.sin(x as f32) as T) : (Math.sin(x as f64) as T);
  }
}

export class Cos {
  @inline scalar<T>(x: T): T {
    return sizeof<T>() == 4 ? (Mathf.cos(x as f32) as T) : (Math.cos(x as f64) as T);
  }
}

export class Tanh {
  @inline scalar<T>(x: T): T {
    return sizeof<T>() == 4 ? (Mathf.tanh(x as f32) as T) : (Math.tanh(x as f64) as T);
  }
}

/** 1 / (1 + e⁻ˣ), by the side on which the exponential cannot overflow. */
export class Sigmoid {
  @inline scalar<T>(x: T): T {
    if (sizeof<T>() == 4) {
      const e = Mathf.exp(-abs<f32>(x as f32));
      return ((x as f32) >= 0 ? 1 / (1 + e) : e / (1 + e)) as T;
    }
    const e = Math.exp(-abs<f64>(x as f64));
    return ((x as f64) >= 0 ? 1 / (1 + e) : e / (1 + e)) as T;
  }
}
