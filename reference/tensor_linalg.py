#!/usr/bin/env python3
"""Write packages/tensor/fixtures/linalg.json and fft-sparse.json: what NumPy and SciPy give for linear algebra, Fourier
transforms and sparse matrices.

A case is {op, args, options, expected}, where expected maps a path into the result ("" for the result itself) to an array,
and optionally {signs: paths compared up to the sign of a column ("U") or row ("Vh"), sets: paths compared as sets of
complex numbers}. An array is {t: dtype, s: shape, d: values row by row}. Run with a Python that has numpy and scipy.
"""
import json
import warnings
from pathlib import Path

import numpy as np
import scipy
import scipy.linalg
import scipy.sparse

FIXTURES = Path(__file__).parent.parent / "packages/tensor/fixtures"
SEED = 20260304
rng = np.random.default_rng(SEED)
warnings.filterwarnings("ignore")
cases = []


def number(value):
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, float) and not np.isfinite(value):
        return "NaN" if np.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def array(a):
    a = np.asarray(a)
    if a.dtype == np.int64:
        a = a.astype(np.int32)
    values = [float(f"{v:.9g}") for v in a.ravel()] if a.dtype == np.float32 else [number(v) for v in a.ravel()]
    return {"t": str(a.dtype), "s": list(a.shape), "d": values}


def code(v):
    if isinstance(v, np.ndarray) or np.isscalar(v) and isinstance(v, np.generic):
        v = np.asarray(v)
        return {"re": array(v.real), "im": array(v.imag)} if np.iscomplexobj(v) else array(v)
    if isinstance(v, list) and v and isinstance(v[0], np.ndarray):
        return [array(x) for x in v]
    return v


def case(op, args, expected, options=None, **more):
    paths = expected if isinstance(expected, dict) else {"": expected}
    cases.append({"op": op, "args": [code(v) for v in args], "options": options or {},
                  "expected": {k: code(np.asarray(v)) for k, v in paths.items()}, **more})


def normal(*shape):
    return np.round(rng.normal(size=shape), 4)


def low(m, n, rank):
    return np.round(rng.normal(size=(m, rank)), 1) @ np.round(rng.normal(size=(rank, n)), 1)


def both(op, args, f, options=None, **more):
    """A case in float64 and one in float32, whose reference is computed in float64."""
    case(op, args, f(*args), options, **more)
    single = [a.astype(np.float32) for a in args]
    result = f(*[a.astype(np.float64) for a in single])
    cast = lambda r: np.asarray(r).astype(np.float32)
    case(op, single, {k: cast(v) for k, v in result.items()} if isinstance(result, dict) else cast(result), options, **more)


inf = float("inf")

# Factorizations.
for shape in [(1, 1), (3, 3), (6, 6), (5, 2), (2, 5), (14, 9), (3, 0)]:
    A = normal(*shape)
    if shape != (3, 0):  # where SciPy gives a permutation without rows
        case("lu", [A], dict(zip("PLU", scipy.linalg.lu(A))))
    case("qr", [A], dict(zip("QR", np.linalg.qr(A))))
    if shape[0] > 0:
        case("qr", [A], dict(zip("QR", np.linalg.qr(A, mode="complete"))), {"mode": "complete"})
    if shape != (3, 0):
        U, S, Vh = np.linalg.svd(A, full_matrices=False)
        case("svd", [A], {"U": U, "S": S, "Vh": Vh}, signs=["U", "Vh"])
        both("svdvals", [A], lambda a: np.linalg.svd(a, compute_uv=False))
both("qr", [normal(4, 3)], lambda a: dict(zip("QR", np.linalg.qr(a))))
both("qr", [normal(2, 3, 4)], lambda a: dict(zip("QR", np.linalg.qr(a))))
case("svd", [A := normal(2, 4, 3)], dict(zip(["U", "S", "Vh"], np.linalg.svd(A, full_matrices=False))), signs=["U", "Vh"])
case("svdvals", [A := low(6, 5, 2)], np.linalg.svd(A, compute_uv=False))
for n in (1, 2, 5, 12, 30):
    A = normal(n, n)
    H = A + A.T
    values, vectors = np.linalg.eigh(H)
    case("eigh", [H], {"values": values, "vectors": vectors}, signs=["vectors"])
    if n < 30:
        both("eigvalsh", [H], np.linalg.eigvalsh)
    case("eigvals", [A], np.linalg.eigvals(A) + 0j, sets=[""])
    if n < 30:
        case("eig", [A], {"values": np.linalg.eig(A)[0] + 0j}, sets=["values"])
case("eigh", [H := np.diag([2.0, 2.0, -1.0, 5.0])], {"values": np.linalg.eigh(H)[0]})
case("eigh", [np.array([[2.0, 7.0], [7.0, 1.0]])[None].repeat(3, 0) * np.array([1, 2, 3.0])[:, None, None]],
     {"values": np.linalg.eigvalsh(np.array([[2.0, 7.0], [7.0, 1.0]])) * np.array([[1], [2], [3.0]])})
