import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  learnThreshold(x: readonly number[], isPositive: readonly boolean[]): number;
}

export default defineCheck(({ learnThreshold }: Submission) => {
  const known: [number[], boolean[]][] = [
    [
      [190, 220, 185, 215, 201],
      [false, true, false, true, false],
    ],
    [
      [10, 2, 30, 12, 40, 9],
      [false, false, true, true, true, false],
    ],
  ];
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const random = new RandomGenerator(seed);
    const isPositive = Array.from({ length: 12 }, () => random.uniform() < 0.5);
    isPositive[seed] = !isPositive[seed - 1]; // both kinds are there
    const x = isPositive.map((positive) =>
      Math.round(20 + 4 * random.normal() + (positive ? 5 : 0)),
    );
    known.push([x, isPositive]);
  }
  for (const [x, isPositive] of known) {
    const better = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);
    expectClose(learnThreshold([...x], [...isPositive]), choose(x, isPositive, better), {
      of: `the threshold for x = [${x.join(", ")}], positive: [${isPositive.join(", ")}]`,
      mistakes: {
        "at-least": choose(x, isPositive, better, (value, t) => value >= t),
        "last-of-ties": choose(x, isPositive, (a, b) => better(a, b) || -1),
        "most-mistakes": choose(x, isPositive, (a, b) => better(b, a)),
        "between-means": (mean(x, isPositive, true) + mean(x, isPositive, false)) / 2,
      },
    });
  }
});

/** The threshold whose count of mistakes comes first; a later one takes over where `order` is below 0. */
function choose(
  x: readonly number[],
  isPositive: readonly boolean[],
  order: (count: number, best: number) => number,
  rule: (value: number, t: number) => boolean = (value, t) => value > t,
): number {
  const count = (t: number) => x.filter((value, i) => rule(value, t) !== isPositive[i]).length;
  const sorted = [...x].sort((a, b) => a - b);
  return sorted.reduce((best, t) => (order(count(t), count(best)) < 0 ? t : best));
}

function mean(x: readonly number[], isPositive: readonly boolean[], kind: boolean): number {
  const values = x.filter((_, i) => isPositive[i] === kind);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
