"""Runs the Python halves of docs/numpy-and-pytorch.md and writes tools/docs/numpy-and-pytorch.json: what they give.

Where a row has both, NumPy and PyTorch must agree. Needs numpy and torch.
"""

import json
import re
from pathlib import Path

import numpy as np
import torch

root = Path(__file__).parent.parent
torch.set_default_dtype(torch.float64)

arrays = {
    "A": np.array([[4.0, 1, 0], [1, 3, 1], [0, 1, 2]]),
    "B": np.array([[1.0, 2, 3], [4, 5, 6]]),
    "x": np.array([1.5, -2, 0.5]),
    "y": np.array([2, 0.5, -1]),
    "T": np.arange(24.0).reshape(2, 3, 4),
    "i": np.array([2, 0]),
}
numpy_names = {"np": np, **arrays}
torch_names = {"torch": torch, **{name: torch.from_numpy(a) for name, a in arrays.items()}}


def plain(value):
    """Shape and numbers, row by row."""
    array = np.asarray(value.detach().numpy() if isinstance(value, torch.Tensor) else value)
    return {"shape": list(array.shape), "values": [float(v) for v in array.ravel()]}


def code(cell):
    found = re.fullmatch(r"`(.*)`", cell)
    return found and found[1].replace("\\|", "|")


rows = []
for line in (root / "docs/numpy-and-pytorch.md").read_text().splitlines():
    cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
    if len(cells) != 4 or not (code(cells[3])):
        continue
    results = []
    for cell, names in ((cells[1], numpy_names), (cells[2], torch_names)):
        if code(cell):
            results.append(plain(eval(code(cell), dict(names))))
    if len(results) == 2:
        assert results[0]["shape"] == results[1]["shape"], (cells, results)
        assert np.allclose(results[0]["values"], results[1]["values"]), (cells, results)
    rows.append({"what": cells[0], "here": code(cells[3]), "expected": results[0]})

out = {"source": f"NumPy {np.__version__}, PyTorch {torch.__version__}", "rows": rows}
(root / "tools/docs/numpy-and-pytorch.json").write_text(json.dumps(out, indent=1) + "\n")
print(len(rows), "rows")
