// #region distribution
const rate = 2; // visitors a second

const F = (t: number) => (t < 0 ? 0 : 1 - Math.exp(-rate * t)); // P(T ≤ t)
const density = (t: number) => (t < 0 ? 0 : rate * Math.exp(-rate * t));

console.log("P(T ≤ 0.5 s)       =", F(0.5).toFixed(4));
console.log("P(1 s < T ≤ 2 s)   =", (F(2) - F(1)).toFixed(4));
console.log("P(0.5 < T ≤ 0.501) =", (F(0.501) - F(0.5)).toFixed(6));
console.log("density · 0.001    =", (density(0.5) * 0.001).toFixed(6));
console.log("density at 0       =", density(0), "a second");
// #endregion

// #region by-hand
const u = 0.8;
const t = -Math.log(1 - u) / rate;
console.log("u = 0.8 gives t =", t.toFixed(4), "s, and F(t) =", F(t).toFixed(4));

// #endregion

// #region scratch
import { RandomGenerator } from "@gradus/core";

const random = new RandomGenerator(42);
const gaps = Array.from({ length: 1000 }, () => -Math.log(1 - random.uniform()) / rate);

const arrivals: string[] = [];
let now = 0;
for (const wait of gaps.slice(0, 12)) {
  now += wait;
  arrivals.push(now.toFixed(2));
}
console.log("arrivals:", arrivals.join(" "), "s");

const sorted = [...gaps].sort((a, b) => a - b);
let gap = 0;
sorted.forEach((value, i) => {
  gap = Math.max(gap, F(value) - i / 1000, (i + 1) / 1000 - F(value));
});
console.log("largest gap between the distribution functions:", gap.toFixed(6));

// #endregion

// #region library
import { expon, ks1samp } from "@gradus/stats";

const T = expon({ scale: 1 / rate });
console.log("P(T ≤ 0.5 s) =", T.cdf(0.5).toFixed(4), " quantile of 0.8 =", T.ppf(0.8).toFixed(4));
const { statistic, pvalue } = ks1samp(gaps, (value) => T.cdf(value));
console.log("largest gap:", statistic.toFixed(6), " as large by chance:", pvalue.toFixed(2));
// #endregion

// #region wrong-scale
const wrong = expon({ scale: rate }).rvs(1000, { random: new RandomGenerator(1) });
const check = ks1samp(wrong, (value) => T.cdf(value));
console.log("mean gap:", (wrong.reduce((sum, value) => sum + value, 0) / 1000).toFixed(2), "s");
console.log(
  "largest gap:",
  check.statistic.toFixed(3),
  " as large by chance:",
  check.pvalue.toPrecision(2),
);
// #endregion
