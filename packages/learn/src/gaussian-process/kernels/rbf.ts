import type { Tensor } from "@gradus/tensor";
import { checkLengthScale, onesFor, scaledSquares, squaresOfFeature } from "./differences";
import { checkBounds, type KernelBounds } from "./kernel";
import { SimpleKernel } from "./simple-kernel";

/** The options of `RBF`. */
export interface RBFOptions {
  /** The distance ℓ > 0 over which values are alike: one number, or one for each feature. Default 1. */
  readonly lengthScale?: number | readonly number[];
  /** Between which values it is sought. Default [1e-5, 1e5]. */
  readonly lengthScaleBounds?: KernelBounds;
}

/**
 * The squared-exponential kernel k(x, y) = exp(−½‖(x − y) / ℓ‖²): functions that can be differentiated any number of
 * times.
 *
 * @see Rasmussen and Williams (2006), Gaussian Processes for Machine Learning, equation 4.9.
 * @example
 * ```ts
 * new RBF().matrix(tensor([[0]]), tensor([[1]])).item().toFixed(4); // → 0.6065
 * ```
 */
export class RBF extends SimpleKernel {
  static override readonly kernelName: string = "RBF";
  readonly lengthScale: number | readonly number[];
  readonly lengthScaleBounds: KernelBounds;

  /** @throws ParameterError unless the scales are numbers > 0 and the bounds can be. */
  constructor({ lengthScale = 1, lengthScaleBounds = [1e-5, 1e5] }: RBFOptions = {}) {
    super();
    this.lengthScale = checkLengthScale("RBF", lengthScale);
    this.lengthScaleBounds = checkBounds("RBF", "lengthScaleBounds", lengthScaleBounds);
    Object.freeze(this);
  }

  matrix(X: Tensor, Y?: Tensor): Tensor {
    return scaledSquares(X, Y, this.lengthScale).mul(-0.5).exp();
  }

  diagonal(X: Tensor): Tensor {
    return onesFor(X);
  }

  protected get hyperparameters(): readonly string[] {
    return ["lengthScale"];
  }

  /** dk/d log ℓⱼ = k · (xⱼ − yⱼ)² / ℓⱼ² */
  protected gradientOf(_name: string, X: Tensor, K: Tensor): readonly Tensor[] {
    const { lengthScale } = this;
    if (typeof lengthScale === "number") return [scaledSquares(X, undefined, lengthScale).mul(K)];
    return lengthScale.map((scale, j) => squaresOfFeature(X, j, scale).mul(K));
  }
}
