import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";
import { eye, isTensor, solve, type Tensor, tensor } from "@gradus/tensor";

interface Submission {
  ridgeWeights(X: Tensor, y: Tensor, alpha: number): Tensor;
}

export default defineCheck(({ ridgeWeights }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const random = new RandomGenerator(seed);
    const d = 1 + (seed % 3);
    const alpha = 0.7 * seed + 0.6;
    const X = tensor(
      Array.from({ length: 7 + seed }, () =>
        Array.from({ length: d }, () => 2 + 0.8 * random.normal()),
      ),
    );
    const y = X.sum(1)
      .add(5)
      .add(tensor(Array.from({ length: 7 + seed }, () => random.normal())));
    const w = ridgeWeights(X, y, alpha);
    expectThat(isTensor(w), "`ridgeWeights` returns a tensor: one weight for each feature.");
    const Xc = X.sub(X.mean(0));
    const yc = y.sub(y.mean());
    const solved = (M: Tensor, more: Tensor | number, v: Tensor) =>
      solve(M.transpose().matmul(M).add(more), M.transpose().matmul(v));
    expectClose(w, solved(Xc, eye(d).mul(alpha), yc), {
      of: `the weights of ${d} feature${d === 1 ? "" : "s"} with α = ${alpha.toFixed(1)}`,
      rtol: 1e-7,
      mistakes: {
        ...(d > 1 ? { everywhere: solved(Xc, alpha, yc) } : {}),
        "not-centred": solved(X, eye(d).mul(alpha), y),
        "no-penalty": solved(Xc, 0, yc),
        "squared-alpha": solved(Xc, eye(d).mul(alpha * alpha), yc),
      },
    });
  }
});
