import type { Predictor } from "../metrics/scorer";
import { BaseSearch, type Rounds, type SearchOptions, type Trial } from "./base-search";
import { type ParamGrid, parameterGrid } from "./parameters";

/** The options of `GridSearchCV`. */
export interface GridSearchOptions<E extends Predictor> extends SearchOptions {
  /** What is fitted, with the options that are not searched. */
  readonly estimator: E;
  /** The values of each option; `step.alpha` is an option of an estimator inside. */
  readonly paramGrid: ParamGrid;
}

/**
 * Tries every combination of options by cross-validation, and fits the best one on all rows.
 *
 * The best score is the highest of many, and so a little too good: to report one, score rows that the
 * search has not seen, or put the search into `crossValidate` (nested cross-validation).
 *
 * @roadmap EVA-017
 * @example
 * ```ts
 * const X = Array.from({ length: 20 }, (_, i) => [i, i % 3]);
 * const y = X.map(([a, b]) => 2 * a! - b!);
 * const search = new GridSearchCV({ estimator: new Ridge(), paramGrid: { alpha: [0.01, 1, 100] } });
 * search.fit(X, y).bestParams; // → { alpha: 0.01 }
 * ```
 */
export class GridSearchCV<E extends Predictor = Predictor> extends BaseSearch<
  E,
  GridSearchOptions<E>
> {
  static override readonly typeName: string = "GridSearchCV";
  readonly paramGrid: ParamGrid;

  /** @throws ParameterError for what is no estimator, an unknown scoring, and options without values. */
  constructor(options: GridSearchOptions<E>) {
    super("GridSearchCV", options);
    parameterGrid(options.paramGrid);
    this.paramGrid = options.paramGrid;
    Object.freeze(this);
  }

  protected *rounds({ folds }: Trial): Rounds {
    return yield { choices: parameterGrid(this.paramGrid), folds };
  }
}
