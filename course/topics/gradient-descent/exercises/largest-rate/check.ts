import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";
import { eigvalsh, randn, type Tensor, tensor } from "@gradus/tensor";

interface Submission {
  largestRate(X: Tensor): number;
}

export default defineCheck(({ largestRate }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const X = randn([10 + 7 * seed, 1 + seed], { random: new RandomGenerator(seed) }).mul(seed);
    const n = X.shape[0]!;
    const curvatures = eigvalsh(
      X.transpose()
        .matmul(X)
        .mul(2 / n),
    );
    const edge = 2 / curvatures.max().item();
    expectClose(largestRate(X), edge, {
      of: `the edge for a table of shape (${X.shape.join(", ")})`,
      mistakes: {
        "flattest-direction": 2 / curvatures.min().item(),
        "one-over": edge / 2,
        "sum-not-mean": edge / n,
        "no-factor-two": 2 * edge,
      },
    });
  }
  // One column of ones: the loss is (w − mean of y)² and its curvature 2, as in w².
  expectClose(largestRate(tensor([[1], [1], [1]])), 1, "for one column of ones the edge is 1");
});
