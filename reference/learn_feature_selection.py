"""Writes packages/learn/fixtures/feature-scores.json and feature-selection.json with scikit-learn:

    python reference/learn_feature_selection.py
"""

import warnings

import numpy as np
from learn import SEED, write
from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits, load_iris, load_wine
from sklearn.feature_selection import (
    RFE,
    RFECV,
    GenericUnivariateSelect,
    SelectFdr,
    SelectFpr,
    SelectFromModel,
    SelectFwe,
    SelectKBest,
    SelectPercentile,
    SequentialFeatureSelector,
    VarianceThreshold,
    chi2,
    f_classif,
    f_regression,
    mutual_info_classif,
    mutual_info_regression,
    r_regression,
)
from sklearn.linear_model import Lasso, LinearRegression, LogisticRegression, Ridge
from sklearn.naive_bayes import GaussianNB
from sklearn.preprocessing import StandardScaler

warnings.simplefilter("ignore")
LOADERS = {"iris": load_iris, "wine": load_wine, "breast cancer": load_breast_cancer, "digits": load_digits, "diabetes": lambda **options: load_diabetes(scaled=False, **options)}
CAMEL = {
    "discrete_features": "discreteFeatures",
    "n_neighbors": "nNeighbors",
    "random_state": "seed",
    "force_finite": "forceFinite",
    "n_features_to_select": "nFeaturesToSelect",
    "min_features_to_select": "minFeaturesToSelect",
    "max_features": "maxFeatures",
    "norm_order": "normOrder",
    "k_best": "kBest",
    "neg_mean_absolute_error": "negMeanAbsoluteError",
    "f1_macro": "f1Macro",
    "chi2": "chi2",
    "f_classif": "fClassif",
    "f_regression": "fRegression",
    "mutual_info_classif": "mutualInfoClassif",
    "mutual_info_regression": "mutualInfoRegression",
    "r_regression": "rRegression",
    "fit_intercept": "fitIntercept",
    "max_iter": "maxIter",
    "l1_ratio": "l1Ratio",
}
camel = lambda options: {CAMEL.get(k, k): CAMEL.get(v, v) if isinstance(v, str) else v for k, v in options.items()}
rng = np.random.default_rng(SEED)
small = {"X": rng.normal(size=(60, 5)).round(3), "codes": rng.integers(0, 3, 60)}
small["X"][:, 3] = 2.5
small["X"][:, 4] = small["codes"]
small["y"] = (small["X"][:, 0] ** 2 + 0.1 * rng.normal(size=60)).round(4)
small["counts"] = rng.poisson(1.2, (60, 5))
small["counts"][:, 2] = 0


def data(table, standardized=False):
    if table == "small":
        return small["X"], small["y"]
    if table == "small classes":
        return small["X"], small["codes"]
    if table == "small counts":
        return small["counts"], small["codes"]
    X, y = LOADERS[table](return_X_y=True)
    return (StandardScaler().fit_transform(X) if standardized else X), y


scores = []


def score(function, table, options={}):
    X, y = data(table)
    found = function(X, y, **options)
    tests = isinstance(found, tuple)
    if function is r_regression:  # of a constant feature, where it divides what rounding leaves by 0
        found = np.where(np.isinf(found), 0, found)
    finite = lambda a: [None if np.isnan(v) else ("Infinity" if v == np.inf else v) for v in a]
    scores.append(
        {
            "function": CAMEL[function.__name__],
            "table": table,
            "options": camel(options),
            "scores": finite(found[0] if tests else found),
            "pvalues": finite(found[1]) if tests else None,
        }
    )


for table in ("iris", "wine", "breast cancer", "digits", "small counts"):
    score(chi2, table)
    score(f_classif, table)
    score(mutual_info_classif, table, {"discrete_features": True})
score(f_classif, "small classes")
for table in ("iris", "wine", "breast cancer", "small classes"):
    score(mutual_info_classif, table, {"random_state": 0})
score(mutual_info_classif, "wine", {"random_state": 7, "n_neighbors": 6})
score(mutual_info_classif, "iris", {"random_state": 1, "discrete_features": [False, True, False, True]})
for table in ("diabetes", "small"):
    score(f_regression, table)
    score(f_regression, table, {"center": False})
    score(f_regression, table, {"force_finite": False})
    score(r_regression, table)
    score(r_regression, table, {"center": False, "force_finite": False})
    score(mutual_info_regression, table, {"random_state": 0})
    score(mutual_info_regression, table, {"random_state": 3, "n_neighbors": 5})
score(mutual_info_regression, "diabetes", {"random_state": 2, "discrete_features": [False, True] + [False] * 8})
score(f_regression, "breast cancer")
score(mutual_info_regression, "breast cancer", {"random_state": 4})
write("feature-scores", scores, **small)

chosen = []
places = lambda model: np.flatnonzero(model.get_support())


def univariate(cls, function, table, options):
    X, y = data(table)
    if function in (mutual_info_classif, mutual_info_regression):
        return seeded(cls, function, table, options)
    model = cls(function, **options).fit(X, y)
    chosen.append({"estimator": cls.__name__, "table": table, "scoreFunc": CAMEL[function.__name__], "options": camel(options), "support": places(model)})


def seeded(cls, function, table, options):
    X, y = data(table)
    model = cls(lambda X, y: function(X, y, random_state=0), **options).fit(X, y)
    chosen.append({"estimator": cls.__name__, "table": table, "scoreFunc": CAMEL[function.__name__], "options": camel(options), "support": places(model)})


