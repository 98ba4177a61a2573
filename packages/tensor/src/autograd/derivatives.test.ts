import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/derivatives.json";
import {
  concatenate,
  elu,
  erf,
  erfc,
  eye,
  flip,
  gelu,
  hessian,
  hvp,
  hypot,
  inverse,
  jacobian,
  jvp,
  logaddexp,
  outer,
  silu,
  softplus,
  solve,
  stack,
  type Tensor,
  tensor,
  valueAndGrad,
  vjp,
} from "../index";
import { asinh } from "../ops/hyperbolic";
import { atan2 } from "../ops/trigonometric";

interface FixtureArray {
  readonly s: readonly number[];
  readonly d: readonly number[];
}

const array = ({ s, d }: FixtureArray) => tensor(Float64Array.from(d), { shape: s });
const rest = (x: Tensor) => x.slice([1]);
const start = (x: Tensor) => x.slice([0, -1]);

/** Functions of a vector of four to a number. */
const scalars: Record<string, (x: Tensor) => Tensor> = {
  sumOfSquares: (x) => x.square().sum(),
  rosenbrock: (x) =>
    rest(x).sub(start(x).square()).square().mul(100).add(start(x).neg().add(1).square()).sum(),
  logSumExp: (x) => x.exp().sum().log(),
  product: (x) => x.prod(),
  norm: (x) => x.norm(),
  entropy: (x) => x.sigmoid().mul(x.sigmoid().log()).sum().neg(),
  sineOfSum: (x) => x.sum().sin().mul(x.at(0).cos()),
  quartic: (x) =>
    x
      .pow(4)
      .sum()
      .sub(x.at(0).mul(x.at(1)).square().mul(3)),
  variance: (x) => x.variance(),
  ratio: (x) => x.at(0).mul(x.at(1)).add(x.at(2)).div(x.at(3).square().add(1)),
  gaussian: (x) => x.square().sum().mul(-0.5).exp(),
  softplus: (x) => softplus(x).sum().mul(x.at(0)),
  gelu: (x) => gelu(x).mean().square(),
  outerSum: (x) => outer(x, x.tanh()).sum(),
  ackley: (x) => x.square().mean().sqrt().mul(-0.2).exp().neg().sub(x.cos().mean().exp()),
  power: (x) => x.square().add(1).pow(x).sum(),
  cubicForm: (x) =>
    x
      .at(0)
      .mul(x.at(1))
      .mul(x.at(2))
      .add(x.at(3).pow(3).mul(x.at(0))),
  arcs: (x) => x.atan().sum().mul(asinh(x).sum()),
  errorFunction: (x) => erfc(x).mul(x.exp2()).sum(),
  silu: (x) => silu(x).square().sum(),
};

/** Functions of a vector of four to a tensor. */
const vectors: Record<string, (x: Tensor) => Tensor> = {
  sine: (x) => x.sin(),
  softmax: (x) => x.exp().div(x.exp().sum()),
  cumulative: (x) => stack([1, 2, 3, 4].map((n) => x.slice([0, n]).sum())),
  outer: (x) => outer(x, x.square()),
  normalized: (x) => x.div(x.norm()),
  polar: (x) => stack([hypot(x.at(0), x.at(1)), atan2(x.at(1), x.at(0))]),
  rotation: (x) => {
    const [angle, a, b] = [x.at(0), x.at(1), x.at(2)];
    const [c, s] = [angle.cos(), angle.sin()];
    return stack([c.mul(a).sub(s.mul(b)), s.mul(a).add(c.mul(b))]);
  },
  gram: (x) =>
    x
      .reshape([2, 2])
      .transpose()
      .matmul(x.reshape([2, 2])),
  inverse: (x) => inverse(x.reshape([2, 2]).add(eye(2).mul(4))),
  layer: (x) =>
    stack([x, x.mul(2)])
      .matmul(x)
      .tanh(),
  sorted: (x) => flip(x).mul(x),
  mixture: (x) => logaddexp(x.slice([0, 2]), x.slice([2])),
  clipped: (x) => x.clip(-0.5, 0.5).mul(x),
  pairs: (x) => {
    const [even, odd] = [x.slice([null, null, 2]), x.slice([1, null, 2])];
    return concatenate([even.mul(odd), even.add(odd)]);
  },
  scaled: (x) => x.mul(x.mean()),
  elu: (x) => elu(x, 0.7),
  erf: (x) => erf(x).mul(x.at(0)),
  solve: (x) => {
    const head = x.slice([0, 2]);
    return solve(eye(2).mul(3).add(outer(head, head)), x.slice([2]));
  },
  squares: (x) =>
    x
      .reshape([4, 1])
      .square()
      .sub(x.reshape([1, 4]).square()),
  constantPart: (x) => stack([x.at(0).mul(0).add(1), x.at(1)]),
};

function expectClose(got: Tensor, want: FixtureArray): void {
  expect(got.shape).toEqual(want.s);
  const size = Math.max(1, ...want.d.map(Math.abs));
  got.data().forEach((value, i) => {
    expect(Math.abs(value - want.d[i]!)).toBeLessThanOrEqual(1e-10 * size);
  });
}

describe(`derivatives agree with ${fixture.source}`, () => {
  test.each(fixture.scalars)("of $name: gradient, Hessian, and its product", (c) => {
    const f = scalars[c.name]!;
    const x = array(c.x);
    const [value, gradient] = valueAndGrad(f)(x);
    expect(Math.abs(value.item() - c.value)).toBeLessThanOrEqual(
      1e-12 * Math.max(1, Math.abs(c.value)),
    );
    expectClose(gradient, c.gradient);
    expectClose(hessian(f)(x), c.hessian);
    expectClose(hvp(f, x, array(c.v)), c.hvp);
  });

  test.each(fixture.vectors)("of $name: Jacobian, and its products from both sides", (c) => {
    const f = vectors[c.name]!;
    const x = array(c.x);
    expectClose(f(x), c.y);
    expectClose(jacobian(f)(x), c.jacobian);
    expectClose(vjp(f, x)[1](array(c.u)), c.vjp);
    expectClose(jvp(f, x, array(c.v))[1], c.jvp);
  });
});
