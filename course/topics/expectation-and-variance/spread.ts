// Means and spreads of a few numbers, for the figures.
import { RandomGenerator } from "@gradus/core";

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The mean squared distance of the numbers from c; from their mean it is the variance. */
export function squaredDistance(values: readonly number[], c: number): number {
  return mean(values.map((value) => (value - c) ** 2));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Something random that is drawn again and again: where its means should go, and its spread if it has one. */
export interface Source {
  readonly name: string;
  readonly centre: number;
  readonly sigma: number | undefined;
  readonly around: readonly [low: number, high: number];
  draw(random: RandomGenerator): number;
}

export const sources: readonly Source[] = [
  {
    name: "A die",
    centre: 3.5,
    sigma: Math.sqrt(35 / 12),
    around: [1, 6],
    draw: (random) => random.integer(1, 7),
  },
  {
    name: "Attempts of a job",
    centre: 1.24,
    sigma: Math.sqrt(0.2624),
    around: [0.6, 3.2],
    draw: (random) => {
      const u = random.uniform();
      return u < 0.8 ? 1 : u < 0.96 ? 2 : 3;
    },
  },
  {
    name: "Seconds between visits",
    centre: 4,
    sigma: 4,
    around: [0, 12],
    draw: (random) => -4 * Math.log1p(-random.uniform()),
  },
  {
    name: "Ratio of two errors",
    centre: 0,
    sigma: undefined,
    around: [-6, 6],
    draw: (random) => random.normal() / random.normal(),
  },
];

/** The means of the first n draws, at every n asked for. */
export function runningMeans(source: Source, random: RandomGenerator, at: readonly number[]) {
  let [n, sum] = [0, 0];
  return at.map((end) => {
    while (n < end) {
      sum += source.draw(random);
      n++;
    }
    return sum / n;
  });
}

/** Running means of several walks, each on a stream of its own. */
export function walksOf(source: Source, seed: number, count: number, at: readonly number[]) {
  return Array.from({ length: count }, (_, i) =>
    runningMeans(source, new RandomGenerator(seed, i), at),
  );
}

/** Whole numbers from 1 to `last`, about evenly far apart on a logarithmic axis. */
export function places(last: number, count: number): number[] {
  const all = Array.from({ length: count }, (_, i) => Math.round(last ** (i / (count - 1))));
  return [...new Set(all)];
}

/** At most one decimal, thousands with commas, with a real minus. */
export function numberText(value: number): string {
  const rounded = Math.round(value * 10) / 10 || 0;
  return rounded.toLocaleString("en-US", { maximumFractionDigits: 1 }).replace("-", "−");
}
