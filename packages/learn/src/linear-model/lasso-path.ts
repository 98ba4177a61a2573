import type { Targets } from "../base/inputs";
import type { AnyMatrix } from "../base/sparse-inputs";
import { type EnetPath, type EnetPathOptions, elasticPath } from "./enet-path";

/** The options of `lassoPath`. */
export type LassoPathOptions = Omit<EnetPathOptions, "l1Ratio">;

/**
 * The weights of a lasso for one target and each of several strengths of the penalty, each search starting where the one
 * before ended. There is no intercept: centre X and y first. X may be a `SparseTensor`.
 *
 * @throws ParameterError for options that cannot be; ShapeError and ValueError as `Lasso.fit`.
 * @see Friedman, Hastie and Tibshirani (2010), J. Stat. Software 33(1), 1–22.
 * @example
 * ```ts
 * const { coefs } = lassoPath([[-1], [0], [1]], [-2, 0, 2], { alphas: 3 });
 * coefs.mul(100).round().toArray(); // → [[0, 194, 200]]
 * ```
 */
export function lassoPath(X: AnyMatrix, y: Targets, options: LassoPathOptions = {}): EnetPath {
  return elasticPath("lassoPath", [X, y], { ...options, l1Ratio: 1 });
}
