#!/usr/bin/env python3
"""Write packages/data/fixtures/acceptance-pandas.json: what pandas 1.5.3 makes of a small table, case by case, and files
that it and pyarrow wrote. With a folder as its argument it reads the files there, which the library wrote (the test
`packages/data/src/acceptance/pandas.test.ts` makes them where PANDAS_FILES says), and puts what it read, with the files, into
acceptance-pandas-read.json. Needs Python 3.11, pandas 1.5.3, numpy 1.24.4, pyarrow 12.0.1.
"""
import base64
import datetime
import io
import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet as pq

FIXTURES = Path(__file__).parent.parent / "packages/data/fixtures"
VERSIONS = {"pandas": pd.__version__, "numpy": np.__version__, "pyarrow": pa.__version__}
assert VERSIONS["pandas"] == "1.5.3", VERSIONS
SEED = 153


def cell(v):
    if isinstance(v, (pd.Timestamp, datetime.date, np.datetime64)):
        return None if pd.isna(v) else int(pd.Timestamp(v).value // 10**6)
    if v is None or pd.isna(v):
        return None
    v = v.item() if hasattr(v, "item") else v
    return ("inf" if v > 0 else "-inf") if isinstance(v, float) and np.isinf(v) else v


def cells(values):
    return [cell(v) for v in values]


def columns(frame):
    return {str(name): cells(frame[name]) for name in frame.columns}


def write(name, document):
    path = FIXTURES / name
    path.write_text(json.dumps(document, separators=(",", ":"), ensure_ascii=False) + "\n")
    print(name, path.stat().st_size)


def read_back(folder):
    """What pandas and pyarrow read of files that the library wrote."""
    readers = {
        "table.csv": lambda path: pd.read_csv(path, parse_dates=["day"]),
        "table.json": lambda path: pd.read_json(path, convert_dates=["day"], dtype={"flag": "boolean"}),
        "table.jsonl": lambda path: pd.read_json(path, lines=True, convert_dates=["day"], dtype={"flag": "boolean"}),
        "table.arrow": lambda path: pa.ipc.open_file(path).read_all(),
        "table.arrows": lambda path: pa.ipc.open_stream(path.read_bytes()).read_all(),
        "table.parquet": lambda path: pq.read_table(path),
        "table-gzip.parquet": lambda path: pd.read_parquet(path),
    }
    files = {}
    for name, reader in readers.items():
        got = reader(folder / name)
        if isinstance(got, pa.Table):
            got.validate(full=True)
            got = {key: cells(values) for key, values in got.to_pydict().items()}
        else:
            # pandas keeps a date of pd.read_json in UTC or not, as the text says; the moment is the same.
            got = columns(got)
        files[name] = {"bytes": base64.b64encode((folder / name).read_bytes()).decode(), "read": got}
    write("acceptance-pandas-read.json", {"versions": VERSIONS, "files": files})


if len(sys.argv) > 1:
    read_back(Path(sys.argv[1]))
    sys.exit()

rng = np.random.default_rng(SEED)
N = 30


def gaps(values, share, none):
    return [none if rng.random() < share else value for value in values]


SIZES = ["small", "middle", "large"]
TYPES = {"town": "string", "kind": "string", "size": "category", "year": "integer", "flag": "boolean", "day": "date", "rooms": "integer"}
table = pd.DataFrame(
    {
        "town": gaps(rng.choice(["Ames", "Boone", "Nevada", "Öst"], N), 0.12, None),
        "kind": rng.choice(["old", "new"], N),
        "size": pd.Categorical(gaps(rng.choice(SIZES, N), 0.1, None), categories=SIZES, ordered=True),
        "year": rng.integers(2020, 2023, N),
        "flag": rng.choice([True, False], N),
        "day": pd.to_datetime(np.sort(rng.choice(pd.date_range("2023-12-20", "2024-04-02", freq="7H").asi8, N))),
        "price": gaps(np.round(rng.normal(200, 40, N), 2), 0.15, np.nan),
        "area": gaps(np.round(rng.normal(90, 20, N), 1), 0.1, np.nan),
        "rooms": rng.integers(1, 9, N),
    }
)
right = pd.DataFrame(
    {
        "town": gaps(rng.choice(["Ames", "Boone", "Nevada", "Zearing"], 12), 0.1, None),
        "year": rng.integers(2020, 2024, 12),
        "flag": rng.choice([True, False], 12),
        "price": np.round(rng.normal(200, 40, 12), 2),
    }
)
cases = []


def add(subject, kind, options, expected):
    expected = columns(expected) if isinstance(expected, pd.DataFrame) else cells(expected)
    cases.append({"subject": subject, "kind": kind, "options": options, "expected": expected})


# groupby: one case for each statistic.
AGGREGATES = {"count": "count", "sum": "sum", "mean": "mean", "median": "median", "min": "min", "max": "max", "std": "std", "var": "variance", "first": "first", "last": "last", "nunique": "nunique", "prod": "prod"}
for keys in (["town"], ["kind"], ["flag"], ["town", "kind"], ["year", "flag"]):
    for theirs, ours in AGGREGATES.items():
        frame = table.groupby(keys)[["price", "rooms"]].agg(theirs)
        add("groupby", "groupby", {"keys": keys, "statistic": ours, "sort": True, "dropMissing": True}, frame.reset_index())
for keys in (["town"], ["year"]):
    for options in ({"sort": False}, {"dropna": False}):
        frame = table.groupby(keys, **options)[["price", "rooms"]].mean()
        add("groupby", "groupby", {"keys": keys, "statistic": "mean", "sort": options.get("sort", True), "dropMissing": options.get("dropna", True)}, frame.reset_index())
    add("groupby", "transform", {"keys": keys}, table["rooms"] - table.groupby(keys)["rooms"].transform("mean"))

# merge.
for keys in (["town"], ["year"], ["flag"], ["town", "year"], ["town", "year", "flag"]):
    for how in ("inner", "left", "right", "outer"):
        options = {"on": keys, "how": how, "indicator": True}
        add("merge", "merge", options, table[["town", "year", "flag", "price", "rooms"]].merge(right, **options))
add("merge", "merge", {"how": "cross"}, table[["rooms"]].head(4).merge(right[["year"]], how="cross"))
cases[-1]["left"] = ["rooms"]

# pivot and melt.
long = table.dropna(subset=["town"]).drop_duplicates(["town", "kind", "year"])[["town", "kind", "year", "price", "rooms"]].reset_index(drop=True)


def flat(frame):
    frame = frame.copy()
    frame.columns = ["_".join(str(part) for part in name) if isinstance(name, tuple) else str(name) for name in frame.columns]
    return frame.reset_index()


for index, values in ((["town", "year"], "price"), (["town", "year"], "rooms"), (["town", "year"], ["price", "rooms"])):
    add("pivot", "pivot", {"index": index, "columns": "kind", "values": values}, flat(long.pivot(index=index, columns="kind", values=values)))
add("pivot", "pivot", {"index": "kind", "columns": ["town", "year"], "values": "rooms"}, flat(long.pivot(index="kind", columns=["town", "year"], values="rooms")))
for theirs, ours in AGGREGATES.items():
    if theirs == "prod":
        continue
    options = {"index": "town", "columns": "kind", "values": "price", "aggregate": ours}
    add("pivot", "pivotTable", options, flat(table.pivot_table(index="town", columns="kind", values="price", aggfunc=theirs)))
for index, into in (("year", "kind"), (["town", "flag"], "year"), ("flag", "year")):
    add("pivot", "pivotTable", {"index": index, "columns": into, "values": "rooms", "aggregate": "sum", "fillValue": 0}, flat(table.pivot_table(index=index, columns=into, values="rooms", aggfunc="sum", fill_value=0)))
for ids in (["town"], ["town", "day"], ["kind", "flag", "year"]):
    for values in (["price"], ["price", "rooms"], ["price", "area", "rooms"]):
        add("melt", "melt", {"ids": ids, "values": values}, table.melt(id_vars=ids, value_vars=values))
add("melt", "melt", {"ids": ["town"], "values": ["price", "area"], "variableName": "what", "valueName": "much"}, table.melt(id_vars="town", value_vars=["price", "area"], var_name="what", value_name="much"))

# resample: the names of frequencies are those of later versions.
for rule, named in (("D", "D"), ("3D", "3D"), ("W", "W"), ("2W", "2W"), ("MS", "MS"), ("ME", "M"), ("2MS", "2MS"), ("QS", "QS"), ("QE", "Q"), ("YS", "AS"), ("YE", "A"), ("36h", "36H")):
    for options in ({}, {"closed": "left"}, {"closed": "right"}, {"label": "right"}):
        if rule == "2W" and options.get("closed") == "left":
            continue  # the first of two weeks depends on the version
        try:
            groups = table.resample(named, on="day", **options)
        except ValueError as error:
            print("left out:", rule, options, error)
            continue
        out = groups.agg({"price": "mean", "rooms": "sum"})
        used = np.flatnonzero(groups.size())
        out = out.iloc[used[0] : used[-1] + 1]
        add("resample", "resample", {"rule": rule, **options}, out.reset_index())

# rolling.
STATISTICS = {"sum": "sum", "mean": "mean", "std": "std", "var": "variance", "min": "min", "max": "max", "median": "median", "count": "count"}
for window, options in ((3, {}), (5, {"min_periods": 2, "center": True}), (7, {"min_periods": 1})):
    for theirs, ours in STATISTICS.items():
        if theirs == "count" and not options:
            continue  # its least number of values was to change in later versions
        for name in ("price", "rooms"):
            renamed = {"minPeriods" if key == "min_periods" else key: value for key, value in options.items()}
            add("rolling", "rolling", {"name": name, "window": window, "statistic": ours, "options": renamed}, getattr(table[name].rolling(window, **options), theirs)())
for window in ("5D", "20D"):
    for theirs, ours in STATISTICS.items():
        rolled = table.set_index("day")["price"].rolling(window)
        add("rolling", "rolling", {"name": "price", "window": window, "statistic": ours, "on": "day", "options": {}}, getattr(rolled, theirs)())

# Missing values: filling, dropping, counting, reducing, comparing, sorting.
price = table["price"]
for name in ("price", "area", "town", "size"):
    add("missing", "fill", {"name": name, "method": "forward"}, table[name].ffill())
    add("missing", "fill", {"name": name, "method": "backward"}, table[name].bfill())
    add("missing", "fill", {"name": name, "method": "forward", "limit": 1}, table[name].ffill(limit=1))
add("missing", "fill", {"name": "price", "method": "linear"}, price.interpolate())
add("missing", "fillValue", {"name": "price", "value": 0}, price.fillna(0))
add("missing", "fillValue", {"name": "town", "value": "?"}, table["town"].fillna("?"))
for names in ([], ["price"], ["town", "size"]):
    add("missing", "drop", {"names": names}, table.dropna(subset=names or None))
add("missing", "counts", {}, table.isna().sum())
add("missing", "isMissing", {}, table.isna())
for theirs, ours in {**AGGREGATES, "prod": "prod"}.items():
    add("missing", "reduce", {"statistic": ours}, [getattr(price, theirs)() if theirs not in ("first", "last") else price.dropna().iloc[0 if theirs == "first" else -1]])
for operation in ("add", "sub", "mul", "div"):
    add("missing", "arithmetic", {"operation": operation}, getattr(price, operation)(table["area"]))
for method, values in (("cumSum", price.cumsum()), ("cumMax", price.cummax()), ("cumMin", price.cummin()), ("diff", price.diff()), ("shift", price.shift()), ("pctChange", price.pct_change(fill_method=None)), ("rank", price.rank())):
    add("missing", "column", {"method": method}, values)
for by, up in ((["price"], [True]), (["price"], [False]), (["town", "rooms"], [True, False]), (["size", "price"], [False, True])):
    add("missing", "sort", {"by": by, "descending": [not a for a in up]}, table.sort_values(by, ascending=up, kind="stable"))
add("missing", "greater", {"value": 200}, table[price > 200])
add("missing", "corr", {}, table[["price", "area", "rooms"]].corr().rename_axis("column").reset_index())

# Files, with every type and missing values.
frame = table.drop(columns=["kind"]).assign(flag=pd.array(gaps(table["flag"], 0.2, None), dtype="boolean"), gaps=pd.array(gaps(table["rooms"], 0.2, None), dtype="Int64"))
frame["day"] = frame["day"].dt.floor("s")
arrow = pa.Table.from_pandas(frame, preserve_index=False)


def packed(write):
    sink = io.BytesIO()
    write(sink)
    return base64.b64encode(sink.getvalue()).decode()


def ipc(maker):
    def put(sink):
        with maker(sink, arrow.schema) as writer:
            writer.write_table(arrow)

    return packed(put)


iso = frame.assign(day=frame["day"].dt.strftime("%Y-%m-%dT%H:%M:%S"))
files = [
    {"name": "DataFrame.to_csv", "kind": "csv", "text": frame.to_csv(index=False)},
    *({"name": f"DataFrame.to_json, {orient}", "kind": "json", "text": iso.to_json(orient=orient)} for orient in ("records", "columns", "split")),
    {"name": "DataFrame.to_json, lines", "kind": "lines", "text": iso.to_json(orient="records", lines=True)},
    {"name": "DataFrame.to_parquet", "kind": "parquet", "base64": packed(lambda sink: frame.to_parquet(sink, index=False))},
    *({"name": f"pyarrow.parquet, {codec}", "kind": "parquet", "base64": packed(lambda sink: pq.write_table(arrow, sink, compression=codec))} for codec in ("gzip", "zstd")),
    {"name": "pyarrow.ipc, file", "kind": "arrow", "base64": ipc(pa.ipc.new_file)},
    {"name": "pyarrow.ipc, stream", "kind": "arrow", "base64": ipc(pa.ipc.new_stream)},
    {"name": "pyarrow.feather", "kind": "arrow", "base64": packed(lambda sink: pa.feather.write_feather(frame, sink))},
]

write(
    "acceptance-pandas.json",
    {
        "versions": VERSIONS,
        "seed": SEED,
        "types": TYPES,
        "sizes": SIZES,
        "tables": {"table": columns(table), "right": columns(right), "long": columns(long), "files": columns(frame)},
        "cases": cases,
        "files": files,
    },
)
counted = pd.Series([c["subject"] for c in cases]).value_counts()
print(len(cases), counted.to_dict())
