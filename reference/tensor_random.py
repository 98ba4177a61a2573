#!/usr/bin/env python3
"""Write packages/tensor/fixtures/random.json: distribution functions of SciPy, for tests of our random numbers.

A case is {name, options, mean, variance, x, cdf}: what `name` of @gradus/tensor draws with the options must follow.
For a discrete distribution x are integers. Run with a Python that has scipy.
"""
import json
from pathlib import Path

import numpy as np
import scipy
from scipy import stats

OUT = Path(__file__).parent.parent / "packages/tensor/fixtures/random.json"
cases = []


def case(name, options, distribution):
    discrete = hasattr(distribution.dist, "pmf")
    if discrete:
        x = np.unique(distribution.ppf(np.linspace(0.001, 0.999, 60)).astype(int))
    else:
        x = distribution.ppf(np.linspace(0.002, 0.998, 100))
    mean, variance = distribution.stats("mv")
    cases.append(
        {"name": name, "options": options, "mean": float(mean), "variance": float(variance), "x": x.tolist(), "cdf": distribution.cdf(x).tolist()}
    )


case("rand", {}, stats.uniform())
case("uniform", {"low": -2, "high": 3}, stats.uniform(-2, 5))
case("randn", {}, stats.norm())
case("normal", {"mean": 3, "std": 0.5}, stats.norm(3, 0.5))
case("exponential", {"scale": 2}, stats.expon(scale=2))
case("laplace", {"loc": 1, "scale": 0.7}, stats.laplace(1, 0.7))
case("gumbel", {"loc": -1, "scale": 2}, stats.gumbel_r(-1, 2))
for alpha in (0.1, 0.8, 1, 2.5, 40):
    case("gamma", {"alpha": alpha, "scale": 1.5}, stats.gamma(alpha, scale=1.5))
for a, b in ((0.3, 0.4), (1, 1), (2, 5), (30, 0.7)):
    case("beta", {"alpha": a, "beta": b}, stats.beta(a, b))
for low, high in ((-2, 2), (0.4, 0.9), (-0.5, 4), (3, 5), (-9, -6), (1, 20), (-0.2, 0.3)):
    case("truncatedNormal", {"low": low, "high": high}, stats.truncnorm(low, high))
case("truncatedNormal", {"mean": 5, "std": 2, "low": 4, "high": 9}, stats.truncnorm(-0.5, 2, loc=5, scale=2))
case("randint", {"low": -3, "high": 8}, stats.randint(-3, 8))
case("bernoulli", {"p": 0.3, "dtype": "float64"}, stats.bernoulli(0.3))
for rate in (0.2, 3, 9.9, 10, 35, 2000):
    case("poisson", {"rate": rate}, stats.poisson(rate))
for n, p in ((1, 0.5), (8, 0.2), (20, 0.9), (100, 0.3), (1000, 0.02), (5000, 0.77)):
    case("binomial", {"n": n, "p": p}, stats.binom(n, p))

OUT.write_text(json.dumps({"source": f"scipy {scipy.__version__}", "cases": cases}, separators=(",", ":")) + "\n")
print(len(cases), "distributions", OUT.stat().st_size)
