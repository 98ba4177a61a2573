import { checkNonNegative, checkPositive } from "@gradus/core";
import { BaseSVR } from "./base-svr";
import { type Machine, solveTargets, type Training } from "./duals";
import type { KernelMachineOptions } from "./kernel-options";

/** The options of `SVR`. */
export interface SVROptions extends KernelMachineOptions {
  /** The price of each unit that a prediction is off by more than ε, C > 0. Default 1. */
  readonly C?: number;
  /** Errors up to this size are free, ε >= 0, in the units of y. Default 0.1. */
  readonly epsilon?: number;
}

/**
 * Support vector regression: the flattest function in the space of a kernel, where each row costs C times what its
 * error exceeds ε:
 *
 * min ½‖w‖² + C Σᵢ max(0, |yᵢ − f(xᵢ)| − ε)
 *
 * Rows with an error of ε or more are the support vectors. Standardize the features first, and choose C and ε in the
 * units of y. `maxIter` is Infinity in place of scikit-learn's −1.
 *
 * @see Drucker, Burges, Kaufman, Smola and Vapnik (1997), Advances in Neural Information Processing Systems 9, 155–161.
 * @roadmap SUP-012
 * @example
 * ```ts
 * const X = [[0], [1], [2], [3]];
 * const model = new SVR({ kernel: "linear", C: 100, epsilon: 0.01 }).fit(X, [1, 3, 5, 7]);
 * model.predict([[4]]).item().toFixed(1); // → 9.0
 * ```
 */
export class SVR extends BaseSVR<Required<SVROptions>> {
  static override readonly typeName: string = "SVR";
  readonly C: number;
  readonly epsilon: number;

  /** @throws ParameterError for options that cannot be. */
  constructor({ C = 1, epsilon = 0.1, ...options }: SVROptions = {}) {
    super("SVR", options);
    this.C = checkPositive("SVR", "C", C);
    this.epsilon = checkNonNegative("SVR", "epsilon", epsilon);
    Object.freeze(this);
  }

  protected train(training: Training, y: Float64Array, weights: Float64Array): Machine {
    const upper = weights.map((weight) => weight * this.C);
    return solveTargets(training, y, upper, this.epsilon);
  }
}
