import { checkBoolean } from "@gradus/core";
import { gammaln } from "../special/gamma";
import { meanOf, readSample, type Sample, varianceOf } from "./samples";

/** Options of {@link cohensD}. */
export interface CohensDOptions {
  /** Hedges' correction for the bias of small samples. Default false. */
  readonly correction?: boolean;
}

/**
 * Cohen's d: the difference of two means in pooled standard deviations. By Cohen's words 0.2 is small, 0.5 medium and
 * 0.8 large.
 *
 * @throws ValueError for fewer than 2 numbers or one that is not finite.
 * @see Hedges (1981), Distribution Theory for Glass's Estimator of Effect Size, for the correction.
 * @example
 * ```ts
 * cohensD([5, 6, 7, 8], [3, 5, 4, 6]).toFixed(4); // → 1.5492
 * ```
 */
export function cohensD(x: Sample, y: Sample, { correction = false }: CohensDOptions = {}): number {
  checkBoolean("cohensD", "correction", correction);
  const [a, b] = [readSample("cohensD", "x", x, 2), readSample("cohensD", "y", y, 2)];
  const df = a.length + b.length - 2;
  const pooled = ((a.length - 1) * varianceOf(a) + (b.length - 1) * varianceOf(b)) / df;
  const d = (meanOf(a) - meanOf(b)) / Math.sqrt(pooled);
  if (!correction) return d;
  return d * Math.exp(gammaln(df / 2) - gammaln((df - 1) / 2) - 0.5 * Math.log(df / 2));
}
