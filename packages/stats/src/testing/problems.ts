import { type Tensor, tensor } from "@gradus/tensor";
import fixture from "../../fixtures/optimize.json" with { type: "json" };

/** A convex function with its minima by SciPy: free, and over three sets. */
export interface Problem {
  readonly name: string;
  readonly fun: (x: Tensor) => Tensor;
  readonly x0: readonly number[];
  readonly free: Minimum;
  readonly box: Minimum & { readonly high: number };
  readonly ball: Minimum & { readonly radius: number };
  readonly simplex: Minimum & { readonly total: number };
}

export interface Minimum {
  readonly x: readonly number[];
  readonly fun: number;
}

type Part = "A" | "Q" | "b" | "c" | "y";
type Parts = Readonly<Record<Part, Tensor>>;

const quadratic = (x: Tensor, { Q, b }: Parts) => x.dot(Q.matmul(x)).div(2).sub(b.dot(x));
const half = (x: Tensor) => x.square().sum().mul(0.5);

/** The functions of reference/optimize.py, by the same names. */
const functions: Readonly<Record<string, (x: Tensor, parts: Parts) => Tensor>> = {
  "narrow-valley": quadratic,
  quadratic,
  "least-squares": (x, { A, y }) => half(A.matmul(x).sub(y)),
  logistic: (x, { A, y }) => A.matmul(x).mul(y).neg().exp().log1p().sum().add(half(x)),
  poisson: (x, { A, y }) => {
    const eta = A.matmul(x);
    return eta.exp().sub(y.mul(eta)).sum().add(half(x).mul(0.1));
  },
  "pseudo-huber": (x, { A, y }) => A.matmul(x).sub(y).square().add(1).sqrt().sub(1).sum(),
  "log-sum-exp": (x, { A, y }) => A.matmul(x).sub(y).exp().sum().log().add(half(x).mul(0.1)),
  quartic: (x, { y }) => {
    const square = x.sub(y).square();
    return square.square().add(square).sum().add(x.sum().square().mul(0.5));
  },
  exponential: (x, { y }) => x.exp().sub(y.mul(x)).sum(),
  barrier: (x, { A, c }) => {
    const room = A.matmul(x).neg().add(1);
    return c.dot(x).sub(room.log().sum()).sub(x.add(2).log().sum());
  },
};

export const problems: readonly Problem[] = fixture.problems.map(({ data, ...rest }) => {
  const entries = Object.entries(data).map(([key, value]) => [key, tensor(value)]);
  const parts = Object.fromEntries(entries) as Parts;
  return { ...rest, fun: (x) => functions[rest.name]!(x, parts) };
});

export { fixture };
