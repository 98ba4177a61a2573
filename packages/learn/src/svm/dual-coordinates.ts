import { RandomState } from "@gradus/core";
import type { BiasedDesign, LinearLimits, LinearSolution } from "./linear-design";

/** One multiplier of a linear machine's dual, whose gradient is its row's score and something of its own. */
export interface DualLoss {
  /** What is added to the second derivative: 0 for plain losses, 1 / (2C) for squared ones. */
  readonly extra: Float64Array;
  /**
   * The best value of multiplier i.
   *
   * @param score the row's score
   * @param curvature the second derivative, with `extra`
   */
  best(i: number, beta: number, score: number, curvature: number): number;
  /** The price of each row: one that costs nothing has no multiplier. */
  readonly upper: Float64Array;
  /** How much multiplier i breaks the conditions of an optimum. */
  violation(i: number, beta: number, score: number): number;
  /** How much the slope holds multiplier i at its bound or its kink; 0 if it does not lie there. */
  slack(i: number, beta: number, score: number): number;
}

/** Weights w = Σ βᵢxᵢ of a machine for classes: 0 <= signᵢ·βᵢ <= upperᵢ. */
export function classDual(
  sign: ArrayLike<number>,
  upper: Float64Array,
  isSquared: boolean,
): DualLoss {
  const extra = upper.map((value) => (isSquared && value > 0 ? 0.5 / value : 0));
  const most = (i: number) => (isSquared ? Infinity : upper[i]!);
  const slope = (i: number, alpha: number, score: number) =>
    sign[i]! * score - 1 + extra[i]! * alpha;
  return {
    extra,
    upper,
    best(i, beta, score, curvature) {
      const alpha = beta * sign[i]!;
      const wanted = alpha - slope(i, alpha, score) / curvature;
      return sign[i]! * Math.min(Math.max(wanted, 0), most(i));
    },
    violation(i, beta, score) {
      const alpha = beta * sign[i]!;
      const value = slope(i, alpha, score);
      if (alpha === 0) return Math.max(0, -value);
      return alpha === most(i) ? Math.max(0, value) : Math.abs(value);
    },
    slack(i, beta, score) {
      const alpha = beta * sign[i]!;
      const value = slope(i, alpha, score);
      if (alpha === 0) return value;
      return alpha === most(i) ? -value : 0;
    },
  };
}

/** Weights w = Σ βᵢxᵢ of a machine for numbers: |βᵢ| <= upperᵢ, and each costs ε|βᵢ|. */
export function targetDual(
  y: Float64Array,
  upper: Float64Array,
  { epsilon, isSquared }: { readonly epsilon: number; readonly isSquared: boolean },
): DualLoss {
  const extra = upper.map((value) => (isSquared && value > 0 ? 0.5 / value : 0));
  const most = (i: number) => (isSquared ? Infinity : upper[i]!);
  const slope = (i: number, beta: number, score: number) => score - y[i]! + extra[i]! * beta;
  return {
    extra,
    upper,
    best(i, beta, score, curvature) {
      const pull = beta * curvature - slope(i, beta, score);
      const wanted = Math.sign(pull) * Math.max(0, Math.abs(pull) - epsilon) * (1 / curvature);
      return Math.min(Math.max(wanted, -most(i)), most(i));
    },
    violation(i, beta, score) {
      const value = slope(i, beta, score);
      if (beta === 0) return Math.max(0, Math.abs(value) - epsilon);
      const left = value + epsilon * Math.sign(beta);
      if (Math.abs(beta) !== most(i)) return Math.abs(left);
      return Math.max(0, left * Math.sign(beta));
    },
    slack(i, beta, score) {
      const value = slope(i, beta, score);
      if (beta === 0) return epsilon - Math.abs(value);
      return Math.abs(beta) === most(i) ? -value * Math.sign(beta) - epsilon : 0;
    },
  };
}

/**
 * Coordinate descent in the dual: multipliers go to their best values one at a time, in a new order each round, while
 * w = Σ βᵢxᵢ goes along. Multipliers that rest on a bound by more than the largest violation of the last round are left
 * out until the others have come to rest. Ends where the largest violation is `tol` times that of the first round.
 *
 * @see Hsieh, Chang, Lin, Keerthi and Sundararajan (2008), International Conference on Machine Learning 25, 408–415.
 * @see Ho and Lin (2012), Journal of Machine Learning Research 13, 3323–3348.
 */
export function descendDual(
  design: BiasedDesign,
  dual: DualLoss,
  { tol, maxIter, seed }: LinearLimits & { readonly seed: number },
): LinearSolution {
  const rows = design.rows();
  const { nRows, size, bias } = design;
  const beta = new Float64Array(nRows);
  const w = new Float64Array(size);
  const curvature = Float64Array.from(beta, (_, i) => rows.square(i) + bias ** 2 + dual.extra[i]!);
  const random = new RandomState(seed);
  const order = Int32Array.from(beta, (_, i) => i);
  const last = size - 1;
  let active = nRows;
  let limit = Infinity;
  let first = 0;
  for (let nIter = 1; nIter <= maxIter; nIter++) {
    shuffle(order, active, random);
    let worst = 0;
    for (let at = 0; at < active; at++) {
      const i = order[at]!;
      if (curvature[i] === 0 || dual.upper[i] === 0) continue;
      const score = rows.dot(i, w) + (bias === 0 ? 0 : bias * w[last]!);
      const before = beta[i]!;
      const violation = dual.violation(i, before, score);
      if (violation === 0 && dual.slack(i, before, score) > limit) {
        order[at--] = order[--active]!;
        order[active] = i;
        continue;
      }
      worst = Math.max(worst, violation);
      if (violation < 1e-12) continue;
      const after = dual.best(i, before, score, curvature[i]!);
      const change = after - before;
      if (change === 0) continue;
      beta[i] = after;
      rows.add(i, change, w);
      if (bias !== 0) w[last]! += change * bias;
    }
    if (nIter === 1) first = worst;
    if (worst <= tol * first) {
      if (active === nRows) return { weights: w, nIter, converged: true };
      active = nRows;
      limit = Infinity;
      continue;
    }
    limit = worst;
  }
  return { weights: w, nIter: maxIter, converged: false };
}

function shuffle(order: Int32Array, count: number, random: RandomState): void {
  for (let i = count - 1; i > 0; i--) {
    const j = random.integer(0, i + 1);
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
}
