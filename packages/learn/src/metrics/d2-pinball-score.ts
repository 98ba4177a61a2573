import { checkBetween } from "@gradus/core";
import type { Targets } from "../base/inputs";
import { type PinballOptions, pinball, type RawPinballOptions } from "./mean-pinball-loss";
import {
  checkScored,
  combine,
  type MultiOutput,
  type Scored,
  sharesKept,
  weightedSums,
} from "./regression";
import { weightedQuantile } from "./weighted-quantile";

/**
 * The share of the pinball loss that predictions save: 1 − loss(ŷ) / loss(the α-quantile of y). 1 is perfect, 0 is as
 * good as the quantile of y, and it may be negative; NaN for a single row.
 *
 * @param yTrue shape (nSamples,) or (nSamples, nTargets)
 * @param yPred in the shape of yTrue
 * @throws ShapeError unless both have one shape; ValueError for values that are no finite numbers;
 *   ParameterError for an unknown `multioutput`, or `alpha` outside 0 to 1.
 * @see Hastie, Tibshirani and Wainwright (2015), Statistical Learning with Sparsity, section 3.5.
 * @example
 * ```ts
 * d2PinballScore([1, 2, 3], [1, 2, 4]); // → 0.5
 * ```
 */
export function d2PinballScore(yTrue: Targets, yPred: Targets, options?: PinballOptions): number;
export function d2PinballScore(
  yTrue: Targets,
  yPred: Targets,
  options: RawPinballOptions,
): number[];
export function d2PinballScore(
  yTrue: Targets,
  yPred: Targets,
  options: PinballOptions | RawPinballOptions = {},
): number | number[] {
  const { alpha = 0.5, sampleWeight, multioutput } = options;
  checkBetween("d2PinballScore", "alpha", alpha, [0, 1]);
  const scored = checkScored("d2PinballScore", yTrue, yPred, sampleWeight);
  return d2Pinball("d2PinballScore", scored, alpha, multioutput as MultiOutput | undefined);
}

/** The share of the pinball loss that is saved, of data that are read. */
export function d2Pinball(
  where: string,
  scored: Scored,
  alpha: number,
  multioutput: MultiOutput | undefined,
): number | number[] {
  const { nSamples, nTargets, yTrue, weights } = scored;
  const quantiles = Array.from({ length: nTargets }, (_, j) =>
    weightedQuantile(
      yTrue.filter((_, k) => k % nTargets === j),
      weights,
      alpha,
    ),
  );
  const lost = weightedSums(scored, (y, p) => pinball(y - p, alpha));
  const total = weightedSums(scored, (y, _, j) => pinball(y - quantiles[j]!, alpha));
  const shares = nSamples < 2 ? quantiles.map(() => Number.NaN) : sharesKept(lost, total);
  return combine(where, shares, multioutput);
}
