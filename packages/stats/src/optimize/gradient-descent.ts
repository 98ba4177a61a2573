import { checkInteger, checkNonNegative, checkPositive } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { Evaluator, gradientState } from "./evaluate";
import type { Objective, OptimizeOptions, OptimizeResult } from "./result";
import { addScaled } from "./vectors";

/** How {@link gradientDescent} walks. */
export interface GradientDescentOptions extends OptimizeOptions {
  /** How far a step goes, in gradients: x ← x − learningRate · ∇f(x). */
  readonly learningRate: number;
  /** Share of the last step that is added to each step (heavy ball), 0 to below 1. Default 0. */
  readonly momentum?: number;
  /** Stop when no component of the gradient is larger than this. Default 1e-6; with 0 only an exact zero stops. */
  readonly tolerance?: number;
  /** Default 1000. */
  readonly maxIterations?: number;
}

/**
 * Plain gradient descent with a fixed learning rate, for learning about it and for telling how hard a function is;
 * `minimize` needs far fewer steps. On a function whose curvature is nowhere above L it converges for learning
 * rates below 2/L; above, it diverges, which the result says.
 *
 * @throws as `minimize`
 * @see Cauchy (1847), Comptes rendus 25, 536–538; momentum: Polyak (1964), USSR Computational Mathematics and
 * Mathematical Physics 4(5), 1–17.
 * @roadmap FND-023
 * @example
 * ```ts
 * const { x } = gradientDescent((x) => x.square().sum(), [4], { learningRate: 0.25, maxIterations: 3 });
 * x.toArray(); // → [0.5]
 * ```
 */
export function gradientDescent(
  fun: Objective,
  x0: Tensor | readonly number[],
  options: GradientDescentOptions,
): OptimizeResult {
  const where = "gradientDescent";
  const { learningRate, momentum = 0, tolerance = 1e-6, maxIterations = 1000 } = options;
  checkPositive(where, "learningRate", learningRate);
  checkNonNegative(where, "momentum", momentum);
  checkNonNegative(where, "tolerance", tolerance);
  checkInteger(where, "maxIterations", maxIterations);
  const evaluator = new Evaluator(where, fun, x0, options);
  let point = evaluator.first();
  let last = point.x.map(() => 0);
  for (let nit = 0; ; nit++) {
    const standing = { ...gradientState(point), tolerance, maxIterations };
    const end = evaluator.settled(point, nit, standing);
    if (end) return end;
    const step = point.jac.map((g, i) => momentum * last[i]! - learningRate * g);
    const x = addScaled(point.x, 1, step);
    const next = x.every(Number.isFinite) ? evaluator.at(x) : undefined;
    if (next === undefined || !Number.isFinite(next.fun)) {
      const why = `after ${nit + 1} iterations fun is no finite number; the learning rate ${learningRate} is too large`;
      return evaluator.result(point, nit, "diverged", why);
    }
    [point, last] = [next, step];
    if (!evaluator.report(point, nit + 1, maxIterations)) {
      return evaluator.result(point, nit + 1, "stopped", "the callback returned true");
    }
  }
}
