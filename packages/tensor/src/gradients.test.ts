import { RandomGenerator } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { fftCases } from "./fft/gradient-cases";
import type { GradientCase } from "./gradient-case";
import * as library from "./index";
import { checkGradients, grad, randn, type Tensor, tensor } from "./index";
import { linalgCases, linalgOthers } from "./linalg/gradient-cases";
import { networkOperations } from "./nn-ops/network-operations";
import { functionCases, functionOthers } from "./ops/function-gradient-cases";

const random = new RandomGenerator(11);
const anyShape = [[[]], [[1]], [[4]], [[2, 3]], [[2, 0]], [[2, 1, 3]]];
const pairs = [
  [[], []],
  [[3], [3]],
  [[2, 3], [3]],
  [
    [2, 1],
    [1, 3],
  ],
  [[4], []],
  [
    [2, 1, 3],
    [4, 1],
  ],
];

const positive = (x: Tensor) => x.abs().add(0.5);
/** Away from the kink at 0. */
const offZero = (x: Tensor) => x.add(x.sign().mul(0.1));
const unary = (
  f: (x: Tensor) => Tensor,
  domain?: (x: Tensor) => Tensor,
  shapes: GradientCase["shapes"] = anyShape,
): GradientCase => ({ f, shapes, ...(domain && { domain }) });

