import { checkPositive } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { onesFor, scaledSquares } from "./differences";
import { checkBounds, type KernelBounds } from "./kernel";
import { SimpleKernel } from "./simple-kernel";

/** The options of `RationalQuadratic`. */
export interface RationalQuadraticOptions {
  /** The distance ℓ > 0 over which values are alike. Default 1. */
  readonly lengthScale?: number;
  /** How the scales are mixed, α > 0; the larger, the more like RBF. Default 1. */
  readonly alpha?: number;
  /** Between which values ℓ is sought. Default [1e-5, 1e5]. */
  readonly lengthScaleBounds?: KernelBounds;
  /** Between which values α is sought. Default [1e-5, 1e5]. */
  readonly alphaBounds?: KernelBounds;
}

/**
 * k(x, y) = (1 + ‖x − y‖² / (2αℓ²))^−α: a mixture of RBF kernels of many length scales.
 *
 * @see Rasmussen and Williams (2006), Gaussian Processes for Machine Learning, equation 4.19.
 * @example
 * ```ts
 * new RationalQuadratic({ alpha: 0.5 }).matrix(tensor([[0]]), tensor([[1]])).item().toFixed(4); // → 0.7071
 * ```
 */
export class RationalQuadratic extends SimpleKernel {
  static override readonly kernelName: string = "RationalQuadratic";
  readonly lengthScale: number;
  readonly alpha: number;
  readonly lengthScaleBounds: KernelBounds;
  readonly alphaBounds: KernelBounds;

  /** @throws ParameterError unless ℓ and α are numbers > 0 and the bounds can be. */
  constructor({
    lengthScale = 1,
    alpha = 1,
    lengthScaleBounds = [1e-5, 1e5],
    alphaBounds = [1e-5, 1e5],
  }: RationalQuadraticOptions = {}) {
    super();
    const name = "RationalQuadratic";
    this.lengthScale = checkPositive(name, "lengthScale", lengthScale);
    this.alpha = checkPositive(name, "alpha", alpha);
    this.lengthScaleBounds = checkBounds(name, "lengthScaleBounds", lengthScaleBounds);
    this.alphaBounds = checkBounds(name, "alphaBounds", alphaBounds);
    Object.freeze(this);
  }

  matrix(X: Tensor, Y?: Tensor): Tensor {
    return this.#base(scaledSquares(X, Y, this.lengthScale)).pow(-this.alpha);
  }

  diagonal(X: Tensor): Tensor {
    return onesFor(X);
  }

  protected get hyperparameters(): readonly string[] {
    return ["alpha", "lengthScale"];
  }

  protected gradientOf(name: string, X: Tensor, K: Tensor): readonly Tensor[] {
    const squares = scaledSquares(X, undefined, this.lengthScale);
    const base = this.#base(squares);
    const share = squares.div(base);
    if (name === "lengthScale") return [share.mul(K)];
    return [share.div(2).sub(base.log().mul(this.alpha)).mul(K)];
  }

  #base(squares: Tensor): Tensor {
    return squares.div(2 * this.alpha).add(1);
  }
}