case("eigvalsh", [A := normal(3, 3)], np.linalg.eigvalsh(A, UPLO="U"), {"upper": True})
case("eigvals", [A := normal(3, 4, 4)], np.linalg.eigvals(A) + 0j, sets=[""])
case("eigvals", [np.diag([1.0] * 4, 1)], np.zeros(5) + 0j, sets=[""])
case("eigvals", [np.roll(np.eye(6), 1, 0)], np.exp(2j * np.pi * np.arange(6) / 6), sets=[""])

# Systems, determinants and inverses, also several at once.
for a, b in [((4, 4), (4,)), ((4, 4), (4, 2)), ((3, 4, 4), (4, 2)), ((2, 1, 3, 3), (4, 3, 2)), ((3, 3), (5, 3, 1)), ((18, 18), (18, 3))]:
    A, B = normal(*a) + 3 * np.eye(a[-1]), normal(*b)
    both("solve", [A, B], lambda x, y: np.linalg.solve(x, y))
    if len(a) == 2 and len(b) <= 2:
        case("triangularSolve", [A, B], scipy.linalg.solve_triangular(A, B, lower=True))
        case("triangularSolve", [A, B], scipy.linalg.solve_triangular(A, B, lower=False, trans="T"), {"lower": False, "transpose": True})
for shape in [(1, 1), (3, 3), (2, 3, 3), (2, 2, 2, 2), (14, 14)]:
    A = normal(*shape) + 2 * np.eye(shape[-1])
    both("inverse", [A], np.linalg.inv)
    both("determinant", [A], np.linalg.det)
    both("slogdet", [A], lambda a: dict(zip(["sign", "logAbsDet"], np.linalg.slogdet(a))))
    S = A @ np.swapaxes(A, -1, -2) + np.eye(shape[-1])
    case("cholesky", [S], np.linalg.cholesky(S))
case("slogdet", [np.ones((3, 3))], {"sign": np.array(0.0), "logAbsDet": np.array(-inf)})
case("determinant", [np.zeros((0, 0))], np.array(1.0))

# Rank, pseudo-inverse, norms, condition.
for A in [normal(3, 3), normal(5, 2), normal(2, 5), low(6, 5, 2), low(4, 7, 3), normal(2, 4, 3), np.zeros((3, 2))]:
    case("pinv", [A], np.linalg.pinv(A, rcond=max(A.shape[-2:]) * np.finfo(float).eps))
    case("matrixRank", [A], np.asarray(np.linalg.matrix_rank(A)))
for A in [normal(3, 3), normal(2, 4), normal(5, 3), normal(2, 3, 3)]:
    for ord in ("fro", "nuc", 1, -1, 2, -2, inf, -inf):
        value = np.linalg.norm(A, ord, axis=(-2, -1))
        case("matrixNorm", [A], value, {"ord": "Infinity" if ord == inf else "-Infinity" if ord == -inf else ord})
    for ord in ("fro", 1, -1, inf, -inf) if A.shape[-1] == A.shape[-2] else ():
        case("cond", [A], np.linalg.cond(A, ord), {"ord": "Infinity" if ord == inf else "-Infinity" if ord == -inf else ord})
    case("cond", [A], np.linalg.cond(A))
    case("cond", [A], np.linalg.cond(A, -2), {"ord": -2})
for ord in (0, 1, 1.5, 2, 3, -1, -2.5, inf, -inf):
    for axis in (0, 1):
        x = normal(3, 4)
        case("norm", [x, axis], np.linalg.norm(x, ord, axis=axis), {"ord": "Infinity" if ord == inf else "-Infinity" if ord == -inf else ord})

# Functions of matrices, and products.
for n in (0, 1, 2, 3, 7, -1, -3):
    case("matrixPower", [A := normal(3, 3) + np.eye(3) * 2, n], np.linalg.matrix_power(A, n))
for scale in (0, 1e-3, 0.02, 0.1, 0.5, 1, 3, 12):
    A = normal(4, 4) * scale
    case("matrixExp", [A], scipy.linalg.expm(A))
case("matrixExp", [A := normal(3, 2, 2)], scipy.linalg.expm(A))
case("matrixExp", [A := np.array([[0, -30.0], [30.0, 0]])], scipy.linalg.expm(A))
for a, b in [((2, 2), (3, 1)), ((3,), (2,)), ((2, 3), (2,)), ((2, 1, 3), (2, 2)), ((), (3,))]:
    both("kron", [A := normal(*a), B := normal(*b)], lambda x, y: np.kron(x, y))
