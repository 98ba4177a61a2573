import { checkOneOf } from "@gradus/core";
import type { Weights } from "../base/inputs";
import type { Label, Labels } from "../base/labels";
import { countPairs } from "./confusion-matrix";
import { checkLabelPairs } from "./label-pairs";

/** What `cohenKappaScore` can be told. */
export interface CohenKappaOptions {
  /** The classes to look at, in the order that linear and quadratic weights go by. Default all, sorted. */
  readonly labels?: readonly Label[];
  /** A disagreement counts 1 ("none", the default), by its distance ("linear") or its square ("quadratic"). */
  readonly weights?: "none" | "linear" | "quadratic";
  /** How much each row counts. Default 1 each. */
  readonly sampleWeight?: Weights;
}

/**
 * Cohen's kappa: how far two raters agree beyond chance, κ = 1 − Σ wᵢⱼ oᵢⱼ / Σ wᵢⱼ eᵢⱼ with the observed
 * counts o and those e that chance would give.
 *
 * @returns from −1 to 1; NaN where chance alone agrees always
 * @throws ShapeError unless both have as many rows; ValueError for missing labels or labels of several types;
 *   ParameterError for unknown weights.
 * @see Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological
 *   Measurement 20(1), 37–46.
 * @example
 * ```ts
 * cohenKappaScore(["no", "yes", "yes", "no"], ["no", "yes", "no", "no"]); // → 0.5
 * ```
 */
export function cohenKappaScore(
  y1: Labels,
  y2: Labels,
  { labels, weights = "none", sampleWeight }: CohenKappaOptions = {},
): number {
  const where = "cohenKappaScore";
  checkOneOf(where, "weights", weights, ["none", "linear", "quadratic"]);
  const pairs = checkLabelPairs(where, y1, y2, { labels, sampleWeight });
  const observed = countPairs(pairs);
  const size = pairs.classes.length;
  const [rows, columns] = [new Float64Array(size), new Float64Array(size)];
  let n = 0;
  observed.forEach((count, at) => {
    rows[Math.floor(at / size)]! += count;
    columns[at % size]! += count;
    n += count;
  });
  const cost = { none: Math.sign, linear: (d: number) => d, quadratic: (d: number) => d * d };
  let [seen, expected] = [0, 0];
  observed.forEach((count, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    const weight = cost[weights](Math.abs(i - j));
    seen += weight * count;
    expected += (weight * rows[i]! * columns[j]!) / n;
  });
  return 1 - seen / expected;
}
