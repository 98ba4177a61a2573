import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectEqual, misconception } from "@gradus/course-kit";

interface Submission {
  simplestGood(scores: readonly (readonly number[])[]): number;
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const deviation = (values: readonly number[]) =>
  Math.sqrt(values.reduce((sum, x) => sum + (x - mean(values)) ** 2, 0) / (values.length - 1));

/** The lists of scores that submissions are asked for; in the first, two settings are equally good. */
function cases(): number[][][] {
  const drawn = Array.from({ length: 40 }, (_, i) => {
    const random = new RandomGenerator(i + 1);
    return [0.7, 0.74, 0.77, 0.79, 0.8, 0.79, 0.78].map((level) =>
      Array.from(
        { length: 4 + (i % 3) },
        () => level + (0.01 + 0.05 * random.uniform()) * random.normal(),
      ),
    );
  });
  return [
    [
      [0.5, 0.5],
      [0.75, 0.75],
      [0.75, 0.75],
    ],
    ...drawn,
  ];
}

const answers = {
  right: (scores: readonly number[][]) =>
    firstWithin(scores, (best) => deviation(best) / Math.sqrt(best.length)),
  "takes-the-best": (scores: readonly number[][]) => firstWithin(scores, () => 0),
  "most-flexible": (scores: readonly number[][]) =>
    scores
      .map(mean)
      .findLastIndex(enough(scores, (best) => deviation(best) / Math.sqrt(best.length))),
  "deviation-for-error": (scores: readonly number[][]) => firstWithin(scores, deviation),
  "own-error": (scores: readonly number[][]) =>
    firstWithin(scores, (_, own) => deviation(own) / Math.sqrt(own.length)),
};

type ErrorOf = (best: readonly number[], own: readonly number[]) => number;

function firstWithin(scores: readonly number[][], error: ErrorOf): number {
  return scores.map(mean).findIndex(enough(scores, error));
}

function enough(scores: readonly number[][], error: ErrorOf) {
  const means = scores.map(mean);
  const top = Math.max(...means);
  const best = scores[means.indexOf(top)]!;
  return (each: number, i: number) => each >= top - error(best, scores[i]!);
}

export default defineCheck(({ simplestGood }: Submission) => {
  const asked = cases();
  const found = asked.map((scores) => simplestGood(scores));
  const right = asked.map(answers.right);
  for (const [id, answer] of Object.entries(answers)) {
    const same = asked.every((scores, i) => found[i] === answer(scores));
    if (same && id !== "right") misconception(id);
  }
  expectEqual(found, right, "the simplest settings within one standard error of the best");
});
