import { ParameterError, ValueError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import type { Classifier } from "../base/estimator";
import { askInner, hasMethod } from "../base/inner";
import type { Matrix } from "../base/inputs";
import type { Label } from "../base/labels";

/** What a threshold is compared with: the first that the classifier has, for "auto". */
export type ThresholdMethod = "auto" | "predictProba" | "decisionFunction";

export const THRESHOLD_METHODS = ["auto", "predictProba", "decisionFunction"] as const;

/** The method that `method` stands for. @throws ParameterError if the classifier has none. */
export function thresholdMethod(
  where: string,
  estimator: Classifier,
  method: ThresholdMethod,
): "predictProba" | "decisionFunction" {
  const wanted = method === "auto" ? (["predictProba", "decisionFunction"] as const) : [method];
  const found = wanted.find((name) => hasMethod(estimator, name));
  if (found) return found;
  throw new ParameterError(
    `${where}: expected an estimator with ${wanted.join(" or ")}, got one without`,
  );
}

/** How much each row looks like one of two classes. @throws ParameterError if the classifier has no such method. */
export function positiveScores(
  where: string,
  estimator: Classifier,
  X: Matrix,
  { method, positive }: { readonly method: ThresholdMethod; readonly positive: number },
): Float64Array {
  const name = thresholdMethod(where, estimator, method);
  const answers: Tensor = askInner(where, estimator, name, X);
  if (name === "predictProba") return answers.slice([], positive).data() as Float64Array;
  const scores = answers.data() as Float64Array;
  return positive === 1 ? scores : scores.map((score) => -score);
}

/** @throws ValueError unless there are two classes. */
export function checkBinary(where: string, classes: readonly Label[]): void {
  if (classes.length === 2) return;
  throw new ValueError(`${where}: expected labels of two classes, got ${classes.length}`);
}
