import { checkBoolean, checkInteger, describeValue, ParameterError } from "@gradus/core";
import { type Labels, readLabels } from "../base/labels";
import { anySeed, checkSeed } from "../base/seeds";
import type { Predictor } from "../metrics/scorer";
import { BaseSearch, type Rounds, type SearchOptions, type Trial } from "./base-search";
import { countRows, type Fold, randomOf } from "./cross-validator";
import { type ParamChoice, type ParamGrid, parameterGrid } from "./parameters";
import type { Splittable } from "./rows";
import type { Candidate } from "./search-results";

/** The options of `HalvingGridSearchCV`. */
export interface HalvingGridSearchOptions<E extends Predictor> extends SearchOptions {
  /** What is fitted, with the options that are not searched. */
  readonly estimator: E;
  /** The values of each option; `step.alpha` is an option of an estimator inside. */
  readonly paramGrid: ParamGrid;
  /** One choice in so many survives a round, and has so many times as much to learn from in the next. Default 3. */
  readonly factor?: number;
  /** What grows: rows ("nSamples", the default), or a whole-number option such as "nEstimators". */
  readonly resource?: string;
  /** The resource of the last round at most. Default ("auto") all rows. */
  readonly maxResources?: number | "auto";
  /** The resource of the first round: so that the last one uses most ("exhaust", the default), as little as makes sense ("smallest"), or a number. */
  readonly minResources?: number | "exhaust" | "smallest";
  /** Repeat the first rounds, where there are too few rows for all. Default false. */
  readonly aggressiveElimination?: boolean;
  /** For the rows of each round. Default others each time. */
  readonly seed?: number;
}

/**
 * Successive halving: all choices are tried on few rows, the best third on three times as many, and so on
 * until the last ones are compared on most of them.
 *
 * @roadmap EVA-018
 * @see Jamieson and Talwalkar (2016), Non-stochastic best arm identification and hyperparameter
 *   optimization, AISTATS, 240–248.
 * @example
 * ```ts
 * const X = Array.from({ length: 90 }, (_, i) => [i, i % 3]);
 * const y = X.map(([a, b]) => 2 * a! - b!);
 * const paramGrid = { alpha: [0.01, 1e3, 1e5] };
 * const search = new HalvingGridSearchCV({ estimator: new Ridge(), paramGrid, seed: 0 }).fit(X, y);
 * search.bestParams; // → { alpha: 0.01 }
 * ```
 */
export class HalvingGridSearchCV<E extends Predictor = Predictor> extends BaseSearch<
  E,
  HalvingGridSearchOptions<E>
