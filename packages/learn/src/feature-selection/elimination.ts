import { describeValue, ParameterError } from "@gradus/core";
import type { SparseTensor, Tensor } from "@gradus/tensor";
import type { FitOptions } from "../base/estimator";
import type { Targets } from "../base/inputs";
import type { Labels } from "../base/labels";
import type { Predictor } from "../metrics/scorer";
import { placesInSupport } from "./columns";
import { type ImportanceGetter, importancesOf } from "./importances";
import { fitOn } from "./model-selector";

/** How features are eliminated. */
export interface EliminationOptions {
  /** How many to leave. */
  readonly nFeatures: number;
  /** How many to take out after each fit, or below 1, which share of all. */
  readonly step: number;
  readonly importanceGetter: ImportanceGetter;
  readonly fitOptions: FitOptions;
}

/** The features that were left at a step, and the estimator that was fitted on them. */
export interface EliminationStep<E extends Predictor = Predictor> {
  readonly places: Int32Array;
  readonly estimator: E;
}

/** What elimination leaves. */
export interface Elimination<E extends Predictor = Predictor> {
  /** 1 for the features that are left, and more, the sooner a feature was taken out. */
  readonly ranking: Int32Array;
  readonly support: Uint8Array;
  readonly estimator: E;
}

/**
 * Fits again and again, and takes out the features with the smallest squared importances, of equal ones the first.
 *
 * @param onStep called after each fit, the last one too
 */
export function eliminate<E extends Predictor>(
  where: string,
  estimator: E,
  rows: readonly [Tensor | SparseTensor, Targets | Labels],
  options: EliminationOptions,
  onStep?: (step: EliminationStep<E>) => void,
): Elimination<E> {
  const n = rows[0].shape[1]!;
  const step = options.step < 1 ? Math.max(1, Math.floor(options.step * n)) : options.step;
  const support = new Uint8Array(n).fill(1);
  const ranking = new Int32Array(n).fill(1);
  for (let left = n; ; ) {
    const places = placesInSupport(support);
    const fitted = fitOn(estimator, rows, places, options.fitOptions);
    onStep?.({ places, estimator: fitted });
    if (left <= options.nFeatures) return { ranking, support, estimator: fitted };
    const importances = importancesOf(where, fitted, [options.importanceGetter, 2], left);
    const order = [...importances.keys()].sort(
      (a, b) => importances[a]! - importances[b]! || a - b,
    );
    const out = Math.min(step, left - options.nFeatures);
    for (const k of order.slice(0, out)) support[places[k]!] = 0;
    for (let j = 0; j < n; j++) if (support[j] === 0) ranking[j]! += 1;
    left -= out;
  }
}

/** @throws ParameterError unless a step is an integer of at least 1, or a share between 0 and 1. */
export function checkStep(where: string, step: number): number {
  if ((step > 0 && step < 1) || (Number.isSafeInteger(step) && step >= 1)) return step;
  throw new ParameterError(
    `${where}: step must be an integer >= 1 or a share between 0 and 1, got ${describeValue(step)}`,
  );
}

/** @throws ParameterError unless a number of features is absent, an integer of at least 1, or a share between 0 and 1. */
export function checkCount(where: string, name: string, value: number | undefined) {
  if (value === undefined) return value;
  if ((value > 0 && value < 1) || (Number.isSafeInteger(value) && value >= 1)) return value;
  throw new ParameterError(
    `${where}: ${name} must be an integer >= 1 or a share between 0 and 1, got ${describeValue(value)}`,
  );
}

/** So many of n features: half of them by default. */
export function countOf(value: number | undefined, n: number): number {
  if (value === undefined) return Math.floor(n / 2);
  return value < 1 ? Math.floor(value * n) : value;
}
