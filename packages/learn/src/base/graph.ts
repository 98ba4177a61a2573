import {
  describeValue,
  type GraphBuilder,
  type GraphFeatures,
  type GraphModel,
  type GraphOutputs,
  type GraphValue,
  ValueError,
} from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { type CellValue, isMissing } from "./cells";
import type { Label } from "./labels";

// What estimators share that say what they compute as operations of a graph (`toGraph`).

/** What an estimator inside another one computes. @throws ValueError for one that is not one of ours. */
export function graphOf(estimator: unknown, X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
  const model = estimator as Partial<GraphModel> | null;
  if (typeof model?.toGraph === "function") return model.toGraph(X, graph);
  throw new ValueError(
    `toGraph: expected an estimator with a method toGraph, got ${describeValue(estimator)}`,
  );
}

/**
 * The columns that a part of a union gives, times its weight.
 *
 * @param part a transformer, or "passthrough" for the features themselves
 */
export function partInGraph(
  part: unknown,
  X: GraphFeatures,
  { graph, weight = 1 }: { readonly graph: GraphBuilder; readonly weight: number | undefined },
): GraphValue {
  const block = part === "passthrough" ? X.matrix() : graphOf(part, X, graph).transformed!;
  return weight === 1 ? block : block.mul(weight);
}

/** The label of the largest score in each row; of equal ones the first. */
export function bestLabels(scores: GraphValue, classes: readonly Label[]): GraphValue {
  return scores.argmaxRows().lookUp(classes);
}

/** Two columns out of the score of the second class, the larger one for the class that is predicted. */
export function bothScores(graph: GraphBuilder, score: GraphValue): GraphValue {
  return graph.besides([score.neg(), score]);
}

/** X·w + b for one target, as a column. */
export function linearInGraph(X: GraphFeatures, coef: Tensor, intercept: number): GraphValue {
  return X.matrix()
    .matmul(coef.reshape([coef.size, 1]))
    .add(intercept);
}

/** Squared distances of rows to known points, one column a point: ‖x‖² − 2x·p + ‖p‖², and not below 0. */
export function squaredDistancesInGraph(X: GraphValue, points: Tensor): GraphValue {
  // About the middle of the points the squares are small, and little is lost in the difference.
  const center = points.mean(0);
  const x = X.sub(center);
  const p = points.sub(center);
  const products = x.matmul(p.transpose()).mul(2);
  return x.mul(x).sumRows().sub(products).add(p.square().sum(1)).maximum(0);
}

/** Labels and probabilities out of the scores of classes, of which two have one. */
export function softmaxOutputs(
  graph: GraphBuilder,
  scores: GraphValue,
  classes: readonly Label[],
): GraphOutputs {
  const isPair = classes.length === 2;
  const probabilities = isPair ? bothScores(graph, scores).sigmoid() : scores.softmaxRows();
  return { label: bestLabels(probabilities, classes), probabilities };
}

/** Numbers for the categories of one feature. */
export interface CategoryTable {
  readonly categories: readonly CellValue[];
  /** A row of so many numbers for each category, and a last one for what is none of them. */
  readonly numbers: Float64Array;
  readonly width: number;
}

/**
 * The numbers of each row's category. A feature with a text among its categories is read as text, with "" for what is
 * missing; another one as numbers, with NaN for what is missing, and 1 and 0 for true and false.
 */
export function encodedColumn(
  graph: GraphBuilder,
  X: GraphFeatures,
  place: number,
  { categories, numbers, width }: CategoryTable,
): GraphValue {
  const isText = categories.some((category) => typeof category === "string");
  const known = categories.map((category) => {
    if (isMissing(category)) return isText ? "" : Number.NaN;
    return isText ? String(category) : Number(category);
  });
  const matches = graph.matches(X.column(place, isText ? "text" : "number"), known).toNumber();
  const none = matches.sumRows().mul(-1).add(1);
  const table = tensor(numbers, { shape: [categories.length + 1, width] });
  return graph.besides([matches, none]).argmaxRows().lookUp(table);
}
