#!/usr/bin/env python3
"""Write packages/stats/fixtures/acceptance-distributions-{pdf,cdf,ppf}.json: densities, distribution functions and
quantiles of 22 distributions at 1,000 places each, by scipy.stats. The values are 8,000 bytes in base64.

Continuous grids reach from the quantile of 1e-7 to that of 1 − 1e-7 in equal steps, low + (high − low)·i/999, discrete
ones are 1,000 whole numbers. Probabilities are 2⁻ᵏ and 1 − 2⁻ᵏ for k from 11 to 40, and i/941 between."""
import base64
import json
from pathlib import Path

import numpy as np
import scipy
from scipy import stats

NAMES = {"weibullMin": "weibull_min", "gumbelR": "gumbel_r", "gumbelL": "gumbel_l"}
CONTINUOUS = {
    "norm": {"loc": 100, "scale": 15},
    "lognorm": {"s": 0.5, "scale": 20},
    "uniform": {"loc": -1, "scale": 3},
    "expon": {"scale": 50},
    "gamma": {"a": 2.5, "scale": 2},
    "beta": {"a": 2, "b": 5},
    "chi2": {"df": 7},
    "t": {"df": 5},
    "f": {"dfn": 4, "dfd": 20},
    "cauchy": {"loc": 1, "scale": 2},
    "laplace": {"loc": -4, "scale": 3},
    "logistic": {"loc": 10, "scale": 0.5},
    "weibullMin": {"c": 1.7, "scale": 40},
    "pareto": {"b": 4.5, "scale": 10},
    "rayleigh": {"scale": 12},
    "gumbelR": {"loc": 100, "scale": 25},
    "triang": {"c": 0.2, "loc": 2, "scale": 5},
}
DISCRETE = {
    "binom": ({"n": 2000, "p": 0.25}, 0),
    "poisson": ({"mu": 480}, 0),
    "geom": ({"p": 0.01}, 1),
    "nbinom": ({"n": 7.5, "p": 0.02}, 0),
    "hypergeom": ({"M": 5000, "n": 1800, "N": 1200}, 0),
}
TAIL = 2.0 ** -np.arange(40, 10, -1)
P = np.concatenate([TAIL, np.arange(1, 941) / 941, 1 - TAIL[::-1]])
assert len(P) == 1000


def packed(values):
    values = np.asarray(values, dtype="<f8")
    assert values.shape == (1000,) and np.isfinite(values).all()
    return base64.b64encode(values.tobytes()).decode()


files = {"pdf": [], "cdf": [], "ppf": []}
for name, parameters in CONTINUOUS.items():
    d = getattr(stats, NAMES.get(name, name))(**parameters)
    low, high = np.round(d.ppf(1e-7), 6), np.round(d.isf(1e-7), 6)
    x = low + (high - low) * np.arange(1000) / 999
    common = {"name": name, "parameters": parameters, "grid": [float(low), float(high)]}
    files["pdf"].append(common | {"values": packed(d.pdf(x))})
    files["cdf"].append(common | {"values": packed(d.cdf(x))})
    files["ppf"].append(common | {"values": packed(d.ppf(P))})
for name, (parameters, first) in DISCRETE.items():
    d = getattr(stats, name)(**parameters)
    x = first + np.arange(1000)
    common = {"name": name, "parameters": parameters, "grid": [first, first + 999]}
    files["pdf"].append(common | {"values": packed(d.pmf(x))})
    files["cdf"].append(common | {"values": packed(d.cdf(x))})
    files["ppf"].append(common | {"values": packed(d.ppf(P))})

for method, cases in files.items():
    out = {"source": f"SciPy {scipy.__version__}", "cases": cases}
    path = Path(__file__).parent.parent / f"packages/stats/fixtures/acceptance-distributions-{method}.json"
    path.write_text(json.dumps(out, separators=(",", ":")).replace('{"name"', '\n{"name"') + "\n")
