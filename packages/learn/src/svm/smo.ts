import type { KernelCache } from "./kernel-cache";
import { PlainWalk } from "./plain-walk";
import { allExtremes, choosePair, type Extremes, gapOf } from "./smo-selection";
import { type DualProblem, Variables } from "./smo-variables";

/** When the solver stops. */
export interface SmoLimits {
  /** The largest violation of the conditions of an optimum that may be left. */
  readonly tol: number;
  /** Leave out variables that are likely to stay on their bound. */
  readonly shrinking: boolean;
  readonly maxIter: number;
}

/** The solution of a dual problem. */
export interface DualSolution {
  readonly alpha: Float64Array;
  /** What is subtracted from the sum over the kernel: minus the intercept. */
  readonly rho: number;
  /** Of two groups, the mean of their slopes: the margin of the problems with ν. */
  readonly margin: number;
  readonly objective: number;
  readonly nIter: number;
  readonly converged: boolean;
}

/**
 * Sequential minimal optimization: moves two variables at a time, chosen by the second-order rule, until no pair breaks
 * the conditions of an optimum by more than `tol`.
 *
 * @see Platt (1998), Microsoft Research MSR-TR-98-14.
 * @see Fan, Chen and Lin (2005), Journal of Machine Learning Research 6, 1889–1918.
 */
export function solveDual(
  problem: DualProblem,
  cache: KernelCache,
  limits: SmoLimits,
): DualSolution {
  const smo = new Smo(problem, cache, limits);
  try {
    return smo.solve();
  } finally {
    smo.release();
  }
}

/** With fewer rows, calls of kernels take longer than what they do. */
const WORTH_KERNELS = 256;

/** Whether the variables lie like the rows, once or for each direction. */
function liesLikeRows({ column }: DualProblem, nRows: number): boolean {
  return column.length % nRows === 0 && column.every((k, t) => k === t % nRows);
}

class Smo {
  readonly #v: Variables;
  readonly #cache: KernelCache;
  readonly #limits: SmoLimits;
  readonly #nGroups: number;
  #nIter = 0;
  #hasUnshrunk = false;
  /** What the last step found out along the way. */
  #extremes: readonly Extremes[] | undefined;
  /** Does the steps where all variables have one sum and none is left out; it has the slopes. */
  readonly #walk: PlainWalk | undefined;

  constructor(problem: DualProblem, cache: KernelCache, limits: SmoLimits) {
    this.#v = new Variables(problem, cache.diagonal);
    this.#cache = cache;
    this.#limits = limits;
    this.#nGroups = problem.isGrouped ? 2 : 1;
    this.#rebuildSlopes(0);
    if (!problem.isGrouped && cache.size >= WORTH_KERNELS && liesLikeRows(problem, cache.size)) {
      this.#walk = new PlainWalk(this.#v, cache);
    }
  }

  release(): void {
    this.#walk?.release();
  }

