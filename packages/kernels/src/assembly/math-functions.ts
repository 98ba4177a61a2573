// One class a function: `double` of two f64, `single` of four f32. Where the form for f32 would save little, it goes
// through f64 and is rounded once.

import { erf64, erfc64, normalCdf32, normalCdf64 } from "./math-erf";
import { exp2_64, exp32, exp64, expm1_64 } from "./math-exp";
import { acosh64, asinh64, atanh64, cosh64, sigmoid32, sigmoid64, sinh64, softplus32, softplus64, tanh32, tanh64 } from "./math-hyperbolic";
import { acos64, asin64, atan64 } from "./math-inverse";
import { log1p64, log32, log64, logOfBase64 } from "./math-log";
import { bessel, digamma, inverseErf, lgamma } from "./math-special";
import { trigonometric32, trigonometric64 } from "./math-trigonometric";
import { d2, mulAdd2, mulAdd4, s4 } from "./math-vectors";

/** A function of f64 applied to four f32. */
@inline
function widened<F>(x: v128): v128 {
  const low = f32x4.demote_f64x2_zero(changetype<F>(0).double(f64x2.promote_low_f32x4(x)));
  const upper = v128.shuffle<i64>(x, x, 1, 1);
  const high = f32x4.demote_f64x2_zero(changetype<F>(0).double(f64x2.promote_low_f32x4(upper)));
  return v128.shuffle<i64>(low, high, 0, 2);
}

@inline
function pair(a: f64, b: f64): v128 {
  return f64x2.replace_lane(d2(a), 1, b);
}

@inline
function first(x: v128): f64 {
  return f64x2.extract_lane(x, 0);
}

@inline
function second(x: v128): f64 {
  return f64x2.extract_lane(x, 1);
}

export class Exp {
  @inline double(x: v128): v128 {
    return exp64(x);
  }
  @inline single(x: v128): v128 {
    return exp32(x);
  }
}

export class Exp2 {
  @inline double(x: v128): v128 {
    return exp2_64(x);
  }
  @inline single(x: v128): v128 {
    return widened<Exp2>(x);
  }
}

/** eˣ − 1 without cancellation near 0. */
export class Expm1 {
  @inline double(x: v128): v128 {
    return expm1_64(x);
  }
  @inline single(x: v128): v128 {
    return widened<Expm1>(x);
  }
}

export class Log {
  @inline double(x: v128): v128 {
    return log64(x);
  }
  @inline single(x: v128): v128 {
    return log32(x);
  }
}

export class Log2 {
  @inline double(x: v128): v128 {
    return logOfBase64(x, 1.4426950408889634, 1, 0);
  }
  @inline single(x: v128): v128 {
    return widened<Log2>(x);
  }
}

export class Log10 {
  @inline double(x: v128): v128 {
    return logOfBase64(x, 4.34294481903251816668e-1, 3.01029995663611771306e-1, 3.69423907715893078616e-13);
  }
  @inline single(x: v128): v128 {
    return widened<Log10>(x);
  }
}

/** log(1 + x) without cancellation near 0. */
export class Log1p {
  @inline double(x: v128): v128 {
    return log1p64(x);
  }
  @inline single(x: v128): v128 {
    return widened<Log1p>(x);
  }
}

export class Sin {
  @inline double(x: v128): v128 {
    return trigonometric64(0, x);
  }
  @inline single(x: v128): v128 {
    return trigonometric32(0, x);
  }
}

export class Cos {
  @inline double(x: v128): v128 {
    return trigonometric64(1, x);
  }
  @inline single(x: v128): v128 {
    return trigonometric32(1, x);
  }
}

export class Tan {
  @inline double(x: v128): v128 {
    return trigonometric64(2, x);
  }
  @inline single(x: v128): v128 {
    return trigonometric32(2, x);
  }
}

export class Asin {
  @inline double(x: v128): v128 {
    return asin64(x);
  }
  @inline single(x: v128): v128 {
    return widened<Asin>(x);
  }
}

export class Acos {
  @inline double(x: v128): v128 {
    return acos64(x);
  }
  @inline single(x: v128): v128 {
    return widened<Acos>(x);
  }
}

export class Atan {
  @inline double(x: v128): v128 {
    return atan64(x);
  }
  @inline single(x: v128): v128 {
    return widened<Atan>(x);
  }
}

export class Sinh {
  @inline double(x: v128): v128 {
    return sinh64(x);
  }
  @inline single(x: v128): v128 {
    return widened<Sinh>(x);
  }
}

export class Cosh {
  @inline double(x: v128): v128 {
    return cosh64(x);
  }
  @inline single(x: v128): v128 {
    return widened<Cosh>(x);
  }
}

export class Tanh {
  @inline double(x: v128): v128 {
    return tanh64(x);
  }
  @inline single(x: v128): v128 {
    return tanh32(x);
  }
}

export class Asinh {
  @inline double(x: v128): v128 {
    return asinh64(x);
  }
  @inline single(x: v128): v128 {
    return widened<Asinh>(x);
  }
}

export class Acosh {
  @inline double(x: v128): v128 {
    return acosh64(x);
  }
  @inline single(x: v128): v128 {
    return widened<Acosh>(x);
  }
}

export class Atanh {
  @inline double(x: v128): v128 {
    return atanh64(x);
  }
  @inline single(x: v128): v128 {
    return widened<Atanh>(x);
  }
}

export class ReciprocalRoot {
  @inline double(x: v128): v128 {
    return f64x2.div(d2(1), f64x2.sqrt(x));
  }
  @inline single(x: v128): v128 {
    return widened<ReciprocalRoot>(x);
  }
}

