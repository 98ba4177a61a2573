#!/usr/bin/env python3
"""Write packages/plot/fixtures/statistics.json: the numbers behind charts, by SciPy, Matplotlib, statsmodels and seaborn."""
import json
from pathlib import Path

import matplotlib
import numpy as np
import scipy
import scipy.stats
import seaborn
import seaborn._statistics
import statsmodels
import statsmodels.api as sm
from contourpy import contour_generator
from contourpy import __version__ as contourpy_version
from matplotlib import cbook
from scipy.cluster import hierarchy

SEED = 20261121
random = np.random.default_rng(SEED)
samples = {
    "normal": random.normal(10, 3, 40),
    "skewed": random.lognormal(0, 1, 75),
    "few": np.array([1.0, 2.0, 4.0]),
    "tied": random.integers(0, 5, 30).astype(float),
    "bimodal": np.concatenate([random.normal(-2, 0.5, 25), random.normal(3, 1, 35)]),
    "far": np.array([1.0, 2, 3, 4, 5, 6, 7, 8, 50, -40]),
}
samples = {name: np.round(values, 6) for name, values in samples.items()}


def numbers(values):
    return [float(value) for value in np.asarray(values).ravel()]


def kde():
    for name, values in samples.items():
        for bandwidth in ("scott", "silverman"):
            estimate = seaborn._statistics.KDE(bw_method=bandwidth, gridsize=200, cut=3)
            density, x = estimate(values)
            at = slice(None, None, 20)
            h = np.sqrt(scipy.stats.gaussian_kde(values, bandwidth).covariance[0, 0])
            yield {"name": f"{name} {bandwidth}", "values": numbers(values), "bandwidth": bandwidth, "h": float(h), "x": numbers(x[at]), "density": numbers(density[at])}


def boxes():
    for name, values in samples.items():
        (b,) = cbook.boxplot_stats(values, whis=1.5)
        yield {"name": name, "values": numbers(values), "q1": float(b["q1"]), "median": float(b["med"]), "q3": float(b["q3"]), "whiskers": [float(b["whislo"]), float(b["whishi"])], "outliers": sorted(numbers(b["fliers"]))}


def lines():
    for name, n, confidence in (("small", 5, 0.95), ("middle", 30, 0.9), ("large", 200, 0.99), ("three", 3, 0.95), ("wide", 60, 0.68)):
        x = np.round(random.uniform(-3, 12, n), 6)
        y = np.round(2 - 0.7 * x + random.normal(0, 1.5, n), 6)
        fit = sm.OLS(y, sm.add_constant(x)).fit()
        at = np.linspace(-5, 15, 5)
        band = fit.get_prediction(sm.add_constant(at)).conf_int(alpha=1 - confidence)
        yield {"name": name, "x": numbers(x), "y": numbers(y), "confidence": confidence, "intercept": float(fit.params[0]), "slope": float(fit.params[1]), "r2": float(fit.rsquared), "at": numbers(at), "low": numbers(band[:, 0]), "high": numbers(band[:, 1])}


def t():
    for p in (0.5, 0.68, 0.9, 0.95, 0.99, 0.999):
        for nu in (1, 2, 5, 30, 1000):
            yield {"p": p, "nu": nu, "t": float(scipy.stats.t.ppf(0.5 + p / 2, nu))}


def contours():
    """The area above a level, from the polygons that Matplotlib's contour generator finds."""
    x, y = np.linspace(-3, 3, 21), np.linspace(-2, 2, 15)
    fields = {
        "hill": np.exp(-x[None, :] ** 2 / 2 - y[:, None] ** 2),
        "saddle": x[None, :] * y[:, None],
        "two hills": np.exp(-((x[None, :] - 1.5) ** 2) - y[:, None] ** 2) + np.exp(-((x[None, :] + 1.5) ** 2) - y[:, None] ** 2),
    }
    for name, z in fields.items():
        z = np.round(z, 6)
        for level in (0.21, 0.43, 0.77):
            polygons, offsets = contour_generator(x, y, z, fill_type="OuterOffset").filled(level, 1e9)
            area = 0.0
            for points, starts in zip(polygons, offsets):
                for a, b in zip(starts[:-1], starts[1:]):
                    px, py = points[a:b].T
                    area += 0.5 * float(np.sum(px * np.roll(py, -1) - py * np.roll(px, -1)))
            yield {"name": f"{name} above {level}", "x": numbers(x), "y": numbers(y), "z": numbers(z), "level": level, "area": area}


def dendrograms():
    for name, n, method in (("average", 8, "average"), ("ward", 12, "ward"), ("single", 9, "single")):
        points = np.round(random.normal(0, 1, (n, 2)), 6)
        linkage = hierarchy.linkage(points, method)
        drawn = hierarchy.dendrogram(linkage, no_plot=True, color_threshold=0)
        yield {"name": name, "linkage": [numbers(row) for row in linkage], "leaves": [int(i) for i in drawn["leaves"]], "icoord": [numbers(row) for row in drawn["icoord"]], "dcoord": [numbers(row) for row in drawn["dcoord"]]}


versions = {"numpy": np.__version__, "scipy": scipy.__version__, "seaborn": seaborn.__version__, "matplotlib": matplotlib.__version__, "statsmodels": statsmodels.__version__, "contourpy": contourpy_version}
out = Path(__file__).parent.parent / "packages/plot/fixtures/statistics.json"
fixture = {"versions": versions, "seed": SEED, "kde": list(kde()), "boxes": list(boxes()), "lines": list(lines()), "t": list(t()), "contours": list(contours()), "dendrograms": list(dendrograms())}
out.write_text(json.dumps(fixture, separators=(",", ":")) + "\n")
print({key: len(value) for key, value in fixture.items() if isinstance(value, list)}, out.stat().st_size)
