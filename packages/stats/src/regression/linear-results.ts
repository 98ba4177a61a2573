import { inverse, matmul, tensor } from "@gradus/tensor";
import { jarqueBera, normaltest } from "../hypothesis/normality";
import type { TestResult } from "../hypothesis/result";
import { meanOf, total } from "../hypothesis/samples";
import { fSf } from "../hypothesis/tails";
import { type CovType, robustCovariance } from "./covariance";
import type { Design, DesignMatrix } from "./design";
import type { LeastSquares } from "./least-squares";
import { linearSummary } from "./linear-summary";
import { RegressionResults, type SummaryOptions } from "./regression-results";
import type { Summary } from "./summary";

/** What a least-squares fit hands to its results. */
export interface LinearFit {
  readonly solution: LeastSquares;
  readonly weights: Float64Array | undefined;
  readonly covType: CovType;
  readonly useT: boolean;
}

/** The results of {@link OLS} and {@link WLS}. */
export class LinearResults extends RegressionResults {
  /** "OLS" or "WLS". */
  readonly model: "OLS" | "WLS";
  readonly covType: CovType;
  /** Whether the columns of X span a constant; without one R² counts from 0 and not from the mean. */
  readonly hasConstant: boolean;
  /** The variance of the errors, ssr/dfResid. */
  readonly scale: number;
  /** The weighted sum of squared residuals. */
  readonly ssr: number;
  protected readonly covariance: Float64Array;
  private readonly solution: LeastSquares;
  private readonly weights: Float64Array | undefined;

  /** @internal */
  constructor(model: "OLS" | "WLS", design: Design, fit: LinearFit) {
    const { solution, weights, covType } = fit;
    const dfResid = design.n - solution.rank;
    super(design, {
      params: solution.params,
      warnings: warningsOf(design, solution),
      dfResid,
      dfModel: solution.rank - Number(design.hasConstant),
      useT: fit.useT,
    });
    this.model = model;
    this.covType = covType;
    this.hasConstant = design.hasConstant;
    this.solution = solution;
    this.weights = weights;
    const { wresid } = this;
    this.ssr = total(wresid, (e) => e * e);
    this.scale = this.ssr / dfResid;
    this.covariance =
      covType === "nonrobust"
        ? solution.normalizedCov.map((value) => value * this.scale)
        : robustCovariance(covType, solution, this.weightedX(), wresid);
  }

  /** X·b. */
  get fittedvalues(): Float64Array {
    return this.linear();
  }

  /** y − X·b. */
  get resid(): Float64Array {
    const fitted = this.fittedvalues;
    return this.design.y.map((y, i) => y - fitted[i]!);
  }

  /** The residuals times the square roots of the weights. */
  get wresid(): Float64Array {
    const { resid, weights } = this;
    return weights ? resid.map((e, i) => e * Math.sqrt(weights[i]!)) : resid;
  }

  /** The residuals divided by their standard deviation √scale. */
  get residPearson(): Float64Array {
    const sigma = Math.sqrt(this.scale);
    return this.wresid.map((e) => e / sigma);
  }

  /** The weighted sum of squares of y about its (weighted) mean. */
  get centeredTss(): number {
    const { y } = this.design;
    const { weights } = this;
    if (!weights) {
      const mean = meanOf(y);
      return total(y, (v) => (v - mean) ** 2);
    }
    const mean = total(y, (v, i) => v * weights[i]!) / total(weights);
    return total(y, (v, i) => weights[i]! * (v - mean) ** 2);
  }

  /** The weighted sum of squares of y. */
  get uncenteredTss(): number {
    return total(this.design.y, (v, i) => (this.weights?.[i] ?? 1) * v * v);
  }

  /** The sum of squares that the model explains. */
  get ess(): number {
    return (this.hasConstant ? this.centeredTss : this.uncenteredTss) - this.ssr;
  }

  /** The share of the sum of squares that the model explains. */
  get rsquared(): number {
    return 1 - this.ssr / (this.hasConstant ? this.centeredTss : this.uncenteredTss);
  }

  /** R² adjusted for the number of coefficients. */
  get rsquaredAdj(): number {
    return 1 - ((this.nobs - Number(this.hasConstant)) / this.dfResid) * (1 - this.rsquared);
  }

