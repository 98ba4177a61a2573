"""Writes packages/learn/fixtures/model-selection.json with scikit-learn:

    python reference/learn_model_selection.py

Ridge on the diabetes table and logistic regression on the iris table, in every way that
@gradus/learn scores and searches.
"""

import warnings

import numpy as np
from learn import write
from scipy.stats import loguniform
from sklearn.datasets import load_diabetes, load_iris
from sklearn.experimental import enable_halving_search_cv  # noqa: F401
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn import model_selection as sk

warnings.simplefilter("ignore")
X, y = load_diabetes(return_X_y=True)
XC, yc = load_iris(return_X_y=True)
names = load_iris().target_names[yc]
weights = (np.arange(len(y)) % 3).astype(float)
groups = np.arange(len(y)) // 7 % 20
ridge = Ridge(alpha=0.5)
logistic = LogisticRegression(tol=1e-8, max_iter=1000)

cases = []


def case(kind, expected, **options):
    cases.append({"kind": kind, "options": options, "expected": expected})


SCORINGS = {
    "r2": "r2",
    "neg_mean_squared_error": "negMeanSquaredError",
    "neg_root_mean_squared_error": "negRootMeanSquaredError",
    "neg_mean_absolute_error": "negMeanAbsoluteError",
}
for theirs, ours in SCORINGS.items():
    case("crossValScore", sk.cross_val_score(ridge, X, y, cv=4, scoring=theirs), scoring=ours, cv=4)
CLASS_SCORINGS = {
    "accuracy": "accuracy",
    "balanced_accuracy": "balancedAccuracy",
    "matthews_corrcoef": "matthewsCorrcoef",
    "f1_macro": "f1Macro",
    "precision_weighted": "precisionWeighted",
    "recall_micro": "recallMicro",
    "jaccard_macro": "jaccardMacro",
    "roc_auc_ovr": "rocAucOvr",
    "roc_auc_ovo_weighted": "rocAucOvoWeighted",
    "neg_log_loss": "negLogLoss",
}
for theirs, ours in CLASS_SCORINGS.items():
    case("classScore", sk.cross_val_score(logistic, XC, names, cv=5, scoring=theirs), scoring=ours, cv=5)
two = yc != 0
for theirs, ours in {
    "roc_auc": "rocAuc",
    "average_precision": "averagePrecision",
    "neg_log_loss": "negLogLoss",
    "neg_brier_score": "negBrierScore",
    "f1": "f1",
}.items():
    case("binaryScore", sk.cross_val_score(logistic, XC[two], yc[two] - 1, cv=3, scoring=theirs), scoring=ours, cv=3)

both = sk.cross_validate(
    ridge, X, y, cv=3, scoring=["r2", "neg_mean_absolute_error"], return_train_score=True, params={"sample_weight": weights}
)
case(
    "crossValidate",
    {
        "test": {"r2": both["test_r2"], "negMeanAbsoluteError": both["test_neg_mean_absolute_error"]},
        "train": {"r2": both["train_r2"], "negMeanAbsoluteError": both["train_neg_mean_absolute_error"]},
    },
)
case("groups", sk.cross_val_score(ridge, X, y, cv=sk.GroupKFold(4), groups=groups))
case("crossValPredict", sk.cross_val_predict(ridge, X, y, cv=5)[:40])
case("crossValProba", sk.cross_val_predict(logistic, XC, names, cv=5, method="predict_proba")[::10])
case("crossValLabels", sk.cross_val_predict(logistic, XC, names, cv=5)[45:60])
sizes, train, test = sk.learning_curve(ridge, X, y, train_sizes=[0.2, 0.5, 1.0], cv=3)
case("learningCurve", {"trainSizes": sizes, "trainScores": train, "testScores": test})
sizes, train, test = sk.learning_curve(ridge, X, y, train_sizes=[50, 120], cv=3, shuffle=True, random_state=5)
case("learningCurveShuffled", {"trainSizes": sizes, "trainScores": train, "testScores": test})
train, test = sk.validation_curve(ridge, X, y, param_name="alpha", param_range=[0.01, 1, 100], cv=3)
case("validationCurve", {"trainScores": train, "testScores": test})
score, permuted, p = sk.permutation_test_score(ridge, X, y, cv=3, n_permutations=12, random_state=3)
case("permutationTest", {"score": score, "permutationScores": permuted, "pValue": p})

