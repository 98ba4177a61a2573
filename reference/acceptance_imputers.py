"""Writes packages/learn/fixtures/acceptance-imputers.json with scikit-learn 1.2.1, the release that the roadmap names:

    python reference/acceptance_imputers.py
"""

import json
import platform
import warnings
from pathlib import Path

import numpy as np
import sklearn
from sklearn.datasets import load_breast_cancer, load_diabetes, load_iris, load_wine
from sklearn.experimental import enable_iterative_imputer  # noqa: F401
from sklearn.impute import IterativeImputer, KNNImputer, SimpleImputer
from sklearn.linear_model import LinearRegression, Ridge

SEED = 20260311
FIXTURE = Path(__file__).parent.parent / "packages" / "learn" / "fixtures" / "acceptance-imputers.json"

warnings.simplefilter("ignore")
assert sklearn.__version__ == "1.2.1", sklearn.__version__


def tables():
    """Rows with gaps, and new rows with gaps; by chance, by another column, and by the value itself."""
    rng = np.random.default_rng(SEED)
    made = rng.normal(size=(60, 3)) @ rng.normal(size=(3, 6)) + 0.3 * rng.normal(size=(60, 6))
    for name, X in {
        "iris": load_iris().data[::3],
        "wine": load_wine().data[::4, :7],
        "breast cancer": load_breast_cancer().data[::12, :6],
        "diabetes": load_diabetes(scaled=False).data[::9, 2:8],
        "generated": made,
    }.items():
        # A little noise, so that no two rows are equally far from a third.
        X = X + 1e-3 * rng.normal(size=X.shape) * X.std(0)
        X = np.array([[float(f"{value:.6g}") for value in row] for row in X])
        Z = (X - X.mean(0)) / X.std(0)
        chance = rng.uniform(size=X.shape)
        for mechanism, log_odds in {
            "MCAR": -1.5 + 0 * Z,
            "MAR": -1.5 + 1.5 * np.roll(Z, 1, axis=1) * (np.arange(X.shape[1]) % 2),
            "MNAR": -1.5 + 1.5 * Z,
        }.items():
            gaps = chance < 1 / (1 + np.exp(-log_odds))
            if mechanism == "MAR":
                gaps &= np.arange(X.shape[1]) % 2 == 1  # what decides is always known
            yield f"{name}, {mechanism}", np.where(gaps, np.nan, X)


def estimators():
    """Name, options as the library spells them, and scikit-learn's estimator."""
    for strategy in ["mean", "median", "most_frequent"]:
        ours = {"strategy": "mostFrequent" if strategy == "most_frequent" else strategy}
        yield "SimpleImputer", ours, SimpleImputer(strategy=strategy)
    yield "SimpleImputer", {"strategy": "constant", "fillValue": -1, "addIndicator": True}, SimpleImputer(
        strategy="constant", fill_value=-1, add_indicator=True)
    # At most as many neighbours as there are at a known distance: with more, 1.2.1 takes rows that have nothing
    # in common with this one as well, if they count the same; 1.9.1, and the library, do not.
    for k, weights in [(5, "uniform"), (1, "uniform"), (3, "distance"), (200, "distance")]:
        yield "KNNImputer", {"nNeighbors": k, "weights": weights}, KNNImputer(n_neighbors=k, weights=weights)
    yield "IterativeImputer", {}, IterativeImputer(random_state=0)
    yield "IterativeImputer", {"maxIter": 3, "initialStrategy": "median", "imputationOrder": "roman"}, IterativeImputer(
        max_iter=3, initial_strategy="median", imputation_order="roman", random_state=0)
    yield "IterativeImputer", {"estimator": "LinearRegression", "imputationOrder": "descending"}, IterativeImputer(
        LinearRegression(), imputation_order="descending", random_state=0)
    yield "IterativeImputer", {"estimator": "Ridge", "minValue": 0, "addIndicator": True}, IterativeImputer(
        Ridge(), min_value=0, add_indicator=True, random_state=0)


def short(rows):
    """Ten digits, which the tolerance of 1e-6 does not see; NaN as null."""
    return [[None if np.isnan(value) else float(f"{value:.10g}") for value in row] for row in rows]


def main():
    shared, cases = {}, []
    for name, X in tables():
        old, new = X[: len(X) - 6], X[len(X) - 6 :]
        shared[name] = {"X": short(old), "fresh": short(new)}
        gaps = np.isnan(old).any(axis=1)
        for estimator, options, model in estimators():
            filled = model.fit_transform(old)
            cases.append({
                "table": name, "estimator": estimator, "options": options,
                # Of rows without a gap nothing changes; of the others a third stand here.
                "rows": np.flatnonzero(gaps)[::3].tolist(), "filled": short(filled[gaps][::3]),
                "freshFilled": short(model.transform(new)),
            })
    versions = {"python": platform.python_version(), "numpy": np.__version__, "scikit-learn": sklearn.__version__}
    text = json.dumps({"versions": versions, "seed": SEED, "data": shared, "cases": cases}, separators=(",", ":"))
    FIXTURE.write_text(text + "\n")
    print(f"{len(cases)} cases, {len(text)} bytes")


if __name__ == "__main__":
    main()
