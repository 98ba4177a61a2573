import { checkBoolean, checkOneOf, ShapeError, ValueError } from "@gradus/core";
import { readSample, type Sample } from "../hypothesis/samples";
import { COV_TYPES, type CovType } from "./covariance";
import { type Design, type DesignMatrix, readDesign, type VariableNames } from "./design";
import { leastSquares } from "./least-squares";
import { LinearResults } from "./linear-results";

/** How {@link OLS} and {@link WLS} estimate. */
export interface LinearFitOptions {
  /** How the covariance of the coefficients is estimated. Default "nonrobust". */
  readonly covType?: CovType;
  /** p-values by the t distribution. Default: true for "nonrobust", false (normal) for the others. */
  readonly useT?: boolean;
}

/**
 * Ordinary least squares: the b that minimizes Σ (yᵢ − xᵢ·b)², with standard errors, tests and the full table.
 *
 * X gets no column of ones by itself: see {@link addConstant}. Where the columns of X depend on each other the
 * solution of smallest norm is taken, and `warnings` says so.
 *
 * @throws ShapeError where y and X have different lengths; ValueError for numbers that are not finite;
 * ParameterError for a wrong number of names.
 * @example
 * ```ts
 * const fit = new OLS([3, 5, 8, 8, 12], addConstant([[1], [2], [3], [4], [5]])).fit();
 * Array.from(fit.params, (b) => b.toFixed(2)); // → ["0.90", "2.10"]
 * fit.rsquared.toFixed(4); // → 0.9423
 * ```
 */
export class OLS {
  private readonly design: Design;

  constructor(y: Sample, X: DesignMatrix, names: VariableNames = {}) {
    this.design = readDesign("OLS", y, X, names);
  }

  /**
   * Estimates.
   * @throws ParameterError for an unknown covType; ValueError without degrees of freedom left.
   */
  fit(options: LinearFitOptions = {}): LinearResults {
    return fitLinear("OLS", this.design, undefined, options);
  }
}

/** The data of {@link WLS}. */
export interface WLSOptions extends VariableNames {
  /** One positive weight an observation, proportional to 1/variance. */
  readonly weights: Sample;
}

/**
 * Weighted least squares: the b that minimizes Σ wᵢ(yᵢ − xᵢ·b)², where the weights are proportional to 1/variance.
 *
 * @throws ShapeError where y, X and the weights have different lengths; ValueError for numbers that are not finite and
 * for weights that are not positive; ParameterError for a wrong number of names.
 * @example
 * ```ts
 * const X = addConstant([[1], [2], [3], [4], [5]]);
 * const fit = new WLS([3, 5, 8, 8, 12], X, { weights: [1, 1, 1, 1, 4] }).fit();
 * Array.from(fit.params, (b) => b.toFixed(3)); // → ["0.643", "2.229"]
 * ```
 */
export class WLS {
  private readonly design: Design;
  private readonly weights: Float64Array;

  constructor(y: Sample, X: DesignMatrix, { weights, ...names }: WLSOptions) {
    this.design = readDesign("WLS", y, X, names);
    this.weights = readSample("WLS", "weights", weights);
    if (this.weights.length !== this.design.n) {
      throw new ShapeError(
        `WLS: expected ${this.design.n} weights, one an observation, got ${this.weights.length}`,
      );
    }
    const bad = this.weights.findIndex((w) => w <= 0);
    if (bad >= 0) {
      throw new ValueError(`WLS: expected weights > 0, got ${this.weights[bad]} at ${bad}`);
    }
  }

  /**
   * Estimates.
   * @throws ParameterError for an unknown covType; ValueError without degrees of freedom left.
   */
  fit(options: LinearFitOptions = {}): LinearResults {
    return fitLinear("WLS", this.design, this.weights, options);
  }
}

function fitLinear(
  model: "OLS" | "WLS",
  design: Design,
  weights: Float64Array | undefined,
  { covType = "nonrobust", useT = covType === "nonrobust" }: LinearFitOptions,
): LinearResults {
  checkOneOf(`${model}.fit`, "covType", covType, COV_TYPES);
  checkBoolean(`${model}.fit`, "useT", useT);
  const solution = leastSquares(design.X, design.y, weights, design.k);
  const dfResid = design.n - solution.rank;
  if (dfResid <= 0) {
    throw new ValueError(
      `${model}.fit: expected more observations than the rank of X, got ${design.n} and rank ${solution.rank}`,
    );
  }
  return new LinearResults(model, design, { solution, weights, covType, useT });
}
