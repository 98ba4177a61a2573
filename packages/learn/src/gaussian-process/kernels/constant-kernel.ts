import { checkPositive } from "@gradus/core";
import { full, type Tensor } from "@gradus/tensor";
import { checkBounds, type KernelBounds } from "./kernel";
import { SimpleKernel } from "./simple-kernel";

/** The options of `ConstantKernel`. */
export interface ConstantKernelOptions {
  /** The covariance c > 0. Default 1. */
  readonly constantValue?: number;
  /** Between which values it is sought. Default [1e-5, 1e5]. */
  readonly constantValueBounds?: KernelBounds;
}

/**
 * k(x, y) = c: a factor of other kernels, or a mean that is not known.
 *
 * @example
 * ```ts
 * new ConstantKernel({ constantValue: 4 }).mul(new RBF()).diagonal(tensor([[7]])).toArray(); // → [4]
 * ```
 */
export class ConstantKernel extends SimpleKernel {
  static override readonly kernelName: string = "ConstantKernel";
  readonly constantValue: number;
  readonly constantValueBounds: KernelBounds;

  /** @throws ParameterError unless the value is a number > 0 and the bounds can be. */
  constructor({
    constantValue = 1,
    constantValueBounds = [1e-5, 1e5],
  }: ConstantKernelOptions = {}) {
    super();
    const where = "ConstantKernel";
    this.constantValue = checkPositive(where, "constantValue", constantValue);
    this.constantValueBounds = checkBounds(where, "constantValueBounds", constantValueBounds);
    Object.freeze(this);
  }

  matrix(X: Tensor, Y: Tensor = X): Tensor {
    return full([X.shape[0]!, Y.shape[0]!], this.constantValue, { dtype: "float64" });
  }

  diagonal(X: Tensor): Tensor {
    return full([X.shape[0]!], this.constantValue, { dtype: "float64" });
  }

  protected get hyperparameters(): readonly string[] {
    return ["constantValue"];
  }

  protected gradientOf(_name: string, _X: Tensor, K: Tensor): readonly Tensor[] {
    return [K];
  }
}
