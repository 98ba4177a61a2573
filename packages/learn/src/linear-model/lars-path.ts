import { checkInteger, checkNonNegative, checkOneOf, ShapeError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { checkSupervised, type Matrix, type Targets } from "../base/inputs";
import { type LeastAnglePath, leastAngle } from "./least-angle";

/** The options of `larsPath`. */
export interface LarsPathOptions {
  /** "lasso" gives the lasso's path: a feature whose weight would cross 0 is taken out. Default "lar". */
  readonly method?: "lar" | "lasso";
  /** The most steps. Default 500. */
  readonly maxIter?: number;
  /** Where the path ends. Default 0, least squares. */
  readonly alphaMin?: number;
}

/** The corners of a path on which the weights run straight. */
export interface LarsPath {
  /** The largest correlation with the residuals over the number of rows at each corner, descending. */
  readonly alphas: Float64Array;
  /** The active features at the end, in the order in which they came in. */
  readonly active: Int32Array;
  /** The weights at each corner, shape (nFeatures, nCorners). */
  readonly coefs: Tensor;
  /** How many steps were taken. */
  readonly nIter: number;
}

/**
 * Least-angle regression: the weights from 0 to least squares, for one target. Features join one by one, each when it is
 * as much correlated with the residuals as those before it, and all active ones move so that this stays so. With the
 * method "lasso" the corners are those of the lasso, whose whole path costs about as much as one least-squares fit.
 *
 * There is no intercept: centre X and y first. The path of "lar" always ends at least squares; that of scikit-learn 1.9
 * can miss it where a weight crosses 0, since it turns the sign of the feature then.
 *
 * @throws ParameterError for options that cannot be; ShapeError for several targets; ShapeError and ValueError as
 *   `Lars.fit`.
 * @see Efron, Hastie, Johnstone and Tibshirani (2004), Least angle regression, The Annals of Statistics 32(2), 407–499.
 * @example
 * ```ts
 * const { active, coefs } = larsPath([[-1, 1], [0, -2], [1, 1]], [-2, 0.5, 2]);
 * [...active]; // → [0, 1]
 * coefs.shape; // → [2, 3]
 * ```
 */
export function larsPath(X: Matrix, y: Targets, options: LarsPathOptions = {}): LarsPath {
  const where = "larsPath";
  const { method = "lar", maxIter = 500, alphaMin = 0 } = options;
  checkOneOf(where, "method", method, ["lar", "lasso"]);
  checkInteger(where, "maxIter", maxIter, 1);
  checkNonNegative(where, "alphaMin", alphaMin);
  const { X: read, Y } = checkSupervised(where, X, y);
  if (Y.shape[1] !== 1) {
    throw new ShapeError(`${where}: expected one target, got ${Y.shape[1]}`);
  }
  const data = {
    gram: read.transpose().matmul(read).data() as Float64Array,
    correlations: read.transpose().matmul(Y).data() as Float64Array,
    total: read.shape[0]!,
  };
  const path = leastAngle(where, data, { method, maxIter, alphaMin });
  return {
    alphas: Float64Array.from(path.alphas),
    active: Int32Array.from(path.active),
    coefs: cornersTensor(path),
    nIter: path.nIter,
  };
}

/** The weights at the corners, shape (nFeatures, nCorners). */
export function cornersTensor({ coefs }: LeastAnglePath): Tensor {
  const [nCorners, nFeatures] = [coefs.length, coefs[0]!.length];
  const values = Float64Array.from({ length: nCorners * nFeatures }, (_, at) => {
    return coefs[at % nCorners]![Math.floor(at / nCorners)]!;
  });
  return tensor(values, { shape: [nFeatures, nCorners] });
}
