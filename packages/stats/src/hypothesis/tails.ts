import { betaQuantile, logBetaTails } from "../special/incomplete-beta";
import { gammaincc } from "../special/incomplete-gamma";
import { ndtr, ndtri } from "../special/normal";

/** Which deviations from the null hypothesis count, with SciPy's words. */
export type Alternative = "two-sided" | "less" | "greater";

export const ALTERNATIVES: readonly Alternative[] = ["two-sided", "less", "greater"];

/** P(T > t) for Student's t with df degrees of freedom; with df = ∞ the normal distribution's. */
export function tSf(t: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return ndtr(-t);
  if (Math.abs(t) === Number.POSITIVE_INFINITY) return t > 0 ? 0 : 1;
  const all = df + t * t;
  const tail = 0.5 * Math.exp(logBetaTails(df / 2, 0.5, df / all, (t * t) / all).lower);
  return t >= 0 ? tail : 1 - tail;
}

/** The t with P(T ≤ t) = p. */
export function tQuantile(p: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return ndtri(p);
  if (p === 0.5) return 0;
  const { odds } = betaQuantile(df / 2, 0.5, 2 * Math.min(p, 1 - p), Math.abs(1 - 2 * p));
  return Math.sign(p - 0.5) * Math.sqrt(df / odds);
}

/** P(F > f) for the F distribution. */
export function fSf(f: number, dfNumerator: number, dfDenominator: number): number {
  if (!(f > 0)) return Number.isNaN(f) ? Number.NaN : 1;
  if (f === Number.POSITIVE_INFINITY) return 0;
  const all = dfNumerator * f + dfDenominator;
  const [x, y] = [(dfNumerator * f) / all, dfDenominator / all];
  return Math.exp(logBetaTails(dfNumerator / 2, dfDenominator / 2, x, y).upper);
}

/** P(X > x) for the χ² distribution. */
export function chi2Sf(x: number, df: number): number {
  return x <= 0 ? 1 : gammaincc(df / 2, x / 2);
}

/** The p-value of a statistic whose distribution under the null hypothesis is symmetric about 0. */
export function symmetricPvalue(
  statistic: number,
  alternative: Alternative,
  sf: (x: number) => number,
): number {
  if (alternative === "greater") return sf(statistic);
  if (alternative === "less") return sf(-statistic);
  return Math.min(1, 2 * sf(Math.abs(statistic)));
}

/** The p-value of a z statistic. */
export function normalPvalue(z: number, alternative: Alternative): number {
  return symmetricPvalue(z, alternative, (x) => ndtr(-x));
}

/** The p-value of a t statistic. */
export function tPvalue(t: number, df: number, alternative: Alternative): number {
  return symmetricPvalue(t, alternative, (x) => tSf(x, df));
}
