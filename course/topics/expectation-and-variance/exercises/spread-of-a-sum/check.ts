import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  stdOfSum(std: readonly number[], correlation: readonly (readonly number[])[]): number;
}

export default defineCheck(({ stdOfSum }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const d = 1 + seed;
    const std = Array.from({ length: d }, () => random.uniform(5, 60));
    // One slow network under all parts: every two of them are correlated by the product of their shares.
    const share = std.map(() => random.uniform(0.3, 0.9));
    const correlation = share.map((a, i) => share.map((b, j) => (i === j ? 1 : a * b)));
    const covariances = correlation.map((row, i) => row.map((rho, j) => rho * std[i]! * std[j]!));
    const variance = covariances.flat().reduce((a, b) => a + b);
    const apart = std.reduce((sum, sigma) => sum + sigma ** 2, 0);
    expectClose(stdOfSum(std, correlation), Math.sqrt(variance), {
      of: `the standard deviation of a sum of ${d} parts`,
      mistakes: {
        "stds-added": std.reduce((a, b) => a + b),
        "correlations-left-out": Math.sqrt(apart),
        "pairs-once": Math.sqrt((variance + apart) / 2),
        "variance-returned": variance,
      },
    });
  }
  const opposed = [
    [1, -1],
    [-1, 1],
  ];
  expectClose(stdOfSum([30, 40], opposed), 10, "what moves in opposite directions cancels");
  expectClose(stdOfSum([25], [[1]]), 25, "a single part is the whole");
});
