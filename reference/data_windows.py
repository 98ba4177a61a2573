#!/usr/bin/env python3
"""Write packages/data/fixtures/windows.json: pandas' windows, shifts, cumulative values, resampling and ranges of dates."""
import json
from pathlib import Path

import numpy as np
import pandas as pd

OUT = Path(__file__).parent.parent / "packages/data/fixtures/windows.json"
SEED = 47
rng = np.random.default_rng(SEED)
N = 24
plain = np.round(rng.normal(10, 4, N), 3)
gaps = plain.copy()
gaps[[0, 5, 6, 7, 15, 23]] = np.nan
series = {"plain": plain, "gaps": gaps, "far": 1e8 + np.round(rng.normal(0, 1, N), 3), "constant": np.full(N, 7.25)}


def cell(v):
    if isinstance(v, pd.Timestamp):
        return int(v.value // 10**6)
    if v is None or pd.isna(v):
        return None
    v = float(v)
    if np.isinf(v):
        return "inf" if v > 0 else "-inf"
    return v


def cells(values):
    return [cell(v) for v in values]


cases = []


def exact(values, starts, ends, minimum, statistic):
    """A window's statistic computed afresh in long doubles: pandas' running sums lose digits far from 0."""
    out = []
    for start, end in zip(starts, ends):
        part = np.asarray(values[start:end], dtype=np.longdouble)
        part = part[~np.isnan(part)]
        needed = max(minimum, 2 if statistic in ("std", "var") else 1)
        if statistic in ("std", "var"):
            out.append(getattr(part, statistic)(ddof=1) if len(part) >= needed else np.nan)
        else:
            out.append(getattr(part, statistic)() if len(part) >= needed else np.nan)
    return cells(float(v) for v in out)


STATISTICS = {"sum": "sum", "mean": "mean", "std": "std", "var": "variance", "min": "min", "max": "max", "median": "median", "count": "count"}
for name in ("plain", "gaps", "far", "constant"):
    s = pd.Series(series[name])
    for window, minimum, center in ((1, 1, False), (3, None, False), (5, 2, True), (4, 1, True), (30, 3, False)):
        rolled = s.rolling(window, min_periods=minimum, center=center)
        ahead = (window - 1) // 2 if center else 0
        starts = [max(0, i + 1 + ahead - window) for i in range(N)]
        ends = [min(N, i + 1 + ahead) for i in range(N)]
        for pandas_name, ours in STATISTICS.items():
            if window == 1 and ours not in ("mean", "std"):
                continue
            afresh = pandas_name in ("sum", "mean", "std", "var")
            expected = exact(series[name], starts, ends, minimum or window, pandas_name) if afresh else cells(getattr(rolled, pandas_name)())
            if afresh and name in ("plain", "gaps"):
                assert np.allclose([np.nan if v is None else v for v in expected], getattr(rolled, pandas_name)(), rtol=1e-9, atol=1e-7, equal_nan=True), (name, window, pandas_name)
            options = {"center": center} | ({} if minimum is None else {"minPeriods": minimum})
            cases.append({"kind": "rolling", "series": name, "window": window, "options": options, "statistic": ours, "expected": expected})
    for minimum in (1, 4):
        for pandas_name, ours in STATISTICS.items():
            afresh = pandas_name in ("sum", "mean", "std", "var")
            expected = exact(series[name], [0] * N, range(1, N + 1), minimum, pandas_name) if afresh else cells(getattr(s.expanding(minimum), pandas_name)())
            cases.append({"kind": "expanding", "series": name, "options": {"minPeriods": minimum}, "statistic": ours, "expected": expected})
    for options, pandas_options in (({"alpha": 0.3}, {"alpha": 0.3}), ({"span": 5, "adjust": False}, {"span": 5, "adjust": False}), ({"com": 2, "ignoreMissing": True}, {"com": 2, "ignore_na": True}), ({"halflife": 3, "minPeriods": 4}, {"halflife": 3, "min_periods": 4}), ({"alpha": 0.6, "adjust": False, "ignoreMissing": True}, {"alpha": 0.6, "adjust": False, "ignore_na": True})):
        ewm = s.ewm(**pandas_options)
        for statistic, values in (("mean", ewm.mean()), ("variance", ewm.var()), ("std", ewm.std())):
            cases.append({"kind": "ewm", "series": name, "options": options, "statistic": statistic, "expected": cells(values)})
    for periods in (1, 3, -2, 30):
        cases.append({"kind": "shift", "series": name, "periods": periods, "expected": cells(s.shift(periods))})
        cases.append({"kind": "diff", "series": name, "periods": periods, "expected": cells(s.diff(periods))})
        cases.append({"kind": "pctChange", "series": name, "periods": periods, "expected": cells(s.pct_change(periods, fill_method=None))})
    for ours, values in (("cumSum", s.cumsum()), ("cumProd", s.cumprod()), ("cumMin", s.cummin()), ("cumMax", s.cummax())):
        cases.append({"kind": ours, "series": name, "expected": cells(values)})

# Irregular moments with values, some of them together.
start = pd.Timestamp("2023-12-30 22:15:07")
moments = pd.Series(sorted(start + pd.to_timedelta(np.concatenate([[0, 0], rng.integers(0, 100 * 86400, 58)]), unit="s"))).astype("datetime64[ms]")
table = pd.DataFrame({"time": moments, "x": np.round(rng.normal(5, 2, 60), 3), "n": rng.integers(1, 9, 60)})
table.loc[[3, 17, 18, 40], "x"] = np.nan
for window in ("3D", "36h", "10D"):
    rolled = pd.Series(table["x"].to_numpy(), index=table["time"]).rolling(window)
    for pandas_name, ours in STATISTICS.items():
        cases.append({"kind": "rollingTime", "window": window, "statistic": ours, "expected": cells(getattr(rolled, pandas_name)())})


def resampled(rule, options, frame):
    pandas_options = {key: ("start_day" if value == "startDay" else value) for key, value in options.items()}
    groups = frame.resample(rule, on="time", **pandas_options)
    out = groups.agg({"x": "mean", "n": "sum"})
    out["size"] = groups.size()
    # An interval before the first moment or after the last one is left out.
    used = np.flatnonzero(out["size"])
    out = out.iloc[used[0] : used[-1] + 1]
    cases.append({"kind": "resample", "rule": rule, "options": options, "rows": len(frame), "time": cells(out.index), "mean": cells(out["x"]), "sum": cells(out["n"]), "size": cells(out["size"])})


for rule in ("D", "3D", "W", "2W", "MS", "ME", "2ME", "2MS", "QS", "QE", "YS", "YE", "12h", "7h"):
    for options in ({}, {"closed": "left"}, {"closed": "right"}, {"label": "right"}, {"label": "left"}):
        if rule in ("2W",) and options.get("closed") == "left":
            continue
        resampled(rule, options, table)
for rule in ("5D", "17h"):
    for origin in ("start", "epoch", "startDay"):
        for closed in ("left", "right"):
            resampled(rule, {"origin": origin, "closed": closed}, table)
for rule in ("s", "7min", "90min"):
    resampled(rule, {}, table.head(2) if rule == "s" else table.head(4))

for options in ({"start": "2024-01-30", "periods": 5}, {"start": "2024-01-30", "end": "2024-02-03"}, {"start": "2024-01-30 13:00", "end": "2024-02-01", "frequency": "5h"}, {"start": "2023-11-15", "periods": 7, "frequency": "ME"}, {"start": "2023-12-01", "periods": 5, "frequency": "2MS"}, {"start": "2024-01-01", "periods": 4, "frequency": "W"}, {"start": "2022-02-01", "end": "2024-02-01", "frequency": "QE"}, {"start": "2019-03-05", "end": "2024-02-01", "frequency": "YS"}, {"start": "2020-02-29", "periods": 3, "frequency": "YE"}, {"start": "2024-02-28 23:59:50", "periods": 4, "frequency": "5s"}, {"start": "2023-10-31", "periods": 4, "frequency": "ME"}, {"start": "2024-01-07", "periods": 2, "frequency": "2W"}):
    pandas_options = {"freq" if key == "frequency" else key: value for key, value in options.items()}
    cases.append({"kind": "dateRange", "options": options, "expected": cells(pd.date_range(**pandas_options))})

OUT.write_text(
    json.dumps(
        {
            "source": f"pandas {pd.__version__}, NumPy {np.__version__}",
            "seed": SEED,
            "series": {name: cells(values) for name, values in series.items()},
            "table": {name: cells(table[name]) for name in table},
            "cases": cases,
        },
        separators=(",", ":"),
    )
    + "\n"
)
print(len(cases), OUT.stat().st_size)
