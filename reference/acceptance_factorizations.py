#!/usr/bin/env python3
"""Write packages/tensor/fixtures/acceptance-factorizations.json: LU, QR and Cholesky of 100 matrices, by SciPy."""
import json
from pathlib import Path

import numpy as np
import scipy
from scipy import linalg

SEED = 20261121
random = np.random.default_rng(SEED)


def case(k):
    m, n = k % 6 + 1, (k + k // 6) % 6 + 1
    A = np.round(random.normal(size=(m, n)) * 10 ** (k % 3), 3)  # three decimals are short to write down
    # Symmetric and positive definite, exact in three decimals.
    half = np.tril(random.integers(-900, 900, (m, m)))
    S = (half + half.T + np.diag(2000 * m + random.integers(0, 900, m))) / 1000
    P, L, U = linalg.lu(A)
    Q, R = linalg.qr(A, mode="economic")
    parts = {"A": A, "S": S, "P": P.astype(int), "L": L, "U": U, "Q": Q, "R": R, "C": linalg.cholesky(S, lower=True)}
    return {name: part.tolist() for name, part in parts.items()}


source = f"SciPy {scipy.__version__}, NumPy {np.__version__}"
out = {"source": source, "seed": SEED, "cases": [case(k) for k in range(100)]}
path = Path(__file__).parent.parent / "packages/tensor/fixtures/acceptance-factorizations.json"
path.write_text(json.dumps(out, separators=(",", ":")).replace('{"A"', '\n{"A"') + "\n")
