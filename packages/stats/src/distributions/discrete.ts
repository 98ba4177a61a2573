import { ParameterError, type RandomGenerator, ValueError } from "@gradus/core";
import { Distribution, logTail, type Moments, openUniform } from "./distribution";
import { checkSample, type FitData } from "./fit";
import { checkParameters, type Domains, integer } from "./parameters";
import { type Mapped, mapValues, type Values } from "./values";

/** Where a discrete distribution begins: X = loc + K. */
export interface Location {
  /** An integer; default 0. */
  readonly loc?: number;
}

/** A discrete distribution at loc 0, for one set of its other parameters. */
export interface StandardDiscrete {
  readonly support: readonly [low: number, high: number];
  /** Asked for integers of the support; so are the two that follow. */
  logpmf(k: number): number;
  cdf(k: number): number;
  sf(k: number): number;
  logcdf?(k: number): number;
  logsf?(k: number): number;
  moments(): Moments;
  /** Default: the sum of −pmf·log pmf. */
  entropy?(): number;
  /** Default: the quantile of a uniform number. */
  sample?(random: RandomGenerator): number;
}

/** What makes a family of discrete distributions. */
export interface DiscreteSpecification<S extends object> {
  readonly name: string;
  readonly shapes: Domains<S>;
  /** What single domains do not say; a text with what was expected and what came, if wrong. */
  refuse?(shapes: S): string | undefined;
  standard(shapes: S): StandardDiscrete;
}

/**
 * A family of discrete distributions: call it with parameters for one of them.
 * @throws ParameterError for parameters outside their domains and for unknown names.
 */
export type DiscreteFamily<S extends object> = (parameters: S & Location) => DiscreteDistribution;

/** A discrete distribution with its parameters. Made by calling a family, such as `binom({ n: 10, p: 0.3 })`. */
export class DiscreteDistribution extends Distribution {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly #standard: StandardDiscrete;
  readonly #loc: number;

  /** For families; call those instead. */
  constructor(
    name: string,
    parameters: Readonly<Record<string, number>>,
    standard: StandardDiscrete,
  ) {
    super();
    this.name = name;
    this.parameters = parameters;
    this.#standard = standard;
    this.#loc = parameters.loc!;
    Object.freeze(this);
  }

