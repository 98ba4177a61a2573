import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectClose } from "@gradus/course-kit";
import { diag, diagonal, eye, randn, solve, type Tensor, tensor } from "@gradus/tensor";

type Derivative = (x: Tensor) => Tensor;

interface Submission {
  newton(gradient: Derivative, hessian: Derivative, x0: Tensor, nSteps: number): Tensor;
}

export default defineCheck(({ newton }: Submission) => {
  for (const seed of [1, 2, 3, 4]) {
    const n = 1 + seed;
    const random = new RandomGenerator(seed);
    const R = randn([n, n], { random }).mul(0.4);
    const A = R.matmul(R.transpose()).add(eye(n));
    const x0 = randn([n], { random }).mul(0.5);
    // f(x) = ½ xᵀAx + Σ (exp(xᵢ) − 2xᵢ): a bowl whose curvature changes.
    const gradient: Derivative = (x) => A.matmul(x).add(x.exp()).sub(2);
    const hessian: Derivative = (x) => A.add(diag(x.exp()));
    const walk = (step: (x: Tensor) => Tensor, nSteps: number) => {
      let x = x0;
      for (let k = 0; k < nSteps; k++) x = x.sub(step(x));
      return x;
    };
    for (const nSteps of [1, 2, 6]) {
      const right = (x: Tensor) => solve(hessian(x), gradient(x));
      expectClose(newton(gradient, hessian, x0, nSteps), walk(right, nSteps), {
        of: `the place after ${nSteps} steps in ${n} dimensions`,
        mistakes: {
          uphill: walk((x) => right(x).neg(), nSteps),
          "each-on-its-own": walk((x) => gradient(x).div(diagonal(hessian(x))), nSteps),
          "times-not-divided": walk((x) => hessian(x).matmul(gradient(x)), nSteps),
          "old-curvature": walk((x) => solve(hessian(x0), gradient(x)), nSteps),
        },
      });
    }
  }
  const still = newton(
    (x) => x,
    () => eye(2),
    tensor([3, 4]),
    0,
  );
  expectClose(still, tensor([3, 4]), "no steps: the start");
});
