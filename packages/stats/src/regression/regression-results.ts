import {
  checkBetween,
  type Displayable,
  type DisplayData,
  displaySymbol,
  ShapeError,
} from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import type { Interval } from "../hypothesis/samples";
import { tPvalue, tQuantile } from "../hypothesis/tails";
import { type Design, type DesignMatrix, linearPredictor, readMatrix } from "./design";
import type { CoefficientRow, Summary } from "./summary";

/** What every fitted regression has, with statsmodels' names. Vectors hold one number a coefficient or an observation. */
export abstract class RegressionResults implements Displayable {
  /** The names of the coefficients. */
  readonly names: readonly string[];
  /** The coefficients. */
  readonly params: Float64Array;
  /** What may be wrong with this fit, in sentences: empty when nothing was noticed. */
  readonly warnings: readonly string[];
  /** The number of observations. */
  readonly nobs: number;
  /** The degrees of freedom of the residuals: observations less the rank of X. */
  readonly dfResid: number;
  /** The rank of X without the constant. */
  readonly dfModel: number;
  /** Whether p-values and intervals come from the t distribution; otherwise from the normal one. */
  readonly useT: boolean;
  /** The covariance matrix of the coefficients, row by row. */
  protected abstract readonly covariance: Float64Array;
  protected readonly design: Design;

  protected constructor(
    design: Design,
    fit: Pick<RegressionResults, "params" | "warnings" | "dfResid" | "dfModel" | "useT">,
  ) {
    this.design = design;
    this.names = design.names;
    this.nobs = design.n;
    this.params = fit.params;
    this.warnings = fit.warnings;
    this.dfResid = fit.dfResid;
    this.dfModel = fit.dfModel;
    this.useT = fit.useT;
  }

  /** The logarithm of the likelihood. */
  abstract get llf(): number;
  /** The fitted mean of each observation. */
  abstract get fittedvalues(): Float64Array;
  /** Akaike's criterion, 2·(number of coefficients) − 2·llf. */
  abstract get aic(): number;
  /** Schwarz' criterion, log(n)·(number of coefficients) − 2·llf. */
  abstract get bic(): number;
  /** The table of the fit. */
  abstract summary(options?: SummaryOptions): Summary;
  /** The means that the model predicts for new rows. */
  abstract predict(X?: DesignMatrix): Float64Array;

  /** The estimated covariance matrix of the coefficients, shape (k, k). */
  covParams(): Tensor {
    return tensor(this.covariance, { shape: [this.design.k, this.design.k] });
  }

  /** Standard errors of the coefficients. */
  get bse(): Float64Array {
    const { k } = this.design;
    return this.params.map((_, j) => Math.sqrt(this.covariance[j * k + j]!));
  }

  /** Coefficients divided by their standard errors: t values, or z values where `useT` is false. */
  get tvalues(): Float64Array {
    const { bse } = this;
    return this.params.map((b, j) => b / bse[j]!);
  }

  /** Two-sided p-values of the coefficients being 0. */
  get pvalues(): Float64Array {
    return this.tvalues.map((t) => tPvalue(t, this.referenceDf, "two-sided"));
  }

  /**
   * Confidence intervals of the coefficients.
   * @param alpha one less the confidence
   * @throws ParameterError unless alpha is from 0 to 1.
   */
  confInt(alpha = 0.05): readonly Interval[] {
    checkBetween(`${this.design.where}.confInt`, "alpha", alpha, [0, 1]);
    const q = -tQuantile(alpha / 2, this.referenceDf);
    const { bse } = this;
    return Array.from(this.params, (b, j): Interval => [b - q * bse[j]!, b + q * bse[j]!]);
  }

  toString(): string {
    return this.summary().toString();
  }

  [displaySymbol](): DisplayData {
    return this.summary()[displaySymbol]();
  }

  protected get referenceDf(): number {
    return this.useT ? this.dfResid : Number.POSITIVE_INFINITY;
  }

  protected coefficientRows(alpha: number): CoefficientRow[] {
    const [{ bse, tvalues, pvalues }, intervals] = [this, this.confInt(alpha)];
    return this.names.map((name, j) => ({
      name,
      coef: this.params[j]!,
      stdErr: bse[j]!,
      statistic: tvalues[j]!,
      pvalue: pvalues[j]!,
      low: intervals[j]![0],
      high: intervals[j]![1],
    }));
  }

  /** X·params for the rows that were fitted, or for new ones. @throws ShapeError for another number of columns. */
  protected linear(X?: DesignMatrix): Float64Array {
    if (X === undefined) return linearPredictor(this.design, this.params);
    const { values, n, k } = readMatrix(`${this.design.where}.predict`, X);
    if (k !== this.design.k) {
      throw new ShapeError(
        `${this.design.where}.predict: expected X with ${this.design.k} columns, got ${k}`,
      );
    }
    return linearPredictor({ X: values, n, k }, this.params);
  }
}

/** How a summary is made. */
export interface SummaryOptions {
  /** One less the confidence of the intervals. Default 0.05. */
  readonly alpha?: number;
}
