#!/usr/bin/env python3
"""NumPy and scikit-learn in the line protocol of contestant.ts: first the workload, then runs."""
import json
import sys
import time


WARM_UP = 5  # as in serve.ts


def reply(**message):
    print(json.dumps(message), flush=True)


def read(np, file):
    return np.fromfile(file["path"], "<f4").reshape(file["shape"])


def prepare(workload):
    """Return (version, one repetition, its score)."""
    import numpy as np

    arrays = {name: read(np, file) for name, file in workload["arrays"].items()}
    result = {}
    if workload["task"] == "matmul":

        def repetition():
            result["C"] = arrays["A"] @ arrays["B"]

        return f"NumPy {np.__version__}", repetition, lambda: float(np.abs(result["C"]).mean())

    import sklearn
    from sklearn.linear_model import LinearRegression, Ridge

    make = {"linearRegression": LinearRegression, "ridge": lambda: Ridge(alpha=1.0)}[workload["task"]]

    def repetition():
        result["model"] = make().fit(arrays["X"], arrays["y"])

    score = lambda: float(result["model"].score(arrays["X"], arrays["y"]))
    return f"scikit-learn {sklearn.__version__}", repetition, score


def main():
    workload = json.loads(sys.stdin.readline())
    try:
        version, repetition, score = prepare(workload)
    except ImportError as error:
        return reply(unavailable=str(error))
    for _ in range(WARM_UP):
        repetition()
    reply(version=version)
    for _ in sys.stdin:
        start = time.perf_counter()
        for _ in range(workload["repeat"]):
            repetition()
        milliseconds = (time.perf_counter() - start) * 1000 / workload["repeat"]
        reply(milliseconds=milliseconds, score=score())


main()
