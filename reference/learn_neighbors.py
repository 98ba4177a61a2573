"""Writes packages/learn/fixtures/neighbors.json with scikit-learn:

    OMP_NUM_THREADS=1 python reference/learn_neighbors.py

One thread, and more queries than a block of its brute force: otherwise the order of equal distances depends on how
the rows are dealt out to threads. `clear` marks the queries whose neighbours all have distances of their own; only for
them brute force, whose distances come rounded from a matrix product, has to agree where features are no whole numbers.
"""

import numpy as np
from learn import SEED, write
from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits, load_iris, load_wine
from sklearn.neighbors import (
    KNeighborsClassifier,
    KNeighborsRegressor,
    NearestCentroid,
    NearestNeighbors,
    RadiusNeighborsClassifier,
    RadiusNeighborsRegressor,
)

rng = np.random.default_rng(SEED)
TABLES = {
    "iris": load_iris,
    "wine": load_wine,
    "breast cancer": load_breast_cancer,
    "digits": load_digits,
    "diabetes": lambda **options: load_diabetes(scaled=False, **options),
}
small = rng.normal(size=(60, 3)).round(5)
small_y = rng.integers(0, 3, 60)
CAMEL = {
    "n_neighbors": "nNeighbors",
    "leaf_size": "leafSize",
    "outlier_label": "outlierLabel",
    "shrink_threshold": "shrinkThreshold",
}
RADII = {None: 0.9, "iris": 0.7, "wine": 60.0, "breast cancer": 150.0, "digits": 25.0, "diabetes": 40.0}
ALGORITHMS = ("brute", "kd_tree", "ball_tree")
neighbors, models = [], []


def split(table):
    """Two rows of three learn; some of the others ask."""
    X, y = (small, small_y) if table is None else TABLES[table](return_X_y=True)
    asked = np.arange(len(X)) % 3 == 2
    queries = np.flatnonzero(asked)
    queries = queries[:: max(1, len(queries) // 8)][:8]
    return X[~asked], y[~asked], X[queries]


def camel(options):
    return {CAMEL.get(key, key): value for key, value in options.items() if not callable(value)}


def neighbor_case(table, **options):
    X, _, queries = split(table)
    model = NearestNeighbors(n_neighbors=5, **options).fit(X)
    distances, indices = (found[:8] for found in model.kneighbors(np.tile(queries, (200, 1))))
    gaps = np.diff(np.column_stack([distances]), axis=1)
    clear = (gaps > 1e-9 * distances[:, 1:]).all(axis=1)
    radius = float(np.median(distances[:, 3])) * (1 + 1e-9)
    lists = model.radius_neighbors(queries, radius, return_distance=False)
    graph = model.kneighbors_graph(queries[:2], 3, mode="distance")
    neighbors.append(
        {
            "table": table,
            "options": camel(options),
            "distances": distances,
            "indices": indices,
            "clear": clear,
            "radius": radius,
            "within": [np.sort(found) for found in lists],
            "graphSum": graph.sum(),
        }
    )


for table in (None, *TABLES):
    for algorithm in ALGORITHMS:
        neighbor_case(table, algorithm=algorithm)
        neighbor_case(table, algorithm=algorithm, metric="manhattan", leaf_size=4)
        neighbor_case(table, algorithm=algorithm, metric="chebyshev")
        neighbor_case(table, algorithm=algorithm, p=3, leaf_size=1)
    neighbor_case(table, algorithm="brute", metric="cosine")
    neighbor_case(table, algorithm="ball_tree", metric="hamming")


def model_case(cls, table, weights="uniform", **options):
    X, y, queries = split(table)
    y = y.astype(float) if "Regressor" in cls.__name__ else y
    settings = dict(options)
    if cls is not NearestCentroid:
        given = (lambda d: 1 / (1 + d)) if weights == "function" else weights
        settings["weights"] = given
    model = cls(**settings).fit(X, y)
    if cls is NearestCentroid:
        clear = [True] * len(queries)
    elif "Radius" in cls.__name__:
        clear = [True] * len(queries)
    else:
        # scikit-learn's predictions are those of its neighbours.
        distances, _ = NearestNeighbors(n_neighbors=model.n_neighbors + 1, algorithm="brute", p=model.p).fit(X).kneighbors(queries)
        clear = (distances[:, -1] - distances[:, -2]) > 1e-9 * distances[:, -1]
    case = {
        "estimator": cls.__name__,
        "table": table,
        "weights": weights,
        "options": camel(options),
        "clear": clear,
        "predicted": model.predict(queries),
    }
    if hasattr(model, "predict_proba"):
        case["proba"] = model.predict_proba(queries)
    if cls is NearestCentroid:
        case["centroids"] = model.centroids_
        case["deviations"] = model.deviations_
        case["withinStd"] = model.within_class_std_dev_
    models.append(case)


CLASSES = (None, "iris", "wine", "breast cancer", "digits")
for table in CLASSES:
    for weights in ("uniform", "distance", "function"):
        for algorithm in ALGORITHMS:
            model_case(KNeighborsClassifier, table, weights, algorithm=algorithm)
        model_case(KNeighborsClassifier, table, weights, n_neighbors=1)
        model_case(KNeighborsClassifier, table, weights, n_neighbors=8, p=1)
        model_case(RadiusNeighborsClassifier, table, weights, radius=RADII[table], outlier_label="most_frequent")
    model_case(RadiusNeighborsClassifier, table, radius=RADII[table] / 3, outlier_label=1)
    if table != "digits":
        for options in ({}, {"metric": "manhattan"}, {"shrink_threshold": 0.5}, {"priors": "empirical"}):
            model_case(NearestCentroid, table, **options)
    else:
        model_case(NearestCentroid, table)
for table in (None, "diabetes", "iris", "wine", "breast cancer"):
    for weights in ("uniform", "distance", "function"):
        for algorithm in ALGORITHMS:
            model_case(KNeighborsRegressor, table, weights, algorithm=algorithm)
        model_case(KNeighborsRegressor, table, weights, n_neighbors=9, p=3)
        model_case(RadiusNeighborsRegressor, table, weights, radius=2 * RADII[table])

X, y = load_digits(return_X_y=True)
X_train, y_train, X_test = X[:1200], y[:1200], X[1200:]
digits = {
    f"{algorithm} {k}": KNeighborsClassifier(k, algorithm=algorithm).fit(X_train, y_train).predict(X_test)
    for algorithm in ALGORITHMS
    for k in (1, 3, 5, 10)
}
digits = {name: "".join(map(str, labels)) for name, labels in digits.items()}

write("neighbors", models, neighbors=neighbors, small=small, smallY=small_y, digits=digits)
