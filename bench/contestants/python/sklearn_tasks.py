"""scikit-learn's workloads."""
import sklearn
from common import Task, read_all
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.neighbors import KNeighborsClassifier, NearestNeighbors


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


TASKS = {
    "linearRegression": regression(LinearRegression),
    "ridge": regression(lambda: Ridge(alpha=1.0)),
    "kNeighbors": k_neighbors,
    "nearest": nearest,
}
