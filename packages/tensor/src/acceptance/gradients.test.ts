import { expect, test } from "vitest";
import fixture from "../../fixtures/acceptance-gradients.json" with { type: "json" };
import {
  atan2,
  concatenate,
  cumsum,
  determinant,
  grad,
  hypot,
  log10,
  logSoftmax,
  logsumexp,
  softmax,
  softplus,
  stack,
  type Tensor,
  tensor,
} from "../index";

interface Case {
  readonly name: string;
  readonly y: number;
  readonly inputs: readonly (readonly number[])[];
  readonly shapes: readonly (readonly number[])[];
  readonly gradients: readonly (readonly number[])[];
}

const [A, X, T, classes] = [fixture.A, fixture.X, fixture.T, fixture.classes].map((rows) =>
  tensor(rows),
) as [Tensor, Tensor, Tensor, Tensor];

/** The functions of reference/acceptance_gradients.py. */
const functions: Readonly<Record<string, (x: Tensor, a: Tensor, b: Tensor) => Tensor>> = {
  rosenbrock: (_, a, b) => a.sub(1).square().add(b.sub(a.square()).square().mul(100)),
  himmelblau: (_, a, b) =>
    a.square().add(b).sub(11).square().add(a.add(b.square()).sub(7).square()),
  booth: (_, a, b) => a.add(b.mul(2)).sub(7).square().add(a.mul(2).add(b).sub(5).square()),
  beale: (_, a, b) =>
    a.mul(b).sub(a).add(1.5).square().add(a.mul(b.square()).sub(a).add(2.25).square()),
  ackley: (x) => x.square().mean().sqrt().mul(-0.2).exp().mul(-20).sub(x.mul(6).cos().mean().exp()),
  length: (x) => x.norm(),
  "quadratic form": (x) => x.matmul(A).matmul(x),
  bell: (x) => x.square().sum().div(-2).exp(),
  saddle: (x, a, b) => a.mul(b).div(x.square().sum().add(1)),
  waves: (_, a, b) => a.mul(2).sin().mul(b.mul(3).cos()),
  power: (_, a, b) => a.pow(b),
  angle: (_, a, b) => atan2(b, a),
  hypotenuse: (_, a, b) => hypot(a, b),
  product: (x) => x.prod(),
  "geometric mean": (x) => x.log().mean().exp(),
  variance: (x) => x.variance(),
  "log-sum-exp": (x) => logsumexp(x),
  "entropy of a softmax": (x) => softmax(x, 0).mul(logSoftmax(x, 0)).sum().neg(),
  determinant: (x) => determinant(x.reshape([3, 3])),
  signal: (x) => {
    const power = (at: number) => x.sub(at).square().sum().add(25).reciprocal().mul(1e-4);
    return log10(power(15).add(power(3))).mul(10);
  },
};

/** The programs of the same file. */
const programs: Readonly<Record<string, (...inputs: Tensor[]) => Tensor>> = {
  line: (w, b) => X.matmul(w!).add(b!).sub(T.slice([], 0)).square().mean(),
  ridge: (w) => X.matmul(w!).sub(T).square().sum().add(w!.square().sum().mul(0.3)),
  logistic: (w, b) => softplus(X.matmul(w!).add(b!).neg().mul(T.slice([], 0).sign())).mean(),
  classes: (w, b) =>
    classes
      .mul(logSoftmax(X.matmul(w!).add(b!), 1))
      .sum(1)
      .mean()
      .neg(),
  "two layers": (w, b, v, c) =>
    X.matmul(w!).add(b!).tanh().matmul(v!).add(c!).sub(T).square().mean(),
  "deep and narrow": (w) => X.matmul(w!).sigmoid().matmul(w!).sigmoid().matmul(w!).sigmoid().sum(),
  attention: (q, k, v) => {
    const scores = X.matmul(q!).matmul(X.matmul(k!).transpose()).div(2);
    return softmax(scores, 1).matmul(X.matmul(v!)).square().sum();
  },
  standardized: (x, w) => x!.sub(x!.mean(0)).div(x!.std(0)).matmul(w!).exp().sum(),
  "shared weights": (w, h) => {
    const rows = fixture.X.map((row) => tensor(row).add(h!.matmul(w!)).tanh().prod());
    return stack(rows).sum();
  },
  "slices and joins": (x) => {
    const joined = concatenate([x!.slice([1]), x!.slice([0, 1]).mul(x!.slice([-1]))]);
    return cumsum(joined, 0).prod(1).sum();
  },
};

/** Within 1e-10 of the largest component, or of 1 where all are smaller. */
function expectClose(got: Tensor, expected: readonly number[], where: string): void {
  const allowed = 1e-10 * Math.max(1, ...expected.map(Math.abs));
  const values = got.data();
  expect(values.length, where).toBe(expected.length);
  for (const [i, value] of expected.entries())
    expect(Math.abs(values[i]! - value), `${where}[${i}]`).toBeLessThanOrEqual(allowed);
}

const inputsOf = ({ inputs, shapes }: Case) =>
  inputs.map((values, i) =>
    tensor([...values], { dtype: "float64" })
      .reshape(shapes[i]!)
      .clone(),
  );

test("roadmap FND-018: grad of 20 multivariate functions matches torch.autograd f64 to 1e-10", () => {
  expect(new Set(fixture.functions.map(({ name }) => name)).size).toBe(20);
  for (const each of fixture.functions) {
    const f = (x: Tensor) => functions[each.name]!(x, x.at(0), x.at(1));
    const [x] = inputsOf(each);
    expectClose(f(x!), [each.y], each.name);
    expectClose(grad(f)(x!), each.gradients[0]!, `gradient of ${each.name}`);
  }
});

test("roadmap FND-019: reverse-mode gradients of whole programs match torch f64 to 1e-10", () => {
  expect(fixture.programs).toHaveLength(10);
  for (const each of [...fixture.functions, ...fixture.programs] as Case[]) {
    const leaves = inputsOf(each);
    for (const leaf of leaves) leaf.requiresGrad = true;
    const y = programs[each.name]
      ? programs[each.name]!(...leaves)
      : functions[each.name]!(leaves[0]!, leaves[0]!.at(0), leaves[0]!.at(1));
    expectClose(y.detach(), [each.y], each.name);
    y.backward();
    for (const [i, expected] of each.gradients.entries())
      expectClose(leaves[i]!.grad!, expected, `gradient ${i} of ${each.name}`);
  }
});
