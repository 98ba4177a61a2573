"""Writes packages/learn/fixtures/categorical-nb.json with scikit-learn:

    python reference/learn_categorical_nb.py

The tables' features are cut into so many equal steps between their least and largest value.
"""

import numpy as np
from learn import SEED, write
from sklearn.datasets import load_breast_cancer, load_digits, load_iris, load_wine
from sklearn.naive_bayes import CategoricalNB

rng = np.random.default_rng(SEED)
y = rng.integers(0, 3, 70)
X = np.column_stack([rng.integers(0, k, 70) + (rng.random(70) < 0.5) * y for k in (2, 3, 5)])
new = X[rng.permutation(70)[:8]]
weights = rng.integers(0, 8, 70) / 4
TABLES = {"iris": load_iris, "wine": load_wine, "breast cancer": load_breast_cancer, "digits": load_digits}
CAMEL = {"fit_prior": "fitPrior", "class_prior": "classPrior", "min_categories": "minCategories"}
STEPS = 4
cases = []


def stepped(table):
    values = table - table.min(axis=0)
    width = values.max(axis=0)
    return np.minimum(STEPS - 1, np.floor(STEPS * values / np.where(width == 0, 1, width)))


def case(table=None, weighted=False, parts=False, **options):
    model = CategoricalNB(**options)
    A, b = (X, y) if table is None else TABLES[table](return_X_y=True)
    if table is not None:
        A = stepped(A).astype(int)
    if parts:
        model.partial_fit(A[:30], b[:30], classes=np.unique(b))
        model.partial_fit(A[30:], b[30:])
    else:
        model.fit(A, b, sample_weight=weights if weighted else None)
    rows = new if table is None else A[:: len(A) // 8]
    cases.append(
        {
            "table": table,
            "options": {CAMEL.get(k, k): v for k, v in options.items()},
            "weighted": weighted,
            "parts": parts,
            "joint": model.predict_joint_log_proba(rows),
            "logProba": model.predict_log_proba(rows),
            "predicted": np.searchsorted(model.classes_, model.predict(rows)),
            "counts": model.category_count_[0] if table is None else None,
            "score": model.score(A, b),
        }
    )


for options in ({}, {"alpha": 0.3}, {"fit_prior": False}, {"class_prior": [0.1, 0.2, 0.7]}, {"min_categories": 9},
                {"min_categories": [7, 8, 9]}):
    case(**options)
    case(weighted=True, **options)
    case(parts=True, **options)
for table in TABLES:
    case(table)
    case(table, alpha=1e-3, min_categories=6)
write("categorical-nb", cases, data={"X": X, "y": y, "XNew": new, "weights": weights})
