#!/usr/bin/env python3
"""Write packages/data/fixtures/acceptance-describe.json: pandas' describe() of six bundled tables."""
import json
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).parent.parent / "packages/data"
# The wines' cultivar is a number in the file and a category in the table.
tables = {}
for name in ("iris", "wine", "penguins", "breast-cancer", "diabetes", "macro"):
    frame = pd.read_csv(ROOT / f"datasets/{name}.csv.gz").select_dtypes("number").drop(columns="cultivar", errors="ignore")
    described = frame.describe()
    tables[name] = {"rows": len(frame), "missing": int(frame.isna().sum().sum()), "statistics": list(described.index), "columns": [[None if pd.isna(v) else float(v) for v in described[c]] for c in described]}
OUT = ROOT / "fixtures/acceptance-describe.json"
OUT.write_text(json.dumps({"source": f"pandas {pd.__version__}", "tables": tables}, separators=(",", ":")) + "\n")
print({n: (t["rows"], t["missing"], len(t["columns"])) for n, t in tables.items()})
