import { ShapeError, ValueError } from "@gradus/core";

/**
 * The area under a curve by the trapezoidal rule: Σ (xᵢ₊₁ − xᵢ)(yᵢ + yᵢ₊₁) / 2.
 *
 * @param x only rising, or only falling
 * @throws ShapeError unless x and y have the same length, two points or more; ValueError if x turns round.
 * @example
 * ```ts
 * auc([0, 0.5, 1], [0, 1, 1]); // → 0.75
 * ```
 */
export function auc(x: ArrayLike<number>, y: ArrayLike<number>): number {
  if (x.length !== y.length || x.length < 2) {
    throw new ShapeError(
      `auc: expected as many x as y, at least two, got ${x.length} and ${y.length}`,
    );
  }
  let [area, rises, falls] = [0, false, false];
  for (let i = 1; i < x.length; i++) {
    const step = x[i]! - x[i - 1]!;
    rises ||= step > 0;
    falls ||= step < 0;
    area += (step * (y[i]! + y[i - 1]!)) / 2;
  }
  if (rises && falls) throw new ValueError("auc: expected x to rise or fall only, got both");
  return falls ? -area : area;
}
