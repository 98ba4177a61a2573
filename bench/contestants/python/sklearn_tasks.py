"""scikit-learn's workloads."""
import sklearn
from common import Task, mean_absolute, read_all
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.feature_selection import mutual_info_classif
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.metrics import accuracy_score, confusion_matrix, mean_squared_error, r2_score
from sklearn.model_selection import GridSearchCV
from sklearn.neighbors import KNeighborsClassifier, NearestNeighbors
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures
from sklearn.svm import SVC, LinearSVC
from sklearn_models import model


def version():
    return f"scikit-learn {sklearn.__version__}"


def setting():
    return "default"


def regression(make):
    def task(workload):
        arrays = read_all(workload)
        X, y = arrays["X"], arrays["y"]
        result = {}

        def repetition():
            result["model"] = make().fit(X, y)

        return Task(repetition, lambda: float(result["model"].score(X, y)))

    return task


def polynomial(workload):
    arrays, degree = read_all(workload), workload["settings"]["degree"]
    X, y = arrays["X"].astype("f8"), arrays["y"].astype("f8")
    result = {}

    def make():
        if degree == 1:
            return LinearRegression()
        return make_pipeline(PolynomialFeatures(degree, include_bias=False), LinearRegression())

    def repetition():
        result["predicted"] = make().fit(X, y).predict(X)

    return Task(repetition, lambda: r2_score(y, result["predicted"]))


def k_neighbors(workload):
    arrays, settings = read_all(workload), workload["settings"]
    result = {}

    def repetition():
        model = KNeighborsClassifier(settings["k"]).fit(arrays["X"], arrays["y"].astype(int))
        result["labels"] = model.predict(arrays["queries"])

    return Task(repetition, lambda: float(result["labels"].mean()))


def nearest(workload):
    arrays, settings = read_all(workload), workload["settings"]
    result = {}

    def repetition():
        model = NearestNeighbors(n_neighbors=settings["k"], algorithm="kd_tree" if settings["tree"] else "brute")
        result["distances"] = model.fit(arrays["X"]).kneighbors(arrays["queries"])[0]

    return Task(repetition, lambda: float(result["distances"].mean()))


def svc(workload):
    arrays = read_all(workload)
    X, y = arrays["X"].astype("f8"), arrays["y"].astype(int)
    queries = arrays["queries"].astype("f8")
    result = {}

    def repetition():
        result["labels"] = SVC().fit(X, y).predict(queries)

    return Task(repetition, lambda: float(result["labels"].mean()))


def linear_svc(workload):
    arrays = read_all(workload)
    X, y = arrays["X"].astype("f8"), arrays["y"].astype(int)
    result = {}

    def repetition():
        result["labels"] = LinearSVC().fit(X, y).predict(X)

    return Task(repetition, lambda: float((result["labels"] == y).mean()))


def grid_search(workload):
    arrays, settings = read_all(workload), workload["settings"]
    X, y = arrays["X"].astype("f8"), arrays["y"].astype(int)
    grid = {"C": [0.3, 1, 3, 10], "gamma": [0.02, 0.1]}
    result = {}

    def repetition():
        search = GridSearchCV(SVC(), grid, refit=False, n_jobs=settings["workers"])
        result["scores"] = search.fit(X, y).cv_results_["mean_test_score"]

    return Task(repetition, lambda: float(result["scores"].mean()))


def text_classifier(workload):
    with open(workload["arrays"]["texts"]["path"], encoding="utf-8") as file:
        lines = file.read().rstrip("\n").split("\n")[1:]
    labels = [int(line.split(" ", 1)[0]) for line in lines]
    texts = [line.split(" ", 1)[1] for line in lines]
    settings = workload["settings"]
    result = {}

    def repetition():
        last = LogisticRegression(max_iter=settings["maxIter"], tol=settings["tol"])
        model = make_pipeline(TfidfVectorizer(), last)
        result["model"] = model.fit(texts, labels)

    return Task(repetition, lambda: float(result["model"].score(texts, labels)))


def mutual_info(workload):
    arrays = read_all(workload)
    X, y = arrays["X"].astype("f8"), arrays["y"].astype(int)
    result = {}

    def repetition():
        result["scores"] = mutual_info_classif(X, y, random_state=workload["settings"]["seed"])

    return Task(repetition, lambda: mean_absolute(result["scores"]))


def class_metrics(workload):
    arrays = read_all(workload)
    y, predicted = arrays["y"].astype(int), arrays["predicted"].astype(int)
    result = {}

    def repetition():
        counts = confusion_matrix(y, predicted)
        result["score"] = accuracy_score(y, predicted) + counts[1][2] / len(y)

    return Task(repetition, lambda: float(result["score"]))


def regression_metrics(workload):
    arrays = read_all(workload)
    y, predicted = arrays["y"], arrays["predicted"]
    result = {}

    def repetition():
        result["score"] = r2_score(y, predicted) + mean_squared_error(y, predicted)

    return Task(repetition, lambda: float(result["score"]))


TASKS = {
    "polynomial": polynomial,
    "classMetrics": class_metrics,
    "regressionMetrics": regression_metrics,
    "textClassifier": text_classifier,
    "mutualInfo": mutual_info,
    "svc": svc,
    "linearSVC": linear_svc,
    "gridSearch": grid_search,
    "linearRegression": regression(LinearRegression),
    "ridge": regression(lambda: Ridge(alpha=1.0)),
    "model": model,
    "kNeighbors": k_neighbors,
    "nearest": nearest,
}
