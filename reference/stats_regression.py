#!/usr/bin/env python3
"""Write packages/stats/fixtures/regression.json: OLS, WLS, GLM and Logit by statsmodels, every number of their results
and the text of their summaries, on statsmodels' own tables (public domain) and seeded random numbers.
"""
import json
import warnings
from pathlib import Path

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm

SEED = 20261121
random = np.random.default_rng(SEED)
warnings.simplefilter("ignore")


def numbers(values):
    return np.asarray(values, dtype=float).tolist()


def text(fit):
    """The entries of the head without date and time, left column first, and all lines below the head."""
    summary = fit.summary()
    table = summary.tables[0]
    rows = [[str(cell.data).strip() for cell in row] for row in table]
    entries = [row[i : i + 2] for i in (0, 2) for row in rows if row[i] not in ("", "Date:", "Time:")]
    below = summary.as_text().split("\n")[len(table.as_text().split("\n")) - 1 :]
    return {"head": entries, "below": "\n".join(below)}


def common(fit):
    return {
        "params": numbers(fit.params), "bse": numbers(fit.bse), "tvalues": numbers(fit.tvalues),
        "pvalues": numbers(fit.pvalues), "confInt": numbers(fit.conf_int()), "confInt90": numbers(fit.conf_int(0.1)),
        "covParams": numbers(fit.cov_params()), "fittedvalues": numbers(fit.fittedvalues),
        "dfResid": float(fit.df_resid), "dfModel": float(fit.df_model), "llf": float(fit.llf),
        "aic": float(fit.aic),
    }


models = []


def add(name, kind, y, X, options, fit, extra, fit_options=None, text_of=True):
    case = {
        "name": name, "kind": kind, "y": numbers(y), "X": numbers(X), "options": options,
        "fitOptions": fit_options or {}, "expected": {**common(fit), **extra},
    }
    if text_of:
        case["text"] = text(fit)
    models.append(case)


def linear(name, kind, y, X, options=None, fit_options=None, names=None):
    options = dict(options or {})
    weights = {"weights": np.asarray(options["weights"])} if kind == "WLS" else {}
    model = getattr(sm, kind)(np.asarray(y), np.asarray(X), **weights)
    if names:
        model.exog_names[:] = names["columnNames"]
        model.data.ynames = names["yName"]
        options |= names
    cov = (fit_options or {}).get("covType", "nonrobust")
    use_t = (fit_options or {}).get("useT")
    fit = model.fit(cov_type=cov, use_t=use_t)
    jb = sm.stats.stattools.jarque_bera(fit.wresid)
    omnibus = sm.stats.stattools.omni_normtest(fit.wresid)
    add(name, kind, y, X, options, fit, {
        "rsquared": fit.rsquared, "rsquaredAdj": fit.rsquared_adj, "fvalue": float(fit.fvalue),
        "fPvalue": float(fit.f_pvalue), "bic": fit.bic, "scale": fit.scale, "ssr": fit.ssr, "ess": fit.ess,
        "centeredTss": fit.centered_tss, "uncenteredTss": fit.uncentered_tss, "mseModel": fit.mse_model,
        "mseResid": fit.mse_resid, "resid": numbers(fit.resid), "wresid": numbers(fit.wresid),
        "residPearson": numbers(fit.resid_pearson), "conditionNumber": fit.condition_number,
        "smallestEigenvalue": float(fit.eigenvals[-1]),
        "durbinWatson": sm.stats.stattools.durbin_watson(fit.wresid),
        "omnibusStatistic": float(omnibus[0]), "omnibusPvalue": float(omnibus[1]),
        "jarqueBera": [float(v) for v in jb],
    }, fit_options)


