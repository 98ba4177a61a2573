#!/usr/bin/env python3
"""Write packages/tensor/fixtures/acceptance-eigen.json: eigenvalues and eigenspaces of 100 matrices, by scipy.linalg.

50 matrices are symmetric and 50 are not; 20 of each have eigenvalues that repeat. All entries are small multiples of 1/8, so
that the file is short and exact. Where an eigenvalue repeats its eigenvectors are not determined, but the space they lie in is:
`spaces` holds, for each distinct eigenvalue, an orthonormal basis of its eigenspace, one vector a row. SciPy's own vectors lie
in it, which is checked here.
"""
import json
from pathlib import Path

import numpy as np
import scipy
import scipy.linalg

SEED = 20261122
SAME = 1e-6  # eigenvalues this close are one that repeats; distinct ones here are farther apart
random = np.random.default_rng(SEED)


def eighths(n):
    return random.integers(-24, 25, (n, n)) / 8


def unimodular(n):
    """An integer matrix whose inverse has integers too."""
    lower = np.tril(random.integers(-1, 2, (n, n)), -1) + np.eye(n)
    upper = np.triu(random.integers(-1, 2, (n, n)), 1) + np.eye(n)
    return lower @ upper


def repeated(n):
    """n integers of which the first comes three times, the second twice."""
    first, second, *rest = random.permutation(np.arange(-5, 6)).astype(float)
    return np.array(([first] * 3 + [second] * 2 + rest)[:n])


def symmetric_repeated(k, n):
    if k % 3 == 0:  # the Laplacian of a ring: pairs of equal eigenvalues
        return 2 * np.eye(n) - np.roll(np.eye(n), 1, 0) - np.roll(np.eye(n), -1, 0)
    if k % 3 == 1:  # a multiple of the identity and one direction more
        v = random.integers(-2, 3, n)
        return random.integers(-3, 4) * np.eye(n) + np.outer(v, v)
    signs = 2.0 * random.integers(0, 2, n) - 1
    reflect = np.eye(n)  # orthogonal with entries ±1/2: blocks of four
    reflect[:4, :4] -= 0.5 * np.outer(signs[:4], signs[:4])
    return reflect @ np.diag(repeated(n)) @ reflect


def general_repeated(k, n):
    if k % 4 == 0:  # a permutation with two cycles of one length: pairs of complex eigenvalues, twice
        order = np.r_[np.roll(np.arange(n // 2), 1), np.roll(np.arange(n // 2, 2 * (n // 2)), 1)]
        return np.eye(2 * (n // 2))[order]
    P = unimodular(n)
    return P @ np.diag(repeated(n)) @ np.round(np.linalg.inv(P))


def groups(values):
    """The places of each distinct eigenvalue; `order` stays as SciPy gives it."""
    left, found = list(range(len(values))), []
    while left:
        same = [i for i in left if abs(values[i] - values[left[0]]) < SAME]
        left = [i for i in left if i not in same]
        found.append(same)
    for i, a in enumerate(found):
        for b in found[i + 1:]:
            assert abs(values[a[0]] - values[b[0]]) > 100 * SAME, "eigenvalues are neither equal nor apart"
    return found


def digits(a):
    return [float(f"{v:.13g}") + 0.0 for v in np.ravel(a)]


def space(A, value, vectors):
    basis = scipy.linalg.null_space(A - value * np.eye(len(A)), rcond=1e-9)
    assert basis.shape == vectors.shape, "the matrix has too few eigenvectors"
    assert np.abs(vectors - basis @ (basis.conj().T @ vectors)).max() < 1e-10
    basis = basis.T
    out = {"value": digits([value.real, value.imag]), "count": len(basis), "real": digits(basis.real)}
    return out if np.allclose(basis.imag, 0, atol=1e-14) else {**out, "imaginary": digits(basis.imag)}


def case(A, symmetric):
    values, vectors = scipy.linalg.eigh(A) if symmetric else scipy.linalg.eig(A)
    values = values.astype(complex)
    spaces = [space(A, values[same].mean(), vectors[:, same]) for same in groups(values)]
    return {"n": len(A), "symmetric": symmetric, "A": np.ravel(A).tolist(), "spaces": spaces}


cases = []
for k in range(30):
    A = eighths(2 + k % 8)
    cases += [case((A + A.T) / 2, True), case(A, False)]
for k in range(20):
    n = 4 + k % 5
    cases += [case(symmetric_repeated(k, n), True), case(general_repeated(k, n), False)]

out = {"source": f"SciPy {scipy.__version__}", "seed": SEED, "cases": cases}
path = Path(__file__).parent.parent / "packages/tensor/fixtures/acceptance-eigen.json"
path.write_text(json.dumps(out, separators=(",", ":")).replace('{"n"', '\n{"n"') + "\n")
