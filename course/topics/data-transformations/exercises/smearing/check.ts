import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  backToDollars(
    logPaid: readonly number[],
    logFitted: readonly number[],
    logNew: readonly number[],
  ): number[];
}

export default defineCheck(({ backToDollars }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const fitted = Array.from({ length: 5 + seed }, () => random.normal(12, 0.3));
    // Skewed, and not of mean 0, so that every shortcut gives another answer.
    const residuals = fitted.map(() => random.uniform() ** 2 * 1.5 - 0.4);
    const paid = fitted.map((y, i) => y + residuals[i]!);
    const fresh = Array.from({ length: 3 }, () => random.normal(12, 0.3));
    const times = (factor: number) => fresh.map((y) => Math.exp(y) * factor);
    expectClose(backToDollars(paid, fitted, fresh), times(mean(residuals.map(Math.exp))), {
      of: `the prices of three houses, after ${fitted.length} training rows`,
      mistakes: {
        "no-smearing": times(1),
        "mean-before-exp": times(Math.exp(mean(residuals))),
        "fitted-less-paid": times(mean(residuals.map((r) => Math.exp(-r)))),
        "as-if-normal": times(Math.exp(mean(residuals.map((r) => r * r)) / 2)),
      },
    });
  }
  const logs = [1, 4, 16].map(Math.log);
  expectClose(backToDollars(logs, [logs[1]!, logs[1]!, logs[1]!], [logs[1]!]), [7], {
    of: "the pencil example of the lesson",
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x) / values.length;
}
