import { type Tensor, tensor } from "@gradus/tensor";
import { expect, test } from "vitest";
import fixture from "../../fixtures/gradient-descent.json" with { type: "json" };
import { gradientDescent } from "../index";

const H = tensor([
  [3, 1],
  [1, 2],
]);
const b = tensor([1, -2]);

const functions: Readonly<Record<string, (x: Tensor) => Tensor>> = {
  rosenbrock: (p) => {
    const [x, y] = [p.at(0), p.at(1)];
    return y.sub(x.square()).square().mul(100).add(x.neg().add(1).square());
  },
  quadratic: (p) => p.dot(H.matmul(p)).div(2).sub(b.dot(p)),
};

test("roadmap FND-023: walks on Rosenbrock's function and a quadratic equal NumPy's step for step to 1e-12", () => {
  expect(new Set(fixture.walks.map(({ name }) => name))).toEqual(new Set(Object.keys(functions)));
  for (const { name, rate, momentum, start, path } of fixture.walks) {
    const walked: number[][] = [];
    const { success, nit } = gradientDescent(functions[name]!, start, {
      learningRate: rate,
      momentum,
      tolerance: 0,
      maxIterations: path.length,
      callback: ({ x }) => {
        walked.push(x.toArray<number[]>());
      },
    });
    // Where the gradient has become exactly 0 the walk has ended, and NumPy marches on the spot.
    expect(success || nit === path.length).toBe(true);
    while (walked.length < path.length) walked.push(walked.at(-1)!);
    for (const [k, [x, y]] of path.entries()) {
      const size = Math.max(1, Math.abs(x!), Math.abs(y!));
      expect(Math.abs(walked[k]![0]! - x!), `${name}, step ${k}`).toBeLessThanOrEqual(1e-12 * size);
      expect(Math.abs(walked[k]![1]! - y!), `${name}, step ${k}`).toBeLessThanOrEqual(1e-12 * size);
    }
  }
});
