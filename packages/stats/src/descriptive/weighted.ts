import { checkFinite, ValueError } from "@gradus/core";
import { readSample, type Sample, total } from "../hypothesis/samples";
import { readWeights, type Weights } from "./weights";

/**
 * The mean Σwx/Σw, as NumPy's `average`.
 * @throws ShapeError unless there are as many weights as numbers; ValueError for an empty sample, numbers that are not
 * finite, weights below 0 or all 0.
 * @example
 * ```ts
 * weightedMean([1, 2], [3, 1]); // → 1.25
 * ```
 */
export function weightedMean(data: Sample, weights: Weights): number {
  const x = readSample("weightedMean", "data", data);
  return meanOf(x, readWeights("weightedMean", "weights", weights, x.length));
}

/**
 * The variance Σw(x − m)²/(Σw − ddof) about the weighted mean m, as statsmodels' `DescrStatsW`. With weights that count
 * how often a number was observed, ddof = 1 gives the variance of the sample so written out.
 * @param options `ddof`, default 0
 * @throws ShapeError unless there are as many weights as numbers; ValueError for an empty sample, numbers that are not
 * finite, weights below 0, or that add up to no more than ddof; ParameterError for a ddof that is not finite.
 * @example
 * ```ts
 * weightedVariance([1, 3], [1, 3]); // → 0.75
 * weightedVariance([1, 3], [1, 3], { ddof: 1 }); // → 1
 * ```
 */
export function weightedVariance(
  data: Sample,
  weights: Weights,
  { ddof = 0 }: { readonly ddof?: number } = {},
): number {
  const where = "weightedVariance";
  checkFinite(where, "ddof", ddof);
  const x = readSample(where, "data", data);
  const w = readWeights(where, "weights", weights, x.length);
  const divisor = total(w) - ddof;
  if (!(divisor > 0))
    throw new ValueError(`${where}: expected weights that leave more than ${ddof}`);
  const mean = meanOf(x, w);
  return total(x, (value, i) => w[i]! * (value - mean) ** 2) / divisor;
}

function meanOf(x: Float64Array, w: Float64Array): number {
  const sum = total(w);
  const rough = total(x, (value, i) => w[i]! * value) / sum;
  return rough + total(x, (value, i) => w[i]! * (value - rough)) / sum;
}
