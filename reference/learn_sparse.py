"""Writes the fixtures of scalers and linear regressions on sparse features with scikit-learn and SciPy:

    python reference/learn_sparse.py

Digits and breast cancer are named, not written: the test loads them.
"""

import numpy as np
import scipy.sparse as sp
from learn import SEED, write
from learn_lasso import TIGHT, options_of
from learn_preprocessing import camel, python
from sklearn import preprocessing as P
from sklearn.datasets import load_breast_cancer, load_digits
from sklearn.linear_model import ElasticNet, ElasticNetCV, Lasso, LassoCV, LinearRegression, Ridge


def holes(rng, n, p, density, low=-3):
    """Numbers among zeros, with a column of zeros and one without any."""
    X = rng.uniform(low, 3, size=(n, p)).round(3)
    X[rng.uniform(size=(n, p)) > density] = 0
    X[:, 1] = 0
    X[:, 2] = rng.uniform(1, 2, size=n).round(3)
    return X


def sparse_tables():
    """Name, X, and whether the fixture holds it; the test loads the others."""
    rng = np.random.default_rng(SEED + 70)
    half = np.column_stack([holes(rng, 24, 5, 0.5), np.full(24, 2.7)])
    few = holes(rng, 40, 6, 0.12)
    counts = rng.poisson(0.4, size=(30, 6)).astype(float)
    gaps = holes(rng, 30, 5, 0.6)
    gaps[rng.uniform(size=gaps.shape) < 0.15] = np.nan
    return [
        ("half", half, True),
        ("few", few, True),
        ("counts", counts, True),
        ("gaps", gaps, True),
        ("digits", load_digits().data, False),
        ("breast cancer", load_breast_cancer().data, False),
    ]


