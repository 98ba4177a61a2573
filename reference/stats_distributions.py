#!/usr/bin/env python3
"""Write packages/stats/fixtures/distributions.json: densities, distribution functions, quantiles and moments of every
distribution for several sets of parameters, and fits, by scipy.stats. Where SciPy takes a difference of near numbers or
a search to 1e-8, the tails are mpmath's: such cases are marked as exact."""
import json
import math
from pathlib import Path

import mpmath as mp
import numpy as np
import scipy
from scipy import stats

SEED = 20261121
random = np.random.default_rng(SEED)
PROBABILITIES = [1e-10, 1e-4, 0.02, 0.25, 0.5, 0.75, 0.98]
TAILS = [1e-4, 1e-10]
MOVED = {"loc": 2.5, "scale": 0.7}
NAMES = {"weibullMin": "weibull_min", "gumbelR": "gumbel_r", "gumbelL": "gumbel_l", "studentizedRange": "studentized_range"}

continuous = {
    "norm": [{}, MOVED, {"loc": -3, "scale": 100}, {"scale": 1e-3}],
    "lognorm": [{"s": 0.25}, {"s": 1}, {"s": 0.5, "scale": 20}, {"s": 0.9, **MOVED}],
    "uniform": [{}, MOVED, {"loc": -1, "scale": 2}, {"scale": 1e6}],
    "expon": [{}, MOVED, {"scale": 50}, {"loc": -1}],
    "gamma": [{"a": 0.3}, {"a": 1}, {"a": 7.5, **MOVED}, {"a": 250, "scale": 0.01}],
    "beta": [{"a": 0.5, "b": 0.5}, {"a": 2, "b": 5}, {"a": 80, "b": 3}, {"a": 1, "b": 1.5, **MOVED}],
    "chi2": [{"df": 1}, {"df": 2}, {"df": 7.5}, {"df": 120, **MOVED}],
    "chi": [{"df": 1}, {"df": 3}, {"df": 8.5, **MOVED}, {"df": 40}],
    "invgamma": [{"a": 4.5}, {"a": 12, "scale": 30}, {"a": 5, **MOVED}],
    "t": [{"df": 4.5}, {"df": 5}, {"df": 30, **MOVED}, {"df": 1000}],
    "f": [{"dfn": 1, "dfd": 10}, {"dfn": 4, "dfd": 20}, {"dfn": 30, "dfd": 9, **MOVED}, {"dfn": 2.5, "dfd": 200}],
    "cauchy": [{}, MOVED, {"scale": 10}, {"loc": -1e3}],
    "laplace": [{}, MOVED, {"loc": -4, "scale": 3}],
    "logistic": [{}, MOVED, {"loc": 10, "scale": 0.1}],
    "weibullMin": [{"c": 0.8}, {"c": 1}, {"c": 2.5, **MOVED}, {"c": 10, "scale": 40}],
    "pareto": [{"b": 4.5}, {"b": 6, **MOVED}, {"b": 8, "scale": 1000}, {"b": 30}],
    "rayleigh": [{}, MOVED, {"scale": 12}],
    "maxwell": [{}, MOVED, {"scale": 12}],
    "halfnorm": [{}, MOVED, {"scale": 12}],
    "triang": [{"c": 0.5}, {"c": 0}, {"c": 1}, {"c": 0.2, **MOVED}],
    "gumbelR": [{}, MOVED, {"loc": 100, "scale": 25}],
    "gumbelL": [{}, MOVED, {"loc": 100, "scale": 25}],
    "loguniform": [{"a": 0.01, "b": 100}, {"a": 2, "b": 3}, {"a": 1, "b": 50, **MOVED}],
    "vonmises": [{"kappa": 0.5}, {"kappa": 3}, {"kappa": 30}, {"kappa": 3, "loc": 1}],
    "skewnorm": [{"a": 0}, {"a": 4}, {"a": -1.5, **MOVED}],
    "truncnorm": [{"a": -1, "b": 2}, {"a": 0, "b": math.inf}, {"a": 3, "b": 5, **MOVED}, {"a": -8, "b": -4}],
    "studentizedRange": [{"k": 3, "df": 10}, {"k": 5, "df": 27}, {"k": 10, "df": 60}],
}
discrete = {
    "bernoulli": [{"p": 0.3}, {"p": 0.5, "loc": 2}, {"p": 0.99}, {"p": 0.02}],
    "binom": [{"n": 10, "p": 0.5}, {"n": 1, "p": 0.2}, {"n": 200, "p": 0.03, "loc": -5}, {"n": 5000, "p": 0.7}],
    "poisson": [{"mu": 0.4}, {"mu": 3}, {"mu": 60, "loc": 7}, {"mu": 2500}],
    "geom": [{"p": 0.9}, {"p": 0.25}, {"p": 0.01, "loc": -1}],
    "nbinom": [{"n": 1, "p": 0.4}, {"n": 3, "p": 0.25}, {"n": 7.5, "p": 0.05, "loc": 3}],
    "hypergeom": [{"M": 49, "n": 6, "N": 6}, {"M": 20, "n": 7, "N": 12}, {"M": 1000, "n": 300, "N": 120, "loc": 1}],
    "randint": [{"low": 1, "high": 7}, {"low": -10, "high": 90}, {"low": 0, "high": 2, "loc": 5}],
    "zipf": [{"a": 5.5}, {"a": 7}, {"a": 6, "loc": 10}, {"a": 12}],
}