const cases: Record<string, GradientCase | GradientCase[]> = {
  ...functionCases,
  add: { f: (a, b) => a!.add(b!), shapes: pairs },
  sub: { f: (a, b) => a!.sub(b!), shapes: pairs },
  mul: [{ f: (a, b) => a!.mul(b!), shapes: pairs }, unary((x) => x.mul(x).mul(3))],
  div: [
    { f: (a, b) => a!.div(b!), shapes: pairs, domain: positive },
    unary((x) => library.div(2, x), positive),
  ],
  pow: [
    { f: (a, b) => a!.pow(b!), shapes: pairs, domain: positive },
    unary((x) => x.pow(3)),
    unary((x) => x.pow(-1.5), positive),
    unary((x) => library.pow(2, x)),
  ],
  maximum: { f: (a, b) => a!.maximum(b!), shapes: pairs },
  minimum: { f: (a, b) => a!.minimum(b!), shapes: pairs },
  clip: unary((x) => x.clip(-0.6, 0.7)),
  neg: unary((x) => x.neg()),
  abs: unary((x) => x.abs(), offZero),
  sign: unary((x) => x.sign().add(x), offZero),
  square: unary((x) => x.square()),
  sqrt: unary((x) => x.sqrt(), positive),
  reciprocal: unary((x) => x.reciprocal(), positive),
  exp: unary((x) => x.exp()),
  expm1: unary((x) => x.expm1()),
  log: unary((x) => x.log(), positive),
  log1p: unary((x) => x.log1p(), positive),
  sin: unary((x) => x.sin()),
  cos: unary((x) => x.cos()),
  tanh: unary((x) => x.tanh()),
  sigmoid: unary((x) => x.sigmoid()),
  relu: unary((x) => x.relu(), offZero),
  softplus: unary((x) => library.softplus(x)),
  floor: unary((x) => x.floor().mul(x)),
  ceil: unary((x) => x.ceil().mul(x)),
  round: unary((x) => x.round().mul(x)),
  where: { f: (a, b) => library.where(a!.greater(0), a!, b!), shapes: pairs, domain: offZero },
  sum: [unary((x) => x.sum()), unary((x) => x.sum(-1), undefined, [[[3]], [[2, 3]]])],
  mean: [
    unary((x) => x.mean(), undefined, [[[]], [[4]], [[2, 3]]]),
    unary((x) => x.mean([0, 2], { keepDims: true }), undefined, [[[2, 3, 4]]]),
  ],
  prod: [
    unary((x) => x.prod()),
    unary((x) => x.prod(0), undefined, [[[3, 2]]]),
    // One zero and two zeros: the product of all others is not y / x.
    unary((x) => x.mul(tensor([1, 0, 1])).prod(), undefined, [[[3]]]),
    unary(
      (x) => x.prod(),
      (x) => x.mul(tensor([1, 0, 0])),
      [[[3]]],
    ),
  ],
  min: unary((x) => x.min(0), undefined, [[[1]], [[5]], [[3, 2]]]),
  max: unary((x) => x.max(-1, { keepDims: true }), undefined, [[[1]], [[5]], [[3, 2]]]),
  variance: unary((x) => x.variance(0, { ddof: 1 }), undefined, [[[4]], [[3, 2]]]),
  std: unary((x) => x.std(), undefined, [[[4]], [[3, 2]]]),
  norm: [
    unary((x) => x.norm(), undefined, [[[3]], [[2, 3]]]),
    unary((x) => x.norm(1, { keepDims: true }), undefined, [[[2, 3]]]),
    unary((x) => x.norm(0, { ord: 1 }), offZero, [[[4]], [[2, 3]]]),
    unary((x) => x.norm(undefined, { ord: Infinity }), offZero, [[[4]], [[2, 3]]]),
    unary((x) => x.norm(-1, { ord: -Infinity }), offZero, [[[4]], [[2, 3]]]),
    unary((x) => x.norm(-1, { ord: 3.5 }), offZero, [[[4]], [[2, 3]]]),
  ],
  matmul: [
    {
      f: (a, b) => a!.matmul(b!),
      shapes: [
        [
          [2, 3],
          [3, 4],
        ],
        [[3], [3]],
        [[3], [3, 2]],
        [[2, 3], [3]],
        [
          [2, 2, 3],
          [3, 1],
        ],
        [
          [2, 1, 2, 3],
          [2, 3, 2],
        ],
        [
          [2, 0],
          [0, 3],
        ],
      ],
    },
    unary((x) => x.transpose().matmul(x), undefined, [[[4, 3]]]),
    unary((x) => x.matmul(x), undefined, [[[3, 3]]]),
  ],
  dot: { f: (a, b) => a!.dot(b!), shapes: [[[3], [3]]] },
  outer: { f: (a, b) => a!.outer(b!), shapes: [[[3], [2]]] },
  reshape: unary((x) => x.reshape([3, -1]), undefined, [[[2, 3]], [[6]]]),
  flatten: unary((x) => x.transpose().flatten()),
  transpose: unary((x) => x.transpose(1, 2, 0), undefined, [[[2, 3, 4]]]),
  squeeze: unary((x) => x.squeeze(1), undefined, [[[2, 1, 3]]]),
  unsqueeze: unary((x) => x.unsqueeze(-1)),
  broadcastTo: unary((x) => x.broadcastTo([4, 2, 3]), undefined, [[[3]], [[2, 1]], [[]]]),
  slice: [
    unary((x) => x.slice([1], [null, null, -2]), undefined, [[[3, 4]]]),
    unary((x) => x.slice(-1, null, [0, 2]), undefined, [[[2, 2, 3]]]),
  ],
  at: unary((x) => x.at(1), undefined, [[[3]], [[2, 3]]]),
  take: [
    unary((x) => x.take([2, 0, 2]), undefined, [[[3]], [[3, 2]]]),
    unary((x) => x.take([-1, 0], 1), undefined, [[[2, 3]]]),
  ],
  concatenate: {
    f: (a, b) => library.concatenate([a!, b!, a!], -1),
    shapes: [
      [[2], [3]],
      [
        [2, 2],
        [2, 1],
      ],
    ],
  },
  stack: { f: (a, b) => library.stack([a!, b!], 1), shapes: [[[2], [2]]] },
  clone: unary((x) => x.clone()),
  diagonal: unary((x) => x.diagonal(), undefined, [[[2, 4]], [[2, 3, 3]]]),
  trace: unary((x) => x.trace(), undefined, [[[4, 2]], [[2, 3, 3]]]),
  ...linalgCases,
  ...fftCases,
};

