"""Writes packages/learn/fixtures/discriminant-analysis.json with scikit-learn:

    python reference/learn_discriminant.py

Directions have no sign: the first number of each column of `transformed` is made positive.
"""

import numpy as np
from learn import SEED, write
from sklearn.datasets import load_breast_cancer, load_digits, load_iris, load_wine
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis, QuadraticDiscriminantAnalysis

rng = np.random.default_rng(SEED)
TABLES = {"iris": load_iris, "wine": load_wine, "breast cancer": load_breast_cancer, "digits": load_digits}
three = rng.integers(0, 3, 60)
clouds = (rng.normal(size=(60, 4)) @ rng.normal(size=(4, 4)) + rng.normal(size=(3, 4))[three] * 2).round(4)
wide_labels = rng.integers(0, 3, 25)
wide = (rng.normal(size=(25, 40)) + rng.normal(size=(3, 40))[wide_labels]).round(4)
dependent = np.column_stack([clouds, clouds[:, 0] - clouds[:, 1], np.full(60, 3.0)]).round(4)
OWN = {"clouds": (clouds, three), "wide": (wide, wide_labels), "dependent": (dependent, three)}
CAMEL = {"n_components": "nComponents", "store_covariance": "storeCovariance", "reg_param": "regParam"}
cases = []


def without_sign(Z):
    signs = np.where(Z[0] < 0, -1, 1)
    return Z * signs


def case(cls, table, **options):
    X, y = OWN[table] if table in OWN else TABLES[table](return_X_y=True)
    model = cls(**options).fit(X, y)
    new = X[:: max(1, len(X) // 8)]
    isLinear = cls is LinearDiscriminantAnalysis
    transforms = isLinear and options.get("solver") != "lsqr"
    covariance = getattr(model, "covariance_", None)
    cases.append(
        {
            "estimator": cls.__name__,
            "table": table,
            "options": {CAMEL.get(key, key): value for key, value in options.items()},
            "decisions": model.decision_function(new),
            "proba": model.predict_proba(new),
            "predicted": np.searchsorted(model.classes_, model.predict(new)),
            "score": model.score(X, y),
            "coef": model.coef_ if isLinear and X.shape[1] < 20 else None,
            "intercept": model.intercept_ if isLinear else None,
            "transformed": without_sign(model.transform(new)) if transforms else None,
            "explained": model.explained_variance_ratio_ if transforms else None,
            "covariance": covariance if covariance is not None and X.shape[1] < 10 else None,
        }
    )


LDA, QDA = LinearDiscriminantAnalysis, QuadraticDiscriminantAnalysis
for table in ("iris", "wine", "breast cancer", "clouds"):
    case(LDA, table)
    case(LDA, table, store_covariance=True)
    for solver in ("lsqr", "eigen"):
        for shrinkage in (None, 0.3, "auto"):
            case(LDA, table, solver=solver, shrinkage=shrinkage)
    case(QDA, table, **({"tol": 1e-12} if table == "breast cancer" else {}))
    case(QDA, table, reg_param=0.2)
    case(QDA, table, solver="eigen", shrinkage="auto", tol=1e-12)
    case(QDA, table, solver="eigen", shrinkage=0.4)
case(LDA, "digits")
case(LDA, "digits", solver="lsqr", shrinkage="auto")
case(LDA, "digits", solver="eigen", shrinkage="auto", n_components=3)
case(LDA, "wide")
case(LDA, "wide", solver="eigen", shrinkage="auto")
case(LDA, "wide", solver="eigen", shrinkage=0.1)
case(QDA, "wide", solver="eigen", shrinkage="auto")
case(LDA, "dependent")
for table in ("iris", "clouds"):
    for solver in ("svd", "lsqr", "eigen"):
        case(LDA, table, solver=solver, priors=[0.2, 0.5, 0.3])
    case(QDA, table, priors=[0.2, 0.5, 0.3], store_covariance=False)
    case(LDA, table, n_components=1)
    case(LDA, table, tol=0.9)
case(QDA, "clouds", tol=1e-6)

write("discriminant-analysis", cases, data={name: {"X": X, "y": y} for name, (X, y) in OWN.items()})
