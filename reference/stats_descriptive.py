#!/usr/bin/env python3
"""Write packages/stats/fixtures/descriptive.json: descriptive statistics of five samples by scipy.stats."""
import json
from pathlib import Path

import numpy as np
import scipy
from scipy import stats

SEED = 20261121
random = np.random.default_rng(SEED)
samples = [
    np.round(random.lognormal(0, 1, 25), 3),
    np.round(random.gamma(3, 2, 40), 2),
    random.integers(1, 9, 30).astype(float),
    1e6 + np.round(random.random(12), 3),
    np.array([1.0, 2.0, 3.0, 4.0]),
]
cases = []
for x in samples:
    d = stats.describe(x, bias=False)
    cases.append({
        "x": x.tolist(),
        "describe": [float(d.minmax[0]), float(d.minmax[1]), float(d.mean), float(d.variance), float(d.skewness), float(d.kurtosis)],
        "skew": float(stats.skew(x)),
        "kurtosis": float(stats.kurtosis(x)),
        "gmean": float(stats.gmean(x)),
        "hmean": float(stats.hmean(x)),
        "trimMean": float(stats.trim_mean(x, 0.1)),
        "median": float(np.median(x)),
        "mode": [float(v) for v in stats.mode(x)],
        "iqr": float(stats.iqr(x)),
        "medianAbsDeviation": float(stats.median_abs_deviation(x)),
        "zscore": stats.zscore(x, ddof=1).tolist(),
    })
fixture = {"versions": {"scipy": scipy.__version__, "numpy": np.__version__}, "seed": SEED, "cases": cases}
path = Path(__file__).parent.parent / "packages/stats/fixtures/descriptive.json"
path.write_text(json.dumps(fixture, separators=(",", ":")) + "\n")
