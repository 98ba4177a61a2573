import { expect, test } from "vitest";
import fixture from "../../fixtures/acceptance-second-derivatives.json" with { type: "json" };
import {
  atan2,
  diag,
  erf,
  eye,
  gelu,
  hessian,
  hvp,
  jacobian,
  logSoftmax,
  logsumexp,
  norm,
  outer,
  slogdet,
  softmax,
  solve,
  stack,
  type Tensor,
  tensor,
} from "../index";

type Function = (x: Tensor) => Tensor;

const A = tensor(fixture.A);
const S = tensor(fixture.S);
const SST = S.matmul(S.transpose());

/** The functions of reference/acceptance_second_derivatives.py, by the same names. */
const vector: Readonly<Record<string, Function>> = {
  linear: (x) => A.matmul(x),
  square: (x) => x.square(),
  "sin-of-linear": (x) => A.matmul(x).sin(),
  softmax: (x) => softmax(x),
  "log-softmax": (x) => logSoftmax(A.matmul(x)),
  "tanh-layer": (x) => A.matmul(x).add(0.1).tanh(),
  "two-layers": (x) => A.matmul(S.matmul(x).sigmoid()),
  outer: (x) => outer(x, x),
  "cumsum-exp": (x) => x.exp().cumsum(0),
  normalized: (x) => x.div(norm(x)),
  "times-sum": (x) => x.mul(x.sum()),
  "log-of-squares": (x) => x.square().add(1).log(),
  power: (x) => x.square().add(1).pow(1.5),
  reciprocal: (x) => x.square().add(3).reciprocal(),
  gelu: (x) => gelu(A.matmul(x)),
  solve: (x) => solve(SST.add(eye(4).mul(4)), x.square()),
  differences: (x) =>
    x
      .slice([1])
      .sub(x.slice([0, -1]))
      .pow(3),
  "robot-arm": (x) => stack([x.cumsum(0).cos().sum(), x.cumsum(0).sin().sum()]),
  polar: (x) => {
    const [a, b] = [x.at(0), x.at(1)];
    return stack([a.square().add(b.square()).sqrt(), atan2(b, a)]);
  },
  matrix: (x) => S.matmul(diag(x)).exp().matmul(S),
};

const scalar: Readonly<Record<string, Function>> = {
  quadratic: (x) => x.dot(S.matmul(x)),
  cubic: (x) => x.pow(3).sum(),
  rosenbrock: (x) => {
    const [from, to] = [x.slice([0, -1]), x.slice([1])];
    return to.sub(from.square()).square().mul(100).add(from.neg().add(1).square()).sum();
  },
  "log-sum-exp": (x) => logsumexp(A.matmul(x)),
  logistic: (x) => A.matmul(x).softplus().mean(),
  product: (x) => x.prod(),
  norm: (x) => norm(x),
  "exp-of-dot": (x) => x.dot(A.at(0)).mul(0.3).exp(),
  "sine-waves": (x) => A.matmul(x).sin().sum(),
  "tanh-net": (x) => A.matmul(x).tanh().square().mean(),
  deep: (x) => S.matmul(S.matmul(x.sigmoid()).tanh()).tanh().sum(),
  "pseudo-huber": (x) => A.matmul(x).square().add(1).sqrt().sub(1).sum(),
  entropy: (x) => softmax(x).mul(logSoftmax(x)).sum(),
  "log-barrier": (x) => x.square().neg().add(9).log().sum().neg(),
  ratio: (x) => {
    const below = x.at(2).square().add(x.at(3).square()).add(1);
    return x.at(0).mul(x.at(1)).div(below);
  },
  variance: (x) => x.square().sub(x.square().mean()).square().mean(),
  "cross-entropy": (x) => logSoftmax(A.matmul(x)).at(2).neg(),
  "log-det": (x) => slogdet(SST.add(diag(x.square().add(1)))).logAbsDet,
  quartic: (x) => {
    const square = x.dot(x);
    return square.square().sub(square.mul(3));
  },
  erf: (x) => erf(S.matmul(x)).sum(),
};

function expectNear(got: Tensor, expected: Tensor, tolerance: number, where: string): void {
  expect(got.shape, where).toEqual(expected.shape);
  const size = Math.max(1, expected.abs().max().item());
  expect(got.sub(expected).abs().max().item(), where).toBeLessThanOrEqual(tolerance * size);
}

test("roadmap FND-021: jacobian equals torch.autograd.functional.jacobian to 1e-8 on 20 functions", () => {
  expect(fixture.vector).toHaveLength(20);
  for (const { name, x, jacobian: expected } of fixture.vector) {
    const got = jacobian(vector[name]!)(tensor(x));
    expectNear(got, tensor(expected as number[][]), 1e-8, name);
  }
});

test("roadmap FND-022: hessian and hvp equal torch's to 1e-6 on 20 functions", () => {
  expect(fixture.scalar).toHaveLength(20);
  for (const { name, x, v, ...expected } of fixture.scalar) {
    const f = scalar[name]!;
    expectNear(hessian(f)(tensor(x)), tensor(expected.hessian), 1e-6, name);
    expectNear(hvp(f, tensor(x), tensor(v)), tensor(expected.hvp), 1e-6, `${name}, times v`);
  }
});
