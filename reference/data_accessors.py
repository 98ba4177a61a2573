#!/usr/bin/env python3
"""Write packages/data/fixtures/accessors.json: pandas' methods of text, dates and categories for every row."""
import json
from pathlib import Path

import numpy as np
import pandas as pd

OUT = Path(__file__).parent.parent / "packages/data/fixtures/accessors.json"
SEED = 53
rng = np.random.default_rng(SEED)

texts = [" Ames ", "BOONE", "nevada, IA", None, "", "Zearing-50278", "a,b,,c", "Åsa Öberg", "x👍y", "aaaa", "tab\there", "Mr. Owen Harris"]
days = pd.Timestamp("1899-12-30") + pd.to_timedelta(rng.integers(0, 80000 * 86400, 40), unit="s")
edges = ["2020-12-31", "2021-01-01", "2021-01-03", "2021-01-04", "2024-02-29 23:59:59.999", "2024-12-30", "2026-12-31 12:00", "2027-01-01", "1969-12-31 23:30:30.500", "1970-01-01"]
dates = pd.Series(list(days) + [pd.Timestamp(edge) for edge in edges] + [pd.NaT]).astype("datetime64[ms]")
s = pd.Series(texts, dtype="str")


def cell(v):
    if isinstance(v, pd.Timestamp):
        return int(v.value // 10**6)
    if pd.isna(v):
        return None
    return v.item() if hasattr(v, "item") else v


cases = []


def add(accessor, method, arguments, values, present=None):
    """Where the text is missing pandas may say false; here it stays missing."""
    out = [cell(v) for v in values]
    if present is not None:
        out = [v if there else None for v, there in zip(out, present)]
    cases.append({"accessor": accessor, "method": method, "arguments": arguments, "expected": out})


there = s.notna()
for method, values in (("lower", s.str.lower()), ("upper", s.str.upper()), ("strip", s.str.strip()), ("length", s.str.len()), ("title", s.str.title())):
    add("str", method, [], values, there)
for text in ("a", ",", "zz", "IA", "."):
    add("str", "contains", [text], s.str.contains(text, regex=False), there)
    add("str", "startsWith", [text], s.str.startswith(text), there)
    add("str", "endsWith", [text], s.str.endswith(text), there)
    add("str", "replace", [text, "<$1>"], s.str.replace(text, "<$1>", regex=False), there)
    for part in (0, 1, -1, 5):
        add("str", "split", [text, part], s.str.split(text, regex=False).str[part], there)
# Expressions that mean the same to Python, Arrow and JavaScript: Arrow counts "^" anew after each match.
for pattern in (r"\d+", "[A-Z]", "a{2}", r"\s"):
    add("str", "contains", [{"regex": pattern}], s.str.contains(pattern, regex=True), there)
    add("str", "count", [{"regex": pattern}], s.str.count(pattern), there)
    add("str", "replace", [{"regex": pattern}, "_"], s.str.replace(pattern, "_", regex=True), there)
for start, end in ((0, 3), (2, None), (-3, None), (1, -1)):
    add("str", "slice", [start] + ([] if end is None else [end]), s.str.slice(start, end), there)
for pattern in (r"(\d+)", r"^([A-Za-z])", r"(?:Mr|Mrs)\. (\w+)", r"(a)(z)?"):
    add("str", "extract", [{"regex": pattern}], s.str.extract(pattern)[0], there)
add("str", "extract", [{"regex": r"(a)(z)?"}, 2], s.str.extract(r"(a)(z)?")[1], there)
for width, side, fill in ((8, "left", " "), (8, "right", "*"), (8, "both", "-"), (9, "both", "-"), (3, "left", "0")):
    add("str", "pad", [width, {"side": side, "fill": fill}], s.str.pad(width, side=side, fillchar=fill), there)

dt = dates.dt
for method, values in (("year", dt.year), ("month", dt.month), ("day", dt.day), ("hour", dt.hour), ("minute", dt.minute), ("second", dt.second), ("dayOfWeek", dt.dayofweek), ("dayOfYear", dt.dayofyear), ("quarter", dt.quarter), ("weekOfYear", dt.isocalendar().week)):
    add("dt", method, None, values)
for frequency in ("D", "h", "15min", "30s", "3h"):
    for method in ("floor", "ceil", "round"):
        add("dt", method, [frequency], getattr(dt, method)(frequency))
for text in ("%Y-%m-%d %H:%M:%S.%f", "%d.%m.%y", "%a %A %b %B", "%I:%M %p, day %j", "%G-W%V-%u (%w) 100%%"):
    add("dt", "format", [text], dt.strftime(text))
for offset in ({"months": 1}, {"years": -1}, {"months": -13, "days": 2}, {"weeks": 1, "hours": -5, "minutes": 7, "seconds": 1, "milliseconds": 3}):
    add("dt", "add", [offset], dates + pd.DateOffset(**offset))

OUT.write_text(
    json.dumps({"source": f"pandas {pd.__version__}", "seed": SEED, "texts": texts, "dates": [cell(d) for d in dates], "cases": cases}, separators=(",", ":")) + "\n"
)
print(len(cases), OUT.stat().st_size)
