import { checkOneOf, ParameterError, ValueError, warn } from "@gradus/core";
import type { Targets, Weights } from "../base/inputs";
import { type Label, type Labels, readLabels, sortLabels } from "../base/labels";
import { auc } from "./auc";
import { weightedMean } from "./averaging";
import { averageOverLabels, type IndicatorAverage } from "./indicator-average";
import { type ClassTargets, isIndicators, rowWeights } from "./label-pairs";
import { rocOfRows } from "./roc-curve";
import {
  type ClassRows,
  checkClassRows,
  columnOf,
  findUnnormalized,
  readScoreMatrix,
  type ScoreMatrix,
} from "./score-matrix";
import { readScores, type ScoredRows } from "./threshold-counts";

/** What `rocAucScore` can be told. */
export interface RocAucOptions {
  /** How the areas of several classes become one number. Default "macro", their mean. */
  readonly average?: IndicatorAverage;
  /** For more than two classes: each against the rest ("ovr"), or each against each ("ovo"). Must be named. */
  readonly multiClass?: "ovr" | "ovo";
  /** Only the part of the curve up to this false positive rate, scaled so that guessing is 0.5. */
  readonly maxFpr?: number;
  /** The classes of the columns of yScore, sorted, if yTrue may lack some. */
  readonly labels?: readonly Label[];
  /** How much each row counts. Default 1 each. Not for "ovo". */
  readonly sampleWeight?: Weights;
}

/** As `RocAucOptions`, but asks for the area of each class against the rest. */
export interface EachRocAucOptions extends Omit<RocAucOptions, "average"> {
  readonly average: "none";
}

/**
 * The area under the ROC curve: how probable it is that a positive row has a higher score than a negative
 * one. 0.5 is guessing, 1 is perfect.
 *
 * @param yTrue labels (of two classes the larger one is positive), or indicators of several labels at once
 * @param yScore shape (nSamples,) for two classes; for more of them probabilities, and for indicators
 *   scores, shape (nSamples, nClasses)
 * @returns NaN, with a warning, where there is only one class
 * @throws ShapeError unless the shapes fit; ValueError for probabilities that do not add to 1; ParameterError
 *   if `multiClass` is needed and not named, or does not go with another option.
 * @roadmap EVA-015
 * @see Hand and Till (2001), A simple generalisation of the area under the ROC curve for multiple class
 *   classification problems, Machine Learning 45(2), 171–186.
 * @example
 * ```ts
 * rocAucScore([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]); // → 0.75
 * ```
 */
export function rocAucScore(yTrue: ClassTargets, yScore: Targets, options?: RocAucOptions): number;
export function rocAucScore(
  yTrue: ClassTargets,
  yScore: Targets,
  options: EachRocAucOptions,
): number[];
export function rocAucScore(
  yTrue: ClassTargets,
  yScore: Targets,
  options: RocAucOptions | EachRocAucOptions = {},
): number | number[] {
  const { maxFpr, average = "macro", sampleWeight } = options;
  checkOneOf(WHERE, "average", average, ["macro", "micro", "weighted", "samples", "none"]);
  if (maxFpr !== undefined && !(maxFpr > 0 && maxFpr <= 1)) {
    throw new ParameterError(`${WHERE}: maxFpr must be above 0 and at most 1, got ${maxFpr}`);
  }
  const area = (rows: ScoredRows) => areaOf(rows, maxFpr);
  if (isIndicators(yTrue)) {
    return averageOverLabels(WHERE, [yTrue, yScore], { average, sampleWeight }, area);
  }
  const labels = readLabels(WHERE, "yTrue", yTrue);
  const classes = sortLabels(new Set(labels));
  const isMatrix = readScoreMatrix(WHERE, "yScore", yScore).nColumns > 2;
  if (classes.length > 2 || isMatrix) return multiClassArea(labels, yScore, options);
  const scores = readScores(WHERE, yScore, labels.length);
  const { weights } = rowWeights(WHERE, sampleWeight, labels.length);
  const positive = classes[1];
  return area({
    isPositive: Uint8Array.from(labels, (label) => Number(label === positive)),
    scores,
    weights,
  });
}

