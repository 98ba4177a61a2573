/**
 * The modified Bessel function I₀ or I₁ times e⁻ˣ, for x ≥ 0, by its series, for large x by Hankel's expansion.
 */
export function scaledBessel(order: 0 | 1, x: number): number {
  let [term, total] = [1, 1];
  if (x <= 20) {
    const z = 0.25 * x * x;
    for (let k = 1; term > 1e-17 * total; k++) {
      term *= z / (k * (k + order));
      total += term;
    }
    return Math.exp(-x) * (order === 0 ? total : 0.5 * x * total);
  }
  for (let k = 1; Math.abs(term) > 1e-17 * total && k < 40; k++) {
    const odd = 2 * k - 1;
    term *= (odd * odd - 4 * order) / (8 * x * k);
    total += term;
  }
  return total / Math.sqrt(2 * Math.PI * x);
}
