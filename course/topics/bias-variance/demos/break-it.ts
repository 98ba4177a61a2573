// #region absolute
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const models = [11, 14, 17]; // °C
const afternoons = [15, 19]; // °C

const bias = Math.abs(mean(models) - mean(afternoons));
const spread = mean(models.map((said) => Math.abs(said - mean(models))));
const noise = mean(afternoons.map((was) => Math.abs(was - mean(afternoons))));
const errors = models.flatMap((said) => afternoons.map((was) => Math.abs(said - was)));
console.log("bias", bias, "+ spread", spread, "+ noise", noise, "=", bias + spread + noise);
console.log("mean of the six absolute errors:", mean(errors).toFixed(2));

// #endregion

// #region more-columns
import { RandomGenerator } from "@gradus/core";
import { loadWeather } from "@gradus/data";
import { LinearRegression } from "@gradus/learn";

const YEAR = 365.25;
const highs = (await loadWeather()).column("temp_max").toTensor().toArray<number[]>(); // °C
/** Waves that go round once a year, twice, three times, …: two columns each. */
const waves = (day: number, count: number) =>
  Array.from({ length: count }, (_, i) => (2 * Math.PI * (i + 1) * day) / YEAR).flatMap((angle) => [
    Math.cos(angle),
    Math.sin(angle),
  ]);
const everyWeek = highs.map((_, i) => i).filter((i) => i % 7 === 3);

console.log("columns   on its 20 rows   on other days (°C)");
for (const count of [1, 3, 7, 9, 10, 12, 25]) {
  const random = new RandomGenerator(5);
  const misses = Array.from({ length: 9 }, () => {
    const rows = [...random.permutation(highs.length).slice(0, 20)];
    const model = new LinearRegression().fit(
      rows.map((i) => waves(i, count)),
      rows.map((i) => highs[i]!),
    );
    const typical = (days: readonly number[]) => {
      const said = model.predict(days.map((i) => waves(i, count))).toArray<number[]>();
      return Math.sqrt(mean(said.map((t, j) => (t - highs[days[j]!]!) ** 2)));
    };
    return { own: typical(rows), other: typical(everyWeek) };
  });
  // The middle one of 9 models: near 20 columns a few are far worse still.
  const middle = (part: "own" | "other") =>
    misses.map((miss) => miss[part]).sort((a, b) => a - b)[4]!;
  console.log(
    `${2 * count + 1}`.padStart(7),
    middle("own").toFixed(1).padStart(16),
    middle("other").toFixed(1).padStart(16),
  );
}
// #endregion
