"""Writes packages/learn/fixtures/inspection.json with scikit-learn: permutation importance and partial dependence.

    python reference/learn_inspection.py
"""

import numpy as np
from learn import SEED, write
from sklearn.datasets import load_breast_cancer, load_diabetes, load_iris, load_wine
from sklearn.inspection import partial_dependence, permutation_importance
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.naive_bayes import GaussianNB

rng = np.random.default_rng(SEED)
clouds = (rng.normal(size=(60, 3)) @ rng.normal(size=(3, 3))).round(4)
clouds[:, 2] = clouds[:, 2].round(0)
two = (clouds[:, 0] + rng.normal(size=60) > 0).astype(int)
hills = (clouds[:, 0] * 2 - clouds[:, 1] + rng.normal(size=60)).round(4)
weights = rng.integers(0, 8, 60) / 4
TABLES = {"iris": load_iris, "wine": load_wine, "breast cancer": load_breast_cancer, "diabetes": lambda **kw: load_diabetes(scaled=False, **kw)}
MODELS = {"bayes": GaussianNB, "line": LinearRegression, "ridge": lambda: Ridge(alpha=3.0)}
SCORINGS = {"neg_mean_absolute_error": "negMeanAbsoluteError", "neg_log_loss": "negLogLoss", "neg_mean_squared_error": "negMeanSquaredError"}
CAMEL = {
    "n_repeats": "nRepeats", "max_samples": "maxSamples", "random_state": "seed", "grid_resolution": "gridResolution",
    "categorical_features": "categoricalFeatures", "custom_values": "customValues", "response_method": "responseMethod",
}
importances, dependences = [], []


def fitted(inner, table):
    X, y = (clouds, two if inner == "bayes" else hills) if table is None else TABLES[table](return_X_y=True)
    return MODELS[inner]().fit(X, y), X, y


def importance(inner, table, weighted=False, **options):
    model, X, y = fitted(inner, table)
    found = permutation_importance(model, X, y, sample_weight=weights if weighted else None, **options)
    shown = {CAMEL.get(k, k): SCORINGS.get(v, v) if isinstance(v, str) else v for k, v in options.items()}
    importances.append(
        {
            "inner": inner, "table": table, "weighted": weighted, "options": shown,
            "importances": found.importances, "mean": found.importances_mean, "std": found.importances_std,
        }
    )


for inner, table in (("bayes", None), ("bayes", "iris"), ("bayes", "wine"), ("bayes", "breast cancer"), ("line", "diabetes"), ("ridge", "diabetes"), ("ridge", None)):
    importance(inner, table, random_state=0)
    importance(inner, table, random_state=11, n_repeats=3, max_samples=0.5)
importance("line", "diabetes", random_state=1, scoring="neg_mean_absolute_error")
importance("bayes", "iris", random_state=1, scoring="neg_log_loss")
importance("ridge", None, random_state=2, weighted=True)
importance("ridge", None, random_state=2, weighted=True, max_samples=20, scoring="neg_mean_squared_error")


def dependence(inner, table, features, weighted=False, **options):
    model, X, y = fitted(inner, table)
    found = partial_dependence(model, X, features, sample_weight=weights if weighted else None, **options)
    shown = {CAMEL.get(k, k): v for k, v in options.items()}
    if "responseMethod" in shown:
        shown["responseMethod"] = {"predict_proba": "predictProba"}[shown["responseMethod"]]
    dependences.append(
        {
            "inner": inner, "table": table, "features": features, "weighted": weighted, "options": shown,
            "grid": found["grid_values"], "average": found.get("average"),
            "individual": np.asarray(found["individual"])[:, :3] if "individual" in found else None,
        }
    )


for inner, table in (("bayes", None), ("bayes", "iris"), ("bayes", "wine"), ("ridge", "diabetes"), ("ridge", None)):
    dependence(inner, table, [0])
    dependence(inner, table, [2], grid_resolution=7, percentiles=(0.1, 0.8))
    dependence(inner, table, [1], grid_resolution=5, kind="both")
    dependence(inner, table, [0, 2], grid_resolution=4)
    dependence(inner, table, [1, 2], grid_resolution=3, kind="individual")
dependence("bayes", None, [2], categorical_features=[2], grid_resolution=3)
dependence("bayes", "breast cancer", [0], grid_resolution=10, response_method="predict_proba")
dependence("ridge", None, [0], weighted=True, grid_resolution=6)
dependence("ridge", None, [0], custom_values={0: [-1.0, 0.0, 2.5]})

write("inspection", importances, dependences=dependences, data={"clouds": clouds, "two": two, "hills": hills, "weights": weights})
