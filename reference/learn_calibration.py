"""Writes the fixtures of isotonic regression and calibration with scikit-learn:

    python reference/learn_calibration.py
"""

import warnings

import numpy as np
from learn import SEED, write
from learn_svm import class_tables, own_data
from sklearn.calibration import CalibratedClassifierCV, calibration_curve
from sklearn.datasets import load_diabetes
from sklearn.frozen import FrozenEstimator
from sklearn.isotonic import IsotonicRegression, isotonic_regression
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import GaussianNB
from sklearn.svm import SVC, LinearSVC


def isotonic_tables():
    rng = np.random.default_rng(SEED)
    x = rng.normal(size=60).round(3)
    diabetes = load_diabetes(scaled=False)
    return [
        ("noise around a root", x, (np.cbrt(x) + rng.normal(size=60) * 0.4).round(4)),
        ("ties", rng.integers(0, 8, 50).astype(float), rng.normal(size=50).round(4)),
        ("falling", np.arange(40.0), (10 - np.arange(40) * 0.3 + rng.normal(size=40)).round(4)),
        ("truths", np.sort(rng.uniform(size=50)).round(5), (rng.uniform(size=50) < np.linspace(0, 1, 50)).astype(float)),
        ("diabetes, body mass", diabetes.data[:150, 2], diabetes.target[:150]),
        ("one x", np.full(5, 2.0), np.arange(5.0)),
    ]


def isotonic():
    cases = []
    for name, x, y in isotonic_tables():
        rng = np.random.default_rng(SEED + 1)
        weights = rng.uniform(0.1, 2, len(x)).round(3)
        weights[2] = 0
        new = np.linspace(x.min() - 1, x.max() + 1, 12)
        for options, weighted in [
            ({}, False),
            ({}, True),
            ({"increasing": False}, True),
            ({"increasing": "auto", "out_of_bounds": "clip"}, False),
            ({"y_min": 0.2, "y_max": 0.7, "out_of_bounds": "clip"}, False),
        ]:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                own = weights if weighted else None
                model = IsotonicRegression(**options).fit(x, y, sample_weight=own)
            names = {"increasing": "increasing", "out_of_bounds": "outOfBounds", "y_min": "yMin", "y_max": "yMax"}
            flat = {key: value for key, value in options.items() if key in ("y_min", "y_max")}
            plain = isotonic_regression(
                y, sample_weight=None if own is None else own + 0.1, increasing=options.get("increasing") is not False, **flat
            )
            cases.append(
                {
                    "name": f"{name}: {options}{', weighted' if weighted else ''}",
                    "options": {names[key]: value for key, value in options.items()},
                    "table": name,
                    "weighted": own,
                    "xThresholds": model.X_thresholds_,
                    "yThresholds": model.y_thresholds_,
                    "isIncreasing": bool(model.increasing_),
                    "predicted": model.predict(new),
                    "plain": plain,
                }
            )
    tables = {name: {"x": x, "y": y} for name, x, y in isotonic_tables()}
    write("isotonic", cases, data=tables)


KINDS = {
    "GaussianNB": GaussianNB(),
    "LogisticRegression": LogisticRegression(tol=1e-10, max_iter=10_000),
    "LinearSVC": LinearSVC(tol=1e-10, max_iter=100_000, random_state=0),
    "SVC": SVC(tol=1e-9),
}


def calibration():
    cases = []
    for name, X, y, _ in class_tables():
        weights = np.random.default_rng(SEED).uniform(0.2, 2, len(y)).round(3)
        for kind, estimator in KINDS.items():
            for options, weighted in [
                ({"method": "sigmoid"}, False),
                ({"method": "isotonic", "ensemble": False}, True),
                ({"method": "temperature"}, True),
                ({"method": "sigmoid", "ensemble": False, "cv": 3}, True),
                ({"method": "isotonic", "cv": 4}, False),
            ]:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")
                    model = CalibratedClassifierCV(estimator, **options)
                    model.fit(X, y, sample_weight=weights if weighted else None)
                every = max(1, len(y) // 12)
                cases.append(
                    {
                        "name": f"{name}, {kind}: {options}{', weighted' if weighted else ''}",
                        "kind": kind,
                        "options": options,
                        "table": name,
                        "weighted": weights if weighted else None,
                        "every": every,
                        "shares": model.predict_proba(X[::every]),
                    }
                )
        half = len(y) // 2
        rows = np.random.default_rng(SEED).permutation(len(y))
        first = GaussianNB().fit(X[rows[:half]], y[rows[:half]])
        for method in ["sigmoid", "isotonic", "temperature"]:
            model = CalibratedClassifierCV(FrozenEstimator(first), method=method)
            model.fit(X[rows[half:]], y[rows[half:]])
            every = max(1, len(y) // 12)
            cases.append(
                {
                    "name": f"{name}, a frozen GaussianNB: {method}",
                    "kind": "frozen",
                    "options": {"method": method},
                    "table": name,
                    "rows": rows,
                    "every": every,
                    "shares": model.predict_proba(X[::every]),
                }
            )
    curves = []
    rng = np.random.default_rng(SEED)
    for name, n in [("few", 12), ("many", 200), ("low", 80)]:
        p = rng.uniform(size=n).round(4) ** (3 if name == "low" else 1)
        y = (rng.uniform(size=n) < p).astype(int)
        for strategy in ["uniform", "quantile"]:
            for n_bins in [1, 5, 10]:
                true, pred = calibration_curve(y, p, n_bins=n_bins, strategy=strategy)
                curves.append(
                    {
                        "name": f"{name}: {n_bins} {strategy}",
                        "y": y,
                        "p": p,
                        "options": {"nBins": n_bins, "strategy": strategy},
                        "probTrue": true,
                        "probPred": pred,
                    }
                )
    write("calibration", cases, curves=curves, data=own_data(class_tables()))


if __name__ == "__main__":
    isotonic()
    calibration()
