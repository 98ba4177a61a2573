import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  moments(
    values: readonly number[],
    probability: readonly number[],
  ): { readonly mean: number; readonly variance: number };
}

export default defineCheck(({ moments }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const values = Array.from({ length: 2 + seed }, () => random.uniform(-5, 20));
    const parts = values.map(() => random.uniform(0.1, 1));
    const whole = parts.reduce((a, b) => a + b);
    const probability = parts.map((part) => part / whole);
    const equal = values.map(() => 1 / values.length);
    const right = of(values, probability);
    expectClose(moments(values, probability), right, {
      of: `mean and variance of ${values.length} outcomes`,
      mistakes: {
        "equal-weights": of(values, equal),
        "mean-of-squares": { mean: right.mean, variance: right.variance + right.mean ** 2 },
        "standard-deviation": { mean: right.mean, variance: Math.sqrt(right.variance) },
      },
    });
  }
  expectClose(
    moments([1, 2, 3], [0.8, 0.16, 0.04]),
    { mean: 1.24, variance: 0.2624 },
    "the attempts of the nightly job",
  );
  expectClose(moments([7], [1]), { mean: 7, variance: 0 }, "what is certain does not spread");
});

function of(values: readonly number[], weights: readonly number[]) {
  const mean = values.reduce((sum, value, i) => sum + value * weights[i]!, 0);
  const variance = values.reduce((sum, value, i) => sum + weights[i]! * (value - mean) ** 2, 0);
  return { mean, variance };
}
