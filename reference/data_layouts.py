"""Writes a small batch in the layout of CIFAR-10 for Python, and a small IDX file, as a fixture.

    python reference/data_layouts.py
"""

import base64
import json
import pickle
from pathlib import Path

import numpy as np

rng = np.random.default_rng(0)
labels = [6, 9]
# Values in few steps, so that the fixture stays small; each channel has its own.
data = np.repeat(rng.integers(0, 256, (2, 96), dtype=np.uint8), 32, axis=1)
batch = {"batch_label": "training batch 1 of 5", "labels": labels, "data": data, "filenames": ["a.png", "b.png"]}
result = {
    "numpy": np.__version__,
    "labels": labels,
    "rows": data[:, ::32].tolist(),
    "protocol2": base64.b64encode(pickle.dumps(batch, protocol=2)).decode(),
    "object": base64.b64encode(pickle.dumps({"labels": np.float64(1)}, protocol=2)).decode(),
}
target = Path(__file__).parent.parent / "packages/data/fixtures/layouts.json"
target.write_text(json.dumps(result, separators=(",", ":")) + "\n")
