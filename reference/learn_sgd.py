"""Writes the fixtures of stochastic gradient descent with scikit-learn:

    python reference/learn_sgd.py
"""

import warnings

import numpy as np
from learn import SEED, write
from sklearn.datasets import load_breast_cancer, load_diabetes, load_iris, load_wine, make_classification
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import Perceptron, SGDClassifier, SGDRegressor
from sklearn.preprocessing import StandardScaler

LOSSES = {
    "hinge": "hinge",
    "squared_hinge": "squaredHinge",
    "perceptron": "perceptron",
    "log_loss": "logLoss",
    "modified_huber": "modifiedHuber",
    "squared_error": "squaredError",
    "huber": "huber",
    "epsilon_insensitive": "epsilonInsensitive",
    "squared_epsilon_insensitive": "squaredEpsilonInsensitive",
}
NAMES = {
    "loss": "loss",
    "penalty": "penalty",
    "alpha": "alpha",
    "l1_ratio": "l1Ratio",
    "fit_intercept": "fitIntercept",
    "max_iter": "maxIter",
    "tol": "tol",
    "shuffle": "shuffle",
    "epsilon": "epsilon",
    "random_state": "seed",
    "learning_rate": "learningRate",
    "eta0": "eta0",
    "power_t": "powerT",
    "average": "average",
    "class_weight": "classWeight",
}


def shown(options):
    values = {NAMES[key]: value for key, value in options.items()}
    if "loss" in values:
        values["loss"] = LOSSES[values["loss"]]
    if "penalty" in values and values["penalty"] is None:
        values["penalty"] = "none"
    return values


def tables():
    found = []
    for name, data in [("breast cancer", load_breast_cancer()), ("iris", load_iris()), ("wine", load_wine())]:
        y = data.target_names[data.target] if name == "iris" else data.target
        found.append((name, StandardScaler().fit_transform(data.data), y, None))
    X, y = make_classification(50, 4, n_informative=4, n_redundant=0, flip_y=0.1, random_state=SEED % 1000)
    found.append(("two classes", X.round(5), y, X.round(5)))
    return found


def case(kind, make, table, options, weights=None, partial=False):
    name, X, y, written = table
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model = make(**options)
        if partial:
            half = len(y) // 2
            order = np.random.default_rng(SEED).permutation(len(y))
            extra = {} if kind == "SGDRegressor" else {"classes": np.unique(y)}
            model.partial_fit(X[order[:half]], y[order[:half]], **extra)
            model.partial_fit(X[order[half:]], y[order[half:]])
        else:
            model.fit(X, y, sample_weight=weights)
    label = ", ".join(f"{key} {value}" for key, value in options.items())
    proba = options.get("loss") in ("log_loss", "modified_huber") and kind == "SGDClassifier"
    return {
        "name": f"{kind}, {name}: {label}{', weighted' if weights is not None else ''}",
        "kind": kind,
        "options": shown(options),
        "table": None if written is not None else name,
        "standardized": written is None,
        "X": written,
        "y": None if written is None else y,
        "weighted": weights,
        "order": order if partial else None,
        "coef": model.coef_,
        "intercept": model.intercept_,
        "nIter": model.n_iter_,
        "probabilities": model.predict_proba(X[:6]) if proba else None,
    }


def main():
    cases = []
    # With the default alpha of 1e-4 the first steps are so long that they multiply the rounding of the log loss.
    short = {"max_iter": 4, "tol": None, "random_state": 3, "alpha": 0.01}
    for table in tables():
        name, X, y, _ = table
        weights = np.random.default_rng(SEED).uniform(0.2, 2, len(y)).round(3)
        add = lambda options, **more: cases.append(case("SGDClassifier", SGDClassifier, table, options, **more))
        for loss in list(LOSSES) if name == "two classes" else ["hinge", "log_loss", "modified_huber"]:
            add({"loss": loss, **short})
        add({"random_state": 7})
        add({"loss": "log_loss", "shuffle": False, "alpha": 0.01})
        add({"loss": "log_loss", **short, "penalty": "l1"})
        add({"loss": "hinge", **short, "penalty": "elasticnet", "l1_ratio": 0.4})
        add({"loss": "log_loss", "learning_rate": "constant", "eta0": 0.05, "fit_intercept": False, **short})
        add({"loss": "log_loss", "learning_rate": "adaptive", "eta0": 0.1, "random_state": 0})
        add({"loss": "log_loss", "learning_rate": "invscaling", "eta0": 0.5, "penalty": None, **short})
        add({"average": True, **short})
        add({"average": 30, "loss": "log_loss", **short})
        add({"class_weight": "balanced", **short})
        add({"loss": "log_loss", **short}, weights=weights)
        add({"loss": "log_loss", "random_state": 5, "alpha": 0.01}, partial=True)
        cases.append(case("Perceptron", Perceptron, table, {}))
        cases.append(case("Perceptron", Perceptron, table, {"penalty": "l2", "random_state": 4, "eta0": 0.5}))
    data = load_diabetes()
    diabetes = ("diabetes", StandardScaler().fit_transform(data.data), data.target, None)
    add = lambda options, **more: cases.append(case("SGDRegressor", SGDRegressor, diabetes, options, **more))
    for loss in ["squared_error", "huber", "epsilon_insensitive", "squared_epsilon_insensitive"]:
        add({"loss": loss, **short})
    add({"random_state": 1})
    add({**short, "penalty": "l1", "alpha": 0.1})
    # Not averaged: scikit-learn's mean leaves out what L1 takes from the weights.
    add({**short, "penalty": "elasticnet", "alpha": 0.1})
    add({"random_state": 2, "average": True}, partial=True)
    add(short, weights=np.random.default_rng(SEED).uniform(0.2, 2, len(data.target)).round(3))
    write("stochastic-descent", cases)


if __name__ == "__main__":
    main()
