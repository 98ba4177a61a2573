import { solve, type Tensor } from "@gradus/tensor";

/** The place that Newton's steps lead to from x0. */
export function newton(
  gradient: (x: Tensor) => Tensor,
  hessian: (x: Tensor) => Tensor,
  x0: Tensor,
  nSteps: number,
): Tensor {
  let x = x0;
  for (let step = 0; step < nSteps; step++) {
    x = x.sub(solve(hessian(x), gradient(x)));
  }
  return x;
}
