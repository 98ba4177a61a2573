import { ParameterError, warn } from "@gradus/core";
import { KernelCache } from "./kernel-cache";
import type { KernelMachineOptions } from "./kernel-options";
import type { KernelSource } from "./kernel-source";
import { type DualSolution, solveDual } from "./smo";
import type { DualProblem } from "./smo-variables";

/** A machine: what each row counts in the sum over the kernel, and what is subtracted from the sum. */
export interface Machine {
  /** One for each row; 0 for those that are no support vectors. */
  readonly coef: Float64Array;
  readonly rho: number;
  readonly nIter: number;
}

/** What the solver is told. */
export interface Training {
  readonly where: string;
  readonly source: KernelSource;
  readonly options: Required<
    Pick<KernelMachineOptions, "tol" | "shrinking" | "cacheSize" | "maxIter">
  >;
}

/** Two classes: a penalty of `upper` for each unit that a row is on the wrong side of its margin. */
export function solveClasses(training: Training, sign: Int8Array, upper: Float64Array): Machine {
  const n = sign.length;
  const { alpha, rho, nIter } = solved(training, {
    ...plainColumns(n),
    sign,
    linear: new Float64Array(n).fill(-1),
    upper,
    start: new Float64Array(n),
    isGrouped: false,
  });
  return { coef: alpha.map((value, t) => value * sign[t]!), rho, nIter };
}

/**
 * Two classes, where ν is a bound from above for the share of rows inside the margin, and from below for that of
 * support vectors.
 *
 * @throws ParameterError if a class is too small for ν.
 */
export function solveNuClasses(
  training: Training,
  sign: Int8Array,
  weights: Float64Array,
  nu: number,
): Machine {
  const n = sign.length;
  const total = (wanted: number) =>
    weights.reduce((sum, weight, t) => sum + (sign[t] === wanted ? weight : 0), 0);
  const half = (nu * (total(1) + total(-1))) / 2;
  const least = Math.min(total(1), total(-1));
  if (half > least * (1 + 1e-12)) {
    throw new ParameterError(
      `${training.where}: nu must be at most ${(nu * least) / half} for classes of these sizes, got ${nu}`,
    );
  }
  const start = new Float64Array(n);
  fill(start, weights, half, (t) => sign[t] === 1);
  fill(start, weights, half, (t) => sign[t] === -1);
  const { alpha, rho, margin, nIter } = solved(training, {
    ...plainColumns(n),
    sign,
    linear: new Float64Array(n),
    upper: weights,
    start,
    isGrouped: true,
  });
  return { coef: alpha.map((value, t) => (value * sign[t]!) / margin), rho: rho / margin, nIter };
}

/** Targets: errors up to ε are free, each unit beyond costs `upper`. */
export function solveTargets(
  training: Training,
  y: Float64Array,
  upper: Float64Array,
  epsilon: number,
): Machine {
  return solvePaired(training, {
    ...pairedColumns(y.length),
    linear: doubled(y, (value, direction) => epsilon - direction * value),
    upper: doubled(upper, (value) => value),
    start: new Float64Array(2 * y.length),
    isGrouped: false,
  });
}

/** Targets, with ε such that a share of ν of the rows lies outside. */
export function solveNuTargets(
  training: Training,
  y: Float64Array,
  upper: Float64Array,
  nu: number,
): Machine {
  const half = (nu * upper.reduce((sum, value) => sum + value, 0)) / 2;
  const start = new Float64Array(y.length);
  fill(start, upper, half, () => true);
  return solvePaired(training, {
    ...pairedColumns(y.length),
    linear: doubled(y, (value, direction) => -direction * value),
    upper: doubled(upper, (value) => value),
    start: doubled(start, (value) => value),
    isGrouped: true,
  });
}

/** One class: a share of ν of the rows may lie outside of what the machine holds for usual. */
export function solveOneClass(training: Training, weights: Float64Array, nu: number): Machine {
  const n = weights.length;
  const start = new Float64Array(n);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  fill(start, weights, nu * total, () => true);
  const { alpha, rho, nIter } = solved(training, {
    ...plainColumns(n),
    sign: new Int8Array(n).fill(1),
    linear: new Float64Array(n),
    upper: weights,
    start,
    isGrouped: false,
  });
  return { coef: alpha, rho, nIter };
}

/** Each row has two variables, for errors above and below. */
function solvePaired(training: Training, problem: DualProblem): Machine {
  const { alpha, rho, nIter } = solved(training, problem);
  const n = alpha.length / 2;
  return { coef: alpha.slice(0, n).map((value, t) => value - alpha[n + t]!), rho, nIter };
}

function solved({ where, source, options }: Training, problem: DualProblem): DualSolution {
  const cache = new KernelCache(source, options.cacheSize);
  const most = Math.max(1e7, 100 * problem.column.length);
  const maxIter = Math.min(options.maxIter, most);
  let solution: DualSolution;
  try {
    solution = solveDual(problem, cache, { ...options, maxIter });
  } finally {
    cache.release();
  }
  if (!solution.converged) {
    warn(
      "convergence",
      `${where}: expected to come within tol of the optimum in ${maxIter} steps; scaled features or more steps (maxIter) may help`,
    );
  }
  return solution;
}

function plainColumns(n: number) {
  return { column: Int32Array.from({ length: n }, (_, t) => t) };
}

function pairedColumns(n: number) {
  return {
    column: Int32Array.from({ length: 2 * n }, (_, t) => t % n),
    sign: Int8Array.from({ length: 2 * n }, (_, t) => (t < n ? 1 : -1)),
  };
}

/** Values for the variables of both directions, 1 and −1. */
function doubled(
  values: Float64Array,
  of: (value: number, direction: 1 | -1) => number,
): Float64Array {
  const n = values.length;
  return Float64Array.from({ length: 2 * n }, (_, t) =>
    t < n ? of(values[t]!, 1) : of(values[t - n]!, -1),
  );
}

/** Fills variables to their bounds, one after another, until they add to a sum. */
function fill(
  start: Float64Array,
  upper: Float64Array,
  sum: number,
  isChosen: (t: number) => boolean,
): void {
  let rest = sum;
  for (let t = 0; t < start.length && rest > 0; t++) {
    if (!isChosen(t)) continue;
    start[t] = Math.min(rest, upper[t]!);
    rest -= start[t]!;
  }
}
