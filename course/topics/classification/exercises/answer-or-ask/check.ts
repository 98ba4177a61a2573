import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  decide(scores: readonly number[], bar: number): number;
}

export default defineCheck(({ decide }: Submission) => {
  const cases: [scores: number[], bar: number][] = [
    [[-4, -1, -3], 0.8],
    [[-4, -1, -3], 0.9],
    [[2, 1, 0.5], 0.5],
    [[2, 1, 0.5], 0.7],
    [[0.2, 0.1, 0.3], 0.3],
    [[1, 1], 0.5],
    [[3, 9, 3, 3], 0.99],
    [[3, 9, 3, 3], 0.999],
    [[5, 4.9, 4.8], 0.6],
    [[1000, 998, 990], 0.8],
    [[-1000, -1003, -1001], 0.7],
    [[7], 1],
  ];
  for (const [scores, bar] of cases) {
    const exact = softmax(scores, Math.max(...scores));
    const best = scores.indexOf(Math.max(...scores));
    const answerIf = (holds: boolean) => (holds ? best : -1);
    expectClose(decide([...scores], bar), answerIf(exact[best]! >= bar), {
      of: `decide([${scores.join(", ")}], ${bar})`,
      mistakes: {
        overflow: answerIf(softmax(scores, 0)[best]! >= bar),
        "raw-scores": answerIf(scores[best]! >= bar),
        "strictly-above": answerIf(exact[best]! > bar),
        "never-asks": best,
      },
    });
  }
});

function softmax(scores: readonly number[], top: number): number[] {
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
