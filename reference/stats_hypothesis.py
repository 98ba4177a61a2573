#!/usr/bin/env python3
"""Write packages/stats/fixtures/hypothesis.json: hypothesis tests, intervals, power and corrections by SciPy and
statsmodels. A case is a function's name, its arguments, and some of its results by name (or the result itself)."""
import itertools
import json
import warnings
from pathlib import Path

import numpy as np
import scipy
import statsmodels
from scipy import stats
from scipy.stats import _ksstats
from statsmodels.stats import contingency_tables, multitest, power, proportion, weightstats

SEED = 20261121
random = np.random.default_rng(SEED)
warnings.simplefilter("ignore")
cases = []
ALTERNATIVES = ["two-sided", "less", "greater"]
LARGER = {"two-sided": "two-sided", "less": "smaller", "greater": "larger"}


def plain(value):
    if isinstance(value, (np.ndarray, list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    value = float(value)
    return value if np.isfinite(value) else str(value)


def add(name, args, expected):
    if isinstance(expected, dict):
        expected = {key: plain(value) for key, value in expected.items()}
    else:
        expected = plain(expected)
    cases.append({"fn": name, "args": args, "expected": expected})


def result(r, *more):
    return {"statistic": r.statistic, "pvalue": r.pvalue, **{key: getattr(r, key) for key in more}}


def normal(n, loc=0.0, scale=1.0, digits=2):
    return np.round(random.normal(loc, scale, n), digits).tolist()


a, b, c, d = normal(12, 5, 1), normal(15, 5.8, 2), normal(9, 6, 1), normal(12, 5.4, 1)
whole = [random.integers(0, 6, n).tolist() for n in (14, 11, 13)]
skewed = np.round(random.exponential(2, 40), 3).tolist()

for alternative in ALTERNATIVES:
    o = {"alternative": alternative}
    r = stats.ttest_1samp(a, 4.7, alternative=alternative)
    add("ttest1samp", [a, 4.7, o], {**result(r, "df"), "confidenceInterval": r.confidence_interval()})
    for equal in [True, False]:
        r = stats.ttest_ind(a, b, equal_var=equal, alternative=alternative)
        add("ttestInd", [a, b, {**o, "equalVar": equal, "confidenceLevel": 0.9}], {**result(r, "df"), "confidenceInterval": r.confidence_interval(0.9)})
    r = stats.ttest_rel(a, d, alternative=alternative)
    add("ttestRel", [a, d, o], {**result(r, "df"), "confidenceInterval": r.confidence_interval()})
    z = weightstats.ztest(a, b, value=0.2, alternative=LARGER[alternative])
    add("ztest", [a, {"y": b, "value": 0.2, **o}], {"statistic": z[0], "pvalue": z[1]})
    z = weightstats.ztest(skewed, value=2, alternative=LARGER[alternative])
    add("ztest", [skewed, {"value": 2, **o}], {"statistic": z[0], "pvalue": z[1]})
    for table in [[[8, 2], [1, 5]], [[12, 30], [40, 22]], [[0, 7], [5, 3]], [[190, 800], [200, 900]]]:
        add("fisherExact", [table, o], result(stats.fisher_exact(table, alternative=alternative)))
    for x, y in [(a, c), (whole[0], whole[1]), (b, skewed)]:
        add("mannwhitneyu", [x, y, o], result(stats.mannwhitneyu(x, y, alternative=alternative)))
    add("mannwhitneyu", [a, b, {**o, "method": "exact"}], result(stats.mannwhitneyu(a, b, alternative=alternative, method="exact")))
    add("mannwhitneyu", [a, b, {**o, "method": "asymptotic", "useContinuity": False}], result(stats.mannwhitneyu(a, b, alternative=alternative, method="asymptotic", use_continuity=False)))
    unequal = [1.1, -2.3, 3.7, 4.2, -0.4, 5.9, 6.6, 0.8, -1.7, 2.9]
    add("wilcoxon", [unequal, None, o], result(stats.wilcoxon(unequal, alternative=alternative)))
    add("wilcoxon", [unequal, None, {**o, "method": "asymptotic", "correction": True}], result(stats.wilcoxon(unequal, alternative=alternative, method="asymptotic", correction=True)))
    zeros = [0, 1, 2, 2, -1, 3, 0, -4, 5, 6, 7, -2, 3, 8]
    for zero in ["wilcox", "pratt", "zsplit"]:
        add("wilcoxon", [zeros, None, {**o, "zeroMethod": zero, "method": "asymptotic"}], result(stats.wilcoxon(zeros, alternative=alternative, zero_method=zero, method="asymptotic")))
    for x in [normal(9), normal(40, 0.3), normal(300, 0.05), normal(1000, 0, 1, 4)]:
        r = result(stats.ks_1samp(x, stats.norm.cdf, alternative=alternative))
        if alternative == "two-sided" and len(x) > 140:
            # SciPy approximates there, to about 1e-6; its exact algorithm instead.
            r["pvalue"] = 1 - float(_ksstats._kolmogn_DMTW(len(x), r["statistic"], True))
        add("ks1samp", [x, "norm", o], r)
    for x, y in [(a, b), (whole[0], whole[1]), (normal(30), normal(45, 0.8)), (a, d)]:
        add("ks2samp", [x, y, o], result(stats.ks_2samp(x, y, alternative=alternative)))
    add("ks2samp", [a, b, {**o, "method": "asymp"}], result(stats.ks_2samp(a, b, alternative=alternative, method="asymp")))
    r = stats.pearsonr(a, d, alternative=alternative)
    add("pearsonr", [a, d, {**o, "confidenceLevel": 0.9}], {**result(r), "confidenceInterval": r.confidence_interval(0.9)})
    add("spearmanr", [a, d, o], result(stats.spearmanr(a, d, alternative=alternative)))
    add("spearmanr", [whole[0][:11], whole[1], o], result(stats.spearmanr(whole[0][:11], whole[1], alternative=alternative)))
    add("kendalltau", [a, d, o], result(stats.kendalltau(a, d, alternative=alternative)))
    add("kendalltau", [whole[0][:11], whole[1], o], result(stats.kendalltau(whole[0][:11], whole[1], alternative=alternative)))
    add("kendalltau", [a, d, {**o, "method": "asymptotic"}], result(stats.kendalltau(a, d, alternative=alternative, method="asymptotic")))
    add("skewtest", [skewed, o], result(stats.skewtest(skewed, alternative=alternative)))
    add("kurtosistest", [skewed, o], result(stats.kurtosistest(skewed, alternative=alternative)))
    add("binomtest", [7, 20, {"p": 0.3, **o}], result(stats.binomtest(7, 20, 0.3, alternative=alternative)))
    z = proportion.proportions_ztest([15, 28], [80, 95], alternative=LARGER[alternative])
    add("proportionsZtest", [[15, 28], [80, 95], o], {"statistic": z[0], "pvalue": z[1]})
    z = proportion.proportions_ztest(15, 80, 0.25, alternative=LARGER[alternative])
    add("proportionsZtest", [15, 80, {"value": 0.25, **o}], {"statistic": z[0], "pvalue": z[1]})
    for effect, n in [(0.3, 25), (0.8, 9), (-0.2, 120)]:
        add("ttestPower", [{"effectSize": effect, "nobs": n, **o}], power.TTestPower().power(effect, n, 0.05, alternative=LARGER[alternative]))
        add("ttestIndPower", [{"effectSize": effect, "nobs1": n, "ratio": 1.5, "alpha": 0.01, **o}], power.TTestIndPower().power(effect, n, 0.01, ratio=1.5, alternative=LARGER[alternative]))
        add("normalIndPower", [{"effectSize": effect, "nobs1": n, **o}], power.NormalIndPower().power(effect, n, 0.05, alternative=LARGER[alternative]))
    if alternative != "less":
        for effect in [0.25, 0.7]:
            goal = {"effectSize": effect, "power": 0.85, **o}
            solve = dict(effect_size=effect, alpha=0.05, power=0.85, alternative=LARGER[alternative])
            add("ttestSampleSize", [goal], power.TTestPower().solve_power(**solve))
            add("ttestIndSampleSize", [goal], power.TTestIndPower().solve_power(**solve))
            add("normalIndSampleSize", [goal], power.NormalIndPower().solve_power(**solve))

for observed, expected, ddof in [([16, 18, 16, 14, 12, 12], None, 0), ([16, 18, 16, 14, 12, 12], [16, 16, 16, 16, 16, 8], 1)]:
    r = stats.chisquare(observed, expected, ddof)
    add("chisquare", [observed, {"ddof": ddof, **({"expected": expected} if expected else {})}], result(r))
for table, correction in [([[10, 10, 20], [20, 20, 20]], True), ([[12, 5], [9, 14]], True), ([[12, 5], [9, 14]], False), ([[3, 4, 5], [7, 1, 2], [2, 8, 6]], True)]:
    r = stats.chi2_contingency(table, correction=correction)
    add("chi2Contingency", [table, {"correction": correction}], {"statistic": r.statistic, "pvalue": r.pvalue, "df": r.dof, "expectedFreq": r.expected_freq})
    add("cramersV", [table], stats.contingency.association(np.array(table), "cramer"))
for exact, correction in itertools.product([True, False], [True, False]):
    r = contingency_tables.mcnemar([[30, 12], [5, 40]], exact=exact, correction=correction)
    add("mcnemar", [[[30, 12], [5, 40]], {"exact": exact, "correction": correction}], {"statistic": r.statistic, "pvalue": r.pvalue})
for groups in [[a, b, c], whole, [a, d], [c, skewed, b, a]]:
    add("fOneway", [groups], result(stats.f_oneway(*groups)))
    add("kruskal", [groups], result(stats.kruskal(*groups)))
    add("levene", [groups], result(stats.levene(*groups)))
    add("levene", [groups, {"center": "mean"}], result(stats.levene(*groups, center="mean")))
    add("bartlett", [groups], result(stats.bartlett(*[np.asarray(g, dtype=float) for g in groups])))
add("friedmanchisquare", [[a, d, a[::-1]]], result(stats.friedmanchisquare(a, d, a[::-1])))
ties = [w[:11] for w in whole]
add("friedmanchisquare", [ties], result(stats.friedmanchisquare(*ties)))
for x in [a[:3], a[:4], a[:5], a[:7], a[:11], a, b, skewed, normal(120), [1, 1, 1, 2, 2, 3, 9]]:
    add("shapiro", [x], result(stats.shapiro(x)))
for x in [a, skewed]:
    add("normaltest", [x], result(stats.normaltest(x)))
    add("jarqueBera", [x], result(stats.jarque_bera(x)))
    low, high = weightstats.DescrStatsW(x).tconfint_mean(0.1)
    add("meanConfint", [x, 0.9], [low, high])
for count, n in [(7, 20), (0, 15), (15, 15), (480, 1000)]:
    for method in ["wilson", "normal", "agresti_coull", "beta"]:
        add("proportionConfint", [count, n, {"method": method, "alpha": 0.1}], proportion.proportion_confint(count, n, 0.1, method))
pvals = [0.01, 0.04, 0.03, 0.005, 0.2, 0.6, 0.011, 0.04]
for method in ["bonferroni", "sidak", "holm", "fdr_bh", "fdr_by"]:
    reject, corrected, _, _ = multitest.multipletests(pvals, method=method)
    add("multipletests", [pvals, {"method": method}], {"reject": reject, "pvalsCorrected": corrected})
add("proportionEffectsize", [0.3, 0.45], proportion.proportion_effectsize(0.3, 0.45))
pooled = np.sqrt((11 * np.var(a, ddof=1) + 14 * np.var(b, ddof=1)) / 25)
add("cohensD", [a, b], (np.mean(a) - np.mean(b)) / pooled)

out = {
    "source": f"SciPy {scipy.__version__}, statsmodels {statsmodels.__version__}, NumPy {np.__version__}",
    "seed": SEED, "cases": cases,
}
path = Path(__file__).parent.parent / "packages/stats/fixtures/hypothesis.json"
path.write_text(json.dumps(out, separators=(",", ":"), ensure_ascii=False) + "\n")
print(len(cases), "cases,", path.stat().st_size, "bytes")
