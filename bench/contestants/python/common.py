"""What the Python contestants share."""
import os

import numpy as np


class Task:
    """One repetition of a workload, and its score when it is asked for."""

    def __init__(self, repetition, score, warm_up=None, share=lambda: 1):
        self.repetition = repetition
        self.score = score
        self.warm_up = warm_up or repetition
        self.share = share  # of the last repetition, how much was done until the workload's limit


def read(file):
    """The array of a data file."""
    return np.fromfile(file["path"], "<f4").reshape(file["shape"])


def read_all(workload):
    return {name: read(file) for name, file in workload["arrays"].items()}


def mean_absolute(array):
    """A checksum that small rounding differences leave alone."""
    return float(np.abs(np.asarray(array, "f8")).mean())


def blas():
    """Which BLAS the process has loaded: with the reference BLAS, products take tens of times longer."""
    try:
        with open("/proc/self/maps") as maps:
            loaded = maps.read()
    except OSError:
        return "BLAS unknown"
    for name, sign in (("OpenBLAS", "openblas"), ("MKL", "libmkl"), ("BLIS", "libblis")):
        if sign in loaded:
            return name
    return "reference BLAS" if "libblas" in loaded else "BLAS unknown"


def blas_threads():
    return os.environ.get("OPENBLAS_NUM_THREADS", "all")
