import { checkBetween, checkInteger, checkNonNegative } from "@gradus/core";
import { type GeneratorOptions, type LabelledPoints, seeded, twoCurves } from "./support";

/** How `makeCircles` draws. */
export interface CirclesOptions extends GeneratorOptions {
  /** The standard deviation of the noise that is added to both coordinates. Default 0. */
  readonly noise?: number;
  /** The inner circle's radius; the outer one's is 1. From 0 to 1. Default 0.8. */
  readonly factor?: number;
}

/**
 * A circle of radius 1 (class 0) around one of radius `factor` (class 1), with equally spaced points.
 *
 * Parameters and distribution are those of scikit-learn's `make_circles`; the noise of a seed is not.
 *
 * @returns X (nSamples, 2) and y (nSamples,); class 0 has half of the points, rounded down
 * @throws ParameterError if `nSamples` is below 2, `noise` below 0, or `factor` outside 0 to 1.
 * @example
 * ```ts
 * const { X } = makeCircles({ nSamples: 8, shuffle: false, factor: 0.5 });
 * X.square().sum(1).sqrt().toArray(); // → [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5]
 * ```
 */
export function makeCircles({
  nSamples = 100,
  noise = 0,
  factor = 0.8,
  shuffle = true,
  seed = 0,
}: CirclesOptions = {}): LabelledPoints {
  checkInteger("makeCircles", "nSamples", nSamples, 2);
  checkNonNegative("makeCircles", "noise", noise);
  checkBetween("makeCircles", "factor", factor, [0, 1]);
  const random = seeded("makeCircles", seed);
  return twoCurves({ where: "makeCircles", nSamples, noise, shuffle, random }, (label, k, n) => {
    const t = (2 * Math.PI * k) / n;
    const radius = label === 0 ? 1 : factor;
    return [radius * Math.cos(t), radius * Math.sin(t)];
  });
}
