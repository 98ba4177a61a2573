#!/usr/bin/env python3
"""Write packages/data/fixtures/reshape.json: pandas' reshaping, counting, ranking, cutting and correlations of a small table."""
import json
from pathlib import Path

import numpy as np
import pandas as pd
import scipy

OUT = Path(__file__).parent.parent / "packages/data/fixtures/reshape.json"
SEED = 31
rng = np.random.default_rng(SEED)
N = 36


def gaps(values, share, none):
    return [none if rng.random() < share else value for value in values]


TYPES = {"town": "string", "kind": "string", "size": "category", "year": "integer", "flag": "boolean", "day": "date", "price": "number", "area": "number", "rooms": "integer"}
SIZES = ["small", "middle", "large"]
table = pd.DataFrame(
    {
        "town": pd.Series(gaps(rng.choice(["Ames", "Boone", "Nevada", "ames"], N), 0.1, None), dtype="str"),
        "kind": pd.Series(rng.choice(["old", "new"], N), dtype="str"),
        "size": pd.Categorical(gaps(rng.choice(SIZES, N), 0.1, None), categories=SIZES, ordered=True),
        "year": pd.Series(rng.integers(2020, 2024, N), dtype="int64"),
        "flag": pd.Series(rng.choice([True, False], N)),
        "day": pd.to_datetime(pd.Series(rng.choice(["2024-01-05", "2023-12-31", "2024-02-29"], N))).astype("datetime64[ms]"),
        "price": pd.Series(gaps(np.round(rng.normal(200, 40, N), 1), 0.15, np.nan), dtype="float64"),
        "area": pd.Series(gaps(np.round(rng.normal(90, 20, N) / 5) * 5, 0.1, np.nan), dtype="float64"),
        "rooms": pd.Series(rng.integers(1, 9, N), dtype="int64"),
    }
)
long = table.assign(price=table["price"].round()).dropna(subset=["town"]).drop_duplicates(["town", "kind", "year"])[["town", "kind", "year", "price", "rooms"]].reset_index(drop=True)


