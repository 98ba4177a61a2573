import type { Classifier, FitOptions } from "../base/estimator";
import type { Matrix } from "../base/inputs";
import type { Label, Labels } from "../base/labels";
import type { Predictor, Scorer } from "../metrics/scorer";
import { positiveScores, type ThresholdMethod } from "./thresholded";

/** Scores of a classifier by its threshold. */
export interface ThresholdCurve {
  /** Rising. */
  readonly thresholds: Float64Array;
  readonly scores: Float64Array;
}

/** Rows that a classifier has not seen. */
export interface ThresholdRows {
  readonly X: Matrix;
  readonly y: Labels;
}

/** What thresholds are tried by. */
export interface ThresholdTrial {
  readonly where: string;
  readonly method: ThresholdMethod;
  readonly scorer: Scorer;
  /** So many between the least and the largest score, or these. */
  readonly thresholds: number | readonly number[];
}

/** Scores a fitted classifier at each threshold. */
export function thresholdCurve(
  model: Classifier,
  { X, y }: ThresholdRows,
  { where, method, scorer, thresholds }: ThresholdTrial,
): ThresholdCurve {
  const own = positiveScores(where, model, X, { method, positive: 1 });
  const tried =
    typeof thresholds === "number"
      ? evenSteps(least(own), most(own), thresholds)
      : Float64Array.from(thresholds);
  const [first, second] = model.classes as [Label, Label];
  const scores = tried.map((threshold) => {
    const answers = Array.from(own, (score) => (score >= threshold ? second : first));
    return scorer(answering(model, answers), X, y);
  });
  return { thresholds: tried, scores };
}

/** A classifier that gives these answers to whatever it is asked. */
function answering(model: Classifier, answers: Label[]): Predictor {
  const { classes } = model;
  const rightShare = (_: Matrix, y: Labels, __?: FitOptions) =>
    answers.filter((label, i) => label === (y as Label[])[i]).length / answers.length;
  const stub = { estimatorType: "classifier", classes, predict: () => answers, score: rightShare };
  return stub as unknown as Predictor;
}

/** The mean of the curves at common thresholds: between those that were tried, along straight lines. */
export function meanCurve(
  curves: readonly ThresholdCurve[],
  thresholds: number | readonly number[],
): ThresholdCurve {
  const common =
    typeof thresholds === "number"
      ? evenSteps(
          Math.min(...curves.map((curve) => curve.thresholds[0]!)),
          Math.max(...curves.map((curve) => curve.thresholds.at(-1)!)),
          thresholds,
        )
      : Float64Array.from(thresholds);
  const scores = common.map((threshold) => {
    const values = curves.map((curve) => scoreAt(curve, threshold));
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  });
  return { thresholds: common, scores };
}

function scoreAt({ thresholds, scores }: ThresholdCurve, threshold: number): number {
  const right = thresholds.findIndex((value) => value > threshold);
  if (right < 0) return scores.at(-1)!;
  if (right === 0) return scores[0]!;
  const [x0, x1] = [thresholds[right - 1]!, thresholds[right]!];
  const [y0, y1] = [scores[right - 1]!, scores[right]!];
  return y0 + ((y1 - y0) / (x1 - x0)) * (threshold - x0);
}

/** Numbers from `low` to `high` at equal distances, both ends exact. */
function evenSteps(low: number, high: number, count: number): Float64Array {
  const step = count > 1 ? (high - low) / (count - 1) : 0;
  return Float64Array.from({ length: count }, (_, k) =>
    k > 0 && k === count - 1 ? high : low + k * step,
  );
}

function least(values: Float64Array): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function most(values: Float64Array): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}
