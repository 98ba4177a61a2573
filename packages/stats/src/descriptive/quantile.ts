import { ParameterError } from "@gradus/core";
import { type QuantileMethod, quantile as quantileAlong, tensor } from "@gradus/tensor";
import { readSample, type Sample } from "../hypothesis/samples";
import { readWeights, type Weights } from "./weights";

/** How {@link quantile} and {@link percentile} choose. */
export interface SampleQuantileOptions {
  /** NumPy's names for the nine methods of Hyndman and Fan and four more. Default "linear". */
  readonly method?: QuantileMethod;
  /** How much each number counts; only with the method "invertedCdf", as in NumPy. */
  readonly weights?: Weights;
}

/** Which shares: one, or several. */
export type Shares = number | readonly number[] | Float64Array;

/** A number for one share, an array for several. */
export type SampleQuantiles<Q extends Shares> = Q extends number ? number : Float64Array;

/**
 * The q-th quantile of a sample: the value below which a share q of the numbers lies, by any of NumPy's methods.
 *
 * @param q from 0 to 1, or several
 * @throws ParameterError for q outside 0 … 1, an unknown method, or weights with a method that takes none; ValueError
 * for a sample that is empty or not finite, or weights below 0; ShapeError for weights of another length.
 * @see Hyndman and Fan (1996), The American Statistician 50(4), 361–365.
 * @example
 * ```ts
 * quantile([1, 2, 3, 4], 0.4); // → 2.2
 * quantile([1, 2, 3, 4], 0.4, { method: "invertedCdf" }); // → 2
 * quantile([1, 2, 3, 4], [0.25, 0.75], { method: "weibull" }); // → Float64Array [1.25, 3.75]
 * ```
 */
export function quantile<Q extends Shares>(
  data: Sample,
  q: Q,
  options: SampleQuantileOptions = {},
): SampleQuantiles<Q> {
  return quantilesOf("quantile", data, q, { most: 1, ...options });
}

/**
 * Like {@link quantile}, with q from 0 to 100.
 * @throws ParameterError for q outside 0 … 100, an unknown method, or weights with a method that takes none;
 * ValueError for a sample that is empty or not finite, or weights below 0; ShapeError for weights of another length.
 * @example
 * ```ts
 * percentile([1, 2, 3, 4, 5], 25); // → 2
 * ```
 */
export function percentile<Q extends Shares>(
  data: Sample,
  q: Q,
  options: SampleQuantileOptions = {},
): SampleQuantiles<Q> {
  return quantilesOf("percentile", data, q, { most: 100, ...options });
}

function quantilesOf<Q extends Shares>(
  where: string,
  data: Sample,
  q: Q,
  { most, method = "linear", weights }: SampleQuantileOptions & { readonly most: number },
): SampleQuantiles<Q> {
  const x = readSample(where, "data", data);
  const shares = Float64Array.from(typeof q === "number" ? [q] : (q as readonly number[]));
  const bad = shares.find((share) => !(share >= 0 && share <= most));
  if (shares.length === 0 || bad !== undefined) {
    throw new ParameterError(`${where}: q must be from 0 to ${most}, got ${bad ?? "none"}`);
  }
  if (weights && method !== "invertedCdf") {
    throw new ParameterError(
      `${where}: weights go only with the method "invertedCdf", got ${method}`,
    );
  }
  const scaled = shares.map((share) => share / most);
  const found = weights
    ? weightedQuantiles(x, readWeights(where, "weights", weights, x.length), scaled)
    : quantileAlong(tensor(x), Array.from(scaled), 0, { method }).data();
  return (typeof q === "number" ? found[0]! : Float64Array.from(found)) as SampleQuantiles<Q>;
}

/** The smallest number up to which at least this share of all the weight lies. */
function weightedQuantiles(x: Float64Array, w: Float64Array, shares: Float64Array): Float64Array {
  const order = Uint32Array.from(x, (_, i) => i)
    .filter((i) => w[i]! > 0)
    .sort((i, j) => x[i]! - x[j]!);
  const below = new Float64Array(order.length);
  let sum = 0;
  for (let k = 0; k < order.length; k++) {
    sum += w[order[k]!]!;
    below[k] = sum;
  }
  return shares.map((share) => {
    const place = below.findIndex((value) => value / sum >= share);
    return x[order[place]!]!;
  });
}
