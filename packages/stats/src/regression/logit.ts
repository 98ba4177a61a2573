import { checkInteger, checkPositive, LinAlgError, ValueError } from "@gradus/core";
import { matrixRank, solve, tensor } from "@gradus/tensor";
import type { Sample } from "../hypothesis/samples";
import {
  type Design,
  type DesignMatrix,
  linearPredictor,
  readDesign,
  type VariableNames,
} from "./design";
import { LogitResults } from "./logit-results";
import { separates } from "./separation";

/** How {@link Logit} iterates. */
export interface LogitFitOptions {
  /** Default 35. */
  readonly maxIterations?: number;
  /** The iterations end when no coefficient changes by more. Default 1e-8. */
  readonly tolerance?: number;
}

/**
 * Logistic regression by maximum likelihood: P(y = 1) = 1/(1 + exp(−X·b)), without regularization, with standard
 * errors, tests and the full table. By Newton's method.
 *
 * X gets no column of ones by itself: see {@link addConstant}.
 *
 * @param y numbers 0 and 1 (or shares between)
 * @throws ShapeError where y and X have different lengths; ValueError for numbers that are not finite or y outside
 * [0, 1]; ParameterError for a wrong number of names.
 * @example
 * ```ts
 * const X = addConstant([[1], [2], [3], [4], [5], [6]]);
 * const fit = new Logit([0, 0, 1, 0, 1, 1], X).fit();
 * Array.from(fit.params, (b) => b.toFixed(3)); // → ["-4.249", "1.214"]
 * fit.prsquared.toFixed(4); // → 0.4042
 * ```
 */
export class Logit {
  private readonly design: Design;

  constructor(y: Sample, X: DesignMatrix, names: VariableNames = {}) {
    this.design = readDesign("Logit", y, X, names);
    const bad = this.design.y.findIndex((value) => value < 0 || value > 1);
    if (bad >= 0) {
      throw new ValueError(`Logit: expected y from 0 to 1, got ${this.design.y[bad]} at ${bad}`);
    }
  }

  /**
   * Estimates. Where the observations can be separated no finite coefficients are the most likely ones: the result
   * then says so in its `warnings`, as it does when the iterations do not converge.
   * @throws LinAlgError for columns of X that depend on each other; ParameterError for options out of range.
   */
  fit({ maxIterations = 35, tolerance = 1e-8 }: LogitFitOptions = {}): LogitResults {
    checkInteger("Logit.fit", "maxIterations", maxIterations, 1);
    checkPositive("Logit.fit", "tolerance", tolerance);
    const { design } = this;
    const rank = matrixRank(tensor(design.X, { shape: [design.n, design.k] })).item();
    if (rank < design.k) {
      throw new LinAlgError(
        `Logit.fit: expected independent columns in X, got ${design.k} columns of rank ${rank}`,
      );
    }
    let params: Float64Array = new Float64Array(design.k);
    for (let iteration = 1; ; iteration++) {
      const step = newtonStep(design, params);
      params = params.map((b, j) => b + step[j]!);
      const converged = step.every((s) => Math.abs(s) <= tolerance);
      // From coefficients that separate on there is nothing to be found but larger ones.
      if (converged || iteration === maxIterations || separates(design, sigmoid(design, params))) {
        return new LogitResults(design, { params, iterations: iteration, converged });
      }
    }
  }
}

/** H⁻¹·gradient, with a trace of 1e-10·n on the diagonal of H, as statsmodels has it. */
function newtonStep(design: Design, params: Float64Array): Float64Array {
  const { X, y, n, k } = design;
  const p = sigmoid(design, params);
  const gradient = new Float64Array(k);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < k; j++) gradient[j]! += X[i * k + j]! * (y[i]! - p[i]!);
  }
  const H = information(design, p);
  for (let j = 0; j < k; j++) H[j * k + j]! -= 1e-10 * n;
  return solve(tensor(H, { shape: [k, k] }), tensor(gradient))
    .data()
    .slice() as Float64Array;
}

/** The probabilities 1/(1 + exp(−X·b)). */
export function sigmoid(design: Design, params: Float64Array): Float64Array {
  return linearPredictor(design, params).map((eta) => 1 / (1 + Math.exp(-eta)));
}

/** Σ pᵢ(1 − pᵢ)·xᵢxᵢᵀ, row by row. */
export function information({ X, n, k }: Design, p: Float64Array): Float64Array {
  const out = new Float64Array(k * k);
  for (let i = 0; i < n; i++) {
    const weight = p[i]! * (1 - p[i]!);
    for (let a = 0; a < k; a++) {
      const xa = weight * X[i * k + a]!;
      for (let b = 0; b < k; b++) out[a * k + b]! += xa * X[i * k + b]!;
    }
  }
  return out;
}