for table in ("iris", "wine", "breast cancer", "digits"):
    for function in (f_classif, chi2, mutual_info_classif):
        for k in (1, 3, "all"):
            univariate(SelectKBest, function, table, {"k": k})
        univariate(SelectPercentile, function, table, {"percentile": 37})
    for cls in (SelectFpr, SelectFdr, SelectFwe):
        for alpha in (0.05, 1e-9, 1e-40):
            univariate(cls, f_classif, table, {"alpha": alpha})
        univariate(cls, chi2, table, {"alpha": 0.01})
for table in ("diabetes", "small"):
    for function in (f_regression, mutual_info_regression):
        for k in (1, 2, 4):
            univariate(SelectKBest, function, table, {"k": k})
        univariate(SelectPercentile, function, table, {"percentile": 50})
    for cls in (SelectFpr, SelectFdr, SelectFwe):
        univariate(cls, f_regression, table, {"alpha": 1e-4})
for mode, param in [("percentile", 20), ("k_best", 2), ("fpr", 0.01), ("fdr", 0.01), ("fwe", 0.01), ("k_best", "all")]:
    univariate(GenericUnivariateSelect, f_classif, "breast cancer", {"mode": mode, "param": param})
for table in ("iris", "wine", "breast cancer", "digits", "small"):
    for threshold in (0, 0.05, 0.5):
        model = VarianceThreshold(threshold).fit(data(table)[0])
        chosen.append({"estimator": "VarianceThreshold", "table": table, "options": {"threshold": threshold}, "support": places(model), "variances": model.variances_})

logistic = {"tol": 1e-8, "max_iter": 5000}
lasso = {"l1_ratio": 1.0, "solver": "saga", "tol": 1e-8, "max_iter": 50000, "C": 0.1}
MODELS = {"LogisticRegression": LogisticRegression, "LinearRegression": LinearRegression, "Ridge": Ridge, "Lasso": Lasso, "GaussianNB": GaussianNB}


def wrapper(cls, table, model, model_options, options, standardized=True):
    X, y = data(table, standardized)
    estimator = MODELS[model](**model_options)
    selector = cls(estimator, **options).fit(X, y)
    plain = {k: v for k, v in model_options.items() if k != "solver"}
    content = {
        "estimator": cls.__name__,
        "table": table,
        "standardized": standardized,
        "model": model,
        "modelOptions": camel(plain),
        "options": camel(options),
        "support": places(selector),
    }
    if cls in (RFE, RFECV):
        content["ranking"] = selector.ranking_
        content["score"] = selector.score(X, y)
    if cls is RFECV:
        content["counts"] = selector.cv_results_["n_features"]
        content["means"] = selector.cv_results_["mean_test_score"]
        content["stds"] = selector.cv_results_["std_test_score"]
    if cls is SelectFromModel:
        content["threshold"] = selector.threshold_
    chosen.append(content)


for options in ({}, {"n_features_to_select": 1}, {"n_features_to_select": 0.3, "step": 2}, {"n_features_to_select": 2, "step": 0.4}):
    wrapper(RFE, "diabetes", "LinearRegression", {}, options)
    wrapper(RFE, "diabetes", "Ridge", {"alpha": 3.0}, options)
    wrapper(RFE, "iris", "LogisticRegression", logistic, options)
    wrapper(RFE, "wine", "LogisticRegression", logistic, options)
    wrapper(RFE, "breast cancer", "LogisticRegression", logistic, options)
wrapper(RFECV, "diabetes", "LinearRegression", {}, {})
wrapper(RFECV, "diabetes", "LinearRegression", {}, {"scoring": "neg_mean_absolute_error", "cv": 4, "step": 3})
wrapper(RFECV, "iris", "LogisticRegression", logistic, {"cv": 3})
wrapper(RFECV, "wine", "LogisticRegression", logistic, {"min_features_to_select": 3})
wrapper(RFECV, "breast cancer", "LogisticRegression", logistic, {"step": 4, "cv": 3})
for direction in ("forward", "backward"):
    wrapper(SequentialFeatureSelector, "diabetes", "LinearRegression", {}, {"direction": direction, "n_features_to_select": 4})
    wrapper(SequentialFeatureSelector, "diabetes", "LinearRegression", {}, {"direction": direction, "scoring": "neg_mean_absolute_error", "cv": 3})
    wrapper(SequentialFeatureSelector, "wine", "GaussianNB", {}, {"direction": direction, "n_features_to_select": 0.4}, False)
    wrapper(SequentialFeatureSelector, "iris", "GaussianNB", {}, {"direction": direction, "n_features_to_select": 2}, False)
    wrapper(SequentialFeatureSelector, "breast cancer", "GaussianNB", {}, {"direction": direction, "n_features_to_select": 3 if direction == "forward" else 26, "scoring": "f1_macro", "cv": 3}, False)
wrapper(SequentialFeatureSelector, "diabetes", "LinearRegression", {}, {"tol": 0.01})
wrapper(SequentialFeatureSelector, "diabetes", "LinearRegression", {}, {"tol": -0.005, "direction": "backward"})
for options in ({}, {"threshold": "median"}, {"threshold": "1.25*mean"}, {"threshold": 0.3, "max_features": 2}, {"threshold": -np.inf, "max_features": 3}):
    wrapper(SelectFromModel, "diabetes", "Lasso", {"alpha": 2.0}, options)
    wrapper(SelectFromModel, "wine", "LogisticRegression", logistic, options)
    wrapper(SelectFromModel, "breast cancer", "LogisticRegression", lasso, options)
    wrapper(SelectFromModel, "iris", "LogisticRegression", logistic, {**options, "norm_order": 2})
chosen = [{**c, "options": {k: "-Infinity" if v == -np.inf else v for k, v in c["options"].items()}, **({"threshold": None} if c.get("threshold") == -np.inf else {})} for c in chosen]
write("feature-selection", chosen)
