"""Writes the fixtures of packages/learn/src/preprocessing with scikit-learn:

    python reference/learn_preprocessing.py

Rows of tables that packages/data has are named, not written: the test loads them.
"""

import warnings

import numpy as np
from sklearn import preprocessing as P
from sklearn.datasets import load_breast_cancer, load_diabetes, load_iris, load_wine

from learn import SEED, write

warnings.simplefilter("ignore")
HEAD = 6


def tables():
    """Name, X, and X as it is written: None for a table that the test loads."""
    rng = np.random.default_rng(SEED)
    gaps = rng.normal(size=(30, 4)).round(4)
    gaps[rng.uniform(size=gaps.shape) < 0.2] = np.nan
    skewed = np.exp(rng.normal(size=(25, 3)) * [0.5, 1, 2]).round(4)
    constant = np.column_stack([np.full(9, 2.5), rng.normal(size=9).round(4), np.zeros(9)])
    return [
        ("iris", load_iris().data, None),
        ("wine", load_wine().data, None),
        ("breast cancer", load_breast_cancer().data[:, :10], None),
        ("diabetes", load_diabetes(scaled=False).data, None),
        ("gaps", gaps, gaps),
        ("skewed", skewed, skewed),
        ("constant column", constant, constant),
    ]


def camel(name):
    head, *rest = name.split("_")
    return head + "".join(part.title() for part in rest)


def case(table, X, written, model, options, learned, inverse=True, **more):
    Z = model.fit_transform(X)
    dense = Z.toarray() if hasattr(Z, "toarray") else Z
    every = max(1, len(X) // HEAD)
    return {
        "name": f"{table} {options}" if options else table,
        "table": table if written is None else None,
        "X": written,
        "options": options,
        "learned": {camel(name.rstrip("_")): getattr(model, name) for name in learned},
        "every": every,
        "transformed": dense[::every],
        "inverse": model.inverse_transform(Z)[::every] if inverse else None,
        "namesOut": list(model.get_feature_names_out()),
        **more,
    }


def python(options):
    """Our options in Python's spelling."""
    snake = lambda name: "".join("_" + c.lower() if c.isupper() else c for c in name)
    return {snake(name): tuple(v) if isinstance(v, list) else v for name, v in options.items()}


def scaler(make, options_list, learned, partial=False, inverse=True):
    cases = []
    for table, X, written in tables():
        for options in options_list:
            model = make(**python(options))
            found = case(table, X, written, model, options, learned, inverse)
            if partial:
                parts = make(**python(options))
                for rows in np.array_split(X, [len(X) // 4, len(X) // 2]):
                    parts.partial_fit(rows)
                found["partial"] = {
                    camel(n.rstrip("_")): getattr(parts, n) for n in learned if getattr(parts, n) is not None
                }
            found["learned"] = {n: v for n, v in found["learned"].items() if v is not None}
            cases.append(found)
    return cases


def scalers():
    write("scalers", [
        {"estimator": name, **found}
        for name, found in [
            *[("StandardScaler", c) for c in scaler(
                P.StandardScaler, [{}, {"withMean": False}], ["mean_", "var_", "scale_"], True)],
            *[("MinMaxScaler", c) for c in scaler(
                P.MinMaxScaler, [{}, {"featureRange": [-2, 3], "clip": True}],
                ["scale_", "min_", "data_min_", "data_max_", "data_range_"], True)],
            *[("MaxAbsScaler", c) for c in scaler(P.MaxAbsScaler, [{}], ["scale_", "max_abs_"], True)],
            *[("RobustScaler", c) for c in scaler(
                P.RobustScaler,
                [{}, {"quantileRange": [10, 80], "unitVariance": True}, {"withScaling": False}],
                ["center_", "scale_"])],
        ]
    ])


def normalizer():
    cases = []
    for table, X, written in tables():
        if table == "gaps":
            continue
        for norm in ["l1", "l2", "max"]:
            cases.append(case(table, X, written, P.Normalizer(norm=norm), {"norm": norm}, [], False))
    write("normalizer", cases)


def polynomial():
    cases = []
    rng = np.random.default_rng(SEED + 3)
    small = rng.normal(size=(7, 3)).round(4)
    for table, X, written in [*tables()[:4], ("small", small, small)]:
        if table in ("wine", "breast cancer", "diabetes"):
            X = X[:, :4]
        for options in [
            {}, {"degree": 3}, {"degree": 3, "interactionOnly": True},
            {"degree": [2, 3], "includeBias": False}, {"degree": [0, 0]}, {"degree": [2, 2], "interactionOnly": True},
        ]:
            degree = options.get("degree")
            if degree == [0, 0] and written is None:
                continue
            model = P.PolynomialFeatures(**python(options))
            cases.append(case(table, X, written, model, options, ["powers_"], False, columns=X.shape[1]))
    write("polynomial-features", cases)


if __name__ == "__main__":
    scalers()
    normalizer()
    polynomial()
