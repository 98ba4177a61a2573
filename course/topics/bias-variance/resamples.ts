import { RandomGenerator } from "@gradus/core";
import { loadWeather } from "@gradus/data";

// Four years of afternoons in Seattle as a whole world, and 200 samples of it, for the figure.

export const YEAR = 365.25;
export const WEEKS = 52;
export const RESAMPLES = 200;

const highs = (await loadWeather()).column("temp_max").toTensor().toArray<number[]>();

/** All afternoons: days since the start of the year, and the warmest hour in °C. */
export const afternoons = highs.map((high, i) => ({ day: i % YEAR, high }));

/** The temperatures of each of the 52 weeks, all four years together. */
export const byWeek: readonly (readonly number[])[] = Array.from({ length: WEEKS }, (_, week) =>
  afternoons.filter(({ day }) => Math.floor((day * WEEKS) / YEAR) === week).map(({ high }) => high),
);

/** The mean of each week: what a perfect model would say. */
export const truth: readonly number[] = byWeek.map(mean);

/** The mean squared distance of an afternoon from the mean of its week. */
export const noise = mean(byWeek.map((all, week) => mean(all.map((t) => (t - truth[week]!) ** 2))));

/** The middle of a week, in days since the start of the year. */
export const middle = (week: number): number => ((week + 0.5) * YEAR) / WEEKS;

/** `RESAMPLES` lists of n afternoons, drawn without replacement. */
export function drawSamples(n: number, seed: number): (typeof afternoons)[] {
  const random = new RandomGenerator(seed);
  return Array.from({ length: RESAMPLES }, () =>
    [...random.permutation(afternoons.length).slice(0, n)].map((i) => afternoons[i]!),
  );
}

/** What the mean of the k nearest afternoons of a sample says for each week: one list for each k. */
export function predictions(sample: typeof afternoons, most: number): number[][] {
  const sorted = [...sample].sort((a, b) => a.day - b.day);
  const n = sorted.length;
  const said = Array.from({ length: most }, () => new Array<number>(WEEKS));
  for (let week = 0; week < WEEKS; week++) {
    const at = middle(week);
    let after = sorted.findIndex(({ day }) => day >= at);
    if (after < 0) after = n;
    let before = after - 1;
    let sum = 0;
    for (let k = 1; k <= most; k++) {
      // The next one on either side of the week, around the turn of the year too.
      const left = sorted[(before + n) % n]!;
      const right = sorted[after % n]!;
      if (around(at - left.day) <= around(right.day - at)) {
        sum += left.high;
        before--;
      } else {
        sum += right.high;
        after++;
      }
      said[k - 1]![week] = sum / k;
    }
  }
  return said;
}

/** The parts of the error of 200 models, each a list of predictions for the weeks. */
export function decompose(models: readonly (readonly number[])[]) {
  const average = truth.map((_, week) => mean(models.map((said) => said[week]!)));
  const bias2 = mean(average.map((said, week) => (said - truth[week]!) ** 2));
  const variance = mean(
    average.map((center, week) => mean(models.map((said) => (said[week]! - center) ** 2))),
  );
  // Every model against every afternoon, with no formula in between.
  const total = mean(
    byWeek.map((all, week) =>
      mean(models.map((said) => mean(all.map((t) => (said[week]! - t) ** 2)))),
    ),
  );
  return { average, bias2, variance, total };
}

/** The 200 samples of n afternoons, and their models for every k up to `most`. */
export function study(n: number, seed: number, most: number) {
  const models = drawSamples(n, seed).map((sample) => predictions(sample, most));
  return Array.from({ length: most }, (_, i) => {
    const own = models.map((said) => said[i]!);
    return { models: own, ...decompose(own) };
  });
}

/** Days forward around the year, from 0 up to a year. */
function around(days: number): number {
  return days < 0 ? days + YEAR : days;
}

export function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
