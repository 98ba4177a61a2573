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

/** What `rocCurve` can be told. */
export interface RocCurveOptions extends CurveOptions {
  /** Leave out points on a straight line between others, which change nothing in a drawing. Default true. */
  readonly dropIntermediate?: boolean;
}

/** A receiver operating characteristic: the points from (0, 0) to (1, 1). */
export interface RocCurve {
  /** False positive rates FP / (FP + TN). */
  readonly fpr: Float64Array;
  /** True positive rates TP / (TP + FN). */
  readonly tpr: Float64Array;
  /** Rows whose score is at least this are predicted as positive; ∞ for the first point. */
  readonly thresholds: Float64Array;
}

/**
 * The receiver operating characteristic: the share of the positive rows that are found against the share
 * of the negative ones that are taken for positive, for every threshold of the score.
 *
 * @param yTrue labels of two classes
 * @param yScore how positive each row is: a probability or a decision function, shape (nSamples,)
 * @throws ShapeError unless there is one score for each label; ValueError for missing labels, scores that
 *   are no finite numbers, and more than two classes without `posLabel`; ParameterError if there is no
 *   positive class.
 * @roadmap EVA-014
 * @see Fawcett (2006), An introduction to ROC analysis, Pattern Recognition Letters 27(8), 861–874.
 * @example
 * ```ts
 * const { fpr, tpr } = rocCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * [...fpr]; // → [0, 0, 0.5, 0.5, 1]
 * [...tpr]; // → [0, 0.5, 0.5, 1, 1]
 * ```
 */
export function rocCurve(yTrue: Labels, yScore: Targets, options: RocCurveOptions = {}): RocCurve {
  const rows = checkScoredRows("rocCurve", yTrue, yScore, options);
  return rocOfRows("rocCurve", rows, options.dropIntermediate ?? true);
}

/** The curve of rows that are read. */
export function rocOfRows(where: string, rows: ScoredRows, dropIntermediate = true): RocCurve {
  const all = countAtThresholds(rows);
  const counts = dropIntermediate ? withoutStraightLines(all) : all;
  return {
    fpr: rates(where, counts.falsePositives, "negative"),
    tpr: rates(where, counts.truePositives, "positive"),
    thresholds: joinArrays(Float64Array, [[Infinity], counts.thresholds]),
  };
}

/** Leaves out points where neither count changes its step: the ends and the corners stay. */
function withoutStraightLines(counts: ThresholdCounts): ThresholdCounts {
  const { falsePositives, truePositives } = counts;
  const last = falsePositives.length - 1;
  const turns = (values: Float64Array, i: number) =>
    values[i + 1]! - 2 * values[i]! + values[i - 1]! !== 0;
  return keepPoints(
    counts,
    (i) => i === 0 || i === last || turns(falsePositives, i) || turns(truePositives, i),
  );
}

function rates(where: string, counts: Float64Array, kind: string): Float64Array {
  const total = counts.at(-1) ?? 0;
  if (total <= 0) {
    warn(
      "undefined-metric",
      `${where}: expected ${kind} rows in yTrue, got none; their rate is not defined (NaN)`,
    );
  }
  const share = (count: number) => (total > 0 ? count / total : Number.NaN);
  return joinArrays(Float64Array, [[0], counts]).map(share);
}