def listed(values):
    return [None if not math.isfinite(v) else float(v) for v in np.atleast_1d(values)]


def moments(frozen):
    mean, variance, skewness, kurtosis = frozen.stats("mvsk")
    return listed([mean, variance, skewness, kurtosis])


def parameters(p):
    return {k: ("inf" if v == math.inf else v) for k, v in p.items()}




def skew(a):
    return lambda z: 2 * mp.npdf(z) * mp.ncdf(a * z)


def angle(kappa):
    return lambda z: mp.exp(kappa * mp.cos(z)) / (2 * mp.pi * mp.besseli(0, kappa))


def cut(a, b):
    total = mp.ncdf(-a) - mp.ncdf(-b)
    return lambda z: ((mp.ncdf(z) - mp.ncdf(a)) / total, (mp.ncdf(-z) - mp.ncdf(-b)) / total)


def around(pdf, low, high):
    """Both tails by quadrature in panels."""
    def between(a, b):
        panels = [a, *[x for x in (-20, -10, -5, -2, -1, 0, 1, 2, 5, 10, 20) if a < x < b], b]
        return mp.quad(pdf, panels)
    return lambda z: (between(low, z), between(z, high))


EXACT = {
    "halfnorm": lambda: lambda z: (mp.erf(z / mp.sqrt(2)), mp.erfc(z / mp.sqrt(2))),
    "loguniform": lambda a, b: lambda z: (mp.log(z / a) / mp.log(b / a), mp.log(b / z) / mp.log(b / a)),
    "pareto": lambda b: lambda z: (1 - z**-b, z**-b),
    "truncnorm": cut,
    "skewnorm": lambda a: around(skew(a), mp.mpf(-40), mp.mpf(40)),
    "vonmises": lambda kappa: around(angle(kappa), -mp.pi, mp.pi),
    "zipf": lambda a: lambda z: (1 - mp.zeta(a, z + 1) / mp.zeta(a), mp.zeta(a, z + 1) / mp.zeta(a)),
}


def correct(case, p):
    """Put mpmath's tails in place of SciPy's, and the moments of angles, which SciPy integrates roughly."""
    if case["name"] not in EXACT:
        return
    mp.mp.dps = 50 if case["name"] != "skewnorm" else 30
    shapes = {k: mp.mpf(v) for k, v in p.items() if k not in ("loc", "scale")}
    tails = EXACT[case["name"]](**shapes)
    loc, scale = mp.mpf(p.get("loc", 0)), mp.mpf(p.get("scale", 1))
    pairs = [tails((mp.mpf(x) - loc) / scale) for x in case["x"]]
    case["exact"] = True
    case["cdf"] = [float(a) for a, _ in pairs]
    case["sf"] = [float(b) for _, b in pairs]
    if case["name"] == "vonmises":
        pdf = angle(shapes["kappa"])
        second, fourth = [2 * mp.quad(lambda z: z**k * pdf(z), [0, 1, 2, mp.pi]) for k in (2, 4)]
        case["moments"] = [p.get("loc", 0.0), float(second), 0.0, float(fourth / second**2 - 3)]


