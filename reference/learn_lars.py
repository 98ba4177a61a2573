"""Writes packages/learn/fixtures/lars.json with scikit-learn: least-angle regression.

    python reference/learn_lars.py
"""

import warnings

import numpy as np
from learn import SEED, write
from sklearn.datasets import load_breast_cancer, load_diabetes, load_wine
from sklearn.preprocessing import scale
from sklearn.linear_model import Lars, LassoLars, lars_path

warnings.simplefilter("ignore")
rng = np.random.default_rng(SEED)
X = rng.normal(size=(40, 6)).round(4)
y = (X @ [3, 0, -2, 0.5, 0, 1] + rng.normal(size=40)).round(4)
wide = rng.normal(size=(12, 20)).round(4)
wide_y = rng.normal(size=12).round(4)
two = np.column_stack([y, -y + rng.normal(size=40)]).round(4)
OWN = {"own": (X, y), "wide": (wide, wide_y), "two targets": (X, two)}
TABLES = {"diabetes": load_diabetes, "wine": load_wine, "breast cancer": load_breast_cancer}
CAMEL = {"n_nonzero_coefs": "nNonzeroCoefs", "fit_intercept": "fitIntercept", "max_iter": "maxIter", "alpha_min": "alphaMin"}
cases = []


def table_of(name):
    if name in OWN:
        return OWN[name]
    A, b = TABLES[name](return_X_y=True)
    return scale(A), b.astype(float)


def shown(options):
    return {CAMEL.get(k, k): v for k, v in options.items()}


def path(table, **options):
    A, b = table_of(table)
    A, b = A - A.mean(axis=0), b - b.mean()
    alphas, active, coefs, n_iter = lars_path(A, b, return_n_iter=True, **options)
    cases.append({"estimator": "larsPath", "table": table, "options": shown(options), "alphas": alphas, "active": active, "coefs": coefs, "nIter": n_iter})


def model(cls, table, **options):
    A, b = table_of(table)
    found = cls(**options).fit(A, b)
    cases.append(
        {
            "estimator": cls.__name__, "table": table, "options": shown(options), "coef": found.coef_,
            "intercept": np.broadcast_to(found.intercept_, b.shape[1:]), "predicted": found.predict(A[:8]), "score": found.score(A, b),
            "active": found.active_ if b.ndim == 1 else None, "nIter": np.max(found.n_iter_),
        }
    )


for table in ("own", "diabetes", "wine"):
    for method in ("lar", "lasso"):
        path(table, method=method)
        path(table, method=method, max_iter=3)
        path(table, method=method, alpha_min=0.05)
path("wide", method="lasso", alpha_min=0.05)
path("breast cancer", method="lasso", alpha_min=0.002)
path("own", method="lasso", alpha_min=1000.0)
for table in ("own", "diabetes", "wine", "two targets"):
    model(Lars, table)
    model(Lars, table, n_nonzero_coefs=3)
    model(LassoLars, table)
    for alpha in (0.3, 0.02):
        model(LassoLars, table, alpha=alpha)
    model(LassoLars, table, alpha=0.01, fit_intercept=False)
model(LassoLars, "wide", alpha=0.05)
model(LassoLars, "breast cancer", alpha=0.002)

write("lars", cases, data={name: {"X": A, "y": b} for name, (A, b) in OWN.items()})
