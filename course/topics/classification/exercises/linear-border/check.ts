import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  linearBorder(mean0: readonly number[], mean1: readonly number[]): { w: number[]; b: number };
}

export default defineCheck(({ linearBorder }: Submission) => {
  const pairs: [number[], number[]][] = [
    [
      [1, 2],
      [4, 3],
    ],
  ];
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const mean = () => Array.from({ length: seed }, () => 1 + 2 * random.normal());
    pairs.push([mean(), mean()]);
  }
  for (const [mean0, mean1] of pairs) {
    const dot = (p: readonly number[], q: readonly number[]) =>
      p.reduce((sum, value, j) => sum + value * q[j]!, 0);
    const w = mean1.map((m, j) => 2 * (m - mean0[j]!));
    const b = dot(mean0, mean0) - dot(mean1, mean1);
    expectClose(
      linearBorder(mean0, mean1),
      { w, b },
      {
        of: `the border between (${text(mean0)}) and (${text(mean1)})`,
        mistakes: {
          "through-origin": { w, b: 0 },
          "turned-round": { w: w.map((weight) => -weight), b: -b },
          "through-the-mean": { w, b: -dot(w, mean1) },
          "lengths-not-squared": { w, b: Math.hypot(...mean0) - Math.hypot(...mean1) },
        },
      },
    );
  }
});

function text(mean: readonly number[]): string {
  return mean.map((value) => value.toFixed(1)).join(", ");
}
