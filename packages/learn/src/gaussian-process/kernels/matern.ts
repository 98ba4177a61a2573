import { checkOneOf } from "@gradus/core";
import { type Tensor, where } from "@gradus/tensor";
import { checkLengthScale, onesFor, scaledSquares, squaresOfFeature } from "./differences";
import { checkBounds, type KernelBounds } from "./kernel";
import type { RBFOptions } from "./rbf";
import { SimpleKernel } from "./simple-kernel";

/** How smooth a Matérn kernel's functions are: those that have a simple form. */
export type MaternNu = 0.5 | 1.5 | 2.5 | typeof Number.POSITIVE_INFINITY;

/** The options of `Matern`. */
export interface MaternOptions extends RBFOptions {
  /** ν: 0.5 rough, 1.5 (default) once, 2.5 twice differentiable; Infinity is RBF. */
  readonly nu?: MaternNu;
}

/**
 * The Matérn kernel, with r = ‖(x − y) / ℓ‖: e^−r for ν = ½, (1 + √3 r) e^(−√3 r) for ν = 3/2,
 * (1 + √5 r + 5r²/3) e^(−√5 r) for ν = 5/2. Other ν, which need Bessel functions, are not there.
 *
 * @see Rasmussen and Williams (2006), Gaussian Processes for Machine Learning, section 4.2.1.
 * @example
 * ```ts
 * new Matern({ nu: 0.5 }).matrix(tensor([[0]]), tensor([[1]])).item().toFixed(4); // → 0.3679
 * ```
 */
export class Matern extends SimpleKernel {
  static override readonly kernelName: string = "Matern";
  readonly lengthScale: number | readonly number[];
  readonly lengthScaleBounds: KernelBounds;
  readonly nu: MaternNu;

  /** @throws ParameterError unless ν is one of the four, the scales are numbers > 0 and the bounds can be. */
  constructor({ lengthScale = 1, lengthScaleBounds = [1e-5, 1e5], nu = 1.5 }: MaternOptions = {}) {
    super();
    this.lengthScale = checkLengthScale("Matern", lengthScale);
    this.lengthScaleBounds = checkBounds("Matern", "lengthScaleBounds", lengthScaleBounds);
    // JSON writes infinity as text.
    const read = (nu as unknown) === "Infinity" ? Number.POSITIVE_INFINITY : nu;
    this.nu = checkOneOf("Matern", "nu", read, [0.5, 1.5, 2.5, Number.POSITIVE_INFINITY]);
    Object.freeze(this);
  }

  matrix(X: Tensor, Y?: Tensor): Tensor {
    const squares = scaledSquares(X, Y, this.lengthScale);
    if (this.nu === Number.POSITIVE_INFINITY) return squares.mul(-0.5).exp();
    const r = squares.mul(2 * this.nu).sqrt();
    const decay = r.neg().exp();
    if (this.nu === 0.5) return decay;
    if (this.nu === 1.5) return r.add(1).mul(decay);
    return r.mul(r).div(3).add(r).add(1).mul(decay);
  }

  diagonal(X: Tensor): Tensor {
    return onesFor(X);
  }

  protected get hyperparameters(): readonly string[] {
    return ["lengthScale"];
  }

  /** dk/d log ℓⱼ = (xⱼ − yⱼ)² / ℓⱼ² times a factor of r alone. */
  protected gradientOf(_name: string, X: Tensor, K: Tensor): readonly Tensor[] {
    const { lengthScale } = this;
    const squares = scaledSquares(X, undefined, lengthScale);
    const factor = this.#slopeFactor(squares, K);
    if (typeof lengthScale === "number") return [squares.mul(factor)];
    return lengthScale.map((scale, j) => squaresOfFeature(X, j, scale).mul(factor));
  }

  /** −k′(r) / r */
  #slopeFactor(squares: Tensor, K: Tensor): Tensor {
    if (this.nu === Number.POSITIVE_INFINITY) return K;
    const r = squares.mul(2 * this.nu).sqrt();
    const decay = r.neg().exp();
    if (this.nu === 1.5) return decay.mul(3);
    if (this.nu === 2.5)
      return r
        .add(1)
        .mul(decay)
        .mul(5 / 3);
    // At r = 0 the factor is infinite and the difference 0.
    return where(r.greater(0), decay.div(r), 0);
  }
}