def scaler_case(name, X, estimator, options, learned, weights=None):
    model = getattr(P, estimator)(**python(options))
    S = sp.csr_array(X)
    found = model.fit(S) if weights is None else model.fit(S, sample_weight=weights)
    Z = found.transform(S)
    assert sp.issparse(Z)
    every = max(1, len(X) // 4)
    rows = slice(None, None, every)
    back = found.inverse_transform(Z) if hasattr(found, "inverse_transform") else None
    return {
        "name": f"{estimator} {name} {options}{' weighted' if weights is not None else ''}",
        "estimator": estimator,
        "options": options,
        "table": name,
        "sampleWeight": weights,
        "learned": {camel(n.rstrip("_")): getattr(found, n) for n in learned if getattr(found, n) is not None},
        "every": every,
        "nnz": Z.nnz,
        "transformed": Z.toarray()[rows],
        "inverse": None if back is None else back.toarray()[rows],
    }


def scalers():
    cases = []
    rng = np.random.default_rng(SEED + 71)
    for name, X, _ in sparse_tables():
        add = lambda *given: cases.append(scaler_case(name, X, *given))
        add("MaxAbsScaler", {}, ["scale_", "max_abs_", "n_samples_seen_"])
        add("MaxAbsScaler", {"clip": True}, ["scale_"])
        for options in [{}, {"withStd": False}]:
            add("StandardScaler", {"withMean": False, **options}, ["mean_", "var_", "scale_"])
        weights = rng.uniform(0, 2, size=len(X)).round(3)
        weights[3] = 0
        add("StandardScaler", {"withMean": False}, ["mean_", "var_", "scale_"], weights)
        for options in [{}, {"quantileRange": [10, 80]}, {"unitVariance": True}, {"withScaling": False}]:
            add("RobustScaler", {"withCentering": False, **options}, ["scale_"])
        if name == "gaps":
            continue
        for norm in ["l1", "l2", "max"]:
            add("Normalizer", {"norm": norm}, [])
        for threshold in [0, 0.5]:
            add("Binarizer", {"threshold": threshold}, [])
    write("sparse-scalers", cases, data={name: X for name, X, held in sparse_tables() if held})


def regression_tables():
    """Name, X, y, and whether the fixture holds them; digits and their labels are the test's."""
    rng = np.random.default_rng(SEED + 72)
    tall = holes(rng, 60, 7, 0.4)
    few = rng.uniform(-2, 2, size=(50, 12)).round(3)
    few[rng.uniform(size=few.shape) > 0.15] = 0
    far = np.column_stack([holes(rng, 40, 4, 0.5), rng.uniform(2000, 2010, size=40).round(1), np.full(40, 2.5)])
    wide = rng.uniform(0, 3, size=(18, 30)).round(3)
    wide[rng.uniform(size=wide.shape) > 0.3] = 0
    digits = load_digits()
    target = lambda X: (X @ rng.normal(size=X.shape[1]) + rng.normal(size=len(X))).round(4)
    both = np.column_stack([target(tall), target(tall)])
    return [
        ("tall", tall, target(tall), True),
        ("few", few, target(few) + 5, True),
        ("far", far, target(far), True),
        ("wide", wide, target(wide), True),
        ("two targets", tall, both, True),
        ("digits", digits.data, digits.target.astype(float), False),
    ]


def regression_case(name, X, y, estimator, options, weights=None):
    closed = {Ridge: {"solver": "sparse_cg", "tol": 1e-15, "max_iter": 100_000}, LinearRegression: {"tol": 1e-15}}
    model = estimator(**options, **closed.get(estimator, TIGHT))
    model.fit(sp.csr_array(X), y, sample_weight=weights)
    if estimator is Ridge:
        # Conjugate gradients against singular values.
        other = Ridge(**options, solver="svd").fit(X, y, sample_weight=weights)
        assert np.allclose(other.coef_, model.coef_, rtol=1e-8, atol=1e-10), (name, options)
        model = other
    kind = estimator.__name__
    shown = options_of(options)
    case = {
        "name": f"{kind} {name} {shown}{' weighted' if weights is not None else ''}",
        "kind": kind,
        "options": shown,
        "table": name,
        "sampleWeight": weights,
        "coef": model.coef_,
        "intercept": np.broadcast_to(model.intercept_, y.shape[1:]),
        "predictions": model.predict(sp.csr_array(X[:5])),
        "score": model.score(sp.csr_array(X), y),
    }
    if kind.endswith("CV"):
        case |= {"alpha": model.alpha_, "bestL1Ratio": getattr(model, "l1_ratio_", 1), "msePath": model.mse_path_}
    return case


def regressions():
    cases = []
    rng = np.random.default_rng(SEED + 73)
    for name, X, y, _ in regression_tables():
        weights = rng.uniform(0, 2, size=len(y)).round(3)
        weights[2] = 0
        add = lambda *given: cases.append(regression_case(name, X, y, *given))
        for alpha in [0.1, 1, 30]:
            add(Ridge, {"alpha": alpha})
        add(Ridge, {"alpha": 2, "fit_intercept": False})
        add(Ridge, {"alpha": 2}, weights)
        if name in ("tall", "few", "two targets"):
            options = {} if name == "few" else {"fit_intercept": False}
            add(LinearRegression, options)
            add(LinearRegression, {}, weights)
        for alpha in [0.02, 0.2]:
            add(Lasso, {"alpha": alpha})
            add(ElasticNet, {"alpha": alpha, "l1_ratio": 0.4})
        add(Lasso, {"alpha": 0.1, "positive": True})
        # Uncentred columns around 2000 leave the weights open at any tolerance of the gap.
        if name != "far":
            add(ElasticNet, {"alpha": 0.1, "l1_ratio": 0.7, "fit_intercept": False})
        add(Lasso, {"alpha": 0.1}, weights)
        if y.ndim == 1 and name in ("tall", "few", "far"):
            add(LassoCV, {"alphas": 8, "cv": 3})
            add(LassoCV, {"alphas": [1, 0.1, 0.01], "cv": 4}, weights)
            add(ElasticNetCV, {"alphas": 6, "cv": 3, "l1_ratio": [0.3, 0.9]})
            add(ElasticNetCV, {"alphas": 5, "cv": 3, "fit_intercept": name == "far"})
    tables = {name: {"X": X, "y": y} for name, X, y, held in regression_tables() if held}
    write("sparse-regressions", cases, data=tables)


if __name__ == "__main__":
    scalers()
    regressions()
