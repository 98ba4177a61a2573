import { describeValue, ParameterError, ValueError } from "@gradus/core";
import type { AnyMatrix } from "../base/sparse-inputs";
import { checkScores } from "./base-selector";
import { chi2 } from "./chi2";
import { fClassif } from "./f-classif";
import { fRegression } from "./f-regression";
import { mutualInfoClassif, mutualInfoRegression } from "./mutual-info-scores";
import { rRegression } from "./r-regression";
import type { FeatureScores, FeatureTests } from "./scores";

const FUNCTIONS = {
  chi2,
  fClassif,
  fRegression,
  mutualInfoClassif,
  mutualInfoRegression,
  rRegression,
} as const;

/** The score functions that have names. */
export type ScoreFunctionName = keyof typeof FUNCTIONS;

/** Scores each feature by itself: one of the names, or a function of X and y. Only names can be saved as JSON. */
export type ScoreFunction =
  | ScoreFunctionName
  | ((X: never, y: never) => FeatureTests | FeatureScores | readonly number[]);

/** What a score function found; there are p-values only of tests. */
export interface FoundScores {
  readonly scores: Float64Array;
  readonly pvalues: Float64Array | undefined;
}

/** @throws ParameterError for what is no score function. */
export function checkScoreFunction(where: string, value: ScoreFunction): ScoreFunction {
  if (typeof value === "function" || Object.hasOwn(FUNCTIONS, value)) return value;
  throw new ParameterError(
    `${where}: scoreFunc must be a function or one of ${Object.keys(FUNCTIONS).join(", ")}, got ${describeValue(value)}`,
  );
}

/** The scores of features. @throws what the function throws, and ShapeError unless there is one for each feature. */
export function scoreFeatures(
  where: string,
  scoreFunc: ScoreFunction,
  [X, y]: readonly [AnyMatrix, unknown],
  nFeatures: number,
): FoundScores {
  if (y === undefined) {
    throw new ValueError(`${where}: expected y, which the features are scored by, got undefined`);
  }
  const score = typeof scoreFunc === "function" ? scoreFunc : FUNCTIONS[scoreFunc];
  const found = score(X as never, y as never);
  const tests = "scores" in found ? found : { scores: found, pvalues: undefined };
  checkScores(where, tests.scores, nFeatures);
  return {
    scores: Float64Array.from(tests.scores),
    pvalues: tests.pvalues && Float64Array.from(tests.pvalues),
  };
}
