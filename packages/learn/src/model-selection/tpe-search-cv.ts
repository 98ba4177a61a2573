import { checkInteger, describeValue, ParameterError, RandomGenerator } from "@gradus/core";
import { anySeed, checkSeed } from "../base/seeds";
import type { Predictor } from "../metrics/scorer";
import { BaseSearch, type Rounds, type SearchOptions, type Trial } from "./base-search";
import type { ParamChoice, QuantileDistributions } from "./parameters";
import { type Dimension, dimensionOf } from "./parzen";
import type { Candidate } from "./search-results";

/** The options of `TPESearchCV`. */
export interface TPESearchOptions<E extends Predictor> extends SearchOptions {
  /** What is fitted, with the options that are not searched. */
  readonly estimator: E;
  /**
   * The values of each option: a list of values without an order, or a distribution of @gradus/stats, such as
   * `loguniform` for a strength, `uniform` for a share, `randint` for a whole number.
   */
  readonly paramDistributions: QuantileDistributions;
  /** How many choices are tried. Default 30. */
  readonly nIter?: number;
  /** How many of them are drawn before anything is learned from scores. Default 10. */
  readonly nStartup?: number;
  /** The share γ of the choices that count as good, in (0, 1). Default 0.15. */
  readonly gamma?: number;
  /** How many values of each option are drawn to choose one from. Default 24. */
  readonly nCandidates?: number;
  /** The same seed gives the same choices. Default others each time. */
  readonly seed?: number;
}

/**
 * Tries choices of options that it draws where earlier ones were good, by cross-validation, and fits the best one
 * on all rows: tree-structured Parzen estimators.
 *
 * The first `nStartup` choices are drawn as `RandomizedSearchCV` draws them. Then each next one looks back: the best
 * ⌈γ·n⌉ of the n choices so far are good, the rest bad, and a Parzen density is laid over each option of both, l(x) of
 * the good ones and g(x) of the bad ones, with what the option was given mixed in. Of `nCandidates` values drawn from
 * l the one with the largest l/g is tried, since the expected improvement grows with it. Each option is looked at
 * alone, numbers on the scale of their distribution (those of `loguniform` by their logarithm). No choice is tried
 * twice; where a list of values is exhausted, the search ends.
 *
 * Choices after the first wait for scores, so `fitAsync` shares only the folds of each between its workers. The best
 * score is the highest of many, and so a little too good: score rows that the search has not seen.
 *
 * @see Bergstra, Bardenet, Bengio and Kégl (2011), Algorithms for Hyper-Parameter Optimization, NeurIPS 24.
 * @example
 * ```ts
 * const X = Array.from({ length: 20 }, (_, i) => [i, i % 3]);
 * const y = X.map(([a, b]) => 2 * a! - b!);
 * const search = new TPESearchCV({
 *   estimator: new Ridge(),
 *   paramDistributions: { alpha: loguniform({ a: 1e-3, b: 1e3 }), fitIntercept: [true, false] },
 *   nIter: 15,
 *   seed: 0,
 * });
 * search.fit(X, y).bestParams.alpha as number < 0.1; // → true
 * ```
 */
export class TPESearchCV<E extends Predictor = Predictor> extends BaseSearch<
  E,
  TPESearchOptions<E>
