import { checkOneOf, ParameterError, ValueError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import type { Weights } from "../base/inputs";
import type { Label, Labels } from "../base/labels";
import { checkLabelPairs, type LabelPairs } from "./label-pairs";

/** What `confusionMatrix` can be told. */
export interface ConfusionMatrixOptions {
  /** The classes, in the order of the rows and columns; rows with others are left out. Default all, sorted. */
  readonly labels?: readonly Label[];
  /** How much each row counts. Default 1 each. */
  readonly sampleWeight?: Weights;
  /** Shares instead of counts: of the true class ("true"), of the predicted one ("pred"), or of all rows ("all"). */
  readonly normalize?: "true" | "pred" | "all";
}

/**
 * How often each class was taken for each: element (i, j) counts the rows of true class i that were
 * predicted as class j.
 *
 * @returns shape (nClasses, nClasses): int32 counts, or float64 for weights and shares; a share of no rows is 0
 * @throws ShapeError unless both have as many rows; ValueError for missing labels, labels of several types,
 *   or `labels` of which none occurs in yTrue; ParameterError for empty `labels`, an unknown `normalize`.
 * @roadmap EVA-013
 * @example
 * ```ts
 * confusionMatrix(["cat", "cat", "dog"], ["cat", "dog", "dog"]).toArray(); // → [[1, 1], [0, 1]]
 * ```
 */
export function confusionMatrix(
  yTrue: Labels,
  yPred: Labels,
  { labels, sampleWeight, normalize }: ConfusionMatrixOptions = {},
): Tensor {
  const where = "confusionMatrix";
  if (normalize !== undefined) checkOneOf(where, "normalize", normalize, ["true", "pred", "all"]);
  if (labels?.length === 0) {
    throw new ParameterError(`${where}: labels must name at least one class, got none`);
  }
  const pairs = checkLabelPairs(where, yTrue, yPred, { labels, sampleWeight });
  if (pairs.yTrue.every((code) => code < 0)) {
    throw new ValueError(`${where}: expected at least one of labels in yTrue, got none of them`);
  }
  const counts = countPairs(pairs);
  const size = pairs.classes.length;
  if (normalize) shareOut(counts, size, normalize);
  const dtype = normalize || pairs.isWeighted ? "float64" : "int32";
  return tensor(counts, { shape: [size, size], dtype });
}

/** The weight of the rows of each true class (rows) predicted as each class (columns), row by row. */
export function countPairs(pairs: LabelPairs): Float64Array {
  const { classes, yTrue, yPred } = pairs;
  const size = classes.length;
  const counts = new Float64Array(size * size);
  const weights = pairs.isWeighted ? pairs.weights : undefined;
  for (let i = 0; i < yTrue.length; i++) {
    const [expected, predicted] = [yTrue[i]!, yPred[i]!];
    if (expected < 0 || predicted < 0) continue;
    counts[expected * size + predicted]! += weights === undefined ? 1 : weights[i]!;
  }
  return counts;
}

function shareOut(counts: Float64Array, size: number, of: "true" | "pred" | "all"): void {
  const group = { true: (at: number) => Math.floor(at / size), pred: (at: number) => at % size };
  const groupOf = of === "all" ? () => 0 : group[of];
  const sums = new Float64Array(size);
  counts.forEach((count, at) => {
    sums[groupOf(at)]! += count;
  });
  counts.forEach((count, at) => {
    counts[at] = count === 0 ? 0 : count / sums[groupOf(at)]!;
  });
}
