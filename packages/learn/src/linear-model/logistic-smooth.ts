import { minimizeArray } from "@gradus/stats";
import { scoped } from "@gradus/tensor";
import { preconditionerOf } from "./logistic-preconditioner";
import type { LogisticProblem } from "./logistic-problem";

/** When a logistic regression's search ends. */
export interface LogisticLimits {
  readonly tol: number;
  readonly maxIter: number;
}

/** Where a logistic regression's search ended. */
export interface LogisticSolution {
  readonly parameters: Float64Array;
  readonly nIter: number;
  readonly converged: boolean;
}

/** How many steps L-BFGS remembers. */
const MEMORY = 10;

/**
 * Minimizes the smooth part of a logistic regression by L-BFGS, until no component of its gradient is larger than the
 * tolerance or float64 allows no more.
 */
export function solveSmooth(
  problem: LogisticProblem,
  { tol, maxIter }: LogisticLimits,
  start = new Float64Array(problem.size),
): LogisticSolution {
  const round = preconditionerOf(problem);
  const parametersOf = (v: Float64Array) => (round ? round.parameters(v) : v);
  const first = problem.at(start);
  if (largest(first.gradient) <= tol) return { parameters: start, nIter: 0, converged: true };
  // The memory of an evaluation's scores and residuals serves the next one.
  const fun = (v: Float64Array) =>
    scoped(() => {
      const { value, gradient } = problem.at(parametersOf(v));
      return { value, gradient: round ? round.slopes(gradient) : gradient };
    });
  const found = minimizeArray(fun, round ? round.variables(start) : start, {
    memory: MEMORY,
    tolerance: 0,
    maxIterations: maxIter,
    isDone: (slopes) => largest(round ? round.gradient(slopes) : slopes) <= tol,
  });
  return {
    parameters: parametersOf(found.x),
    nIter: found.iterations,
    converged: found.status !== "max-iterations",
  };
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most;
}
