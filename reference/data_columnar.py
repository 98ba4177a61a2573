#!/usr/bin/env python3
"""Write packages/data/fixtures/columnar.json: Parquet and Arrow IPC files by pyarrow and pandas, in base64, and the
values they hold; what the library writes goes the other way in data_columnar_read.py. Needs pandas and pyarrow.
"""
import base64
import io
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq

OUT = Path(__file__).parent.parent / "packages/data/fixtures/columnar.json"
SEED = 20261121
rng = np.random.default_rng(SEED)

n = 40
some = rng.random(n) < 0.2
frame = pd.DataFrame(
    {
        "number": np.where(some, np.nan, np.round(rng.normal(size=n), 6)),
        "single": rng.integers(-8, 8, n).astype("float32") / 4,
        "whole": rng.integers(-(2**40), 2**40, n),
        "small": rng.integers(0, 200, n).astype("uint8"),
        "gaps": pd.array([None if m else int(k) for m, k in zip(some, rng.integers(0, 9, n))], dtype="Int32"),
        "text": [None if m else ["Ames", "Öl", "日本", "", "a,b"][k] for m, k in zip(some, rng.integers(0, 5, n))],
        "flag": pd.array([None if m else bool(k) for m, k in zip(some, rng.integers(0, 2, n))], dtype="boolean"),
        "time": pd.to_datetime(rng.integers(0, 10**9, n) * 1500 + 7, unit="ms"),
        "day": [None if m else d.date() for m, d in zip(some, pd.to_datetime(rng.integers(-5000, 20000, n), unit="D"))],
        "level": pd.Categorical.from_codes(np.where(some, -1, rng.integers(0, 3, n)), ["low", "mid", "high"], ordered=True),
    }
)
table = pa.Table.from_pandas(frame)
long = pa.table({"k": pa.array(np.tile(np.arange(16), 750)), "t": pa.array(["abc", "abd", None, "x"] * 3000)})


def millis(value):
    if value is None or value is pd.NaT:
        return None
    return int((pd.Timestamp(value) - pd.Timestamp(0)) // pd.Timedelta(milliseconds=1))


def values(name):
    column = frame[name]
    if name in ("time", "day"):
        return [millis(v) for v in column]
    return [None if pd.isna(v) else v for v in column.astype(object)]


def packed(write):
    sink = io.BytesIO()
    write(sink)
    return base64.b64encode(sink.getvalue()).decode()


def ipc(data, maker, codec):
    def write(sink):
        with maker(sink, data.schema, options=pa.ipc.IpcWriteOptions(compression=codec)) as writer:
            writer.write_table(data, max_chunksize=20 if data.num_rows < 100 else None)

    return packed(write)


def parquet(data, **options):
    return packed(lambda sink: pq.write_table(data, sink, **options))


cases = []
for codec in ["snappy", "gzip", "zstd", "lz4", "brotli"]:
    cases.append({"name": f"parquet, {codec}", "kind": "parquet", "file": parquet(table, compression=codec)})
cases += [
    {"name": "parquet, row groups of 17", "kind": "parquet", "file": parquet(table, row_group_size=17)},
    {"name": "parquet, pages version 2", "kind": "parquet", "file": parquet(table, data_page_version="2.0")},
    {"name": "parquet, no dictionary", "kind": "parquet", "file": parquet(table, use_dictionary=False)},
    {"name": "pandas.to_parquet", "kind": "parquet", "file": packed(lambda s: frame.to_parquet(s, index=False))},
]
for codec in [None, "lz4", "zstd"]:
    cases.append({"name": f"arrow file, {codec}", "kind": "arrow", "file": ipc(table, pa.ipc.new_file, codec)})
    cases.append({"name": f"arrow stream, {codec}", "kind": "arrow", "file": ipc(table, pa.ipc.new_stream, codec)})
cases.append({"name": "pandas.to_feather", "kind": "arrow", "file": packed(lambda s: feather.write_feather(frame, s))})

nested = pa.table({"n": [1, 2], "list": [[1], [2, 3]], "bytes": pa.array([b"a", b"b"]), "big": [2**60 + 1, 1]})
json_text = {orient: frame.drop(columns=["time", "day"]).to_json(orient=orient) for orient in ["records", "columns", "split"]}
json_text["lines"] = frame.drop(columns=["time", "day"]).to_json(orient="records", lines=True)

fixture = {
    "about": f"pandas {pd.__version__}, pyarrow {pa.__version__}, seed {SEED}",
    "columns": {name: values(name) for name in frame.columns},
    "cases": cases,
    "long": {
        "rows": long.num_rows,
        "parquet": {c: parquet(long, compression=c) for c in ["snappy", "gzip", "zstd"]},
        "arrow": {c: ipc(long, pa.ipc.new_file, c) for c in ["lz4", "zstd"]},
    },
    "nested": {"parquet": parquet(nested), "arrow": ipc(nested, pa.ipc.new_file, None)},
    "json": json_text,
}


def plain(value):
    return value.item() if hasattr(value, "item") else str(value)


OUT.parent.mkdir(exist_ok=True)
OUT.write_text(json.dumps(fixture, default=plain, ensure_ascii=False, separators=(",", ":")) + "\n")
print(OUT.stat().st_size)
