import { checkInteger, LinAlgError, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { cholesky, type Tensor, tensor } from "@gradus/tensor";
import { covariance } from "../descriptive/covariance";
import type { DrawOptions } from "../distributions/distribution";
import { type DesignMatrix, readMatrix } from "../regression/design";
import { LOG_ROOT_2PI } from "../special/normal";
import { checkList, mapPoints, type Points, type PointValues } from "./points";

/** The parameters of {@link multivariateNormal}. */
export interface MultivariateNormalParameters {
  /** d numbers. */
  readonly mean: readonly number[] | Float64Array;
  /** The covariance matrix, d×d, symmetric and positive definite. */
  readonly cov: DesignMatrix;
}

/** A normal distribution of several numbers. Made by {@link multivariateNormal}. */
export class MultivariateNormal {
  readonly mean: Float64Array;
  /** Shape (d, d). */
  readonly cov: Tensor;
  /** Lower, row by row: L·Lᵀ = cov. */
  readonly #L: Float64Array;
  readonly #logDet: number;

  /** For {@link multivariateNormal}; call that instead. */
  constructor({ mean, cov }: MultivariateNormalParameters) {
    const where = "multivariateNormal";
    this.mean = checkList(where, "mean", mean, "finite numbers", Number.isFinite);
    const { values, n, k } = readMatrix(where, cov);
    const d = this.mean.length;
    if (n !== d || k !== d) {
      throw new ShapeError(`${where}: expected cov of shape (${d}, ${d}), got (${n}, ${k})`);
    }
    this.cov = tensor(values, { shape: [d, d] });
    this.#L = factorOf(values, d);
    this.#logDet = 2 * sum(d, (i) => Math.log(this.#L[i * d + i]!));
  }

  /** The density at one point, or at each of several. @throws ShapeError for points of other lengths. */
  pdf<X extends Points>(x: X): PointValues<X> {
    return mapPoints("multivariateNormal.pdf", x, this.mean.length, (p) => Math.exp(this.#log(p)));
  }

  /** The logarithm of the density. @throws ShapeError for points of other lengths. */
  logpdf<X extends Points>(x: X): PointValues<X> {
    return mapPoints("multivariateNormal.logpdf", x, this.mean.length, (p) => this.#log(p));
  }

  /**
   * √((x − mean)ᵀ·cov⁻¹·(x − mean)), how far a point lies from the mean in standard deviations of its direction.
   * @throws ShapeError for points of other lengths.
   */
  mahalanobis<X extends Points>(x: X): PointValues<X> {
    const where = "multivariateNormal.mahalanobis";
    return mapPoints(where, x, this.mean.length, (p) => Math.sqrt(this.#square(p)));
  }

  /** −E[log pdf], in nats. */
  entropy(): number {
    return this.mean.length * (LOG_ROOT_2PI + 0.5) + 0.5 * this.#logDet;
  }

  /** Random points, shape (size, d). @throws ParameterError unless `size` is an integer ≥ 0. */
  rvs(size: number, { random }: DrawOptions): Tensor {
    checkInteger("multivariateNormal.rvs", "size", size);
    const d = this.mean.length;
    const out = new Float64Array(size * d);
    for (let row = 0; row < size; row++) {
      const z = Float64Array.from({ length: d }, () => random.normal());
      for (let i = 0; i < d; i++) {
        out[row * d + i] = this.mean[i]! + sum(i + 1, (j) => this.#L[i * d + j]! * z[j]!);
      }
    }
    return tensor(out, { shape: [size, d] });
  }

  #log(x: Float64Array): number {
    return -0.5 * (this.#square(x) + this.#logDet) - this.mean.length * LOG_ROOT_2PI;
  }

  /** ‖L⁻¹(x − mean)‖². */
  #square(x: Float64Array): number {
    const d = this.mean.length;
    const z = new Float64Array(d);
    for (let i = 0; i < d; i++) {
      const known = sum(i, (j) => this.#L[i * d + j]! * z[j]!);
      z[i] = (x[i]! - this.mean[i]! - known) / this.#L[i * d + i]!;
    }
    return sum(d, (i) => z[i]! ** 2);
  }
}

/** {@link multivariateNormal} with its fit. */
export interface MultivariateNormalFamily {
  (parameters: MultivariateNormalParameters): MultivariateNormal;
  /**
   * The likeliest mean and covariance (n in its denominator) of points, one a row.
   * @throws ShapeError unless X has two axes; ValueError for numbers that are not finite.
   */
  fit(X: DesignMatrix): { readonly mean: Float64Array; readonly cov: Tensor };
}

/**
 * The normal distribution of d numbers with a mean and a covariance matrix. It has no distribution function here.
 *
 * @throws ParameterError unless the mean is finite and the covariance symmetric and positive definite; ShapeError where
 * their sizes differ; ValueError for a covariance that is not finite.
 * @example
 * ```ts
 * const tilted = multivariateNormal({ mean: [0, 1], cov: [[2, 1], [1, 2]] });
 * tilted.pdf([0, 1]).toFixed(6); // → 0.091888
 * tilted.mahalanobis([2, 1]).toFixed(4); // → 1.6330
 * ```
 */
export const multivariateNormal: MultivariateNormalFamily = Object.assign(
  (parameters: MultivariateNormalParameters) => new MultivariateNormal(parameters),
  {
    fit: (X: DesignMatrix) => {
      const { values, n, k } = readMatrix("multivariateNormal.fit", X);
      const mean = Float64Array.from(
        { length: k },
        (_, j) => sum(n, (i) => values[i * k + j]!) / n,
      );
      return { mean, cov: covariance(tensor(values, { shape: [n, k] }), { ddof: 0 }) };
    },
  },
);

function factorOf(values: Float64Array, d: number): Float64Array {
  const where = "multivariateNormal";
  const at = (i: number, j: number) => values[i * d + j]!;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < i; j++) {
      if (Math.abs(at(i, j) - at(j, i)) > 1e-10 * Math.sqrt(Math.abs(at(i, i) * at(j, j)))) {
        throw new ParameterError(
          `${where}: cov must be symmetric, got ${at(i, j)} and ${at(j, i)}`,
        );
      }
    }
  }
  try {
    return Float64Array.from(cholesky(tensor(values, { shape: [d, d] })).data() as Float64Array);
  } catch (error) {
    if (!(error instanceof LinAlgError || error instanceof ValueError)) throw error;
    throw new ParameterError(`${where}: cov must be positive definite`, { cause: error });
  }
}

function sum(n: number, f: (i: number) => number): number {
  let total = 0;
  for (let i = 0; i < n; i++) total += f(i);
  return total;
}