case("multiDot", [m := [normal(10, 2), normal(2, 30), normal(30, 3)]], np.linalg.multi_dot(m))
case("multiDot", [m := [normal(3), normal(3, 4), normal(4)]], np.linalg.multi_dot(m))
case("multiDot", [m := [normal(2, 3), normal(3, 4), normal(4, 2), normal(2, 5)]], np.linalg.multi_dot(m))
for a, b in [((3,), (3,)), ((4, 3), (3,)), ((2, 1, 3), (4, 3))]:
    both("cross", [normal(*a), normal(*b)], lambda x, y: np.cross(x, y))
for a, b, axes in [((2, 3), (3, 4), 1), ((2, 3), (2, 3), 2), ((2, 3), (4,), 0), ((2, 3, 4), (4, 3, 5), [[1, 2], [1, 0]]), ((2, 3, 4), (2, 5), [0, 0]), ((2, 0), (0, 3), 1)]:
    A, B = normal(*a), normal(*b)
    case("tensordot", [A, B, axes], np.tensordot(A, B, axes))
for a, b in [((3,), (3,)), ((2, 3), (3,)), ((2, 3), (4, 3)), ((2, 1, 3), (2, 3)), ((), (3,))]:
    case("inner", [A := normal(*a), B := normal(*b)], np.inner(A, B))
case("vander", [x := normal(4)], np.vander(x))
case("vander", [x := normal(3)], np.vander(x, 5, increasing=True), {"columns": 5, "increasing": True})


def write(name):
    source = f"numpy {np.__version__}, scipy {scipy.__version__}"
    text = json.dumps({"source": source, "seed": SEED, "cases": cases}, separators=(",", ":"))
    (FIXTURES / name).write_text(text + "\n")
    print(name, len(cases), "cases")
    cases.clear()


write("linalg.json")

# Fourier transforms.
for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 15, 16, 17, 20, 25, 29, 32, 36, 49, 51, 64, 74, 100):
    x = normal(n) + 1j * normal(n)
    case("fft", [x], np.fft.fft(x))
    case("ifft", [x], np.fft.ifft(x))
    case("rfft", [x.real], np.fft.rfft(x.real))
    case("irfft", [x], np.fft.irfft(x[: n // 2 + 1], n), {"n": n})
for norm in ("backward", "ortho", "forward"):
    for axis, n in [(0, None), (1, 3), (-1, 9)]:
        x = normal(4, 5) + 1j * normal(4, 5)
        options = {"norm": norm, "axis": axis, **({"n": n} if n else {})}
        case("fft", [x], np.fft.fft(x, n, axis, norm), options)
        case("ifft", [x], np.fft.ifft(x, n, axis, norm), options)
        case("rfft", [x.real], np.fft.rfft(x.real, n, axis, norm), options)
        case("irfft", [x], np.fft.irfft(x, n, axis, norm), options)
    x = normal(2, 3, 4) + 1j * normal(2, 3, 4)
    for f in ("fft2", "ifft2", "fftn", "ifftn"):
        case(f, [x], getattr(np.fft, f)(x, norm=norm), {"norm": norm})
x = normal(3, 4, 5)
case("fftn", [x], np.fft.fftn(x, [2, 6], [0, 2]), {"s": [2, 6], "axes": [0, 2]})
case("ifftn", [x], np.fft.ifftn(x, [2, 6], [1, 2]), {"s": [2, 6]})
for n in (1, 2, 5, 8):
    case("fftfreq", [n, 0.25], np.fft.fftfreq(n, 0.25))
    case("rfftfreq", [n, 0.25], np.fft.rfftfreq(n, 0.25))
    case("fftshift", [x := normal(n, 3)], np.fft.fftshift(x))
    case("ifftshift", [x, 0], np.fft.ifftshift(x, 0))

# Sparse matrices: the dense operands become sparse in the test.
def holes(*shape):
    return np.where(rng.random(shape) < 0.35, normal(*shape), 0)


for m, n, k in [(3, 4, 2), (5, 5, 5), (1, 6, 3), (12, 7, 4)]:
    A, B, C = holes(m, n), holes(m, n), holes(n, k)
    S, T, U = (scipy.sparse.csr_array(x) for x in (A, B, C))
    case("sparse.add", [A, B], (S + T).toarray())
    case("sparse.sub", [A, B], (S - T).toarray())
    case("sparse.matmul", [A, C], (S @ U).toarray())
    case("sparse.dense", [A, x := normal(n, 3)], S @ x)
    case("sparse.vector", [A, x := normal(n)], S @ x)
    case("sparse.left", [A, x := normal(2, m)], x @ S)
    case("sparse.transpose", [A], S.T.toarray())
    case("sparse.diagonal", [A], S.diagonal())
    case("sparse.sum0", [A], np.asarray(S.sum(0)).ravel())
    case("sparse.sum1", [A], np.asarray(S.sum(1)).ravel())
write("fft-sparse.json")
