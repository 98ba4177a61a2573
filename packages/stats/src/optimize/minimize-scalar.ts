import { checkFinite, checkInteger, checkPositive, ParameterError } from "@gradus/core";
import { counted } from "./counted";

/** How {@link minimizeScalar} searches. */
export interface MinimizeScalarOptions {
  /** Where to search: the minimum may also be an end of it. */
  readonly bounds: readonly [low: number, high: number];
  /** How far the result may be from the minimum. Default 1e-8 of the interval's size; a minimum is hardly known better. */
  readonly tolerance?: number;
  /** Default 500. */
  readonly maxIterations?: number;
}

/** What {@link minimizeScalar} found. */
export interface ScalarResult {
  readonly x: number;
  readonly fun: number;
  readonly nit: number;
  readonly nfev: number;
  readonly success: boolean;
  readonly message: string;
}

/** The smaller part of a golden section. */
const GOLDEN = (3 - Math.sqrt(5)) / 2;

/**
 * The minimum of a function of one number within bounds, without derivatives, by Brent's method: parabolas, and
 * golden sections where they do not help. With several valleys, one of them.
 *
 * @throws ParameterError for bounds that are not finite or in the wrong order; ValueError if fun is NaN.
 * @see Brent (1973), Algorithms for Minimization Without Derivatives, chapter 5.
 * @example
 * ```ts
 * minimizeScalar((x) => (x - 1) ** 2, { bounds: [0, 3] }).x.toFixed(6); // → 1.000000
 * ```
 */
export function minimizeScalar(
  fun: (x: number) => number,
  { bounds, tolerance, maxIterations = 500 }: MinimizeScalarOptions,
): ScalarResult {
  const where = "minimizeScalar";
  let [low, high] = bounds;
  checkFinite(where, "low", low);
  checkFinite(where, "high", high);
  if (low >= high) {
    throw new ParameterError(
      `${where}: bounds must be [low, high] with low < high, got ${low} and ${high}`,
    );
  }
  const closeness = checkPositive(where, "tolerance", tolerance ?? 1e-8 * (high - low));
  checkInteger(where, "maxIterations", maxIterations);
  const { at, evaluations } = counted(where, fun);
  // The best point so far, the second best and the one before.
  let x = low + GOLDEN * (high - low);
  let [second, third] = [x, x];
  let fx = at(x);
  let [fSecond, fThird] = [fx, fx];
  let [step, before] = [0, 0];
  for (let nit = 0; ; nit++) {
    const middle = (low + high) / 2;
    const close = Math.sqrt(Number.EPSILON) * 1e-1 * Math.abs(x) + closeness / 3;
    const success = Math.abs(x - middle) <= 2 * close - (high - low) / 2;
    if (success || nit === maxIterations) {
      const message = success ? "the minimum is bracketed" : `no convergence in ${nit} iterations`;
      return { x, fun: fx, nit, nfev: evaluations(), success, message: `${where}: ${message}` };
    }
    const guess = parabola([x, fx], [second, fSecond], [third, fThird]);
    const inside = x + guess > low && x + guess < high;
    if (Math.abs(before) > close && inside && Math.abs(guess) < Math.abs(before) / 2) {
      before = step;
      step = guess;
      const atEnd = x + step - low < 2 * close || high - x - step < 2 * close;
      if (atEnd) step = x < middle ? close : -close;
    } else {
      before = x < middle ? high - x : low - x;
      step = GOLDEN * before;
    }
    const next = x + (Math.abs(step) >= close ? step : Math.sign(step) * close);
    const fNext = at(next);
    if (fNext <= fx) {
      if (next < x) high = x;
      else low = x;
      [third, second, x] = [second, x, next];
      [fThird, fSecond, fx] = [fSecond, fx, fNext];
      continue;
    }
    if (next < x) low = next;
    else high = next;
    if (fNext <= fSecond || second === x) {
      [third, second] = [second, next];
      [fThird, fSecond] = [fSecond, fNext];
    } else if (fNext <= fThird || third === x || third === second) {
      [third, fThird] = [next, fNext];
    }
  }
}

type Sample = readonly [x: number, value: number];

/** How far from the first of three samples the vertex of their parabola lies; NaN if they have none. */
function parabola([x, fx]: Sample, [w, fw]: Sample, [v, fv]: Sample): number {
  const r = (x - w) * (fx - fv);
  const q = (x - v) * (fx - fw);
  return -((x - v) * q - (x - w) * r) / (2 * (q - r));
}
