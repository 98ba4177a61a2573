import { checkInteger } from "@gradus/core";
import { checkSeed } from "../base/seeds";
import type { Predictor } from "../metrics/scorer";
import { BaseSearch, type Rounds, type SearchOptions, type Trial } from "./base-search";
import { type ParamDistributions, parameterSampler } from "./parameters";

/** The options of `RandomizedSearchCV`. */
export interface RandomizedSearchOptions<E extends Predictor> extends SearchOptions {
  /** What is fitted, with the options that are not searched. */
  readonly estimator: E;
  /** The values of each option, or a distribution of @gradus/stats that they are drawn from. */
  readonly paramDistributions: ParamDistributions;
  /** How many choices are tried. Default 10. */
  readonly nIter?: number;
  /** The same seed gives the same choices. Default others each time. */
  readonly seed?: number;
}

/**
 * Tries choices of options that are drawn, by cross-validation, and fits the best one on all rows. Where
 * only some options matter, it finds good values sooner than a grid.
 *
 * @roadmap EVA-018
 * @see Bergstra and Bengio (2012), Random search for hyper-parameter optimization, JMLR 13, 281–305.
 * @example
 * ```ts
 * const X = Array.from({ length: 20 }, (_, i) => [i, i % 3]);
 * const y = X.map(([a, b]) => 2 * a! - b!);
 * const search = new RandomizedSearchCV({
 *   estimator: new Ridge(),
 *   paramDistributions: { alpha: [0.01, 1, 100, 1000] },
 *   nIter: 4,
 *   seed: 0,
 * });
 * search.fit(X, y).bestParams; // → { alpha: 0.01 }
 * ```
 */
export class RandomizedSearchCV<E extends Predictor = Predictor> extends BaseSearch<
  E,
  RandomizedSearchOptions<E>
> {
  static override readonly typeName: string = "RandomizedSearchCV";
  readonly paramDistributions: ParamDistributions;
  readonly nIter: number;
  readonly seed: number | undefined;

  /** @throws ParameterError for what is no estimator, an unknown scoring, and options without values. */
  constructor(options: RandomizedSearchOptions<E>) {
    super("RandomizedSearchCV", options);
    this.paramDistributions = options.paramDistributions;
    this.nIter = checkInteger("RandomizedSearchCV", "nIter", options.nIter ?? 10, 1);
    this.seed = checkSeed("RandomizedSearchCV", options.seed);
    Object.freeze(this);
  }

  protected *rounds({ folds }: Trial): Rounds {
    return yield {
      choices: parameterSampler(this.paramDistributions, this.nIter, this.seed),
      folds,
    };
  }
}
