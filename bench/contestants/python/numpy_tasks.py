"""NumPy's workloads."""
import numpy as np
from common import Task, blas, blas_threads, mean_absolute, read_all


def version():
    return f"NumPy {np.__version__} ({blas()})"


def setting():
    return f"{blas_threads()} thread{'' if blas_threads() == '1' else 's'}"


def repeated(compute, score):
    result = {}

    def repetition():
        result["value"] = compute()

    return Task(repetition, lambda: score(result["value"]))


def matmul(workload):
    arrays = read_all(workload)
    A, B = arrays["A"], arrays["B"]
    A = A.swapaxes(-1, -2) if workload["settings"]["transposeA"] else A
    B = B.swapaxes(-1, -2) if workload["settings"]["transposeB"] else B
    return repeated(lambda: A @ B, mean_absolute)


def add(workload):
    arrays = read_all(workload)
    a, b = arrays["a"], arrays["b"]
    return repeated(lambda: np.add(a, b), mean_absolute)


def svd(workload):
    A = read_all(workload)["A"].astype("f8")
    return repeated(lambda: np.linalg.svd(A, full_matrices=False), lambda usv: mean_absolute(usv[1]))


def eigh(workload):
    A = read_all(workload)["A"].astype("f8")
    A = A + A.T
    return repeated(lambda: np.linalg.eigh(A), lambda pair: mean_absolute(pair[0]))


def solve(workload):
    arrays = read_all(workload)
    A, b = arrays["A"].astype("f8"), arrays["b"].astype("f8")
    return repeated(lambda: np.linalg.solve(A, b), mean_absolute)


TASKS = {"matmul": matmul, "add": add, "svd": svd, "eigh": eigh, "solve": solve}
