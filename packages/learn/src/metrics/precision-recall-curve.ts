import { joinArrays, warn } from "@gradus/core";
import type { Targets } from "../base/inputs";
import type { Labels } from "../base/labels";
import {
  type CurveOptions,
  checkScoredRows,
  countAtThresholds,
  keepPoints,
  type ScoredRows,
  type ThresholdCounts,
} from "./threshold-counts";

/** What `precisionRecallCurve` can be told. */
export interface PrecisionRecallCurveOptions extends CurveOptions {
  /** Leave out points between the first and the last of each recall. Default false. */
  readonly dropIntermediate?: boolean;
}

/** Precision and recall at every threshold, from the lowest up; the last point is (recall 0, precision 1). */
export interface PrecisionRecallCurve {
  readonly precision: Float64Array;
  readonly recall: Float64Array;
  /** Rows whose score is at least this are predicted as positive; one less than there are points. */
  readonly thresholds: Float64Array;
}

/**
 * Precision TP / (TP + FP) and recall TP / (TP + FN) for every threshold of the score.
 *
 * @param yTrue labels of two classes
 * @param yScore how positive each row is: a probability or a decision function, shape (nSamples,)
 * @throws as `rocCurve`
 * @roadmap EVA-015
 * @example
 * ```ts
 * const { precision, recall } = precisionRecallCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * [...recall]; // → [1, 1, 0.5, 0.5, 0]
 * precision[0]; // → 0.5
 * ```
 */
export function precisionRecallCurve(
  yTrue: Labels,
  yScore: Targets,
  options: PrecisionRecallCurveOptions = {},
): PrecisionRecallCurve {
  const where = "precisionRecallCurve";
  const rows = checkScoredRows(where, yTrue, yScore, options);
  return precisionRecallOfRows(where, rows, options.dropIntermediate ?? false);
}

/** The curve of rows that are read. */
export function precisionRecallOfRows(
  where: string,
  rows: ScoredRows,
  dropIntermediate = false,
): PrecisionRecallCurve {
  const all = countAtThresholds(rows);
  const counts = dropIntermediate ? endsOfRuns(all) : all;
  const { truePositives, falsePositives, thresholds } = counts;
  const total = truePositives.at(-1) ?? 0;
  if (total === 0) {
    warn(
      "undefined-metric",
      `${where}: expected positive rows in yTrue, got none; recall is taken as 1 at every threshold`,
    );
  }
  const precision = truePositives.map((count, i) => {
    const predicted = count + falsePositives[i]!;
    return predicted === 0 ? 0 : count / predicted;
  });
  const recall = truePositives.map((count) => (total === 0 ? 1 : count / total));
  return {
    precision: joinArrays(Float64Array, [precision.reverse(), [1]]),
    recall: joinArrays(Float64Array, [recall.reverse(), [0]]),
    thresholds: Float64Array.from(thresholds).reverse(),
  };
}

/** Leaves out points whose true positives are those of both neighbours: the ends of each run stay. */
export function endsOfRuns(counts: ThresholdCounts): ThresholdCounts {
  const { truePositives } = counts;
  const last = truePositives.length - 1;
  return keepPoints(
    counts,
    (i) =>
      i === 0 ||
      i === last ||
      truePositives[i] !== truePositives[i - 1] ||
      truePositives[i] !== truePositives[i + 1],
  );
}
