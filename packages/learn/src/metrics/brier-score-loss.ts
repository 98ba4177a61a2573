import type { Targets, Weights } from "../base/inputs";
import { type Label, type Labels, readLabels, sortLabels } from "../base/labels";
import { positiveLabel, rowWeights } from "./label-pairs";
import { bothColumns, checkClassRows, checkShares, readScoreMatrix } from "./score-matrix";

/** What `brierScoreLoss` can be told. */
export interface BrierScoreOptions {
  /** How much each row counts. Default 1 each. */
  readonly sampleWeight?: Weights;
  /** The positive one of two classes, whose probabilities are given. Default the larger one; strings have none. */
  readonly posLabel?: Label;
  /** The classes of the columns, sorted, if yTrue may lack some. */
  readonly labels?: readonly Label[];
  /** Half the sum of squares, so that two classes score from 0 to 1. Default for two classes. */
  readonly scaleByHalf?: boolean;
}

/**
 * The Brier score: the mean over the rows of Σₖ (yₖ − pₖ)², with 1 for the true class; for two classes half
 * of that, (y − p)².
 *
 * @param yTrue labels
 * @param yProba of the positive one of two classes, shape (nSamples,), or of each, shape (nSamples, nClasses)
 * @throws as `logLoss`; ParameterError if a positive class is needed.
 * @see Brier (1950), Verification of forecasts expressed in terms of probability, Monthly Weather Review 78, 1–3.
 * @example
 * ```ts
 * brierScoreLoss([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3]).toFixed(4); // → 0.0375
 * ```
 */
export function brierScoreLoss(
  yTrue: Labels,
  yProba: Targets,
  { sampleWeight, posLabel, labels, scaleByHalf }: BrierScoreOptions = {},
): number {
  const where = "brierScoreLoss";
  const given = readScoreMatrix(where, "yProba", yProba);
  checkShares(where, given);
  const shares = bothColumns(given);
  const codes =
    given.nColumns === 1
      ? positiveCodes(where, yTrue, posLabel)
      : checkClassRows(where, yTrue, shares, labels).codes;
  // Two columns go with two classes, so this also compares the numbers of rows.
  if (given.nColumns === 1) checkClassRows(where, codes, shares, [0, 1]);
  const { weights } = rowWeights(where, sampleWeight, codes.length);
  let [loss, total] = [0, 0];
  codes.forEach((code, i) => {
    for (let k = 0; k < shares.nColumns; k++) {
      const miss = Number(k === code) - shares.values[i * shares.nColumns + k]!;
      loss += weights[i]! * miss * miss;
    }
    total += weights[i]!;
  });
  const isHalved = scaleByHalf ?? shares.nColumns < 3;
  return (isHalved ? 0.5 : 1) * (loss / total);
}

function positiveCodes(where: string, yTrue: Labels, posLabel: Label | undefined): Int32Array {
  const values = readLabels(where, "yTrue", yTrue);
  const classes = sortLabels(new Set(values));
  const isText = typeof classes[0] === "string";
  const positive = isText
    ? positiveLabel(where, classes, posLabel)
    : (posLabel ?? (classes.every((c) => c === 0 || c === -1) ? 1 : classes.at(-1)));
  return Int32Array.from(values, (label) => Number(label === positive));
}
