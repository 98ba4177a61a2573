import { warn } from "@gradus/core";
import type { Targets, Weights } from "../base/inputs";
import type { Label, Labels } from "../base/labels";
import { rowWeights } from "./label-pairs";
import {
  bothColumns,
  checkClassRows,
  checkShares,
  findUnnormalized,
  readScoreMatrix,
} from "./score-matrix";

/** What `logLoss` can be told. */
export interface LogLossOptions {
  /** The mean of the rows' losses (true, the default), or their sum. */
  readonly normalize?: boolean;
  /** How much each row counts. Default 1 each. */
  readonly sampleWeight?: Weights;
  /** The classes of the columns, sorted, if yTrue may lack some. */
  readonly labels?: readonly Label[];
}

/**
 * The logistic loss, or cross-entropy: −Σ wᵢ log pᵢ / Σ wᵢ with the probability pᵢ that was given to the
 * true class of each row. Probabilities are kept 2⁻⁵² away from 0 and 1.
 *
 * @param yTrue labels
 * @param yProba of the second of two classes, shape (nSamples,), or of each, shape (nSamples, nClasses)
 * @throws ShapeError unless there is a row of probabilities for each label; ValueError for values outside
 *   0 to 1, or another number of columns than of classes.
 * @example
 * ```ts
 * logLoss(["ham", "spam", "spam"], [0.1, 0.9, 0.8]).toFixed(4); // → 0.1446
 * ```
 */
export function logLoss(
  yTrue: Labels,
  yProba: Targets,
  { normalize = true, sampleWeight, labels }: LogLossOptions = {},
): number {
  const where = "logLoss";
  const given = readScoreMatrix(where, "yProba", yProba);
  checkShares(where, given);
  const shares = bothColumns(given);
  const { codes } = checkClassRows(where, yTrue, shares, labels);
  const row = findUnnormalized(shares);
  if (row >= 0) {
    warn("data", `${where}: expected probabilities that add to 1, got others at row ${row}`);
  }
  const { weights } = rowWeights(where, sampleWeight, codes.length);
  let [loss, total] = [0, 0];
  codes.forEach((code, i) => {
    const share = shares.values[i * shares.nColumns + code]!;
    const kept = Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, share));
    loss -= weights[i]! * Math.log(kept);
    total += weights[i]!;
  });
  return normalize ? loss / total : loss;
}
