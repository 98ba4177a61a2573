/** The t beyond which a share (1 − p)/2 of Student's distribution lies on either side. */
export function tCritical(p: number, degreesOfFreedom: number): number {
  let [low, high] = [0, 1];
  while (tWithin(high, degreesOfFreedom) < p) high *= 2;
  // Halving to the last bit: a few thousand operations, once for each line.
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (tWithin(middle, degreesOfFreedom) < p) low = middle;
    else high = middle;
  }
  return high;
}

/** P(|T| ≤ t) = 1 − I(ν/(ν + t²); ν/2, ½). */
function tWithin(t: number, nu: number): number {
  return incompleteBeta((t * t) / (nu + t * t), 0.5, nu / 2);
}

/** The regularized incomplete beta function I(x; a, b), by its continued fraction. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  return (front * continuedFraction(x, a, b)) / a;
}

/** Lentz' method; see Numerical Recipes (2007), 6.4. */
function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const guard = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guard(1 + even * d);
    c = guard(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guard(1 + odd * d);
    c = guard(1 + odd / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return result;
}

/** ln Γ(x) for x > 0, by Stirling's series after moving x above 10. */
function logGamma(x: number): number {
  let [z, shift] = [x, 0];
  while (z < 10) {
    shift += Math.log(z);
    z++;
  }
  const w = 1 / (z * z);
  const series = 1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188))));
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series / z - shift;
}
