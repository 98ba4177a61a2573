import { checkFinite, ValueError } from "@gradus/core";
import { corrcoef, cov, isTensor, type Tensor, tensor } from "@gradus/tensor";
import { type DesignMatrix, readMatrix } from "../regression/design";
import { readWeights, type Weights } from "./weights";

/** How much each observation counts in {@link covariance} and {@link correlationMatrix}. */
export interface ObservationWeights {
  /** How often each observation was made, NumPy's `fweights`: it counts as that many rows. */
  readonly frequencyWeights?: Weights;
  /** How much each observation matters relative to the others, NumPy's `aweights`. */
  readonly weights?: Weights;
}

/** What {@link covariance} can be told. */
export interface CovarianceOptions extends ObservationWeights {
  /** What is taken from the number of observations before dividing. Default 1. */
  readonly ddof?: number;
}

/**
 * The covariance matrix of the columns of X: Σ (x − mean)(y − mean)ᵀ / (n − ddof). With frequency weights fᵢ and
 * weights aᵢ the sum and the means are weighted by wᵢ = fᵢ·aᵢ, and the divisor is Σw − ddof·Σ(w·a)/Σw, as in NumPy's
 * `cov`. Differentiable in X if X is a floating tensor and no weights are given.
 *
 * @param X one row an observation, one column a variable, shape (n, k)
 * @returns shape (k, k)
 * @throws ShapeError unless X has two axes and the weights its number of rows; ValueError for numbers that are not
 * finite, weights below 0, or too few observations for `ddof`; ParameterError for a `ddof` that is not finite.
 * @example
 * ```ts
 * covariance([[1, 3], [2, 2], [3, 1]]).toArray(); // → [[1, -1], [-1, 1]]
 * covariance([[1], [4]], { ddof: 0, weights: [2, 1] }).toArray(); // → [[2]]
 * ```
 */
export function covariance(X: DesignMatrix, options: CovarianceOptions = {}): Tensor {
  return covarianceOf("covariance", X, options);
}

/**
 * The matrix of Pearson's correlations of the columns of X: their covariances divided by both standard deviations,
 * within ±1; NaN in the rows and columns of a variable that is constant.
 *
 * @param X one row an observation, one column a variable, shape (n, k)
 * @returns shape (k, k)
 * @throws ShapeError, ValueError as {@link covariance}; at least 2 observations are needed.
 * @example
 * ```ts
 * correlationMatrix([[1, 6], [2, 4], [3, 2]]).toArray(); // → [[1, -1], [-1, 1]]
 * ```
 */
export function correlationMatrix(X: DesignMatrix, options: ObservationWeights = {}): Tensor {
  const where = "correlationMatrix";
  const { weights, frequencyWeights } = options;
  if (!weights && !frequencyWeights) {
    const { n, x } = observations(where, X);
    if (n < 2) throw new ValueError(`${where}: expected at least 2 observations, got ${n}`);
    return corrcoef(x, { rowVariables: false });
  }
  // Any divisor does: it cancels.
  const C = covarianceOf(where, X, { ...options, ddof: 0 });
  const k = C.shape[0]!;
  const deviations = C.reshape([k * k])
    .slice([null, null, k + 1])
    .sqrt();
  return C.div(deviations.unsqueeze(1)).div(deviations).clip(-1, 1);
}

function covarianceOf(where: string, X: DesignMatrix, options: CovarianceOptions): Tensor {
  const { ddof = 1, weights, frequencyWeights } = options;
  checkFinite(where, "ddof", ddof);
  const { n, x } = observations(where, X);
  if (!weights && !frequencyWeights) {
    if (n <= ddof)
      throw new ValueError(`${where}: expected more than ${ddof} observations, got ${n}`);
    return cov(x, { rowVariables: false, ddof });
  }
  const f = frequencyWeights && readWeights(where, "frequencyWeights", frequencyWeights, n);
  if (f && !f.every(Number.isInteger)) {
    throw new ValueError(`${where}: expected integers in frequencyWeights`);
  }
  const a = weights && readWeights(where, "weights", weights, n);
  const w = Float64Array.from({ length: n }, (_, i) => (f?.[i] ?? 1) * (a?.[i] ?? 1));
  const sum = w.reduce((s, value) => s + value, 0);
  const taken = a ? w.reduce((s, value, i) => s + value * a[i]!, 0) / sum : 1;
  const divisor = sum - ddof * taken;
  if (!(divisor > 0)) {
    throw new ValueError(`${where}: expected weights that leave more than ddof = ${ddof}`);
  }
  const column = tensor(w, { shape: [n, 1] });
  const centred = x.sub(x.mul(column).sum(0).div(sum));
  return centred.transpose().matmul(centred.mul(column)).div(divisor);
}

function observations(where: string, X: DesignMatrix): { readonly n: number; readonly x: Tensor } {
  const { values, n, k } = readMatrix(where, X);
  const isFloating = isTensor(X) && (X.dtype === "float64" || X.dtype === "float32");
  return { n, x: isFloating ? X : tensor(values, { shape: [n, k] }) };
}
