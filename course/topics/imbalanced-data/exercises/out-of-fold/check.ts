import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";
import type { Row } from "./start";

interface Submission {
  outOfFold(
    data: Row[],
    folds: number[],
    resample: (rows: Row[]) => Row[],
    fit: (rows: Row[]) => (x: number) => boolean,
  ): boolean[];
}

export default defineCheck(({ outOfFold }: Submission) => {
  for (const seed of [1, 2, 3]) {
    const random = new RandomGenerator(seed);
    const n = 40 + seed;
    const data = Array.from({ length: n }, (_, i) => ({
      x: Math.round(random.normal(i % 5 === 0 ? 3 : 0, 2) * 1000) / 1000,
      y: i % 5 === 0,
    }));
    const folds = data.map((_, i) => (i * 7) % 4);
    const inFold = (use: (fold: number, i: number) => Row[]) =>
      data.map((row, i) => vote(use(folds[i]!, i))(row.x));
    const others = (rows: Row[], fold: number) => rows.filter((_, i) => folds[i] !== fold);
    const right = inFold((fold) => triple(others(data, fold)));
    const numbers = (answers: readonly boolean[]) => [...answers].map(Number);
    const wrong = {
      "resample-first": inFold((fold) => others(triple(data), fold)),
      "never-resampled": inFold((fold) => others(data, fold)),
      "trained-on-all": inFold(() => triple(data)),
      "trained-on-the-fold": inFold((fold) => triple(data.filter((_, i) => folds[i] === fold))),
    };
    const copy = data.map((row) => ({ ...row }));
    expectClose(numbers(outOfFold(copy, [...folds], triple, vote)), numbers(right), {
      of: `the answers for ${n} rows in 4 folds, as 0 and 1`,
      mistakes: Object.fromEntries(
        Object.entries(wrong).map(([name, answers]) => [name, numbers(answers)]),
      ),
    });
  }
});

/** The rows, and each rare one three more times. */
function triple(rows: Row[]): Row[] {
  const rare = rows.filter(({ y }) => y);
  return [...rows, ...rare, ...rare, ...rare];
}

/** The majority of the five nearest rows. */
function vote(rows: Row[]): (x: number) => boolean {
  return (x) => {
    const nearest = rows.toSorted((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x)).slice(0, 5);
    return nearest.filter(({ y }) => y).length > 2;
  };
}
