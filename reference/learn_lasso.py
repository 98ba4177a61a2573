"""Writes the fixtures of Lasso, ElasticNet, their paths and their choices of alpha, with scikit-learn and, for one path,
R's glmnet (apt-get install r-cran-glmnet):

    python reference/learn_lasso.py
"""

import shutil
import subprocess
import tempfile
import warnings

import numpy as np
from learn import SEED, tables, write
from sklearn.datasets import load_diabetes
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import (
    ElasticNet,
    ElasticNetCV,
    Lasso,
    LassoCV,
    RidgeCV,
    enet_path,
    lasso_path,
)
from sklearn.model_selection import KFold

TIGHT = {"tol": 1e-13, "max_iter": 1_000_000}
NAMES = {
    "alpha": "alpha",
    "alphas": "alphas",
    "l1_ratio": "l1Ratio",
    "fit_intercept": "fitIntercept",
    "positive": "positive",
    "eps": "eps",
    "cv": "cv",
    "max_iter": "maxIter",
}


def options_of(options):
    return {NAMES[key]: value for key, value in options.items()}


def base(name, X, y, written, options, weights=None):
    shown = options_of(options)
    label = ", ".join(f"{key} {value}" for key, value in shown.items())
    return {
        "name": f"{name}: {label or 'default'}{', weighted' if weights is not None else ''}",
        "options": shown,
        "table": None if written is not None else name,
        "X": written,
        "y": None if written is None else y,
        "sampleWeight": weights,
    }


def shipped():
    """The seeded tables that have one best solution, and diabetes."""
    keep = ("diabetes", "one feature", "wide", "constant column", "far from the origin", "two targets")
    return [table for table in tables() if table[0] in keep]


def fitted(make, cases, name, X, y, written, options, weights=None):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model = make(**options, **TIGHT).fit(X, y, sample_weight=weights)
    cases.append(
        {
            **base(name, X, y, written, options, weights),
            "coef": model.coef_.round(10),
            "intercept": np.broadcast_to(model.intercept_, y.shape[1:]),
            "predictions": model.predict(X[:5]),
            "score": model.score(X, y),
        }
    )


def lasso_and_net():
    lasso, net = [], []
    rng = np.random.default_rng(SEED + 10)
    for name, X, y, written in shipped():
        weights = rng.uniform(0, 2, size=len(y)).round(4)
        add = lambda options, weights=None: fitted(Lasso, lasso, name, X, y, written, options, weights)
        for alpha in [0.01, 0.05, 0.1, 0.5, 1] if name == "diabetes" else [0.02, 0.3]:
            add({"alpha": alpha})
        # Uncentred columns of 1e6 leave the weights open at any tolerance of the gap.
        is_far = name == "far from the origin"
        if not is_far:
            add({"alpha": 0.1, "fit_intercept": False})
        add({"alpha": 0.05, "positive": True})
        add({"alpha": 0.1}, weights)
        add = lambda options, weights=None: fitted(ElasticNet, net, name, X, y, written, options, weights)
        for alpha in [0.001, 0.01, 0.1] if name == "diabetes" else [0.1]:
            for l1_ratio in [0.1, 0.5, 0.9]:
                add({"alpha": alpha, "l1_ratio": l1_ratio})
        if not is_far:
            add({"alpha": 0.05, "l1_ratio": 0.7, "fit_intercept": False})
        add({"alpha": 0.02, "l1_ratio": 0.5, "positive": True})
        add({"alpha": 0.1, "l1_ratio": 0.0 if name != "wide" else 0.2}, weights)
    write("lasso", lasso)
    write("elastic-net", net)


def centered(X, y):
    return X - X.mean(0), y - y.mean(0)


def paths():
    cases = []
    for name, X, y, written in shipped():
        if y.ndim > 1:
            continue
        X, y = centered(X, y)
        for options in [{"alphas": 12}, {"alphas": 8, "eps": 0.05, "positive": True}, {"alphas": [0.5, 0.05, 0.2]}]:
            alphas, coefs, _ = lasso_path(X, y, **options, **TIGHT)
            case = {**base(name, X, y, written, options), "kind": "lasso", "alphas": alphas, "coefs": coefs.round(10)}
            cases.append(case)
            alphas, coefs, _ = enet_path(X, y, l1_ratio=0.6, **options, **TIGHT)
            named = base(name, X, y, written, {**options, "l1_ratio": 0.6})
            cases.append({**named, "kind": "enet", "alphas": alphas, "coefs": coefs.round(10)})
    write("elastic-paths", cases)


