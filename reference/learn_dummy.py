"""Writes packages/learn/fixtures/dummy.json with scikit-learn:

    python reference/learn_dummy.py
"""

import numpy as np
from learn import SEED, write
from sklearn.dummy import DummyClassifier, DummyRegressor

rng = np.random.default_rng(SEED)
X = np.zeros((40, 1))
y = rng.choice(4, 40, p=[0.1, 0.2, 0.6, 0.1])
binary = rng.choice(["no", "yes"], 40, p=[0.35, 0.65])
weights = rng.integers(0, 8, 40) / 4
targets = rng.normal(size=(40, 2)).round(4)
cases = []

WORDS = {"most_frequent": "mostFrequent", "random_state": "seed"}
for labels in ("y", "binary"):
    constant = 3 if labels == "y" else "yes"
    for strategy in ("prior", "most_frequent", "stratified", "uniform", "constant"):
        for weighted in (False, True):
            for seed in (0, 7) if strategy in ("stratified", "uniform") else (None,):
                options = {"strategy": strategy}
                if seed is not None:
                    options["random_state"] = seed
                if strategy == "constant":
                    options["constant"] = constant
                model = DummyClassifier(**options).fit(X, globals()[labels], weights if weighted else None)
                cases.append(
                    {
                        "estimator": "DummyClassifier",
                        "options": {WORDS.get(k, k): WORDS.get(v, v) if isinstance(v, str) else v for k, v in options.items()},
                        "y": labels,
                        "weighted": weighted,
                        "proba": model.predict_proba(X),
                        "predicted": model.predict(X),
                    }
                )
for options in (
    {"strategy": "mean"},
    {"strategy": "median"},
    *({"strategy": "quantile", "quantile": q} for q in (0, 0.1, 0.33, 0.5, 1)),
    {"strategy": "constant", "constant": 3.5},
):
    for weighted in (False, True):
        model = DummyRegressor(**options)
        if options["strategy"] == "constant":
            model.set_params(constant=[3.5, 3.5])
        model.fit(X, targets, weights if weighted else None)
        cases.append(
            {"estimator": "DummyRegressor", "options": options, "y": "targets", "weighted": weighted, "predicted": model.predict(X[:1])}
        )
write("dummy", cases, data={"y": y, "binary": binary, "targets": targets, "weights": weights})
