import { describeValue, ParameterError, type RandomGenerator } from "@gradus/core";
import { ndtr, ndtri } from "@gradus/stats";
import type { QuantileDistribution } from "./parameters";

/** How an option is proposed from the places of the good and of the bad choices. */
export interface Proposal {
  readonly good: readonly number[];
  readonly bad: readonly number[];
  /** How many places are drawn from the density of the good ones. */
  readonly nCandidates: number;
  readonly random: RandomGenerator;
}

/** One option of a search by densities. Its values are known by numbers, their places. */
export interface Dimension {
  /** A place drawn from what the option was given. */
  draw(random: RandomGenerator): number;
  /** Of places drawn from the density of the good ones, the one where good / bad is largest. */
  propose(proposal: Proposal): number;
  valueOf(place: number): unknown;
}

/** The option that a list of values or a distribution describes. @throws ParameterError for something else. */
export function dimensionOf(where: string, name: string, given: unknown): Dimension {
  if (Array.isArray(given) && given.length > 0) return new ListDimension(given);
  const { cdf, ppf } = (given ?? {}) as Partial<QuantileDistribution>;
  if (typeof cdf === "function" && typeof ppf === "function") {
    return new NumberDimension(given as QuantileDistribution);
  }
  throw new ParameterError(
    `${where}: ${name} must be a list of at least one value or a distribution with cdf and ppf, got ${describeValue(given)}`,
  );
}

/** Values without an order: one count each from the prior, and one for each time that they were tried. */
class ListDimension implements Dimension {
  readonly #values: readonly unknown[];

  constructor(values: readonly unknown[]) {
    this.#values = values;
  }

  draw(random: RandomGenerator): number {
    return random.integer(0, this.#values.length);
  }

  propose({ good, bad, nCandidates, random }: Proposal): number {
    const [l, g] = [this.#shares(good), this.#shares(bad)];
    const drawFromGood = () => {
      const share = random.uniform();
      let sum = 0;
      for (let place = 0; place < l.length; place++) {
        sum += l[place]!;
        if (share < sum) return place;
      }
      return l.length - 1;
    };
    return bestOf(nCandidates, drawFromGood, (place) => l[place]! / g[place]!);
  }

  valueOf(place: number): unknown {
    return this.#values[place];
  }

  #shares(places: readonly number[]): number[] {
    const n = this.#values.length;
    const counts = new Array<number>(n).fill(1);
    for (const place of places) counts[place]! += 1;
    return counts.map((count) => count / (n + places.length));
  }
}

/**
 * Numbers, seen by their share of the prior: u = cdf(x) is uniform on [0, 1] whatever the prior, a log-uniform
 * strength is seen by its logarithm, and l / g is the same as for densities of x.
 */
class NumberDimension implements Dimension {
  readonly #prior: QuantileDistribution;

  constructor(prior: QuantileDistribution) {
    this.#prior = prior;
  }

  draw(random: RandomGenerator): number {
    return this.#at(random.uniform());
  }

  propose({ good, bad, nCandidates, random }: Proposal): number {
    const mixtureOf = (places: readonly number[]) =>
      new Mixture(places.map((x) => this.#middle(x)));
    const [l, g] = [mixtureOf(good), mixtureOf(bad)];
    return bestOf(
      nCandidates,
      () => this.#at(l.draw(random)),
      (x) => this.#density(l, x) / this.#density(g, x),
    );
  }

  valueOf(x: number): number {
    return x;
  }

  #at(u: number): number {
    return this.#prior.ppf(Math.min(1 - EDGE, Math.max(EDGE, u)));
  }

  /** What a discrete prior gives to x alone; 0 for a continuous one. */
  #mass(x: number): number {
    return this.#prior.pmf?.(x) ?? 0;
  }

  #middle(x: number): number {
    return this.#prior.cdf(x) - this.#mass(x) / 2;
  }

  #density(mixture: Mixture, x: number): number {
    const [high, mass] = [this.#prior.cdf(x), this.#mass(x)];
    return mass > 0 ? mixture.massBetween(high - mass, high) : mixture.density(high);
  }
}

/** Keeps quantiles of unbounded priors finite, and those of integers inside their range. */
const EDGE = 1e-12;

/** A Parzen density on [0, 1]: the uniform density and truncated normals around the centres, all weighted alike. */
class Mixture {
  readonly #normals: readonly TruncatedNormal[];

  constructor(centres: readonly number[]) {
    const sorted = [...centres].sort((a, b) => a - b);
    const narrowest = 1 / Math.min(100, sorted.length + 1);
    this.#normals = sorted.map((mean, i) => {
      // As wide as the way to the farther neighbour, within reason.
      const [left, right] = [mean - (sorted[i - 1] ?? mean), (sorted[i + 1] ?? mean) - mean];
      const isAlone = sorted.length === 1;
      return truncatedNormal(mean, isAlone ? 1 : Math.max(narrowest, left, right));
    });
  }

  draw(random: RandomGenerator): number {
    const chosen = this.#normals[random.integer(0, this.#normals.length + 1)];
    const share = random.uniform();
    if (!chosen) return share;
    const { mean, std, below, inside } = chosen;
    return Math.min(1, Math.max(0, mean + std * ndtri(below + share * inside)));
  }

  density(u: number): number {
    return this.#average(1, ({ mean, std, inside }) => {
      const z = (u - mean) / std;
      return Math.exp(-0.5 * z * z) / (Math.sqrt(2 * Math.PI) * std * inside);
    });
  }

  massBetween(low: number, high: number): number {
    return this.#average(high - low, ({ mean, std, inside }) => {
      return (ndtr((high - mean) / std) - ndtr((low - mean) / std)) / inside;
    });
  }

  #average(prior: number, of: (normal: TruncatedNormal) => number): number {
    const sum = this.#normals.reduce((total, normal) => total + of(normal), prior);
    return sum / (this.#normals.length + 1);
  }
}

/** A normal density of which only the part on [0, 1] counts. */
interface TruncatedNormal {
  readonly mean: number;
  readonly std: number;
  /** The mass below 0, and on [0, 1]. */
  readonly below: number;
  readonly inside: number;
}

function truncatedNormal(mean: number, std: number): TruncatedNormal {
  const below = ndtr(-mean / std);
  return { mean, std, below, inside: ndtr((1 - mean) / std) - below };
}

function bestOf(n: number, draw: () => number, ratio: (place: number) => number): number {
  let best = draw();
  let highest = ratio(best);
  for (let i = 1; i < n; i++) {
    const place = draw();
    const value = ratio(place);
    if (value > highest) [best, highest] = [place, value];
  }
  return best;
}
