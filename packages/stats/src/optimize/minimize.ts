import { checkInteger, checkNonNegative, checkOneOf, ParameterError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { BfgsDirections } from "./bfgs";
import { type Directions, descend } from "./descend";
import { Evaluator } from "./evaluate";
import { LbfgsDirections } from "./l-bfgs";
import { NewtonDirections } from "./newton";
import type { Objective, OptimizeOptions, OptimizeResult } from "./result";

/** How {@link minimize} searches. */
export interface MinimizeOptions extends OptimizeOptions {
  /**
   * - `bfgs` (default) learns the curvature from the steps; n² numbers in memory;
   * - `l-bfgs` does so from the last few steps, for thousands of unknowns and more;
   * - `newton` computes all second derivatives: few iterations, each of them dear.
   */
  readonly method?: "bfgs" | "l-bfgs" | "newton";
  /** Stop when no component of the gradient is larger than this. Default 1e-6. */
  readonly tolerance?: number;
  /** Default 200 times the number of unknowns; at least 1000. */
  readonly maxIterations?: number;
  /** How many steps `l-bfgs` remembers. Default 10. */
  readonly memory?: number;
  /** The second derivatives for `newton`, in the shape of x twice, if not by autograd. */
  readonly hess?: (x: Tensor) => Tensor;
}

/**
 * A minimum of a smooth function of several numbers, found downhill from x0, with gradients by autograd. For a
 * convex function it is the minimum; for others it is the bottom of the valley in which the search ended.
 *
 * Each step satisfies the strong Wolfe conditions, and a step to where `fun` is NaN or infinite is shortened, so
 * that barriers such as −log(b − x) need no care. A search that does not converge throws nothing: it returns
 * `success: false` with a status and a message.
 *
 * @param fun a function of a tensor in the shape of x0 that gives one number
 * @param x0 where to start; float64 whatever its dtype
 * @throws ValueError if x0, or fun or its gradient at x0, is not finite; ShapeError if fun gives more than one
 * number, or `jac` or `hess` another shape; ParameterError for bad options; GradientError if fun gives nothing
 * that can be differentiated and there is no `jac`.
 * @see Nocedal and Wright (2006), Numerical Optimization, chapters 3, 6 and 7.
 * @roadmap FND-024
 * @example
 * ```ts
 * const { x, success } = minimize((x) => x.sub(3).square().sum(), [0, 0]);
 * x.round().toArray(); // → [3, 3]
 * success; // → true
 * ```
 */
export function minimize(
  fun: Objective,
  x0: Tensor | readonly number[],
  options: MinimizeOptions = {},
): OptimizeResult {
  const where = "minimize";
  const { method = "bfgs", tolerance = 1e-6, memory = 10, hess } = options;
  checkOneOf(where, "method", method, ["bfgs", "l-bfgs", "newton"]);
  checkNonNegative(where, "tolerance", tolerance);
  checkInteger(where, "memory", memory, 1);
  if (hess !== undefined && method !== "newton") {
    throw new ParameterError(`${where}: hess is for the method "newton", got it for "${method}"`);
  }
  const evaluator = new Evaluator(where, fun, x0, options);
  const { maxIterations = Math.max(1000, 200 * evaluator.start.length) } = options;
  checkInteger(where, "maxIterations", maxIterations);
  const directions: Record<typeof method, () => Directions> = {
    bfgs: () => new BfgsDirections(),
    "l-bfgs": () => new LbfgsDirections(memory),
    newton: () => new NewtonDirections(evaluator, hess),
  };
  return descend(evaluator, directions[method](), { tolerance, maxIterations });
}