  support(): readonly [low: number, high: number] {
    const [low, high] = this.#standard.support;
    return [this.#loc + low, this.#loc + high];
  }

  /** The probability of each value, elementwise; 0 for what is no integer of the support. */
  pmf<X extends Values>(k: X): Mapped<X> {
    return mapValues(k, (value) => Math.exp(this.#logpmfAt(value)));
  }

  /** The logarithm of the probability, elementwise. */
  logpmf<X extends Values>(k: X): Mapped<X> {
    return mapValues(k, (value) => this.#logpmfAt(value));
  }

  entropy(): number {
    const of = this.#standard;
    if (of.entropy) return of.entropy();
    const { mean, variance } = of.moments();
    const [low, high] = of.support;
    const middle = Math.min(high, Math.max(low, Math.round(mean)));
    // Outward from the middle, until what comes is nothing beside what is there.
    const side = (from: number, step: 1 | -1) => {
      let sum = 0;
      for (let k = from; k >= low && k <= high; k += step) {
        const log = of.logpmf(k);
        const term = log === Number.NEGATIVE_INFINITY ? 0 : -Math.exp(log) * log;
        sum += term;
        if (Math.abs(k - middle) > 5 + 3 * Math.sqrt(variance) && term < 1e-18 * sum) break;
      }
      return sum;
    };
    return side(middle, 1) + side(middle - 1, -1);
  }

  #logpmfAt(x: number): number {
    const k = x - this.#loc;
    const [low, high] = this.#standard.support;
    if (Number.isNaN(k)) return k;
    if (!Number.isInteger(k) || k < low || k > high) return Number.NEGATIVE_INFINITY;
    return this.#standard.logpmf(k);
  }

  #inside(x: number, below: number, above: number, f: (k: number) => number): number {
    const k = Math.floor(x - this.#loc);
    const [low, high] = this.#standard.support;
    if (Number.isNaN(k)) return k;
    if (k < low) return below;
    return k >= high ? above : f(k);
  }

  protected cdfAt(x: number): number {
    return this.#inside(x, 0, 1, (k) => this.#standard.cdf(k));
  }

  protected sfAt(x: number): number {
    return this.#inside(x, 1, 0, (k) => this.#standard.sf(k));
  }

  protected logcdfAt(x: number): number {
    const of = this.#standard;
    return this.#inside(x, Number.NEGATIVE_INFINITY, 0, (k) =>
      of.logcdf ? of.logcdf(k) : logTail(of.cdf(k), of.sf(k)),
    );
  }

  protected logsfAt(x: number): number {
    const of = this.#standard;
    return this.#inside(x, 0, Number.NEGATIVE_INFINITY, (k) =>
      of.logsf ? of.logsf(k) : logTail(of.sf(k), of.cdf(k)),
    );
  }

  /** The smallest k with P(X ≤ k) ≥ p, where a difference of 1e-13 of p counts as rounding. */
  protected quantile(p: number, q: number): number {
    const [least, most] = this.#standard.support;
    // SciPy's convention: with p = 0 even what lies before the support is enough.
    if (p === 0) return this.#loc + least - 1;
    if (q === 0) return this.#loc + most;
    // A p above ½ comes with its own rounding, which its 1 − p inherits.
    const slack = 1e-13 * Math.min(p, q) + (p > q && q === 1 - p ? 2 ** -53 : 0);
    const enough = (k: number) => {
      if (k < least) return false;
      if (k >= most) return true;
      if (p <= q) return this.#standard.cdf(k) >= p - slack;
      return this.#standard.sf(k) <= q + slack;
    };
    const { mean, variance } = this.#standard.moments();
    const centre = Number.isFinite(mean) ? Math.round(mean) : least;
    const width = Number.isFinite(variance) ? Math.ceil(Math.sqrt(variance)) + 1 : 1;
    let [low, high] = [centre - 1, centre];
    for (let w = width; enough(low); w *= 2) {
      high = low;
      low = centre - 1 - w;
    }
    for (let w = width; !enough(high); w *= 2) {
      low = high;
      high = centre + w;
    }
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (enough(middle)) high = middle;
      else low = middle;
    }
    return this.#loc + high;
  }

  protected sample(random: RandomGenerator): number {
    const drawn = this.#standard.sample?.(random);
    return drawn === undefined ? this.quantile(...openUniform(random)) : this.#loc + drawn;
  }

  protected moments(): Moments {
    const moments = this.#standard.moments();
    return { ...moments, mean: this.#loc + moments.mean };
  }
}

/** Makes a family of discrete distributions of its standard form; every member can be moved by an integer. */
export function defineDiscrete<S extends object>(
  specification: DiscreteSpecification<S>,
): DiscreteFamily<S> {
  const { name } = specification;
  const domains = { ...specification.shapes, loc: integer } as unknown as Domains<
    S & Required<Location>
  >;
  return (given) => {
    const parameters = checkParameters(name, domains, given as Record<string, number>, { loc: 0 });
    const problem = specification.refuse?.(parameters);
    if (problem) throw new ParameterError(`${name}: ${problem}`);
    return new DiscreteDistribution(
      name,
      parameters as Readonly<Record<string, number>>,
      specification.standard(parameters),
    );
  };
}

/** A sample of integers ≥ `least`. @throws ValueError for others, and for none. */
export function checkCounts(where: string, data: FitData, least: number): Float64Array {
  const x = checkSample(where, data);
  const bad = x.find((value) => !Number.isSafeInteger(value) || value < least);
  if (bad !== undefined) {
    throw new ValueError(`${where}: data must be integers >= ${least}, got ${bad}`);
  }
  return x;
}
