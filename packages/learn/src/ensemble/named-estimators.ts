import { checkNonNegative, describeValue, ParameterError } from "@gradus/core";
import type { FitOptions } from "../base/estimator";
import { fitCopy, type InnerPredictor } from "../base/inner";
import type { Matrix, Targets } from "../base/inputs";
import type { Labels } from "../base/labels";
import { type ParamRecord, replaceParams } from "../base/params";
import { checkNames, replaceParts } from "../pipeline/steps";

/** An estimator with its name; "drop" leaves it out. */
export type NamedEstimator<E extends InnerPredictor> = readonly [
  name: string,
  estimator: E | "drop",
];

/** @throws ParameterError unless the names are different, all are of the kind, and at least one is not dropped. */
export function checkNamed<E extends InnerPredictor>(
  where: string,
  estimators: readonly NamedEstimator<E>[],
  kind: E["estimatorType"],
  reserved: readonly string[],
): readonly NamedEstimator<E>[] {
  const isPairs =
    Array.isArray(estimators) && estimators.every((one) => Array.isArray(one) && one.length === 2);
  if (!isPairs) {
    throw new ParameterError(
      `${where}: estimators must be pairs of a name and an estimator, got ${describeValue(estimators)}`,
    );
  }
  checkNames(
    where,
    "estimators",
    estimators.map(([name]) => name),
    reserved,
  );
  for (const [name, estimator] of estimators) {
    if (estimator === "drop" || estimator?.estimatorType === kind) continue;
    throw new ParameterError(
      `${where}: ${name} must be a ${kind} or "drop", got ${describeValue(estimator)}`,
    );
  }
  if (keptOf(estimators).length > 0) return estimators;
  throw new ParameterError(`${where}: expected an estimator that is not dropped, got none`);
}

/** The estimators that are not dropped, with their names. */
export function keptOf<E extends InnerPredictor>(
  estimators: readonly NamedEstimator<E>[],
): readonly (readonly [string, E])[] {
  return estimators.filter((one): one is readonly [string, E] => one[1] !== "drop");
}

/** A weight for each estimator that is not dropped. @throws ParameterError unless there is one for each, >= 0, not all 0. */
export function checkVotes(
  where: string,
  weights: readonly number[] | undefined,
  nEstimators: number,
): readonly number[] | undefined {
  if (weights === undefined) return undefined;
  for (const weight of weights) checkNonNegative(where, "weights", weight);
  if (weights.length === nEstimators && weights.some((weight) => weight > 0)) return [...weights];
  throw new ParameterError(
    `${where}: weights must be one for each of ${nEstimators} estimators, not all 0, got ${weights.join(", ")}`,
  );
}

/** The weights of the estimators that are not dropped; 1 each by default. */
export function keptVotes(
  estimators: readonly NamedEstimator<InnerPredictor>[],
  weights: readonly number[] | undefined,
): number[] {
  return estimators.flatMap(([, one], k) => (one === "drop" ? [] : [weights?.[k] ?? 1]));
}

/** Options with some replaced: those of the ensemble by name, estimators by theirs, and their options by name.option. */
export function replaceNamed(
  where: string,
  params: ParamRecord & { readonly estimators: readonly NamedEstimator<InnerPredictor>[] },
  replacements: ParamRecord,
): ParamRecord {
  const own: Record<string, unknown> = {};
  const parts: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(replacements)) {
    const isOwn = Object.hasOwn(params, path.split(".")[0]!);
    (isOwn ? own : parts)[path] = value;
  }
  const replaced = replaceParams(where, params, own);
  const estimators = replaced.estimators as typeof params.estimators;
  return { ...replaced, estimators: replaceParts(where, estimators, parts) };
}

/** A copy of each estimator, fitted on all rows. */
export function fitAll<E extends InnerPredictor>(
  estimators: readonly (readonly [string, E])[],
  X: Matrix,
  y: Targets | Labels,
  { sampleWeight }: FitOptions,
): E[] {
  return estimators.map(([, estimator]) => fitCopy(estimator, X, y, sampleWeight));
}
