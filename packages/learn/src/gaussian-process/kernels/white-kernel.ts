import { checkPositive } from "@gradus/core";
import { eye, full, type Tensor, zeros } from "@gradus/tensor";
import { checkBounds, type KernelBounds } from "./kernel";
import { SimpleKernel } from "./simple-kernel";

/** The options of `WhiteKernel`. */
export interface WhiteKernelOptions {
  /** The variance of the noise, above 0. Default 1. */
  readonly noiseLevel?: number;
  /** Between which values it is sought. Default [1e-5, 1e5]. */
  readonly noiseLevelBounds?: KernelBounds;
}

/**
 * Noise: k(x, y) is σ² where x and y are the same row of the same matrix, and 0 elsewhere, also for equal rows of two
 * matrices. Added to another kernel, it learns how noisy the targets are.
 *
 * @example
 * ```ts
 * new WhiteKernel({ noiseLevel: 2 }).matrix(tensor([[1], [1]])).toArray(); // → [[2, 0], [0, 2]]
 * ```
 */
export class WhiteKernel extends SimpleKernel {
  static override readonly kernelName: string = "WhiteKernel";
  readonly noiseLevel: number;
  readonly noiseLevelBounds: KernelBounds;

  /** @throws ParameterError unless the level is a number > 0 and the bounds can be. */
  constructor({ noiseLevel = 1, noiseLevelBounds = [1e-5, 1e5] }: WhiteKernelOptions = {}) {
    super();
    this.noiseLevel = checkPositive("WhiteKernel", "noiseLevel", noiseLevel);
    this.noiseLevelBounds = checkBounds("WhiteKernel", "noiseLevelBounds", noiseLevelBounds);
    Object.freeze(this);
  }

  matrix(X: Tensor, Y?: Tensor): Tensor {
    const n = X.shape[0]!;
    if (Y) return zeros([n, Y.shape[0]!], { dtype: "float64" });
    return eye(n, { dtype: "float64" }).mul(this.noiseLevel);
  }

  diagonal(X: Tensor): Tensor {
    return full([X.shape[0]!], this.noiseLevel, { dtype: "float64" });
  }

  protected get hyperparameters(): readonly string[] {
    return ["noiseLevel"];
  }

  protected gradientOf(_name: string, _X: Tensor, K: Tensor): readonly Tensor[] {
    return [K];
  }
}
