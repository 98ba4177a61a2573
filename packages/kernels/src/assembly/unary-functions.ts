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
  @inline vector<T>(x: v128): v128 {
    const zero = v128.splat<T>(0 as T);
    const above = v128.and(v128.gt<T>(x, zero), v128.splat<T>(1 as T));
    const below = v128.and(v128.lt<T>(x, zero), v128.splat<T>(-1 as T));
    return v128.bitselect(v128.or(above, below), x, v128.eq<T>(x, x));
  }
}

/** Towards zero. */
export class Truncate {
  @inline scalar<T>(x: T): T {
    return trunc<T>(x);
  }
  @inline vector<T>(x: v128): v128 {
    return v128.trunc<T>(x);
  }
}
