import { checkInteger, checkNonNegative } from "@gradus/core";
import { type GeneratorOptions, type LabelledPoints, seeded, twoCurves } from "./support";

/** How `makeMoons` draws. */
export interface MoonsOptions extends GeneratorOptions {
  /** The standard deviation of the noise that is added to both coordinates. Default 0. */
  readonly noise?: number;
}

/**
 * Two half moons that reach into each other: (cos t, sin t) of class 0 and (1 − cos t, ½ − sin t) of class 1, for
 * equally spaced t from 0 to π. No line separates them.
 *
 * Parameters and distribution are those of scikit-learn's `make_moons`; the noise of a seed is not.
 *
 * @returns X (nSamples, 2) and y (nSamples,); class 0 has half of the points, rounded down
 * @throws ParameterError if `nSamples` is below 2 or `noise` below 0.
 * @example
 * ```ts
 * makeMoons({ nSamples: 4, shuffle: false }).y.toArray(); // → [0, 0, 1, 1]
 * ```
 */
export function makeMoons({
  nSamples = 100,
  noise = 0,
  shuffle = true,
  seed = 0,
}: MoonsOptions = {}): LabelledPoints {
  checkInteger("makeMoons", "nSamples", nSamples, 2);
  checkNonNegative("makeMoons", "noise", noise);
  const random = seeded("makeMoons", seed);
  return twoCurves({ where: "makeMoons", nSamples, noise, shuffle, random }, (label, k, n) => {
    const t = n === 1 ? 0 : (Math.PI * k) / (n - 1);
    return label === 0 ? [Math.cos(t), Math.sin(t)] : [1 - Math.cos(t), 0.5 - Math.sin(t)];
  });
}
