import { ValueError } from "@gradus/core";
import type { Targets } from "../base/inputs";
import type { Labels } from "../base/labels";
import { endsOfRuns } from "./precision-recall-curve";
import { type CurveOptions, checkScoredRows, countAtThresholds } from "./threshold-counts";

/** What `detCurve` can be told. */
export interface DetCurveOptions extends CurveOptions {
  /** Leave out points where the false negative rate stays. Default false. */
  readonly dropIntermediate?: boolean;
}

/** A detection error trade-off: both error rates at every threshold, from the lowest up. */
export interface DetCurve {
  /** False positive rates FP / (FP + TN). */
  readonly fpr: Float64Array;
  /** False negative rates FN / (FN + TP). */
  readonly fnr: Float64Array;
  readonly thresholds: Float64Array;
}

/**
 * The detection error trade-off: the false negative rate against the false positive rate for every
 * threshold of the score.
 *
 * @param yTrue labels of two classes
 * @param yScore how positive each row is: a probability or a decision function, shape (nSamples,)
 * @throws as `rocCurve`; ValueError if there is only one class.
 * @see Martin et al. (1997), The DET curve in assessment of detection task performance, Eurospeech, 1895–1898.
 * @example
 * ```ts
 * const { fpr, fnr } = detCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]);
 * [...fpr]; // → [0.5, 0.5, 0]
 * [...fnr]; // → [0, 0.5, 0.5]
 * ```
 */
export function detCurve(yTrue: Labels, yScore: Targets, options: DetCurveOptions = {}): DetCurve {
  const where = "detCurve";
  const all = countAtThresholds(checkScoredRows(where, yTrue, yScore, options));
  const counts = options.dropIntermediate ? endsOfRuns(all) : all;
  const { truePositives, falsePositives, thresholds } = counts;
  const [positive, negative] = [truePositives.at(-1) ?? 0, falsePositives.at(-1) ?? 0];
  if (positive === 0 || negative === 0) {
    throw new ValueError(`${where}: expected two classes in yTrue, got one`);
  }
  // From the last point of the lowest false positive rate to the first of the highest recall.
  const first = falsePositives.lastIndexOf(falsePositives[0]!);
  const stop = truePositives.indexOf(positive) + 1;
  const part = (values: Float64Array) => values.slice(first, stop).reverse();
  return {
    fpr: part(falsePositives).map((count) => count / negative),
    fnr: part(truePositives).map((count) => (positive - count) / positive),
    thresholds: part(thresholds),
  };
}
