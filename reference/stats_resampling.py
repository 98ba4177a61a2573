#!/usr/bin/env python3
"""Write packages/stats/fixtures/resampling.json: intervals of given bootstrap distributions and exact permutation tests by scipy.stats, jackknife by astropy."""
import json
from pathlib import Path
from types import SimpleNamespace

import astropy
import numpy as np
import scipy
from astropy.stats import jackknife_stats
from scipy import stats

SEED = 20261123
random = np.random.default_rng(SEED)
draw = lambda n, shift=0: np.round(random.gamma(3, 2, n) + shift, 2)
mean = lambda x, axis=-1: np.mean(x, axis=axis)
STATISTICS = {
    "mean": mean,
    "median": lambda x, axis=-1: np.median(x, axis=axis),
    "std": lambda x, axis=-1: np.std(x, axis=axis, ddof=1),
    "difference": lambda x, y, axis=-1: mean(x, axis) - mean(y, axis),
    "ratio": lambda x, y, axis=-1: mean(x, axis) / mean(y, axis),
    "spread": lambda x, y, z, axis=-1: np.var([mean(x, axis), mean(y, axis), mean(z, axis)], axis=0),
    "products": lambda x, y, axis=-1: np.sum(x * y, axis=axis),
}
finite = lambda v: None if np.isinf(v) else float(v)
intervals = []
for name, sizes, paired in (("mean", (12,), False), ("median", (9,), False), ("std", (20,), False), ("difference", (8, 11), False), ("ratio", (10, 10), True), ("spread", (5, 7, 6), False)):
    data = [draw(n, j) for j, n in enumerate(sizes)]
    statistic = STATISTICS[name]
    given = stats.bootstrap(data, statistic, paired=paired, n_resamples=99, rng=np.random.default_rng(7)).bootstrap_distribution
    distribution = [float(v) for v in given]
    for method in ("percentile", "basic", "BCa"):
        for alternative, level in (("two-sided", 0.9), ("less", 0.95), ("greater", 0.8)):
            r = stats.bootstrap(data, statistic, paired=paired, n_resamples=0, method=method, alternative=alternative, confidence_level=level,
                                bootstrap_result=SimpleNamespace(bootstrap_distribution=np.array(distribution)))
            intervals.append({
                "statistic": name, "data": [d.tolist() for d in data], "paired": paired, "distribution": distribution, "method": method.lower(),
                "alternative": alternative, "confidenceLevel": level, "interval": [finite(v) for v in r.confidence_interval], "standardError": float(r.standard_error),
            })
permutations = []
for kind, name, sizes in (("independent", "difference", (4, 5)), ("independent", "spread", (3, 2, 3)), ("samples", "difference", (6, 6)), ("samples", "mean", (7,)), ("samples", "spread", (4, 4, 4)), ("pairings", "products", (4, 4)), ("independent", "ratio", (3, 3))):
    for alternative in ("two-sided", "less", "greater"):
        data = [draw(n, j) - (5 if kind == "samples" and len(sizes) == 1 else 0) for j, n in enumerate(sizes)]
        r = stats.permutation_test(data, STATISTICS[name], permutation_type=kind, n_resamples=np.inf, alternative=alternative)
        permutations.append({
            "permutationType": kind, "statistic": name, "data": [d.tolist() for d in data], "alternative": alternative,
            "observed": float(r.statistic), "pvalue": float(r.pvalue), "count": len(r.null_distribution), "sum": float(np.sum(r.null_distribution**2)),
        })
jackknives = []
for name, n in (("mean", 8), ("std", 15), ("median", 9)):
    x = draw(n)
    estimate, bias, error, interval = jackknife_stats(x, STATISTICS[name], 0.9)
    jackknives.append({"statistic": name, "x": x.tolist(), "estimate": float(estimate), "bias": float(bias), "standardError": float(error), "interval": interval.tolist()})
# What random methods must come near: many resamples by SciPy.
x = draw(30)
many = stats.bootstrap((x,), STATISTICS["std"], n_resamples=100000, rng=np.random.default_rng(1))
a, b = draw(12), draw(14, 1)
test = stats.permutation_test((a, b), STATISTICS["difference"], n_resamples=200000, rng=np.random.default_rng(1))
fixture = {
    "versions": {"scipy": scipy.__version__, "numpy": np.__version__, "astropy": astropy.__version__}, "seed": SEED,
    "intervals": intervals, "permutations": permutations, "jackknives": jackknives,
    "many": {"x": x.tolist(), "interval": [float(v) for v in many.confidence_interval], "standardError": float(many.standard_error), "a": a.tolist(), "b": b.tolist(), "pvalue": float(test.pvalue)},
}
path = Path(__file__).parent.parent / "packages/stats/fixtures/resampling.json"
path.write_text(json.dumps(fixture, separators=(",", ":")) + "\n")
print(len(intervals), len(permutations), len(jackknives), path.stat().st_size)
