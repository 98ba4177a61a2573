import {
  checkBetween,
  checkBoolean,
  checkInteger,
  checkNonNegative,
  checkOneOf,
  checkPositive,
  ParameterError,
} from "@gradus/core";
import { checkSeed } from "../base/seeds";

/** What stochastic gradient descent can be told, for classes and for numbers alike. */
export interface SGDOptions {
  /** What is added to the loss: L2, L1, a mixture, or nothing. Default "l2". */
  readonly penalty?: "l2" | "l1" | "elasticnet" | "none";
  /** Strength of the penalty, at least 0; the schedule "optimal" depends on it too. Default 1e-4. */
  readonly alpha?: number;
  /** The share of L1 in the mixture. Default 0.15. */
  readonly l1Ratio?: number;
  /** Also learn an intercept, which is not penalized. Default true. */
  readonly fitIntercept?: boolean;
  /** The most walks through all rows. Default 1000. */
  readonly maxIter?: number;
  /**
   * Stop when the loss of so many walks as `nIterNoChange` says was not smaller by this for each row; null goes on to
   * the end. Default 1e-3.
   */
  readonly tol?: number | null;
  readonly nIterNoChange?: number;
  /** Take the rows in a new order in each walk. Default true. */
  readonly shuffle?: boolean;
  /** Where huber bends, and how far off the insensitive losses do not mind. Default 0.1. */
  readonly epsilon?: number;
  /** The same seed gives the same result. Default another one each time. */
  readonly seed?: number | undefined;
  /**
   * The size of step t: constant eta0; "invscaling" eta0/t^powerT; "optimal" 1/(alpha·(t₀ + t)); "adaptive" eta0, divided
   * by 5 when the loss falls no more.
   */
  readonly learningRate?: "constant" | "optimal" | "invscaling" | "adaptive";
  readonly eta0?: number;
  readonly powerT?: number;
  /** Give the mean of the weights over all steps, or from step `average` on. Default false. */
  readonly average?: boolean | number;
}

/** The options with their defaults filled in. */
export type CheckedSGD = Required<Omit<SGDOptions, "seed">> & { readonly seed: number | undefined };

/** @throws ParameterError for options that cannot be. */
export function checkSGD(
  where: string,
  {
    penalty = "l2",
    alpha = 1e-4,
    l1Ratio = 0.15,
    fitIntercept = true,
    maxIter = 1000,
    tol = 1e-3,
    nIterNoChange = 5,
    shuffle = true,
    epsilon = 0.1,
    seed,
    learningRate = "optimal",
    eta0 = 0.01,
    powerT = 0.5,
    average = false,
  }: SGDOptions,
): CheckedSGD {
  const rates = ["constant", "optimal", "invscaling", "adaptive"] as const;
  const checked = {
    penalty: checkOneOf(where, "penalty", penalty, ["l2", "l1", "elasticnet", "none"]),
    alpha: checkNonNegative(where, "alpha", alpha),
    l1Ratio: checkBetween(where, "l1Ratio", l1Ratio, [0, 1]),
    fitIntercept: checkBoolean(where, "fitIntercept", fitIntercept),
    maxIter: checkInteger(where, "maxIter", maxIter, 1),
    tol: tol === null ? null : checkNonNegative(where, "tol", tol),
    nIterNoChange: checkInteger(where, "nIterNoChange", nIterNoChange, 1),
    shuffle: checkBoolean(where, "shuffle", shuffle),
    epsilon: checkNonNegative(where, "epsilon", epsilon),
    seed: checkSeed(where, seed),
    learningRate: checkOneOf(where, "learningRate", learningRate, rates),
    eta0: checkPositive(where, "eta0", eta0),
    powerT: checkNonNegative(where, "powerT", powerT),
    average:
      typeof average === "number"
        ? checkInteger(where, "average", average, 1)
        : checkBoolean(where, "average", average),
  };
  if (learningRate === "optimal" && alpha === 0) {
    throw new ParameterError(
      `${where}: alpha must be above 0 for the learningRate "optimal", got 0`,
    );
  }
  return checked;
}