  /** ess/dfModel. */
  get mseModel(): number {
    return this.ess / this.dfModel;
  }

  /** ssr/dfResid. */
  get mseResid(): number {
    return this.scale;
  }

  /** The F statistic of all coefficients but the constant being 0; with a robust covariance Wald's. NaN if there are none. */
  get fvalue(): number {
    if (this.dfModel === 0) return Number.NaN;
    if (this.covType === "nonrobust") return this.mseModel / this.mseResid;
    const places = this.names.map((_, j) => j).filter((j) => j !== this.design.constantIndex);
    const b = tensor(places.map((j) => this.params[j]!));
    const { k } = this.design;
    const cov = tensor(places.map((i) => places.map((j) => this.covariance[i * k + j]!)));
    return matmul(matmul(b, inverse(cov)), b).item() / places.length;
  }

  /** The p-value of `fvalue`. */
  get fPvalue(): number {
    const numerator =
      this.covType === "nonrobust"
        ? this.dfModel
        : this.design.k - Number(this.design.constantIndex >= 0);
    return fSf(this.fvalue, numerator, this.dfResid);
  }

  get llf(): number {
    const half = this.nobs / 2;
    const logWeights = this.weights ? 0.5 * total(this.weights, Math.log) : 0;
    return -half * (Math.log(2 * Math.PI) + Math.log(this.ssr / this.nobs) + 1) + logWeights;
  }

  get aic(): number {
    return -2 * this.llf + 2 * (this.dfModel + Number(this.hasConstant));
  }

  get bic(): number {
    return -2 * this.llf + Math.log(this.nobs) * (this.dfModel + Number(this.hasConstant));
  }

  /** The ratio of the largest to the smallest singular value of the (weighted) X. */
  get conditionNumber(): number {
    const { singularValues } = this.solution;
    return singularValues[0]! / singularValues[singularValues.length - 1]!;
  }

  /** The smallest eigenvalue of XᵀWX. */
  get smallestEigenvalue(): number {
    return this.solution.singularValues[this.solution.singularValues.length - 1]! ** 2;
  }

  /** Σ(eᵢ − eᵢ₋₁)²/Σeᵢ²: near 2 for residuals that do not depend on those before. */
  get durbinWatson(): number {
    return durbinWatson(this.wresid);
  }

  /** D'Agostino and Pearson's test of the residuals' normality; NaN for fewer than 8 observations. */
  get omnibus(): TestResult {
    if (this.nobs < 8) return { statistic: Number.NaN, pvalue: Number.NaN, df: 2 };
    return normaltest(this.wresid);
  }

  /** Jarque and Bera's test of the residuals' normality, with their skewness and kurtosis. */
  get jarqueBera(): ReturnType<typeof jarqueBera> {
    return jarqueBera(this.wresid);
  }

  /** @throws ShapeError for another number of columns than X had. */
  predict(X?: DesignMatrix): Float64Array {
    return this.linear(X);
  }

  /** The table that statsmodels prints, but for date and time. */
  summary({ alpha = 0.05 }: SummaryOptions = {}): Summary {
    return linearSummary(this, this.design.yName, this.coefficientRows(alpha), alpha);
  }

  private weightedX(): Float64Array {
    const { X, k } = this.design;
    const { weights } = this;
    return weights ? X.map((x, i) => x * Math.sqrt(weights[Math.floor(i / k)]!)) : X;
  }
}

/**
 * The statistic of Durbin and Watson, Σ(eᵢ − eᵢ₋₁)²/Σeᵢ²: near 2 for errors that do not depend on those before, near 0
 * where they follow each other, near 4 where they alternate.
 * @example
 * ```ts
 * durbinWatson(Float64Array.of(1, -1, 1, -1)); // → 3
 * ```
 */
export function durbinWatson(residuals: Float64Array): number {
  const steps = total(residuals, (e, i) => (i === 0 ? 0 : (e - residuals[i - 1]!) ** 2));
  return steps / total(residuals, (e) => e * e);
}

function warningsOf({ k }: Design, { rank }: LeastSquares): string[] {
  if (rank === k) return [];
  return [
    `the ${k} columns of X have rank ${rank}: single coefficients are not identified, and the solution of smallest norm is given`,
  ];
}
