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


def chosen(*names):
    return [(name, X, written) for name, X, written in tables() if name in names]


def power():
    cases = []
    rng = np.random.default_rng(SEED + 5)
    wide = (rng.normal(size=(20, 2)) * [1e3, 1e-3]).round(6)
    counts = rng.poisson(3, size=(40, 2)).astype(float)
    for table, X, written in [
        *chosen("iris", "wine", "breast cancer", "diabetes", "gaps", "skewed", "constant column"),
        ("wide", wide, wide),
        ("counts", counts, counts),
    ]:
        for options in [{}, {"standardize": False}, {"method": "boxCox"}]:
            box_cox = "method" in options
            if box_cox and (np.nanmin(X) <= 0):
                continue
            model = P.PowerTransformer(
                method="box-cox" if box_cox else "yeo-johnson", standardize=options.get("standardize", True)
            )
            cases.append(case(table, X, written, model, options, ["lambdas_"]))
    write("power-transformer", cases)


def quantiles():
    cases = []
    rng = np.random.default_rng(SEED + 6)
    ties = rng.integers(0, 4, size=(40, 3)).astype(float)
    for table, X, written in [*tables(), ("ties", ties, ties)]:
        for options in [
            {}, {"nQuantiles": 7}, {"outputDistribution": "normal"}, {"outputDistribution": "normal", "nQuantiles": 12},
            {"nQuantiles": 20, "subsample": 25, "seed": 3},
        ]:
            model = P.QuantileTransformer(
                n_quantiles=min(options.get("nQuantiles", 1000), len(X)),
                output_distribution=options.get("outputDistribution", "uniform"),
                subsample=max(options.get("subsample", 10_000), 1), random_state=options.get("seed"),
            )
            if options.get("subsample", 10_000) < model.n_quantiles:
                continue
            found = case(table, X, written, model, options, [])
            span = np.nanmax(X, 0) - np.nanmin(X, 0)
            fresh = np.array([np.nanmin(X, 0) - span / 3, np.nanmin(X, 0) + span / 3, np.nanmax(X, 0) + 1])
            cases.append({**found, "fresh": fresh, "freshTransformed": model.transform(fresh)})
    write("quantile-transformer", cases)


def splines():
    cases = []
    rng = np.random.default_rng(SEED + 7)
    small = rng.normal(size=(15, 2)).round(4)
    given = [[-1.0, -2], [0, -0.5], [0.5, 0.5], [1.5, 2]]
    every = [{}, {"degree": 1, "nKnots": 3}, {"degree": 2, "knots": "quantile", "includeBias": False}]
    outside = [
        *[{"extrapolation": e, "degree": d} for e in ["linear", "continue"] for d in [0, 1, 2, 3]],
        *[{"extrapolation": "constant", "degree": d} for d in [1, 2, 4]],
        *[{"extrapolation": "periodic", "degree": d, "nKnots": 6} for d in [0, 1, 2, 3]],
        {"extrapolation": "periodic", "degree": 2, "knots": "quantile", "includeBias": False},
        {"knots": given}, {"knots": given, "extrapolation": "linear"},
    ]
    for table, table_X, table_written in [*chosen("iris", "wine", "breast cancer", "diabetes"), ("small", small, small)]:
        for options in every + (outside if table_written is not None else []):
            X, written = table_X, table_written
            # With several features and degree 0 or 1, scikit-learn 1.9.1 goes on linearly in the first only.
            width = 1 if options.get("extrapolation") == "linear" and options.get("degree", 3) < 2 else 2
            X = X[:, :width]
            written = None if written is None else written[:, :width]
            kw = python(options)
            if "knots" in options and isinstance(options["knots"], list):
                kw["knots"] = np.array(given)
            model = P.SplineTransformer(**kw)
            found = case(table, X, written, model, options, [], False, columns=2)
            span = X.max(0) - X.min(0)
            fresh = np.array([X.min(0) - span / 3, X.min(0) + span / 3, X.max(0) + 0.7 * span])
            if written is not None:
                found |= {"fresh": fresh, "freshTransformed": model.transform(fresh)}
            cases.append(found)
    write("spline-transformer", cases)


def bins():
    cases = []
    rng = np.random.default_rng(SEED + 8)
    ties = rng.integers(0, 4, size=(40, 3)).astype(float)
    methods = {"averagedInvertedCdf": "averaged_inverted_cdf", "linear": "linear", "invertedCdf": "inverted_cdf"}
    for table, X, written in [*chosen("iris", "wine", "breast cancer", "diabetes", "skewed", "constant column"), ("ties", ties, ties)]:
        X = X[:, :3]
        for options in [
            {}, {"encode": "ordinal", "strategy": "uniform", "nBins": [2, 3, 4]}, {"strategy": "kmeans", "encode": "ordinal"},
            {"quantileMethod": "linear", "nBins": 4}, {"quantileMethod": "invertedCdf", "encode": "ordinal"},
            {"subsample": 20, "seed": 5, "encode": "ordinal"},
        ]:
            # With less different values than bins, k-means moves centres to any of several that are as far.
            if table == "ties" and options.get("strategy") == "kmeans":
                continue
            kw = {k: v for k, v in python(options).items() if k not in ("quantile_method", "seed")}
            kw["encode"] = {"onehot": "onehot-dense"}.get(options.get("encode", "onehot"), "ordinal")
            model = P.KBinsDiscretizer(
                **kw, quantile_method=methods[options.get("quantileMethod", "averagedInvertedCdf")],
                random_state=options.get("seed"),
            )
            found = case(table, X, written, model, options, ["n_bins_"], table != "constant column", columns=3)
            cases.append({**found, "edges": [edges.tolist() for edges in model.bin_edges_ if np.isfinite(edges).all()]})
    write("k-bins-discretizer", cases)


if __name__ == "__main__":
    power()
    quantiles()
    splines()
    bins()
    scalers()
    normalizer()
    polynomial()
