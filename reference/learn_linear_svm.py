"""Writes the fixtures of linear support vector machines with scikit-learn:

    python reference/learn_linear_svm.py
"""

import warnings

import numpy as np
from learn import SEED, write
from learn_svm import class_tables, number_tables, own_data
from sklearn.svm import LinearSVC, LinearSVR

LOSSES = {
    "hinge": "hinge",
    "squared_hinge": "squaredHinge",
    "epsilon_insensitive": "epsilonInsensitive",
    "squared_epsilon_insensitive": "squaredEpsilonInsensitive",
}
NAMES = {
    "fit_intercept": "fitIntercept",
    "intercept_scaling": "interceptScaling",
    "class_weight": "classWeight",
    "multi_class": "multiClass",
}
EXACT = {"tol": 1e-9, "max_iter": 100_000, "random_state": 0}


def shown(options):
    values = {NAMES.get(key, key): value for key, value in options.items() if key != "dual"}
    if "loss" in values:
        values["loss"] = LOSSES[values["loss"]]
    if isinstance(values.get("classWeight"), dict):
        values["classWeight"] = {str(label): weight for label, weight in values["classWeight"].items()}
    if values.get("multiClass") == "crammer_singer":
        values["multiClass"] = "crammerSinger"
    return values


def case(make, table, options, weights=None):
    name, X, y, _ = table
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = make(**options, **EXACT).fit(X, y, sample_weight=weights)
    label = ", ".join(f"{key} {value}" for key, value in options.items())
    return {
        "name": f"{make.__name__}, {name}: {label}{', weighted' if weights is not None else ''}",
        "kind": make.__name__,
        "options": shown(options),
        "table": name,
        "rows": len(y),
        "weighted": weights,
        "coef": model.coef_,
        # Without an intercept scikit-learn has a single 0 for all classes.
        "intercept": np.broadcast_to(model.intercept_, np.atleast_2d(model.coef_).shape[:1]),
        "predicted": model.predict(X[::5]),
    }


def main():
    cases = []
    for table in class_tables():
        name, X, y, _ = table
        weights = np.random.default_rng(SEED).uniform(0.2, 2, len(y)).round(3)
        weights[3] = 0
        add = lambda options, **more: cases.append(case(LinearSVC, table, options, **more))
        add({})
        add({"C": 0.05, "fit_intercept": False})
        add({"C": 5, "intercept_scaling": 10.0})
        add({"class_weight": "balanced"})
        add({"class_weight": {y[0]: 3.0}})
        add({}, weights=weights)
        add({"class_weight": "balanced"}, weights=weights)
        add({"loss": "hinge", "C": 0.1})
        add({"loss": "hinge", "C": 0.1, "class_weight": "balanced"}, weights=weights)
        add({"penalty": "l1", "dual": False, "C": 0.1})
        add({"penalty": "l1", "dual": False})
        add({"penalty": "l1", "dual": False, "C": 0.5}, weights=weights)
    for table in number_tables():
        name, X, y, _ = table
        weights = np.random.default_rng(SEED).uniform(0.2, 2, len(y)).round(3)
        weights[5] = 0
        add = lambda options, **more: cases.append(case(LinearSVR, table, options, **more))
        squared = {"loss": "squared_epsilon_insensitive"}
        add({"C": 0.3, "epsilon": 0.2})
        add({"C": 0.1, "fit_intercept": False})
        add({"C": 0.2, "epsilon": 0.1}, weights=weights)
        add({**squared})
        add({**squared, "epsilon": 0.5, "C": 10, "intercept_scaling": 5.0})
        add({**squared, "C": 0.01}, weights=weights)
    write("linear-svm", cases, data=own_data(class_tables() + number_tables()))


if __name__ == "__main__":
    main()
