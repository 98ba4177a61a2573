#!/usr/bin/env python3
"""Write packages/plot/fixtures/seaborn.json: what seaborn's plots hold, read off the axes that it draws.

Needs seaborn 0.12.2; with pandas 3 and Matplotlib 3.11 it works but for one option, which this script registers.
"""
import json
import warnings
from pathlib import Path

import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns

try:
    pd.get_option("mode.use_inf_as_na")
except KeyError:
    pd._config.config.register_option("mode.use_inf_as_na", False)
warnings.filterwarnings("ignore")
SEED = 20261125
random = np.random.default_rng(SEED)
numbers = lambda v: [float(x) for x in np.asarray(v).ravel()]


def axes():
    plt.close("all")
    return plt.figure().gca()


groups = {"a": np.round(random.normal(5, 2, 40), 4), "b": np.round(random.lognormal(1, 0.6, 55), 4), "c": np.round(random.normal(9, 1, 12), 4)}
groups["c"][0] = 30
boxes = []
for name, y in groups.items():
    ax = sns.boxplot(y=y, ax=axes())
    low, high, *_ = [line.get_ydata() for line in ax.lines]
    median, fliers = ax.lines[4].get_ydata()[0], ax.lines[5].get_ydata()
    boxes.append({"name": name, "q1": float(low[0]), "q3": float(high[0]), "median": float(median), "whiskers": [float(low[1]), float(high[1])], "outliers": sorted(numbers(fliers))})
densities = []
for name, y in groups.items():
    for rule in ("scott", "silverman"):
        x, density = sns.kdeplot(x=y, bw_method=rule, ax=axes()).lines[0].get_data()
        densities.append({"name": name, "bandwidth": rule, "x": numbers(x[::10]), "density": numbers(density[::10])})
violins = []
for name, y in groups.items():
    ax = sns.violinplot(y=y, inner=None, cut=0, gridsize=200, ax=axes())
    path = ax.collections[0].get_paths()[0].vertices
    # Down one side and up the other; the width as a share of the widest.
    half = np.abs(path[1:201, 0])
    violins.append({"name": name, "y": numbers(path[1:201:10, 1]), "share": numbers((half / half.max())[::10])})
regressions = []
for n, ci, boots, seed in ((20, 95, 200, 3), (60, 68, 100, 11), (12, 90, 50, 0)):
    x = np.round(random.uniform(-3, 12, n), 4)
    y = np.round(2 - 0.7 * x + random.normal(0, 1.5, n), 4)
    ax = sns.regplot(x=x, y=y, ci=ci, n_boot=boots, seed=np.random.RandomState(seed), ax=axes())
    at, line = ax.lines[0].get_data()
    # fill_between goes once around: (x0, high0), then along one edge and back along the other.
    ring = ax.collections[1].get_paths()[0].vertices
    one, other = ring[1:101, 1], ring[102:202, 1][::-1]
    regressions.append({"x": numbers(x), "y": numbers(y), "confidence": ci / 100, "nBoot": boots, "seed": seed, "at": numbers(at), "line": numbers(line), "low": numbers(np.minimum(one, other)), "high": numbers(np.maximum(one, other))})
names = ["b", "a", "c", "a", "a", "b", "d"]
ax = sns.countplot(x=pd.Series(names), ax=axes())
counts = {label.get_text(): float(bar.get_height()) for label, bar in zip(ax.get_xticklabels(), ax.patches)}
matrix = np.round(random.normal(size=(3, 4)), 3)
cells = numbers(sns.heatmap(matrix, ax=axes()).collections[0].get_array())
frame = pd.DataFrame({"u": groups["a"][:30], "v": groups["b"][:30], "k": ["x", "y", "z"] * 10})
grid = sns.FacetGrid(frame, col="k").map(plt.scatter, "u", "v")
facets = [{"title": ax.get_title(), "x": numbers(ax.collections[0].get_offsets()[:, 0]), "y": numbers(ax.collections[0].get_offsets()[:, 1])} for ax in grid.axes.flat]
pairs = sns.pairplot(frame[["u", "v"]], diag_kind=None).axes
offsets = pairs[1, 0].collections[0].get_offsets()
fixture = {
    "versions": {"seaborn": sns.__version__, "matplotlib": matplotlib.__version__, "pandas": pd.__version__, "numpy": np.__version__}, "seed": SEED,
    "groups": {k: numbers(v) for k, v in groups.items()}, "boxes": boxes, "densities": densities, "violins": violins, "regressions": regressions,
    "names": names, "counts": counts, "matrix": matrix.tolist(), "cells": cells,
    "frame": {"u": numbers(frame.u), "v": numbers(frame.v), "k": list(frame.k)}, "facets": facets,
    "pair": {"panels": list(pairs.shape), "x": numbers(offsets[:, 0]), "y": numbers(offsets[:, 1])},
}
path = Path(__file__).parent.parent / "packages/plot/fixtures/seaborn.json"
path.write_text(json.dumps(fixture, separators=(",", ":")) + "\n")
print(sns.__version__, path.stat().st_size)
