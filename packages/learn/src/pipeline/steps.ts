import { describeValue, ParameterError } from "@gradus/core";
import type { DataFrame } from "@gradus/data";
import type { SparseTensor } from "@gradus/tensor";
import type { Cells } from "../base/cells";
import type { Classifier, Estimator, Regressor, Transformed } from "../base/estimator";
import type { Targets } from "../base/inputs";
import type { Labels } from "../base/labels";
import { type ParamRecord, replaceParams } from "../base/params";
import type { Documents } from "../feature-extraction/documents";
import type { Sampler } from "../imbalance/base-sampler";

/** What goes into a pipeline: numbers (dense or sparse), categories, texts, or records. */
export type Rows = Cells | SparseTensor | Documents | readonly object[];

/** A transformer inside another estimator: numbers, texts or a table in, and out for the next one. */
export interface TransformerStep extends Estimator {
  readonly estimatorType: "transformer";
  fit(X: never, y?: Targets | Labels): unknown;
  transform(X: never): Transformed | DataFrame;
  fitTransform(X: never, y?: Targets | Labels): Transformed | DataFrame;
  getFeatureNamesOut(inputFeatures?: readonly string[]): string[];
  clone(): TransformerStep;
}

/** A step before the last one: what changes the features, or in `fit` alone the rows. */
export type EarlyStep = TransformerStep | Sampler | "passthrough";

/** What the last step of a pipeline can be. */
export type FinalStep = TransformerStep | Regressor | Classifier | "passthrough";

/** A step with its name. */
export type NamedStep<S = FinalStep | Sampler> = readonly [name: string, step: S];

/** @throws ParameterError unless there are names, all different, without dots, and none is reserved. */
export function checkNames(
  where: string,
  what: string,
  names: readonly unknown[],
  reserved: readonly string[],
): void {
  if (names.length === 0) throw new ParameterError(`${where}: expected at least one of ${what}`);
  names.forEach((name, i) => {
    const isGood = typeof name === "string" && name !== "" && !name.includes(".");
    if (isGood && names.indexOf(name) === i && !reserved.includes(name)) return;
    throw new ParameterError(
      `${where}: names of ${what} must be different texts without dots${reserved.length ? `, and not ${reserved.join(", ")}` : ""}, got ${describeValue(name)}`,
    );
  });
}

/** @throws ParameterError unless a step is a transformer or one of the words. */
export function checkTransformer(
  where: string,
  name: string,
  step: unknown,
  words: readonly string[],
): void {
  const isWord = typeof step === "string" && words.includes(step);
  const candidate = step as Partial<TransformerStep> | null;
  if (isWord || typeof candidate?.transform === "function") return;
  throw new ParameterError(
    `${where}: ${name} must be a transformer${words.length ? ` or ${words.map(describeValue).join(" or ")}` : ""}, got ${describeValue(step)}`,
  );
}

/**
 * Parts of an estimator with some replaced: by name, or their options by name.option.
 * @throws ParameterError for what is the name of no part.
 */
export function replaceParts(
  where: string,
  parts: readonly (readonly [string, unknown, ...unknown[]])[],
  replacements: ParamRecord,
): unknown[][] {
  const byName = Object.fromEntries(parts.map(([name, part]) => [name, part]));
  const replaced = replaceParams(where, byName, replacements);
  return parts.map(([name, , ...rest]) => [name, replaced[name], ...rest]);
}

/** Whether a step changes the rows. */
export function isSampler(step: unknown): step is Sampler {
  return typeof (step as Partial<Sampler> | null)?.fitResample === "function";
}