const WHERE = "rocAucScore";

/** The area of rows of two classes, or the part of it up to a false positive rate. */
function areaOf(rows: ScoredRows, maxFpr = 1): number {
  const positives = rows.isPositive.reduce((sum, value) => sum + value, 0);
  if (positives === 0 || positives === rows.isPositive.length) {
    warn(
      "undefined-metric",
      `${WHERE}: expected two classes in yTrue, got one; the area is not defined (NaN)`,
    );
    return Number.NaN;
  }
  const { fpr, tpr } = rocOfRows(WHERE, rows);
  if (maxFpr === 1) return auc(fpr, tpr);
  const stop = fpr.findIndex((rate) => rate > maxFpr);
  const share = (maxFpr - fpr[stop - 1]!) / (fpr[stop]! - fpr[stop - 1]!);
  const height = tpr[stop - 1]! + share * (tpr[stop]! - tpr[stop - 1]!);
  const part = auc([...fpr.slice(0, stop), maxFpr], [...tpr.slice(0, stop), height]);
  // McClish's correction: 0.5 for guessing and 1 for the largest area there can be.
  const least = maxFpr ** 2 / 2;
  return 0.5 * (1 + (part - least) / (maxFpr - least));
}

function multiClassArea(
  yTrue: Labels,
  yScore: Targets,
  options: RocAucOptions | EachRocAucOptions,
): number | number[] {
  const { multiClass, labels, average = "macro", sampleWeight, maxFpr } = options;
  if (multiClass === undefined) {
    throw new ParameterError(
      `${WHERE}: multiClass must be "ovr" or "ovo" for more than two classes, got nothing`,
    );
  }
  checkOneOf(WHERE, "multiClass", multiClass, ["ovr", "ovo"]);
  if (maxFpr !== undefined && maxFpr !== 1) {
    throw new ParameterError(`${WHERE}: maxFpr must be 1 for more than two classes, got ${maxFpr}`);
  }
  const allowed = { ovr: ["macro", "weighted", "micro", "none"], ovo: ["macro", "weighted"] };
  checkOneOf(WHERE, `average of "${multiClass}"`, average, allowed[multiClass]);
  if (multiClass === "ovo" && sampleWeight !== undefined) {
    throw new ParameterError(`${WHERE}: sampleWeight must be absent for "ovo", got weights`);
  }
  const scores = readScoreMatrix(WHERE, "yScore", yScore);
  const rows = checkClassRows(WHERE, yTrue, scores, labels);
  const row = findUnnormalized(scores);
  if (row >= 0) {
    throw new ValueError(
      `${WHERE}: expected probabilities that add to 1 in each row of yScore, got others at row ${row}`,
    );
  }
  if (multiClass === "ovo") return eachAgainstEach(rows, scores, average === "weighted");
  const indicators = Array.from(rows.codes, (code) =>
    rows.classes.map((_, k) => Number(code === k)),
  );
  return averageOverLabels(WHERE, [indicators, yScore], { average, sampleWeight }, (r) =>
    areaOf(r),
  );
}

function eachAgainstEach(
  { classes, codes }: ClassRows,
  scores: ScoreMatrix,
  isWeighted: boolean,
): number {
  const areas: number[] = [];
  const shares: number[] = [];
  // A class that yTrue lacks has no pairs.
  const present = classes.flatMap((_, k) => (codes.includes(k) ? [k] : []));
  for (const [place, a] of present.entries()) {
    for (const b of present.slice(place + 1)) {
      const rows = Array.from(codes.keys()).filter((i) => codes[i] === a || codes[i] === b);
      const weights = new Float64Array(rows.length).fill(1);
      const against = (positive: number) => {
        const column = columnOf(scores, positive);
        const isPositive = Uint8Array.from(rows, (i) => Number(codes[i] === positive));
        return areaOf({ isPositive, scores: Float64Array.from(rows, (i) => column[i]!), weights });
      };
      areas.push((against(a) + against(b)) / 2);
      shares.push(rows.length / codes.length);
    }
  }
  return weightedMean(areas, isWeighted ? shares : undefined);
}
