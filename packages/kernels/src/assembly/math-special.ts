// Special functions of one f64, one number at a time. Coefficients of the log-gamma, zeta and digamma functions:
// Cephes gamma.c, zeta.c (Moshier 1989) and Boost's digamma (Maddock 2006); of the inverse error function: Wichura
// (1988), algorithm AS 241, Applied Statistics 37(3), 477–484. The Bessel functions are sums of their series.

@inline
function fraction(x: f64): f64 {
  return x - floor<f64>(x);
}

/** log |Γ(x)|. */
export function lgamma(x: f64): f64 {
  if (x != x || x == Infinity) return x;
  if (x == -Infinity) return Infinity;
  if (x < -34) {
    const q = -x;
    const part = fraction(q);
    if (part == 0) return Infinity;
    const near = part > 0.5 ? 1 - part : part;
    return 1.14472988584940017414 - Math.log(q * Math.sin(Math.PI * near)) - lgamma(q);
  }
  return x < 13 ? lgammaSmall(x) : lgammaLarge(x);
}

/** By Γ(x + 1) = x·Γ(x) to [2, 3). */
function lgammaSmall(x: f64): f64 {
  let product: f64 = 1;
  let shift: f64 = 0;
  let u = x;
  while (u >= 3) {
    shift -= 1;
    u = x + shift;
    product *= u;
  }
  while (u < 2) {
    if (u == 0) return Infinity;
    product /= u;
    shift += 1;
    u = x + shift;
  }
  const log = Math.log(abs<f64>(product));
  if (u == 2) return log;
  const t = x + (shift - 2);
  let p: f64 = -1.37825152569120859100e3;
  p = p * t - 3.88016315134637840924e4;
  p = p * t - 3.31612992738871184744e5;
  p = p * t - 1.16237097492762307383e6;
  p = p * t - 1.72173700820839662146e6;
  p = p * t - 8.53555664245765465627e5;
  let q = t - 3.51815701436523470549e2;
  q = q * t - 1.70642106651881159223e4;
  q = q * t - 2.20528590553854454839e5;
  q = q * t - 1.13933444367982507207e6;
  q = q * t - 2.53252307177582951285e6;
  q = q * t - 2.01889141433532773231e6;
  return log + (t * p) / q;
}

/** Stirling's series. */
function lgammaLarge(x: f64): f64 {
  const main = (x - 0.5) * Math.log(x) - x + 0.91893853320467274178;
  if (x > 1e8) return main;
  const z = 1 / (x * x);
  let p: f64 = 8.11614167470508450300e-4;
  p = p * z - 5.95061904284301438324e-4;
  p = p * z + 7.93650340456716943945e-4;
  p = p * z - 2.77777777730099687205e-3;
  p = p * z + 8.33333333333331927722e-2;
  return main + p / x;
}

/** ψ(x), the derivative of log Γ(x). */
export function digamma(value: f64): f64 {
  let x = value;
  if (x != x || x == Infinity) return x;
  if (x == -Infinity) return NaN;
  if (x == 0) return reinterpret<i64>(x) < 0 ? Infinity : -Infinity;
  let result: f64 = 0;
  if (x < 0) {
    const part = fraction(x);
    if (part == 0) return NaN;
    result = -Math.PI / Math.tan(Math.PI * part);
    x = 1 - x;
  }
  while (x < 1) {
    result -= 1 / x;
    x += 1;
  }
  if (x < 10) {
    while (x > 2) {
      x -= 1;
      result += 1 / x;
    }
    return result + digammaFrom1To2(x);
  }
  const z = 1 / (x * x);
  let p: f64 = 8.33333333333333333333e-2;
  p = p * z - 2.10927960927960927961e-2;
  p = p * z + 7.57575757575757575758e-3;
  p = p * z - 4.16666666666666666667e-3;
  p = p * z + 3.96825396825396825397e-3;
  p = p * z - 8.33333333333333333333e-3;
  p = p * z + 8.33333333333333333333e-2;
  return result + Math.log(x) - 0.5 / x - z * p;
}

