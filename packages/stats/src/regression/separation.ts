import type { Design } from "./design";

/** What a result says where {@link separates} holds. */
export const SEPARATION =
  "complete separation: the columns of X tell every 0 from every 1, so that no finite coefficients are the most likely ones";

/**
 * Whether fitted probabilities put every 0 below every 1 (without a constant in X: on their sides of ½). Coefficients
 * that do so can be multiplied by any number > 1 and become more likely: there is no most likely one.
 */
export function separates({ y, hasConstant }: Design, probabilities: Float64Array): boolean {
  let [highest, lowest] = hasConstant ? [-1, 2] : [0.5, 0.5];
  for (let i = 0; i < y.length; i++) {
    const p = probabilities[i]!;
    if (y[i] === 0) highest = Math.max(highest, p);
    else if (y[i] === 1) lowest = Math.min(lowest, p);
    else return false;
  }
  return hasConstant ? highest < lowest : highest === 0.5 && lowest === 0.5;
}
