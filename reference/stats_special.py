#!/usr/bin/env python3
"""Write packages/stats/fixtures/special.json: special functions of one number, by mpmath with 40 digits."""
import json
import math
import random
from pathlib import Path

import mpmath as mp

SEED = 20261121
mp.mp.dps = 40
choose = random.Random(SEED).sample
cases = {}


def add(name, arguments, f):
    """Keep the finite values that float64 holds with all its digits."""
    rows = []
    for a in arguments:
        value = float(f(*[mp.mpf(x) for x in a]))
        if math.isfinite(value) and (value == 0 or abs(value) > 1e-290):
            rows.append([list(a), value])
    cases[name] = rows


def root(f, low, high):
    """The root of a rising function by halving: sure, and fast enough."""
    low, high = mp.mpf(low), mp.mpf(high)
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if f(middle) < 0 else (low, middle)
    return low


def singles(numbers):
    return [(x,) for x in numbers]


xs = [-5.5, -2.3, -1, -0.7, -0.2, -1e-8, 1e-12, 0.1, 0.49, 0.9, 1, 1.3, 2.2, 3.7, 5.5, 7.99, 8.01, 12, 20, 26]
add("erf", singles(xs), mp.erf)
add("erfc", singles(xs), mp.erfc)
add("erfcx", singles(xs + [30, 100, 1e8]), lambda x: mp.exp(x * x) * mp.erfc(x))
add("erfinv", singles([-0.999, -0.5, -1e-9, 1e-12, 0.3, 0.84, 0.86, 1 - 1e-9]), lambda y: root(lambda x: mp.erf(x) - y, -8, 8))
add("erfcinv", singles([1e-280, 1e-20, 0.01, 0.7, 1.3, 1.99]), lambda y: root(lambda x: y - mp.erfc(x), -30, 30))
zs = [-37, -20, -8, -3, -1.1, -1, -0.5, 0, 0.3, 1, 3]
add("ndtr", singles(zs), mp.ncdf)
add("logNdtr", singles([-1000] + zs + [8, 20]), lambda x: mp.log(mp.ncdf(x)) if x < 5 else mp.log1p(-mp.ncdf(-x)))
add("ndtri", singles([1e-300, 1e-100, 1e-20, 1e-8, 0.001, 0.02, 0.07, 0.08, 0.3, 0.7, 0.93, 0.999]), lambda p: root(lambda x: mp.ncdf(x) - p, -40, 40))

gs = [1e-10, 1e-3, 0.1, 0.5, 0.99, 1.01, 1.4616, 1.5, 1.999, 2.001, 3.3, 7, 12.9, 13.1, 50, 171.5, 1e5, 1e9, -0.5, -3.3, -33.5, -40.7]
add("gammaln", singles(gs), lambda x: mp.re(mp.loggamma(x)))
add("gammaFunction", singles([x for x in gs if abs(x) < 100] + [1, 5, 20, 170]), mp.gamma)
add("digamma", singles(gs), mp.digamma)
add("polygamma", [(n, x) for n in (1, 2, 3) for x in (0.01, 0.5, 1, 3.3, 20, 1e4)], lambda n, x: mp.polygamma(int(n), x))
add("zeta", [(s, q) for s in (1.001, 1.5, 2, 3.7, 10, 40) for q in (0.1, 1, 2.5, 30)], mp.zeta)
sizes = [1e-6, 0.01, 0.3, 0.9, 1, 2, 3.5, 9.9, 10.1, 50, 1e3, 1e6]
add("betaln", [(a, b) for a in sizes for b in sizes], lambda a, b: mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b))
add("logChoose", [(5, 2), (49, 6), (1000, 500), (1e6, 3), (7, 7)], lambda n, k: mp.log(mp.binomial(n, k)))

pairs = []
for a in [1e-8, 1e-3, 0.1, 0.5, 0.9, 1, 1.5, 3, 10, 30, 99, 101, 300, 1e3]:
    pairs += [(a, a + k * math.sqrt(a)) for k in [-30, -8, -3, -1, -0.3, 0, 0.3, 1, 3, 8, 30] if a + k * math.sqrt(a) > 0]
    pairs += [(a, x) for x in [1e-20, 1e-5, 0.1, 0.5, 1, 1.2, 2, 10, 50]]
add("gammainc", pairs, lambda a, x: mp.gammainc(a, 0, x, regularized=True))
add("gammaincc", pairs, lambda a, x: mp.gammainc(a, x, mp.inf, regularized=True))

triples = []
for a in [1e-6, 0.01, 0.5, 1, 2.5, 10, 100, 1e3]:
    for b in [1e-6, 0.05, 0.5, 1, 3, 20, 150, 3e3]:
        m = a / (a + b)
        s = math.sqrt(m * (1 - m) / (a + b + 1))
        near = [m - 5 * s, m - s, m, m + s, m + 5 * s, m + 20 * s]
        far = [1e-30, 1e-6, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.999999]
        triples += [(a, b, x) for x in near + far if 0 < x < 1]
triples = choose(triples, 300)
add("betainc", triples, lambda a, b, x: mp.betainc(a, b, 0, x, regularized=True))
add("betaincc", triples, lambda a, b, x: mp.betainc(b, a, 0, 1 - x, regularized=True))

fixture = {"versions": {"mpmath": mp.__version__}, "digits": 40, "seed": SEED, "cases": cases}
path = Path(__file__).parent.parent / "packages/stats/fixtures/special.json"
path.write_text(json.dumps(fixture, separators=(",", ":"), ensure_ascii=False) + "\n")
print(sum(len(rows) for rows in cases.values()), "cases,", path.stat().st_size, "bytes")