> {
  static override readonly typeName: string = "TPESearchCV";
  readonly paramDistributions: QuantileDistributions;
  readonly nIter: number;
  readonly nStartup: number;
  readonly gamma: number;
  readonly nCandidates: number;
  readonly seed: number | undefined;

  /** @throws ParameterError for what is no estimator, an unknown scoring, options without values or quantiles, and numbers that cannot be. */
  constructor(options: TPESearchOptions<E>) {
    const where = "TPESearchCV";
    super(where, options);
    this.paramDistributions = options.paramDistributions;
    this.nIter = checkInteger(where, "nIter", options.nIter ?? 30, 1);
    this.nStartup = checkInteger(where, "nStartup", options.nStartup ?? 10, 1);
    this.gamma = checkShare(where, options.gamma ?? 0.15);
    this.nCandidates = checkInteger(where, "nCandidates", options.nCandidates ?? 24, 1);
    this.seed = checkSeed(where, options.seed);
    dimensionsOf(where, options.paramDistributions);
    Object.freeze(this);
  }

  protected *rounds({ folds }: Trial): Rounds {
    const random = new RandomGenerator(this.seed ?? anySeed());
    const [names, dimensions] = dimensionsOf(WHERE, this.paramDistributions);
    const choiceOf = (point: Point): ParamChoice =>
      Object.fromEntries(names.map((name, d) => [name, dimensions[d]!.valueOf(point[d]!)]));
    const drawn = () => dimensions.map((dimension) => dimension.draw(random));
    const points: Point[] = [];
    while (points.length < Math.min(this.nStartup, this.nIter)) {
      const point = untried(points, drawn, drawn);
      if (!point) break;
      points.push(point);
    }
    const all = [...(yield { choices: points.map(choiceOf), folds })];
    while (points.length < this.nIter) {
      const [good, bad] = this.#split(points, all);
      const placed = (part: readonly Point[], d: number) => part.map((point) => point[d]!);
      const proposed = () =>
        dimensions.map((dimension, d) =>
          dimension.propose({
            good: placed(good, d),
            bad: placed(bad, d),
            nCandidates: this.nCandidates,
            random,
          }),
        );
      const point = untried(points, proposed, drawn);
      if (!point) break;
      points.push(point);
      all.push(...(yield { choices: [choiceOf(point)], folds }));
    }
    return all;
  }

  /** The best ⌈γ·n⌉ points, and the others; a fit that failed is bad. */
  #split(
    points: readonly Point[],
    candidates: readonly Candidate[],
  ): readonly [good: Point[], bad: Point[]] {
    const scoring = this.decisiveName();
    const scores = candidates.map(({ runs }) => {
      const mean = runs.reduce((sum, run) => sum + run.test[scoring]!, 0) / runs.length;
      return Number.isNaN(mean) ? Number.NEGATIVE_INFINITY : mean;
    });
    const order = [...points.keys()].sort((a, b) =>
      scores[a]! === scores[b]! ? a - b : scores[b]! - scores[a]!,
    );
    const nGood = Math.ceil(this.gamma * points.length);
    const isGood = (place: number, rank: number) =>
      rank < nGood && scores[place]! > Number.NEGATIVE_INFINITY;
    const pick = (wanted: boolean) =>
      order.filter((place, rank) => isGood(place, rank) === wanted).map((place) => points[place]!);
    return [pick(true), pick(false)];
  }
}

const WHERE = "TPESearchCV.fit";

/** The place of each option. */
type Point = readonly number[];

/** How often a new point is proposed, and then drawn, before there seems to be none. */
const ATTEMPTS = 100;

/** A point that was not tried yet; undefined if none comes. */
function untried(
  points: readonly Point[],
  propose: () => Point,
  draw: () => Point,
): Point | undefined {
  const keys = new Set(points.map((point) => point.join()));
  for (let attempt = 0; attempt < 2 * ATTEMPTS; attempt++) {
    const point = attempt < ATTEMPTS ? propose() : draw();
    if (!keys.has(point.join())) return point;
  }
  return undefined;
}

function dimensionsOf(
  where: string,
  distributions: QuantileDistributions,
): readonly [names: string[], dimensions: Dimension[]] {
  const names = Object.keys(distributions).sort();
  return [names, names.map((name) => dimensionOf(where, name, distributions[name]))];
}

function checkShare(where: string, gamma: number): number {
  if (gamma > 0 && gamma < 1) return gamma;
  throw new ParameterError(`${where}: gamma must be between 0 and 1, got ${describeValue(gamma)}`);
}
