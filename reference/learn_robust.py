"""Writes the fixtures of HuberRegressor, QuantileRegressor and RANSACRegressor with scikit-learn:

    python reference/learn_robust.py
"""

import numpy as np
from learn import SEED, write
from sklearn.datasets import load_diabetes, load_iris, load_wine
from sklearn.linear_model import HuberRegressor, QuantileRegressor, RANSACRegressor
from sklearn.preprocessing import StandardScaler

NAMES = {
    "epsilon": "epsilon",
    "alpha": "alpha",
    "fit_intercept": "fitIntercept",
    "quantile": "quantile",
    "min_samples": "minSamples",
    "residual_threshold": "residualThreshold",
    "max_trials": "maxTrials",
    "random_state": "seed",
}


def tables():
    """Standardized tables that ship with packages/data, the last columns of two as targets, and a seeded one."""
    data = load_diabetes()
    found = [("diabetes", StandardScaler().fit_transform(data.data), data.target, None)]
    rng = np.random.default_rng(SEED)
    for name, loaded in [("iris", load_iris()), ("wine", load_wine())]:
        X = StandardScaler().fit_transform(loaded.data)
        y = (X @ np.arange(1, X.shape[1] + 1) + rng.standard_t(2, size=len(X))).round(5)
        found.append((name, X, y, "y"))
    X = rng.normal(size=(60, 3)).round(5)
    y = (X @ [1, -2, 3] + rng.normal(size=60) / 4).round(5)
    y[::7] += 25
    found.append(("outliers", X, y, "all"))
    return found


def base(kind, table, options, weights):
    name, X, y, written = table
    label = ", ".join(f"{key} {value}" for key, value in options.items()) or "default"
    return {
        "name": f"{name}: {label}{', weighted' if weights is not None else ''}",
        "kind": kind,
        "options": {NAMES[key]: value for key, value in options.items()},
        "table": None if written == "all" else name,
        "X": X if written == "all" else None,
        "y": None if written is None else y,
        "weighted": weights,
    }


def polished(model, X, y, weights):
    """The minimum near scikit-learn's solution, whose search ends where the objective falls by less than 2e-9 of itself:
    by turns the best weights for the outliers and scale, and those for the weights."""
    s = np.ones(len(y)) if weights is None else weights
    p = X.shape[1]
    A = np.column_stack([X, np.ones(len(y))]) if model.fit_intercept else X
    penalty = np.diag([model.alpha] * p + [0.0] * (A.shape[1] - p))
    theta = np.append(model.coef_, [model.intercept_] if model.fit_intercept else [])
    scale, first = model.scale_, theta
    for _ in range(3000):
        r = y - A @ theta
        out = np.abs(r) > model.epsilon * scale
        left = s.sum() - model.epsilon**2 * s[out].sum()
        scale = np.sqrt((s * r**2)[~out].sum() / left)
        inner = A[~out].T * s[~out]
        pull = inner @ y[~out] / scale + model.epsilon * A[out].T @ (s[out] * np.sign(r[out]))
        theta = np.linalg.solve(inner @ A[~out] / scale + penalty, pull)
    assert np.abs(theta - first).max() < 1e-3 * np.abs(first).max()
    r = np.abs(y - A @ theta)
    intercept = theta[p] if model.fit_intercept else 0.0
    return {"coef": theta[:p], "intercept": intercept, "scale": scale, "mask": r > model.epsilon * scale}


def main():
    cases = []
    for table in tables():
        _, X, y, _ = table
        weights = np.random.default_rng(SEED).uniform(0.2, 2, len(y)).round(3)
        for options, own in [
            ({}, None),
            ({"epsilon": 1.1, "alpha": 0.5}, None),
            ({"epsilon": 2.5, "fit_intercept": False}, None),
            ({}, weights),
        ]:
            model = HuberRegressor(tol=1e-9, max_iter=10_000, **options).fit(X, y, own)
            cases.append({**base("HuberRegressor", table, options, own), **polished(model, X, y, own)})
        for options, own in [
            ({"alpha": 0}, None),
            ({"alpha": 0, "quantile": 0.9}, None),
            ({"alpha": 0.013, "quantile": 0.23}, None),
            ({"alpha": 0, "quantile": 0.31, "fit_intercept": False}, None),
            ({"alpha": 0.017, "quantile": 0.6}, weights),
        ]:
            if table[0] == "diabetes" and "fit_intercept" in options:
                # All targets are far above 0, and many solutions are equally good.
                continue
            model = QuantileRegressor(**options).fit(X, y, own)
            found = {"coef": model.coef_, "intercept": model.intercept_}
            cases.append({**base("QuantileRegressor", table, options, own), **found})
        for options, own in [
            ({"random_state": 0}, None),
            ({"random_state": 5, "min_samples": 20, "residual_threshold": 2.0, "max_trials": 30}, None),
            ({"random_state": 1}, weights),
        ]:
            model = RANSACRegressor(**options).fit(X, y, sample_weight=own)
            found = {"coef": model.estimator_.coef_, "intercept": model.estimator_.intercept_}
            more = {"mask": model.inlier_mask_, "nTrials": model.n_trials_}
            cases.append({**base("RANSACRegressor", table, options, own), **found, **more})
    write("robust-regression", cases)


if __name__ == "__main__":
    main()
