import { checkBetween, ParameterError } from "@gradus/core";
import { BaseSVC, type BaseSVCOptions, type CheckedSVC } from "./base-svc";
import { type Machine, solveNuClasses, type Training } from "./duals";

/** The options of `NuSVC`. */
export interface NuSVCOptions extends BaseSVCOptions {
  /** At most this share of the rows lies inside the margin, and at least as many are support vectors. Default 0.5. */
  readonly nu?: number;
}

/**
 * A support vector machine for classes whose option is a share ν of rows in place of the price C of `SVC`: the same
 * family of solutions, walked through by another number. ν cannot be larger than twice the share of the smaller class
 * of a pair.
 *
 * @see Schölkopf, Smola, Williamson and Bartlett (2000), Neural Computation 12(5), 1207–1245.
 * @roadmap SUP-012
 * @example
 * ```ts
 * const model = new NuSVC({ kernel: "linear", nu: 0.4 }).fit([[-2], [-1], [1], [2]], ["a", "a", "b", "b"]);
 * model.predict([[-3], [0.5]]); // → ["a", "b"]
 * ```
 */
export class NuSVC extends BaseSVC<CheckedSVC & { readonly nu: number }> {
  static override readonly typeName: string = "NuSVC";
  readonly nu: number;

  /** @throws ParameterError for options that cannot be. */
  constructor({ nu = 0.5, ...options }: NuSVCOptions = {}) {
    super("NuSVC", options);
    this.nu = checkShare("NuSVC", nu);
    Object.freeze(this);
  }

  protected trainPair(training: Training, sign: Int8Array, weights: Float64Array): Machine {
    return solveNuClasses(training, sign, weights, this.nu);
  }
}

/** @throws ParameterError unless 0 < nu <= 1. */
export function checkShare(where: string, nu: number): number {
  checkBetween(where, "nu", nu, [0, 1]);
  if (nu > 0) return nu;
  throw new ParameterError(`${where}: nu must be above 0, got ${nu}`);
}
