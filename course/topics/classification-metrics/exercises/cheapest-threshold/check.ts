import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";
import type { Choice, Costs } from "./start";

interface Submission {
  cheapest(isSpam: boolean[], scores: number[], costs: Costs): Choice;
}

interface Rules {
  readonly costs: Costs;
  /** What decides between thresholds. */
  readonly weights?: Costs;
  readonly isJunk?: (score: number, threshold: number) => boolean;
  readonly thresholds?: readonly number[];
}

export default defineCheck(({ cheapest }: Submission) => {
  const first = cheapest([true, false], [1, 0], { falseAlarm: 1, miss: 1 });
  expectThat(
    typeof first === "object" && first !== null && "threshold" in first && "cost" in first,
    "`cheapest` returns an object with `threshold` and `cost`.",
  );
  const compare = (isSpam: boolean[], scores: number[], costs: Costs, because: string) => {
    const find = (rules: Partial<Rules>) => best(isSpam, scores, { costs, ...rules });
    const { threshold, cost } = cheapest([...isSpam], [...scores], { ...costs });
    const swapped = { falseAlarm: costs.miss, miss: costs.falseAlarm };
    expectClose(
      { threshold, cost },
      { ...find({}) },
      {
        of: `cheapest with ${costs.falseAlarm} € for a false alarm and ${costs.miss} € for a miss`,
        because,
        mistakes: {
          "costs-swapped": { ...find({ costs: swapped }) },
          "every-error-alike": { ...find({ weights: { falseAlarm: 1, miss: 1 } }) },
          "strictly-above": { ...find({ isJunk: (score, limit) => score > limit }) },
          "never-nothing": { ...find({ thresholds: falling(scores) }) },
        },
      },
    );
  };
  const five = [false, true, false, true, false];
  const scores = [4, 3, 2, 1, 0];
  compare(five, scores, { falseAlarm: 5, miss: 1 }, "no filter at all is the cheapest here");
  compare(five, scores, { falseAlarm: 1, miss: 5 }, "misses are dear, so much goes to junk");
  compare([true, false], [0.4, 0.9], { falseAlarm: 2, miss: 2 }, "of equal ones the highest");
  compare([true, false, true, false], [9, 7, 5, 3], { falseAlarm: 2, miss: 2 }, "9 and 5 cost 2");
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const isSpam = Array.from({ length: 14 + seed }, (_, i) => i % 2 === 0);
    const drawn = isSpam.map((spam) => Math.round(random.normal(spam ? 2 : -2, 3)));
    compare(isSpam, drawn, { falseAlarm: 3, miss: 2 }, "as counted for every threshold");
    compare(isSpam, drawn, { falseAlarm: 2, miss: 7 }, "as counted for every threshold");
  }
});

function falling(scores: readonly number[]): number[] {
  return [...new Set(scores)].sort((a, b) => b - a);
}

/** The first of the cheapest thresholds. */
function best(isSpam: readonly boolean[], scores: readonly number[], rules: Rules): Choice {
  const { costs, weights = costs, isJunk = (score, limit) => score >= limit } = rules;
  const { thresholds = [Infinity, ...falling(scores)] } = rules;
  const total = (threshold: number, by: Costs) =>
    isSpam.reduce((sum, spam, i) => {
      if (isJunk(scores[i]!, threshold)) return sum + (spam ? 0 : by.falseAlarm);
      return sum + (spam ? by.miss : 0);
    }, 0);
  const chosen = thresholds.reduce((a, b) => (total(b, weights) < total(a, weights) ? b : a));
  return { threshold: chosen, cost: total(chosen, costs) };
}
