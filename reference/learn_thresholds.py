"""Writes the fixtures of thresholds with scikit-learn:

    python reference/learn_thresholds.py
"""

import numpy as np
import sklearn
from learn import SEED, write
from sklearn.base import clone
from sklearn.datasets import load_breast_cancer, load_iris, load_wine, make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import get_scorer, make_scorer
from sklearn.model_selection import FixedThresholdClassifier, TunedThresholdClassifierCV
from sklearn.naive_bayes import GaussianNB
from sklearn.preprocessing import StandardScaler
from sklearn.svm import LinearSVC

KINDS = {
    "GaussianNB": GaussianNB(),
    "LogisticRegression": LogisticRegression(tol=1e-11, max_iter=10_000),
    "LinearSVC": LinearSVC(tol=1e-10, max_iter=100_000, random_state=0),
}
SCORINGS = {"balanced_accuracy": "balancedAccuracy", "f1": "f1", "accuracy": "accuracy", "cost": "cost"}
NAMES = {"response_method": "responseMethod", "pos_label": "posLabel", "random_state": "seed"}
METHODS = {"predict_proba": "predictProba", "decision_function": "decisionFunction"}


def gain(y_true, y_pred):
    """A miss costs ten times as much as a false alarm."""
    return -(10 * np.sum((y_true == 1) & (y_pred == 0)) + np.sum((y_true == 0) & (y_pred == 1))) / len(y_true)


def tables():
    X, y = make_classification(200, 5, weights=[0.85], flip_y=0.1, class_sep=0.7, random_state=SEED % 1000)
    found = [("rare", X.round(4), y, True)]
    for name, data, rest in [
        ("breast cancer", load_breast_cancer(), 0),
        ("iris", load_iris(), 1),
        ("wine", load_wine(), 0),
    ]:
        y = (data.target == 2 if rest else data.target == 1).astype(int)
        X = StandardScaler().fit_transform(data.data)
        # Overlapping classes of few features, so that there is something to choose.
        found.append((name, X[:, :2], y, False))
    return found


def main():
    cases = []
    for name, X, y, _ in tables():
        weights = np.random.default_rng(SEED).uniform(0.2, 2, len(y)).round(3)
        for kind, estimator in KINDS.items():
            for options, weighted in [
                ({}, False),
                ({"scoring": "f1", "thresholds": 30}, True),
                ({"scoring": "cost", "cv": 3}, False),
                ({"thresholds": [-0.5, 0.1, 0.2, 0.45, 0.8], "scoring": "accuracy"}, False),
                ({"cv": 0.3, "random_state": 1, "refit": False}, False),
            ]:
                given = dict(options)
                if given.get("scoring") == "cost":
                    given["scoring"] = make_scorer(gain)
                with sklearn.config_context(enable_metadata_routing=weighted):
                    if weighted:
                        given["scoring"] = get_scorer(given["scoring"]).set_score_request(sample_weight=False)
                    asked = clone(estimator).set_fit_request(sample_weight=True) if weighted else estimator
                    model = TunedThresholdClassifierCV(asked, store_cv_results=True, **given)
                    model.fit(X, y, **({"sample_weight": weights} if weighted else {}))
                shown = {NAMES.get(key, key): value for key, value in options.items()}
                if "scoring" in shown:
                    shown["scoring"] = SCORINGS[shown["scoring"]]
                cases.append(
                    {
                        "name": f"{name}, {kind}: {options}{', weighted' if weighted else ''}",
                        "kind": kind,
                        "options": shown,
                        "table": name,
                        "weighted": weights if weighted else None,
                        "bestThreshold": model.best_threshold_,
                        "bestScore": model.best_score_,
                        "scores": model.cv_results_["scores"][::3],
                        "positives": np.flatnonzero(model.predict(X)),
                    }
                )
            for options in [{}, {"threshold": 0.2}, {"threshold": 0.3, "pos_label": 0}]:
                model = FixedThresholdClassifier(estimator, **options).fit(X, y)
                cases.append(
                    {
                        "name": f"{name}, {kind}: fixed {options}",
                        "kind": kind,
                        "options": {NAMES.get(key, key): value for key, value in options.items()},
                        "fixed": True,
                        "table": name,
                        "weighted": None,
                        "positives": np.flatnonzero(model.predict(X)),
                    }
                )
    data = {name: {"X": X if own else None, "y": y} for name, X, y, own in tables()}
    write("thresholds", cases, data=data)


if __name__ == "__main__":
    main()
