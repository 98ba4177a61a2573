"""What SelectFromModel keeps by the importances of random forests. Writes packages/learn/fixtures/forest-importances.json."""

import numpy as np
from sklearn.datasets import load_breast_cancer, load_diabetes, load_iris, load_wine
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.feature_selection import SelectFromModel

from learn import SEED, write

TABLES = {
    "diabetes": (load_diabetes(scaled=False), RandomForestRegressor),
    "iris": (load_iris(), RandomForestClassifier),
    "wine": (load_wine(), RandomForestClassifier),
    "breast cancer": (load_breast_cancer(), RandomForestClassifier),
}
OPTIONS = (
    {},
    {"threshold": "median"},
    {"threshold": "1.25*mean"},
    {"threshold": "0.5*median"},
    {"threshold": 0.05},
    {"max_features": 3, "threshold": -np.inf},
    {"max_features": 2},
)
NAMES = {"max_features": "maxFeatures"}

cases = []
for name, (data, forest) in TABLES.items():
    model = forest(n_estimators=50, random_state=SEED).fit(data.data, data.target)
    for options in OPTIONS:
        selector = SelectFromModel(model, prefit=True, **options).fit(data.data)
        cases.append(
            {
                "table": name,
                "importances": model.feature_importances_.tolist(),
                "options": {
                    NAMES.get(key, key): "-inf" if value == -np.inf else value for key, value in options.items()
                },
                "support": selector.get_support(indices=True).tolist(),
                "threshold": None if np.isinf(selector.threshold_) else float(selector.threshold_),
            }
        )

write("forest-importances", cases)
