import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";

interface Submission {
  pastMeans(groups: string[], y: number[]): number[];
}

export default defineCheck(({ pastMeans }: Submission) => {
  for (const seed of [1, 2, 3]) {
    const random = new RandomGenerator(seed);
    const n = 9 + seed;
    const groups = Array.from({ length: n }, (_, i) =>
      i === 5 ? "D" : "ABC"[random.integer(0, 3)]!,
    );
    const y = groups.map(() => random.normal(10, 3));
    const got = pastMeans([...groups], [...y]);
    expectThat(Array.isArray(got), "`pastMeans` returns a list, with one number for each row.");
    const of = `the past means of ${n} rows`;
    expectClose(got, means(groups, y), {
      of,
      mistakes: {
        "own-row": means(groups, y, { until: (i) => i + 1 }),
        "whole-group": means(groups, y, { until: () => n }),
        "new-group-zero": means(groups, y, { unknown: 0 }),
        "group-forgotten": means(
          groups.map(() => "A"),
          y,
        ),
      },
    });
    const last = n - 1;
    const other = pastMeans([...groups], y.with(last, 1000));
    expectClose(other[last], got[last]!, {
      of: "the last row's mean, if its own value is another",
      otherwise: "own-row",
    });
  }
});

interface Options {
  /** Up to which row the past of row i goes. */
  readonly until?: (i: number) => number;
  readonly unknown?: number;
}

function means(
  groups: readonly string[],
  y: readonly number[],
  { until = (i) => i, unknown }: Options = {},
): number[] {
  return y.map((_, i) => {
    const past = y.slice(0, until(i));
    const own = past.filter((_, j) => groups[j] === groups[i]);
    return own.length > 0 ? mean(own) : (unknown ?? mean(past));
  });
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value) / values.length;
}
