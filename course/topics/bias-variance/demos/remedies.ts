// #region yesterday
import { RandomGenerator } from "@gradus/core";
import { loadWeather } from "@gradus/data";

const YEAR = 365.25;
const highs = (await loadWeather()).column("temp_max").toTensor().toArray<number[]>(); // °C
const world = highs.map((high, i) => ({ day: i % YEAR, high }));
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const apart = (a: number, b: number) => Math.min(Math.abs(a - b), YEAR - Math.abs(a - b));
const middles = Array.from({ length: 52 }, (_, week) => ((week + 0.5) * YEAR) / 52);
const weekOf = (day: number) => Math.floor((day * 52) / YEAR);
const truth = middles.map((_, w) =>
  mean(world.filter(({ day }) => weekOf(day) === w).map(({ high }) => high)),
);

const anomaly = world.map(({ day, high }) => high - truth[weekOf(day)]!); // °C warmer than its week
const [today, yesterday] = [anomaly.slice(1), anomaly.slice(0, -1)];
const product = mean(today.map((t, i) => t * yesterday[i]!));
const slope = product / mean(yesterday.map((t) => t * t));
const noise = mean(today.map((t) => t * t));
const left = mean(today.map((t, i) => (t - slope * yesterday[i]!) ** 2));
console.log("noise, knowing the day of the year:", noise.toFixed(1), "°C²");
console.log("noise, knowing yesterday too:      ", left.toFixed(1), "°C²");

// #endregion

// #region remedies
/** Bias² and variance of 200 models that average the k nearest of n afternoons. */
function study(n: number, k: number): { bias2: number; variance: number } {
  const random = new RandomGenerator(1);
  const models = Array.from({ length: 200 }, () => {
    const sample = [...random.permutation(world.length).slice(0, n)].map((i) => world[i]!);
    return middles.map((at) => {
      const near = sample.map(({ day, high }) => ({ far: apart(day, at), high }));
      near.sort((a, b) => a.far - b.far);
      return mean(near.slice(0, k).map(({ high }) => high));
    });
  });
  const center = middles.map((_, w) => mean(models.map((said) => said[w]!)));
  return {
    bias2: mean(center.map((c, w) => (c - truth[w]!) ** 2)),
    variance: mean(center.map((c, w) => mean(models.map((said) => (said[w]! - c) ** 2)))),
  };
}

console.log("  n    k   bias²   variance   total");
for (const [n, k] of [
  [40, 1],
  [40, 7],
  [40, 30],
  [160, 7],
  [160, 25],
] as const) {
  const { bias2, variance } = study(n, k);
  const cells = [
    n,
    k,
    bias2.toFixed(1),
    variance.toFixed(1),
    (bias2 + variance + noise).toFixed(1),
  ];
  console.log(cells.map((cell, i) => `${cell}`.padStart([3, 5, 8, 11, 8][i]!)).join(""));
}

// #endregion
