import type { Tensor } from "@gradus/tensor";
import type { Classifier } from "../base/estimator";
import { askInner, hasMethod } from "../base/inner";
import type { Matrix } from "../base/inputs";
import type { Label } from "../base/labels";
import {
  type CalibrationMethod,
  type Calibrator,
  calibrated,
  fitCalibrator,
  fitTemperature,
  type Scores,
  softened,
} from "./calibrators";

/** A fitted classifier, and what makes probabilities of its scores. */
export interface CalibratedPair {
  readonly estimator: Classifier;
  readonly calibrators: readonly Calibrator[];
}

/** Rows that a classifier has not seen: its scores, the places of their classes among its own, and weights. */
export interface CalibrationRows {
  readonly scores: Scores;
  readonly codes: Int32Array;
  readonly weights: Float64Array | undefined;
}

/** A classifier's decisions if it makes any, otherwise its probabilities. */
export function scoresOf(where: string, estimator: Classifier, X: Matrix): Scores {
  const isShares = !hasMethod(estimator, "decisionFunction");
  const name = isShares ? "predictProba" : "decisionFunction";
  return columnsOf(askInner(where, estimator, name, X), isShares);
}

/** The columns of scores; of the probabilities of two classes, the second one. */
export function columnsOf(scores: Tensor, isShares: boolean): Scores {
  if (scores.ndim === 1) return { columns: [scores.data() as Float64Array], isShares };
  const width = scores.shape[1]!;
  const chosen = width === 2 ? [1] : Array.from({ length: width }, (_, k) => k);
  return { columns: chosen.map((k) => scores.slice([], k).data() as Float64Array), isShares };
}

/** Learns a calibrator for each column of scores, or one temperature for all. */
export function fitCalibrators(
  method: CalibrationMethod,
  { scores, codes, weights }: CalibrationRows,
): Calibrator[] {
  if (method === "temperature") return [fitTemperature(scores, codes, weights)];
  const { columns } = scores;
  return columns.map((column, k) => {
    const positive = columns.length === 1 ? 1 : k;
    const isPositive = codes.map((code) => Number(code === positive));
    return fitCalibrator(method, column, isPositive, weights);
  });
}

/**
 * The probabilities of all classes by one pair, row by row. Classes that the pair has not seen have none; of more than
 * two classes, each has its own probability, and they are divided by their sum.
 */
export function sharesOfPair(
  where: string,
  { estimator, calibrators }: CalibratedPair,
  X: Matrix,
  classes: readonly Label[],
): Float64Array {
  const scores = scoresOf(where, estimator, X);
  const own = sharesOfClasses(scores, calibrators);
  const places = estimator.classes.map((label) => classes.indexOf(label));
  const values = new Float64Array(own[0]!.length * classes.length);
  own.forEach((column, k) => {
    column.forEach((share, i) => {
      values[i * classes.length + places[k]!] = share;
    });
  });
  return values;
}

function sharesOfClasses(scores: Scores, calibrators: readonly Calibrator[]): Float64Array[] {
  const first = calibrators[0]!;
  if ("beta" in first) return softened(scores, first.beta);
  const columns = scores.columns.map((column, k) => calibrated(calibrators[k]!, column));
  if (columns.length === 1) return [columns[0]!.map((share) => 1 - share), columns[0]!];
  const totals = columns[0]!.map((_, i) => columns.reduce((sum, column) => sum + column[i]!, 0));
  // Where no class is possible, all are as likely.
  return columns.map((column) =>
    column.map((share, i) => (totals[i] === 0 ? 1 / columns.length : share / totals[i]!)),
  );
}
