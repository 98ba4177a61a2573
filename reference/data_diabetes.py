"""Writes scikit-learn's diabetes table, in its original units, as CSV:

    python reference/data_diabetes.py | gzip -9n > packages/data/datasets/diabetes.csv.gz

Made with scikit-learn 1.9.1 (BSD-3-Clause).
"""

import sys

from sklearn.datasets import load_diabetes

table = load_diabetes(scaled=False)
assert table.data.shape == (442, 10)
out = sys.stdout
out.write(",".join([*table.feature_names, "progression"]) + "\n")
for features, target in zip(table.data, table.target):
    out.write(",".join(f"{value:.15g}" for value in [*features, target]) + "\n")
