#!/usr/bin/env python3
"""Write packages/stats/fixtures/multivariate.json: multivariate distributions, the studentized range and Tukey's test by scipy.stats."""
import json
from pathlib import Path

import numpy as np
import scipy
from scipy import stats

SEED = 20261124
random = np.random.default_rng(SEED)
normals, dirichlets, multinomials, tukeys, ranges = [], [], [], [], []
for d in (1, 2, 3, 5):
    A = random.normal(size=(d, d))
    mean, cov = np.round(random.normal(size=d), 2), np.round(A @ A.T + 0.3 * np.eye(d), 3)
    X = np.round(random.normal(size=(8, d)) * 2, 2)
    of = stats.multivariate_normal(mean, cov)
    fitted = stats.multivariate_normal.fit(X)
    normals.append({
        "mean": mean.tolist(), "cov": cov.tolist(), "X": X.tolist(), "logpdf": np.atleast_1d(of.logpdf(X)).tolist(), "pdf": np.atleast_1d(of.pdf(X)).tolist(),
        "entropy": float(of.entropy()), "fitMean": np.atleast_1d(fitted[0]).tolist(), "fitCov": np.atleast_2d(fitted[1]).tolist(),
    })
for alpha in ([2.0, 3, 5], [0.4, 0.7, 1, 2.5], [1, 1], [40, 100, 0.5]):
    X = np.round(random.dirichlet(np.array(alpha) + 1, 5), 3)
    X[:, -1] = 1 - X[:, :-1].sum(axis=1)
    of = stats.dirichlet(alpha)
    dirichlets.append({"alpha": alpha, "X": X.tolist(), "logpdf": [float(of.logpdf(x)) for x in X], "mean": of.mean().tolist(), "cov": of.cov().tolist(), "entropy": float(of.entropy())})
for n, p in ((6, [0.5, 0.3, 0.2]), (100, [0.1, 0.2, 0.3, 0.4]), (3, [1.0, 0.0]), (0, [0.4, 0.6])):
    X = random.multinomial(n, p, 5)
    of = stats.multinomial(n, p)
    multinomials.append({"n": n, "p": p, "X": X.tolist(), "logpmf": of.logpmf(X).tolist(), "mean": (n * np.array(p)).tolist(), "cov": of.cov().tolist()})
for sizes in ((5, 5, 5), (4, 7), (6, 3, 8, 5)):
    groups = [np.round(random.normal(j * 0.9, 1, n), 2) for j, n in enumerate(sizes)]
    r = stats.tukey_hsd(*groups)
    c = r.confidence_interval(0.9)
    pairs = [(i, j) for i in range(len(sizes)) for j in range(i + 1, len(sizes))]
    tukeys.append({"groups": [g.tolist() for g in groups], "pairs": [{"groups": [i, j], "difference": float(r.statistic[i, j]), "pvalue": float(r.pvalue[i, j]), "interval": [float(c.low[i, j]), float(c.high[i, j])]} for i, j in pairs]})
for q, k, df in ((0.5, 2, 3), (2.0, 3, 10), (3.5, 3, 10), (4.2, 5, 24), (6.0, 10, 8), (3.3, 4, 120)):
    ranges.append({"q": q, "k": k, "df": df, "cdf": float(stats.studentized_range.cdf(q, k, df)), "sf": float(stats.studentized_range.sf(q, k, df))})
quantiles = [{"p": 0.95, "k": 4, "df": 20, "x": float(stats.studentized_range.ppf(0.95, 4, 20))}]
fixture = {"versions": {"scipy": scipy.__version__, "numpy": np.__version__}, "seed": SEED, "normals": normals, "dirichlets": dirichlets, "multinomials": multinomials, "tukeys": tukeys, "ranges": ranges, "quantiles": quantiles}
path = Path(__file__).parent.parent / "packages/stats/fixtures/multivariate.json"
text = json.dumps(fixture, separators=(",", ":")).replace("-Infinity", "null")
path.write_text(text + "\n")
print(path.stat().st_size)
