"""Writes packages/learn/fixtures/pairwise.json with scikit-learn:

    python reference/learn_pairwise.py
"""

import numpy as np
from learn import SEED, write
from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits, load_iris, load_wine
from sklearn.metrics.pairwise import pairwise_distances, pairwise_kernels

rng = np.random.default_rng(SEED)
TABLES = {
    "iris": load_iris,
    "wine": load_wine,
    "breast cancer": load_breast_cancer,
    "digits": load_digits,
    "diabetes": lambda **options: load_diabetes(scaled=False, **options),
}
small = rng.normal(size=(6, 4)).round(4)
other = rng.normal(size=(5, 4)).round(4)
small[2] = 0
counts = rng.poisson(1.5, (6, 5)).astype(float)
counts_other = rng.poisson(1.5, (4, 5)).astype(float)
cases = []


def pair(table, both):
    if table is None:
        return small, other if both else None
    if table == "counts":
        return counts, counts_other if both else None
    X = TABLES[table](return_X_y=True)[0]
    step = len(X) // 5
    return X[::step], X[1::step] if both else None


def case(kind, table, both, metric, **options):
    X, Y = pair(table, both)
    compute = pairwise_distances if kind == "distances" else pairwise_kernels
    cases.append(
        {
            "kind": kind,
            "table": table,
            "both": both,
            "metric": metric,
            "options": options,
            "values": compute(X, Y, metric=metric, **options),
        }
    )


for table in [None, *TABLES]:
    for both in (False, True):
        for metric in ("euclidean", "manhattan", "chebyshev", "cosine", "hamming"):
            case("distances", table, both, metric)
        for p in (1, 1.5, 3):
            case("distances", table, both, "minkowski", p=p)
        for metric in ("linear", "cosine", "rbf", "laplacian", "sigmoid", "poly"):
            case("kernels", table, both, metric)
        case("kernels", table, both, "rbf", gamma=0.03)
        case("kernels", table, both, "laplacian", gamma=0.01)
        case("kernels", table, both, "poly", gamma=0.5, degree=2, coef0=-1)
        case("kernels", table, both, "sigmoid", gamma=0.001, coef0=0.3)
for table in ("counts", "digits", "wine"):
    for both in (False, True):
        case("kernels", table, both, "chi2")
        case("kernels", table, both, "chi2", gamma=0.1)
        case("kernels", table, both, "additive_chi2")

write("pairwise", cases, small=small, other=other, counts=counts, countsOther=counts_other)
