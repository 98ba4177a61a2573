#!/usr/bin/env python3
"""Write packages/tensor/fixtures/acceptance-svd.json: singular values of 66 matrices, by numpy.linalg.svd.

The matrices are not in the file. Both sides make them, exactly alike, from a 32-bit linear congruential generator: entries
x/2³² − ½, or for a matrix of low rank the product of two factors of whole numbers from −3 to 3.
"""
import json
from pathlib import Path

import numpy as np

CASES = [(m, n, min(m, n)) for m, n in [(1, 1), (1, 9), (7, 1), (2, 2), (3, 5), (5, 3), (8, 8), (20, 6), (6, 20), (40, 40)] * 3]
CASES += [(m, n, r) for m, n in [(2, 2), (6, 6), (12, 5), (5, 12), (30, 30), (60, 20)] for r in (0, 1, 2, 4)]
CASES += [(80, 80, r) for r in (1, 7, 40, 79)]
CASES += [(1000, 50, 50), (1000, 50, 50), (1000, 50, 1), (1000, 50, 10), (1000, 50, 49), (50, 1000, 50), (50, 1000, 30), (200, 200, 200)]


def numbers(count, seed):
    """x/2³² for x ← 1664525·x + 1013904223 mod 2³²."""
    out, x = [], seed
    for _ in range(count):
        x = (1664525 * x + 1013904223) % 2**32
        out.append(x / 2**32)
    return np.array(out)


def matrix(m, n, rank, seed):
    if rank == min(m, n):
        return (numbers(m * n, seed) - 0.5).reshape(m, n)
    whole = np.floor(7 * numbers((m + n) * rank, seed)) - 3
    return whole[: m * rank].reshape(m, rank) @ whole[m * rank :].reshape(rank, n)


cases = []
for seed, (m, n, rank) in enumerate(CASES):
    rank = min(rank, m, n)
    values = np.linalg.svd(matrix(m, n, rank, seed), compute_uv=False)
    # What numpy.linalg.svd leaves of a zero is rounding: 13 digits of the largest say the same.
    cases.append({"m": m, "n": n, "rank": rank, "seed": seed, "values": [float(f"{v:.15g}") for v in values]})

out = {"source": f"NumPy {np.__version__}", "cases": cases}
path = Path(__file__).parent.parent / "packages/tensor/fixtures/acceptance-svd.json"
path.write_text(json.dumps(out, separators=(",", ":")).replace('{"m"', '\n{"m"') + "\n")
