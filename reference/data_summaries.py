"""Writes what scikit-learn, statsmodels and pandas say of the bundled tables, as a fixture.

    python reference/data_summaries.py
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import sklearn
import statsmodels
import statsmodels.api as sm
from sklearn import datasets

SETS = Path(__file__).parent.parent / "packages/data/datasets"


def summary(values):
    """Count, mean, standard deviation, minimum, quartiles, maximum, as pandas' describe."""
    column = pd.Series(np.asarray(values, dtype=float))
    return [None if np.isnan(x) else float(x) for x in column.describe()]


def of_sklearn(load):
    data = load()
    return {
        "shape": list(data.data.shape),
        "columns": [summary(data.data[:, j]) for j in range(data.data.shape[1])],
        "targets": [int(n) for n in np.bincount(data.target)],
        "first": [float(x) for x in data.data[0]],
        "last": [float(x) for x in data.data[-1]],
    }


def of_statsmodels(module):
    frame = module.load_pandas().data
    return {
        "shape": list(frame.shape),
        "columns": [summary(frame[name]) for name in frame.columns],
        "first": [float(x) for x in frame.iloc[0]],
        "last": [float(x) for x in frame.iloc[-1]],
    }


def of_file(name):
    frame = pd.read_csv(SETS / f"{name}.csv.gz", keep_default_na=False, na_values=[""])
    numbers = frame.select_dtypes("number")
    return {
        "shape": list(frame.shape),
        "columns": {name: summary(numbers[name]) for name in numbers.columns},
        "missing": {name: int(n) for name, n in frame.isna().sum().items() if n},
    }


FILES = ["penguins", "churn", "credit", "ratings", "weather", "electricity", "gapminder", "karate"]
result = {
    "versions": {
        "scikit-learn": sklearn.__version__,
        "statsmodels": statsmodels.__version__,
        "pandas": pd.__version__,
    },
    "sklearn": {
        "iris": of_sklearn(datasets.load_iris),
        "wine": of_sklearn(datasets.load_wine),
        "breastCancer": of_sklearn(datasets.load_breast_cancer),
        "digits": of_sklearn(datasets.load_digits),
    },
    "statsmodels": {
        "co2": of_statsmodels(sm.datasets.co2),
        "sunspots": of_statsmodels(sm.datasets.sunspots),
        "macro": of_statsmodels(sm.datasets.macrodata),
    },
    "files": {name: of_file(name) for name in [*FILES, "sentiment", "spam"]},
}
target = SETS.parent / "fixtures/data-sets.json"
target.parent.mkdir(exist_ok=True)
target.write_text(json.dumps(result, separators=(",", ":")) + "\n")
