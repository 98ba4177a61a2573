import { checkNonNegative } from "@gradus/core";
import { full, type Tensor } from "@gradus/tensor";
import { checkBounds, type KernelBounds } from "./kernel";
import { SimpleKernel } from "./simple-kernel";

/** The options of `DotProduct`. */
export interface DotProductOptions {
  /** σ₀ >= 0, the standard deviation of the value at the origin. Default 1. */
  readonly sigma0?: number;
  /** Between which values it is sought. Default [1e-5, 1e5]. */
  readonly sigma0Bounds?: KernelBounds;
}

/**
 * k(x, y) = σ₀² + xᵀy: linear functions; with a power, polynomials.
 *
 * @see Rasmussen and Williams (2006), Gaussian Processes for Machine Learning, section 4.2.2.
 * @example
 * ```ts
 * new DotProduct({ sigma0: 2 }).matrix(tensor([[1, 2]])).toArray(); // → [[9]]
 * ```
 */
export class DotProduct extends SimpleKernel {
  static override readonly kernelName: string = "DotProduct";
  readonly sigma0: number;
  readonly sigma0Bounds: KernelBounds;

  /** @throws ParameterError unless σ₀ is a number >= 0 and the bounds can be. */
  constructor({ sigma0 = 1, sigma0Bounds = [1e-5, 1e5] }: DotProductOptions = {}) {
    super();
    this.sigma0 = checkNonNegative("DotProduct", "sigma0", sigma0);
    this.sigma0Bounds = checkBounds("DotProduct", "sigma0Bounds", sigma0Bounds);
    Object.freeze(this);
  }

  matrix(X: Tensor, Y: Tensor = X): Tensor {
    return X.matmul(Y.transpose()).add(this.sigma0 ** 2);
  }

  diagonal(X: Tensor): Tensor {
    return X.mul(X)
      .sum(1)
      .add(this.sigma0 ** 2);
  }

  protected get hyperparameters(): readonly string[] {
    return ["sigma0"];
  }

  protected gradientOf(_name: string, _X: Tensor, K: Tensor): readonly Tensor[] {
    return [full(K.shape, 2 * this.sigma0 ** 2, { dtype: "float64" })];
  }
}
