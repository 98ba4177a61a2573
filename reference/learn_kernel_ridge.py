"""Writes packages/learn/fixtures/kernel-ridge.json with scikit-learn:

    python reference/learn_kernel_ridge.py
"""

import numpy as np
from learn import SEED, write
from sklearn.datasets import load_breast_cancer, load_diabetes, load_iris, load_wine
from sklearn.kernel_ridge import KernelRidge
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(SEED)
TABLES = {
    "iris": load_iris,
    "wine": load_wine,
    "breast cancer": load_breast_cancer,
    "diabetes": lambda **options: load_diabetes(scaled=False, **options),
}
small = rng.uniform(0, 3, (30, 4)).round(4)
small_y = rng.normal(size=(30, 2)).round(4)
weights = rng.uniform(0, 2, 30).round(2)
weights[3] = 0
cases = []


def case(table, weighted=False, targets=1, **options):
    if table is None:
        X, y = small, small_y if targets == 2 else small_y[:, 0]
    else:
        X, y = TABLES[table](return_X_y=True)
        X = StandardScaler().fit_transform(X)
        step = max(1, len(X) // 120)
        X, y = X[::step], y[::step].astype(float)
    model = KernelRidge(**options).fit(X, y, sample_weight=weights if weighted else None)
    cases.append(
        {
            "table": table,
            "weighted": weighted,
            "targets": targets,
            "options": options,
            "dualCoef": model.dual_coef_ if table is None else model.dual_coef_[:10],
            "predicted": model.predict(X[:8]),
        }
    )


for table in (None, *TABLES):
    for options in (
        {},
        {"alpha": 0.01, "kernel": "rbf"},
        {"alpha": 0.5, "kernel": "rbf", "gamma": 0.3},
        {"kernel": "laplacian"},
        {"kernel": "poly", "degree": 2, "gamma": 0.1},
        {"kernel": "poly", "coef0": 2, "alpha": 3},
        {"kernel": "cosine", "alpha": 0.1},
        {"kernel": "sigmoid", "gamma": 0.01},
    ):
        case(table, **options)
case(None, kernel="chi2", gamma=0.5)
for weighted in (False, True):
    for kernel in ("linear", "rbf", "poly"):
        case(None, weighted, 2, kernel=kernel)
        case(None, weighted, 2, kernel=kernel, alpha=[0.1, 2])

write("kernel-ridge", cases, X=small, y=small_y, weights=weights)
