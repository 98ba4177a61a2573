// #region by-hand
const before = [52, 47, 61, 55, 49]; // ms
const after = [49, 46, 57, 53, 49]; // ms, the same five pages

const saved = before.map((time, i) => time - after[i]!);
const n = saved.length;
const mean = saved.reduce((a, b) => a + b) / n;
const variance = saved.reduce((sum, d) => sum + (d - mean) ** 2, 0) / (n - 1);
const t = mean / Math.sqrt(variance / n);
console.log("saved:", saved, "mean", mean, "variance", variance);
console.log("t =", t.toFixed(4));

// #endregion

// #region library
import { ttestInd, ttestRel } from "@gradus/stats";

const paired = ttestRel(before, after);
const [from, to] = paired.confidenceInterval;
console.log("paired:  t", paired.statistic.toFixed(4), "p", paired.pvalue.toFixed(4));
console.log(`  saves ${from.toFixed(2)} to ${to.toFixed(2)} ms`);
const unpaired = ttestInd(before, after);
console.log("unpaired: t", unpaired.statistic.toFixed(4), "p", unpaired.pvalue.toFixed(4));
// #endregion
