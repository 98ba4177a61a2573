"""Writes packages/learn/fixtures/imbalance.json with imbalanced-learn:

    python reference/learn_imbalance.py
"""

import warnings

import imblearn
import numpy as np
from imblearn.combine import SMOTETomek
from imblearn.over_sampling import ADASYN, SMOTE, BorderlineSMOTE, RandomOverSampler
from imblearn.under_sampling import EditedNearestNeighbours, NearMiss, RandomUnderSampler, TomekLinks
from learn import SEED, write
from sklearn.datasets import load_breast_cancer, load_digits, load_iris, load_wine

warnings.simplefilter("ignore")
CAMEL = {
    "sampling_strategy": "samplingStrategy",
    "random_state": "seed",
    "k_neighbors": "kNeighbors",
    "m_neighbors": "mNeighbors",
    "n_neighbors": "nNeighbors",
    "n_neighbors_ver3": "nNeighborsVer3",
    "kind_sel": "kindSel",
    "not minority": "notMinority",
    "not majority": "notMajority",
}
# A table, and how many rows of each class, in the order of the labels.
TABLES = {
    "iris": (load_iris, [50, 20, 9]),
    "wine": (load_wine, [59, 30, 12]),
    "breast cancer": (load_breast_cancer, [60, 357]),
    "digits": (load_digits, [30, 178, 12, 20, 25, 30, 35, 40, 45, 50]),
}


def data(table):
    loader, sizes = TABLES[table]
    X, y = loader(return_X_y=True)
    rows = np.sort(np.concatenate([np.flatnonzero(y == label)[:size] for label, size in enumerate(sizes)]))
    X = X[rows]
    if table == "digits":  # whole numbers: so that no two distances are equal, which libraries order by chance
        i, j = np.indices(X.shape)
        X = X + (i * 37 + j * 53) % 101 / 10000
    return X, y[rows]


cases = []


def plain(value):
    if isinstance(value, dict):
        return {str(k): v for k, v in value.items()}
    return CAMEL.get(value, value) if isinstance(value, str) else value


def case(cls, table, options):
    X, y = data(table)
    sampler = cls(**options)
    Z, labels = sampler.fit_resample(X, y)
    content = {
        "estimator": cls.__name__,
        "table": table,
        "sizes": TABLES[table][1],
        "options": {CAMEL.get(k, k): plain(v) for k, v in options.items()},
        "counts": np.bincount(labels, minlength=len(TABLES[table][1])),
    }
    if hasattr(sampler, "sample_indices_"):
        # Rows as they are; of added ones only those that were added.
        added = len(sampler.sample_indices_) > len(X)
        content["indices"] = sampler.sample_indices_[len(X) if added else 0 :]
    else:
        new = Z[len(X) :] if cls is not SMOTETomek else Z
        every = max(1, len(new) // 6)
        content |= {"every": every, "rows": new[::every], "sums": new.sum(0), "weighted": (np.arange(len(new)) % 13 + 1) @ new}
    cases.append(content)


for table in TABLES:
    two = table == "breast cancer"
    case(RandomOverSampler, table, {"random_state": 0})
    case(RandomOverSampler, table, {"random_state": 5, "sampling_strategy": 0.5 if two else "minority"})
    case(RandomUnderSampler, table, {"random_state": 0})
    case(RandomUnderSampler, table, {"random_state": 3, "replacement": True})
    case(RandomUnderSampler, table, {"random_state": 1, "sampling_strategy": 0.4 if two else "majority"})
    case(RandomUnderSampler, table, {"random_state": 1, "sampling_strategy": "all"})
    for strategy in ("auto", "all", "majority", "not minority", "not majority", [1]):
        case(TomekLinks, table, {"sampling_strategy": strategy})
    for version in (1, 2, 3):
        case(NearMiss, table, {"version": version})
        case(NearMiss, table, {"version": version, "n_neighbors": 2, "n_neighbors_ver3": 5})
    for kind in ("all", "mode"):
        case(EditedNearestNeighbours, table, {"kind_sel": kind})
        case(EditedNearestNeighbours, table, {"kind_sel": kind, "n_neighbors": 5, "sampling_strategy": "all"})
    case(SMOTE, table, {"random_state": 0})
    case(SMOTE, table, {"random_state": 42, "k_neighbors": 3, "sampling_strategy": 0.7 if two else "minority"})
    case(BorderlineSMOTE, table, {"random_state": 0})
    case(BorderlineSMOTE, table, {"random_state": 1, "kind": "borderline-2", "k_neighbors": 4, "m_neighbors": 6})
    case(SMOTETomek, table, {"random_state": 0})
    if table != "iris":
        case(ADASYN, table, {"random_state": 0} if table != "digits" else {"random_state": 0, "sampling_strategy": {2: 40, 3: 60}})
        case(ADASYN, table, {"random_state": 2, "n_neighbors": 4, "sampling_strategy": "minority" if table != "digits" else {8: 90}})
case(RandomOverSampler, "wine", {"random_state": 0, "sampling_strategy": {2: 20, 1: 33}})
case(RandomUnderSampler, "wine", {"random_state": 0, "sampling_strategy": {0: 20, 1: 30}})
case(NearMiss, "wine", {"sampling_strategy": {0: 25}})
case(SMOTE, "wine", {"random_state": 9, "sampling_strategy": {2: 13, 1: 30}})

write("imbalance", cases, imblearn=imblearn.__version__)
