#!/usr/bin/env python3
"""Write packages/data/fixtures/frames.json: pandas' grouping, merging, sorting and concatenating of small tables."""
import json
from pathlib import Path

import numpy as np
import pandas as pd

OUT = Path(__file__).parent.parent / "packages/data/fixtures/frames.json"
SEED = 20
rng = np.random.default_rng(SEED)


def some_missing(values, share, none):
    values = list(values)
    return [none if rng.random() < share else value for value in values]


def table(n, shift=0):
    """Keys of every type with ties and missing values, and values to summarise."""
    return pd.DataFrame(
        {
            "town": pd.Series(some_missing(rng.choice(["Ames", "Boone", "Nevada", "Zearing", "ames"], n), 0.12, None), dtype="str"),
            "k": pd.Series(some_missing(rng.integers(0, 4, n) + shift, 0.1, np.nan), dtype="float64"),
            "flag": pd.Series(rng.choice([True, False], n)),
            "day": pd.to_datetime(pd.Series(rng.choice(["2024-01-05", "2023-12-31", "2024-02-29"], n))),
            "price": pd.Series(some_missing(np.round(rng.normal(200, 40, n), 3), 0.15, np.nan), dtype="float64"),
            "rooms": pd.Series(rng.integers(1, 9, n), dtype="int64"),
        }
    )


def cells(series):
    if pd.api.types.is_datetime64_any_dtype(series):
        return [None if pd.isna(v) else int(v.value // 10**6) for v in series]
    return [None if pd.isna(v) else v.item() if hasattr(v, "item") else v for v in series]


def columns(frame):
    return {name: cells(frame[name]) for name in frame.columns}


TYPES = {"town": "string", "k": "number", "flag": "boolean", "day": "date", "price": "number", "rooms": "integer"}
left, right = table(40), table(14, shift=1)[["town", "k", "flag", "price"]]
tables = {"left": left, "right": right, "other": table(6)}
asof_left = pd.DataFrame({"time": np.sort(rng.integers(0, 60, 18)).astype("float64"), "town": rng.choice(["Ames", "Boone", "Nevada"], 18), "n": np.arange(18)})
asof_right = pd.DataFrame({"time": np.sort(rng.integers(0, 60, 15)).astype("float64"), "town": rng.choice(["Ames", "Boone"], 15), "price": np.round(rng.normal(9, 2, 15), 2)})
tables |= {"trades": asof_left, "quotes": asof_right}

STATISTICS = {
    "count": lambda g: g.count(), "sum": lambda g: g.sum(), "prod": lambda g: g.prod(), "mean": lambda g: g.mean(),
    "median": lambda g: g.median(), "min": lambda g: g.min(), "max": lambda g: g.max(), "std": lambda g: g.std(),
    "variance": lambda g: g.var(), "first": lambda g: g.first(), "last": lambda g: g.last(), "nunique": lambda g: g.nunique(),
    "quantile": lambda g: g.quantile(0.5), "q20": lambda g: g.quantile(0.2), "size": lambda g: g.size(),
}
cases = []


def add(kind, options, frame):
    cases.append({"kind": kind, "options": options, "expected": columns(frame)})


for keys in (["town"], ["k"], ["flag"], ["day"], ["town", "k"], ["k", "flag", "day"]):
    for sort, dropna in ((True, True), (False, True), (True, False), (False, False)):
        groups = left.groupby(keys, sort=sort, dropna=dropna)
        result = {}
        for name, statistic in STATISTICS.items():
            of = statistic(groups["price"] if name != "size" else groups)
            result[name] = of
            if name in ("sum", "mean", "max", "std", "nunique", "last"):
                result["rooms_" + name] = statistic(groups["rooms"])
        for name in ("min", "max", "first", "count", "nunique"):
            if "town" not in keys:
                result["town_" + name] = STATISTICS[name](groups["town"])
        frame = pd.DataFrame(result).reset_index()
        add("groupby", {"keys": keys, "sort": sort, "dropMissing": dropna}, frame)
    groups = left.groupby(keys)
    add("transform", {"keys": keys}, pd.DataFrame({
        "share": left["price"] / groups["price"].transform("sum"),
        "centred": left["rooms"] - groups["rooms"].transform("mean"),
        "size": groups["rooms"].transform("size"),
    }))

for keys in (["town"], ["k"], ["flag"], ["town", "k"], ["town", "k", "flag"]):
    for how in ("inner", "left", "right", "outer"):
        options = {"on": keys, "how": how, "indicator": True}
        add("merge", options, left.merge(right, **options))
    for how in ("semi", "anti"):
        merged = left.reset_index().merge(right[keys].drop_duplicates(), on=keys, how="left", indicator="found")
        kept = merged["found"] == ("both" if how == "semi" else "left_only")
        add("merge", {"on": keys, "how": how}, left.iloc[merged.loc[kept, "index"]])
add("merge", {"how": "cross"}, tables["other"].merge(right, how="cross"))
cases[-1]["tables"] = ["other", "right"]
for how in ("inner", "left", "right", "outer"):
    renamed = right.rename(columns={"k": "key"})
    options = {"left_on": ["k"], "right_on": ["key"], "how": how, "suffixes": ["_l", "_r"]}
    add("merge", {"leftOn": ["k"], "rightOn": ["key"], "how": how, "suffixes": ["_l", "_r"], "rename": {"k": "key"}}, left.merge(renamed, **options))

for direction in ("backward", "forward", "nearest"):
    for by in (None, "town"):
        for tolerance in (None, 2.0):
            for exact in (True, False):
                frame = pd.merge_asof(asof_left, asof_right, on="time", by=by, direction=direction, tolerance=tolerance, allow_exact_matches=exact)
                options = {"direction": direction, "allowExactMatches": exact} | ({"by": by} if by else {}) | ({"tolerance": tolerance} if tolerance else {})
                add("asof", options, frame)

for by, ascending in (
    (["price"], [True]), (["price"], [False]), (["town"], [True]), (["town"], [False]), (["day"], [True]), (["flag"], [False]),
    (["town", "price"], [True, True]), (["town", "price"], [True, False]), (["k", "day", "rooms"], [False, True, False]),
    (["flag", "k"], [False, False]),
):
    frame = left.sort_values(by, ascending=ascending, kind="stable")
    add("sort", {"by": by, "descending": [not up for up in ascending]}, frame)

add("concat", {"tables": ["left", "other"]}, pd.concat([left, tables["other"]]))
add("concat", {"tables": ["right", "other"], "join": "outer"}, pd.concat([right, tables["other"]]))
add("concat", {"tables": ["other", "right"], "join": "inner"}, pd.concat([tables["other"], right], join="inner"))
add("dropna", {"names": ["town", "k", "flag", "day", "price", "rooms"]}, left.dropna())
add("dropna", {"names": ["price"]}, left.dropna(subset=["price"]))

document = {
    "source": f"pandas {pd.__version__}, numpy {np.__version__}",
    "seed": SEED,
    "types": TYPES,
    "tables": {name: columns(frame) for name, frame in tables.items()},
    "cases": cases,
}
OUT.parent.mkdir(exist_ok=True)
OUT.write_text(json.dumps(document, separators=(",", ":")) + "\n")
print(len(cases), OUT.stat().st_size)
