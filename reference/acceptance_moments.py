#!/usr/bin/env python3
"""Write packages/stats/fixtures/acceptance-moments.json: means, variances, standard deviations, covariances and
correlations of 40 tables, by NumPy."""
import json
from pathlib import Path

import numpy as np

SEED = 20261121
random = np.random.default_rng(SEED)
# Where the numbers lie and how far they spread: timestamps in seconds vary in their last digits only.
PLACES = [(0, 1), (250, 40), (-3, 0.01), (1.7e9, 3600), (0, 1e6)]


def case(k):
    n, d = 2 + k * 37 % 23, 2 + k % 3
    place, scale = PLACES[k % len(PLACES)]
    mixing = random.normal(size=(d, d))
    digits = 4 if scale < 100 else 1
    x = np.round(place + scale * random.normal(size=(n, d)) @ mixing, digits)
    out = {"x": x.tolist(), "mean": x.mean(0).tolist()}
    for ddof in (0, 1):
        out[f"var{ddof}"] = x.var(0, ddof=ddof).tolist()
        out[f"std{ddof}"] = x.std(0, ddof=ddof).tolist()
        out[f"cov{ddof}"] = np.cov(x, rowvar=False, ddof=ddof).tolist()
    return out | {"corr": np.corrcoef(x, rowvar=False).tolist()}


out = {"source": f"NumPy {np.__version__}", "seed": SEED, "cases": [case(k) for k in range(40)]}
path = Path(__file__).parent.parent / "packages/stats/fixtures/acceptance-moments.json"
path.write_text(json.dumps(out, separators=(",", ":")).replace('{"x"', '\n{"x"') + "\n")