def generalized(name, y, X, family, link=None, alpha=None, offset=None):
    families = {
        "gaussian": sm.families.Gaussian, "binomial": sm.families.Binomial, "poisson": sm.families.Poisson,
        "gamma": sm.families.Gamma, "inverseGaussian": sm.families.InverseGaussian,
        "negativeBinomial": sm.families.NegativeBinomial,
    }
    links = {
        "identity": "Identity", "log": "Log", "logit": "Logit", "probit": "Probit", "cloglog": "CLogLog",
        "inversePower": "InversePower", "inverseSquared": "InverseSquared", "sqrt": "Sqrt",
    }
    arguments, options = {}, {"family": family}
    if link:
        arguments["link"] = getattr(sm.families.links, links[link])()
        options["link"] = link
    if alpha:
        arguments["alpha"] = options["alpha"] = alpha
    if offset is not None:
        options["offset"] = numbers(offset)
    fit = sm.GLM(np.asarray(y), np.asarray(X), family=families[family](**arguments), offset=offset).fit()
    assert fit.converged
    add(name, "GLM", y, X, options, fit, {
        "scale": float(fit.scale), "deviance": float(fit.deviance), "nullDeviance": float(fit.null_deviance),
        "llnull": float(fit.llnull), "pearsonChi2": float(fit.pearson_chi2), "bic": float(fit.bic_llf),
        "bicDeviance": float(fit.bic_deviance), "pseudoRsquared": float(fit.pseudo_rsquared()),
        "iterations": fit.fit_history["iteration"], "residResponse": numbers(fit.resid_response),
        "residPearson": numbers(fit.resid_pearson), "residDeviance": numbers(fit.resid_deviance),
        # statsmodels multiplies the working residuals of counts twice by the number of trials.
        "residWorking": numbers(fit.resid_working / fit.model.n_trials**2),
    })


def logit(name, y, X):
    fit = sm.Logit(np.asarray(y), np.asarray(X)).fit(disp=0)
    extra = {
        "llnull": fit.llnull, "llr": fit.llr, "llrPvalue": fit.llr_pvalue, "prsquared": fit.prsquared,
        "bic": fit.bic, "iterations": fit.mle_retvals["iterations"], "residResponse": numbers(fit.resid_response),
        "residPearson": numbers(fit.resid_pearson), "residDeviance": numbers(fit.resid_dev),
        "predTable": numbers(fit.pred_table()),
    }
    add(name, "Logit", y, X, {}, fit, extra)
    models[-1]["expected"]["fittedvalues"] = numbers(fit.predict())


longley = sm.datasets.longley.load()
names = {"columnNames": ["const", *longley.exog.columns], "yName": "TOTEMP"}
linear("longley", "OLS", longley.endog, sm.add_constant(longley.exog), names=names)
spector = sm.datasets.spector.load()
linear("spector without a constant", "OLS", spector.endog, spector.exog)
linear("spector without a constant, HC3", "OLS", spector.endog, spector.exog, fit_options={"covType": "HC3"})
stackloss = sm.datasets.stackloss.load()
exog = sm.add_constant(stackloss.exog)
linear("stackloss", "OLS", stackloss.endog, exog)
for covariance in ["HC0", "HC1", "HC2", "HC3"]:
    linear(f"stackloss, {covariance}", "OLS", stackloss.endog, exog, fit_options={"covType": covariance})
linear("stackloss, HC1 with t", "OLS", stackloss.endog, exog, fit_options={"covType": "HC1", "useT": True})
weights = np.round(random.uniform(0.2, 3, len(exog)), 2)
linear("stackloss, weighted", "WLS", stackloss.endog, exog, {"weights": weights.tolist()})
linear("stackloss, weighted, HC3", "WLS", stackloss.endog, exog, {"weights": weights.tolist()}, {"covType": "HC3"})
linear("stackloss, weighted, no constant", "WLS", stackloss.endog, stackloss.exog, {"weights": weights.tolist()})
groups = np.repeat(np.eye(3), 6, axis=0)
response = np.round(groups @ [1, 2, 4] + random.normal(0, 0.5, 18), 2)
linear("three groups as indicators", "OLS", response, groups)
linear("seven observations", "OLS", response[:7], sm.add_constant(np.round(random.normal(size=(7, 1)), 2)))
collinear = np.column_stack([exog, exog.iloc[:, 1] + exog.iloc[:, 2]])
linear("dependent columns", "OLS", stackloss.endog, collinear)
for key in ["conditionNumber", "smallestEigenvalue"]:  # 0 but for rounding, or 1 divided by that
    del models[-1]["expected"][key]
