import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { eigvalsh, type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import {
  ConstantKernel,
  DotProduct,
  Exponentiation,
  ExpSineSquared,
  type Kernel,
  kernelFromJSON,
  Matern,
  Product,
  RationalQuadratic,
  RBF,
  Sum,
  WhiteKernel,
} from "../../index";
import { expectAllClose, readFixtureContent } from "../../testing/fixtures";
import { laplaceLikelihood } from "../laplace";

const X = tensor([
  [0, 1],
  [0.5, -1],
  [2, 0.3],
  [2, 0.3],
  [-1, 1.2],
]);

const kernels: [string, Kernel][] = [
  ["constant", new ConstantKernel({ constantValue: 2 })],
  ["white", new WhiteKernel({ noiseLevel: 0.4 })],
  ["RBF", new RBF({ lengthScale: 1.4 })],
  ["RBF by feature", new RBF({ lengthScale: [0.6, 2] })],
  ["Matern 1/2", new Matern({ nu: 0.5, lengthScale: 1.2 })],
  ["Matern 1/2 by feature", new Matern({ nu: 0.5, lengthScale: [1.2, 0.7] })],
  ["Matern 3/2 by feature", new Matern({ lengthScale: [1.2, 0.7] })],
  ["Matern 5/2", new Matern({ nu: 2.5, lengthScale: 0.9 })],
  ["Matern ∞", new Matern({ nu: Number.POSITIVE_INFINITY, lengthScale: 0.9 })],
  ["rational quadratic", new RationalQuadratic({ alpha: 0.7, lengthScale: 1.3 })],
  ["periodic", new ExpSineSquared({ lengthScale: 0.8, periodicity: 3 })],
  ["dot product", new DotProduct({ sigma0: 0.7 })],
  ["cube", new RBF().add(new DotProduct()).pow(3)],
  [
    "sum of products",
    new ConstantKernel({ constantValueBounds: "fixed" })
      .mul(new RBF({ lengthScale: 2 }))
      .add(new WhiteKernel().mul(new RationalQuadratic({ alphaBounds: "fixed" }))),
  ],
];

describe.each(kernels)("kernel %s", (_, kernel) => {
  test("slopes are those of finite differences", () => {
    const { K, gradients } = kernel.withGradients(X);
    expectAllClose(K, [...kernel.matrix(X).data()], { rtol: 1e-14 });
    expect(gradients).toHaveLength(kernel.theta.length);
    const step = 1e-6;
    gradients.forEach((gradient, j) => {
      const moved = (by: number) => {
        const theta = kernel.theta;
        theta[j]! += by;
        return kernel.withTheta(theta).matrix(X);
      };
      const difference = moved(step)
        .sub(moved(-step))
        .div(2 * step);
      expectAllClose(gradient, [...difference.data()], { rtol: 1e-7, atol: 1e-8 });
    });
  });

  test("the matrix is symmetric, positive semidefinite, and has the diagonal", () => {
    const K = kernel.matrix(X);
    expectAllClose(K.transpose(), [...K.data()], { rtol: 1e-15 });
    expectAllClose(K.diagonal(), [...kernel.diagonal(X).data()], { rtol: 1e-14 });
    const alone = kernel instanceof ExpSineSquared ? kernel.matrix(X.slice(null, [0, 1])) : K;
    expect(eigvalsh(alone).min().item()).toBeGreaterThan(-1e-10);
    const cross = kernel.matrix(X, X.slice([0, 2]));
    expect(cross.shape).toEqual([5, 2]);
  });

  test("survives JSON, and its own hyperparameters", () => {
    const restored = kernelFromJSON(JSON.parse(JSON.stringify(kernel)));
    expect(restored).toBeInstanceOf(kernel.constructor);
    expect(restored).toEqual(kernel);
    expect(kernel.names).toHaveLength(kernel.theta.length);
    expect(kernel.bounds).toHaveLength(kernel.theta.length);
    expectAllClose(kernel.withTheta(kernel.theta).matrix(X), [...kernel.matrix(X).data()], {
      rtol: 1e-14,
    });
    expect(() => kernel.withTheta([1, 2, 3, 4, 5, 6])).toThrow(ParameterError);
  });
});

describe("kernels", () => {
  test("white noise knows rows of another matrix apart", () => {
    const noise = new WhiteKernel();
    expect(noise.matrix(X, X).sum().item()).toBe(0);
    expect(noise.matrix(X).sum().item()).toBe(5);
  });

  test("refuse what cannot be", () => {
    const refused: (() => Kernel)[] = [
      () => new ConstantKernel({ constantValue: 0 }),
      () => new WhiteKernel({ noiseLevel: -1 }),
      () => new RBF({ lengthScale: 0 }),
      () => new RBF({ lengthScale: [] }),
      () => new RBF({ lengthScaleBounds: [2, 1] }),
      () => new RBF({ lengthScaleBounds: "free" as never }),
      () => new Matern({ nu: 1 as never }),
      () => new Matern({ lengthScale: [1, -1] }),
      () => new RationalQuadratic({ alpha: 0 }),
      () => new RationalQuadratic({ lengthScaleBounds: [0, 1] }),
      () => new ExpSineSquared({ periodicity: 0 }),
      () => new DotProduct({ sigma0: -1 }),
      () => new Sum({ k1: new RBF(), k2: 1 as never }),
      () => new Product({ k1: null as never, k2: new RBF() }),
      () => new Exponentiation({ kernel: new RBF(), exponent: Number.NaN }),
      () => new Exponentiation({ kernel: {} as never, exponent: 1 }),
    ];
    for (const make of refused) expect(make).toThrow(ParameterError);
    expect(() => new RBF({ lengthScale: [1, 2, 3] }).matrix(X)).toThrow(ShapeError);
    expect(() => kernelFromJSON({ kernel: "Cubic", options: {} })).toThrow(ValueError);
    expect(() => kernelFromJSON(null as never)).toThrow(ValueError);
  });
});

describe("the likelihood of labels", () => {
  interface Likely {
    readonly classifiers: {
      name: string;
      table: string | null;
      two: boolean;
      kernel: never;
      theta?: number[];
      likelihood: number;
      gradient?: number[];
    }[];
    readonly X: number[][];
    readonly y: number[];
  }
  const own = readFixtureContent<Likely>("gaussian-process");
  const cases = own.classifiers.filter(({ table, gradient }) => table === null && gradient);

  test.each(cases)("has scikit-learn's slopes: $name", ({ kernel, likelihood, gradient }) => {
    const labels: Tensor = tensor(own.y.map((value) => Number(value > 0)));
    const found = laplaceLikelihood(kernelFromJSON(kernel), tensor(own.X), labels, 100);
    expectAllClose(found.value, likelihood, { rtol: 1e-9 });
    expectAllClose([...found.gradient], gradient, { rtol: 1e-7 });
  });
});
