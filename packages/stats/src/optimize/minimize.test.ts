import { ParameterError, type Progress, ShapeError, ValueError } from "@gradus/core";
import { GradientError, type Tensor, tensor, zeros } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { minimize, minimizeArray } from "../index";
import { problems } from "../testing/problems";

const methods = ["bfgs", "l-bfgs", "newton"] as const;
const bowl = (x: Tensor) => x.sub(3).square().sum();

/** Rosenbrock's valley, with the minimum 0 at (1, …, 1). */
const rosenbrock = (x: Tensor) => {
  const [from, to] = [x.slice([0, -1]), x.slice([1])];
  return to.sub(from.square()).square().mul(100).add(from.neg().add(1).square()).sum();
};

describe.each(methods)("minimize by %s", (method) => {
  test("finds the bottom of Rosenbrock's valley, which is not convex", () => {
    for (const x0 of [
      [-1.2, 1],
      [1.5, 2, 2, 0.5, 3],
    ]) {
      const found = minimize(rosenbrock, x0, { method, tolerance: 1e-8 });
      expect(found.message).toContain("within the tolerance");
      expect(found).toMatchObject({ success: true, status: "converged" });
      for (const value of found.x.toArray<number[]>()) expect(value).toBeCloseTo(1, 6);
      expect(found.nit).toBeLessThan(120);
    }
  });

  test("keeps the shape of x0 and takes single precision", () => {
    const x0 = tensor([[1, 2, 0]], { dtype: "float32" });
    const found = minimize(bowl, x0, { method });
    expect(found.x.shape).toEqual([1, 3]);
    expect(found.jac.shape).toEqual([1, 3]);
    expect(found.x.dtype).toBe("float64");
    expect(found.x.sub(3).abs().max().item()).toBeLessThan(1e-6);
  });

  test("takes a gradient of one's own, and then a function that gives a plain number", () => {
    const fun = (x: Tensor) => bowl(x).item();
    const hess = () => tensor([[2]]);
    const options = { method, jac: (x: Tensor) => x.sub(3).mul(2) };
    const found = minimize(fun, [10], method === "newton" ? { ...options, hess } : options);
    expect(found.x.item()).toBeCloseTo(3, 6);
  });

  test("goes on where the fall drowns in rounding, until the gradient is small", () => {
    const found = minimize((x) => bowl(x).add(1e8), [100, -50], { method, tolerance: 1e-9 });
    expect(found.success).toBe(true);
  });

  test("says so when the iterations are used up", () => {
    const found = minimize(rosenbrock, [-1.2, 1], { method, maxIterations: 3 });
    expect(found).toMatchObject({ success: false, status: "max-iterations", nit: 3 });
    expect(found.message).toContain("no convergence in 3 iterations");
    expect(found.fun).toBeLessThan(24.2);
  });

  test("says so when the gradient is wrong, or the function has no minimum", () => {
    const hess = () => tensor([[2]]);
    const jac = (x: Tensor) => x.sub(3).mul(-2);
    const wrong = minimize(
      bowl,
      [1],
      method === "newton" ? { method, jac, hess } : { method, jac },
    );
    expect(wrong).toMatchObject({ success: false, status: "precision" });
    const falling = minimize((x) => x.sum().neg().exp().neg(), [0], { method });
    expect(falling.success).toBe(false);
    expect(falling.status).toBe("unbounded");
  });

  test("a callback sees each step and can stop; progress is reported", () => {
    const seen: number[] = [];
    const reports: Progress[] = [];
    const found = minimize(rosenbrock, [-1.2, 1], {
      method,
      callback: ({ fun, nit }) => {
        seen.push(fun);
        return nit === 4;
      },
      onProgress: (progress) => reports.push(progress),
    });
    expect(found).toMatchObject({ success: false, status: "stopped", nit: 4, fun: seen.at(-1) });
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
    expect(reports.map(({ done }) => done)).toEqual([1, 2, 3, 4]);
    expect(reports[3]!.metrics).toMatchObject({ fun: seen[3] });
  });

  test("a start at the minimum takes no step", () => {
    expect(minimize(bowl, [3, 3], { method })).toMatchObject({ success: true, nit: 0, nfev: 1 });
  });
});

