"""Writes packages/learn/fixtures/wrappers.json with scikit-learn: many classes out of binary classifiers, several outputs.

    python reference/learn_wrappers.py
"""

import numpy as np
from learn import SEED, write
from sklearn.datasets import load_breast_cancer, load_iris, load_wine
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.model_selection import KFold
from sklearn.multiclass import OneVsOneClassifier, OneVsRestClassifier, OutputCodeClassifier
from sklearn.multioutput import ClassifierChain, MultiOutputClassifier, MultiOutputRegressor, RegressorChain
from sklearn.naive_bayes import GaussianNB
from sklearn.preprocessing import scale

rng = np.random.default_rng(SEED)
TABLES = {"iris": load_iris, "wine": load_wine, "breast cancer": load_breast_cancer}
five = rng.integers(0, 5, 80)
clouds = (rng.normal(size=(80, 4)) + 1.5 * rng.normal(size=(5, 4))[five]).round(4)
weights = rng.integers(0, 8, 80) / 4
features = rng.normal(size=(60, 4)).round(4)
signals = features @ rng.normal(size=(4, 3)) + rng.normal(size=(60, 3))
topics = (signals > 0).astype(int)
kinds = np.digitize(signals, [-1, 1])
targets = (signals + signals[:, :1] ** 2).round(4)
output_weights = rng.integers(0, 8, 60) / 4
data = {
    "clouds": clouds, "five": five, "weights": weights, "features": features, "topics": topics, "kinds": kinds,
    "targets": targets, "outputWeights": output_weights,
}
MODELS = {
    "LogisticRegression": lambda: LogisticRegression(tol=1e-10, max_iter=10000),
    "GaussianNB": GaussianNB,
    "Ridge": lambda: Ridge(alpha=2.0),
    "LinearRegression": LinearRegression,
}
cases = []


def numbers(model, name, X):
    if not hasattr(model, name):
        return None
    return getattr(model, name)(X)


def classes_case(cls, inner, table, weighted=False, **options):
    X, y = (clouds, five) if table is None else TABLES[table](return_X_y=True)
    if table is not None:
        X = scale(X)
    model = cls(MODELS[inner](), **options)
    model.fit(X, y, **({"sample_weight": weights} if weighted else {}))
    new = X[:: len(X) // 12]
    shown = {{"code_size": "codeSize", "random_state": "seed"}[k]: v for k, v in options.items()}
    cases.append(
        {
            "estimator": cls.__name__, "inner": inner, "table": table, "options": shown, "weighted": weighted,
            "predicted": np.searchsorted(model.classes_, model.predict(new)),
            "decisions": numbers(model, "decision_function", new),
            "proba": numbers(model, "predict_proba", new),
            "codeBook": getattr(model, "code_book_", None),
            "score": model.score(X, y),
        }
    )


for inner in ("LogisticRegression", "GaussianNB"):
    for table in (None, "iris", "wine", "breast cancer"):
        classes_case(OneVsRestClassifier, inner, table)
        classes_case(OneVsOneClassifier, inner, table)
        for code_size, seed in ((1.5, 0), (3, 7), (0.7, 3)):
            if table == "breast cancer":
                continue
            classes_case(OutputCodeClassifier, inner, table, code_size=code_size, random_state=seed)
classes_case(OneVsRestClassifier, "Ridge", None)
classes_case(OneVsRestClassifier, "Ridge", "breast cancer")


def outputs_case(cls, inner, Y, weighted=False, **options):
    camel = {"chain_method": "chainMethod", "random_state": "seed"}
    words = {"predict_proba": "predictProba", "decision_function": "decisionFunction"}
    shown = {camel.get(k, k): words.get(v, v) if isinstance(v, str) else v for k, v in options.items()}
    if "cv" in options:
        options["cv"] = KFold(options["cv"])
    model = cls(MODELS[inner](), **options)
    y = data[Y]
    model.fit(features, y, **({"sample_weight": output_weights} if weighted else {}))
    isLabels = Y != "targets"
    # Probabilities of outputs of three labels are not defined for chains.
    proba = None if not isLabels or (Y == "kinds" and cls is ClassifierChain) else numbers(model, "predict_proba", features[:8])
    cases.append(
        {
            "estimator": cls.__name__, "inner": inner, "table": None, "options": shown, "weighted": weighted, "Y": Y,
            "predicted": model.predict(features[:8]),
            "proba": proba,
            "order": getattr(model, "order_", None),
            "score": (model.predict(features) == y).all(axis=1).mean() if isLabels else model.score(features, y),
        }
    )


for Y in ("topics", "kinds"):
    for inner in ("LogisticRegression", "GaussianNB"):
        outputs_case(MultiOutputClassifier, inner, Y)
        outputs_case(ClassifierChain, inner, Y)
        outputs_case(ClassifierChain, inner, Y, order=[2, 0, 1])
        outputs_case(ClassifierChain, inner, Y, cv=4)
        outputs_case(ClassifierChain, inner, Y, order="random", random_state=5)
outputs_case(MultiOutputClassifier, "GaussianNB", "kinds", weighted=True)
for method in ("predict_proba", "decision_function"):
    outputs_case(ClassifierChain, "LogisticRegression", "topics", chain_method=method)
    outputs_case(ClassifierChain, "LogisticRegression", "topics", chain_method=method, cv=3)
for inner in ("Ridge", "LinearRegression"):
    outputs_case(MultiOutputRegressor, inner, "targets")
    outputs_case(MultiOutputRegressor, inner, "targets", weighted=True)
    outputs_case(RegressorChain, inner, "targets")
    outputs_case(RegressorChain, inner, "targets", order=[1, 2, 0])
    outputs_case(RegressorChain, inner, "targets", order="random", random_state=3)
    outputs_case(RegressorChain, inner, "targets", cv=4)

write("wrappers", cases, data=data)