cases = []
for name, sets in continuous.items():
    slow = name == "studentizedRange"
    for p in sets:
        d = getattr(stats, NAMES.get(name, name))(**p)
        x = listed(d.ppf([0.02, 0.5, 0.95] if slow else PROBABILITIES))
        if not slow:
            x += listed(d.isf(TAILS))
        case = {"name": name, "parameters": parameters(p), "x": x}
        for method in ["pdf", "cdf", "sf"] if slow else ["pdf", "logpdf", "cdf", "sf"]:
            case[method] = listed(getattr(d, method)(x))
        if not slow:
            case |= {"moments": moments(d), "entropy": listed(d.entropy())[0], "interval": listed(d.interval(0.9))}
        correct(case, p)
        cases.append(case)
for name, sets in discrete.items():
    for p in sets:
        d = getattr(stats, name)(**p)
        x = sorted({float(v) for v in [*d.ppf([1e-6, 0.02, 0.25, 0.5, 0.75, 0.98]), d.isf(1e-6)]})
        case = {"name": name, "parameters": parameters(p), "x": x}
        for method in ["pmf", "logpmf", "cdf", "sf"]:
            case[method] = listed(getattr(d, method)(x))
        case["p"] = [1e-6, 0.03, 0.2, 0.45, 0.8, 0.97, 0.9999]
        case["ppf"] = listed(d.ppf(case["p"]))
        case |= {"moments": moments(d), "entropy": listed(d.entropy())[0], "interval": listed(d.interval(0.9))}
        correct(case, p)
        cases.append(case)

fits = []
held = {"floc": 0}
for name, p, fixed in [
    ("norm", {"loc": 3, "scale": 2}, {}),
    ("lognorm", {"s": 0.6, "scale": 4}, held),
    ("uniform", {"loc": 1, "scale": 5}, {}),
    ("expon", {"loc": 1, "scale": 3}, {}),
    ("gamma", {"a": 2.5, "scale": 2}, held),
    ("beta", {"a": 2, "b": 3.5}, {"floc": 0, "fscale": 1}),
    ("chi2", {"df": 6}, {"floc": 0, "fscale": 1}),
    ("invgamma", {"a": 3, "scale": 2}, held),
    ("t", {"df": 4, "loc": 1, "scale": 2}, {}),
    ("cauchy", {"loc": -1, "scale": 2}, {}),
    ("laplace", {"loc": 2, "scale": 1.5}, {}),
    ("logistic", {"loc": 2, "scale": 1.5}, {}),
    ("weibullMin", {"c": 1.7, "scale": 3}, held),
    ("pareto", {"b": 3, "scale": 2}, held),
    ("rayleigh", {"scale": 2}, held),
    ("maxwell", {"scale": 2}, held),
    ("halfnorm", {"scale": 2}, held),
    ("gumbelR", {"loc": 5, "scale": 2}, {}),
    ("gumbelL", {"loc": 5, "scale": 2}, {}),
    ("vonmises", {"kappa": 3, "loc": 0.5}, {"fscale": 1}),
    ("skewnorm", {"a": 3, "loc": 1, "scale": 2}, {}),
]:
    family = getattr(stats, NAMES.get(name, name))
    data = np.round(family(**p).rvs(size=60, random_state=random), 3)
    found = family.fit(data, **fixed)
    names = [*(family.shapes or "").replace(" ", "").split(","), "loc", "scale"]
    names = [n for n in names if n]
    fits.append({
        "name": name,
        "data": data.tolist(),
        "parameters": dict(zip(names, map(float, found))),
        "logLikelihood": float(family.logpdf(data, *found).sum()),
    })

fixture = {
    "versions": {"scipy": scipy.__version__, "mpmath": mp.__version__, "numpy": np.__version__},
    "seed": SEED,
    "cases": cases,
    "fits": fits,
}
path = Path(__file__).parent.parent / "packages/stats/fixtures/distributions.json"
path.write_text(json.dumps(fixture, separators=(",", ":")) + "\n")
print(len(cases), "cases,", len(fits), "fits,", path.stat().st_size, "bytes")
