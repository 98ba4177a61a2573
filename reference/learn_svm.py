"""Writes the fixtures of support vector machines with scikit-learn:

    python reference/learn_svm.py
"""

import warnings

import numpy as np
from learn import SEED, write
from sklearn.datasets import (
    load_breast_cancer,
    load_diabetes,
    load_digits,
    load_iris,
    load_wine,
    make_classification,
    make_friedman1,
    make_regression,
)
from sklearn.metrics.pairwise import pairwise_kernels
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC, SVR, NuSVC, NuSVR, OneClassSVM

KERNELS = ["linear", "poly", "rbf", "sigmoid"]
NAMES = {
    "cache_size": "cacheSize",
    "class_weight": "classWeight",
    "decision_function_shape": "decisionFunctionShape",
    "break_ties": "breakTies",
    "max_iter": "maxIter",
}
EXACT = {"tol": 1e-9, "max_iter": 200_000}
# Steps that the rounding of float32 keeps from ending, as where the margin of a NuSVC is 0: no solution to compare.
ENDLESS = EXACT["max_iter"]


def shown(options):
    values = {NAMES.get(key, key): value for key, value in options.items()}
    if isinstance(values.get("classWeight"), dict):
        values["classWeight"] = {str(label): weight for label, weight in values["classWeight"].items()}
    return values


def own_data(tables):
    """The tables that packages/data does not have."""
    return {name: {"X": X, "y": y} for name, X, y, written in tables if written is not None}


def class_tables():
    found = []
    for name, data in [("breast cancer", load_breast_cancer()), ("iris", load_iris()), ("wine", load_wine())]:
        y = data.target_names[data.target] if name == "iris" else data.target
        found.append((name, StandardScaler().fit_transform(data.data), y, None))
    X, y = make_classification(60, 4, n_informative=4, n_redundant=0, flip_y=0.1, random_state=SEED % 1000)
    found.append(("two classes", X.round(5), y, X.round(5)))
    return found


def number_tables():
    data = load_diabetes()
    found = [("diabetes", StandardScaler().fit_transform(data.data)[:150], data.target[:150], None)]
    for name, (X, y) in [
        ("plane", make_regression(60, 5, noise=5, random_state=SEED % 1000)),
        ("Friedman", make_friedman1(70, 5, noise=0.3, random_state=SEED % 1000)),
        ("sine", (np.linspace(-3, 3, 40)[:, None], np.sin(np.linspace(-3, 3, 40) * 2))),
    ]:
        found.append((name, X.round(5), y.round(5), X.round(5)))
    return found


