import { checkPositive } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { onesFor, scaledSquares } from "./differences";
import { checkBounds, type KernelBounds } from "./kernel";
import { SimpleKernel } from "./simple-kernel";

/** The options of `ExpSineSquared`. */
export interface ExpSineSquaredOptions {
  /** How fast values change within a period, ℓ > 0. Default 1. */
  readonly lengthScale?: number;
  /** The distance p > 0 after which everything repeats. Default 1. */
  readonly periodicity?: number;
  /** Between which values ℓ is sought. Default [1e-5, 1e5]. */
  readonly lengthScaleBounds?: KernelBounds;
  /** Between which values p is sought. Default [1e-5, 1e5]. */
  readonly periodicityBounds?: KernelBounds;
}

/**
 * k(x, y) = exp(−2 sin²(π‖x − y‖ / p) / ℓ²): functions that repeat. It is sure to be positive definite for one
 * feature only.
 *
 * @see MacKay (1998), Introduction to Gaussian processes, NATO ASI Series F 168, 133–166.
 * @example
 * ```ts
 * new ExpSineSquared({ periodicity: 3 }).matrix(tensor([[0]]), tensor([[3]])).item().toFixed(6); // → 1.000000
 * ```
 */
export class ExpSineSquared extends SimpleKernel {
  static override readonly kernelName: string = "ExpSineSquared";
  readonly lengthScale: number;
  readonly periodicity: number;
  readonly lengthScaleBounds: KernelBounds;
  readonly periodicityBounds: KernelBounds;

  /** @throws ParameterError unless ℓ and p are numbers > 0 and the bounds can be. */
  constructor({
    lengthScale = 1,
    periodicity = 1,
    lengthScaleBounds = [1e-5, 1e5],
    periodicityBounds = [1e-5, 1e5],
  }: ExpSineSquaredOptions = {}) {
    super();
    const name = "ExpSineSquared";
    this.lengthScale = checkPositive(name, "lengthScale", lengthScale);
    this.periodicity = checkPositive(name, "periodicity", periodicity);
    this.lengthScaleBounds = checkBounds(name, "lengthScaleBounds", lengthScaleBounds);
    this.periodicityBounds = checkBounds(name, "periodicityBounds", periodicityBounds);
    Object.freeze(this);
  }

  matrix(X: Tensor, Y?: Tensor): Tensor {
    return this.#angles(X, Y).sin().div(this.lengthScale).square().mul(-2).exp();
  }

  diagonal(X: Tensor): Tensor {
    return onesFor(X);
  }

  protected get hyperparameters(): readonly string[] {
    return ["lengthScale", "periodicity"];
  }

  protected gradientOf(name: string, X: Tensor, K: Tensor): readonly Tensor[] {
    const angles = this.#angles(X);
    const sines = angles.sin();
    const factor = name === "lengthScale" ? sines : angles.cos().mul(angles);
    return [
      sines
        .mul(factor)
        .mul(K)
        .mul(4 / this.lengthScale ** 2),
    ];
  }

  /** π‖x − y‖ / p */
  #angles(X: Tensor, Y?: Tensor): Tensor {
    return scaledSquares(X, Y, 1)
      .sqrt()
      .mul(Math.PI / this.periodicity);
  }
}
