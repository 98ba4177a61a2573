import {
  checkInteger,
  checkNonNegative,
  checkPositive,
  ShapeError,
  ValueError,
} from "@gradus/core";
import { isTensor, scoped, type Tensor } from "@gradus/tensor";
import { Evaluator, type Point } from "./evaluate";
import { NOISE } from "./line-search";
import type { Objective, OptimizeOptions, OptimizeResult } from "./result";
import { addScaled, dot, maxAbs, subtract, type Vector } from "./vectors";

/** How {@link projectedGradientDescent} walks. */
export interface ProjectedGradientOptions extends OptimizeOptions {
  /** The nearest allowed point, such as `(x) => projectOntoBox(x, 0, 1)`. */
  readonly project: (x: Tensor) => Tensor;
  /**
   * A fixed learning rate: x ← P(x − learningRate · ∇f(x)). Default: each step chooses its own from how the
   * gradient changed (Barzilai and Borwein), and is shortened until the function falls.
   */
  readonly learningRate?: number;
  /** Stop when P(x − ∇f(x)) is nowhere farther than this from x. Default 1e-6. */
  readonly tolerance?: number;
  /** Default 10000. */
  readonly maxIterations?: number;
}

const DECREASE = 1e-4;
/** With its own learning rates, a step must fall below the largest of this many last values. */
const MEMORY = 10;

/**
 * A minimum of a smooth function over a convex set that one can project onto: a step down the gradient, then back
 * to the nearest allowed point. At the minimum the two cancel, x = P(x − ∇f(x)), which is what the optimality
 * conditions of Karush, Kuhn and Tucker say of such a set.
 *
 * `jac` in the result is the gradient of fun alone: at the border it need not be zero.
 *
 * @throws as `minimize`, and ShapeError or ValueError if `project` gives another shape or no finite numbers.
 * @see Birgin, Martínez and Raydan (2000), SIAM Journal on Optimization 10(4), 1196–1211.
 * @roadmap FND-024
 * @example
 * ```ts
 * const fun = (x: Tensor) => x.sub(tensor([2, 0.5])).square().sum();
 * const project = (x: Tensor) => projectOntoBox(x, 0, 1);
 * projectedGradientDescent(fun, [0, 0], { project }).x.toArray(); // → [1, 0.5]
 * ```
 */
export function projectedGradientDescent(
  fun: Objective,
  x0: Tensor | readonly number[],
  options: ProjectedGradientOptions,
): OptimizeResult {
  const where = "projectedGradientDescent";
  const { tolerance = 1e-6, maxIterations = 10_000, learningRate } = options;
  checkNonNegative(where, "tolerance", tolerance);
  checkInteger(where, "maxIterations", maxIterations);
  if (learningRate !== undefined) checkPositive(where, "learningRate", learningRate);
  const evaluator = new Evaluator(where, fun, x0, options);
  const project = projector(evaluator, options.project);
  evaluator.start.set(project(evaluator.start));
  let point = evaluator.first();
  let rate = learningRate ?? 1 / Math.max(1, maxAbs(point.jac));
  const recent: number[] = [];
  for (let nit = 0; ; nit++) {
    const miss = maxAbs(subtract(project(addScaled(point.x, -1, point.jac)), point.x));
    const state = `P(x − gradient) differs from x by ${miss.toExponential(2)}`;
    const end = evaluator.settled(point, nit, { miss, state, tolerance, maxIterations });
    if (end) return end;
    recent.push(point.fun);
    if (recent.length > MEMORY) recent.shift();
    const step = subtract(project(addScaled(point.x, -rate, point.jac)), point.x);
    const next =
      learningRate === undefined
        ? fallingStep(evaluator, point, step, Math.max(...recent))
        : evaluator.at(addScaled(point.x, 1, step));
    if (next === undefined) {
      const why = `no step makes fun smaller than ${point.fun}, but ${state}, the tolerance ${tolerance}`;
      return evaluator.result(point, nit, "precision", why);
    }
    if (next.fun === Number.NEGATIVE_INFINITY) {
      return evaluator.result(next, nit + 1, "unbounded", "fun falls to −∞: there is no minimum");
    }
    if (!Number.isFinite(next.fun)) {
      const why = `after ${nit + 1} iterations fun is ${next.fun}; the learning rate ${rate} is too large`;
      return evaluator.result(point, nit, "diverged", why);
    }
    if (learningRate === undefined) rate = nextRate(point, next);
    point = next;
    if (!evaluator.report(point, nit + 1, maxIterations)) {
      return evaluator.result(point, nit + 1, "stopped", "the callback returned true");
    }
  }
}

/** The whole step or a part of it after which the function lies below `highest` in proportion to the slope. */
function fallingStep(
  evaluator: Evaluator,
  from: Point,
  step: Vector,
  highest: number,
): Point | undefined {
  const slope = dot(from.jac, step);
  const noise = NOISE * Math.abs(from.fun);
  for (let share = 1; share > 1e-12; share /= 2) {
    const next = evaluator.at(addScaled(from.x, share, step));
    if (next.fun <= highest + DECREASE * share * slope + noise) return next;
  }
  return undefined;
}

/** Barzilai and Borwein's s·s / s·y: one over the mean curvature along the last step. */
function nextRate(from: Point, to: Point): number {
  const s = subtract(to.x, from.x);
  const curvature = dot(s, subtract(to.jac, from.jac));
  const rate = curvature > 0 ? dot(s, s) / curvature : 1e10;
  return Math.max(1e-10, Math.min(1e10, rate));
}

function projector(evaluator: Evaluator, project: (x: Tensor) => Tensor): (x: Vector) => Vector {
  const { where, shape } = evaluator;
  return (x) =>
    scoped(() => {
      const result = project(evaluator.tensor(x));
      if (!isTensor(result) || result.shape.join() !== shape.join()) {
        const got = isTensor(result) ? `shape [${result.shape}]` : typeof result;
        throw new ShapeError(`${where}: expected project to give shape [${shape}], got ${got}`);
      }
      const values = result.astype("float64").data() as Vector;
      if (!values.every(Number.isFinite)) {
        throw new ValueError(`${where}: expected project to give finite numbers, got ${result}`);
      }
      return values;
    });
}
