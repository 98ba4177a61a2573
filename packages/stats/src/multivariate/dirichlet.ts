import { checkInteger } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import type { DrawOptions } from "../distributions/distribution";
import { logGammaSample } from "../distributions/gamma";
import { total } from "../hypothesis/samples";
import { digamma } from "../special/digamma";
import { gammaln } from "../special/gamma";
import { checkList, mapPoints, type Points, type PointValues } from "./points";

/** A distribution of shares that add up to 1. Made by {@link dirichlet}. */
export class Dirichlet {
  readonly alpha: Float64Array;
  readonly #sum: number;
  /** log of Π Γ(αⱼ)/Γ(Σα). */
  readonly #logNorm: number;

  /** For {@link dirichlet}; call that instead. */
  constructor(alpha: readonly number[] | Float64Array) {
    this.alpha = checkList("dirichlet", "alpha", alpha, "finite numbers > 0", (a) => {
      return Number.isFinite(a) && a > 0;
    });
    this.#sum = total(this.alpha);
    this.#logNorm = total(this.alpha, gammaln) - gammaln(this.#sum);
  }

  /** The density at shares; 0 where they are below 0 or do not add up to 1. @throws ShapeError for other lengths. */
  pdf<X extends Points>(x: X): PointValues<X> {
    return mapPoints("dirichlet.pdf", x, this.alpha.length, (p) => Math.exp(this.#log(p)));
  }

  /** The logarithm of the density. @throws ShapeError for points of other lengths. */
  logpdf<X extends Points>(x: X): PointValues<X> {
    return mapPoints("dirichlet.logpdf", x, this.alpha.length, (p) => this.#log(p));
  }

  /** αⱼ/Σα. */
  mean(): Float64Array {
    return this.alpha.map((a) => a / this.#sum);
  }

  /** The covariance matrix, shape (d, d). */
  cov(): Tensor {
    const m = Array.from(this.mean());
    const scale = this.#sum + 1;
    return tensor(
      m.map((a, i) => m.map((b, j) => ((i === j ? a : 0) - a * b) / scale)),
      { dtype: "float64" },
    );
  }

  /** −E[log pdf], in nats. */
  entropy(): number {
    const d = this.alpha.length;
    const pull = total(this.alpha, (a) => (a - 1) * digamma(a));
    return this.#logNorm + (this.#sum - d) * digamma(this.#sum) - pull;
  }

  /** Random shares, shape (size, d). @throws ParameterError unless `size` is an integer ≥ 0. */
  rvs(size: number, { random }: DrawOptions): Tensor {
    checkInteger("dirichlet.rvs", "size", size);
    const d = this.alpha.length;
    const out = new Float64Array(size * d);
    for (let row = 0; row < size; row++) {
      const logs = this.alpha.map((a) => logGammaSample(random, a));
      // Relative to the largest: with small α all of them may be too small for a number.
      const most = logs.reduce((a, b) => Math.max(a, b));
      const parts = logs.map((log) => Math.exp(log - most));
      const sum = total(parts);
      out.set(
        parts.map((part) => part / sum),
        row * d,
      );
    }
    return tensor(out, { shape: [size, d] });
  }

  #log(x: Float64Array): number {
    if (x.some((share) => !(share >= 0)) || Math.abs(total(x) - 1) > 1e-9) {
      return Number.NEGATIVE_INFINITY;
    }
    // αⱼ = 1 leaves the share out, also where it is 0.
    const power = (share: number, j: number) =>
      this.alpha[j] === 1 ? 0 : (this.alpha[j]! - 1) * Math.log(share);
    return total(x, power) - this.#logNorm;
  }
}

/**
 * The Dirichlet distribution of d shares that add up to 1, with the density Π xⱼ^(αⱼ − 1)·Γ(Σα)/Π Γ(αⱼ): what is known
 * of probabilities after αⱼ − 1 observations of each kind.
 *
 * @throws ParameterError unless alpha holds finite numbers > 0.
 * @example
 * ```ts
 * const belief = dirichlet([2, 3, 5]);
 * belief.mean(); // → Float64Array [0.2, 0.3, 0.5]
 * belief.pdf([0.2, 0.3, 0.5]).toFixed(4); // → 8.5050
 * ```
 */
export function dirichlet(alpha: readonly number[] | Float64Array): Dirichlet {
  return new Dirichlet(alpha);
}
