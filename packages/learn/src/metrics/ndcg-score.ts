import { checkInteger, ShapeError, ValueError } from "@gradus/core";
import type { Targets, Weights } from "../base/inputs";
import { rowWeights } from "./label-pairs";
import { readScoreMatrix, type ScoreMatrix } from "./score-matrix";

/** What `dcgScore` and `ndcgScore` can be told. */
export interface DcgOptions {
  /** Only the k highest scores count. Default all. */
  readonly k?: number;
  /** How much each row counts. Default 1 each. */
  readonly sampleWeight?: Weights;
}

/**
 * The discounted cumulative gain, the mean over the rows of Σᵣ gainᵣ / log₂(r + 1) over the ranks r = 1, 2,
 * … that the scores give. Items with equal scores share their places.
 *
 * @param yTrue how good each item is, shape (nSamples, nItems)
 * @param yScore the scores that rank them, shape (nSamples, nItems)
 * @throws ShapeError unless both have one shape with two or more items; ParameterError unless k is a whole
 *   number above 0.
 * @see Järvelin and Kekäläinen (2002), Cumulated gain-based evaluation of IR techniques, ACM TOIS 20(4), 422–446.
 * @example
 * ```ts
 * dcgScore([[10, 0, 0, 1, 5]], [[0.1, 0.2, 0.3, 4, 70]]).toFixed(4); // → 9.4995
 * ```
 */
export function dcgScore(yTrue: Targets, yScore: Targets, options: DcgOptions = {}): number {
  return meanGain("dcgScore", [yTrue, yScore], options, (gain) => gain);
}

/**
 * The normalized discounted cumulative gain: `dcgScore` as a share of what the best ranking gains; 0 for
 * a row in which nothing is worth anything.
 *
 * @param yTrue how good each item is, >= 0, shape (nSamples, nItems)
 * @param yScore the scores that rank them, shape (nSamples, nItems)
 * @throws as `dcgScore`; ValueError for negative gains.
 * @example
 * ```ts
 * ndcgScore([[10, 0, 0, 1, 5]], [[0.1, 0.2, 0.3, 4, 70]]).toFixed(4); // → 0.6957
 * ```
 */
export function ndcgScore(yTrue: Targets, yScore: Targets, options: DcgOptions = {}): number {
  return meanGain("ndcgScore", [yTrue, yScore], options, (gain, best) => {
    return best === 0 ? 0 : gain / best;
  });
}

function meanGain(
  where: string,
  [yTrue, yScore]: readonly [Targets, Targets],
  { k = Infinity, sampleWeight }: DcgOptions,
  combine: (gain: number, best: number) => number,
): number {
  if (k !== Infinity) checkInteger(where, "k", k, 1);
  const gains = readScoreMatrix(where, "yTrue", yTrue);
  const scores = readScoreMatrix(where, "yScore", yScore);
  checkRanking(where, gains, scores);
  const { weights } = rowWeights(where, sampleWeight, gains.nSamples);
  let [sum, total] = [0, 0];
  weights.forEach((weight, i) => {
    const row = ({ values, nColumns }: ScoreMatrix) =>
      values.subarray(i * nColumns, (i + 1) * nColumns);
    const own = row(gains);
    sum += weight * combine(gainOf(own, row(scores), k), gainOf(own, own, k));
    total += weight;
  });
  return sum / total;
}

function checkRanking(where: string, gains: ScoreMatrix, scores: ScoreMatrix): void {
  if (gains.nSamples !== scores.nSamples || gains.nColumns !== scores.nColumns) {
    throw new ShapeError(
      `${where}: expected yTrue and yScore of one shape, got (${gains.nSamples}, ${gains.nColumns}) and (${scores.nSamples}, ${scores.nColumns})`,
    );
  }
  if (gains.nColumns < 2) {
    throw new ShapeError(`${where}: expected at least two items to rank, got ${gains.nColumns}`);
  }
  const negative = gains.values.find((gain) => gain < 0);
  if (where === "ndcgScore" && negative !== undefined) {
    throw new ValueError(`${where}: expected gains >= 0 in yTrue, got ${negative}`);
  }
}

/** Σ gain / log₂(rank + 1) by falling scores; equal scores share the mean of their gains. */
function gainOf(gains: Float64Array, scores: Float64Array, k: number): number {
  const order = Array.from(scores.keys()).sort((a, b) => scores[b]! - scores[a]!);
  let total = 0;
  for (let start = 0; start < order.length; ) {
    let [end, gain, discount] = [start, 0, 0];
    while (end < order.length && scores[order[end]!] === scores[order[start]!]) {
      gain += gains[order[end]!]!;
      if (end < k) discount += 1 / Math.log2(end + 2);
      end += 1;
    }
    total += (gain / (end - start)) * discount;
    start = end;
  }
  return total;
}
