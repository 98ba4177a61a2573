import { checkInteger } from "@gradus/core";
import { encodeLabels } from "../base/labels";
import { warnOfLeakage } from "../base/leakage";
import { checkSeed } from "../base/seeds";
import type { Predictor, Scoring } from "../metrics/scorer";
import { type CrossValidateOptions, runFold, scorersOf } from "./cross-validate";
import { countRows, randomOf } from "./cross-validator";
import { foldsOfRows } from "./folding";
import { type Splittable, takeRows } from "./rows";

/** What `permutationTestScore` can be told. */
export interface PermutationTestOptions
  extends Pick<CrossValidateOptions, "cv" | "groups" | "fitOptions" | "onProgress"> {
  /** How estimators are scored. Default by their own `score`. */
  readonly scoring?: Scoring;
  /** How many times the targets are shuffled. Default 100. */
  readonly nPermutations?: number;
  /** The same seed gives the same permutations, in scikit-learn too. Default 0. */
  readonly seed?: number;
}

/**
 * Whether a score could be luck: the score of cross-validation beside those for shuffled targets, in which
 * there is nothing to learn. With groups, targets are shuffled within each group.
 *
 * @returns the score, the scores of shuffled targets, and p = (those at least as good + 1) / (all + 1)
 * @throws ParameterError unless there is at least one permutation; and as `crossValidate`.
 * @see Ojala and Garriga (2010), Permutation tests for studying classifier performance, JMLR 11, 1833–1863.
 * @example
 * ```ts
 * const X = Array.from({ length: 20 }, (_, i) => [i]);
 * const { pValue } = permutationTestScore(new LinearRegression(), X, X.flat(), { nPermutations: 19 });
 * pValue; // → 0.05
 * ```
 */
export function permutationTestScore(
  estimator: Predictor,
  X: Splittable,
  y: Splittable,
  options: PermutationTestOptions = {},
): { readonly score: number; readonly permutationScores: number[]; readonly pValue: number } {
  const where = "permutationTestScore";
  const { nPermutations = 100, seed = 0, groups, fitOptions } = options;
  checkInteger(where, "nPermutations", nPermutations, 1);
  warnOfLeakage(where, X);
  const scorers = scorersOf(options.scoring);
  const n = countRows(where, X);
  const members = groups === undefined ? undefined : encodeLabels(where, "groups", groups).codes;
  const random = randomOf(checkSeed(where, seed));
  const meanScore = (targets: Splittable): number => {
    const folds = foldsOfRows(where, estimator, [X, targets], options);
    const scores = folds.map(
      (fold) => runFold(where, estimator, [X, targets], fold, scorers, { fitOptions }).test.score!,
    );
    return scores.reduce((sum, score) => sum + score, 0) / scores.length;
  };
  const score = meanScore(y);
  const permutationScores = Array.from({ length: nPermutations }, (_, k) => {
    const order = members ? shuffledWithin(members, random) : random.permutation(n);
    const own = meanScore(takeRows(y, order));
    options.onProgress?.({ done: k + 1, total: nPermutations, label: "Permutations" });
    return own;
  });
  const atLeast = permutationScores.filter((other) => other >= score).length;
  return { score, permutationScores, pValue: (atLeast + 1) / (nPermutations + 1) };
}

/** An order of the rows that changes places within each group only. */
function shuffledWithin(members: Int32Array, random: ReturnType<typeof randomOf>): Int32Array {
  const order = Int32Array.from(members.keys());
  for (const group of [...new Set(members)].sort((a, b) => a - b)) {
    const rows = order.filter((row) => members[row] === group);
    const places = Int32Array.from(members.keys()).filter((row) => members[row] === group);
    const drawn = random.permutation(rows.length);
    places.forEach((place, i) => {
      order[place] = rows[drawn[i]!]!;
    });
  }
  return order;
}
