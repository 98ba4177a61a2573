#!/usr/bin/env python3
"""Write packages/learn/fixtures/acceptance-polynomial.json: products of features and fits of degree 9, by scikit-learn."""
import csv
import gzip
import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.linear_model import LinearRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, PolynomialFeatures

SEED = 20261121
ROOT = Path(__file__).parent.parent
random = np.random.default_rng(SEED)


def products(n, columns, options):
    X = random.normal(size=(n, columns)).round(3)
    model = PolynomialFeatures(
        degree=tuple(options["degree"]) if isinstance(options["degree"], list) else options["degree"],
        interaction_only=options.get("interactionOnly", False),
        include_bias=options.get("includeBias", True),
    ).fit(X)
    return {
        "X": X.tolist(),
        "options": options,
        "names": " | ".join(model.get_feature_names_out()),
        "powers": model.powers_.tolist(),
        "values": model.transform(X).tolist(),
    }


SHAPES = [(3, 1), (4, 2), (3, 3), (2, 5)]
DEGREES = [0, 1, 2, 3, 4, [2, 3], [0, 2], [3, 3]]
FLAGS = [{}, {"interactionOnly": True}, {"includeBias": False}, {"interactionOnly": True, "includeBias": False}]


def fit(name, x, y, scaled):
    steps = [MinMaxScaler((-1, 1))] if scaled else []
    model = make_pipeline(*steps, PolynomialFeatures(9, include_bias=False), LinearRegression())
    model.fit(x[:, None], y)
    grid = np.linspace(x.min(), x.max(), 41)
    return {
        "name": name,
        "scaled": scaled,
        "x": x.tolist(),
        "y": y.tolist(),
        "coef": model[-1].coef_.tolist(),
        "intercept": float(model[-1].intercept_),
        "grid": grid.tolist(),
        "predictions": model.predict(grid[:, None]).tolist(),
    }


def weather():
    with gzip.open(ROOT / "packages/data/datasets/weather.csv.gz", "rt") as file:
        highs = np.array([float(row["temp_max"]) for row in csv.DictReader(file)][:366])
    few = np.arange(8, 347, 26)
    return [fit("14 days", few * 1.0, highs[few - 1], True), fit("366 days", np.arange(1.0, 367), highs, True)]


def drawn():
    x = np.sort(random.uniform(-1, 1, 40)).round(6)
    unit = np.linspace(0, 1, 25)
    noise = random.normal(size=40)
    return [
        fit("a wave", x, (np.sin(4 * x) + 0.1 * noise).round(6), False),
        fit("exactly degree 9", x, np.polyval([1, -2, 0, 3, 1, 0, -1, 2, 0.5, -1], x), False),
        fit("a wave from 0 to 1", unit, (np.sin(6 * unit) + 0.1 * noise[:25]).round(6), False),
        fit("a wave of thousands", 1000 + 500 * x, (np.sin(4 * x) + 0.1 * noise).round(6), True),
    ]


def has_columns(columns, degree, interactionOnly=False, includeBias=True):
    lowest = degree[0] if isinstance(degree, list) else 1
    return includeBias or (degree != 0 and not (interactionOnly and max(1, lowest) > columns))


cases = [
    products(n, columns, {"degree": degree, **flags})
    for n, columns in SHAPES
    for degree in DEGREES
    for flags in FLAGS
    if has_columns(columns, degree, **flags)
]
out = {
    "versions": {"numpy": np.__version__, "scikit-learn": sklearn.__version__},
    "seed": SEED,
    "products": cases,
    "fits": weather() + drawn(),
}
path = ROOT / "packages/learn/fixtures/acceptance-polynomial.json"
path.write_text(json.dumps(out, separators=(",", ":")).replace('{"X"', '\n{"X"').replace('{"name"', '\n{"name"') + "\n")
print(len(cases), [(f["name"], max(map(abs, f["coef"]))) for f in out["fits"]], path.stat().st_size)