def cell(v):
    if isinstance(v, (pd.Timestamp, np.datetime64)):
        return None if pd.isna(v) else int(pd.Timestamp(v).value // 10**6)
    if pd.isna(v):
        return None
    v = v.item() if hasattr(v, "item") else v
    if isinstance(v, float) and np.isinf(v):
        return "inf" if v > 0 else "-inf"
    return v


def columns(frame):
    return {str(name): [cell(v) for v in frame[name]] for name in frame.columns}


cases = []


def add(kind, options, expected):
    cases.append({"kind": kind, "options": options, "expected": columns(expected) if isinstance(expected, pd.DataFrame) else [cell(v) for v in expected]})


def flat(frame):
    """Columns of several levels under one name, the index as columns."""
    frame = frame.copy()
    frame.columns = ["_".join(str(part) for part in name) if isinstance(name, tuple) else str(name) for name in frame.columns]
    return frame.reset_index()


# Wide and long.
add("pivot", {"index": "town", "columns": "kind", "values": "price", "year": 2021}, flat(long[long.year == 2021].pivot(index="town", columns="kind", values="price")))
add("pivot", {"index": ["town", "year"], "columns": "kind", "values": "price"}, flat(long.pivot(index=["town", "year"], columns="kind", values="price")))
add("pivot", {"index": ["town", "year"], "columns": "kind", "values": ["price", "rooms"]}, flat(long.pivot(index=["town", "year"], columns="kind", values=["price", "rooms"])))
add("pivot", {"index": "kind", "columns": ["town", "year"], "values": "price"}, flat(long.pivot(index="kind", columns=["town", "year"], values="price")))
for aggregate, name in (("mean", "mean"), ("sum", "sum"), ("count", "count"), ("min", "min"), ("max", "max"), ("median", "median"), ("std", "std"), ("var", "variance"), ("first", "first"), ("last", "last"), ("nunique", "nunique")):
    options = {"index": "town", "columns": "kind", "values": "price", "aggregate": name}
    add("pivotTable", options, flat(table.pivot_table(index="town", columns="kind", values="price", aggfunc=aggregate)))
add("pivotTable", {"index": ["town", "flag"], "columns": "year", "values": "rooms", "aggregate": "sum", "fillValue": 0}, flat(table.pivot_table(index=["town", "flag"], columns="year", values="rooms", aggfunc="sum", fill_value=0)))
add("pivotTable", {"index": "year", "values": ["price", "rooms"], "aggregate": "mean"}, flat(table.pivot_table(index="year", values=["price", "rooms"], aggfunc="mean")))
add("pivotTable", {"index": "year", "columns": "kind", "values": ["price", "rooms"]}, flat(table.pivot_table(index="year", columns="kind", values=["price", "rooms"])))
add("melt", {"ids": ["town"], "values": ["price", "rooms"]}, table.melt(id_vars="town", value_vars=["price", "rooms"]))
add("melt", {"ids": ["town", "day", "flag"], "values": ["price", "area"], "variableName": "what", "valueName": "much"}, table.melt(id_vars=["town", "day", "flag"], value_vars=["price", "area"], var_name="what", value_name="much"))
add("melt", {"values": ["year", "rooms"]}, table.melt(value_vars=["year", "rooms"]))
for names, drop, missing in ((["town"], False, False), (["town", "kind"], True, False), (["size"], False, False), (["year"], True, False)):
    add("getDummies", {"names": names, "dropFirst": drop}, pd.get_dummies(table[names], columns=names, drop_first=drop))

# Duplicates and counts.
for names in (["town"], ["town", "kind"], ["size", "flag"], ["day"], ["price"]):
    for keep, pandas_keep in (("first", "first"), ("last", "last"), ("none", False)):
        add("duplicated", {"names": names, "keep": keep}, table.duplicated(names, keep=pandas_keep))
        add("dropDuplicates", {"names": names, "keep": keep}, table.drop_duplicates(names, keep=pandas_keep)[["rooms", "price"]])
for name in ("town", "size", "year", "flag"):
    for normalize in (False, True):
        for dropna in (True, False):
            counted = table[name].value_counts(normalize=normalize, dropna=dropna)
            # Ties stand in an order of pandas' own; counts are compared by value.
            add("valueCounts", {"name": name, "normalize": normalize, "dropMissing": dropna}, counted.reset_index())
for options in ({}, {"ascending": True}, {"sort": False}):
    add("valueCounts", {"name": "rooms", **options}, table["rooms"].value_counts(**options).reset_index())
add("nunique", {}, table.nunique())
add("missingCounts", {}, table.isna().sum())
for n, names in ((3, ["price"]), (5, ["rooms"]), (4, ["rooms", "price"]), (40, ["price"])):
    add("nLargest", {"n": n, "names": names}, table.sort_values(names, ascending=False, kind="stable").head(n)[["rooms", "price"]])
    add("nSmallest", {"n": n, "names": names}, table.nsmallest(n, names)[["rooms", "price"]] if n < 30 else table.sort_values(names, kind="stable")[["rooms", "price"]])
for keep in ("first", "last", "all"):
    add("nLargest", {"n": 5, "names": ["rooms"], "keep": keep}, table.nlargest(5, "rooms", keep=keep)[["rooms", "price"]])

# Values put in place of others.
for name in ("price", "area", "town", "size"):
    for method, filled in (("forward", table[name].ffill()), ("backward", table[name].bfill())):
        add("fill", {"name": name, "method": method}, filled)
add("fill", {"name": "price", "method": "forward", "limit": 1}, table["price"].ffill(limit=1))
ragged = pd.Series([np.nan, 1, np.nan, np.nan, 4, np.nan, np.nan, np.nan])
for method, filled in (("forward", ragged.ffill(limit=2)), ("backward", ragged.bfill(limit=1)), ("linear", ragged.interpolate()), ("linear", ragged.interpolate(limit=1))):
    limit = {} if filled.isna().sum() == 1 else {"limit": 2 if method == "forward" else 1}
    cases.append({"kind": "fillValues", "values": [cell(v) for v in ragged], "options": {"method": method, **limit}, "expected": [cell(v) for v in filled]})
add("fill", {"name": "price", "method": "linear"}, table["price"].interpolate())
add("clip", {"name": "price", "lower": 180, "upper": 220}, table["price"].clip(180, 220))
add("replace", {"name": "rooms", "old": [3, 4], "value": 0}, table["rooms"].replace([3, 4], 0))

# Ranks.
for name in ("price", "area", "rooms", "size", "town"):
    for method in ("average", "min", "max", "first", "dense"):
        for descending in (False, True):
            add("rank", {"name": name, "method": method, "descending": descending}, table[name].rank(method=method, ascending=not descending))
for missing in ("top", "bottom"):
    add("rank", {"name": "area", "missing": missing}, table["area"].rank(na_option=missing))
    add("rank", {"name": "area", "missing": missing, "percent": True, "method": "dense"}, table["area"].rank(na_option=missing, pct=True, method="dense"))
add("rank", {"name": "price", "percent": True}, table["price"].rank(pct=True))

# Intervals.
def interval_texts(series):
    # Not str(value): where a value is missing, pandas hands out intervals of whole numbers with float borders.
    return [None if code < 0 else str(series.cat.categories[code]) for code in series.cat.codes]


wide = pd.Series(np.round(rng.lognormal(2, 2, 30), 4))
tiny = pd.Series(rng.normal(0, 1e-5, 12))
values = {"price": table["price"], "area": table["area"], "wide": wide, "tiny": tiny, "constant": pd.Series([5.0, 5.0]), "zero": pd.Series([0.0, 0.0])}


def cut(name, how, options, result):
    cases.append({"kind": how, "name": name, "options": options, "expected": interval_texts(result), "categories": [str(c) for c in result.cat.categories]})


for name, series in values.items():
    for bins in (1, 3, 7):
        cut(name, "cut", {"bins": bins}, pd.cut(series, bins))
    cut(name, "cut", {"bins": 4, "right": False, "precision": 1}, pd.cut(series, 4, right=False, precision=1))
    if name not in ("constant", "zero"):
        for q in (2, 4, 5):
            cut(name, "qcut", {"bins": q, "duplicates": "drop"}, pd.qcut(series, q, duplicates="drop"))
        cut(name, "qcut", {"bins": [0, 0.1, 0.5, 1], "precision": 2}, pd.qcut(series, [0, 0.1, 0.5, 1], precision=2))
for edges, options in (([100, 180, 220, 400], {}), ([100, 180.5, 400], {}), ([140.7, 180, 220], {"includeLowest": True}), ([-np.inf, 200, np.inf], {}), ([150, 200, 250], {"right": False})):
    pandas_options = {"include_lowest" if key == "includeLowest" else key: value for key, value in options.items()}
    # Infinite borders are whole in no sense: pandas makes floats of all.
    cut("price", "cut", {"bins": [cell(float(e)) if isinstance(e, float) and np.isinf(e) else e for e in edges], **options}, pd.cut(table["price"], edges, **pandas_options))

# Correlations.
numbers = table.assign(flag=table["flag"])[["flag", "price", "area", "rooms"]]
for method in ("pearson", "spearman", "kendall"):
    frame = numbers.astype("float64").corr(method=method)
    add("corr", {"method": method}, frame.rename_axis("column").reset_index())
    frame = numbers.astype("float64").corr(method=method, min_periods=30)
    add("corr", {"method": method, "minPeriods": 30}, frame.rename_axis("column").reset_index())
for ddof in (0, 1):
    # DataFrame.cov leaves ddof aside where values are missing, Series.cov does not.
    real = numbers.astype("float64")
    frame = pd.DataFrame({b: {a: real[a].cov(real[b], ddof=ddof) for a in real} for b in real})
    add("cov", {"ddof": ddof}, frame.rename_axis("column").reset_index())

# Descriptions: numbers as they are, of others their text.
def described(frame, **options):
    result = frame.describe(**options)
    out = {"statistic": list(result.index)}
    for name in result.columns:
        if frame[name].dtype.kind in "if":
            out[name] = [cell(v) for v in result[name]]
        else:
            texts = []
            for v in result[name]:
                if pd.isna(v):
                    texts.append(None)
                elif isinstance(v, pd.Timestamp):
                    v = v.floor("ms")
                    texts.append(v.strftime("%Y-%m-%d") if v == v.normalize() else v.strftime("%Y-%m-%d %H:%M:%S" + (".%f" if v.microsecond else ""))[: 23 if v.microsecond else 19])
                elif isinstance(v, (bool, np.bool_)):
                    texts.append("true" if v else "false")
                else:
                    texts.append(str(int(v)) if isinstance(v, (int, float, np.integer)) else str(v))
            out[name] = texts
    return out


cases.append({"kind": "describe", "options": {}, "expected": described(table)})
cases.append({"kind": "describe", "options": {"include": "all"}, "expected": described(table, include="all")})
cases.append({"kind": "describe", "options": {"include": ["string", "category", "boolean"]}, "expected": described(table, include=["str", "category", "bool"])})
cases.append({"kind": "describe", "options": {"percentiles": [0.01, 0.5, 0.999]}, "expected": described(table, percentiles=[0.01, 0.5, 0.999])})

OUT.write_text(
    json.dumps(
        {
            "source": f"pandas {pd.__version__}, NumPy {np.__version__}, SciPy {scipy.__version__}",
            "seed": SEED,
            "types": TYPES,
            "sizes": SIZES,
            "tables": {"table": columns(table), "long": columns(long)},
            "values": {name: [cell(v) for v in series] for name, series in values.items()},
            "cases": cases,
        },
        separators=(",", ":"),
    )
    + "\n"
)
print(len(cases), OUT.stat().st_size)
