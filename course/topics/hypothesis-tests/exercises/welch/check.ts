import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";
import { ttestInd } from "@gradus/stats";

interface Submission {
  welch(a: readonly number[], b: readonly number[]): number;
}

export default defineCheck(({ welch }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const a = Array.from({ length: 4 + seed }, () => random.normal(3, 1));
    const b = Array.from({ length: 11 - seed }, () => random.normal(5, 4));
    const { statistic } = ttestInd(a, b, { equalVar: false });
    const [sa, sb] = [squares(a), squares(b)];
    const [m, n] = [a.length, b.length];
    const difference = mean(a) - mean(b);
    expectClose(welch(a, b), statistic, {
      of: `t of samples of ${m} and ${n}`,
      mistakes: {
        "divided-by-n": difference / Math.sqrt(sa / m / m + sb / n / n),
        "spread-not-error": difference / Math.sqrt(sa / (m - 1) + sb / (n - 1)),
        pooled: ttestInd(a, b).statistic,
        reversed: -statistic,
      },
    });
  }
  expectClose(welch([1, 3], [1, 2, 3]), 0, "equal means do not differ");
});

function mean(x: readonly number[]): number {
  return x.reduce((p, q) => p + q) / x.length;
}

function squares(x: readonly number[]): number {
  return x.reduce((sum, v) => sum + (v - mean(x)) ** 2, 0);
}
