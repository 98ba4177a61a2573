import { ParameterError, RandomGenerator, ShapeError, ValueError } from "@gradus/core";
import { randn, type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import {
  projectedGradientDescent,
  projectOntoBall,
  projectOntoBox,
  projectOntoSimplex,
} from "../index";

const sets: readonly [
  name: string,
  project: (x: Tensor) => Tensor,
  holds: (x: Tensor) => boolean,
][] = [
  [
    "box",
    (x) => projectOntoBox(x, tensor([-1, 0, -0.5, 0.2]), 1),
    (x) => [-1, 0, -0.5, 0.2].every((low, i) => x.at(i).item() >= low && x.at(i).item() <= 1),
  ],
  [
    "ball",
    (x) => projectOntoBall(x, 1.5, tensor([1, 0, 0, -1])),
    (x) =>
      x
        .sub(tensor([1, 0, 0, -1]))
        .norm()
        .item() <=
      1.5 + 1e-12,
  ],
  [
    "simplex",
    (x) => projectOntoSimplex(x, 2),
    (x) => Math.abs(x.sum().item() - 2) < 1e-12 && x.min().item() >= 0,
  ],
];

describe.each(sets)("the projection onto a %s", (_, project, holds) => {
  test("lies in the set, stays there, and no other point of the set is nearer", () => {
    for (let seed = 0; seed < 40; seed++) {
      const random = new RandomGenerator(seed);
      const x = randn([4], { random }).mul(3);
      const nearest = project(x);
      expect(holds(nearest)).toBe(true);
      expect(project(nearest).sub(nearest).abs().max().item()).toBeLessThan(1e-12);
      // The angle at the nearest point between x and any other point of the set is at least a right one.
      const other = project(randn([4], { random }).mul(3));
      expect(x.sub(nearest).dot(other.sub(nearest)).item()).toBeLessThan(1e-9);
    }
  });
});

test("projections refuse what they cannot use", () => {
  const x = tensor([1, 2]);
  expect(() => projectOntoBox(x, 1, 0)).toThrow(ValueError);
  expect(() => projectOntoBox(x, Number.NaN, 0)).toThrow(ValueError);
  expect(() => projectOntoBox(x, tensor([[0], [0]]), 1)).toThrow(ShapeError);
  expect(() => projectOntoBall(x, 0)).toThrow(ParameterError);
  expect(() => projectOntoSimplex(x, -1)).toThrow(ParameterError);
  expect(() => projectOntoSimplex(tensor([Number.NaN, 1]))).toThrow(ValueError);
});

describe("projectedGradientDescent", () => {
  const project = (x: Tensor) => projectOntoBox(x, 0, 1);
  const fun = (x: Tensor) =>
    x
      .sub(tensor([2, 0.5]))
      .square()
      .sum();

  test("ends at the border with a gradient that points out; the start is projected too", () => {
    const found = projectedGradientDescent(fun, [50, 50], { project });
    expect(found).toMatchObject({ success: true, status: "converged" });
    expect(found.x.toArray()).toEqual([1, 0.5]);
    expect(found.jac.toArray()).toEqual([-2, 0]);
  });

  test("a fixed learning rate walks, and one that is too large is called so", () => {
    const found = projectedGradientDescent(fun, [0, 0], { project, learningRate: 0.1 });
    expect(found.success).toBe(true);
    expect(found.x.at(1).item()).toBeCloseTo(0.5, 6);
    const lost = projectedGradientDescent(fun, [0, 0], {
      project: (x) => x,
      learningRate: 9,
      maxIterations: 2000,
    });
    expect(lost).toMatchObject({ success: false, status: "diverged" });
    expect(lost.message).toContain("the learning rate 9 is too large");
    expect(Number.isFinite(lost.fun)).toBe(true);
  });

  test("never silent", () => {
    const short = projectedGradientDescent(fun, [0, 0], { project, maxIterations: 0 });
    expect(short).toMatchObject({ success: false, status: "max-iterations" });
    const jac = (x: Tensor) => x.sub(tensor([2, 0.5])).mul(-2);
    const wrong = projectedGradientDescent(fun, [0.5, 0.6], { project: (x) => x, jac });
    expect(wrong).toMatchObject({ success: false, status: "precision" });
    const stopped = projectedGradientDescent(fun, [0, 0], { project, callback: () => true });
    expect(stopped).toMatchObject({ success: false, status: "stopped", nit: 1 });
    const falling = (x: Tensor) => x.exp().sum().neg();
    const down = projectedGradientDescent(falling, [1], { project: (x) => x });
    expect(down).toMatchObject({ success: false, status: "unbounded" });
    expect(() => projectedGradientDescent(fun, [0, 0], { project: (x) => x.sum() })).toThrow(
      ShapeError,
    );
    expect(() =>
      projectedGradientDescent(fun, [0, 0], { project: (x) => x.mul(Number.NaN) }),
    ).toThrow(ValueError);
    expect(() => projectedGradientDescent(fun, [0], { project, learningRate: 0 })).toThrow(
      ParameterError,
    );
  });
});
