#!/usr/bin/env python3
"""Write course/projects/csv-loader/pandas.json: small awkward CSV files, and what pandas makes of them."""
import io
import json
import random
from pathlib import Path

import pandas as pd
from pandas.api.types import is_numeric_dtype

BOM = "\ufeff"
CASES = {
    "plain": {
        "three-columns": "id,area,price\n1,80,215.5\n2,120,330\n3,95,240.25\n",
        "no-line-end": "town,n\nAmes,3\nBoone,1",
        "one-column": "price\n3\n1.5\n2\n",
        "numbers": "a,b\n1e3,-0.5\n2.5E-2,.5\n+4,100.\n",
        "empty-line": "a,b\n1,x\n\n2,y\n\n",
        "short-row": "a,b,c\n1,2,3\n4,5\n6,7,8\n",
    },
    "quotes": {
        "delimiter-inside": 'town,note\n"Ames, Iowa",big\nBoone,"small, and quiet"\n',
        "doubled-quote": 'id,note\n1,"she said ""no"""\n2,""""\n3,"a ""b"" c"\n',
        "line-end-inside": 'id,note\n1,"first line\nsecond line"\n2,"x\r\ny"\n3,z\n',
        "header": '"living area","price, $"\n80,1\n95,2\n',
        "number": 'n,t\n"12",a\n"3.5","b"\n',
        "quote-inside": 'id,size\n1,5" wide\n2,6"\n',
    },
    "bom-and-line-ends": {
        "bom": f"{BOM}id,town\n1,Ames\n2,Boone\n",
        "bom-and-quote": f'{BOM}"id","town"\n1,Ames\n2,Boone\n',
        "crlf": "id,town\r\n1,Ames\r\n2,Boone\r\n",
        "cr": "id,town\r1,Ames\r2,Boone\r",
        "umlauts": f"{BOM}stra\u00dfe,ort\r\nR\u00e4mistra\u00dfe,Z\u00fcrich\r\n\u00d6lberg,K\u00f6ln",
    },
    "mixed-types": {
        "text-among-numbers": "code,n\n12,1\n7,2\nA7,3\n30,4\n",
        "late-text": "v,n\n" + "".join(f"{i},{i * 2}\n" for i in range(60)) + "many,0\n",
        "nearly-numbers": "a,b,c\n1.2.3,12a,1e\n4,5,6\n",
        "fraction-late": "n\n1\n2\n3.5\n",
        "blanks": "a,b\n 1,x \n 2, y\n",
    },
    "missing": {
        "words": "a,b\n1,x\nNA,NA\n3,null\nNaN,z\n",
        "empty-cells": "a,b,c\n,x,1\n2,,\n3,z,3\n",
        "all-missing": "a,b\n,1\nNA,2\n",
        "zero-is-a-value": "n,m\n0,a\n,b\n0,c\n",
        "quoted-empty": 'n,t\n"",""\n1,a\n',
    },
}
BAD = {
    "too-many": ("a,b\n1,2\n3,4,5\n6,7\n", 3),
    "too-many-late": ("a,b\n" + "1,2\n" * 20 + "1,2,3\n", 22),
    "open-quote": ('a,b\n1,2\n3,"open\n5,6\n', None),
}


def survey() -> str:
    """120 rows with everything at once."""
    random.seed(7)
    rows = ["id,town,income,age,note"]
    for i in range(120):
        town = random.choice(["Ames", '"Story City, IA"', "Boone", '"the ""Hill"""', ""])
        income = random.choice(["", "NA", *[f"{random.lognormvariate(10, 0.6):.2f}"] * 8])
        age = random.choice(["", *[str(random.randint(18, 90))] * 9])
        note = random.choice(["", '"two\nlines"', "x", "7"])
        rows.append(f"{i + 1},{town},{income},{age},{note}")
    return BOM + "\r\n".join(rows) + "\r\n"


def column(name: str, values: pd.Series) -> dict:
    cells = [None if pd.isna(v) else v for v in values]
    if is_numeric_dtype(values):
        found = values.describe()
        keys = {"count": "count", "mean": "mean", "std": "std", "min": "min", "q25": "25%", "median": "50%", "q75": "75%", "max": "max"}
        summary = {k: None if pd.isna(found[p]) else float(found[p]) for k, p in keys.items()}
        return {"name": name, "values": [None if v is None else float(v) for v in cells], "summary": summary}
    counts = values.value_counts()
    assert len(counts) > 0
    summary = {"count": int(values.count()), "unique": len(counts), "freq": int(counts.iloc[0])}
    # Where two texts come equally often there is no one top.
    if len(counts) == 1 or counts.iloc[0] > counts.iloc[1]:
        assert values.describe()["top"] == counts.index[0]
        summary["top"] = counts.index[0]
    return {"name": name, "values": [None if v is None else str(v) for v in cells], "summary": summary}


def read(text: str) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(text.encode()), low_memory=False)


files = []
for criterion, cases in {**CASES, "everything": {"survey": survey()}}.items():
    for name, text in cases.items():
        frame = read(text)
        files.append({"criterion": criterion, "name": name, "text": text, "columns": [column(c, frame[c]) for c in frame]})
bad = []
for name, (text, line) in BAD.items():
    try:
        read(text)
        raise SystemExit(f"{name}: pandas reads it")
    except pd.errors.ParserError as error:
        assert line is None or f"line {line}" in str(error), error
        bad.append({"name": name, "text": text, "line": line, "error": str(error).strip()})

OUT = Path(__file__).parent.parent / "course/projects/csv-loader/pandas.json"
OUT.parent.mkdir(parents=True, exist_ok=True)
OUT.write_text(json.dumps({"source": f"pandas {pd.__version__}", "files": files, "bad": bad}, ensure_ascii=True, separators=(",", ":")) + "\n")
print(len(files), "files,", sum(len(f["columns"]) for f in files), "columns,", OUT.stat().st_size, "bytes")