describe("minimize", () => {
  test("Newton needs one step for a quadratic, and leaves a saddle", () => {
    const { fun, x0 } = problems.find(({ name }) => name === "narrow-valley")!;
    expect(minimize(fun, x0, { method: "newton" })).toMatchObject({ nit: 1, nhev: 1 });
    const saddle = (x: Tensor) =>
      x.at(0).square().add(x.at(1).square().square()).sub(x.at(1).square());
    const found = minimize(saddle, [1, 0.01], { method: "newton", tolerance: 1e-9 });
    expect(Math.abs(found.x.at(1).item())).toBeCloseTo(Math.SQRT1_2, 8);
  });

  test("a step beyond a wall is shortened", () => {
    const fun = (x: Tensor) => x.sum().sub(x.log().sum().mul(1e-3));
    const found = minimize(fun, [5, 0.2], { tolerance: 1e-7 });
    expect(found.success).toBe(true);
    for (const value of found.x.toArray<number[]>()) expect(value).toBeCloseTo(1e-3, 8);
  });

  test("a thousand unknowns by l-bfgs", () => {
    const scale = tensor(Array.from({ length: 1000 }, (_, i) => 1 + i));
    const fun = (x: Tensor) => x.sub(1).square().mul(scale).sum();
    const found = minimize(fun, tensor(new Float64Array(1000)), { method: "l-bfgs" });
    expect(found.success).toBe(true);
    expect(found.x.sub(1).abs().max().item()).toBeLessThan(1e-6);
  });

  test("refuses what it cannot use", () => {
    expect(() => minimize(bowl, [])).toThrow(ValueError);
    expect(() => minimize(bowl, [1, Number.NaN])).toThrow("minimize: x0 must hold finite numbers");
    expect(() => minimize((x) => x.log().sum(), [-1])).toThrow("fun must be finite at x0, got NaN");
    expect(() => minimize((x) => x.sqrt().sum(), [0])).toThrow("the gradient must be finite");
    expect(() => minimize((x) => x.square(), [1, 2])).toThrow(ShapeError);
    expect(() => minimize(() => 3, [1])).toThrow(GradientError);
    expect(() => minimize(bowl, [1, 2], { jac: (x) => x.sum() })).toThrow(ShapeError);
    expect(() => minimize((x) => x, [1, 2], { jac: (x) => x })).toThrow(ShapeError);
    const square = (x: Tensor) => x.square().sum();
    expect(() => minimize(square, [1, 2], { method: "newton", hess: (x) => x })).toThrow(
      ShapeError,
    );
    expect(() => minimize(square, [1], { hess: (x) => x })).toThrow(ParameterError);
    expect(() => minimize(square, [1], { method: "cg" as "bfgs" })).toThrow(ParameterError);
    expect(() => minimize(square, [1], { tolerance: -1 })).toThrow(ParameterError);
    expect(() => minimize(square, [1], { maxIterations: 0.5 })).toThrow(ParameterError);
    expect(() => minimize(square, [1], { memory: 0 })).toThrow(ParameterError);
    expect(() => minimize(3 as unknown as () => Tensor, [1])).toThrow(ParameterError);
  });
});

describe("minimizeArray", () => {
  const bowl = (x: Float64Array) => {
    let value = 0;
    const gradient = x.map((one, i) => {
      value += (i + 1) * (one - i) ** 2;
      return 2 * (i + 1) * (one - i);
    });
    return { value, gradient };
  };

  test("finds what minimize finds, step for step", () => {
    const found = minimizeArray(bowl, new Float64Array(12), { tolerance: 1e-9 });
    const same = minimize((x) => tensor(bowl(x.data() as Float64Array).value), zeros(12), {
      method: "l-bfgs",
      tolerance: 1e-9,
      jac: (x) => tensor(bowl(x.data() as Float64Array).gradient),
    });
    expect(found.status).toBe("converged");
    expect(found.iterations).toBe(same.nit);
    expect([...found.x]).toEqual([...same.x.data()]);
    expect(found.value).toBe(same.fun);
  });

  test("stops when it is told, and after so many iterations", () => {
    const stopped = minimizeArray(bowl, new Float64Array(12), { isDone: () => true });
    expect([stopped.status, stopped.iterations]).toEqual(["stopped", 1]);
    const few = minimizeArray(bowl, new Float64Array(12), { tolerance: 0, maxIterations: 2 });
    expect([few.status, few.iterations]).toEqual(["max-iterations", 2]);
  });

  test("refuses what cannot be", () => {
    const from = new Float64Array(2);
    expect(() => minimizeArray(bowl, Float64Array.of(Number.NaN))).toThrow(ValueError);
    expect(() => minimizeArray(() => ({ value: Number.NaN, gradient: from }), from)).toThrow(
      ValueError,
    );
    const wild = () => ({ value: 0, gradient: Float64Array.of(0, Number.NaN) });
    expect(() => minimizeArray(wild, from)).toThrow("the gradient must be finite where fun is");
    expect(() => minimizeArray(bowl, from, { tolerance: -1 })).toThrow(ParameterError);
    expect(() => minimizeArray(bowl, from, { memory: 0 })).toThrow(ParameterError);
    expect(() => minimizeArray(bowl, from, { maxIterations: -1 })).toThrow(ParameterError);
  });
});
