import { fromWriter, type Tensor } from "@gradus/tensor";
import type { DensePair } from "./pair";

/** A number for two rows of features, given as views that must not be changed or kept. */
export type RowFunction = (x: Float64Array, y: Float64Array) => number;

/** A number for the d features that begin at i in x and at j in y. */
export type SpanFunction = (
  x: Float64Array,
  i: number,
  y: Float64Array,
  j: number,
  d: number,
) => number;

/** A number for every row of X with every row of Y; half of the work where they are the same. */
export function overSpans({ X, Y, isSame }: DensePair, of: SpanFunction): Tensor {
  const [n, d] = X.shape as [number, number];
  const m = Y.shape[0]!;
  const x = X.data() as Float64Array;
  const y = isSame ? x : (Y.data() as Float64Array);
  return fromWriter([n, m], "float64", (out) => {
    for (let i = 0; i < n; i++) {
      for (let j = isSame ? i : 0; j < m; j++) {
        const value = of(x, i * d, y, j * d, d);
        out[i * m + j] = value;
        if (isSame) out[j * m + i] = value;
      }
    }
  });
}

/** As `overSpans`, for a function of two rows that need not be symmetric. */
export function overRows({ X, Y }: DensePair, of: RowFunction): Tensor {
  const [n, d] = X.shape as [number, number];
  const m = Y.shape[0]!;
  const rowsOf = (A: Tensor, count: number) => {
    const a = A.data() as Float64Array;
    return Array.from({ length: count }, (_, i) => a.subarray(i * d, (i + 1) * d));
  };
  const [xs, ys] = [rowsOf(X, n), rowsOf(Y, m)];
  const values = new Float64Array(n * m);
  xs.forEach((x, i) => {
    ys.forEach((y, j) => {
      values[i * m + j] = of(x, y);
    });
  });
  return fromWriter([n, m], "float64", (out) => out.set(values));
}

/** Σ |xⱼ − yⱼ| */
export const manhattanOf: SpanFunction = (x, i, y, j, d) => {
  let sum = 0;
  for (let k = 0; k < d; k++) sum += Math.abs(x[i + k]! - y[j + k]!);
  return sum;
};

/** max |xⱼ − yⱼ| */
export const chebyshevOf: SpanFunction = (x, i, y, j, d) => {
  let largest = 0;
  for (let k = 0; k < d; k++) {
    const difference = Math.abs(x[i + k]! - y[j + k]!);
    if (difference > largest) largest = difference;
  }
  return largest;
};

/** Σ (xⱼ − yⱼ)² */
export const squareOf: SpanFunction = (x, i, y, j, d) => {
  let sum = 0;
  for (let k = 0; k < d; k++) {
    const difference = x[i + k]! - y[j + k]!;
    sum += difference * difference;
  }
  return sum;
};

/** Σ |xⱼ − yⱼ|ᵖ */
export function powerOf(p: number): SpanFunction {
  return (x, i, y, j, d) => {
    let sum = 0;
    for (let k = 0; k < d; k++) sum += Math.abs(x[i + k]! - y[j + k]!) ** p;
    return sum;
  };
}

/** The share of features that differ. */
export const hammingOf: SpanFunction = (x, i, y, j, d) => {
  let different = 0;
  for (let k = 0; k < d; k++) if (x[i + k] !== y[j + k]) different++;
  return different / d;
};

/** Σ (xⱼ − yⱼ)² / (xⱼ + yⱼ) over the features where one is not 0. */
export const chi2Of: SpanFunction = (x, i, y, j, d) => {
  let sum = 0;
  for (let k = 0; k < d; k++) {
    const difference = x[i + k]! - y[j + k]!;
    const total = x[i + k]! + y[j + k]!;
    if (total !== 0) sum += (difference * difference) / total;
  }
  return sum;
};
