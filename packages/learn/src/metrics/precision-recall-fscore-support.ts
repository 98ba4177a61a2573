import { checkNonNegative, describeValue, ParameterError } from "@gradus/core";
import {
  type AnyAverageOptions,
  type AverageOptions,
  averageScores,
  countForAverage,
  divide,
  type EachClassOptions,
} from "./averaging";
import type { ClassTargets } from "./label-pairs";

/** What `precisionRecallFscoreSupport` gives for an average. */
export interface AveragedScores {
  readonly precision: number;
  readonly recall: number;
  readonly fscore: number;
}

/** What `precisionRecallFscoreSupport` gives for each class. */
export interface EachClassScores {
  readonly precision: number[];
  readonly recall: number[];
  readonly fscore: number[];
  /** How many rows (or what weight of rows) have each class. */
  readonly support: number[];
}

/** The weight of recall in the F score. */
export interface BetaOption {
  /** How many times as important recall is as precision, >= 0. Default 1. */
  readonly beta?: number;
}

/**
 * Precision TP / (TP + FP), recall TP / (TP + FN) and their weighted harmonic mean
 * F = (1 + β²)·TP / ((1 + β²)·TP + β²·FN + FP), for each class or averaged.
 *
 * @param yTrue labels, or indicators of several labels at once, shape (nSamples, nLabels)
 * @param yPred as yTrue
 * @param options as for `precisionScore`, and `beta`; the average is "none" unless it is named
 * @throws as `precisionScore`; ParameterError unless beta >= 0.
 * @example
 * ```ts
 * const scores = precisionRecallFscoreSupport(["a", "b", "b"], ["a", "b", "a"]);
 * scores.precision; // → [0.5, 1]
 * scores.support; // → [1, 2]
 * ```
 */
export function precisionRecallFscoreSupport(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options: AverageOptions &
    BetaOption & { readonly average: NonNullable<AverageOptions["average"]> },
): AveragedScores;
export function precisionRecallFscoreSupport(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options?: Partial<EachClassOptions> & BetaOption,
): EachClassScores;
export function precisionRecallFscoreSupport(
  yTrue: ClassTargets,
  yPred: ClassTargets,
  options: Partial<AnyAverageOptions> & BetaOption = {},
): AveragedScores | EachClassScores {
  const where = "precisionRecallFscoreSupport";
  const asked = { average: "none", ...options } as AnyAverageOptions;
  const counted = countForAverage(where, [yTrue, yPred], asked);
  const scores = {
    precision: averageScores(counted, precisionOf(counted)),
    recall: averageScores(counted, recallOf(counted)),
    fscore: averageScores(counted, fscoreOf(counted, checkBeta(where, options.beta ?? 1))),
  };
  if (asked.average !== "none") return scores as AveragedScores;
  return { ...scores, support: Array.from(counted.counts.actual) } as EachClassScores;
}

type Counted = ReturnType<typeof countForAverage>;

/** TP / (TP + FP) of each class. */
export function precisionOf(counted: Counted): Float64Array {
  const { truePositives, predicted } = counted.counts;
  return divide(counted, [truePositives, predicted], "predictions of each class");
}

/** TP / (TP + FN) of each class. */
export function recallOf(counted: Counted): Float64Array {
  const { truePositives, actual } = counted.counts;
  return divide(counted, [truePositives, actual], "true rows of each class");
}

/** (1 + β²)·TP / ((1 + β²)·TP + β²·FN + FP) of each class. */
export function fscoreOf(counted: Counted, beta: number): Float64Array {
  if (beta === 0) return precisionOf(counted);
  if (beta === Infinity) return recallOf(counted);
  const { truePositives, predicted, actual } = counted.counts;
  const square = beta * beta;
  const numerator = truePositives.map((count) => (1 + square) * count);
  const denominator = actual.map((count, k) => square * count + predicted[k]!);
  return divide(counted, [numerator, denominator], "true or predicted rows of each class");
}

/** @throws ParameterError unless beta is a number >= 0; infinity is one. */
export function checkBeta(where: string, beta: number): number {
  if (beta === Infinity) return beta;
  if (typeof beta !== "number") {
    throw new ParameterError(`${where}: beta must be a number >= 0, got ${describeValue(beta)}`);
  }
  return checkNonNegative(where, "beta", beta);
}
