// #region sum
const counts = new Map<number, number>();
for (let first = 1; first <= 6; first++) {
  for (let second = 1; second <= 6; second++) {
    const X = first + second; // the random variable: one number an outcome
    counts.set(X, (counts.get(X) ?? 0) + 1);
  }
}
const values = [...counts.keys()].sort((a, b) => a - b);
const mass = (x: number) => (counts.get(x) ?? 0) / 36;
for (const x of values)
  console.log(String(x).padStart(2), "█".repeat(36 * mass(x)), mass(x).toFixed(3));
// #endregion

// #region cdf
const F = (x: number) =>
  values.filter((value) => value <= x).reduce((sum, value) => sum + mass(value), 0);

console.log("P(X ≤ 4)  =", F(4).toFixed(4), " 6/36 =", (6 / 36).toFixed(4));
console.log("P(X ≤ 4.5) =", F(4.5).toFixed(4));
console.log("P(5 ≤ X ≤ 9) = F(9) − F(4) =", (F(9) - F(4)).toFixed(4));

// #endregion

// #region sample
import { RandomGenerator } from "@gradus/core";

/** The smallest value whose distribution function reaches u. */
const quantile = (u: number) => values.find((value) => F(value) >= u) ?? 12;

const random = new RandomGenerator(6);
const throws = Array.from({ length: 10_000 }, () => quantile(random.uniform()));
for (const x of [2, 7, 12]) {
  const share = throws.filter((value) => value === x).length / throws.length;
  console.log(`${x}: drawn ${share.toFixed(3)}, promised ${mass(x).toFixed(3)}`);
}
// #endregion
