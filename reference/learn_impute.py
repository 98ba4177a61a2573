"""Writes the fixtures of packages/learn/src/impute and of BayesianRidge with scikit-learn:

    python reference/learn_impute.py
"""

import warnings

import numpy as np
from sklearn.datasets import load_breast_cancer, load_diabetes, load_iris, load_wine
from sklearn.experimental import enable_iterative_imputer  # noqa: F401
from sklearn.impute import IterativeImputer, KNNImputer, MissingIndicator, SimpleImputer
from sklearn.linear_model import BayesianRidge

from learn import SEED, write
from learn_preprocessing import python

warnings.simplefilter("ignore")


def tables():
    """Rows with gaps at random, and such with a feature without values."""
    rng = np.random.default_rng(SEED)
    out = {}
    for name, X in {
        "iris": load_iris().data[::4],
        "wine": load_wine().data[::5, :6],
        "breast cancer": load_breast_cancer().data[::16, :5],
        "diabetes": load_diabetes(scaled=False).data[::12, :6],
        "normal": rng.normal(size=(30, 4)) @ rng.normal(size=(4, 5)) + 0.1 * rng.normal(size=(30, 5)),
    }.items():
        # A little noise, so that no two rows are equally far from a third.
        X = (X + 1e-3 * rng.normal(size=X.shape) * X.std(0)).round(5)
        X[rng.uniform(size=X.shape) < 0.15] = np.nan
        out[name] = X
    gaps = rng.normal(size=(12, 4)).round(4)
    gaps[rng.uniform(size=gaps.shape) < 0.3] = np.nan
    gaps[:, 2] = np.nan
    out["empty feature"] = gaps
    return out


STRATEGIES = {"mostFrequent": "most_frequent"}


def spelled(options):
    out = python(options)
    for key in ("strategy", "initial_strategy"):
        if key in out:
            out[key] = STRATEGIES.get(out[key], out[key])
    if "features" in out:
        out["features"] = {"missingOnly": "missing-only"}.get(out["features"], out["features"])
    return out


def case(kind, table, X, model, options, fresh=True, **more):
    found = {
        "estimator": kind, "name": f"{table} {options}", "X": X, "options": options,
        "transformed": (model.fit_transform(X) * 1.0)[::3],
        "namesOut": list(model.get_feature_names_out()), **more,
    }
    # KNNImputer of scikit-learn 1.9.1 leaves the names of empty features out, even where it keeps them.
    if len(found["namesOut"]) != found["transformed"].shape[1]:
        found["namesOut"] = None
    if fresh:
        found["fresh"] = X[::-1][:5]
        found["freshTransformed"] = model.transform(X[::-1][:5]) * 1.0
    return found


def imputers():
    cases = []
    for table, X in tables().items():
        for options in [
            {}, {"strategy": "median", "addIndicator": True}, {"strategy": "mostFrequent"},
            {"strategy": "constant", "fillValue": -7}, {"keepEmptyFeatures": True},
        ]:
            model = SimpleImputer(**spelled(options))
            cases.append(case("SimpleImputer", table, X, model, options))
            cases[-1]["statistics"] = model.statistics_
        for options in [{}, {"nNeighbors": 2, "weights": "distance"}, {"addIndicator": True, "keepEmptyFeatures": True}]:
            cases.append(case("KNNImputer", table, X, KNNImputer(**spelled(options)), options))
        for options in [{}, {"features": "all"}]:
            cases.append(case("MissingIndicator", table, X, MissingIndicator(**spelled(options)), options))
        for options in [
            {}, {"imputationOrder": "descending", "maxIter": 3}, {"imputationOrder": "arabic", "initialStrategy": "median"},
            {"imputationOrder": "roman", "skipComplete": True, "tol": 0.1}, {"maxValue": 0.5, "addIndicator": True},
        ]:
            model = IterativeImputer(random_state=0, **spelled(options))
            cases.append(case("IterativeImputer", table, X, model, options))
            cases[-1]["nIter"] = model.n_iter_
    marked = np.array([[1, 2], [-1, 3], [7, 6], [-1, 2], [5, -1.0]])
    options = {"missingValues": -1}
    for kind, make in [("SimpleImputer", SimpleImputer), ("KNNImputer", KNNImputer), ("MissingIndicator", MissingIndicator), ("IterativeImputer", IterativeImputer)]:
        cases.append(case(kind, "marked", marked, make(**spelled(options)), options))
    write("imputers", cases)


def bayesian_ridge():
    cases = []
    rng = np.random.default_rng(SEED + 1)
    wide = rng.normal(size=(12, 20)).round(4)
    small = rng.normal(size=(25, 3)).round(4)
    far = (small + [1e3, -50, 0]).round(4)
    noise = lambda n: rng.normal(size=n).round(4)
    iris, wine, diabetes, raw = load_iris(), load_wine(), load_diabetes(), load_diabetes(scaled=False)
    for table, X, y, written in [
        ("iris", iris.data[:, :3], iris.data[:, 3], None),
        ("wine", wine.data[:, 1:], wine.data[:, 0], None),
        ("diabetes in its own units", raw.data, raw.target, None),
        ("small", small, (small @ [1, -2, 0.5] + noise(25)).round(4), small),
        ("far", far, (small @ [1, -2, 0.5] + 0.1 * noise(25)).round(4), far),
        ("wide", wide, noise(12), wide),
    ]:
        weights = rng.uniform(0, 2, size=len(y)).round(3)
        for options, sw in [({}, None), ({"tol": 1e-10, "maxIter": 5000}, None), ({"fitIntercept": False}, None),
                            ({"alphaInit": 2, "lambdaInit": 0.5, "alpha1": 0.1, "lambda2": 0.01}, None), ({}, weights)]:
            kw = {**python(options)}
            for k in list(kw):
                if k[-1] in "12":
                    kw[k[:-1] + "_" + k[-1]] = kw.pop(k)
            model = BayesianRidge(**kw).fit(X, y, sample_weight=sw)
            mean, std = model.predict(X[:8], return_std=True)
            cases.append({
                "name": f"{table} {options}{' weighted' if sw is not None else ''}", "table": table if written is None else None,
                "X": written, "y": None if written is None else y, "options": options, "sampleWeight": sw,
                "coef": model.coef_, "intercept": model.intercept_, "alpha": model.alpha_, "lambda": model.lambda_,
                "nIter": model.n_iter_, "predictions": mean, "std": std, "sigma": model.sigma_[0],
            })
    write("bayesian-ridge", cases)


if __name__ == "__main__":
    imputers()
    bayesian_ridge()
