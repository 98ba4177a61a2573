"""Writes packages/gradus/fixtures/sklearn-onnx.json with scikit-learn and skl2onnx:

    python reference/sklearn_onnx.py

Models of scikit-learn as ONNX files, and what scikit-learn itself says about some rows.
"""

import base64
import json
import platform
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
import skl2onnx
import sklearn
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType, StringTensorType
from sklearn.compose import ColumnTransformer
from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits, load_iris, load_wine
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis, QuadraticDiscriminantAnalysis
from sklearn.feature_selection import SelectKBest, VarianceThreshold
from sklearn.impute import SimpleImputer
from sklearn.linear_model import (
    ElasticNet,
    HuberRegressor,
    Lasso,
    LinearRegression,
    LogisticRegression,
    Perceptron,
    Ridge,
    RidgeClassifier,
    SGDClassifier,
    SGDRegressor,
)
from sklearn.naive_bayes import ComplementNB, GaussianNB, MultinomialNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline, make_union
from sklearn.preprocessing import (
    Binarizer,
    MaxAbsScaler,
    MinMaxScaler,
    Normalizer,
    OneHotEncoder,
    OrdinalEncoder,
    PolynomialFeatures,
    RobustScaler,
    StandardScaler,
)
from sklearn.svm import SVC, SVR, LinearSVC, LinearSVR, NuSVC, NuSVR, OneClassSVM
from sklearn.tree import DecisionTreeClassifier

warnings.simplefilter("ignore")
FILE = Path(__file__).parent.parent / "packages" / "gradus" / "fixtures" / "sklearn-onnx.json"
SEED = 20260101
rng = np.random.default_rng(SEED)

diabetes = load_diabetes(return_X_y=True)
iris = (load_iris().data, load_iris().target_names[load_iris().target])
wine = load_wine(return_X_y=True)
cancer = load_breast_cancer(return_X_y=True)
digits = load_digits(return_X_y=True)
pair = (iris[0][50:], iris[1][50:])
few = (diabetes[0][:90], diabetes[1][:90])
rounded = np.round(iris[0])
holes = np.where(rng.random(iris[0].shape) < 0.1, np.nan, iris[0])
counts = np.round(iris[0] * 3)

cases = []


def plain(values):
    return np.asarray(values).tolist()


def write(name, model, X, y=None, *, kind, types=None, rows=12, tolerance=1e-5):
    """`kind` is the class that the model is read as; of those that are refused, the operator."""
    model.fit(X, y)
    has_classes = hasattr(model, "classes_")
    options = {"zipmap": False} if has_classes and not hasattr(model, "loss_function_") else None
    first = X[:1].astype(np.float32) if types is None else None
    try:
        onx = to_onnx(model, first, initial_types=types, options=options)
    except NameError:  # a model that has no probabilities has no such option
        onx = to_onnx(model, first, initial_types=types)
    at = np.linspace(0, len(X) - 1, rows).round().astype(int)
    some = X.iloc[at] if types else X[at]
    expected = {}
    for method in ("predict", "predict_proba", "decision_function", "transform"):
        if hasattr(model, method):
            out = getattr(model, method)(some)
            expected[method] = plain(out.toarray() if hasattr(out, "toarray") else out)
    given = {name: plain(some[name]) for name in some.columns} if types else plain(some)
    encoded = base64.b64encode(onx.SerializeToString()).decode()
    cases.append({"name": name, "kind": kind, "tolerance": tolerance, "onnx": encoded, "X": given, "expected": expected})


for model in (LinearRegression(), Ridge(), Lasso(0.1), ElasticNet(0.01), HuberRegressor(), SGDRegressor(random_state=0), LinearSVR(max_iter=10**5)):
    write(type(model).__name__, model, *diabetes, kind="LinearRegression")
write("LinearRegression of two targets", LinearRegression(), diabetes[0], np.c_[diabetes[1], -diabetes[1]], kind="LinearRegression")
for kernel in ("linear", "poly", "rbf", "sigmoid"):
    write(f"SVR {kernel}", SVR(kernel=kernel, C=10), *few, kind="SVR")
    write(f"SVC {kernel}", make_pipeline(StandardScaler(), SVC(kernel=kernel)), *iris, kind="Pipeline")
