import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  logLikelihood(values: readonly number[], lambda: number): number;
}

export default defineCheck(({ logLikelihood }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const values = [-2.5, 0, 3, ...Array.from({ length: 2 + seed }, () => random.normal(0.5, 2))];
    const n = values.length;
    const sums = (sign: (x: number) => number) =>
      values.reduce((sum, x) => sum + sign(x) * Math.log1p(Math.abs(x)), 0);
    for (const lambda of [-0.5, 0, 0.5, 1.5, 2, 2.5]) {
      const spread = variance(values.map((x) => yeoJohnson(x, lambda, 2 - lambda)));
      const mirrored = variance(values.map((x) => yeoJohnson(x, lambda, lambda)));
      const likelihood = (sigma2: number, logs: number) =>
        (-n / 2) * Math.log(sigma2) + (lambda - 1) * logs;
      expectClose(logLikelihood(values, lambda), likelihood(spread, sums(Math.sign)), {
        of: `the log-likelihood of λ = ${lambda} for ${n} values`,
        mistakes: {
          "no-jacobian": likelihood(spread, 0),
          "sign-lost": likelihood(
            spread,
            sums(() => 1),
          ),
          "same-power": likelihood(mirrored, sums(Math.sign)),
          "sample-variance": likelihood((spread * n) / (n - 1), sums(Math.sign)),
        },
      });
    }
  }
});

function yeoJohnson(x: number, right: number, left: number): number {
  const k = x < 0 ? left : right;
  const log = Math.log1p(Math.abs(x));
  return Math.sign(x) * (k === 0 ? log : Math.expm1(k * log) / k);
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, x) => sum + x) / values.length;
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
}
