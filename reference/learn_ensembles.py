"""Writes packages/learn/fixtures/ensembles.json with scikit-learn: voting, stacking, bagging.

    python reference/learn_ensembles.py
"""

import warnings

import numpy as np
from learn import SEED, write
from sklearn.base import clone
from sklearn.datasets import load_breast_cancer, load_diabetes, load_iris, load_wine
from sklearn.ensemble import (
    BaggingClassifier,
    BaggingRegressor,
    StackingClassifier,
    StackingRegressor,
    VotingClassifier,
    VotingRegressor,
)
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.model_selection import KFold, StratifiedKFold, cross_val_predict
from sklearn.naive_bayes import BernoulliNB, GaussianNB
from sklearn.preprocessing import scale

warnings.simplefilter("ignore")
rng = np.random.default_rng(SEED)
TABLES = {"iris": load_iris, "wine": load_wine, "breast cancer": load_breast_cancer, "diabetes": lambda **kw: load_diabetes(scaled=False, **kw)}
four = rng.integers(0, 4, 90)
clouds = (rng.normal(size=(90, 4)) + 1.3 * rng.normal(size=(4, 4))[four]).round(4)
hills = (np.sin(clouds[:, 0]) + clouds[:, 1] ** 2 + rng.normal(size=90) / 4).round(4)
weights = rng.integers(0, 8, 90) / 4
data = {"clouds": clouds, "four": four, "hills": hills, "weights": weights}
MODELS = {
    "logistic": lambda: LogisticRegression(solver="newton-cholesky", tol=1e-12),
    "bayes": GaussianNB,
    "bernoulli": BernoulliNB,
    "ridge": lambda: Ridge(alpha=2.0),
    "line": LinearRegression,
}
CAMEL = {
    "n_estimators": "nEstimators", "max_samples": "maxSamples", "max_features": "maxFeatures", "oob_score": "oobScore",
    "bootstrap_features": "bootstrapFeatures", "random_state": "seed", "stack_method": "stackMethod",
}
WORDS = {"predict_proba": "predictProba", "decision_function": "decisionFunction"}
cases = []


def table_of(name, regression):
    if name is None:
        return clouds, hills if regression else four
    X, y = TABLES[name](return_X_y=True)
    return (X if regression else scale(X)), y


def shown(options):
    return {CAMEL.get(k, k): WORDS.get(v, v) if isinstance(v, str) else v for k, v in options.items()}


