#!/usr/bin/env python3
"""Write packages/stats/fixtures/acceptance-hypothesis.json: statistics and p-values of eight hypothesis tests, 18 samples
each, by scipy.stats."""
import json
import warnings
from pathlib import Path

import numpy as np
import scipy
from scipy import stats

SEED = 20261122
random = np.random.default_rng(SEED)
warnings.simplefilter("ignore")
ALTERNATIVES = ["two-sided", "less", "greater"]
cases = []


def sample(n, shift=0.0, scale=1.0, digits=3):
    return np.round(random.normal(10 + shift, scale, n), digits).tolist()


def add(name, fn, args, r):
    cases.append({"test": name, "fn": fn, "args": args, "statistic": float(r.statistic), "pvalue": float(r.pvalue)})


for k in range(18):
    alternative = ALTERNATIVES[k % 3]
    o = {"alternative": alternative}
    m, n = 3 + k * 2, 4 + (k * 7) % 19
    shift = 0.25 * (k % 5)
    a, b, c = sample(m), sample(n, shift, 1 + k % 3), sample(n)
    # Whole numbers are full of ties.
    s, u = [np.round(values).tolist() if k % 4 == 3 else values for values in (a, b)]

    add("t", "ttest1samp", [a, 10.3, o], stats.ttest_1samp(a, 10.3, alternative=alternative))
    add("t", "ttestInd", [a, b, o], stats.ttest_ind(a, b, alternative=alternative))
    add("Welch", "ttestInd", [a, b, {**o, "equalVar": False}], stats.ttest_ind(a, b, equal_var=False, alternative=alternative))
    add("paired", "ttestRel", [b, c, o], stats.ttest_rel(b, c, alternative=alternative))

    table = random.integers(3, 60, (2 + k % 3, 2 + k % 2)).tolist()
    add("chi2", "chi2Contingency", [table], stats.chi2_contingency(table))
    observed = random.integers(5, 40, 3 + k % 6).tolist()
    add("chi2", "chisquare", [observed], stats.chisquare(observed))

    groups = [sample(4 + (k + j) % 7, 0.3 * j) for j in range(2 + k % 4)]
    add("ANOVA", "fOneway", [groups], stats.f_oneway(*groups))

    add("Mann-Whitney", "mannwhitneyu", [s, u, o], stats.mannwhitneyu(s, u, alternative=alternative))
    p, q = sample(6 + k), sample(6 + k, shift)
    if k % 4 == 3:
        p, q = np.round(p).tolist(), np.round(q).tolist()
    method = "asymptotic" if k % 4 == 3 else "auto"
    add("Wilcoxon", "wilcoxon", [p, q, {**o, "method": method}], stats.wilcoxon(p, q, alternative=alternative, method=method))

    add("KS", "ks2samp", [a, b, o], stats.ks_2samp(a, b, alternative=alternative))
    z = np.round(random.normal(0.1 * (k % 4), 1, m), 3).tolist()
    add("KS", "ks1samp", [z, "norm", o], stats.ks_1samp(z, stats.norm.cdf, alternative=alternative))

out = {"source": f"SciPy {scipy.__version__}", "seed": SEED, "cases": cases}
path = Path(__file__).parent.parent / "packages/stats/fixtures/acceptance-hypothesis.json"
path.write_text(json.dumps(out, separators=(",", ":")).replace('{"test"', '\n{"test"') + "\n")