/** Functions of the package that are not differentiable operations, with the reason. */
const others = {
  "gives a truth value, or takes integers": functionOthers,
  "says so in linalg/gradient-cases.ts": linalgOthers,
  "makes a tensor":
    "arange eye full linspace ones onesLike rand randn scalar tensor zeros zerosLike",
  "draws random numbers, tested in random/random.test.ts": [
    "bernoulli beta binomial choice dirichlet exponential gamma gumbel laplace multinomial multivariateNormal",
    "normal permutation poisson randint shuffle truncatedNormal uniform",
  ],
  "gives a truth value or a place": [
    "all any argmax argmin equal greater greaterEqual less lessEqual notEqual isTensor",
    "argsort argwhere bincount countNonzero digitize histogram nonzero placeTable searchsorted unique uniqueAll",
  ],
  "is differentiated in ops/indexing.test.ts":
    "gather index indexAdd maskedSelect scatter scatterAdd setAt takeAlongAxis",
  "is differentiated in ops/shapes.test.ts":
    "broadcastTensors chunk diag expandDims flip meshgrid moveAxis pad repeat roll rot90 split swapAxes tile",
  "is differentiated in nn-ops/gradients.test.ts": networkOperations,
  "is differentiated in ops/statistics.test.ts":
    "average corrcoef cov logsumexp median nanMax nanMean nanMin nanSum percentile ptp quantile",
  "is differentiated in einsum/einsum.test.ts": "einsum",
  "is differentiated in sorting/sorting.test.ts": "sort topk",
  "is differentiated in ops/cumulative.test.ts": "cummax cummin cumprod cumsum diff logcumsumexp",
  "is about gradients": [
    "assign backward checkGradients grad gradients noGrad valueAndGrad GradientError",
    "enableGrad graphOf hessian hvp isGradEnabled jacobian jvp named nameOf registerHook retainGrad vjp",
  ],
  "changes the element type, tested below": "astype",
  "is no operation": [
    "broadcastShapes configureMemory scoped defineBinaryOp defineUnaryOp memoryStats promoteTypes shapeText Tensor",
    "fromWriter withData getNumThreads quantileMethods setKernelBuild setNumThreads threadStats",
  ],
};

describe("gradients agree with central differences", () => {
  test.each(Object.entries(cases))("%s", (_name, list) => {
    for (const { f, shapes, domain = (x: Tensor) => x } of [list].flat()) {
      for (const run of shapes) {
        const inputs = run.map((shape) => domain(randn(shape, { random })));
        checkGradients(f, inputs);
        checkGradients(
          f,
          inputs.map((x) => x.transpose().clone().transpose()), // elements in another order
        );
      }
    }
  });

  test.each(Object.entries(cases))("of the gradient: %s", (_name, list) => {
    for (const { f, shapes, domain = (x: Tensor) => x } of [list].flat()) {
      const inputs = shapes.at(-1)!.map((shape) => domain(randn(shape, { random })));
      checkGradients(f, inputs, { order: 2 });
    }
  });

  test("every exported function is differentiated here or has a reason not to be", () => {
    const reasons = Object.values(others).flat().join(" ").split(" ").filter(Boolean);
    const known = [...Object.keys(cases), ...reasons];
    expect(Object.keys(library).sort()).toEqual(known.sort());
  });

  test("checkGradients notices a wrong rule, and names the place", () => {
    const wrong = library.defineUnaryOp({
      name: "wrong",
      forward: (x) => x.mul(x),
      backward: (gradOutput) => gradOutput,
    });
    expect(() => checkGradients((x) => wrong(x), [tensor([0.5, 2])])).toThrow(
      /expected -1\.66\d* by central differences, got -0\.41\d* for input 0 of shape \(2,\) at flat index 1/,
    );
  });
});

describe("subgradients follow PyTorch", () => {
  const at0 = (f: (x: Tensor) => Tensor) => grad((x) => f(x).sum())(tensor([0])).toArray();

  test("relu and abs are flat at 0", () => {
    expect(at0((x) => x.relu())).toEqual([0]);
    expect(at0((x) => x.abs())).toEqual([0]);
  });

  test("the norm is flat at 0", () => {
    expect(at0((x) => x.norm())).toEqual([0]);
  });

  test("ties share: maximum halves, max divides by the number of largest", () => {
    expect(at0((x) => x.maximum(0))).toEqual([0.5]);
    const tied = tensor([1, 3, 3]);
    expect(grad((x) => x.max())(tied).toArray()).toEqual([0, 0.5, 0.5]);
  });

  test("clip passes the gradient at both of its ends", () => {
    expect(grad((x) => x.clip(-1, 1).sum())(tensor([-2, -1, 0, 1, 2])).toArray()).toEqual([
      0, 1, 1, 1, 0,
    ]);
  });

  test("x⁰ is flat, also at 0", () => {
    expect(at0((x) => x.pow(0))).toEqual([0]);
    expect(at0((x) => x.pow(tensor([0])))).toEqual([0]);
  });

  test("0ᵇ has the derivative 0 with respect to b", () => {
    expect(grad((b) => library.pow(tensor(0), b))(tensor(2)).item()).toBe(0);
  });
});
