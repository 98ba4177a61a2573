"""Writes packages/learn/fixtures/grid-search.json with scikit-learn:

    python reference/learn_grid_search.py

Grids over estimators whose fits are closed formulas, so that the scores are the same to the last digits.
"""

from learn import write
from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits, load_iris, load_wine
from sklearn.linear_model import Ridge
from sklearn.model_selection import GridSearchCV
from sklearn.naive_bayes import GaussianNB, MultinomialNB
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler

TABLES = {
    "breast cancer": load_breast_cancer(return_X_y=True),
    "diabetes": load_diabetes(return_X_y=True, scaled=False),
    "digits": load_digits(return_X_y=True),
    "iris": load_iris(return_X_y=True),
    "wine": load_wine(return_X_y=True),
}
# Our names of estimators, options and scores by theirs.
MODELS = {
    "Ridge": Pipeline([("scaler", StandardScaler()), ("model", Ridge())]),
    "KNeighborsRegressor": Pipeline([("scaler", StandardScaler()), ("model", KNeighborsRegressor())]),
    "KNeighborsClassifier": Pipeline([("scaler", StandardScaler()), ("model", KNeighborsClassifier())]),
    "GaussianNB": Pipeline([("scaler", StandardScaler()), ("model", GaussianNB())]),
    "MultinomialNB": Pipeline([("model", MultinomialNB())]),
}
OPTIONS = {
    "model__alpha": "model.alpha",
    "model__fit_intercept": "model.fitIntercept",
    "model__n_neighbors": "model.nNeighbors",
    "model__p": "model.p",
    "model__var_smoothing": "model.varSmoothing",
    "model__weights": "model.weights",
    "scaler__with_std": "scaler.withStd",
}
SCORES = {
    "accuracy": "accuracy",
    "f1_macro": "f1Macro",
    "neg_log_loss": "negLogLoss",
    "neg_mean_absolute_error": "negMeanAbsoluteError",
    "r2": "r2",
}

cases = []


def case(model, table, grid, *, scoring=None, refit=True, cv=5):
    search = GridSearchCV(MODELS[model], grid, scoring=scoring, refit=refit, cv=cv, return_train_score=True)
    search.fit(*TABLES[table])
    names = scoring if isinstance(scoring, list) else ["score"]
    columns = {}
    for name in names:
        for part in ("mean_test", "std_test", "rank_test", "mean_train", "split0_test"):
            key = SCORES.get(name, name)
            columns[f"{part}_{key}"] = search.cv_results_[f"{part}_{name}"].tolist()
    ours = {"cv": cv, "paramGrid": {OPTIONS[name]: values for name, values in grid.items()}}
    if scoring is not None:
        ours["scoring"] = [SCORES[name] for name in scoring] if isinstance(scoring, list) else SCORES[scoring]
    if refit is not True:
        ours["refit"] = SCORES[refit]
    best = {OPTIONS[name]: value for name, value in search.best_params_.items()}
    expected = {"columns": columns, "bestParams": best, "bestScore": search.best_score_}
    cases.append({"model": model, "table": table, "options": ours, "expected": expected})


case("Ridge", "diabetes", {"model__alpha": [0.01, 1.0, 30.0, 300.0], "model__fit_intercept": [True, False]})
case("Ridge", "diabetes", {"model__alpha": [0.1, 10.0], "scaler__with_std": [True, False]}, scoring="neg_mean_absolute_error", cv=4)
case("Ridge", "diabetes", {"model__alpha": [1.0, 100.0]}, scoring=["r2", "neg_mean_absolute_error"], refit="r2", cv=3)
case("KNeighborsRegressor", "diabetes", {"model__n_neighbors": [5, 15, 45], "model__weights": ["uniform", "distance"]})
case("KNeighborsClassifier", "iris", {"model__n_neighbors": [1, 5, 15], "model__p": [1, 2]})
case("KNeighborsClassifier", "wine", {"model__n_neighbors": [3, 9], "model__weights": ["uniform", "distance"]}, scoring="f1_macro", cv=4)
case("GaussianNB", "wine", {"model__var_smoothing": [1e-9, 0.01, 1.0]}, scoring=["accuracy", "neg_log_loss"], refit="neg_log_loss")
case("GaussianNB", "breast cancer", {"model__var_smoothing": [1e-9, 0.1, 1.0]}, cv=3)
case("MultinomialNB", "digits", {"model__alpha": [0.01, 1.0, 100.0]}, cv=3)

write("grid-search", cases)
