// #region scratch
import { RandomGenerator } from "@gradus/core";

// What a fit would say: the best power of ten of a strength is 1.3, and we do not know it.
const errorAt = (power: number) => (power - 1.3) ** 2;

const random = new RandomGenerator(0);
const [low, high, width] = [-4, 4, 0.6];
const density = (centers: readonly number[], x: number) => {
  const bumps = centers.map(
    (c) => Math.exp(-0.5 * ((x - c) / width) ** 2) / (width * Math.sqrt(2 * Math.PI)),
  );
  // The even density counts as one more bump: nothing is ever ruled out.
  return [1 / (high - low), ...bumps].reduce((sum, d) => sum + d, 0) / (centers.length + 1);
};
const drawFrom = (centers: readonly number[]) => {
  const center = centers[random.integer(0, centers.length + 1)];
  const x = center === undefined ? random.uniform(low, high) : random.normal(center, width);
  return Math.min(high, Math.max(low, x));
};

const tried = Array.from({ length: 6 }, () => random.uniform(low, high));
const first = Math.min(...tried.map(errorAt));
while (tried.length < 20) {
  const order = [...tried].sort((a, b) => errorAt(a) - errorAt(b));
  const nGood = Math.ceil(0.15 * order.length);
  const [good, bad] = [order.slice(0, nGood), order.slice(nGood)];
  const ratio = (x: number) => density(good, x) / density(bad, x);
  const candidates = Array.from({ length: 24 }, () => drawFrom(good));
  tried.push(candidates.reduce((a, b) => (ratio(b) > ratio(a) ? b : a)));
}
console.log("best of the 6 drawn:", first.toFixed(3));
console.log("best of all 20:     ", Math.min(...tried.map(errorAt)).toFixed(3));
console.log(
  "tried last:",
  tried
    .slice(-6)
    .map((x) => x.toFixed(2))
    .join(" "),
);
// #endregion
