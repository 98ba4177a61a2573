import { checkOneOf, describeValue, ParameterError, ValueError, warn } from "@gradus/core";
import type { Weights } from "../base/inputs";
import type { Label } from "../base/labels";
import {
  type ClassCounts,
  countClasses,
  countSamples,
  pickClasses,
  sumCounts,
} from "./class-counts";
import {
  type ClassTargets,
  checkPairs,
  type IndicatorPairs,
  type LabelPairs,
  positiveLabel,
} from "./label-pairs";

/**
 * How the scores of several classes become one number: the score of the positive class ("binary"), of all
 * decisions counted together ("micro"), the mean over the classes ("macro"), that mean weighted by how
 * often each class is true ("weighted"), or for indicators the mean over the rows ("samples").
 */
export type Average = "binary" | "micro" | "macro" | "weighted" | "samples";

/** What metrics that count each class can be told. */
export interface AverageOptions {
  /** How the scores of several classes become one number. Default "binary". */
  readonly average?: Average;
  /** The classes that are averaged. Default all. */
  readonly labels?: readonly Label[];
  /** The positive class of "binary". Default 1, or true; strings have none. */
  readonly posLabel?: Label;
  /** How much each row counts. Default 1 each. */
  readonly sampleWeight?: Weights;
  /** The score where there is nothing to divide by: 0, 1, NaN, or 0 with a warning ("warn", the default). */
  readonly zeroDivision?: "warn" | number;
}

/** As `AverageOptions`, but asks for the score of each class. */
export interface EachClassOptions extends Omit<AverageOptions, "average"> {
  readonly average: "none";
}

/** Options as the metrics pass them on. */
export type AnyAverageOptions = AverageOptions | EachClassOptions;

/** Counts of what is averaged, and how. */
export interface AveragedCounts {
  readonly where: string;
  readonly counts: ClassCounts;
  readonly average: Average | "none";
  /** The weight of each score in the average; equal where there are none. */
  readonly weights: Float64Array | undefined;
  readonly zeroDivision: "warn" | number;
}

/**
 * Reads targets for a metric that counts each class.
 *
 * @throws as `checkPairs`; ParameterError for an unknown average, `zeroDivision` or positive label;
 *   ValueError where "binary" meets several classes, or "samples" single labels.
 */
export function countForAverage(
  where: string,
  targets: readonly [yTrue: ClassTargets, yPred: ClassTargets],
  options: AnyAverageOptions,
): AveragedCounts {
  const { average = "binary", zeroDivision = "warn", labels, sampleWeight } = options;
  checkOneOf(where, "average", average, AVERAGES);
  checkZeroDivision(where, zeroDivision);
  const pairs = checkPairs(where, ...targets, { sampleWeight });
  const counts = countsOf(where, pairs, average, { labels, posLabel: options.posLabel });
  const weights = weightsOf(average, counts, pairs);
  return { where, counts, average, weights, zeroDivision };
}

/** The quotient of each class; where there is nothing to divide by, what was asked for, with a warning. */
export function divide(
  { where, counts, zeroDivision }: AveragedCounts,
  [numerator, denominator]: readonly [Float64Array, Float64Array],
  missing: string,
): Float64Array {
  const undefinedFor = counts.classes.filter((_, k) => denominator[k] === 0);
  if (undefinedFor.length > 0 && zeroDivision === "warn") {
    const names = undefinedFor.slice(0, 5).map(describeValue).join(", ");
    warn(
      "undefined-metric",
      `${where}: expected ${missing}, got none for ${names}; 0 was taken (zeroDivision says what to take)`,
    );
  }
  const otherwise = zeroDivision === "warn" ? 0 : zeroDivision;
  return numerator.map((value, k) => (denominator[k] === 0 ? otherwise : value / denominator[k]!));
}

/** One number for all classes, or the score of each. */
export function averageScores(
  { average, weights }: AveragedCounts,
  scores: Float64Array,
): number | number[] {
  return average === "none" ? Array.from(scores) : weightedMean(scores, weights);
}

/** The mean of the scores that are numbers; equal weights where all weights are 0. */
export function weightedMean(scores: ArrayLike<number>, weights?: ArrayLike<number>): number {
  let [sum, total, plain, n] = [0, 0, 0, 0];
  for (let k = 0; k < scores.length; k++) {
    const score = scores[k]!;
    if (Number.isNaN(score)) continue;
    const weight = weights?.[k] ?? 1;
    sum += score * weight;
    total += weight;
    plain += score;
    n += 1;
  }
  return total === 0 ? plain / n : sum / total;
}

const AVERAGES = ["binary", "micro", "macro", "weighted", "samples", "none"] as const;

function checkZeroDivision(where: string, value: unknown): void {
  if (value === "warn" || value === 0 || value === 1 || Number.isNaN(value)) return;
  throw new ParameterError(
    `${where}: zeroDivision must be "warn", 0, 1 or NaN, got ${describeValue(value)}`,
  );
}

interface Chosen {
  readonly labels: readonly Label[] | undefined;
  readonly posLabel: Label | undefined;
}

function countsOf(
  where: string,
  pairs: LabelPairs | IndicatorPairs,
  average: Average | "none",
  { labels, posLabel }: Chosen,
): ClassCounts {
  if (average === "binary") return countBinary(where, pairs, posLabel);
  if (average === "samples") {
    if (pairs.kind === "indicators") return countSamples(pairs, labels as number[] | undefined);
    throw new ValueError(`${where}: expected indicators for the average "samples", got labels`);
  }
  const all = countClasses(pairs);
  const counts = labels ? pickClasses(all, labels) : all;
  return average === "micro" ? sumCounts(counts) : counts;
}

function countBinary(
  where: string,
  pairs: LabelPairs | IndicatorPairs,
  posLabel: Label | undefined,
): ClassCounts {
  if (pairs.kind === "indicators" || pairs.classes.length > 2) {
    const got = pairs.kind === "indicators" ? "indicators" : `${pairs.classes.length} classes`;
    throw new ValueError(
      `${where}: expected two classes for the average "binary", got ${got}; another average takes them`,
    );
  }
  const { classes } = pairs;
  const positive = positiveLabel(where, classes, posLabel);
  if (!classes.includes(positive) && classes.length === 2) {
    throw new ParameterError(
      `${where}: posLabel must be one of ${classes.map(describeValue).join(", ")}, got ${describeValue(positive)}`,
    );
  }
  return pickClasses(countClasses(pairs), [positive]);
}

function weightsOf(
  average: Average | "none",
  counts: ClassCounts,
  pairs: LabelPairs | IndicatorPairs,
): Float64Array | undefined {
  if (average === "weighted") return counts.actual;
  return average === "samples" && pairs.isWeighted ? pairs.weights : undefined;
}