def classes_case(make, table, options, weights=None):
    name, X, y, written = table
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = make(**options, **EXACT).fit(X, y, sample_weight=weights)
    if np.max(model.n_iter_) >= ENDLESS:
        return None
    label = ", ".join(f"{key} {value}" for key, value in options.items())
    every = max(1, len(y) // 25)
    return {
        "name": f"{make.__name__}, {name}: {label}{', weighted' if weights is not None else ''}",
        "kind": make.__name__,
        "options": shown(options),
        "table": name,
        "weighted": weights,
        "every": every,
        "nSupport": model.n_support_,
        "dualSums": np.abs(model.dual_coef_).sum(1),
        "intercept": model.intercept_,
        "coef": model.coef_ if options.get("kernel") == "linear" else None,
        "decision": model.decision_function(X[::every]),
        "predicted": model.predict(X[::every]),
    }


def numbers_case(make, table, options, weights=None):
    name, X, y, written = table
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = make(**options, **EXACT).fit(X, y, sample_weight=weights)
    if model.n_iter_ >= ENDLESS:
        return None
    label = ", ".join(f"{key} {value}" for key, value in options.items())
    is_svr = make is not OneClassSVM
    return {
        "name": f"{make.__name__}, {name}: {label}{', weighted' if weights is not None else ''}",
        "kind": make.__name__,
        "options": shown(options),
        "table": name,
        "rows": len(y),
        "weighted": weights,
        "nSupport": len(model.support_),
        "intercept": model.intercept_[0],
        "coef": model.coef_ if options.get("kernel") == "linear" else None,
        "predicted": model.predict(X[:12]) if is_svr else model.decision_function(X[:12]),
        "outliers": None if is_svr else model.predict(X),
    }


def machines():
    cases = []
    for table in class_tables():
        name, X, y, _ = table
        rng = np.random.default_rng(SEED)
        weights = rng.uniform(0.2, 2, len(y)).round(3)
        weights[3] = 0
        add = lambda make, options, **more: cases.append(classes_case(make, table, options, **more))
        for kernel in KERNELS:
            add(SVC, {"kernel": kernel})
            add(NuSVC, {"kernel": kernel, "nu": 0.35})
        add(SVC, {"C": 0.1})
        add(SVC, {"C": 30, "gamma": "auto"})
        add(SVC, {"gamma": 0.3, "shrinking": False})
        add(SVC, {"kernel": "poly", "degree": 2, "coef0": 1, "gamma": 0.1})
        add(SVC, {"kernel": "sigmoid", "coef0": -0.5, "gamma": 0.02})
        add(SVC, {"decision_function_shape": "ovo"})
        add(SVC, {"break_ties": True})
        add(SVC, {"class_weight": "balanced", "C": 0.5})
        add(SVC, {"class_weight": {y[0]: 3.0}, "C": 0.5})
        add(SVC, {"C": 2}, weights=weights)
        add(SVC, {"class_weight": "balanced"}, weights=weights)
        add(NuSVC, {"nu": 0.31, "gamma": 0.05})
        add(NuSVC, {"nu": 0.21}, weights=weights)
    for table in number_tables():
        name, X, y, _ = table
        weights = np.random.default_rng(SEED).uniform(0.2, 2, len(y)).round(3)
        weights[5] = 0
        add = lambda make, options, **more: cases.append(numbers_case(make, table, options, **more))
        big = 10.0 if name == "diabetes" else 1.0
        for kernel in KERNELS:
            add(SVR, {"kernel": kernel, "C": big})
            # Where nu times the number of rows is even, all multipliers may lie on their bounds: the intercept is free.
            add(NuSVR, {"kernel": kernel, "C": big, "nu": 0.47})
            # The sigmoid is no kernel in the strict sense, and its problem can have several optima.
            if kernel != "sigmoid":
                add(OneClassSVM, {"kernel": kernel, "nu": 0.21})
        add(SVR, {"C": 5 * big, "epsilon": 0.5})
        add(SVR, {"C": big, "epsilon": 0.0, "gamma": "auto"})
        add(SVR, {"C": big}, weights=weights)
        add(NuSVR, {"C": big, "nu": 0.23, "gamma": 0.1})
        add(NuSVR, {"C": big}, weights=weights)
        add(OneClassSVM, {"nu": 0.05, "gamma": 0.1})
        add(OneClassSVM, {}, weights=weights)
    write("support-vector-machines", [case for case in cases if case is not None], data=own_data(class_tables() + number_tables()))


def products(kernel, X, gamma):
    options = {"rbf": {"gamma": gamma}, "poly": {"gamma": gamma, "coef0": 0, "degree": 3}}
    options["sigmoid"] = {"gamma": gamma, "coef0": 0}
    return pairwise_kernels(X, metric=kernel, **options.get(kernel, {}))


def class_objectives(model, X):
    """The dual objective of each pair's machine."""
    K = products(model.kernel, X[model.support_], model._gamma)
    ends = np.cumsum(model.n_support_)
    slices = [slice(end - count, end) for end, count in zip(ends, model.n_support_)]
    found = []
    k = len(model.n_support_)
    for i in range(k):
        for j in range(i + 1, k):
            a = np.zeros(len(K))
            a[slices[i]] = model.dual_coef_[j - 1, slices[i]]
            a[slices[j]] = model.dual_coef_[i, slices[j]]
            found.append(0.5 * a @ K @ a - np.abs(a).sum())
    return found


def objectives():
    """What SVC and SVR of libsvm reach, on four tables and with four kernels each."""
    cases = []
    digits = load_digits()
    tables = [table[:3] for table in class_tables()[:3]]
    tables.append(("digits", StandardScaler().fit_transform(digits.data), digits.target))
    for name, X, y in tables:
        for kernel in KERNELS:
            model = SVC(kernel=kernel, tol=1e-5).fit(X, y)
            cases.append(
                {
                    "kind": "SVC",
                    "table": name,
                    "kernel": kernel,
                    "objectives": class_objectives(model, X),
                    "nSupport": model.n_support_,
                }
            )
    for name, X, y, written in number_tables():
        for kernel in KERNELS:
            C = 10 if name == "diabetes" else 1
            model = SVR(kernel=kernel, C=C, tol=1e-5).fit(X, y)
            a = model.dual_coef_[0]
            K = products(kernel, X[model.support_], model._gamma)
            objective = 0.5 * a @ K @ a - y[model.support_] @ a + 0.1 * np.abs(a).sum()
            cases.append(
                {
                    "kind": "SVR",
                    "table": name,
                    "kernel": kernel,
                    "C": C,
                    "rows": len(y),
                    "objectives": [objective],
                    "nSupport": model.n_support_,
                }
            )
    write("svm-objectives", cases, data=own_data(number_tables()))


if __name__ == "__main__":
    machines()
    objectives()
