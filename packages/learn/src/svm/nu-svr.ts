import { checkPositive } from "@gradus/core";
import { BaseSVR } from "./base-svr";
import { type Machine, solveNuTargets, type Training } from "./duals";
import type { KernelMachineOptions } from "./kernel-options";
import { checkShare } from "./nu-svc";

/** The options of `NuSVR`. */
export interface NuSVROptions extends KernelMachineOptions {
  /** At most this share of the rows is off by more than ε, and at least as many are support vectors. Default 0.5. */
  readonly nu?: number;
  /** The price of each unit that a prediction is off by more than ε, C > 0. Default 1. */
  readonly C?: number;
}

/**
 * Support vector regression that finds the ε of `SVR` itself, so that a share of about ν of the rows lies outside.
 *
 * @see Schölkopf, Smola, Williamson and Bartlett (2000), Neural Computation 12(5), 1207–1245.
 * @roadmap SUP-012
 * @example
 * ```ts
 * const X = [[0], [1], [2], [3]];
 * const model = new NuSVR({ kernel: "linear", C: 100 }).fit(X, [1, 3, 5, 7]);
 * model.predict([[4]]).item().toFixed(1); // → 9.0
 * ```
 */
export class NuSVR extends BaseSVR<Required<NuSVROptions>> {
  static override readonly typeName: string = "NuSVR";
  readonly nu: number;
  readonly C: number;

  /** @throws ParameterError for options that cannot be. */
  constructor({ nu = 0.5, C = 1, ...options }: NuSVROptions = {}) {
    super("NuSVR", options);
    this.nu = checkShare("NuSVR", nu);
    this.C = checkPositive("NuSVR", "C", C);
    Object.freeze(this);
  }

  protected train(training: Training, y: Float64Array, weights: Float64Array): Machine {
    const upper = weights.map((weight) => weight * this.C);
    return solveNuTargets(training, y, upper, this.nu);
  }
}