GRID = {"alpha": [0.01, 0.1, 1.0, 10.0], "fit_intercept": [True, False]}
OURS = {"alpha": [0.01, 0.1, 1, 10], "fitIntercept": [True, False]}


def results(search):
    keep = ("mean_test_score", "std_test_score", "rank_test_score", "mean_train_score", "split0_test_score", "iter", "n_resources")
    return {
        **{key: search.cv_results_[key] for key in keep if key in search.cv_results_},
        "bestIndex": search.best_index_,
        "bestScore": search.best_score_,
        "alpha": search.cv_results_["param_alpha" if "param_alpha" in search.cv_results_ else "param_C"].tolist(),
    }


grid = sk.GridSearchCV(ridge, GRID, cv=4, return_train_score=True).fit(X, y)
case("gridSearch", results(grid), paramGrid=OURS, cv=4)
grid = sk.GridSearchCV(ridge, GRID, cv=3, scoring="neg_mean_absolute_error", return_train_score=True).fit(X, y)
case("gridSearch", results(grid), paramGrid=OURS, cv=3, scoring="negMeanAbsoluteError")
grid = sk.GridSearchCV(logistic, {"C": [0.01, 0.1, 1, 10]}, cv=5, scoring="neg_log_loss", return_train_score=True).fit(XC, names)
case("classSearch", results(grid), paramGrid={"C": [0.01, 0.1, 1, 10]}, scoring="negLogLoss")
for aggressive in (False, True):
    for resources in ("exhaust", "smallest", 30):
        halving = sk.HalvingGridSearchCV(
            ridge,
            {"alpha": [0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0]},
            cv=3,
            min_resources=resources,
            aggressive_elimination=aggressive,
            random_state=7,
            scoring="neg_mean_squared_error",  # R² is not defined for a single row
        ).fit(X, y)
        case(
            "halving",
            results(halving),
            minResources=resources,
            aggressiveElimination=aggressive,
            cv=3,
            seed=7,
            scoring="negMeanSquaredError",
            paramGrid={"alpha": [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100]},
        )
nested = sk.cross_val_score(sk.GridSearchCV(ridge, {"alpha": [0.01, 0.1, 1.0]}, cv=3), X, y, cv=4)
case("nested", nested, paramGrid={"alpha": [0.01, 0.1, 1]})

# The values that a sampler drew, as the lists of a search.
for seed in (0, 1):
    space = {"alpha": loguniform(1e-3, 1e2), "fit_intercept": [True, False]}
    drawn = list(sk.ParameterSampler(space, 6, random_state=seed))
    lists = {"alpha": [float(choice["alpha"]) for choice in drawn], "fit_intercept": [True, False]}
    search = sk.RandomizedSearchCV(ridge, lists, n_iter=12, cv=4, random_state=seed).fit(X, y)
    found = search.cv_results_
    case(
        "randomized",
        {
            "candidates": [
                {"alpha": float(choice["alpha"]), "fitIntercept": bool(choice["fit_intercept"])}
                for choice in found["params"]
            ],
            "means": found["mean_test_score"],
            "deviations": found["std_test_score"],
            "ranks": found["rank_test_score"],
            "best": float(search.best_params_["alpha"]),
            "bestScore": float(search.best_score_),
        },
        paramDistributions={"alpha": lists["alpha"], "fitIntercept": lists["fit_intercept"]},
        nIter=12,
        cv=4,
        seed=seed,
    )

write("model-selection", cases)
