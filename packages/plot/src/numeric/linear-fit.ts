import { tCritical } from "./student-t";

/** A straight line through points, and how sure it is. */
export interface LinearFit {
  readonly slope: number;
  readonly intercept: number;
  /** The share of the variance of y that the line explains. */
  readonly r2: number;
  at(x: number): number;
  /** Half the width of the band in which the true mean of y at x lies with the given confidence. */
  halfWidth(x: number, confidence: number): number;
}

/**
 * The line of least squares, y = a + bx. The mean of y at x lies within t·s·√(1/n + (x − x̄)²/Σ(xᵢ − x̄)²) of it, where
 * t is Student's with n − 2 degrees of freedom and s² the residuals' mean square. Of two points the width is NaN.
 */
export function linearFit(x: readonly number[], y: readonly number[]): LinearFit {
  const n = x.length;
  const xMean = x.reduce((sum, value) => sum + value, 0) / n;
  const yMean = y.reduce((sum, value) => sum + value, 0) / n;
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [dx, dy] = [x[i]! - xMean, y[i]! - yMean];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const slope = xy / xx;
  const at = (value: number) => yMean + slope * (value - xMean);
  const rest = x.reduce((sum, value, i) => sum + (y[i]! - at(value)) ** 2, 0);
  const s = Math.sqrt(rest / (n - 2));
  const halfWidth = (value: number, confidence: number) =>
    n < 3
      ? Number.NaN
      : tCritical(confidence, n - 2) * s * Math.sqrt(1 / n + (value - xMean) ** 2 / xx);
  return { slope, intercept: yMean - slope * xMean, r2: 1 - rest / yy, at, halfWidth };
}