/** (x − root)·(Y + P(x − 1)/Q(x − 1)): exact to the last digits at the root too. */
function digammaFrom1To2(x: f64): f64 {
  let g = x - 1569415565.0 / 1073741824.0;
  g -= 381566830.0 / 1073741824.0 / 1073741824.0;
  g -= 0.9016312093258695918615325266959189453125e-19;
  const t = x - 1;
  let p: f64 = -0.0020713321167745952;
  p = p * t - 0.045251321448739056;
  p = p * t - 0.28919126444774784;
  p = p * t - 0.65031853770896507;
  p = p * t - 0.32555031186804491;
  p = p * t + 0.25479851061131551;
  let q: f64 = -0.55789841321675513e-6;
  q = q * t + 0.0021284987017821144;
  q = q * t + 0.054151797245674225;
  q = q * t + 0.43593529692665969;
  q = q * t + 1.4606242909763515;
  q = q * t + 2.0767117023730469;
  q = q * t + 1;
  return g * 0.99558162689208984375 + g * (p / q);
}

const BERNOULLI = memory.data<f64>([
  12.0, -720.0, 30240.0, -1209600.0, 47900160.0, -1.8924375803183791606e9, 7.47242496e10, -2.950130727918164224e12,
  1.1646782814350067249e14, -4.5979787224074726105e15, 1.8152105401943546773e17, -7.1661652561756670113e18,
]);

/** Hurwitz's zeta Σ (q + k)⁻ˢ over k ≥ 0, for an integer s ≥ 2, by the formula of Euler and Maclaurin. */
function zeta(s: f64, q: f64): f64 {
  if (q != q) return q;
  if (q <= 0 && fraction(q) == 0) return Infinity;
  if (q > 1e8) return (1 / (s - 1) + 1 / (2 * q)) * Math.pow(q, 1 - s);
  let total = Math.pow(q, -s);
  let a = q;
  let b: f64 = 0;
  for (let i = 0; i < 9 || a <= 9; i++) {
    a += 1;
    b = Math.pow(a, -s);
    total += b;
    if (abs<f64>(b) < 1e-17 * abs<f64>(total)) return total;
  }
  total += (b * a) / (s - 1) - 0.5 * b;
  let factor: f64 = 1;
  let k: f64 = 0;
  for (let i: usize = 0; i < 12; i++) {
    factor *= s + k;
    b /= a;
    const term = (factor * b) / load<f64>(BERNOULLI + (i << 3));
    total += term;
    if (abs<f64>(term) < 1e-17 * abs<f64>(total)) return total;
    k += 1;
    factor *= s + k;
    b /= a;
    k += 1;
  }
  return total;
}

/** The n-th derivative of ψ for an integer n ≥ 0: (−1)ⁿ⁺¹·n!·ζ(n + 1, x). */
export function polygamma(n: f64, x: f64): f64 {
  if (n == 0) return digamma(x);
  if (n < 0 || fraction(n) != 0) return NaN;
  let factorial: f64 = 1;
  for (let i: f64 = 2; i <= n; i += 1) factorial *= i;
  const size = factorial * zeta(n + 1, x);
  return (n as i32) & 1 ? size : -size;
}

/** The x with erf(x) = y. */
export function inverseErf(y: f64): f64 {
  if (!(abs<f64>(y) <= 1)) return NaN;
  if (abs<f64>(y) == 1) return y * Infinity;
  const q = 0.5 * y;
  if (abs<f64>(q) <= 0.425) return (q * quantileCentre(0.180625 - q * q)) * Math.SQRT1_2;
  const r = Math.sqrt(-Math.log(0.5 * (1 - abs<f64>(y))));
  const size = (r <= 5 ? quantileMiddle(r - 1.6) : quantileTail(r - 5)) * Math.SQRT1_2;
  return y < 0 ? -size : size;
}

