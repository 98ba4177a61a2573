import type { LinearResults } from "./linear-results";
import { fixed, general } from "./python-format";
import { type CoefficientRow, Summary } from "./summary";

/** The table of a least-squares fit. */
export function linearSummary(
  fit: LinearResults,
  yName: string,
  coefficients: readonly CoefficientRow[],
  alpha: number,
): Summary {
  const centred = fit.hasConstant ? "" : " (uncentered)";
  const [omnibus, jb] = [fit.omnibus, fit.jarqueBera];
  return new Summary({
    title: `${fit.model} Regression Results`,
    left: [
      ["Dep. Variable:", yName],
      ["Model:", fit.model],
      ["Method:", "Least Squares"],
      ["No. Observations:", String(fit.nobs)],
      ["Df Residuals:", String(fit.dfResid)],
      ["Df Model:", String(fit.dfModel)],
      ["Covariance Type:", fit.covType],
    ],
    right: [
      [`R-squared${centred}:`, fixed(fit.rsquared, 3)],
      [`Adj. R-squared${centred}:`, fixed(fit.rsquaredAdj, 3)],
      ["F-statistic:", general(fit.fvalue, 4, true)],
      ["Prob (F-statistic):", general(fit.fPvalue, 3, true)],
      ["Log-Likelihood:", general(fit.llf, 5, true)],
      ["AIC:", general(fit.aic, 4, true)],
      ["BIC:", general(fit.bic, 4, true)],
    ],
    coefficients,
    statisticName: fit.useT ? "t" : "z",
    alpha,
    diagnosticsLeft: [
      ["Omnibus:", fixed(omnibus.statistic, 3)],
      ["Prob(Omnibus):", fixed(omnibus.pvalue, 3)],
      ["Skew:", fixed(jb.skew, 3)],
      ["Kurtosis:", fixed(jb.kurtosis, 3)],
    ],
    diagnosticsRight: [
      ["Durbin-Watson:", fixed(fit.durbinWatson, 3)],
      ["Jarque-Bera (JB):", fixed(jb.statistic, 3)],
      ["Prob(JB):", general(jb.pvalue, 3, true)],
      ["Cond. No.", general(fit.conditionNumber, 3, true)],
    ],
    notes: notesOf(fit),
    numbered: true,
  });
}

function notesOf(fit: LinearResults): string[] {
  const notes: string[] = [];
  if (!fit.hasConstant) {
    notes.push(
      "R² is computed without centering (uncentered) since the model does not contain a constant.",
    );
  }
  notes.push(
    fit.covType === "nonrobust"
      ? "Standard Errors assume that the covariance matrix of the errors is correctly specified."
      : `Standard Errors are heteroscedasticity robust (${fit.covType})`,
  );
  if (fit.smallestEigenvalue < 1e-10) {
    notes.push(
      `The smallest eigenvalue is ${general(fit.smallestEigenvalue, 3).padStart(6)}. This might indicate that there are\nstrong multicollinearity problems or that the design matrix is singular.`,
    );
  } else if (fit.conditionNumber > 1000) {
    notes.push(
      `The condition number is large, ${general(fit.conditionNumber, 3).padStart(6)}. This might indicate that there are\nstrong multicollinearity or other numerical problems.`,
    );
  }
  return notes;
}
