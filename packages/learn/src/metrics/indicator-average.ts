import { ShapeError } from "@gradus/core";
import { checkTargets, type Targets, type Weights } from "../base/inputs";
import { weightedMean } from "./averaging";
import { type Indicators, readIndicators, rowWeights } from "./label-pairs";
import type { ScoredRows } from "./threshold-counts";

/**
 * How the scores of several labels become one number: of all decisions together ("micro"), the mean over
 * the labels ("macro"), weighted by how often each is true ("weighted"), or the mean over the rows ("samples").
 */
export type IndicatorAverage = "micro" | "macro" | "weighted" | "samples";

/**
 * A score of two classes, for each of several labels, and averaged.
 *
 * @throws ShapeError unless scores have the shape of the indicators; ValueError for anything but 0 and 1 in
 *   the indicators, and for scores that are no finite numbers.
 */
export function averageOverLabels(
  where: string,
  [yTrue, yScore]: readonly [Indicators, Targets],
  options: {
    readonly average: IndicatorAverage | "none";
    readonly sampleWeight?: Weights | undefined;
  },
  score: (rows: ScoredRows) => number,
): number | number[] {
  const { values, nSamples, nLabels } = readIndicators(where, "yTrue", yTrue);
  const { Y } = checkTargets(where, "yScore", yScore);
  if (Y.shape[0] !== nSamples || Y.shape[1] !== nLabels) {
    throw new ShapeError(
      `${where}: expected yScore of shape (${nSamples}, ${nLabels}), got shape (${Y.shape.join(", ")})`,
    );
  }
  const scores = Y.data() as Float64Array;
  const { weights, isWeighted } = rowWeights(where, options.sampleWeight, nSamples);
  /** The rows of a score: `place(i)` is where the i-th decision stands. */
  const rows = (n: number, place: (i: number) => number): ScoredRows => ({
    isPositive: Uint8Array.from({ length: n }, (_, i) => values[place(i)]!),
    scores: Float64Array.from({ length: n }, (_, i) => scores[place(i)]!),
    weights: Float64Array.from({ length: n }, (_, i) => weights[Math.floor(place(i) / nLabels)]!),
  });
  const { average } = options;
  if (average === "micro") return score(rows(nSamples * nLabels, (i) => i));
  if (average === "samples") {
    const each = Array.from({ length: nSamples }, (_, row) => {
      const { isPositive, scores: own } = rows(nLabels, (k) => row * nLabels + k);
      return score({ isPositive, scores: own, weights: new Float64Array(nLabels).fill(1) });
    });
    return weightedMean(each, isWeighted ? weights : undefined);
  }
  const ofLabel = (k: number) => rows(nSamples, (i) => i * nLabels + k);
  const each = Array.from({ length: nLabels }, (_, k) => score(ofLabel(k)));
  if (average === "none") return each;
  if (average === "macro") return weightedMean(each);
  const support = each.map((_, k) => {
    const { isPositive, weights: own } = ofLabel(k);
    return isPositive.reduce((sum, value, i) => sum + value * own[i]!, 0);
  });
  return support.every((weight) => weight === 0) ? 0 : weightedMean(each, support);
}