function quantileCentre(r: f64): f64 {
  let p: f64 = 2.5090809287301226727e3;
  p = p * r + 3.3430575583588128105e4;
  p = p * r + 6.7265770927008700853e4;
  p = p * r + 4.5921953931549871457e4;
  p = p * r + 1.3731693765509461125e4;
  p = p * r + 1.9715909503065514427e3;
  p = p * r + 1.3314166789178437745e2;
  p = p * r + 3.3871328727963666080;
  let q: f64 = 5.2264952788528545610e3;
  q = q * r + 2.8729085735721942674e4;
  q = q * r + 3.9307895800092710610e4;
  q = q * r + 2.1213794301586595867e4;
  q = q * r + 5.3941960214247511077e3;
  q = q * r + 6.8718700749205790830e2;
  q = q * r + 4.2313330701600911252e1;
  return p / (q * r + 1);
}

function quantileMiddle(r: f64): f64 {
  let p: f64 = 7.74545014278341407640e-4;
  p = p * r + 2.27238449892691845833e-2;
  p = p * r + 2.41780725177450611770e-1;
  p = p * r + 1.27045825245236838258;
  p = p * r + 3.64784832476320460504;
  p = p * r + 5.76949722146069140550;
  p = p * r + 4.63033784615654529590;
  p = p * r + 1.42343711074968357734;
  let q: f64 = 1.05075007164441684324e-9;
  q = q * r + 5.47593808499534494600e-4;
  q = q * r + 1.51986665636164571966e-2;
  q = q * r + 1.48103976427480074590e-1;
  q = q * r + 6.89767334985100004550e-1;
  q = q * r + 1.67638483018380384940;
  q = q * r + 2.05319162663775882187;
  return p / (q * r + 1);
}

function quantileTail(r: f64): f64 {
  let p: f64 = 2.01033439929228813265e-7;
  p = p * r + 2.71155556874348757815e-5;
  p = p * r + 1.24266094738807843860e-3;
  p = p * r + 2.65321895265761230930e-2;
  p = p * r + 2.96560571828504891230e-1;
  p = p * r + 1.78482653991729133580;
  p = p * r + 5.46378491116411436990;
  p = p * r + 6.65790464350110377720;
  let q: f64 = 2.04426310338993978564e-15;
  q = q * r + 1.42151175831644588870e-7;
  q = q * r + 1.84631831751005468180e-5;
  q = q * r + 7.86869131145613259100e-4;
  q = q * r + 1.48753612908506148525e-2;
  q = q * r + 1.36929880922735805310e-1;
  q = q * r + 5.99832206555887937690e-1;
  return p / (q * r + 1);
}

/** The modified Bessel function I₀ or I₁: Σ (x/2)^(2k+ν) / (k!·(k+ν)!), for large x by Hankel's expansion. */
export function bessel(order: f64, x: f64): f64 {
  if (x != x) return x;
  const a = abs<f64>(x);
  let term: f64 = 1;
  let total: f64 = 1;
  if (a <= 20) {
    const z = 0.25 * a * a;
    for (let k: f64 = 1; term > 1e-17 * total; k += 1) {
      term *= z / (k * (k + order));
      total += term;
    }
    return order == 0 ? total : 0.5 * x * total;
  }
  if (a == Infinity) return order == 0 ? a : x;
  const mu = 4 * order * order;
  for (let k: f64 = 1; abs<f64>(term) > 1e-17 * total && k < 40; k += 1) {
    const odd = 2 * k - 1;
    term *= (odd * odd - mu) / (8 * a * k);
    total += term;
  }
  const root = Math.exp(0.5 * a);
  const y = root * (total / Math.sqrt(2 * Math.PI * a)) * root;
  return x < 0 && order == 1 ? -y : y;
}
