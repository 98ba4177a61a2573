import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose, expectThat } from "@gradus/course-kit";
import { concatenate, eye, isTensor, ones, solve, type Tensor, tensor } from "@gradus/tensor";

interface Submission {
  fit(X: Tensor, y: Tensor): Tensor;
}

export default defineCheck(({ fit }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const { X, y } = someHouses(seed);
    const [n, d] = X.shape as [number, number];
    const theta = fit(X, y);
    expectThat(isTensor(theta), "`fit` returns a tensor: the intercept and the coefficients.");
    const A = concatenate([ones([n, 1]), X], 1);
    const expected = normalEquations(A, y);
    const coef = expected.slice([1, d + 1]);
    const of = `fit on ${n} houses with ${d} feature${d === 1 ? "" : "s"}`;
    expectClose(theta, expected, {
      of,
      rtol: 1e-7,
      mistakes: {
        "no-intercept": normalEquations(X, y),
        "intercept-last": concatenate([coef, expected.slice([0, 1])], 0),
        "mean-as-intercept": concatenate([y.mean().reshape([1]), coef], 0),
        "ridge-in-disguise": solve(
          A.transpose()
            .matmul(A)
            .add(eye(d + 1)),
          A.transpose().matmul(y),
        ),
      },
    });
  }
  const X = tensor([[0], [1], [2], [3]]);
  expectClose(fit(X, tensor([5, 7, 9, 11])), [5, 2], {
    of: "fit on four points of the line 5 + 2x",
    because: "they lie on the line, so the fit finds it",
  });
});

/** Houses around a plane, with seeded noise; sizes differ from case to case. */
function someHouses(seed: number): { X: Tensor; y: Tensor } {
  const random = new RandomGenerator(seed);
  const n = 6 + 3 * seed;
  const d = seed; // features
  const rows = Array.from({ length: n }, () =>
    Array.from({ length: d }, () => random.uniform(0.5, 3)),
  );
  const prices = rows.map((row) =>
    row.reduce((sum, x, j) => sum + (j + 1) * x, 4 + random.normal(0, 0.5)),
  );
  return { X: tensor(rows), y: tensor(prices) };
}

function normalEquations(A: Tensor, y: Tensor): Tensor {
  return solve(A.transpose().matmul(A), A.transpose().matmul(y));
}
