import type { Label } from "../base/labels";
import type { IndicatorPairs, LabelPairs } from "./label-pairs";

/** For each class (or row) the weight of what was right and wrong. */
export interface ClassCounts {
  /** What is counted: the class's label, its number among indicators, or the row's number. */
  readonly classes: readonly Label[];
  /** Predicted, and true. */
  readonly truePositives: Float64Array;
  /** Predicted in all. */
  readonly predicted: Float64Array;
  /** True in all: the support. */
  readonly actual: Float64Array;
  /** The weight of all. */
  readonly total: Float64Array;
}

/** Counts for each class. */
export function countClasses(pairs: LabelPairs | IndicatorPairs): ClassCounts {
  return pairs.kind === "classes" ? countLabels(pairs) : countIndicators(pairs);
}

/** Counts for each row: how many of its labels are predicted, true, and both. */
export function countSamples(pairs: IndicatorPairs, labels?: readonly number[]): ClassCounts {
  const { nSamples, nLabels, yTrue, yPred } = pairs;
  const counts = emptyCounts(Array.from({ length: nSamples }, (_, i) => i));
  const looked = labels ?? Array.from({ length: nLabels }, (_, k) => k);
  for (let i = 0; i < nSamples; i++) {
    for (const k of looked) addTo(counts, i, [yTrue[i * nLabels + k]!, yPred[i * nLabels + k]!], 1);
    counts.total[i] = looked.length;
  }
  return counts;
}

/** The counts of some of the classes, in their order; a class that does not occur has none. */
export function pickClasses(counts: ClassCounts, labels: readonly Label[]): ClassCounts {
  const places = labels.map((label) => counts.classes.indexOf(label));
  const total = counts.total[0] ?? 0;
  const pick = (values: Float64Array, otherwise = 0) =>
    Float64Array.from(places, (k) => values[k] ?? otherwise);
  return {
    classes: labels,
    truePositives: pick(counts.truePositives),
    predicted: pick(counts.predicted),
    actual: pick(counts.actual),
    total: pick(counts.total, total),
  };
}

/** All counts together, as of one class. */
export function sumCounts(counts: ClassCounts): ClassCounts {
  const sum = (values: Float64Array) => Float64Array.of(values.reduce((a, b) => a + b, 0));
  return {
    classes: ["all"],
    truePositives: sum(counts.truePositives),
    predicted: sum(counts.predicted),
    actual: sum(counts.actual),
    total: sum(counts.total),
  };
}

function emptyCounts(classes: readonly Label[]): ClassCounts {
  const zeros = () => new Float64Array(classes.length);
  return {
    classes,
    truePositives: zeros(),
    predicted: zeros(),
    actual: zeros(),
    total: zeros(),
  };
}

function addTo(counts: ClassCounts, k: number, [t, p]: [number, number], weight: number): void {
  counts.truePositives[k]! += t * p * weight;
  counts.predicted[k]! += p * weight;
  counts.actual[k]! += t * weight;
}

function countLabels({ classes, yTrue, yPred, weights }: LabelPairs): ClassCounts {
  const counts = emptyCounts(classes);
  let total = 0;
  yTrue.forEach((expected, i) => {
    const weight = weights[i]!;
    const predicted = yPred[i]!;
    total += weight;
    if (expected >= 0) counts.actual[expected]! += weight;
    if (predicted >= 0) counts.predicted[predicted]! += weight;
    if (expected >= 0 && expected === predicted) counts.truePositives[expected]! += weight;
  });
  counts.total.fill(total);
  return counts;
}

function countIndicators({ nSamples, nLabels, yTrue, yPred, weights }: IndicatorPairs) {
  const counts = emptyCounts(Array.from({ length: nLabels }, (_, k) => k));
  let total = 0;
  for (let i = 0; i < nSamples; i++) {
    total += weights[i]!;
    for (let k = 0; k < nLabels; k++) {
      const at = i * nLabels + k;
      addTo(counts, k, [yTrue[at]!, yPred[at]!], weights[i]!);
    }
  }
  counts.total.fill(total);
  return counts;
}
