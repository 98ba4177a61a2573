import { checkFinite, checkInteger, checkNonNegative } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { type GeneratorOptions, matrix, rowOrder, seeded } from "./support";

/** How `makeRegression` draws. */
export interface RegressionOptions extends GeneratorOptions {
  /** The number of features. Default 100. */
  readonly nFeatures?: number;
  /** How many of them the target depends on. Default 10, or all if there are fewer. */
  readonly nInformative?: number;
  /** What the target is when all features are 0. Default 0. */
  readonly bias?: number;
  /** The standard deviation of the noise in the target. Default 0. */
  readonly noise?: number;
}

/**
 * A linear relation with known coefficients: X ~ N(0, 1), y = X · coef + bias + N(0, noise²).
 *
 * The coefficients of the informative features are uniform between 0 and 100, the others 0. Parameters and
 * distribution are those of scikit-learn's `make_regression` with one target and without `effective_rank`; the
 * numbers of a seed are not.
 *
 * @returns X (nSamples, nFeatures), y (nSamples,) and coef (nFeatures,)
 * @throws ParameterError for a number out of its range.
 * @example
 * ```ts
 * const { X, y, coef } = makeRegression({ nSamples: 20, nFeatures: 3, bias: 5 });
 * X.matmul(coef).add(5).sub(y).abs().max().item() < 1e-12; // → true
 * ```
 */
export function makeRegression({
  nSamples = 100,
  nFeatures = 100,
  nInformative = 10,
  bias = 0,
  noise = 0,
  shuffle = true,
  seed = 0,
}: RegressionOptions = {}): { readonly X: Tensor; readonly y: Tensor; readonly coef: Tensor } {
  checkInteger("makeRegression", "nSamples", nSamples, 1);
  checkInteger("makeRegression", "nFeatures", nFeatures, 1);
  checkInteger("makeRegression", "nInformative", nInformative);
  checkFinite("makeRegression", "bias", bias);
  checkNonNegative("makeRegression", "noise", noise);
  const random = seeded("makeRegression", seed);
  const places = rowOrder("makeRegression", nFeatures, shuffle, random);
  const coef = new Float64Array(nFeatures);
  for (const place of places.subarray(0, nInformative)) coef[place] = random.uniform(0, 100);
  const rows = Array.from({ length: nSamples }, () =>
    Float64Array.from({ length: nFeatures }, () => random.normal()),
  );
  const y = Float64Array.from(rows, (row) => {
    const signal = row.reduce((sum, x, j) => sum + x * coef[j]!, bias);
    return noise === 0 ? signal : signal + random.normal(0, noise);
  });
  // The rows are independent and alike: their order is random already.
  return {
    X: matrix(
      rows,
      y.map((_, i) => i),
      nFeatures,
    ),
    y: tensor(y),
    coef: tensor(coef),
  };
}
