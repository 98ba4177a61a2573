#!/usr/bin/env python3
"""Write packages/stats/fixtures/covariance.json: covariances, correlations, weighted moments and quantiles by NumPy and statsmodels."""
import json
from pathlib import Path

import numpy as np
import statsmodels
from statsmodels.stats.weightstats import DescrStatsW

SEED = 20261122
random = np.random.default_rng(SEED)
METHODS = {
    "invertedCdf": "inverted_cdf", "averagedInvertedCdf": "averaged_inverted_cdf", "closestObservation": "closest_observation",
    "interpolatedInvertedCdf": "interpolated_inverted_cdf", "hazen": "hazen", "weibull": "weibull", "linear": "linear",
    "medianUnbiased": "median_unbiased", "normalUnbiased": "normal_unbiased", "lower": "lower", "higher": "higher",
    "midpoint": "midpoint", "nearest": "nearest",
}
covariances = []
for n, k, shift in ((6, 2, 0), (12, 4, 0), (9, 3, 1e6), (5, 1, 3)):
    X = np.round(random.normal(shift, 2, (n, k)), 3)
    f = random.integers(0, 4, n)
    a = np.round(random.random(n) + 0.01, 3)
    for weighted, ddof in ((w, d) for w in ("", "f", "a", "fa") for d in (0, 1)):
        fw, aw = (f if "f" in weighted else None), (a if "a" in weighted else None)
        C = np.atleast_2d(np.cov(X, rowvar=False, ddof=ddof, fweights=fw, aweights=aw))
        d = np.sqrt(np.diag(C))
        covariances.append({
            "X": X.tolist(), "ddof": ddof,
            "frequencyWeights": None if fw is None else fw.tolist(), "weights": None if aw is None else aw.tolist(),
            "covariance": C.tolist(), "correlation": np.clip(C / np.outer(d, d), -1, 1).tolist(),
        })
weighted = []
for n in (4, 9, 20):
    x = np.round(random.normal(5, 2, n), 2)
    w = np.round(random.random(n) * 3, 2)
    w[1] = 0
    d = DescrStatsW(x, w)
    shares = [0, 0.1, 0.5, 0.77, 1]
    weighted.append({
        "x": x.tolist(), "w": w.tolist(), "mean": float(np.average(x, weights=w)), "variance": float(d.var),
        "variance1": float(d.var_ddof(1)), "shares": shares,
        "quantiles": np.quantile(x, shares, method="inverted_cdf", weights=w).tolist(),
    })
quantiles = []
for x in (np.round(random.normal(0, 1, 11), 3), np.round(random.lognormal(0, 1, 24), 3), np.array([3.0]), np.array([2.0, 1.0])):
    shares = [0, 0.05, 0.25, 0.4, 0.5, 0.75, 0.875, 1]
    quantiles.append({"x": x.tolist(), "shares": shares, "methods": {ours: np.quantile(x, shares, method=theirs).tolist() for ours, theirs in METHODS.items()}})
fixture = {
    "versions": {"numpy": np.__version__, "statsmodels": statsmodels.__version__}, "seed": SEED,
    "covariances": covariances, "weighted": weighted, "quantiles": quantiles,
}
path = Path(__file__).parent.parent / "packages/stats/fixtures/covariance.json"
path.write_text(json.dumps(fixture, separators=(",", ":")) + "\n")
print(len(covariances), len(weighted), len(quantiles) * len(METHODS), path.stat().st_size)
