import type { LeastSquares } from "./least-squares";

/**
 * How the covariance of the coefficients is estimated: "nonrobust" supposes errors of one variance; the others do not
 * (heteroscedasticity-consistent, after White), HC0 plainly, HC1 with n/(n − k), HC2 and HC3 by each row's leverage.
 */
export type CovType = "nonrobust" | "HC0" | "HC1" | "HC2" | "HC3";

export const COV_TYPES: readonly CovType[] = ["nonrobust", "HC0", "HC1", "HC2", "HC3"];

/**
 * Σᵢ pᵢpᵢᵀ·eᵢ², the sandwich around squared residuals, where p is the pseudo-inverse of the (weighted) X.
 *
 * @param X the weighted X, row by row
 * @param residuals the weighted residuals
 * @see MacKinnon and White (1985), Some Heteroskedasticity-Consistent Covariance Matrix Estimators, J. Econometrics 29.
 */
export function robustCovariance(
  type: Exclude<CovType, "nonrobust">,
  { pseudoInverse, rank }: LeastSquares,
  X: Float64Array,
  residuals: Float64Array,
): Float64Array {
  const n = residuals.length;
  const k = X.length / n;
  const scale = residuals.map((e, i) => {
    if (type === "HC0") return e * e;
    if (type === "HC1") return (e * e * n) / (n - rank);
    let leverage = 0;
    for (let j = 0; j < k; j++) leverage += X[i * k + j]! * pseudoInverse[j * n + i]!;
    return (e * e) / (1 - leverage) ** (type === "HC2" ? 1 : 2);
  });
  const out = new Float64Array(k * k);
  for (let a = 0; a < k; a++) {
    for (let b = 0; b < k; b++) {
      let sum = 0;
      for (let i = 0; i < n; i++) {
        sum += pseudoInverse[a * n + i]! * pseudoInverse[b * n + i]! * scale[i]!;
      }
      out[a * k + b] = sum;
    }
  }
  return out;
}
