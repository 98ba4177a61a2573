/** A loss of a linear model's scores whose slope has a slope of its own, almost everywhere. */
export interface ScoreLoss {
  /** @returns the sum over all rows; fills in the first and the second derivative of each row's loss */
  evaluate(scores: Float64Array, slopes: Float64Array, curvatures: Float64Array): number;
}

/** Σ upperᵢ · max(0, 1 − signᵢ·scoreᵢ)² */
export function squaredHinge(sign: ArrayLike<number>, upper: Float64Array): ScoreLoss {
  return {
    evaluate(scores, slopes, curvatures) {
      let sum = 0;
      for (let i = 0; i < scores.length; i++) {
        const lack = Math.max(0, 1 - sign[i]! * scores[i]!);
        sum += upper[i]! * lack * lack;
        slopes[i] = -2 * upper[i]! * sign[i]! * lack;
        curvatures[i] = lack > 0 ? 2 * upper[i]! : 0;
      }
      return sum;
    },
  };
}

/** Σ upperᵢ · max(0, |yᵢ − scoreᵢ| − ε)² */
export function squaredTube(y: Float64Array, upper: Float64Array, epsilon: number): ScoreLoss {
  return {
    evaluate(scores, slopes, curvatures) {
      let sum = 0;
      for (let i = 0; i < scores.length; i++) {
        const error = scores[i]! - y[i]!;
        const excess = Math.max(0, Math.abs(error) - epsilon);
        sum += upper[i]! * excess * excess;
        slopes[i] = 2 * upper[i]! * Math.sign(error) * excess;
        curvatures[i] = excess > 0 ? 2 * upper[i]! : 0;
      }
      return sum;
    },
  };
}
