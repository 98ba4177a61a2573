#!/usr/bin/env python3
"""Read with pandas and pyarrow what the library writes: the other direction of data_columnar.py. Give it the folder
with table.parquet, table-gzip.parquet, table.arrow, table.arrows and table.json that `encodeParquet`,
`encodeArrow` and `formatJSON` made of the table below. What they can read is
kept in packages/data/fixtures/columnar-written.json, which the tests compare with. Needs pandas and pyarrow.
"""
import base64
import json
import sys
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

folder = Path(sys.argv[1])
dates = ["1970-01-01", None, "2024-02-29T12:30:00.123", "1905-01-01"]
expected = {
    "number": [0.1, None, -1e300, 4.0],
    "text": ["a", None, "", "日本 😀"],
    "flag": [True, None, False, True],
    "date": [None if d is None else pd.Timestamp(d).to_pydatetime() for d in dates],
    "whole": [1, None, 2**53 - 1, -5],
    "level": ["high", None, "low", "high"],
}
types = {"number": "double", "text": "string", "flag": "bool", "date": "timestamp[ms]", "whole": "int64"}

tables = {name: pq.read_table(folder / name) for name in ["table.parquet", "table-gzip.parquet"]}
tables["table.arrow"] = pa.ipc.open_file(folder / "table.arrow").read_all()
tables["table.arrows"] = pa.ipc.open_stream((folder / "table.arrows").read_bytes()).read_all()
for name, table in tables.items():
    table.validate(full=True)
    assert table.to_pydict() == expected, (name, table.to_pydict())
    assert {k: str(table.schema.field(k).type) for k in types} == types, (name, table.schema)
    print(name, "is right")
level = pd.read_feather(folder / "table.arrow")["level"]
assert list(level.cat.categories) == ["low", "mid", "high"] and level.cat.ordered
frame = pd.read_json(folder / "table.json")
assert list(frame["text"].astype(object).where(frame["text"].notna(), None)) == expected["text"]
assert [pd.Timestamp(frame["date"].iloc[k]) for k in (0, 2, 3)] == [expected["date"][k] for k in (0, 2, 3)]
print("pandas", pd.__version__, "and pyarrow", pa.__version__, "read every file")
OUT = Path(__file__).parent.parent / "packages/data/fixtures/columnar-written.json"
written = {name: base64.b64encode((folder / name).read_bytes()).decode() for name in tables if "gzip" not in name}
written = {"about": f"read by pandas {pd.__version__}, pyarrow {pa.__version__}", **written}
OUT.write_text(json.dumps(written, indent=1) + "\n")
