import { checkInteger, ParameterError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { binom } from "../distributions/binom";
import type { DrawOptions } from "../distributions/distribution";
import { total } from "../hypothesis/samples";
import { gammaln } from "../special/gamma";
import { checkList, mapPoints, type Points, type PointValues } from "./points";

/** The parameters of {@link multinomial}. */
export interface MultinomialParameters {
  /** How many are drawn: an integer ≥ 0. */
  readonly n: number;
  /** The probability of each kind; they add up to 1. */
  readonly p: readonly number[] | Float64Array;
}

/** A distribution of counts. Made by {@link multinomial}. */
export class Multinomial {
  readonly n: number;
  readonly p: Float64Array;

  /** For {@link multinomial}; call that instead. */
  constructor({ n, p }: MultinomialParameters) {
    const where = "multinomial";
    this.n = checkInteger(where, "n", n);
    this.p = checkList(where, "p", p, "numbers from 0 to 1", (value) => value >= 0 && value <= 1);
    const sum = total(this.p);
    if (Math.abs(sum - 1) > 1e-9) {
      throw new ParameterError(`${where}: p must add up to 1, got ${sum}`);
    }
  }

  /** The probability of counts; 0 where they are no counts of n. @throws ShapeError for points of other lengths. */
  pmf<X extends Points>(x: X): PointValues<X> {
    return mapPoints("multinomial.pmf", x, this.p.length, (counts) => Math.exp(this.#log(counts)));
  }

  /** The logarithm of that. @throws ShapeError for points of other lengths. */
  logpmf<X extends Points>(x: X): PointValues<X> {
    return mapPoints("multinomial.logpmf", x, this.p.length, (counts) => this.#log(counts));
  }

  /** n·p. */
  mean(): Float64Array {
    return this.p.map((p) => this.n * p);
  }

  /** The covariance matrix, shape (d, d). */
  cov(): Tensor {
    const list = Array.from(this.p);
    return tensor(
      list.map((a, i) => list.map((b, j) => this.n * ((i === j ? a : 0) - a * b))),
      { dtype: "float64" },
    );
  }

  /** Random counts, shape (size, d). @throws ParameterError unless `size` is an integer ≥ 0. */
  rvs(size: number, { random }: DrawOptions): Tensor {
    checkInteger("multinomial.rvs", "size", size);
    const d = this.p.length;
    const out = new Float64Array(size * d);
    for (let row = 0; row < size; row++) {
      let [left, rest] = [this.n, 1];
      // The first kind against all others, the second against those after it, and so on.
      for (let j = 0; j < d && left > 0; j++) {
        const share = j === d - 1 ? 1 : Math.min(1, this.p[j]! / rest);
        const count = binom({ n: left, p: share }).rvs(1, { random })[0]!;
        out[row * d + j] = count;
        left -= count;
        rest -= this.p[j]!;
      }
    }
    return tensor(out, { shape: [size, d] });
  }

  #log(x: Float64Array): number {
    if (x.some((count) => !(Number.isInteger(count) && count >= 0)) || total(x) !== this.n) {
      return Number.NEGATIVE_INFINITY;
    }
    const power = (count: number, j: number) =>
      count === 0 ? 0 : count * Math.log(this.p[j]!) - gammaln(count + 1);
    return gammaln(this.n + 1) + total(x, power);
  }
}

/**
 * The multinomial distribution of how often each of d kinds comes among n independent draws.
 *
 * @throws ParameterError unless n is an integer ≥ 0 and p holds probabilities that add up to 1.
 * @example
 * ```ts
 * const die = multinomial({ n: 6, p: [0.5, 0.3, 0.2] });
 * die.pmf([3, 2, 1]).toFixed(4); // → 0.1350
 * die.mean(); // → Float64Array [3, 1.7999999999999998, 1.2000000000000002]
 * ```
 */
export function multinomial(parameters: MultinomialParameters): Multinomial {
  return new Multinomial(parameters);
}
