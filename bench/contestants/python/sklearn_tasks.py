"""scikit-learn's workloads."""
import sklearn
from common import Task, read_all
from sklearn.linear_model import LinearRegression, Ridge


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


TASKS = {"linearRegression": regression(LinearRegression), "ridge": regression(lambda: Ridge(alpha=1.0))}
