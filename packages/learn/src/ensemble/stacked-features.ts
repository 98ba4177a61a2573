import { checkOneOf, ParameterError } from "@gradus/core";
import { concatenate, isTensor, type Tensor, tensor } from "@gradus/tensor";
import type { FitOptions } from "../base/estimator";
import { hasMethod, type InnerPredictor } from "../base/inner";
import { checkMatrix, type Matrix, type Targets } from "../base/inputs";
import type { Label, Labels } from "../base/labels";
import type { ResponseMethod } from "../metrics/scorer";
import { crossValPredict } from "../model-selection/cross-val-predict";
import type { Fold } from "../model-selection/cross-validator";
import type { Splittable } from "../model-selection/rows";

/** What of the first estimators the last one sees; "auto" takes the first that there is. */
export type StackMethod = "auto" | ResponseMethod;

const METHODS: readonly ResponseMethod[] = ["predictProba", "decisionFunction", "predict"];

/** @throws ParameterError for an unknown method, and for an estimator that lacks it. */
export function checkStackMethod(
  where: string,
  method: StackMethod,
  estimators: readonly (readonly [string, InnerPredictor])[],
): StackMethod {
  checkOneOf(where, "stackMethod", method, ["auto", ...METHODS]);
  const without = estimators.find(([, one]) => method !== "auto" && !hasMethod(one, method));
  if (!without) return method;
  throw new ParameterError(
    `${where}: stackMethod ${method} needs estimators that have it, got ${without[0]} without`,
  );
}

/** The method that is asked of an estimator. */
function methodOf(estimator: InnerPredictor, method: StackMethod): ResponseMethod {
  if (method !== "auto") return method;
  if (estimator.estimatorType === "regressor") return "predict";
  return METHODS.find((name) => hasMethod(estimator, name))!;
}

/** What the last estimator learns from: answers for rows that each estimator has not seen. */
export function outOfFold(
  estimators: readonly InnerPredictor[],
  [X, y]: readonly [Matrix, Targets | Labels],
  classes: readonly Label[],
  method: StackMethod,
  { folds, options }: { readonly folds: readonly Fold[]; readonly options: FitOptions },
): Tensor[] {
  return estimators.map((estimator) => {
    const name = methodOf(estimator, method);
    const answers = crossValPredict(estimator as never, X as Splittable, y as Splittable, {
      cv: folds,
      method: name as "predict",
      fitOptions: options,
    });
    return asColumns(answers, name, classes);
  });
}

/** What the last estimator sees of rows: the answers of the fitted estimators. */
export function answersFor(
  estimators: readonly InnerPredictor[],
  X: Matrix,
  classes: readonly Label[],
  method: StackMethod,
): Tensor[] {
  return estimators.map((estimator) => {
    const name = methodOf(estimator, method);
    const ask = (estimator as unknown as Record<string, (X: Matrix) => Tensor | Label[]>)[name]!;
    return asColumns(ask.call(estimator, X), name, classes);
  });
}

/** Answers side by side, and the features behind them if they pass through. */
export function stacked(
  where: string,
  answers: readonly Tensor[],
  X: Matrix,
  passthrough: boolean,
): Tensor {
  const parts = passthrough ? [...answers, checkMatrix(where, X).X] : answers;
  return concatenate([...parts], 1);
}

/** Answers as columns: of the probabilities of two classes only the second's, which says all; labels as their places. */
function asColumns(
  answers: Tensor | Label[],
  name: ResponseMethod,
  classes: readonly Label[],
): Tensor {
  if (!isTensor(answers)) {
    const places = new Map(classes.map((label, k) => [label, k]));
    const codes = Float64Array.from(answers, (label) => places.get(label)!);
    return tensor(codes, { shape: [codes.length, 1] });
  }
  if (answers.ndim === 1) return answers.unsqueeze(1);
  return name === "predictProba" && classes.length === 2 ? answers.slice(null, [1, 2]) : answers;
}
