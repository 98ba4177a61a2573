import type { PlainMetric } from "../metrics/pairwise/distance-metric";
import {
  chebyshevOf,
  hammingOf,
  manhattanOf,
  powerOf,
  type SpanFunction,
  squareOf,
} from "../metrics/pairwise/row-distances";

/**
 * A distance by a number that is cheaper and grows with it: its square, or its p-th power. Searches compare
 * these, and take the root of what they found.
 */
export interface ReducedMetric {
  readonly of: SpanFunction;
  readonly toDistance: (reduced: number) => number;
  readonly fromDistance: (distance: number) => number;
}

const same = (value: number) => value;
const PLAIN = { toDistance: same, fromDistance: same };

/** The reduced form of each metric. Cosine distances are of rows of length 1 (or 0). */
export function reducedMetric(metric: PlainMetric): ReducedMetric {
  if (typeof metric === "object") {
    if ("of" in metric) return { of: ofRows(metric.of), ...PLAIN };
    const { p } = metric;
    return {
      of: powerOf(p),
      toDistance: (power) => power ** (1 / p),
      fromDistance: (distance) => distance ** p,
    };
  }
  switch (metric) {
    case "euclidean":
      // A product: the power operator is many times slower.
      return { of: squareOf, toDistance: Math.sqrt, fromDistance: (length) => length * length };
    case "manhattan":
      return { of: manhattanOf, ...PLAIN };
    case "chebyshev":
      return { of: chebyshevOf, ...PLAIN };
    case "hamming":
      return { of: hammingOf, ...PLAIN };
    case "cosine":
      return { of: oneMinusProduct, ...PLAIN };
  }
}

function ofRows(of: (x: Float64Array, y: Float64Array) => number): SpanFunction {
  return (x, i, y, j, d) => of(x.subarray(i, i + d), y.subarray(j, j + d));
}

const oneMinusProduct: SpanFunction = (x, i, y, j, d) => {
  let product = 0;
  for (let k = 0; k < d; k++) product += x[i + k]! * y[j + k]!;
  return Math.min(2, Math.max(0, 1 - product));
};
