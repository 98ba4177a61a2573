import type { Targets } from "../base/inputs";
import type { TweedieOptions } from "./mean-tweedie-deviance";
import { checkScored, sharesKept, weightedMeans } from "./regression";
import { tweedie } from "./tweedie";

/**
 * The share of the Tweedie deviance that predictions save: 1 − deviance(ŷ) / deviance(the mean of y). 1 is perfect, 0 is
 * as good as the mean; NaN for a single row. Power 0 is `r2Score`.
 *
 * @param yTrue shape (nSamples,)
 * @param yPred shape (nSamples,)
 * @throws ShapeError unless both have one shape and one target; ValueError for values that are no finite numbers, or that the distribution does not have (0 <= power: ŷ > 0 unless power is 0; 1 <= power < 2: y >= 0; power >= 2: y > 0); ParameterError for a power between 0 and 1.
 * @see Hastie, Tibshirani and Wainwright (2015), Statistical Learning with Sparsity, section 3.5.
 * @example
 * ```ts
 * d2TweedieScore([0.5, 1, 2.5, 7], [1, 1, 5, 3.5], { power: 1 }).toFixed(4); // → 0.4879
 * ```
 */
export function d2TweedieScore(
  yTrue: Targets,
  yPred: Targets,
  { power = 0, sampleWeight }: TweedieOptions = {},
): number {
  const where = "d2TweedieScore";
  const lost = tweedie(where, [yTrue, yPred], power, sampleWeight);
  const scored = checkScored(where, yTrue, yPred, sampleWeight);
  if (scored.nSamples < 2) return Number.NaN;
  const mean = weightedMeans(scored, (y) => y)[0]!;
  const constant = scored.yTrue.map(() => mean);
  const total = tweedie(where, [scored.yTrue, constant], power, sampleWeight);
  return sharesKept([lost], [total])[0]!;
}