> {
  static override readonly typeName: string = "HalvingGridSearchCV";
  readonly paramGrid: ParamGrid;
  readonly factor: number;
  readonly resource: string;
  readonly maxResources: number | "auto";
  readonly minResources: number | "exhaust" | "smallest";
  readonly aggressiveElimination: boolean;
  readonly seed: number | undefined;

  /** @throws ParameterError for what is no estimator, an unknown scoring, and numbers that cannot be. */
  constructor(options: HalvingGridSearchOptions<E>) {
    const where = "HalvingGridSearchCV";
    super(where, options);
    const {
      factor = 3,
      resource = "nSamples",
      maxResources = "auto",
      minResources = "exhaust",
    } = options;
    parameterGrid(options.paramGrid);
    this.paramGrid = options.paramGrid;
    if (!(factor > 1)) throw new ParameterError(`${where}: factor must be above 1, got ${factor}`);
    this.factor = factor;
    this.resource = resource;
    if (maxResources === "auto" && resource !== "nSamples") {
      throw new ParameterError(
        `${where}: maxResources must be a number for the resource ${describeValue(resource)}, got "auto"`,
      );
    }
    this.maxResources = checkResources(where, "maxResources", maxResources, ["auto"]);
    this.minResources = checkResources(where, "minResources", minResources, [
      "exhaust",
      "smallest",
    ]);
    this.aggressiveElimination = checkBoolean(
      where,
      "aggressiveElimination",
      options.aggressiveElimination ?? false,
    );
    this.seed = checkSeed(where, options.seed);
    Object.freeze(this);
  }

  protected override chooseBest(
    candidates: readonly Candidate[],
    results: Readonly<Record<string, readonly unknown[]>>,
    scoring: string,
  ): number {
    const last = Math.max(...candidates.map(({ extra }) => extra!.iter!));
    const means = results[`mean_test_${scoring}`] as number[];
    let best = -1;
    candidates.forEach(({ extra }, k) => {
      if (extra!.iter !== last || Number.isNaN(means[k])) return;
      if (best < 0 || means[k]! > means[best]!) best = k;
    });
    return Math.max(best, 0);
  }

  protected *rounds(trial: Trial): Rounds {
    let choices: readonly ParamChoice[] = parameterGrid(this.paramGrid);
    const { rounds, resources } = this.#plan(choices.length, trial);
    const seed = this.seed ?? anySeed();
    const n = countRows(WHERE, trial.rows[0]);
    const all: Candidate[] = [];
    for (let round = 0; round < rounds; round++) {
      const amount = resources(round);
      const isRows = this.resource === "nSamples";
      const folds = isRows ? subsample(trial.folds, amount / n, seed) : trial.folds;
      const tried = isRows ? choices : choices.map((c) => ({ ...c, [this.resource]: amount }));
      const extra = { iter: round, n_resources: amount };
      const candidates = yield { choices: tried, folds, extra };
      all.push(...candidates);
      choices = this.#survivors(candidates, choices);
    }
    return all;
  }

  /** How many rounds there are, and the resource of each. */
  #plan(nCandidates: number, { rows, folds }: Trial) {
    const [X, y] = rows;
    const most = this.maxResources === "auto" ? countRows(WHERE, X) : this.maxResources;
    const log = (value: number) => Math.floor(Math.log(value) / Math.log(this.factor) + 1e-12);
    const required = 1 + log(nCandidates);
    let least =
      typeof this.minResources === "number" ? this.minResources : this.#least(y, folds.length);
    if (this.minResources === "exhaust") {
      least = Math.max(least, Math.floor(most / this.factor ** (required - 1)));
    }
    if (least > most) {
      throw new ParameterError(
        `${WHERE}: minResources must be at most ${most}, what there is, got ${least}`,
      );
    }
    const possible = 1 + log(Math.floor(most / least));
    const rounds = this.aggressiveElimination ? required : Math.min(possible, required);
    const resources = (round: number) => {
      const power = this.aggressiveElimination ? Math.max(0, round - required + possible) : round;
      return Math.min(most, Math.floor(this.factor ** power * least));
    };
    return { rounds, resources };
  }

  /** Two rows of each class for each fold; 1 for another resource. */
  #least(y: Splittable, nFolds: number): number {
    if (this.resource !== "nSamples") return 1;
    const isClassifier = this.estimator.estimatorType === "classifier";
    const nClasses = isClassifier ? new Set(readLabels(WHERE, "y", y as Labels)).size : 1;
    return 2 * nFolds * nClasses;
  }

  /** The best of a round, from the worst up, so that later rounds keep that order. */
  #survivors(
    candidates: readonly Candidate[],
    choices: readonly ParamChoice[],
  ): readonly ParamChoice[] {
    const scoring = this.decisiveName();
    const score = ({ runs }: Candidate) => {
      const sum = runs.reduce((total, run) => total + run.test[scoring]!, 0);
      return Number.isNaN(sum) ? -Infinity : sum;
    };
    const order = [...candidates.keys()].sort(
      (a, b) => score(candidates[a]!) - score(candidates[b]!),
    );
    return order.slice(-Math.ceil(choices.length / this.factor)).map((k) => choices[k]!);
  }
}

const WHERE = "HalvingGridSearchCV.fit";

function checkResources<Name extends string>(
  where: string,
  name: string,
  value: number | Name,
  names: readonly Name[],
): number | Name {
  if (names.includes(value as Name)) return value;
  return checkInteger(where, name, value as number, 1);
}

/** A share of the rows of both parts of each fold. */
function subsample(folds: readonly Fold[], share: number, seed: number): Fold[] {
  const part = (rows: Int32Array) => {
    const order = randomOf(seed).permutation(rows.length);
    return order.slice(0, Math.floor(share * rows.length + 1e-9)).map((i) => rows[i]!);
  };
  return folds.map(({ train, test }) => ({ train: part(train), test: part(test) }));
}
