import { RandomGenerator } from "@gradus/core";
import type { Point } from "@gradus/course-kit";

/** Why a salary is missing: by chance, by the years, or by the salary itself. */
export type Mechanism = "chance" | "years" | "salary";

/** What one makes of the gaps. */
export type Method = "drop the rows" | "mean" | "5 nearest" | "regression" | "regression + noise";

export const methods: readonly Method[] = [
  "drop the rows",
  "mean",
  "5 nearest",
  "regression",
  "regression + noise",
];

/** What a table says: the mean salary in k€, k€ for each year of experience, and their correlation. */
export interface Estimates {
  readonly mean: number;
  readonly slope: number;
  readonly r: number;
}

const N = 240;
const random = new RandomGenerator(19);

/** Years of experience, and salary in k€, of everybody: what a real survey never sees. */
export const everybody: readonly Point[] = Array.from({ length: N }, () => {
  const years = random.uniform(0, 20);
  return [years, 38 + 2 * years + random.normal(0, 9)];
});

const luck = Array.from({ length: N }, () => {
  const u = random.uniform(0.001, 0.999);
  return Math.log(u / (1 - u));
});
const noise = Array.from({ length: N }, () => random.normal());

/** Whether each salary is missing: those on whom the reason and chance weigh most, up to the share. */
export function gapsOf(mechanism: Mechanism, share: number): boolean[] {
  const place = mechanism === "years" ? 0 : 1;
  const reason = standardized(everybody.map((person) => person[place]));
  const pull = mechanism === "chance" ? 0 : 2.5;
  const scores = luck.map((chance, i) => pull * reason[i]! + chance);
  const missing = Math.round(share * N);
  const limit = scores.toSorted((a, b) => b - a)[missing] ?? Number.NEGATIVE_INFINITY;
  return scores.map((score) => score > limit);
}

/** The table that the method makes: fewer rows, or the same rows with salaries put in. */
export function fill(method: Method, isGap: readonly boolean[]): Point[] {
  const known = everybody.filter((_, i) => !isGap[i]);
  if (method === "drop the rows") return known;
  const predict = predictor(method, known);
  return everybody.map(([years, salary], i) =>
    isGap[i] ? [years, predict(years, noise[i]!)] : [years, salary],
  );
}

function predictor(method: Method, known: readonly Point[]): (years: number, z: number) => number {
  const { mean, slope } = estimate(known);
  if (method === "mean") return () => mean;
  if (method === "5 nearest") {
    return (years) => {
      const near = known.toSorted(([a], [b]) => Math.abs(a - years) - Math.abs(b - years));
      return average(near.slice(0, 5).map(([, salary]) => salary));
    };
  }
  const middle = average(known.map(([years]) => years));
  const line = (years: number) => mean + slope * (years - middle);
  const squares = known.map(([years, salary]) => (salary - line(years)) ** 2);
  const spread = method === "regression" ? 0 : Math.sqrt(average(squares));
  return (years, z) => line(years) + spread * z;
}

export function estimate(people: readonly Point[]): Estimates {
  const years = average(people.map(([x]) => x));
  const mean = average(people.map(([, y]) => y));
  const sum = (of: (x: number, y: number) => number) =>
    people.reduce((total, [x, y]) => total + of(x - years, y - mean), 0);
  const [xx, xy, yy] = [sum((x) => x * x), sum((x, y) => x * y), sum((_, y) => y * y)];
  return { mean, slope: xy / xx, r: xy / Math.sqrt(xx * yy) };
}

const average = (values: readonly number[]) =>
  values.reduce((total, value) => total + value, 0) / values.length;

function standardized(values: readonly number[]): number[] {
  const mean = average(values);
  const std = Math.sqrt(average(values.map((value) => (value - mean) ** 2)));
  return values.map((value) => (value - mean) / std);
}
