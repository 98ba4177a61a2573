import { warn } from "@gradus/core";
import type { FitOptions } from "../base/estimator";
import type { Targets } from "../base/inputs";
import type { AnyMatrix } from "../base/sparse-inputs";
import {
  type ElasticLimits,
  ElasticProblem,
  type ElasticSolution,
  type ElasticStrength,
  weightsMatrix,
} from "./elastic-problem";
import { LinearRegressor } from "./linear-regressor";

/** What a regression by coordinate descent learns beside its weights. */
export interface FittedElastic {
  readonly nIter: number;
  readonly dualGap: number;
}

/** What Lasso and ElasticNet have in common. */
export abstract class ElasticRegressor<Params extends object> extends LinearRegressor<
  Params,
  FittedElastic
> {
  abstract readonly tol: number;
  abstract readonly maxIter: number;
  abstract readonly positive: boolean;

  /** The most rounds of coordinate descent that a target took. @throws NotFittedError before `fit`. */
  get nIter(): number {
    return this.learned("nIter").nIter;
  }

  /**
   * At most so much the objective is above its minimum, for the target where that is most.
   *
   * @throws NotFittedError before `fit`.
   */
  get dualGap(): number {
    return this.learned("dualGap").dualGap;
  }

  protected fitElastic(
    data: readonly [X: AnyMatrix, y: Targets],
    options: FitOptions,
    strength: ElasticStrength,
  ): this {
    return this.learnAny(data, options, (X, Y, { total }) => {
      const problems = ElasticProblem.each(X, Y, total);
      const solutions = problems.map((problem) => problem.solve(strength, this));
      warnUnlessConverged(`${this.typeName}.fit`, solutions, this);
      return {
        W: weightsMatrix(solutions),
        nIter: Math.max(...solutions.map(({ nIter }) => nIter)),
        dualGap: Math.max(...solutions.map(({ dualGap }) => dualGap)),
      };
    });
  }
}

/** Warns if coordinate descent did not come to rest for one of the targets or strengths. */
export function warnUnlessConverged(
  where: string,
  solutions: readonly ElasticSolution[],
  { maxIter }: ElasticLimits,
): void {
  const open = solutions.find(({ converged }) => !converged);
  if (open === undefined) return;
  warn(
    "convergence",
    `${where}: expected to converge in ${maxIter} rounds, the duality gap is ${open.dualGap.toExponential(2)}; standardized features, a larger alpha or more rounds (maxIter) may help`,
  );
}
