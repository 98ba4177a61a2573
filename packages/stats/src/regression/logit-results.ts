import { pinv, tensor } from "@gradus/tensor";
import { meanOf, total } from "../hypothesis/samples";
import { chi2Sf } from "../hypothesis/tails";
import type { Design, DesignMatrix } from "./design";
import { information, sigmoid } from "./logit";
import { fixed, general } from "./python-format";
import { RegressionResults, type SummaryOptions } from "./regression-results";
import { SEPARATION, separates } from "./separation";
import { Summary } from "./summary";

/** Where Newton's iterations ended. */
export interface LogitFit {
  readonly params: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

/** The results of {@link Logit}. */
export class LogitResults extends RegressionResults {
  /** Whether the coefficients came to rest; if not, `warnings` says so. */
  readonly converged: boolean;
  readonly iterations: number;
  protected readonly covariance: Float64Array;

  /** @internal */
  constructor(design: Design, fit: LogitFit) {
    const probabilities = sigmoid(design, fit.params);
    super(design, {
      params: fit.params,
      warnings: warningsOf(design, fit, probabilities),
      dfResid: design.n - design.k,
      dfModel: design.k - 1,
      useT: false,
    });
    this.converged = fit.converged;
    this.iterations = fit.iterations;
    const H = information(design, probabilities);
    const shape = [design.k, design.k];
    this.covariance = pinv(tensor(H, { shape })).data().slice() as Float64Array;
  }

  /** The fitted probabilities of 1. */
  get fittedvalues(): Float64Array {
    return this.predict();
  }

  /** The probabilities of 1. @throws ShapeError for another number of columns than X had. */
  predict(X?: DesignMatrix): Float64Array {
    return this.linear(X).map((eta) => 1 / (1 + Math.exp(-eta)));
  }

  /** y − p. */
  get residResponse(): Float64Array {
    const p = this.predict();
    return this.design.y.map((y, i) => y - p[i]!);
  }

  /** (y − p)/√(p(1 − p)). */
  get residPearson(): Float64Array {
    const p = this.predict();
    return this.design.y.map((y, i) => (y - p[i]!) / Math.sqrt(p[i]! * (1 - p[i]!)));
  }

  /** The signed roots of −2·log-likelihood of each observation. */
  get residDeviance(): Float64Array {
    const eta = this.linear();
    return this.design.y.map(
      (y, i) => (y > 0.5 ? 1 : -1) * Math.sqrt(-2 * logLikelihood(y, eta[i]!)),
    );
  }

  get llf(): number {
    const eta = this.linear();
    return total(this.design.y, (y, i) => logLikelihood(y, eta[i]!));
  }

  /** The log-likelihood of the model with a constant alone. */
  get llnull(): number {
    const p = meanOf(this.design.y);
    const part = (share: number) => (share === 0 ? 0 : share * Math.log(share));
    return this.nobs * (part(p) + part(1 - p));
  }

  /** The likelihood ratio 2·(llf − llnull). */
  get llr(): number {
    return 2 * (this.llf - this.llnull);
  }

  /** The p-value of the likelihood ratio, χ² with dfModel degrees of freedom. */
  get llrPvalue(): number {
    return this.dfModel === 0 ? Number.NaN : chi2Sf(this.llr, this.dfModel);
  }

  /** 1 − llf/llnull, after McFadden. */
  get prsquared(): number {
    return 1 - this.llf / this.llnull;
  }

  get aic(): number {
    return -2 * (this.llf - (this.dfModel + 1));
  }

  get bic(): number {
    return -2 * this.llf + Math.log(this.nobs) * (this.dfModel + 1);
  }

  /** How often 0 and 1 (rows) were predicted as 0 and 1 (columns), at the given threshold. */
  predTable(threshold = 0.5): readonly (readonly [number, number])[] {
    const table: [[number, number], [number, number]] = [
      [0, 0],
      [0, 0],
    ];
    this.predict().forEach((p, i) => {
      table[this.design.y[i]! >= 0.5 ? 1 : 0][p > threshold ? 1 : 0]++;
    });
    return table;
  }

  /** The table that statsmodels prints, but for date and time. */
  summary({ alpha = 0.05 }: SummaryOptions = {}): Summary {
    return new Summary({
      title: "Logit Regression Results",
      left: [
        ["Dep. Variable:", this.design.yName],
        ["Model:", "Logit"],
        ["Method:", "MLE"],
        ["converged:", this.converged ? "True" : "False"],
        ["Covariance Type:", "nonrobust"],
      ],
      right: [
        ["No. Observations:", String(this.nobs)],
        ["Df Residuals:", String(this.dfResid)],
        ["Df Model:", String(this.dfModel)],
        ["Pseudo R-squ.:", general(this.prsquared, 4, true)],
        ["Log-Likelihood:", general(this.llf, 5, true)],
        ["LL-Null:", general(this.llnull, 5, true)],
        ["LLR p-value:", general(this.llrPvalue, 4, true)],
      ],
      coefficients: this.coefficientRows(alpha),
      statisticName: "z",
      alpha,
      notes: this.warnings.map((text) => `Warning: ${text}`),
      numbered: false,
    });
  }
}

/** y·log p + (1 − y)·log(1 − p) for p = 1/(1 + exp(−η)), with all digits far out. */
function logLikelihood(y: number, eta: number): number {
  const logYes = eta > 0 ? -Math.log1p(Math.exp(-eta)) : eta - Math.log1p(Math.exp(eta));
  const logNo = logYes - eta;
  return y * logYes + (1 - y) * logNo;
}

function warningsOf(
  design: Design,
  { iterations, converged }: LogitFit,
  p: Float64Array,
): string[] {
  const warnings: string[] = [];
  const exact = p.filter((value, i) => Math.abs(value - design.y[i]!) < 1e-4).length / p.length;
  if (separates(design, p)) warnings.push(SEPARATION);
  else if (exact > 0.1) {
    warnings.push(
      `possibly quasi-separation: ${fixed(100 * exact, 0)}% of the observations are predicted perfectly, and some coefficients may not be identified`,
    );
  }
  if (!converged) {
    warnings.push(`the coefficients did not come to rest in ${iterations} iterations`);
  }
  return warnings;
}