GLMNET = """
library(glmnet)
X <- as.matrix(read.csv("X.csv", header = FALSE)); y <- scan("y.csv", quiet = TRUE)
lambda <- scan("lambda.csv", quiet = TRUE)
m <- glmnet(X, y, lambda = lambda, standardize = FALSE, thresh = 1e-20, maxit = 1e7)
cat(as.character(packageVersion("glmnet")), "\\n")
write.table(format(as.matrix(rbind(m$a0, m$beta)), digits = 12), "coef.txt", quote = FALSE, row.names = FALSE,
            col.names = FALSE)
"""


def glmnet():
    if shutil.which("Rscript") is None:
        print("glmnet: R is not here, the fixture stays")
        return
    data = load_diabetes()
    lambdas = np.geomspace(2, 0.01, 25).round(6)
    with tempfile.TemporaryDirectory() as folder:
        np.savetxt(f"{folder}/X.csv", data.data, delimiter=",", fmt="%.17g")
        np.savetxt(f"{folder}/y.csv", data.target)
        np.savetxt(f"{folder}/lambda.csv", lambdas)
        run = subprocess.run(["Rscript", "-e", GLMNET], cwd=folder, capture_output=True, text=True, check=True)
        coef = np.loadtxt(f"{folder}/coef.txt")
    case = {"table": "diabetes", "alphas": lambdas, "intercepts": coef[0], "coefs": coef[1:]}
    write("glmnet-path", [{"glmnet": run.stdout.strip(), **case}])


def choices():
    cases = []
    rng = np.random.default_rng(SEED + 11)
    for name, X, y, written in shipped():
        if y.ndim > 1 or name == "wide":
            continue
        weights = rng.uniform(0.5, 2, size=len(y)).round(4)
        runs = [
            ("LassoCV", LassoCV, {"alphas": 20}, None),
            ("LassoCV", LassoCV, {"alphas": [1, 0.5, 0.1, 0.05, 0.01], "cv": 3}, None),
            ("LassoCV", LassoCV, {"alphas": 10}, weights),
            ("ElasticNetCV", ElasticNetCV, {"alphas": 15}, None),
            ("ElasticNetCV", ElasticNetCV, {"alphas": 10, "l1_ratio": [0.2, 0.7, 1.0], "cv": 4}, None),
        ]
        for kind, make, options, sample_weight in runs:
            model = make(**options, **TIGHT).fit(X, y, sample_weight=sample_weight)
            cases.append(
                {
                    **base(name, X, y, written, options, sample_weight),
                    "kind": kind,
                    "alpha": model.alpha_,
                    "l1Ratio": getattr(model, "l1_ratio_", 1),
                    "alphas": model.alphas_,
                    "msePath": model.mse_path_,
                    "coef": model.coef_.round(10),
                    "intercept": model.intercept_,
                }
            )
    write("elastic-choices", cases)


def ridge_choices():
    cases = []
    rng = np.random.default_rng(SEED + 12)
    alphas = [0.001, 0.01, 0.1, 1, 10]
    for name, X, y, written in shipped():
        weights = rng.uniform(0.5, 2, size=len(y)).round(4)
        runs = [({}, None), ({"alphas": alphas}, None)]
        if name != "far from the origin":
            # There scikit-learn, which uses the Gram matrix, loses its digits.
            runs.append(({"alphas": alphas, "fit_intercept": False}, None))
        runs += [({"alphas": alphas}, weights), ({"alphas": alphas, "cv": 4}, None)]
        for options, sample_weight in runs:
            model = RidgeCV(**options, store_cv_results="cv" not in options).fit(X, y, sample_weight=sample_weight)
            cases.append(
                {
                    **base(name, X, y, written, options, sample_weight),
                    "alpha": model.alpha_,
                    "bestScore": model.best_score_,
                    "coef": model.coef_,
                    "intercept": np.broadcast_to(model.intercept_, y.shape[1:]),
                    "errors": None if "cv" in options else model.cv_results_[:5],
                }
            )
    write("ridge-choices", cases)


if __name__ == "__main__":
    lasso_and_net()
    paths()
    glmnet()
    choices()
    ridge_choices()