models[-1]["text"]["below"] = ""
tiny = np.round(random.normal(size=(25, 2)), 3)
linear("a constant last, tiny coefficients", "OLS", np.round(1e-5 * (tiny @ [1, 3] + random.normal(size=25)), 8), sm.add_constant(tiny, prepend=False))

x = np.round(random.normal(size=(40, 2)), 2)
X = sm.add_constant(x)
eta = X @ [0.4, 0.5, -0.3]
generalized("gaussian", np.round(eta + random.normal(0, 0.4, 40), 3), X, "gaussian")
generalized("gaussian, log", np.round(np.exp(eta) + random.normal(0, 0.1, 40), 3), X, "gaussian", "log")
binary = (random.random(40) < 1 / (1 + np.exp(-2 * eta))).astype(float)
for link in [None, "probit", "cloglog"]:
    generalized(f"binomial, {link}", binary, X, "binomial", link)
trials = random.integers(3, 15, 40)
yes = random.binomial(trials, 1 / (1 + np.exp(-eta)))
generalized("binomial counts", np.column_stack([yes, trials - yes]), X, "binomial")
generalized("binomial counts, probit", np.column_stack([yes, trials - yes]), X, "binomial", "probit")
generalized("spector, GLM", spector.endog, sm.add_constant(spector.exog), "binomial")
counts = random.poisson(np.exp(eta + 0.5)).astype(float)
generalized("poisson", counts, X, "poisson")
generalized("poisson, sqrt", counts, X, "poisson", "sqrt")
generalized("poisson, without a constant", counts, x, "poisson")
exposure = np.round(random.uniform(0.5, 4, 40), 2)
generalized("poisson, offset", random.poisson(exposure * np.exp(eta)).astype(float), X, "poisson", offset=np.log(exposure))
times = np.round(np.exp(eta) * random.gamma(3, 1 / 3, 40), 3) + 0.01
generalized("gamma, log", times, X, "gamma", "log")
steady = sm.add_constant(np.round(random.uniform(0.2, 2, (40, 2)), 2))
rate = steady @ [0.5, 0.7, 0.3]
generalized("gamma", np.round(random.gamma(6, 1 / 6, 40) / rate, 4) + 0.01, steady, "gamma")
generalized("inverse gaussian", np.round(random.wald(rate**-0.5, 8), 4) + 0.01, steady, "inverseGaussian")
generalized("inverse gaussian, log", times, X, "inverseGaussian", "log")
spread = random.poisson(np.exp(eta + 1) * random.gamma(2, 0.5, 40)).astype(float)
generalized("negative binomial", spread, X, "negativeBinomial", alpha=0.5)
generalized("negative binomial, offset", spread, X, "negativeBinomial", alpha=1.0, offset=np.log(exposure))

logit("spector", spector.endog, sm.add_constant(spector.exog))
logit("binary", binary, X)
logit("binary without a constant", binary, x)

out = {
    "source": f"statsmodels {statsmodels.__version__}, SciPy {scipy.__version__}, NumPy {np.__version__}",
    "seed": SEED, "models": models,
}


def short(value):
    if isinstance(value, float):
        return float(f"{value:.12g}") if np.isfinite(value) else None
    if isinstance(value, dict):
        return {key: short(item) for key, item in value.items()}
    return [short(item) for item in value] if isinstance(value, list) else value


path = Path(__file__).parent.parent / "packages/stats/fixtures/regression.json"
path.write_text(json.dumps(short(out), separators=(",", ":"), ensure_ascii=False) + "\n")
print(len(models), "models,", path.stat().st_size, "bytes")