export class CubeRoot {
  @inline double(x: v128): v128 {
    return pair(Math.cbrt(first(x)), Math.cbrt(second(x)));
  }
  @inline single(x: v128): v128 {
    return widened<CubeRoot>(x);
  }
}

export class Erf {
  @inline double(x: v128): v128 {
    return erf64(x);
  }
  @inline single(x: v128): v128 {
    return widened<Erf>(x);
  }
}

export class Erfc {
  @inline double(x: v128): v128 {
    return erfc64(x);
  }
  @inline single(x: v128): v128 {
    return widened<Erfc>(x);
  }
}

/** 1 / (1 + e⁻ˣ). */
export class Sigmoid {
  @inline double(x: v128): v128 {
    return sigmoid64(x);
  }
  @inline single(x: v128): v128 {
    return sigmoid32(x);
  }
}

/** log(1 + eˣ). */
export class Softplus {
  @inline double(x: v128): v128 {
    return softplus64(x);
  }
  @inline single(x: v128): v128 {
    return softplus32(x);
  }
}

/** x·sigmoid(x). */
export class Silu {
  @inline double(x: v128): v128 {
    return f64x2.mul(x, sigmoid64(x));
  }
  @inline single(x: v128): v128 {
    return f32x4.mul(x, sigmoid32(x));
  }
}

/** The derivative of x·s, s = sigmoid(x): s·(1 + x·(1 − s)). */
export class SiluSlope {
  @inline double(x: v128): v128 {
    const s = sigmoid64(x);
    return f64x2.mul(s, mulAdd2(x, f64x2.sub(d2(1), s), d2(1)));
  }
  @inline single(x: v128): v128 {
    const s = sigmoid32(x);
    return f32x4.mul(s, mulAdd4(x, f32x4.sub(s4(1), s), s4(1)));
  }
}

/** x·Φ(x). */
export class Gelu {
  @inline double(x: v128): v128 {
    return f64x2.mul(x, normalCdf64(x));
  }
  @inline single(x: v128): v128 {
    return f32x4.mul(x, normalCdf32(x));
  }
}

/** The derivative of x·Φ(x): Φ(x) + x·e^(−x²/2)/√(2π). */
export class GeluSlope {
  @inline double(x: v128): v128 {
    const density = f64x2.mul(d2(0.3989422804014327), exp64(f64x2.mul(f64x2.mul(x, x), d2(-0.5))));
    return mulAdd2(x, density, normalCdf64(x));
  }
  @inline single(x: v128): v128 {
    const density = f32x4.mul(s4(0.39894228), exp32(f32x4.mul(f32x4.mul(x, x), s4(-0.5))));
    return mulAdd4(x, density, normalCdf32(x));
  }
}

/** 2u = √(8/π)·(x + 0.044715·x³), so that ½(1 + tanh u) is sigmoid(2u). */
@inline
function geluInner64(x: v128): v128 {
  const cubic = mulAdd2(f64x2.mul(x, x), d2(0.044715), d2(1));
  return f64x2.mul(f64x2.mul(x, d2(1.5957691216057308)), cubic);
}

@inline
function geluInner32(x: v128): v128 {
  const cubic = mulAdd4(f32x4.mul(x, x), s4(0.044715), s4(1));
  return f32x4.mul(f32x4.mul(x, s4(1.5957691)), cubic);
}

/** ½x·(1 + tanh(√(2/π)·(x + 0.044715·x³))). */
export class GeluTanh {
  @inline double(x: v128): v128 {
    return f64x2.mul(x, sigmoid64(geluInner64(x)));
  }
  @inline single(x: v128): v128 {
    return f32x4.mul(x, sigmoid32(geluInner32(x)));
  }
}

/** Its derivative, s + x·s·(1 − s)·(2u)′ with s = sigmoid(2u). */
export class GeluTanhSlope {
  @inline double(x: v128): v128 {
    const s = sigmoid64(geluInner64(x));
    const slope = mulAdd2(f64x2.mul(x, x), d2(0.2140644488177929), d2(1.5957691216057308));
    return f64x2.mul(s, mulAdd2(f64x2.mul(x, f64x2.sub(d2(1), s)), slope, d2(1)));
  }
  @inline single(x: v128): v128 {
    const s = sigmoid32(geluInner32(x));
    const slope = mulAdd4(f32x4.mul(x, x), s4(0.21406445), s4(1.5957691));
    return f32x4.mul(s, mulAdd4(f32x4.mul(x, f32x4.sub(s4(1), s)), slope, s4(1)));
  }
}

/** log |Γ(x)|. */
export class LogGamma {
  @inline double(x: v128): v128 {
    return pair(lgamma(first(x)), lgamma(second(x)));
  }
  @inline single(x: v128): v128 {
    return widened<LogGamma>(x);
  }
}

export class Digamma {
  @inline double(x: v128): v128 {
    return pair(digamma(first(x)), digamma(second(x)));
  }
  @inline single(x: v128): v128 {
    return widened<Digamma>(x);
  }
}

export class InverseErf {
  @inline double(x: v128): v128 {
    return pair(inverseErf(first(x)), inverseErf(second(x)));
  }
  @inline single(x: v128): v128 {
    return widened<InverseErf>(x);
  }
}

export class Bessel0 {
  @inline double(x: v128): v128 {
    return pair(bessel(0, first(x)), bessel(0, second(x)));
  }
  @inline single(x: v128): v128 {
    return widened<Bessel0>(x);
  }
}

export class Bessel1 {
  @inline double(x: v128): v128 {
    return pair(bessel(1, first(x)), bessel(1, second(x)));
  }
  @inline single(x: v128): v128 {
    return widened<Bessel1>(x);
  }
}
