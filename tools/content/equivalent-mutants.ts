/**
 * Changes of a solution that its check cannot notice, since they change nothing that matters:
 * topic/exercise → change (as `mutate` names it) → the reason.
 */
export const equivalentMutants: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "vectors/most-alike": {
    "line 5: X.mean(0) → X":
      "the mean goes into both sides of a difference, which is the same whatever is subtracted",
  },
  "file-handling/csv-line": {
    'line 4: /[",\\r\\n]/.test(field) → /[",\\r\\n]/':
      "then every field stands in quotes, and one that needs none reads the same with them",
  },
  "missing-values/nearest-rows": {
    "line 9: distance(row, a) → distance(a, row)": "a is as far from b as b from a",
    "line 9: distance(row, b) → distance(b, row)": "a is as far from b as b from a",
    "line 23: 1 → 2": "every distance is halved, and only their order counts",
  },
  "convex-optimization/byte-budget": {
    "line 13: > → >=": "a picture that gets exactly nothing gets it among the others as well",
  },
  "jacobians-and-hessians/kind-of-place": {
    "line 8: > → >=":
      "a curvature exactly at the limit is for rounding to decide, so no case has one",
    "line 9: < → <=":
      "a curvature exactly at the limit is for rounding to decide, so no case has one",
  },
  "singular-value-decomposition/enough-layers": {
    "line 6: + → -": "both sums change their sign, and only their ratio counts",
    "line 8: > → >=": "an error exactly at the share is for rounding to decide, so no case has one",
  },
  "probability-distributions/capacity": {
    "line 6: > → >=":
      "a tail exactly as large as the risk is for rounding to decide, so no case has one",
  },
  "probability-distributions/quantile": {
    "line 4: > → >=": "an interval of exactly this length is halved once more, or is not",
    "line 6: < → <=": "where the middle is the quantile itself, either half ends at it",
  },
  "regression/pinball": {
    "line 5: Math.max(q * residual, (q - 1) * residual) → Math.max((q - 1) * residual, q * residual)":
      "the larger of two numbers does not depend on their order",
  },
  "regularization/ridge": {
    "line 7: y.sub(y.mean()) → y": "the columns of Xc add up to 0, so that Xcᵀ·mean is 0",
  },
  "regularization/soft-threshold": {
    "line 3: Math.max(0, Math.abs(c) - alpha) → Math.max(Math.abs(c) - alpha, 0)":
      "the larger of two numbers does not depend on their order",
  },
  "feature-selection/backward": {
    "line 10: > → >=": "no two scores that are compared are equal, as the task says",
  },
};
