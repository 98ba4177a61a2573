import type { ProgressCallback } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";

/**
 * A function to be minimized: a point to one number. Where no gradient is given it has to return a tensor of one
 * element, computed from x by differentiable operations.
 */
export type Objective = (x: Tensor) => Tensor | number;

/**
 * Why a minimizer ended:
 * - `converged`: the gradient (or, with a projection, the step that it still asks for) is within the tolerance;
 * - `max-iterations`: it is not, and the iterations are used up;
 * - `precision`: no step along the last direction makes the function smaller, although the gradient is not within
 *   the tolerance; most often the limit of float64 is reached, or the gradient is wrong or jumps;
 * - `unbounded`: the function falls to −∞;
 * - `diverged`: the iterates left the finite numbers, as with too large a learning rate;
 * - `stopped`: the callback returned true.
 */
export type OptimizeStatus =
  | "converged"
  | "max-iterations"
  | "precision"
  | "unbounded"
  | "diverged"
  | "stopped";

/** What a minimizer found, with SciPy's names. Look at `success` before you use `x`. */
export interface OptimizeResult {
  /** The best point found, in the shape of x0. */
  readonly x: Tensor;
  /** The function there. */
  readonly fun: number;
  /** Its gradient there, in the shape of x0. */
  readonly jac: Tensor;
  /** Iterations. */
  readonly nit: number;
  /** How often the function was evaluated, nearly always together with its gradient. */
  readonly nfev: number;
  /** How often the matrix of second derivatives was computed; 0 for methods that need none. */
  readonly nhev: number;
  /** Whether the tolerance was reached. */
  readonly success: boolean;
  readonly status: OptimizeStatus;
  /** The status in a sentence, with the numbers that explain it. */
  readonly message: string;
}

/** Where a minimizer stands after an iteration. */
export interface OptimizeStep {
  readonly x: Tensor;
  readonly fun: number;
  readonly jac: Tensor;
  readonly nit: number;
}

/** What all minimizers can be told. */
export interface OptimizeOptions {
  /** The gradient, in the shape of x, if it is not to be found by autograd. */
  readonly jac?: (x: Tensor) => Tensor;
  /** Called after each iteration; returning true ends the search with the status `stopped`. */
  readonly callback?: (step: OptimizeStep) => unknown;
  /** Told the iteration, the function and the largest component of the gradient; `reportProgress` fits. */
  readonly onProgress?: ProgressCallback;
}
