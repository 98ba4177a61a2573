"""Writes packages/learn/fixtures/cross-validators.json with scikit-learn:

    python reference/learn_splits.py

Each case names a way to make folds, its options, the rows, and the rows of every fold's two parts.
"""

import warnings

import numpy as np
from learn import SEED, write
from sklearn import model_selection as sk

warnings.simplefilter("ignore")
rng = np.random.default_rng(SEED)

N = 23
y = rng.choice(["b", "a", "c"], N, p=[0.5, 0.3, 0.2])
# Groups of different sizes, so that no tie has to be broken.
groups = np.repeat([5, 1, 9, 3, 7, 8], [1, 2, 3, 4, 6, 7])
rng.shuffle(groups)
CAMEL = {
    "n_splits": "nSplits",
    "random_state": "seed",
    "n_repeats": "nRepeats",
    "test_size": "testSize",
    "train_size": "trainSize",
    "max_train_size": "maxTrainSize",
}
cases = []


def case(name, options, n=N, uses_y=False, uses_groups=False):
    splitter = getattr(sk, name)(**options)
    labels = y[:n] if uses_y else None
    members = groups[:n] if uses_groups else None
    folds = [[train, test] for train, test in splitter.split(np.zeros((n, 1)), labels, members)]
    cases.append(
        {
            "splitter": name,
            "options": {CAMEL.get(key, key): value for key, value in options.items()},
            "n": n,
            "y": labels,
            "groups": members,
            "folds": folds,
        }
    )


for k in (2, 5, 7):
    case("KFold", {"n_splits": k})
    case("KFold", {"n_splits": k, "shuffle": True, "random_state": k})
    case("TimeSeriesSplit", {"n_splits": k})
for k in (2, 3, 5):
    case("StratifiedKFold", {"n_splits": k}, uses_y=True)
    case("StratifiedKFold", {"n_splits": k, "shuffle": True, "random_state": 40 + k}, uses_y=True)
    case("GroupKFold", {"n_splits": k}, uses_groups=True)
    case("GroupKFold", {"n_splits": k, "shuffle": True, "random_state": k}, uses_groups=True)
    case("StratifiedGroupKFold", {"n_splits": k}, uses_y=True, uses_groups=True)
    case("RepeatedKFold", {"n_splits": k, "n_repeats": 3, "random_state": k}, n=11)
    case("RepeatedStratifiedKFold", {"n_splits": k, "n_repeats": 2, "random_state": k}, uses_y=True)
case("TimeSeriesSplit", {"n_splits": 3, "gap": 2, "test_size": 4, "max_train_size": 5})
case("TimeSeriesSplit", {"n_splits": 2, "max_train_size": 3})
for seed in (0, 3):
    case("ShuffleSplit", {"n_splits": 3, "random_state": seed})
    case("ShuffleSplit", {"n_splits": 2, "test_size": 0.3, "train_size": 0.5, "random_state": seed})
    case("ShuffleSplit", {"n_splits": 2, "train_size": 7, "random_state": seed})
    case("StratifiedShuffleSplit", {"n_splits": 3, "test_size": 0.4, "random_state": seed}, uses_y=True)
    case("GroupShuffleSplit", {"n_splits": 3, "random_state": seed}, uses_groups=True)
    case("GroupShuffleSplit", {"n_splits": 2, "test_size": 0.5, "random_state": seed}, uses_groups=True)
case("LeaveOneOut", {}, n=5)
case("LeavePOut", {"p": 2}, n=5)
case("LeaveOneGroupOut", {}, uses_groups=True)
case("LeavePGroupsOut", {"n_groups": 2}, uses_groups=True)
case("PredefinedSplit", {"test_fold": [2, 0, -1, 0, 5, 2]}, n=6)

write("cross-validators", cases)