  solve(): DualSolution {
    const { maxIter, shrinking } = this.#limits;
    const period = Math.min(this.#v.count, 1000);
    let untilShrinking = period;
    while (this.#nIter < maxIter) {
      // Kernels walk through all variables in less time than it takes to look after the rest.
      if (shrinking && !this.#walk && --untilShrinking === 0) {
        untilShrinking = period;
        this.#shrink();
      }
      if (this.#step()) continue;
      if (this.#v.active === this.#v.count) return this.#solution(true);
      this.#unshrink();
      if (!this.#step()) return this.#solution(true);
      untilShrinking = 1;
    }
    this.#unshrink();
    return this.#solution(false);
  }

  /** Moves one pair. @returns false if the active variables are at their optimum */
  #step(): boolean {
    const v = this.#v;
    const extremes = this.#extremes ?? allExtremes(v, this.#nGroups);
    if (!(gapOf(extremes) >= this.#limits.tol)) return false;
    const [{ at, rise }] = extremes as [Extremes];
    const pair = this.#walk ? this.#walk.partner(at, rise) : choosePair(v, this.#cache, extremes);
    if (!pair) return false;
    const { i, j, length } = pair;
    const step = v.move(i, j, length);
    // One sum lets both happen in one walk; two sums take one more.
    const found = this.#walk
      ? this.#walk.descend(i, j, step)
      : descend(v, this.#cache, { i, j, step });
    this.#extremes = this.#nGroups === 1 ? [found] : undefined;
    this.#nIter += 1;
    return true;
  }

  /** Leaves out variables on a bound that their slope presses against. */
  #shrink(): void {
    const v = this.#v;
    const extremes = allExtremes(v, this.#nGroups);
    if (!this.#hasUnshrunk && gapOf(extremes) <= 10 * this.#limits.tol) {
      this.#hasUnshrunk = true;
      this.#unshrink();
    }
    for (let t = v.active - 1; t >= 0; t--) {
      if (this.#isStuck(t, extremes[v.group[t]!]!)) v.swap(t, --v.active);
    }
    this.#extremes = undefined;
  }

  #isStuck(t: number, { rise, fall }: Extremes): boolean {
    const { canRise, canFall, slope } = this.#v;
    if (!canRise[t]) return -slope[t]! > rise;
    return !canFall[t] && slope[t]! > fall;
  }

  /** Takes all variables in again. */
  #unshrink(): void {
    const { active, count } = this.#v;
    if (active === count) return;
    this.#rebuildSlopes(active);
    this.#v.active = count;
    this.#extremes = undefined;
  }

  /** Computes the slopes of the variables from a place on. */
  #rebuildSlopes(from: number): void {
    const { count, alpha, sign, slope, constant, column } = this.#v;
    const held = Int32Array.from({ length: count }, (_, t) => t).filter((t) => alpha[t]! > 0);
    slope.set(constant.subarray(from), from);
    const rows = held.map((t) => column[t]!);
    this.#cache.each(rows, (row, place) => {
      const weight = sign[held[place]!]! * alpha[held[place]!]!;
      for (let t = from; t < count; t++) slope[t]! += weight * row[column[t]!]!;
    });
  }

  #solution(converged: boolean): DualSolution {
    const v = this.#v;
    this.#walk?.writeSlopes();
    const alpha = new Float64Array(v.count);
    let objective = 0;
    for (let t = 0; t < v.count; t++) {
      alpha[v.order[t]!] = v.alpha[t]!;
      objective += 0.5 * v.alpha[t]! * v.sign[t]! * (v.slope[t]! + v.constant[t]!);
    }
    const levels = Array.from({ length: this.#nGroups }, (_, group) => levelOf(v, group));
    const [first, second] = levels as [number, number?];
    const isOne = second === undefined;
    return {
      alpha,
      rho: isOne ? first : (first + second) / 2,
      margin: isOne ? 0 : (first - second) / 2,
      objective,
      nIter: this.#nIter,
      converged,
    };
  }
}

/** Moves the slopes along with a step of i up and j down. @returns the extremes of all active variables, of whichever group */
function descend(
  { active, slope, column, canRise, canFall }: Variables,
  cache: KernelCache,
  { i, j, step }: { readonly i: number; readonly j: number; readonly step: number },
): Extremes {
  // To compute one row may move the other.
  cache.need(column[i]!);
  const second = cache.row(column[j]!);
  const first = cache.row(column[i]!);
  let at = -1;
  let least = Infinity;
  let fall = -Infinity;
  for (let t = 0; t < active; t++) {
    const k = column[t]!;
    const value = slope[t]! + step * (first[k]! - second[k]!);
    slope[t] = value;
    if (value <= least && canRise[t]! !== 0) {
      least = value;
      at = t;
    }
    if (value > fall && canFall[t]! !== 0) fall = value;
  }
  return { at, rise: -least, fall };
}

/** The slope that all free variables of a group share; without any, the middle of what the bounds allow. */
function levelOf({ count, slope, canRise, canFall, group: groups }: Variables, group: number) {
  let free = 0;
  let sum = 0;
  let least = Infinity;
  let most = -Infinity;
  for (let t = 0; t < count; t++) {
    if (groups[t] !== group) continue;
    if (canRise[t] && canFall[t]) {
      free += 1;
      sum += slope[t]!;
    } else if (canRise[t]) least = Math.min(least, slope[t]!);
    else if (canFall[t]) most = Math.max(most, slope[t]!);
  }
  if (free > 0) return sum / free;
  if (least === Infinity) return most;
  return most === -Infinity ? least : (least + most) / 2;
}