write("NuSVR", NuSVR(C=10), *few, kind="SVR")
write("OneClassSVM", OneClassSVM(nu=0.2), iris[0], kind="OneClassSVM")
write("SVC of two classes", SVC(), *pair, kind="SVC")
# libsvm stops joining the shares of pairs once they change by less than 0.005 / classes; ours goes on.
write("SVC with probabilities of two classes", SVC(probability=True, random_state=0), *pair, kind="SVC", tolerance=3e-3)
write("SVC with probabilities", SVC(probability=True, random_state=0), *iris, kind="SVC", tolerance=3e-3)
write("NuSVC", NuSVC(), *iris, kind="SVC")
write("LogisticRegression", LogisticRegression(max_iter=1000), *iris, kind="LogisticRegression")
write("LogisticRegression of two classes", LogisticRegression(max_iter=1000), *pair, kind="LogisticRegression")
write("LogisticRegression of numbers", make_pipeline(StandardScaler(), LogisticRegression()), *cancer, kind="Pipeline")
write("LinearDiscriminantAnalysis", LinearDiscriminantAnalysis(), *wine, kind="LogisticRegression")
# Not of two classes: skl2onnx 1.20 writes twice their scores, and onnxruntime other probabilities than scikit-learn's.
write("LinearSVC", LinearSVC(), *iris, kind="LinearSVC")
write("LinearSVC of two classes", LinearSVC(), *pair, kind="LinearSVC")
write("RidgeClassifier", RidgeClassifier(), *iris, kind="LinearSVC")
write("Perceptron", Perceptron(random_state=0), *iris, kind="LinearSVC")
write("Perceptron of two classes", Perceptron(random_state=0), *pair, kind="LinearSVC")
write("SGDClassifier", SGDClassifier(random_state=0), *iris, kind="LinearSVC")
write("GaussianNB", GaussianNB(), *iris, kind="GaussianNB")
write("GaussianNB of two classes", GaussianNB(), *cancer, kind="GaussianNB")
write("MultinomialNB", MultinomialNB(), *digits, kind="MultinomialNB")
write("MultinomialNB of names", MultinomialNB(), counts, iris[1], kind="MultinomialNB")
write("ComplementNB", ComplementNB(), counts, iris[1], kind="LogisticRegression")
for model in (StandardScaler(), MaxAbsScaler(), RobustScaler(), StandardScaler(with_mean=False)):
    write(type(model).__name__, model, iris[0], kind="StandardScaler")
write("MinMaxScaler", MinMaxScaler(), iris[0], kind="MinMaxScaler")
write("MinMaxScaler with a range and limits", make_pipeline(MinMaxScaler((-1, 3)), MinMaxScaler(clip=True)), iris[0], kind="Pipeline")
for norm in ("l1", "l2", "max"):
    write(f"Normalizer {norm}", Normalizer(norm), iris[0], kind="Normalizer")
write("Binarizer", Binarizer(threshold=2), iris[0], kind="Binarizer")
for strategy in ("mean", "median"):
    write(f"SimpleImputer {strategy}", SimpleImputer(strategy=strategy), holes, kind="SimpleImputer")
write("OneHotEncoder", OneHotEncoder(handle_unknown="ignore"), rounded, kind="ColumnTransformer")
write("OrdinalEncoder", OrdinalEncoder(), rounded, kind="ColumnTransformer")
write("SelectKBest", SelectKBest(k=2), *iris, kind="ColumnTransformer")
write("VarianceThreshold", make_pipeline(VarianceThreshold(0.5), LogisticRegression()), *iris, kind="Pipeline")
write(
    "Pipeline of four",
    make_pipeline(SimpleImputer(), MinMaxScaler(), SelectKBest(k=3), SVC()),
    holes,
    iris[1],
    kind="Pipeline",
)
write(
    "ColumnTransformer",
    make_pipeline(
        ColumnTransformer(
            [("scaled", StandardScaler(), [0, 1]), ("one-hot", OneHotEncoder(), [2])],
            remainder="passthrough",
        ),
        Ridge(),
    ),
    rounded,
    (iris[1] == "setosa").astype(float),
    kind="Pipeline",
)
write(
    "FeatureUnion behind a scaler",
    make_pipeline(StandardScaler(), make_union(MinMaxScaler(), Normalizer()), LogisticRegression()),
    *iris,
    kind="Pipeline",
)
table = pd.DataFrame(
    {
        "town": [["Ames", "Boone", "Nevada"][i % 3] for i in range(60)],
        "size": np.round(rng.normal(100, 20, 60)),
        "age": np.round(rng.uniform(0, 90, 60)),
    }
)
types = [("town", StringTensorType([None, 1])), ("size", FloatTensorType([None, 1])), ("age", FloatTensorType([None, 1]))]
price = table["size"] * 2 - table["age"] + (table["town"] == "Ames") * 50
mixed = ColumnTransformer([("town", OneHotEncoder(), ["town"]), ("numbers", StandardScaler(), ["size", "age"])])
write("table with text", make_pipeline(mixed, Ridge()), table, price, kind="Pipeline", types=types)

refused = [
    ("DecisionTreeClassifier", DecisionTreeClassifier(max_depth=2), *iris, "TreeEnsembleClassifier"),
    ("KNeighborsClassifier", KNeighborsClassifier(3), iris[0][::15], iris[1][::15], "Scan"),
    ("QuadraticDiscriminantAnalysis", QuadraticDiscriminantAnalysis(), *iris, "Log"),
    ("SGDClassifier with probabilities", SGDClassifier(loss="log_loss", random_state=0), *iris, "Mul"),
    ("PolynomialFeatures", PolynomialFeatures(), *iris, "ReduceProd"),
]
for name, model, X, y, operator in refused:
    write(name, model, X, y, kind=f"refused {operator}")

content = {
    "source": "reference/sklearn_onnx.py",
    "versions": {
        "python": platform.python_version(),
        "numpy": np.__version__,
        "scikit-learn": sklearn.__version__,
        "skl2onnx": skl2onnx.__version__,
    },
    "seed": SEED,
    "cases": cases,
}
FILE.parent.mkdir(exist_ok=True)
FILE.write_text(json.dumps(content, separators=(",", ":")) + "\n")
print(f"{FILE.name}: {len(cases)} cases, {FILE.stat().st_size} bytes")
