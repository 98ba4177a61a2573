import { checkBetween, checkInteger, type RandomGenerator } from "@gradus/core";
import { type Mapped, mapValues, type Values } from "./values";

/** The first moments: skewness is the standardized third, kurtosis the standardized fourth less 3. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
  readonly skewness: number;
  readonly kurtosis: number;
}

/** How random numbers are drawn. */
export interface DrawOptions {
  /** Where the random numbers come from. */
  readonly random: RandomGenerator;
}

/** What a distribution of one number, continuous or discrete, has for given parameters. */
export abstract class Distribution {
  /** The name of the family, as `"norm"`. */
  abstract readonly name: string;
  /** The parameters, defaults included. */
  abstract readonly parameters: Readonly<Record<string, number>>;

  protected abstract cdfAt(x: number): number;
  protected abstract sfAt(x: number): number;
  protected abstract logcdfAt(x: number): number;
  protected abstract logsfAt(x: number): number;
  /** The quantile of p = 1 − q; the smaller of the two carries the digits. */
  protected abstract quantile(p: number, q: number): number;
  protected abstract sample(random: RandomGenerator): number;
  protected abstract moments(): Moments;

  /** The smallest and the largest possible value. */
  abstract support(): readonly [low: number, high: number];
  /** The entropy −E[log pdf] or −E[log pmf], in nats. */
  abstract entropy(): number;

  /** The distribution function P(X ≤ x), elementwise. */
  cdf<X extends Values>(x: X): Mapped<X> {
    return mapValues(x, (value) => this.cdfAt(value));
  }

  /** The survival function P(X > x), elementwise, with all digits where it is small. */
  sf<X extends Values>(x: X): Mapped<X> {
    return mapValues(x, (value) => this.sfAt(value));
  }

  /** log P(X ≤ x), elementwise. */
  logcdf<X extends Values>(x: X): Mapped<X> {
    return mapValues(x, (value) => this.logcdfAt(value));
  }

  /** log P(X > x), elementwise. */
  logsf<X extends Values>(x: X): Mapped<X> {
    return mapValues(x, (value) => this.logsfAt(value));
  }

  /** The quantile function, the inverse of `cdf`: the smallest x with P(X ≤ x) ≥ p; NaN for p outside [0, 1]. */
  ppf<X extends Values>(p: X): Mapped<X> {
    return mapValues(p, (value) =>
      value >= 0 && value <= 1 ? this.quantile(value, 1 - value) : Number.NaN,
    );
  }

  /** The inverse of `sf`, with all digits where q is small; NaN for q outside [0, 1]. */
  isf<X extends Values>(q: X): Mapped<X> {
    return mapValues(q, (value) =>
      value >= 0 && value <= 1 ? this.quantile(1 - value, value) : Number.NaN,
    );
  }

  /** The expectation; NaN if it is undefined. */
  mean(): number {
    return this.moments().mean;
  }

  /** The expected squared distance from the mean; ∞ or NaN where it has none. */
  variance(): number {
    return this.moments().variance;
  }

  /** The standard deviation, √variance. */
  std(): number {
    return Math.sqrt(this.moments().variance);
  }

  /** E[((X − mean)/std)³]. */
  skewness(): number {
    return this.moments().skewness;
  }

  /** E[((X − mean)/std)⁴] − 3, the excess over the normal distribution's. */
  kurtosis(): number {
    return this.moments().kurtosis;
  }

  /** The quantile of ½. */
  median(): number {
    return this.quantile(0.5, 0.5);
  }

  /**
   * The range around the median that holds this much probability, as much on either side.
   * @throws ParameterError unless the confidence is from 0 to 1.
   */
  interval(confidence: number): readonly [low: number, high: number] {
    checkBetween(`${this.name}.interval`, "confidence", confidence, [0, 1]);
    const tail = (1 - confidence) / 2;
    return [this.quantile(tail, 1 - tail), this.quantile(1 - tail, tail)];
  }

  /**
   * Independent random numbers of this distribution.
   * @throws ParameterError unless `size` is an integer ≥ 0.
   */
  rvs(size: number, { random }: DrawOptions): Float64Array {
    checkInteger(`${this.name}.rvs`, "size", size);
    return Float64Array.from({ length: size }, () => this.sample(random));
  }
}

/** log p where p is known with all digits, else log(1 − rest). */
export function logTail(p: number, rest: number): number {
  return p < 0.5 ? Math.log(p) : Math.log1p(-rest);
}

/** A uniform number from (0, 1) and what is left to 1, neither of them 0. */
export function openUniform(random: RandomGenerator): readonly [number, number] {
  const u = random.uniform();
  return [u + 2 ** -54, 1 - u - 2 ** -54];
}
