import { expect, test } from "vitest";
import {
  minimize,
  type OptimizeResult,
  projectedGradientDescent,
  projectOntoBall,
  projectOntoBox,
  projectOntoSimplex,
} from "../index";
import { type Minimum, problems } from "../testing/problems";

function expectMinimum(found: OptimizeResult, { x, fun }: Minimum, where: string): void {
  expect(found.success, `${where}: ${found.message}`).toBe(true);
  expect(Math.abs(found.fun - fun), where).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(fun)));
  for (const [i, value] of found.x.toArray<number[]>().entries()) {
    expect(Math.abs(value - x[i]!), `${where}, x${i}`).toBeLessThanOrEqual(1e-6);
  }
}

test("roadmap FND-024: Newton, BFGS, L-BFGS and projected gradient descent reach SciPy's minima of ten convex problems to 1e-6", () => {
  expect(problems).toHaveLength(10);
  for (const { name, fun, x0, free, box, ball, simplex } of problems) {
    for (const method of ["newton", "bfgs", "l-bfgs"] as const) {
      const found = minimize(fun, x0, { method, tolerance: 1e-8 });
      expectMinimum(found, free, `${name} by ${method}`);
    }
    const sets = [
      { set: "everything", at: free, project: (x: typeof start) => x },
      {
        set: "a box",
        at: box,
        project: (x: typeof start) => projectOntoBox(x, -box.high, box.high),
      },
      { set: "a ball", at: ball, project: (x: typeof start) => projectOntoBall(x, ball.radius) },
      {
        set: "a simplex",
        at: simplex,
        project: (x: typeof start) => projectOntoSimplex(x, simplex.total),
      },
    ];
    const start = minimize(fun, x0, { maxIterations: 0 }).x;
    for (const { set, at, project } of sets) {
      const found = projectedGradientDescent(fun, start, { project, tolerance: 1e-8 });
      expectMinimum(found, at, `${name} over ${set}`);
    }
  }
});
