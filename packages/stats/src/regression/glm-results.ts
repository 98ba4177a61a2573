import { ValueError } from "@gradus/core";
import { total } from "../hypothesis/samples";
import type { DesignMatrix } from "./design";
import { devianceOf, type GLMIterations, type GLMModel, iterate, scaleOf } from "./glm";
import { fixed, general } from "./python-format";
import { RegressionResults, type SummaryOptions } from "./regression-results";
import { SEPARATION, separates } from "./separation";
import { Summary } from "./summary";

/** The results of {@link GLM}. */
export class GLMResults extends RegressionResults {
  /** Whether the deviance came to rest; if not, `warnings` says so. */
  readonly converged: boolean;
  /** How many weighted least-squares problems were solved. */
  readonly iterations: number;
  /** The dispersion: Pearson's χ²/dfResid for gaussian, gamma and inverse Gaussian, else 1. */
  readonly scale: number;
  /** Twice the log-likelihood that is lost to a model with a mean of its own for each observation, unscaled. */
  readonly deviance: number;
  protected readonly covariance: Float64Array;
  private readonly model: GLMModel;
  private readonly mu: Float64Array;

  /** @internal */
  constructor(model: GLMModel, fit: GLMIterations) {
    const { design } = model;
    const { solution, mu } = fit;
    const dfResid = design.n - solution.rank;
    if (dfResid <= 0) {
      throw new ValueError(
        `GLM.fit: expected more observations than the rank of X, got ${design.n} and rank ${solution.rank}`,
      );
    }
    super(design, {
      params: solution.params,
      warnings: warningsOf(model, fit),
      dfResid,
      dfModel: solution.rank - 1,
      useT: false,
    });
    this.model = model;
    this.mu = mu;
    this.converged = fit.converged;
    this.iterations = fit.iterations;
    this.deviance = devianceOf(model, mu);
    this.scale = scaleOf(model, mu, dfResid);
    this.covariance = solution.normalizedCov.map((value) => value * this.scale);
  }

  /** The fitted means, g⁻¹(X·b + offset). */
  get fittedvalues(): Float64Array {
    return this.mu.slice();
  }

  /** y − μ; for binomial counts successes less expected successes. */
  get residResponse(): Float64Array {
    const { y } = this.design;
    return this.mu.map((m, i) => this.trials(i) * (y[i]! - m));
  }

  /** (y − μ)/√V(μ). */
  get residPearson(): Float64Array {
    const { y } = this.design;
    const { variance } = this.model.family;
    return this.mu.map(
      (m, i) => ((y[i]! - m) * Math.sqrt(this.trials(i))) / Math.sqrt(variance(m)),
    );
  }

  /** The signed roots of each observation's part of the deviance. */
  get residDeviance(): Float64Array {
    const { y } = this.design;
    const { unitDeviance } = this.model.family;
    return this.mu.map((m, i) => {
      const part = this.trials(i) * unitDeviance(y[i]!, m);
      return Math.sign(y[i]! - m) * Math.sqrt(Math.max(0, part));
    });
  }

  /** (y − μ)·g′(μ), the residuals of the last least-squares problem. */
  get residWorking(): Float64Array {
    const { derivative } = this.model.link;
    const { y } = this.design;
    return this.mu.map((m, i) => (y[i]! - m) * derivative(m));
  }

  /** The sum of squared Pearson residuals. */
  get pearsonChi2(): number {
    return total(this.residPearson, (e) => e * e);
  }

  /** The log-likelihood, at the estimated scale (for the normal linear model at the most likely one, ssr/n). */
  get llf(): number {
    const { family, link } = this.model;
    const profiled = family.title === "Gaussian" && link.title === "Identity";
    const scale = profiled ? total(this.residResponse, (e) => e * e) / this.nobs : this.scale;
    return this.logLikelihood(this.mu, scale);
  }

  /** The log-likelihood of the model with a constant alone, at this model's scale. */
  get llnull(): number {
    return this.logLikelihood(this.nullMeans(), this.scale);
  }

