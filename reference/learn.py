"""Writes the fixtures of packages/learn with scikit-learn:

    python reference/learn.py

Each file holds the versions and the seed; tables are in the file unless they ship with packages/data.
"""

import json
import platform
from pathlib import Path

import numpy as np
import scipy
import sklearn
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.metrics import mean_absolute_error, mean_squared_error, r2_score, root_mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

SEED = 20260101
FIXTURES = Path(__file__).parent.parent / "packages" / "learn" / "fixtures"
VERSIONS = {
    "python": platform.python_version(),
    "numpy": np.__version__,
    "scipy": scipy.__version__,
    "scikit-learn": sklearn.__version__,
}


def plain(value):
    """NumPy values as what JSON can hold, NaN as null."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, np.generic):
        return plain(value.item())
    return None if isinstance(value, float) and np.isnan(value) else value


def write(name, cases, **more):
    """Writes a fixture: its cases, and what they share."""
    content = {"versions": VERSIONS, "seed": SEED, **plain(more), "cases": plain(cases)}
    text = json.dumps(content, separators=(",", ":"))
    (FIXTURES / f"{name}.json").write_text(text + "\n")
    print(f"{name}: {len(cases)} cases, {len(text)} bytes")


def tables():
    """Name, X, y and what X is written as: None for a table that packages/data has."""
    rng = np.random.default_rng(SEED)
    diabetes = load_diabetes()
    raw = load_diabetes(scaled=False)
    n = 40
    independent = rng.normal(size=(n, 3)).round(6)
    deficient = np.column_stack([independent, independent[:, 0] - 2 * independent[:, 1]])
    one = rng.uniform(0, 10, size=(25, 1)).round(6)
    wide = rng.normal(size=(8, 20)).round(6)
    constant = np.column_stack([rng.normal(size=(12, 2)).round(6), np.full(12, 3.5)])
    offset = (rng.normal(size=(50, 4)) + [1e6, -2e5, 0, 10]).round(6)
    collinear = np.column_stack([independent, independent[:, 0] + 1e-4 * rng.normal(size=n)])
    hilbert = 1 / (np.arange(12)[:, None] + np.arange(8)[None, :] + 1)
    noise = lambda size: rng.normal(size=size).round(6)
    return [
        ("diabetes", diabetes.data, diabetes.target, None),
        ("diabetes in its own units", raw.data, raw.target, None),
        ("rank-deficient", deficient, (deficient @ [1, 2, 3, 4] + noise(n)).round(6), deficient),
        ("one feature", one, (3 * one[:, 0] - 7 + noise(25)).round(6), one),
        ("wide", wide, noise(8), wide),
        ("constant column", constant, noise(12), constant),
        ("far from the origin", offset, (offset @ [1, -1, 2, 0.5] + noise(50)).round(6), offset),
        ("nearly collinear", collinear, noise(n), collinear),
        ("Hilbert, cut at the tolerance", hilbert, noise(12), hilbert),
        ("two targets", independent, noise((n, 2)), independent),
    ]


def regression_case(name, model, options, X, y, written, weights=None):
    model.fit(X, y, sample_weight=weights)
    shipped = written is None
    return {
        "name": name,
        "options": options,
        "table": name.split(":")[0] if shipped else None,
        "X": None if shipped else written,
        "y": None if shipped else y,
        "sampleWeight": weights,
        "coef": model.coef_,
        # Without an intercept scikit-learn has a single 0 for all targets.
        "intercept": np.broadcast_to(model.intercept_, y.shape[1:]),
        "predictions": model.predict(X[:10]),
        "score": model.score(X, y),
    }


def linear_regression():
    cases = []
    rng = np.random.default_rng(SEED + 1)
    for name, X, y, written in tables():
        cases.append(regression_case(name, LinearRegression(), {}, X, y, written))
        model = LinearRegression(fit_intercept=False)
        cases.append(
            regression_case(f"{name}: no intercept", model, {"fitIntercept": False}, X, y, written)
        )
        weights = rng.uniform(0, 2, size=len(y)).round(6)
        weights[1] = 0
        cases.append(
            regression_case(f"{name}: weighted", LinearRegression(), {}, X, y, written, weights)
        )
    write("linear-regression", cases)


def ridge():
    """By singular values: for ill-conditioned tables scikit-learn's default solver is accurate to 1e-4 only."""
    cases = []
    svd = {"solver": "svd"}
    rng = np.random.default_rng(SEED + 2)
    for name, X, y, written in tables():
        for alpha in [0.001, 0.1, 1, 10, 1000]:
            case = f"{name}: alpha {alpha}"
            cases.append(regression_case(case, Ridge(alpha=alpha, **svd), {"alpha": alpha}, X, y, written))
        weights = rng.uniform(0, 2, size=len(y)).round(6)
        options = {"alpha": 2.5, "fitIntercept": False}
        model = Ridge(alpha=2.5, fit_intercept=False, **svd)
        cases.append(regression_case(f"{name}: no intercept", model, options, X, y, written))
        cases.append(
            regression_case(f"{name}: weighted", Ridge(alpha=2.5, **svd), {"alpha": 2.5}, X, y, written, weights)
        )
    write("ridge", cases)


