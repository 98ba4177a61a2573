import { warn } from "@gradus/core";
import { GrowingFactor } from "./growing-factor";

/** How far least-angle regression goes, and by which rule. */
export interface LeastAngleLimits {
  /** "lasso" takes a feature out where its weight would cross 0. */
  readonly method: "lar" | "lasso";
  /** The most steps. */
  readonly maxIter: number;
  /** Where the path ends, on the scale of alpha. */
  readonly alphaMin: number;
}

/** The corners of a path on which the weights run straight. */
export interface LeastAnglePath {
  /** The largest correlation with the residuals over the number of rows, at each corner, descending. */
  readonly alphas: number[];
  /** The weights at each corner, one list of nFeatures a corner. */
  readonly coefs: Float64Array[];
  /** The active features at the end, in the order in which they came in. */
  readonly active: number[];
  /** How many steps were taken. */
  readonly nIter: number;
}

/** What least-angle regression knows of the data. */
export interface LeastAngleData {
  /** XᵀX, flat. */
  readonly gram: Float64Array;
  /** Xᵀy. */
  readonly correlations: Float64Array;
  /** The number of rows, or their weight. */
  readonly total: number;
}

/**
 * Walks from all weights 0 to least squares in straight lines: at each corner the feature that is most correlated with
 * the residuals joins the active ones, and all of them move so that they stay correlated alike.
 */
export function leastAngle(
  where: string,
  { gram, correlations, total }: LeastAngleData,
  { method, maxIter, alphaMin }: LeastAngleLimits,
): LeastAnglePath {
  const nFeatures = correlations.length;
  const most = method === "lar" ? Math.min(maxIter, nFeatures) : maxIter;
  const factor = new GrowingFactor(gram, nFeatures);
  const { active } = factor;
  const left = correlations.slice();
  const open = new Set(left.keys());
  const signs = new Float64Array(nFeatures);
  const path: { alphas: number[]; coefs: Float64Array[] } = { alphas: [], coefs: [] };
  let coef = new Float64Array(nFeatures);
  let nIter = 0;
  let dropped = false;
  for (;;) {
    const next = strongest(left, open);
    const largest = next < 0 ? 0 : Math.abs(left[next]!);
    const alpha = largest / total;
    if (alpha <= alphaMin + Number.EPSILON) {
      const end = cutAt(alphaMin, alpha, coef, path);
      return { ...endOf(path, end.alpha, end.coef), active: [...active], nIter };
    }
    if (nIter >= most || active.length >= nFeatures) {
      return { ...endOf(path, alpha, coef), active: [...active], nIter };
    }
    if (!dropped) {
      open.delete(next);
      if (!factor.add(next)) {
        warn(
          "convergence",
          `${where}: expected features that do not depend on each other, got feature ${next}, which does; it was left out`,
        );
        continue;
      }
      signs[next] = Math.sign(left[next]!);
    }
    if (method === "lasso" && alpha > (path.alphas.at(-1) ?? Infinity)) {
      warn(
        "convergence",
        `${where}: expected alpha to fall at each step, got ${alpha} after ${path.alphas.at(-1)}; the path ends there`,
      );
      return { ...path, active: [...active], nIter };
    }
    path.alphas.push(alpha);
    path.coefs.push(coef.slice());
    const step = stepOf(factor, { gram, left, open, signs, coef, largest, method });
    nIter++;
    coef = coef.slice();
    active.forEach((feature, k) => {
      coef[feature]! += step.length * step.direction[k]!;
    });
    for (const feature of left.keys()) left[feature]! -= step.length * step.slopes[feature]!;
    dropped = step.crossing >= 0;
    if (!dropped) continue;
    const gone = active[step.crossing]!;
    coef[gone] = 0;
    factor.remove(step.crossing);
    open.add(gone);
  }
}

/** The open feature with the largest correlation, or −1. */
function strongest(left: Float64Array, open: ReadonlySet<number>): number {
  let best = -1;
  for (const feature of open) {
    const isMore = best < 0 || Math.abs(left[feature]!) > Math.abs(left[best]!);
    const isTie = best >= 0 && Math.abs(left[feature]!) === Math.abs(left[best]!) && feature < best;
    if (isMore || isTie) best = feature;
  }
  return best;
}

interface Corner {
  readonly gram: Float64Array;
  readonly left: Float64Array;
  readonly open: ReadonlySet<number>;
  readonly signs: Float64Array;
  readonly coef: Float64Array;
  readonly largest: number;
  readonly method: "lar" | "lasso";
}

/** In which direction the weights move, how far, and how the correlations change on the way. */
function stepOf(factor: GrowingFactor, { gram, left, open, signs, coef, largest, method }: Corner) {
  const { active } = factor;
  const nFeatures = left.length;
  const solved = factor.solve(Float64Array.from(active, (feature) => signs[feature]!));
  const norm = solved.reduce((sum, value, k) => sum + value * signs[active[k]!]!, 0);
  const speed = 1 / Math.sqrt(norm);
  const direction = solved.map((value) => value * speed);
  const slopes = Float64Array.from({ length: nFeatures }, (_, feature) =>
    active.reduce((sum, other, k) => sum + gram[feature * nFeatures + other]! * direction[k]!, 0),
  );
  let length = largest / speed;
  for (const feature of open) {
    // Where a feature becomes as much correlated as the active ones, with either sign.
    for (const sign of [1, -1]) {
      const reach = (largest - sign * left[feature]!) / (speed - sign * slopes[feature]!);
      if (reach > TINY && reach < length) length = reach;
    }
  }
  let crossing = -1;
  if (method === "lasso") {
    active.forEach((feature, k) => {
      const reach = -coef[feature]! / direction[k]!;
      if (reach > TINY && reach < length) [length, crossing] = [reach, k];
    });
  }
  return { direction, slopes, length, crossing };
}

/** Below this a step is none: it would lead back to where a feature has just come from. */
const TINY = 1e-300;

/** The end of the path at alphaMin, on the line between the last corner and this one. */
function cutAt(
  alphaMin: number,
  alpha: number,
  coef: Float64Array,
  {
    alphas,
    coefs,
  }: { readonly alphas: readonly number[]; readonly coefs: readonly Float64Array[] },
): { alpha: number; coef: Float64Array } {
  if (Math.abs(alpha - alphaMin) <= Number.EPSILON) return { alpha, coef };
  const [before, from] = [alphas.at(-1), coefs.at(-1)];
  if (before === undefined || from === undefined) return { alpha: alphaMin, coef };
  const share = (before - alphaMin) / (before - alpha);
  return { alpha: alphaMin, coef: coef.map((value, j) => from[j]! + share * (value - from[j]!)) };
}

function endOf(
  { alphas, coefs }: { readonly alphas: number[]; readonly coefs: Float64Array[] },
  alpha: number,
  coef: Float64Array,
): { alphas: number[]; coefs: Float64Array[] } {
  return { alphas: [...alphas, alpha], coefs: [...coefs, coef] };
}