  /** The deviance of the model with a constant alone. */
  get nullDeviance(): number {
    return devianceOf(this.model, this.nullMeans());
  }

  /** 1 − exp(2·(llnull − llf)/n), after Cox and Snell. */
  get pseudoRsquared(): number {
    return 1 - Math.exp(((this.llnull - this.llf) * 2) / this.nobs);
  }

  get aic(): number {
    return -2 * this.llf + 2 * (this.dfModel + 1);
  }

  get bic(): number {
    return -2 * this.llf + Math.log(this.nobs) * (this.dfModel + 1);
  }

  /** The deviance less dfResid·log(n), a criterion after Raftery. */
  get bicDeviance(): number {
    return this.deviance - this.dfResid * Math.log(this.nobs);
  }

  /**
   * The means of new rows (with offset 0), or the fitted ones.
   * @throws ShapeError for another number of columns than X had.
   */
  predict(X?: DesignMatrix): Float64Array {
    return X === undefined ? this.fittedvalues : this.linear(X).map(this.model.link.inverse);
  }

  /** The table that statsmodels prints, but for date and time. */
  summary({ alpha = 0.05 }: SummaryOptions = {}): Summary {
    const { family, link, design, trials } = this.model;
    return new Summary({
      title: "Generalized Linear Model Regression Results",
      left: [
        ["Dep. Variable:", trials ? `${design.yName} (successes, failures)` : design.yName],
        ["Model:", "GLM"],
        ["Model Family:", family.title],
        ["Link Function:", link.title],
        ["Method:", "IRLS"],
        ["No. Iterations:", String(this.iterations)],
        ["Covariance Type:", "nonrobust"],
      ],
      right: [
        ["No. Observations:", String(this.nobs)],
        ["Df Residuals:", String(this.dfResid)],
        ["Df Model:", String(this.dfModel)],
        ["Scale:", general(this.scale, 5, true)],
        ["Log-Likelihood:", general(this.llf, 5, true)],
        ["Deviance:", general(this.deviance, 5, true)],
        ["Pearson chi2:", general(this.pearsonChi2, 3, true)],
        ["Pseudo R-squ. (CS):", general(this.pseudoRsquared, 4, true)],
      ],
      coefficients: this.coefficientRows(alpha),
      statisticName: "z",
      alpha,
      notes: this.warnings.map((text) => `Warning: ${text}`),
      numbered: false,
    });
  }

  private trials(i: number): number {
    return this.model.trials?.[i] ?? 1;
  }

  private logLikelihood(mu: Float64Array, scale: number): number {
    const { family } = this.model;
    const { y } = this.design;
    return total(mu, (m, i) => family.logLikelihood(y[i]!, m, scale, this.trials(i)));
  }

  /** The mean of y; with an offset the means of a model of a constant. */
  private nullMeans(): Float64Array {
    const { design, offset } = this.model;
    const { y, n } = design;
    if (offset === undefined) {
      const trials = total(y, (_, i) => this.trials(i));
      const mean = total(y, (v, i) => v * this.trials(i)) / trials;
      return new Float64Array(n).fill(mean);
    }
    const alone = { ...design, X: new Float64Array(n).fill(1), k: 1 };
    return iterate({ ...this.model, design: alone }, 100, 1e-8).mu;
  }
}

function warningsOf({ design, family }: GLMModel, fit: GLMIterations): string[] {
  const { solution, mu, iterations, converged } = fit;
  const warnings: string[] = [];
  if (family.title === "Binomial" && separates(design, mu)) warnings.push(SEPARATION);
  else if (mu.every((m, i) => Math.abs(m - design.y[i]!) <= 1e-8)) {
    warnings.push("perfect prediction: the model fits every observation exactly");
  }
  if (!converged) {
    warnings.push(`the deviance did not come to rest in ${fixed(iterations, 0)} iterations`);
  }
  if (solution.rank < design.k) {
    warnings.push(
      `the ${design.k} columns of X have rank ${solution.rank}: single coefficients are not identified, and the solution of smallest norm is given`,
    );
  }
  return warnings;
}
