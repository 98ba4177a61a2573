"""Writes packages/learn/fixtures/logistic-regression-cv.json with scikit-learn:

    python reference/learn_logistic_cv.py
"""

import warnings

import numpy as np
from learn import SEED, write
from sklearn.datasets import load_breast_cancer, load_iris, load_wine
from sklearn.linear_model import LogisticRegressionCV
from sklearn.preprocessing import scale

warnings.simplefilter("ignore")
rng = np.random.default_rng(SEED)
y = rng.integers(0, 3, 90)
X = (rng.normal(size=(90, 4)) + 1.2 * rng.normal(size=(3, 4))[y]).round(4)
weights = rng.integers(0, 8, 90) / 4
TABLES = {"iris": load_iris, "wine": load_wine, "breast cancer": load_breast_cancer}
SCORINGS = {"neg_log_loss": "negLogLoss", "roc_auc_ovr": "rocAucOvr", "f1_macro": "f1Macro"}
CAMEL = {"class_weight": "classWeight", "fit_intercept": "fitIntercept", "l1_ratios": "l1Ratios"}
cases = []


def case(table=None, weighted=False, **options):
    A, b = (X, y) if table is None else TABLES[table](return_X_y=True)
    if table is not None:
        A = scale(A)
    ratios = options.get("l1_ratios", (0,))
    smooth = {"solver": "lbfgs", "tol": 1e-10} if tuple(ratios) == (0,) else {"solver": "saga", "tol": 1e-8, "random_state": 0}
    model = LogisticRegressionCV(
        **{"scoring": "accuracy", "l1_ratios": ratios, "max_iter": 20000, **smooth, **options}, use_legacy_attributes=False
    )
    model.fit(A, b, sample_weight=weights if weighted else None)
    names = {CAMEL.get(k, k): SCORINGS.get(v, v) if isinstance(v, str) else v for k, v in options.items()}
    cases.append(
        {
            "table": table,
            "options": names,
            "weighted": weighted,
            "C": model.C_,
            "l1Ratio": model.l1_ratio_,
            "Cs": model.Cs_,
            "scores": model.scores_,
            "coef": model.coef_,
            "intercept": model.intercept_,
            "path": np.asarray(model.coefs_paths_)[0, 0, -1],
            "predicted": np.searchsorted(model.classes_, model.predict(A[::10])),
        }
    )


for table in (None, "iris", "wine", "breast cancer"):
    case(table)
    case(table, Cs=[0.01, 0.3, 5.0], cv=4, scoring="neg_log_loss")
    case(table, Cs=4, cv=3, refit=False)
case(Cs=[0.02, 1.0], class_weight="balanced")
case(Cs=[0.02, 1.0], fit_intercept=False, scoring="f1_macro")
case(Cs=[0.02, 1.0], weighted=True, scoring="neg_log_loss")
case(Cs=[0.02, 1.0, 20.0], scoring="roc_auc_ovr")
case(Cs=[0.05, 0.5, 3.0], l1_ratios=[0.0, 0.5, 1.0], cv=3, scoring="neg_log_loss")
case("breast cancer", Cs=[0.05, 0.5], l1_ratios=[0.2, 0.9], cv=3, scoring="neg_log_loss")

write("logistic-regression-cv", cases, data={"X": X, "y": y, "weights": weights})
