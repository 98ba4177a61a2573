#!/usr/bin/env python3
"""Write packages/core/fixtures/random-state.json: NumPy's legacy RandomState for some seeds."""
import json
from pathlib import Path

import numpy as np

OUT = Path(__file__).parent.parent / "packages/core/fixtures/random-state.json"
cases = []
for seed in (0, 1, 42, 2**32 - 1):
    cases.append(
        {
            "seed": seed,
            "uniform": np.random.RandomState(seed).random_sample(1000).tolist()[-5:],
            "permutation": np.random.RandomState(seed).permutation(20).tolist(),
            "normals": np.random.RandomState(seed).standard_normal(2001).tolist()[-5:],
            "integers": np.random.RandomState(seed).randint(3, 45, 20).tolist(),
        }
    )
OUT.write_text(json.dumps({"source": f"numpy {np.__version__}, RandomState", "cases": cases}) + "\n")
