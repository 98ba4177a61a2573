import { minimize } from "@gradus/stats";
import { type Tensor, tensor } from "@gradus/tensor";
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
  const parametersOf = (v: Tensor) => {
    const values = v.data() as Float64Array;
    return round ? round.parameters(values) : values;
  };
  let gradient: Float64Array = new Float64Array(problem.size);
  const value = (v: Tensor) => {
    const found = problem.at(parametersOf(v));
    gradient = found.gradient;
    return found.value;
  };
  const isFlat = (jac: Tensor) => {
    const slopes = jac.data() as Float64Array;
    return largest(round ? round.gradient(slopes) : slopes) <= tol;
  };
  const first = problem.at(start);
  if (largest(first.gradient) <= tol) return { parameters: start, nIter: 0, converged: true };
  const found = minimize(value, tensor(round ? round.variables(start) : start), {
    method: "l-bfgs",
    memory: MEMORY,
    tolerance: 0,
    maxIterations: maxIter,
    // minimize asks for the gradient where it has just asked for the value.
    jac: () => tensor(round ? round.slopes(gradient) : gradient),
    callback: ({ jac }) => isFlat(jac),
  });
  return {
    parameters: parametersOf(found.x),
    nIter: found.nit,
    converged: found.status !== "max-iterations",
  };
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]!));
  return most;
}
