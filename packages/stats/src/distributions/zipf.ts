import { zeta } from "../special/digamma";
import { defineDiscrete } from "./discrete";
import type { Domain } from "./parameters";

const above1: Domain = {
  expected: "a finite number > 1",
  holds: (x) => Number.isFinite(x) && x > 1,
};

/**
 * Zipf's distribution on 1, 2, 3, … with probabilities k⁻ᵃ/ζ(a): of words by their rank.
 * @example
 * ```ts
 * zipf({ a: 2 }).pmf(1).toFixed(6); // → 0.607927
 * ```
 */
export const zipf = defineDiscrete<{ readonly a: number }>({
  name: "zipf",
  shapes: { a: above1 },
  standard: ({ a }) => {
    const total = zeta(a);
    return {
      support: [1, Number.POSITIVE_INFINITY],
      logpmf: (k) => -a * Math.log(k) - Math.log(total),
      cdf: (k) => 1 - zeta(a, k + 1) / total,
      sf: (k) => zeta(a, k + 1) / total,
      moments: () => {
        const power = (j: number) => (a - j > 1 ? zeta(a - j) / total : Number.POSITIVE_INFINITY);
        const [mean, second, third, fourth] = [power(1), power(2), power(3), power(4)];
        const variance = second === Number.POSITIVE_INFINITY ? second : second - mean ** 2;
        const skew = third - 3 * mean * second + 2 * mean ** 3;
        const kurt = fourth - 4 * mean * third + 6 * mean ** 2 * second - 3 * mean ** 4;
        return {
          mean,
          variance,
          skewness: skew / variance ** 1.5,
          kurtosis: kurt / variance ** 2 - 3,
        };
      },
      // log ζ(a) − a·ζ′(a)/ζ(a), with −ζ′(a) = Σ k⁻ᵃ·log k by the formula of Euler and Maclaurin.
      entropy: () => Math.log(total) + (a / total) * sumOfLogs(a),
    };
  },
});

function sumOfLogs(a: number): number {
  const n = 1000;
  const log = Math.log(n);
  let sum = 0;
  for (let k = 2; k < n; k++) sum += k ** -a * Math.log(k);
  const tail = n ** (1 - a) * (log / (a - 1) + 1 / (a - 1) ** 2);
  const slope = n ** (-a - 1) * (1 - a * log);
  return sum + tail + 0.5 * n ** -a * log - slope / 12;
}
