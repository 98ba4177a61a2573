import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  pinballLoss(y: readonly number[], guesses: readonly number[], q: number): number;
}

export default defineCheck(({ pinballLoss }: Submission) => {
  for (const [seed, q] of [
    [1, 0.9],
    [2, 0.25],
    [3, 0.5],
    [4, 0.05],
  ] as const) {
    const random = new RandomGenerator(seed);
    const y = Array.from({ length: 3 + seed }, () => 200 + 60 * random.normal());
    const guesses = y.map((value, i) => value + (i % 2 === 0 ? 1 : -1) * 40 * random.uniform());
    const residuals = y.map((value, i) => value - guesses[i]!);
    const mean = (loss: (r: number) => number) =>
      residuals.reduce((sum, r) => sum + loss(r), 0) / residuals.length;
    const right = mean((r) => (r >= 0 ? q * r : (q - 1) * r));
    expectClose(pinballLoss(y, guesses, q), right, {
      of: `the mean pinball loss of ${y.length} houses with q = ${q}`,
      mistakes: {
        "sides-swapped": mean((r) => (r >= 0 ? (1 - q) * r : -q * r)),
        "sum-not-mean": right * y.length,
        "sign-lost": mean((r) => (r >= 0 ? q * r : (1 - q) * r)),
        "leans-nowhere": mean((r) => Math.abs(r) / 2),
      },
    });
  }
});
