#!/usr/bin/env python3
"""Write packages/data/fixtures/crosstab.json: pandas' tables of groups with margins, and its tables of counts."""
import json
from pathlib import Path

import numpy as np
import pandas as pd

OUT = Path(__file__).parent.parent / "packages/data/fixtures/crosstab.json"
SEED = 71
rng = np.random.default_rng(SEED)
N = 40


def gaps(values, share):
    return [None if rng.random() < share else value for value in values]


table = pd.DataFrame(
    {
        "town": pd.Series(gaps(rng.choice(["Ames", "Boone", "Nevada"], N), 0.1), dtype="str"),
        "kind": pd.Series(rng.choice(["old", "new"], N), dtype="str"),
        "year": pd.Series(rng.integers(2020, 2024, N), dtype="int64"),
        "flag": pd.Series(rng.choice([True, False], N)),
        "price": pd.Series(gaps(np.round(rng.normal(200, 40, N), 1), 0.15), dtype="float64"),
        "rooms": pd.Series(rng.integers(1, 9, N), dtype="int64"),
    }
)


def cell(v):
    return None if pd.isna(v) else v.item() if hasattr(v, "item") else v


def written(frame, keys):
    """The index as columns: the first one as text, missing where pandas has an empty one in the margins."""
    frame = frame.copy()
    frame = frame.rename(columns={True: "true", False: "false"})
    frame.columns = ["_".join(str(part) for part in name if part != "") if isinstance(name, tuple) else str(name) for name in frame.columns]
    index = frame.index
    out = {}
    for k, key in enumerate(keys):
        level = index.get_level_values(k) if len(keys) > 1 else index
        out[key] = [None if v == "" else (("true" if v else "false") if isinstance(v, (bool, np.bool_)) else str(v)) for v in level]
    return out | {name: [cell(v) for v in frame[name]] for name in frame.columns}


cases = []
for keys in (["town"], ["year"], ["flag"], ["town", "flag"]):
    for columns in ("kind", None):
        for values in ("price", ["price", "rooms"], "rooms"):
            for theirs, ours in (("mean", "mean"), ("sum", "sum"), ("count", "count"), ("max", "max")):
                got = table.pivot_table(index=keys, columns=columns, values=values, aggfunc=theirs, margins=True)
                options = {"index": keys, "values": values, "aggregate": ours, "margins": True} | ({"columns": columns} if columns else {})
                cases.append({"kind": "pivotTable", "options": options, "expected": written(got, keys)})
got = table.pivot_table(index="town", columns="kind", values="price", margins=True, margins_name="Total")
cases.append({"kind": "pivotTable", "options": {"index": "town", "columns": "kind", "values": "price", "margins": True, "marginsName": "Total"}, "expected": written(got, ["town"])})
for index, columns in (("town", "kind"), ("year", "flag"), ("kind", "year")):
    for margins in (False, True):
        for normalize in (False, "all", "index", "columns"):
            got = pd.crosstab(table[index], table[columns], margins=margins, normalize=normalize)
            options = {"margins": margins, "normalize": normalize or "none"}
            cases.append({"kind": "crosstab", "index": [index], "columns": [columns], "options": options, "expected": written(got, [index])})
got = pd.crosstab([table["town"], table["flag"]], table["kind"])
cases.append({"kind": "crosstab", "index": ["town", "flag"], "columns": ["kind"], "options": {}, "expected": written(got, ["town", "flag"])})
got = pd.crosstab(table["year"], table["kind"], values=table["price"], aggfunc="mean")
cases.append({"kind": "crosstab", "index": ["year"], "columns": ["kind"], "values": "price", "options": {"aggregate": "mean"}, "expected": written(got, ["year"])})

document = {
    "source": f"pandas {pd.__version__}, NumPy {np.__version__}",
    "seed": SEED,
    "types": {"town": "string", "kind": "string", "year": "integer", "flag": "boolean", "rooms": "integer"},
    "table": {name: [cell(v) for v in table[name]] for name in table},
    "cases": cases,
}
OUT.write_text(json.dumps(document, separators=(",", ":")) + "\n")
print(len(cases), OUT.stat().st_size)
