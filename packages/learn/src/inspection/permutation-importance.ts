import { checkInteger, describeValue, ParameterError, RandomState } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { checkWeights, type Matrix, type Targets, type Weights } from "../base/inputs";
import type { Labels } from "../base/labels";
import { anySeed, checkSeed } from "../base/seeds";
import { withoutReplacement } from "../ensemble/bagging-draws";
import { getScorer, type Predictor, type Scorer, type Scoring } from "../metrics/scorer";
import { shuffledList } from "../model-selection/cross-validator";
import { takeRows } from "../model-selection/rows";
import { ChangedFeatures } from "./changed-features";

/** What `permutationImportance` can be told. */
export interface PermutationImportanceOptions {
  /** How the estimator is scored. Default by its own `score`: R² or accuracy. */
  readonly scoring?: Scoring | undefined;
  /** How often each feature is permuted. Default 5. */
  readonly nRepeats?: number;
  /** Rows that are looked at, drawn once for each feature: up to 1 a share, above a number. Default 1, all. */
  readonly maxSamples?: number;
  /** How much each row counts in the scores. Default 1 each. */
  readonly sampleWeight?: Weights | undefined;
  /** The same seed draws the same permutations, in scikit-learn too. Default others each time. */
  readonly seed?: number | undefined;
}

/** How much a score suffers when a feature is permuted. */
export interface PermutationImportance {
  /** The score that is lost at each permutation, shape (nFeatures, nRepeats). */
  readonly importances: Tensor;
  /** The mean over the permutations, shape (nFeatures,). */
  readonly importancesMean: Tensor;
  /** The standard deviation over the permutations, shape (nFeatures,). */
  readonly importancesStd: Tensor;
}

/**
 * The importance of each feature for a fitted estimator: how much worse it scores when the feature's values change places
 * among the rows, so that they tell nothing.
 *
 * Take rows that it was not trained on: on its own training rows a model thinks much of what it has learned by heart. Of
 * features that say the same each seems unimportant, since the others still say it.
 *
 * @param X rows, as the estimator takes them: a pipeline's may be a table of any columns
 * @throws ParameterError for repeats, rows or a seed that cannot be, and an unknown scoring; and what the estimator throws.
 * @see Breiman (2001), Random forests, Machine Learning 45, 5–32, section 10.
 * @example
 * ```ts
 * const X = [[1, 5], [2, 4], [3, 6], [4, 5]];
 * const y = [10, 20, 30, 40]; // the first column alone
 * const model = new LinearRegression().fit(X, y);
 * const { importancesMean } = permutationImportance(model, X, y, { seed: 0 });
 * importancesMean.data()[0]! > 0.5; // → true
 * importancesMean.data()[1]!.toFixed(6); // → 0.000000
 * ```
 */
export function permutationImportance(
  estimator: Predictor,
  X: Matrix,
  y: Targets | Labels,
  options: PermutationImportanceOptions = {},
): PermutationImportance {
  const { scoring, nRepeats = 5, maxSamples = 1, sampleWeight } = options;
  checkInteger(WHERE, "nRepeats", nRepeats, 1);
  const random = new RandomState(checkSeed(WHERE, options.seed) ?? anySeed());
  const features = new ChangedFeatures(WHERE, X);
  const scorer: Scorer = scoring ? getScorer(scoring) : ownScore;
  const weights = checkWeights(WHERE, sampleWeight, features.nRows);
  const nSamples = amountOf(maxSamples, features.nRows);
  const baseline = scorer(estimator, X, y, weights ? { sampleWeight: weights } : {});
  const seed = random.integer(0, 2 ** 31);
  const importances = Array.from({ length: features.nFeatures }, (_, j) => {
    const own = new RandomState(seed);
    const isPart = nSamples < features.nRows;
    const rows = isPart ? withoutReplacement(own, features.nRows, nSamples) : undefined;
    const seen = rows ? features.rows(WHERE, rows) : features;
    const targets = rows ? takeRows(y, rows) : y;
    const part = rows ? weights?.take(rows, 0) : weights;
    return permutations(own, nSamples, nRepeats).map(
      (order) =>
        baseline -
        scorer(
          estimator,
          seen.taking(new Map([[j, order]])),
          targets,
          part ? { sampleWeight: part } : {},
        ),
    );
  });
  const all = tensor(importances);
  const mean = all.mean(1);
  const spread = all
    .sub(mean.reshape([mean.size, 1]))
    .square()
    .mean(1)
    .sqrt();
  return { importances: all, importancesMean: mean, importancesStd: spread };
}

const WHERE = "permutationImportance";

const ownScore: Scorer = (estimator, X, y, options) =>
  estimator.score(X, y as never, options as never);

/** For each repeat the row that each cell comes from: every permutation is of what the last one left, as in scikit-learn. */
function permutations(random: RandomState, n: number, nRepeats: number): Int32Array[] {
  let shuffled = Array.from({ length: n }, (_, i) => i);
  let cells: Int32Array = Int32Array.from(shuffled);
  return Array.from({ length: nRepeats }, () => {
    shuffled = shuffledList(shuffled, random);
    const last = cells;
    cells = Int32Array.from(shuffled, (row) => last[row]!);
    return cells;
  });
}

function amountOf(maxSamples: number, n: number): number {
  const isGood =
    maxSamples > 0 && (maxSamples <= 1 || (Number.isSafeInteger(maxSamples) && maxSamples <= n));
  if (isGood) return maxSamples <= 1 ? Math.max(1, Math.floor(maxSamples * n)) : maxSamples;
  throw new ParameterError(
    `${WHERE}: maxSamples must be a share above 0 up to 1, or an integer above 1 up to ${n}, got ${describeValue(maxSamples)}`,
  );
}
