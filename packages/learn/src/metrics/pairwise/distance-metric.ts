import { checkOneOf, ParameterError } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { cosineDistancesOf } from "./cosine-similarity";
import { squaredDistances } from "./euclidean-distances";
import type { DensePair } from "./pair";
import {
  chebyshevOf,
  hammingOf,
  manhattanOf,
  overRows,
  overSpans,
  powerOf,
  type RowFunction,
  type SpanFunction,
} from "./row-distances";

/** Distances that have a name. */
export type MetricName =
  | "euclidean"
  | "manhattan"
  | "chebyshev"
  | "minkowski"
  | "cosine"
  | "hamming";

/**
 * How far two rows are from each other: a name, or a function of two rows (which it must not change).
 * "minkowski" is (Σ |xⱼ − yⱼ|ᵖ)^(1/p), "hamming" the share of features that differ.
 */
export type DistanceMetric = MetricName | ((x: Float64Array, y: Float64Array) => number);

const NAMES: readonly MetricName[] = [
  "euclidean",
  "manhattan",
  "chebyshev",
  "minkowski",
  "cosine",
  "hamming",
];

/** @throws ParameterError unless it is a function or the name of a distance. */
export function checkMetric(where: string, metric: DistanceMetric): DistanceMetric {
  return typeof metric === "function" ? metric : checkOneOf(where, "metric", metric, NAMES);
}

/** @throws ParameterError unless p > 0; Infinity is the largest difference. */
export function checkP(where: string, p: number): number {
  if (typeof p === "number" && p > 0) return p;
  throw new ParameterError(`${where}: p must be a number > 0, got ${p}`);
}

/** Distances with p inside: Minkowski's with p = 1, 2 and ∞ go by their own names. */
export type PlainMetric =
  | Exclude<MetricName, "minkowski">
  | { readonly p: number }
  | { readonly of: RowFunction };

/** The distance that a name and p stand for. */
export function plainMetric(metric: DistanceMetric, p: number): PlainMetric {
  if (typeof metric === "function") return { of: metric };
  if (metric !== "minkowski") return metric;
  if (p === 1) return "manhattan";
  if (p === 2) return "euclidean";
  return p === Number.POSITIVE_INFINITY ? "chebyshev" : { p };
}

/** The distances of all rows of X from all rows of Y. */
export function distancesOf(pair: DensePair, metric: PlainMetric): Tensor {
  if (metric === "euclidean") return squaredDistances(pair).sqrt();
  if (metric === "cosine") return cosineDistancesOf(pair);
  if (typeof metric === "string") return overSpans(pair, SPANS[metric]);
  if ("of" in metric) return overRows(pair, metric.of);
  return overSpans(pair, powerOf(metric.p)).pow(1 / metric.p);
}

const SPANS: Readonly<Record<"manhattan" | "chebyshev" | "hamming", SpanFunction>> = {
  manhattan: manhattanOf,
  chebyshev: chebyshevOf,
  hamming: hammingOf,
};