def standard_scaler():
    cases = []
    for name, X, _, written in tables():
        for mean, std in [(True, True), (False, True), (True, False)]:
            scaler = StandardScaler(with_mean=mean, with_std=std).fit(X)
            cases.append(
                {
                    "name": f"{name}: mean {mean}, std {std}",
                    "options": {"withMean": mean, "withStd": std},
                    "table": name if written is None else None,
                    "X": written,
                    "mean": scaler.mean_,
                    "scale": scaler.scale_,
                    "transformed": scaler.transform(X[:10]),
                }
            )
    write("standard-scaler", cases)


def splits():
    cases = []
    add = lambda n, options, **kw: cases.append(
        {"n": n, "options": options, "indices": train_test_split(np.arange(n), **kw)}
    )
    for n, seed in [(10, 0), (10, 42), (97, 1), (442, 42), (1000, 2**32 - 1)]:
        add(n, {"seed": seed}, random_state=seed)
    for size in [0.1, 0.33, 0.5, 3]:
        add(50, {"testSize": size, "seed": 7}, test_size=size, random_state=7)
        add(50, {"trainSize": size, "seed": 7}, train_size=size, random_state=7)
    both = {"testSize": 0.2, "trainSize": 0.3, "seed": 7}
    add(50, both, test_size=0.2, train_size=0.3, random_state=7)
    add(11, {"testSize": 0.3, "shuffle": False}, test_size=0.3, shuffle=False)
    rng = np.random.default_rng(SEED + 3)
    for n, n_classes, seed in [(20, 2, 0), (50, 3, 1), (97, 5, 42), (300, 7, 3)]:
        labels = np.concatenate([np.repeat(np.arange(n_classes), 2), rng.integers(0, n_classes, n - 2 * n_classes)])
        rng.shuffle(labels)
        for size in [0.2, 0.37]:
            names = [f"class {label}" for label in labels]
            options = {"testSize": size, "seed": seed, "stratify": names}
            add(n, options, test_size=size, random_state=seed, stratify=np.array(names))
    write("train-test-split", cases)


def metrics():
    rng = np.random.default_rng(SEED + 4)
    cases = []
    pairs = [
        ("one target", rng.normal(size=30), None),
        ("weighted", rng.normal(size=30), rng.uniform(0, 3, size=30)),
        ("three targets", rng.normal(size=(20, 3)), None),
        ("three targets, weighted", rng.normal(size=(20, 3)), rng.uniform(0, 3, size=20)),
        ("constant targets", np.full(5, 2.0), None),
        ("one of two constant", np.column_stack([np.full(5, 2.0), rng.normal(size=5)]), None),
    ]
    for name, true, weights in pairs:
        true = true.round(6)
        pred = (true + rng.normal(size=true.shape) / 2).round(6)
        weights = None if weights is None else weights.round(6)
        kw = {"sample_weight": weights}
        case = {"name": name, "yTrue": true, "yPred": pred, "sampleWeight": weights}
        for key, metric in [
            ("meanSquaredError", mean_squared_error),
            ("rootMeanSquaredError", root_mean_squared_error),
            ("meanAbsoluteError", mean_absolute_error),
            ("r2Score", r2_score),
        ]:
            case[key] = {
                "uniformAverage": metric(true, pred, multioutput="uniform_average", **kw),
                "rawValues": metric(true, pred, multioutput="raw_values", **kw),
            }
        case["r2Score"]["varianceWeighted"] = r2_score(true, pred, multioutput="variance_weighted", **kw)
        cases.append(case)
    write("regression-metrics", cases)


if __name__ == "__main__":
    linear_regression()
    ridge()
    standard_scaler()
    splits()
    metrics()
