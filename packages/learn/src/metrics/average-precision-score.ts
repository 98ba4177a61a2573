import { checkOneOf, ParameterError } from "@gradus/core";
import type { Targets, Weights } from "../base/inputs";
import { type Label, readLabels, sortLabels } from "../base/labels";
import { averageOverLabels, type IndicatorAverage } from "./indicator-average";
import { type ClassTargets, isIndicators } from "./label-pairs";
import { precisionRecallOfRows } from "./precision-recall-curve";
import { checkScoredRows, type ScoredRows } from "./threshold-counts";

/** What `averagePrecisionScore` can be told. */
export interface AveragePrecisionOptions {
  /** How the scores of several classes become one number. Default "macro", their mean. */
  readonly average?: IndicatorAverage;
  /** The positive one of two classes. Default 1, or true; strings have none. */
  readonly posLabel?: Label;
  /** How much each row counts. Default 1 each. */
  readonly sampleWeight?: Weights;
}

/** As `AveragePrecisionOptions`, but asks for the score of each class. */
export interface EachAveragePrecisionOptions extends Omit<AveragePrecisionOptions, "average"> {
  readonly average: "none";
}

/**
 * The average precision Σ (Rᵢ − Rᵢ₋₁) Pᵢ over the thresholds: the area under the curve of precision over
 * recall, by steps, without interpolation.
 *
 * @param yTrue labels, or indicators of several labels at once
 * @param yScore shape (nSamples,) for two classes, else (nSamples, nClasses)
 * @throws as `rocCurve`; ParameterError for `posLabel` where there are more than two classes.
 * @roadmap EVA-015
 * @example
 * ```ts
 * averagePrecisionScore([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).toFixed(4); // → 0.8333
 * ```
 */
export function averagePrecisionScore(
  yTrue: ClassTargets,
  yScore: Targets,
  options?: AveragePrecisionOptions,
): number;
export function averagePrecisionScore(
  yTrue: ClassTargets,
  yScore: Targets,
  options: EachAveragePrecisionOptions,
): number[];
export function averagePrecisionScore(
  yTrue: ClassTargets,
  yScore: Targets,
  options: AveragePrecisionOptions | EachAveragePrecisionOptions = {},
): number | number[] {
  const where = "averagePrecisionScore";
  const { average = "macro", posLabel, sampleWeight } = options;
  checkOneOf(where, "average", average, ["macro", "micro", "weighted", "samples", "none"]);
  const score = (rows: ScoredRows) => areaBySteps(where, rows);
  if (isIndicators(yTrue)) {
    return averageOverLabels(where, [yTrue, yScore], { average, sampleWeight }, score);
  }
  const labels = readLabels(where, "yTrue", yTrue);
  const classes = sortLabels(new Set(labels));
  if (classes.length <= 2) {
    const chosen = {
      ...(posLabel !== undefined && { posLabel }),
      ...(sampleWeight && { sampleWeight }),
    };
    return score(checkScoredRows(where, labels, yScore, chosen));
  }
  if (posLabel !== undefined) {
    throw new ParameterError(
      `${where}: posLabel must be absent for ${classes.length} classes, got one; each is positive in turn`,
    );
  }
  const indicators = labels.map((label) => classes.map((name) => Number(name === label)));
  return averageOverLabels(where, [indicators, yScore], { average, sampleWeight }, score);
}

function areaBySteps(where: string, rows: ScoredRows): number {
  const { precision, recall } = precisionRecallOfRows(where, rows);
  let area = 0;
  for (let i = 1; i < recall.length; i++) area += (recall[i - 1]! - recall[i]!) * precision[i - 1]!;
  return Math.max(0, area);
}
