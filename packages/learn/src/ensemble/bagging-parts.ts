import type { Tensor } from "@gradus/tensor";
import { fitCopy, type InnerPredictor } from "../base/inner";
import type { Targets } from "../base/inputs";
import type { Labels } from "../base/labels";
import { takeRows } from "../model-selection/rows";
import { type Draw, innerSeed } from "./bagging-draws";

/** A copy that was fitted on some rows and features. */
export interface Part<E extends InnerPredictor = InnerPredictor> {
  readonly model: E;
  readonly features: Int32Array;
  readonly rows: Int32Array;
}

/** Fits a copy of an estimator on what each draw says; one with an option `seed` gets one of its own. */
export function fitParts<E extends InnerPredictor>(
  estimator: E,
  X: Tensor,
  y: Targets | Labels,
  draws: readonly Draw[],
): Part<E>[] {
  const hasSeed = Object.hasOwn(estimator.getParams(), "seed");
  return draws.map(({ rows, features, seed }) => {
    const own = hasSeed ? (estimator.withParams({ seed: innerSeed(seed) }) as E) : estimator;
    const seen = takeFeatures(X.take(rows, 0), features);
    return { model: fitCopy(own, seen, takeRows(y, rows), undefined), features, rows };
  });
}

/** Some of the features, in the order given. */
export function takeFeatures(X: Tensor, features: Int32Array): Tensor {
  const isAll = features.length === X.shape[1] && features.every((feature, j) => feature === j);
  return isAll ? X : X.take(features, 1);
}

/** The rows that a part has not seen. */
export function leftOut({ rows }: Part, n: number): Int32Array {
  const seen = new Uint8Array(n);
  for (const row of rows) seen[row] = 1;
  return Int32Array.from({ length: n }, (_, i) => i).filter((i) => seen[i] === 0);
}
