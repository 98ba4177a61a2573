"""Writes packages/learn/fixtures/naive-bayes.json with scikit-learn:

    python reference/learn_naive_bayes.py
"""

import numpy as np
from learn import SEED, write
from sklearn.datasets import load_breast_cancer, load_digits, load_iris, load_wine
from sklearn.naive_bayes import BernoulliNB, ComplementNB, GaussianNB, MultinomialNB

rng = np.random.default_rng(SEED)
TABLES = {"iris": load_iris, "wine": load_wine, "breast cancer": load_breast_cancer, "digits": load_digits}
counts = rng.poisson(rng.gamma(0.6, 2.0, (3, 12))[rng.integers(0, 3, 60)])
labels = rng.integers(0, 3, 60)
counts_new = rng.poisson(1.0, (8, 12))
weights = rng.uniform(0, 2, 60).round(2)
weights[4] = 0
CAMEL = {
    "var_smoothing": "varSmoothing",
    "fit_prior": "fitPrior",
    "class_prior": "classPrior",
}
cases = []


def case(cls, options, table=None, weighted=False, parts=False):
    model = cls(**options)
    X, y = (counts, labels) if table is None else TABLES[table](return_X_y=True)
    sample_weight = weights if weighted else None
    if parts:
        half = len(y) // 2
        model.partial_fit(X[:half], y[:half], classes=np.unique(y))
        model.partial_fit(X[half:], y[half:])
    else:
        model.fit(X, y, sample_weight=sample_weight)
    new = counts_new if table is None else X[:: max(1, len(X) // 6)]
    cases.append(
        {
            "estimator": cls.__name__,
            "table": table,
            "options": {CAMEL.get(key, key): value for key, value in options.items()},
            "weighted": weighted,
            "parts": parts,
            "joint": model.predict_joint_log_proba(new),
            "logProba": model.predict_log_proba(new),
            "predicted": model.predict(new),
        }
    )


for table in TABLES:
    case(GaussianNB, {}, table)
    case(GaussianNB, {"var_smoothing": 1e-3}, table)
    for cls in (MultinomialNB, ComplementNB, BernoulliNB):
        case(cls, {"binarize": 3.0} if cls is BernoulliNB else {}, table)
case(GaussianNB, {"priors": [0.2, 0.3, 0.5]}, weighted=True)
for cls in (MultinomialNB, ComplementNB, BernoulliNB):
    case(cls, {})
    case(cls, {"alpha": 0.3})
    if cls is not BernoulliNB:  # scikit-learn adds the alphas of features to the counts of classes
        case(cls, {"alpha": np.linspace(0.1, 2, 12)})
    case(cls, {}, weighted=True)
    case(cls, {}, parts=True)
    case(cls, {"fit_prior": False})
    case(cls, {"class_prior": [0.1, 0.2, 0.7]})
case(ComplementNB, {"norm": True})
case(BernoulliNB, {"binarize": 1.5})

write("naive-bayes", cases, X=counts, y=labels, XNew=counts_new, weights=weights)
