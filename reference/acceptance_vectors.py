#!/usr/bin/env python3
"""Write packages/tensor/fixtures/acceptance-vectors.json: operations on 200 pairs of vectors, by NumPy."""
import json
from pathlib import Path

import numpy as np

SEED = 20261121
random = np.random.default_rng(SEED)


def case(n):
    # Small integers and quarters are exact in every product; the others round.
    u, v = random.normal(size=(2, n)) if n % 2 else random.integers(-20, 20, (2, n)) / 4
    if not u.any() or not v.any():
        u, v = u + 1, v + 2
    s = random.normal()
    return {
        "u": u.tolist(),
        "v": v.tolist(),
        "s": s,
        "add": (u + v).tolist(),
        "scale": (s * u).tolist(),
        "norm": float(np.linalg.norm(u)),
        "projection": ((u @ v) / (u @ u) * u).tolist(),
        "dot": float(np.dot(u, v)),
        "inner": float(np.inner(u, v)),
        "cosine": float(u @ v / (np.linalg.norm(u) * np.linalg.norm(v))),
    }


out = {"source": f"NumPy {np.__version__}", "seed": SEED, "cases": [case(1 + k % 9) for k in range(200)]}
path = Path(__file__).parent.parent / "packages/tensor/fixtures/acceptance-vectors.json"
path.write_text(json.dumps(out, separators=(",", ":")).replace('{"u"', '\n{"u"') + "\n")
