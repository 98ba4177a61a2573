import { ValueError } from "@gradus/core";
import type { SparseTensor, Tensor } from "@gradus/tensor";
import { askInner, fitCopy, hasMethod, type InnerPredictor } from "../base/inner";
import type { AnyMatrix } from "../base/sparse-inputs";

/** @throws ValueError for labels of a single class. */
export function checkTwoClasses(where: string, classes: readonly unknown[]): void {
  if (classes.length >= 2) return;
  throw new ValueError(
    `${where}: expected labels of at least two classes, got only ${String(classes[0])}`,
  );
}

/** A copy of an estimator that tells 1 from 0 (or from −1), fitted; or the number itself where there is only one. */
export function fitBinary<E extends InnerPredictor>(
  estimator: E,
  X: AnyMatrix,
  targets: Int32Array,
  weights: Tensor | undefined,
): E | number {
  if (targets.every((target) => target === targets[0])) return targets[0]!;
  return fitCopy(estimator, X, targets, weights);
}

/** How much each row looks like the second of two classes: by decisions, probabilities, or a regressor's predictions. */
export function binaryScores(
  where: string,
  model: InnerPredictor | number,
  X: Tensor | SparseTensor,
): Float64Array {
  if (typeof model === "number") return new Float64Array(X.shape[0]!).fill(model);
  if (model.estimatorType === "regressor") return numbers(model.predict(X as never));
  if (hasMethod(model, "decisionFunction")) {
    return numbers(askInner(where, model, "decisionFunction", X));
  }
  return secondShares(where, model, X);
}

/** The probability of the second of two classes. */
export function secondShares(
  where: string,
  model: InnerPredictor | number,
  X: Tensor | SparseTensor,
): Float64Array {
  if (typeof model === "number") return new Float64Array(X.shape[0]!).fill(model);
  return numbers(askInner(where, model, "predictProba", X).slice(null, 1));
}

/** Above which a score is for the second class. */
export function thresholdOf(model: InnerPredictor | number): number {
  if (typeof model === "number") return 0.5;
  return model.estimatorType === "classifier" && hasMethod(model, "decisionFunction") ? 0 : 0.5;
}

function numbers(values: Tensor): Float64Array {
  return values.data() as Float64Array;
}
