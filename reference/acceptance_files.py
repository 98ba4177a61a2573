#!/usr/bin/env python3
"""Write packages/files/fixtures/acceptance-files.json: one small text, CSV, JSON and .npy files, by Python and NumPy."""
import base64
import csv
import io
import json
import platform
from pathlib import Path

import numpy as np

TEXT = "naïve café, Zürich, 東京 😀\r\na second line\n"
NAMES = ["town", "note", "area", "homes"]
ROWS = [
    ["Zürich", 'says "grüezi"', 87.88, 3],
    ["東京", "two\nlines", 2194.5, -1],
    ["Ames, Iowa", "😀", 0.25, 2147483647],
]
MATRIX = np.array([[0.1, -2.5, 1e300], [5e-324, -0.0, np.inf]])


def as_csv():
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(NAMES)
    writer.writerows(ROWS)
    return out.getvalue().encode()


def as_json():
    rows = [dict(zip(NAMES, row)) for row in ROWS]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def as_npy(array):
    out = io.BytesIO()
    np.save(out, array)
    return out.getvalue()


files = {
    "text.txt": TEXT.encode(),
    "towns.csv": as_csv(),
    "towns.json": as_json(),
    "matrix.npy": as_npy(MATRIX),
    "counts.npy": as_npy(np.arange(-3, 4, dtype=np.int32)),
}
out = {
    "source": f"Python {platform.python_version()}, NumPy {np.__version__}",
    "files": {name: base64.b64encode(data).decode() for name, data in files.items()},
}
path = Path(__file__).parent.parent / "packages/files/fixtures/acceptance-files.json"
path.write_text(json.dumps(out, indent=1) + "\n")
