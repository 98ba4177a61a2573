import { describeValue, ParameterError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import type { Classifier, FitOptions, Regressor } from "./estimator";
import type { Targets, Weights } from "./inputs";
import type { Labels } from "./labels";
import type { AnyMatrix } from "./sparse-inputs";

/** An estimator inside another one, that predicts. */
export type InnerPredictor = Classifier | Regressor;

/** A method that an estimator has only if the one inside has a method of that name. */
export type IfHas<E, Name extends string, Method> = E extends {
  readonly [K in Name]: (...args: never[]) => unknown;
}
  ? Method
  : undefined;

/** What takes rows and gives numbers. */
export type ScoreMethod = (X: AnyMatrix) => Tensor;

/** Methods that give numbers for rows, whichever an estimator has. */
export type ScoreName = "predictProba" | "predictLogProba" | "decisionFunction";

/** @throws ParameterError unless `estimator` is of one of the kinds. */
export function checkInner<E extends InnerPredictor>(
  where: string,
  name: string,
  estimator: E,
  kinds: readonly E["estimatorType"][],
): E {
  if (kinds.includes((estimator as E | null)?.estimatorType as never)) return estimator;
  throw new ParameterError(
    `${where}: ${name} must be a ${kinds.join(" or a ")}, got ${describeValue(estimator)}`,
  );
}

/** Whether an estimator has a method: those of a pipeline are there only if its last step has them. */
export function hasMethod(estimator: object, name: string): boolean {
  return typeof (estimator as Record<string, unknown>)[name] === "function";
}

/** What a method of an estimator gives. @throws ParameterError if it has none. */
export function askInner(where: string, estimator: object, name: ScoreName, X: AnyMatrix): Tensor {
  if (!hasMethod(estimator, name)) {
    throw new ParameterError(`${where}: expected an estimator with ${name}, got one without`);
  }
  return (estimator as Record<ScoreName, ScoreMethod>)[name](X);
}

/** A copy of an estimator, fitted. Weights are handed on only if there are some. */
export function fitCopy<E extends InnerPredictor>(
  estimator: E,
  X: AnyMatrix,
  y: Targets | Labels,
  sampleWeight: Weights | undefined,
): E {
  const options: FitOptions = sampleWeight === undefined ? {} : { sampleWeight };
  return estimator.clone().fit(X as never, y as never, options) as E;
}
