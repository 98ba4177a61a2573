"""Writes the fixtures of logistic regression with scikit-learn:

    python reference/learn_logistic.py
"""

import warnings

import numpy as np
from learn import SEED, write
from sklearn.datasets import load_breast_cancer, load_digits, load_iris, load_wine, make_classification
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

NAMES = {
    "C": "C",
    "l1_ratio": "l1Ratio",
    "fit_intercept": "fitIntercept",
    "class_weight": "classWeight",
    "tol": "tol",
    "max_iter": "maxIter",
}


def tables():
    """Name, X, y, what is written: standardized tables that ship with packages/data, and seeded ones."""
    loaded = [
        ("breast cancer", load_breast_cancer()),
        ("iris", load_iris()),
        ("wine", load_wine()),
        ("digits", load_digits()),
    ]
    found = []
    for name, data in loaded:
        y = data.target_names[data.target] if name == "iris" else data.target
        found.append((name, StandardScaler().fit_transform(data.data), y, None))
    for name, n, p, k in [("two classes", 60, 4, 2), ("four classes", 80, 5, 4), ("wide", 20, 30, 2)]:
        X, y = make_classification(
            n, p, n_informative=min(4, p), n_redundant=0, n_classes=k, n_clusters_per_class=1, class_sep=0.6,
            flip_y=0.15, random_state=SEED % 1000,
        )
        X = X.round(5)
        found.append((name, X, np.array([f"class {label}" for label in y]), X))
    return found


def case(table, options, weighted=False):
    name, X, y, written = table
    solver = "lbfgs" if options.get("l1_ratio", 0) == 0 else "saga"
    tight = {"tol": 1e-10, "max_iter": 100_000}
    weights = np.random.default_rng(SEED).uniform(0, 2, len(y)).round(4) if weighted else None
    with warnings.catch_warnings():
        # lbfgs says so when float64 allows no more.
        warnings.simplefilter("ignore", ConvergenceWarning)
        model = LogisticRegression(solver=solver, random_state=0, **tight, **options).fit(X, y, weights)
    class_weight = options.get("class_weight")
    shown = {NAMES[key]: "Infinity" if value == np.inf else value for key, value in options.items()}
    if isinstance(class_weight, dict):
        shown["classWeight"] = {str(label): weight for label, weight in class_weight.items()}
    label = ", ".join(f"{key} {value}" for key, value in shown.items()) or "default"
    probabilities = model.predict_proba(X[:8])
    return {
        "name": f"{name}: {label}{', weighted' if weighted else ''}",
        "options": shown,
        "table": None if written is not None else name,
        "standardized": written is None,
        "X": written,
        "y": None if written is None else y,
        "weighted": weights,
        "coef": model.coef_.round(9),
        "intercept": model.intercept_.round(9),
        "probabilities": probabilities.round(9),
        "score": model.score(X, y),
    }


def main():
    cases = []
    for table in tables():
        name, _, y, _ = table
        labels = np.unique(y)
        add = lambda options, weighted=False: cases.append(case(table, options, weighted))
        add({})
        if name == "digits":
            continue
        add({"C": 0.01})
        add({"C": 100, "fit_intercept": False})
        add({"class_weight": "balanced"})
        add({"class_weight": {label: weight for label, weight in zip(labels.tolist(), [3, 1, 0.5, 2])}})
        add({}, weighted=True)
        add({"class_weight": "balanced", "C": 0.5}, weighted=True)
        if name != "four classes":
            # With an even number of classes and L1 alone, several weights are equally good.
            add({"l1_ratio": 1, "C": 0.3})
        add({"l1_ratio": 0.5, "C": 0.5})
        add({"l1_ratio": 0.3, "C": 1, "class_weight": "balanced"}, weighted=True)
        if name in ("two classes", "four classes"):
            add({"C": np.inf})
    write("logistic-regression", cases)


if __name__ == "__main__":
    main()
