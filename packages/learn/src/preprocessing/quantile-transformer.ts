import { checkInteger, checkOneOf, ParameterError, RandomState } from "@gradus/core";
import { ndtr, ndtri } from "@gradus/stats";
import { fromWriter, type Tensor, tensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import { checkFeatures } from "../base/features";
import { checkMatrix, type Matrix } from "../base/inputs";
import { anySeed, checkSeed } from "../base/seeds";
import { presentColumns, sortedQuantile } from "./column-statistics";
import { interpolate, lastAtMost } from "./interpolate";

/** The options of `QuantileTransformer`. */
export interface QuantileTransformerOptions {
  /** How many quantiles are learned; never more than there are rows. Default 1000. */
  readonly nQuantiles?: number;
  /** How the results are spread: "uniform" over [0, 1], or as the standard normal. Default "uniform". */
  readonly outputDistribution?: "uniform" | "normal";
  /** Learn from so many rows, drawn at random, if there are more. Default 10,000. */
  readonly subsample?: number;
  /** The same seed draws the same rows, in scikit-learn too. Default another one each time. */
  readonly seed?: number | undefined;
}

interface FittedQuantiles {
  /** Shape (nQuantiles, nFeatures). */
  readonly quantiles: Tensor;
}

const allowMissing = true;
/** As near as values may come to the ends before they count as the ends. */
const MARGIN = 1e-7;
const LOWEST = ndtri(MARGIN - Number.EPSILON);
const HIGHEST = ndtri(1 - (MARGIN - Number.EPSILON));

/**
 * Spreads each feature evenly, or normally, by the ranks of its values: x becomes the share of the values
 * of `fit` below it, linear between quantiles.
 *
 * It does not mind outliers or any monotone change of units, but loses how far apart values are. Values
 * beyond those of `fit` become the ends. A missing value (NaN) stays one.
 *
 * @example
 * ```ts
 * const X = [[1], [2], [4], [8], [1000]];
 * new QuantileTransformer().fitTransform(X).data().join(" "); // → 0 0.25 0.5 0.75 1
 * ```
 */
export class QuantileTransformer extends BaseTransformer<
  QuantileTransformerOptions,
  FittedQuantiles
> {
  static override readonly typeName: string = "QuantileTransformer";
  readonly nQuantiles: number;
  readonly outputDistribution: "uniform" | "normal";
  readonly subsample: number;
  readonly seed: number | undefined;

  /** @throws ParameterError unless the numbers are integers >= 1, nQuantiles <= subsample, and the distribution known. */
  constructor({
    nQuantiles = 1000,
    outputDistribution = "uniform",
    subsample = 10_000,
    seed,
  }: QuantileTransformerOptions = {}) {
    super();
    const where = "QuantileTransformer";
    this.nQuantiles = checkInteger(where, "nQuantiles", nQuantiles, 1);
    const known = ["uniform", "normal"] as const;
    this.outputDistribution = checkOneOf(where, "outputDistribution", outputDistribution, known);
    this.subsample = checkInteger(where, "subsample", subsample, 1);
    if (nQuantiles > subsample) {
      throw new ParameterError(
        `${where}: nQuantiles must be at most subsample, ${subsample}, got ${nQuantiles}`,
      );
    }
    this.seed = checkSeed(where, seed);
    Object.freeze(this);
  }

  /**
   * Learns each feature's quantiles. A second call forgets the first.
   *
   * @param X features, shape (nSamples, nFeatures); NaN is a missing value
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for infinite values.
   */
  fit(X: Matrix): this {
    const { X: read, names } = checkMatrix("QuantileTransformer.fit", X, { allowMissing });
    const [nSamples, nFeatures] = read.shape as [number, number];
    const nQuantiles = Math.min(this.nQuantiles, nSamples);
    const shares = sharesOf(nQuantiles);
    const sorted = presentColumns(read, this.#drawn(nSamples)).map((column) => column.sort());
    const quantiles = fromWriter([nQuantiles, nFeatures], "float64", (out) => {
      sorted.forEach((column, j) => {
        let last = Number.NEGATIVE_INFINITY;
        shares.forEach((share, q) => {
          // Rounding must not make quantiles fall.
          // By way of percents, as scikit-learn does: among ties the last bit decides.
          const value = sortedQuantile(column, (share * 100) / 100);
          last = value < last ? last : value;
          out[q * nFeatures + j] = last;
        });
      });
    });
    return this.keep({ quantiles, nFeaturesIn: nFeatures, featureNamesIn: names });
  }

  /**
   * The shares, or the normal quantiles of them, float64 of the shape of X.
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit` and for infinite values.
   */
  transform(X: Matrix): Tensor {
    const isNormal = this.outputDistribution === "normal";
    const margin = isNormal ? MARGIN : 0;
    return this.#mapped("transform", X, (x, quantiles, shares) => {
      const share = shareOf(x, quantiles, shares, margin);
      return isNormal ? Math.max(LOWEST, Math.min(HIGHEST, ndtri(share))) : share;
    });
  }

  /** The features in their own units again. @throws as `transform`. */
  inverseTransform(Z: Matrix): Tensor {
    const isNormal = this.outputDistribution === "normal";
    const margin = isNormal ? MARGIN : 0;
    return this.#mapped("inverseTransform", Z, (z, quantiles, shares) => {
      const share = isNormal ? ndtr(z) : z;
      if (share <= margin) return quantiles[0]!;
      if (share >= 1 - margin) return quantiles.at(-1)!;
      return interpolate(share, shares, quantiles);
    });
  }

  /** The learned quantiles, shape (nQuantiles, nFeatures). @throws NotFittedError before `fit`. */
  get quantiles(): Tensor {
    return this.learned("quantiles").quantiles;
  }

  /** The shares that the quantiles belong to, from 0 to 1. @throws NotFittedError before `fit`. */
  get references(): Tensor {
    return tensor(sharesOf(this.learned("references").quantiles.shape[0]!));
  }

  #drawn(nSamples: number): Int32Array | undefined {
    if (nSamples <= this.subsample) return undefined;
    const random = new RandomState(this.seed ?? anySeed());
    return random.permutation(nSamples).slice(0, this.subsample);
  }

  #mapped(
    method: string,
    X: Matrix,
    f: (x: number, quantiles: Float64Array, shares: Float64Array) => number,
  ): Tensor {
    const fitted = this.learned(method);
    const read = checkFeatures(`QuantileTransformer.${method}`, X, fitted, { allowMissing });
    const [nRows, nColumns] = read.shape as [number, number];
    const columns = presentColumns(fitted.quantiles);
    const shares = sharesOf(fitted.quantiles.shape[0]!);
    const x = read.data();
    return fromWriter([nRows, nColumns], "float64", (out) => {
      for (let at = 0; at < x.length; at++) {
        const quantiles = columns[at % nColumns]!;
        const isMissing = Number.isNaN(x[at]) || quantiles.length === 0;
        out[at] = isMissing ? Number.NaN : f(x[at]!, quantiles, shares);
      }
    });
  }
}

/** n shares from 0 to 1, to the last bit those of NumPy's linspace; a single one is 0. */
function sharesOf(n: number): Float64Array {
  const step = 1 / (n - 1);
  return Float64Array.from({ length: n }, (_, q) =>
    q > 0 && q === n - 1 ? 1 : n === 1 ? 0 : q * step,
  );
}

function shareOf(x: number, quantiles: Float64Array, shares: Float64Array, margin: number): number {
  const isLow = margin > 0 ? x - margin < quantiles[0]! : x <= quantiles[0]!;
  if (isLow) return 0;
  const top = quantiles.at(-1)!;
  const isHigh = margin > 0 ? x + margin > top : x >= top;
  if (isHigh) return 1;
  const k = lastAtMost(x, quantiles);
  if (quantiles[k] !== x) return interpolate(x, quantiles, shares, k);
  // Where several quantiles are one value, the middle of their shares.
  let first = k;
  while (first > 0 && quantiles[first - 1] === x) first--;
  return (shares[first]! + shares[k]!) / 2;
}
