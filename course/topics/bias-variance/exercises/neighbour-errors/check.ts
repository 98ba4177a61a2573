import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  neighbourErrors(nearest: readonly number[], truth: number, noise: number): number[];
}

export default defineCheck(({ neighbourErrors }: Submission) => {
  for (const seed of [1, 2, 3]) {
    const random = new RandomGenerator(seed);
    const truth = 20 + random.normal();
    const noise = 3 + 2 * seed;
    const nearest = Array.from({ length: 4 + seed }, (_, i) => truth - (1 + i) * random.uniform());
    const errors = (of: (parts: { bias: number; k: number; own: number }) => number) =>
      nearest.map((value, i) => {
        const all = nearest.slice(0, i + 1);
        const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
        return of({ bias: truth - mean, k: all.length, own: truth - value });
      });
    expectClose(
      neighbourErrors(nearest, truth, noise),
      errors(({ bias, k }) => noise + bias ** 2 + noise / k),
      {
        of: `the errors of 1 to ${nearest.length} neighbours with noise ${noise}`,
        mistakes: {
          "variance-stays": errors(({ bias }) => 2 * noise + bias ** 2),
          "last-neighbour": errors(({ own, k }) => noise + own ** 2 + noise / k),
          "noise-forgotten": errors(({ bias, k }) => bias ** 2 + noise / k),
          "bias-not-squared": errors(({ bias, k }) => noise + Math.abs(bias) + noise / k),
        },
      },
    );
  }
});
