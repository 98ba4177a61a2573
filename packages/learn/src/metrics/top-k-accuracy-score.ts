import { checkInteger, warn } from "@gradus/core";
import type { Targets, Weights } from "../base/inputs";
import { type Label, type Labels, readLabels } from "../base/labels";
import { rowWeights } from "./label-pairs";
import { checkClassRows, readScoreMatrix, type ScoreMatrix } from "./score-matrix";

/** What `topKAccuracyScore` can be told. */
export interface TopKAccuracyOptions {
  /** How many of the likeliest classes count as right. Default 2. */
  readonly k?: number;
  /** The share of the rows (true, the default), or their number or weight. */
  readonly normalize?: boolean;
  /** How much each row counts. Default 1 each. */
  readonly sampleWeight?: Weights;
  /** The classes of the columns, sorted, if yTrue may lack some. */
  readonly labels?: readonly Label[];
}

/**
 * The share of the rows whose true class is among the k with the highest scores. Of equal scores the later
 * class is taken.
 *
 * @param yTrue labels
 * @param yScore of the second of two classes, shape (nSamples,), or of each, shape (nSamples, nClasses)
 * @throws ShapeError unless there is a row of scores for each label; ValueError for another number of
 *   columns than of classes; ParameterError unless k is a whole number above 0.
 * @example
 * ```ts
 * topKAccuracyScore([0, 1, 2], [[0.5, 0.3, 0.2], [0.2, 0.3, 0.5], [0.6, 0.3, 0.1]]).toFixed(3); // → 0.667
 * ```
 */
export function topKAccuracyScore(
  yTrue: Labels,
  yScore: Targets,
  { k = 2, normalize = true, sampleWeight, labels }: TopKAccuracyOptions = {},
): number {
  const where = "topKAccuracyScore";
  checkInteger(where, "k", k, 1);
  const scores = asBothClasses(readScoreMatrix(where, "yScore", yScore));
  const { codes, classes } = checkClassRows(
    where,
    readLabels(where, "yTrue", yTrue),
    scores,
    labels,
  );
  if (k >= classes.length) {
    warn(
      "undefined-metric",
      `${where}: expected k below the number of classes, ${classes.length}, got ${k}; every row is right then`,
    );
  }
  const { weights } = rowWeights(where, sampleWeight, codes.length);
  let [right, total] = [0, 0];
  codes.forEach((code, i) => {
    const row = scores.values.subarray(i * scores.nColumns, (i + 1) * scores.nColumns);
    const own = row[code]!;
    const better = row.filter((score, c) => score > own || (score === own && c > code)).length;
    total += weights[i]!;
    if (better < k) right += weights[i]!;
  });
  return normalize ? right / total : right;
}

/** One score for two classes as two: the second class wins above ½ for probabilities, above 0 for decisions. */
function asBothClasses(scores: ScoreMatrix): ScoreMatrix {
  if (scores.nColumns !== 1) return scores;
  const areShares = scores.values.every((score) => score >= 0 && score <= 1);
  const threshold = areShares ? 0.5 : 0;
  // The first class wins a tie, so its score is a little above the threshold.
  const values = Float64Array.from({ length: 2 * scores.nSamples }, (_, at) =>
    at & 1 ? Number(scores.values[at >> 1]! > threshold) : 0.5,
  );
  return { values, nSamples: scores.nSamples, nColumns: 2 };
}
