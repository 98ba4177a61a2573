"""scikit-learn's estimators, by the names of the workloads."""
import warnings

import numpy as np
from common import Task, mean_absolute, read_all
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.ensemble import BaggingClassifier
from sklearn.linear_model import HuberRegressor, Lasso, LassoCV, LogisticRegression, LogisticRegressionCV, Ridge
from sklearn.metrics import accuracy_score, r2_score
from sklearn.model_selection import cross_val_score
from sklearn.naive_bayes import GaussianNB
from sklearn.preprocessing import (
    KBinsDiscretizer,
    OneHotEncoder,
    PolynomialFeatures,
    PowerTransformer,
    QuantileTransformer,
    RobustScaler,
    StandardScaler,
)

warnings.filterwarnings("ignore")


def transforming(make):
    def work(X, y):
        output = make().fit_transform(X)
        return lambda: mean_absolute(output.data if hasattr(output, "tocsr") else output)

    return work


def regressing(make):
    def work(X, y):
        predicted = make().fit(X, y).predict(X)
        return lambda: r2_score(y, predicted)

    return work


def classifying(make):
    def work(X, y):
        labels = y.astype(int)
        predicted = make().fit(X, labels).predict(X)
        return lambda: accuracy_score(labels, predicted)

    return work


def ridge_scores(X, y):
    scores = cross_val_score(Ridge(), X, y)
    return lambda: float(np.mean(scores))


WORKS = {
    "logistic": classifying(lambda: LogisticRegression(max_iter=200)),
    "gaussianNB": classifying(GaussianNB),
    "discriminant": classifying(LinearDiscriminantAnalysis),
    "bagging": classifying(lambda: BaggingClassifier(LogisticRegression(), random_state=0)),
    "logisticCV": classifying(LogisticRegressionCV),
    "lasso": regressing(lambda: Lasso(alpha=0.1)),
    "lassoCV": regressing(lambda: LassoCV(n_jobs=2)),
    "huber": regressing(HuberRegressor),
    "ridgeScores": ridge_scores,
    "standardScaler": transforming(StandardScaler),
    "robustScaler": transforming(RobustScaler),
    "quantileTransformer": transforming(lambda: QuantileTransformer(random_state=0)),
    "powerTransformer": transforming(PowerTransformer),
    "polynomialFeatures": transforming(PolynomialFeatures),
    "kBins": transforming(
        lambda: KBinsDiscretizer(encode="ordinal", subsample=None, quantile_method="averaged_inverted_cdf")
    ),
    "oneHot": transforming(OneHotEncoder),
}


def model(workload):
    arrays = read_all(workload)
    X, y = arrays["X"], arrays.get("y")
    work = WORKS[workload["model"]]
    result = {}

    def repetition():
        result["score"] = work(X, y)

    return Task(repetition, lambda: result["score"]())