def voting(names, table, weighted=False, **options):
    regression = table == "diabetes" or names[0] in ("ridge", "line")
    X, y = table_of(table, regression)
    cls = VotingRegressor if regression else VotingClassifier
    model = cls([(name, MODELS[name]()) for name in names], **options)
    model.fit(X, y, **({"sample_weight": weights} if weighted else {}))
    new = X[:: len(X) // 12]
    cases.append(
        {
            "estimator": cls.__name__, "inner": names, "table": table, "options": shown(options), "weighted": weighted,
            "predicted": model.predict(new),
            "proba": model.predict_proba(new) if options.get("voting") == "soft" else None,
            "score": model.score(X, y),
        }
    )


three = ["logistic", "bayes", "bernoulli"]
for table in (None, "iris", "wine", "breast cancer"):
    for kind in ("hard", "soft"):
        voting(three, table, voting=kind)
        voting(three, table, voting=kind, weights=[1, 2.5, 0.5])
        voting(three[:2], table, voting=kind)
voting(three, None, weighted=True, voting="soft")
for table in (None, "diabetes"):
    voting(["ridge", "line"], table)
    voting(["ridge", "line"], table, weights=[3, 1])


def stacking(names, table, final, folds=5, seed=None, weighted=False, **options):
    regression = final in ("ridge", "line")
    X, y = table_of(table, regression)
    kinds = KFold if regression else StratifiedKFold
    cv = kinds(folds, shuffle=seed is not None, random_state=seed)
    cls = StackingRegressor if regression else StackingClassifier
    model = cls([(name, MODELS[name]()) for name in names], MODELS[final](), cv=cv, **options)
    model.fit(X, y)
    new = X[:: len(X) // 12]
    meta = []
    for name in names:
        method = "predict" if regression else options.get("stack_method", "predict_proba")
        if method == "auto":
            method = "predict_proba"
        answers = cross_val_predict(MODELS[name](), X, y, cv=cv, method=method)
        if answers.ndim == 1:
            answers = answers.reshape(-1, 1)
        elif method == "predict_proba" and len(np.unique(y)) == 2:
            answers = answers[:, 1:]
        meta.append(answers)
    cases.append(
        {
            "estimator": cls.__name__, "inner": names, "table": table, "final": final,
            "folds": folds, "foldSeed": seed, "options": shown(options), "weighted": weighted,
            "meta": np.hstack(meta)[:: len(X) // 30],
            "transformed": model.transform(new),
            "coef": model.final_estimator_.coef_,
            "predicted": model.predict(new),
            "proba": None if regression else model.predict_proba(new),
            "score": model.score(X, y),
        }
    )


for table in (None, "iris", "wine", "breast cancer"):
    stacking(["bayes", "logistic"], table, "logistic")
    stacking(["bayes", "bernoulli"], table, "logistic", folds=3, seed=4)
    stacking(["bayes", "logistic"], table, "logistic", passthrough=True)
    stacking(["bayes", "bernoulli"], table, "logistic", stack_method="predict")
stacking(["logistic"], None, "logistic", stack_method="decision_function")
stacking(["logistic"], "breast cancer", "logistic", stack_method="decision_function")
for table in (None, "diabetes"):
    stacking(["ridge", "line"], table, "ridge")
    stacking(["ridge", "line"], table, "ridge", folds=4, seed=1, passthrough=True)


def bagging(inner, table, weighted=False, **options):
    regression = inner in ("ridge", "line")
    X, y = table_of(table, regression)
    cls = BaggingRegressor if regression else BaggingClassifier
    model = cls(MODELS[inner](), **options)
    model.fit(X, y, sample_weight=weights if weighted else None)
    new = X[:: len(X) // 12]
    oob = options.get("oob_score")
    decisions = getattr(model, "oob_decision_function_", getattr(model, "oob_prediction_", None))
    cases.append(
        {
            "estimator": cls.__name__, "inner": inner, "table": table, "options": shown(options), "weighted": weighted,
            "rows": [rows[:12] for rows in model.estimators_samples_[:3]],
            "nRows": len(model.estimators_samples_[0]),
            "features": model.estimators_features_[:3],
            "predicted": model.predict(new),
            "proba": None if regression else model.predict_proba(new),
            "oob": {"score": model.oob_score_, "decisions": decisions[:12]} if oob else None,
            "score": model.score(X, y),
        }
    )


for table in (None, "iris", "wine", "breast cancer"):
    for inner in ("bayes", "logistic", "bernoulli"):
        bagging(inner, table, random_state=0)
    bagging("bayes", table, random_state=7, max_samples=0.4, max_features=0.6)
    bagging("bayes", table, random_state=8, bootstrap=False, max_samples=0.5)
    bagging("bayes", table, random_state=9, bootstrap_features=True, max_features=3, n_estimators=4)
    bagging("bayes", table, random_state=3, oob_score=True, n_estimators=25)
bagging("bayes", None, random_state=2, bootstrap=False, max_samples=89)
bagging("bayes", "breast cancer", random_state=2, bootstrap=False, max_samples=4, max_features=0.995)
bagging("bayes", "breast cancer", random_state=2, bootstrap=False, max_samples=567)
bagging("bayes", None, weighted=True, random_state=4)
bagging("bayes", None, weighted=True, random_state=5, bootstrap=False, max_samples=30)
bagging("bayes", None, weighted=True, random_state=6, max_samples=0.5)
for table in (None, "diabetes"):
    for inner in ("ridge", "line"):
        bagging(inner, table, random_state=0)
        bagging(inner, table, random_state=1, max_samples=0.5, max_features=0.5)
        bagging(inner, table, random_state=2, oob_score=True, n_estimators=25)


def without_nan(value):
    if isinstance(value, dict):
        return {key: without_nan(item) for key, item in value.items()}
    return value


write("ensembles", [without_nan(c) for c in cases], data=data)
