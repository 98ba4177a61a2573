import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";
import type { Point } from "./start";

interface Submission {
  rocPoints(isSpam: boolean[], scores: number[]): Point[];
}

export default defineCheck(({ rocPoints }: Submission) => {
  const four = rocPoints([true, false, true, false], [0.9, 0.7, 0.5, 0.1]);
  expectThat(Array.isArray(four), "`rocPoints` returns a list of points.");
  compare(rocPoints, [true, false, true, false, true], [0.9, 0.7, 0.5, 0.1, 0.2]);
  compare(rocPoints, [true, false, false, true, false], [3, 3, 1, 1, -2]);
  for (const seed of [1, 2, 3]) {
    const random = new RandomGenerator(seed);
    const isSpam = Array.from({ length: 12 + seed }, (_, i) => i % 3 === 0);
    const scores = isSpam.map((spam) => Math.round(random.normal(spam ? 2 : 0, 2)));
    compare(rocPoints, isSpam, scores);
  }
});

function compare(rocPoints: Submission["rocPoints"], isSpam: boolean[], scores: number[]): void {
  const expected = curve(isSpam, scores);
  const got = rocPoints([...isSpam], [...scores]);
  const share = isSpam.filter(Boolean).length / isSpam.length;
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
  // Each mail by itself: the scores become places, so that none are equal.
  const places = scores.map((_, i) => -order.indexOf(i));
  expectClose(flat(got), flat(expected), {
    of: `rocPoints of ${isSpam.length} mails with ${new Set(scores).size} different scores, as fpr and tpr in turn`,
    mistakes: {
      "no-origin": flat(expected.slice(1)),
      "swapped-axes": flat(expected.map(({ fpr, tpr }) => ({ fpr: tpr, tpr: fpr }))),
      "share-of-all": flat(
        expected.map(({ fpr, tpr }) => ({ fpr: fpr * (1 - share), tpr: tpr * share })),
      ),
      "low-scores-first": flat(
        curve(
          isSpam,
          scores.map((score) => -score),
        ),
      ),
      ...(new Set(scores).size < scores.length && {
        "one-mail-a-point": flat(curve(isSpam, places)),
      }),
    },
  });
}

function flat(points: readonly Point[]): number[] {
  return points.flatMap(({ fpr, tpr }) => [fpr, tpr]);
}

function curve(isSpam: readonly boolean[], scores: readonly number[]): Point[] {
  const thresholds = [Infinity, ...[...new Set(scores)].sort((a, b) => b - a)];
  const rate = (of: boolean, threshold: number) => {
    const all = [...isSpam.keys()].filter((i) => isSpam[i] === of);
    return all.filter((i) => scores[i]! >= threshold).length / all.length;
  };
  return thresholds.map((each) => ({ fpr: rate(false, each), tpr: rate(true, each) }));
}
