// #region two-servers
import { RandomGenerator } from "@gradus/core";
import { loadWeather } from "@gradus/data";

const YEAR = 365.25;
const highs = (await loadWeather()).column("temp_max").toTensor().toArray<number[]>(); // °C
const world = highs.map((high, i) => ({ day: i % YEAR, high })); // 1,461 afternoons of four years
type Afternoons = typeof world;

const random = new RandomGenerator(0);
const draw = (n: number): Afternoons =>
  [...random.permutation(world.length).slice(0, n)].map((i) => world[i]!);

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const apart = (a: number, b: number) => Math.min(Math.abs(a - b), YEAR - Math.abs(a - b));

/** The mean of the k afternoons of a sample that are nearest to a day of the year. */
function predict(sample: Afternoons, k: number, day: number): number {
  const sorted = [...sample].sort((a, b) => apart(a.day, day) - apart(b.day, day));
  return mean(sorted.slice(0, k).map(({ high }) => high));
}

const [yours, hers] = [draw(40), draw(40)];
for (const [name, day] of [
  ["15 January", 14],
  ["15 April", 105],
  ["15 July", 196],
  ["15 October", 288],
] as const) {
  const [a, b] = [yours, hers].map((sample) => predict(sample, 3, day).toFixed(1));
  console.log(`${name.padEnd(11)} your server ${a} °C, hers ${b} °C`);
}

// #endregion

// #region decompose
const middles = Array.from({ length: 52 }, (_, week) => ((week + 0.5) * YEAR) / 52);
const byWeek = middles.map((_, week) =>
  world.filter(({ day }) => Math.floor((day * 52) / YEAR) === week).map(({ high }) => high),
);
const truth = byWeek.map(mean); // what a perfect model would say for each week

const samples = Array.from({ length: 200 }, () => draw(40));
const models = samples.map((sample) => middles.map((day) => predict(sample, 3, day)));

const center = middles.map((_, week) => mean(models.map((said) => said[week]!)));
const bias2 = mean(center.map((said, week) => (said - truth[week]!) ** 2));
const variance = mean(center.map((c, week) => mean(models.map((said) => (said[week]! - c) ** 2))));
const noise = mean(truth.map((t, week) => mean(byWeek[week]!.map((was) => (was - t) ** 2))));

// And with no formula at all: every model against every afternoon.
const all = mean(
  byWeek.map((week, w) => mean(models.map((said) => mean(week.map((t) => (said[w]! - t) ** 2))))),
);
console.log("bias²   ", bias2.toFixed(4));
console.log("variance", variance.toFixed(4));
console.log("noise   ", noise.toFixed(4));
console.log("sum     ", (bias2 + variance + noise).toFixed(4));
console.log(
  "directly",
  all.toFixed(4),
  " the two differ by less than 1e-9:",
  Math.abs(all - bias2 - variance - noise) < 1e-9,
);

// #endregion

// #region library
import { KNeighborsRegressor, meanSquaredError } from "@gradus/learn";
import { tensor } from "@gradus/tensor";

/** A year as a circle, so that December is near January. */
const onCircle = (day: number) => {
  const angle = (2 * Math.PI * day) / YEAR;
  return [Math.cos(angle), Math.sin(angle)];
};
const asked = middles.map(onCircle);
const said = tensor(
  samples.map((sample) => {
    const model = new KNeighborsRegressor({ nNeighbors: 3 });
    model.fit(
      sample.map(({ day }) => onCircle(day)),
      sample.map(({ high }) => high),
    );
    return model.predict(asked).toArray<number[]>();
  }),
); // (200 models, 52 weeks)
console.log("bias²   ", meanSquaredError(truth, said.mean(0)).toFixed(4));
console.log("variance", said.sub(said.mean(0)).square().mean().item().toFixed(4));
// #endregion
