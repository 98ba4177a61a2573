import { checkBetween } from "@gradus/core";
import type { Targets } from "../base/inputs";
import {
  checkScored,
  combine,
  type MetricOptions,
  type MultiOutput,
  type RawMetricOptions,
  weightedMeans,
} from "./regression";

/** What `meanPinballLoss` can be told. */
export interface PinballOptions extends MetricOptions {
  /** The quantile that is predicted, from 0 to 1. Default 0.5. */
  readonly alpha?: number;
}

/** As `PinballOptions`, but asks for the score of each target. */
export interface RawPinballOptions extends RawMetricOptions {
  /** The quantile that is predicted, from 0 to 1. Default 0.5. */
  readonly alpha?: number;
}

/**
 * The pinball loss of predicted α-quantiles: the mean of α(yᵢ − ŷᵢ) where y is above, and of (1 − α)(ŷᵢ − yᵢ) where it
 * is below. The true quantile has the least; α = 0.5 is half the mean absolute error.
 *
 * @param yTrue shape (nSamples,) or (nSamples, nTargets)
 * @param yPred in the shape of yTrue
 * @throws ShapeError unless both have one shape; ValueError for values that are no finite numbers;
 *   ParameterError for an unknown `multioutput`, or `alpha` outside 0 to 1.
 * @see Koenker and Bassett (1978), Regression quantiles, Econometrica 46(1), 33–50.
 * @example
 * ```ts
 * meanPinballLoss([1, 2, 3], [0, 2, 4], { alpha: 0.1 }).toFixed(4); // → 0.3333
 * ```
 */
export function meanPinballLoss(yTrue: Targets, yPred: Targets, options?: PinballOptions): number;
export function meanPinballLoss(
  yTrue: Targets,
  yPred: Targets,
  options: RawPinballOptions,
): number[];
export function meanPinballLoss(
  yTrue: Targets,
  yPred: Targets,
  options: PinballOptions | RawPinballOptions = {},
): number | number[] {
  const where = "meanPinballLoss";
  const { sampleWeight, multioutput, alpha = 0.5 } = options;
  checkBetween(where, "alpha", alpha, [0, 1]);
  const scored = checkScored(where, yTrue, yPred, sampleWeight);
  const losses = weightedMeans(scored, (y, p) => pinball(y - p, alpha));
  return combine(where, losses, multioutput as MultiOutput | undefined);
}

/** The pinball loss of an error y − ŷ. */
export function pinball(error: number, alpha: number): number {
  return error >= 0 ? alpha * error : (alpha - 1) * error;
}
