import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";
import { isTensor, solve, type Tensor, tensor } from "@gradus/tensor";

interface Submission {
  fitPolynomial(x: readonly number[], y: readonly number[], degree: number): Tensor;
}

export default defineCheck(({ fitPolynomial }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const x = Array.from({ length: 8 + seed }, () => random.uniform(seed, 12));
    const y = x.map((value) => 3 + value * (12 - value) + random.normal());
    const degree = seed;
    const theta = fitPolynomial(x, y, degree);
    expectThat(
      isTensor(theta),
      "`fitPolynomial` returns a tensor: one coefficient for each power.",
    );
    const [low, high] = [Math.min(...x), Math.max(...x)];
    const unit = x.map((value) => (value - low) / (high - low));
    const t = unit.map((value) => 2 * value - 1);
    const from = (first: number, last: number) =>
      Array.from({ length: last - first + 1 }, (_, k) => first + k);
    expectClose(theta, leastSquares(t, y, from(0, degree)), {
      of: `the coefficients of degree ${degree} on ${x.length} values`,
      rtol: 1e-6,
      mistakes: {
        "raw-x": leastSquares(x, y, from(0, degree)),
        "zero-to-one": leastSquares(unit, y, from(0, degree)),
        "one-power-short": leastSquares(t, y, from(0, degree - 1)),
        "no-constant": leastSquares(t, y, from(1, degree)),
      },
    });
  }
  expectClose(fitPolynomial([1, 4, 7, 10, 13], [4, 11, 16, 15, 4], 2), [16, 0.8, -12], {
    of: "the pencil example of the lesson, in other units",
    because: "the ends −2 and 2 of its scale are −1 and 1 here",
  });
});

function leastSquares(t: readonly number[], y: readonly number[], exponents: readonly number[]) {
  const A = tensor(t.map((value) => exponents.map((k) => value ** k)));
  return solve(A.transpose().matmul(A), A.transpose().matmul(tensor(y)));
}
