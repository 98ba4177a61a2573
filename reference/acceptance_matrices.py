#!/usr/bin/env python3
"""Write packages/tensor/fixtures/acceptance-matrices.json: operations on 200 sets of matrices, by NumPy."""
import json
from pathlib import Path

import numpy as np

SEED = 20261121
random = np.random.default_rng(SEED)


def matrix(k, rows, columns):
    # Even cases hold quarters, exact in every product; odd ones three decimals. Both are short to write down.
    if k % 2:
        return np.round(random.normal(size=(rows, columns)), 3)
    return random.integers(-8, 9, (rows, columns)) / 4


def square(k, n):
    S = matrix(k, n, n)
    if k % 5 == 0 and n > 1:  # Singular in any arithmetic: a row or a column of zeros.
        if k % 2:
            S[:, n - 1] = 0
        else:
            S[n - 1] = 0
    return S


def inverse(S):
    try:
        return np.linalg.inv(S).tolist()
    except np.linalg.LinAlgError:
        return None


def case(k):
    # Every tenth case has A or B without rows, and every twentieth a square matrix without any.
    m, n, p = (k + k // 6) % 6 + 1, (k // 3) % 5 + 1, (k // 7) % 4 + 1
    if k % 10 == 3:
        m = 0
    if k % 10 == 8:
        n = 0
    A, B = matrix(k, m, n), matrix(k, n, p)
    S = square(k, 0 if k % 20 == 7 else k % 6 + 1)
    if n > 1 and m > 1 and k % 4 == 1:
        A[:, n - 1] = 2 * A[:, 0]  # dependent columns
    return {
        "shapes": [list(A.shape), list(B.shape), list(S.shape)],
        "A": A.ravel().tolist(),
        "B": B.ravel().tolist(),
        "S": S.ravel().tolist(),
        "product": (A @ B).tolist(),
        "transpose": A.T.tolist(),
        "inverse": inverse(S),
        "det": float(np.linalg.det(S)),
        "ranks": [int(np.linalg.matrix_rank(A)), int(np.linalg.matrix_rank(S))],
    }


out = {"source": f"NumPy {np.__version__}", "seed": SEED, "cases": [case(k) for k in range(200)]}
path = Path(__file__).parent.parent / "packages/tensor/fixtures/acceptance-matrices.json"
path.write_text(json.dumps(out, separators=(",", ":")).replace('{"shapes"', '\n{"shapes"') + "\n")
