#!/usr/bin/env python3
"""Write packages/tensor/fixtures/numpy.json: what NumPy and SciPy give for the operations of @gradus/tensor.

A case is {op, args, options, expected}; an array is {t: dtype, s: shape, d: values row by row}, where NaN and
the infinities are strings. Run with a Python that has numpy and scipy.
"""
import json
import warnings
from pathlib import Path

import numpy as np
import scipy
import scipy.linalg
import scipy.special

OUT = Path(__file__).parent.parent / "packages/tensor/fixtures/numpy.json"
SEED = 20260301
rng = np.random.default_rng(SEED)
warnings.filterwarnings("ignore")
np.seterr(all="ignore")
cases = []


def number(value):
    if isinstance(value, (bool, np.bool_)):
        return int(value)
    if isinstance(value, np.float32):
        value = float(str(value))  # the shortest decimal that rounds to it
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, float) and not np.isfinite(value):
        return "NaN" if np.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return int(value) if float(value).is_integer() and abs(value) < 2**53 and not (value == 0 and np.signbit(value)) else value


def array(a):
    a = np.asarray(a)
    if a.dtype == np.int64:
        a = a.astype(np.int32)
    return {"t": str(a.dtype), "s": list(a.shape), "d": [number(v) for v in a.ravel()]}


def case(op, args, expected, **options):
    def code(v):
        return array(v) if isinstance(v, np.ndarray) else v

    cases.append({"op": op, "args": [code(v) for v in args], "options": options, "expected": code(np.asarray(expected))})


# One argument, elementwise: ordinary, awkward and special points.
points = np.concatenate([rng.normal(size=12), rng.normal(size=6) * 30, [0.0, 1.0, -1.0, 0.5, 1.5, 2.5, 1e-8, -1e-8, 1e-300, 700.0, 1e15, np.inf, -np.inf, np.nan]])
positive = np.concatenate([np.exp(rng.normal(size=12) * 5), [0.0, 1.0, 1e-300, 1e300, np.inf, np.nan]])
unary = {
    "neg": (np.negative, points), "abs": (np.abs, points), "square": (np.square, points), "sign": (np.sign, points),
    "sqrt": (np.sqrt, positive), "reciprocal": (np.reciprocal, points), "floor": (np.floor, points),
    "ceil": (np.ceil, points), "round": (np.round, points), "exp": (np.exp, points), "expm1": (np.expm1, points),
    "log": (np.log, positive), "log1p": (np.log1p, positive), "sin": (np.sin, points), "cos": (np.cos, points),
    "tanh": (np.tanh, points), "sigmoid": (scipy.special.expit, points),
    "relu": (lambda x: np.maximum(x, np.zeros((), x.dtype)), points),
    "softplus": (lambda x: np.logaddexp(np.zeros((), x.dtype), x), points),
}
for name, (f, x) in unary.items():
    case(name, [x], f(x))
    x32 = x.astype(np.float32)
    # In float32 the reference is computed in float64 and rounded once.
    case(name, [x32], f(x32.astype(np.float64)).astype(np.float32))
    ints = np.array([[0, 1, 2], [3, 4, 7]], np.int32)
    if name in ("neg", "abs", "square", "sign", "relu"):
        case(name, [-ints], f(-ints))
    elif name not in ("reciprocal", "log"):
        case(name, [ints], f(ints.astype(np.float64)))

# Two arguments: every pair of types, and shapes that broadcast.
def sample(dtype, shape):
    if dtype == np.bool_:
        return rng.random(shape) < 0.5
    if dtype == np.int32:
        return rng.integers(1, 9, shape).astype(np.int32)
    return np.round(rng.normal(size=shape) * 3, 3).astype(dtype)


types = [np.bool_, np.int32, np.float32, np.float64]
shapes = [((), ()), ((3,), ()), ((3,), (3,)), ((2, 3), (3,)), ((2, 1), (1, 3)), ((2, 3, 4), (3, 1)), ((1,), (0,)), ((4, 1, 2), (3, 2))]
binary = {
    "add": np.add, "sub": np.subtract, "mul": np.multiply, "div": np.true_divide, "maximum": np.maximum,
    "minimum": np.minimum, "equal": np.equal, "notEqual": np.not_equal, "less": np.less, "lessEqual": np.less_equal,
    "greater": np.greater, "greaterEqual": np.greater_equal,
}
for name, f in binary.items():
    for i, ta in enumerate(types):
        for tb in types:
            if ta == tb == np.bool_ and name in ("sub", "div"):
                continue
            sa, sb = shapes[(i + len(cases)) % len(shapes)]
            a, b = sample(ta, sa), sample(tb, sb)
            case(name, [np.asarray(a), np.asarray(b)], f(a, b))
    for sa, sb in shapes:
        a, b = sample(np.float64, sa), sample(np.float64, sb)
        case(name, [np.asarray(a), np.asarray(b)], f(a, b))
    # Which of 0 and -0 is the larger is left open by NumPy.
    zeros = [0.0] if name in ("maximum", "minimum") else [0.0, -0.0]
    specials = np.array([np.nan, np.inf, -np.inf, *zeros, 1.0])
    case(name, [specials[:, None].copy(), specials], f(specials[:, None], specials))
base = np.abs(sample(np.float64, (3, 4)))
for exponent in (sample(np.float64, (4,)), sample(np.float64, (3, 1))):
    case("pow", [base, exponent], np.power(base, exponent))
case("pow", [sample(np.int32, (5,)), np.array([0, 1, 2, 3, 4], np.int32)], 0)
cases[-1]["expected"] = array(np.power(np.array(cases[-1]["args"][0]["d"]), [0, 1, 2, 3, 4]).astype(np.int32))
for p in (2, 3, 0.5, -1, 0):
    case("pow", [base, p], np.power(base, p))

# Reductions: all axes, one, several, kept; also over views and nothing.
names = {
    "sum": np.sum, "prod": np.prod, "mean": np.mean, "variance": np.var, "std": np.std, "min": np.min, "max": np.max,
    "any": np.any, "all": np.all,
}
for name, f in names.items():
    for dtype in types:
        if dtype == np.bool_ and name in ("variance", "std"):
            continue
        x = sample(dtype, (2, 3, 4))
        if name == "prod" and dtype == np.int32:
            x = np.minimum(x, 2)  # so that the product fits
        for axis in (None, 0, 1, -1, (0, 1), (0, 2), (0, 1, 2)):
            expected = f(x, axis=axis)
            if dtype == np.float32 and name not in ("any", "all"):
                expected = np.asarray(f(x.astype(np.float64), axis=axis)).astype(np.float32)
            if dtype in (np.bool_, np.int32) and name in ("sum", "prod"):
                expected = np.asarray(expected).astype(np.int32)
            case(name, [x], expected, axis=list(axis) if isinstance(axis, tuple) else axis)
    case(name, [sample(np.float64, (3, 5))], 0, axis=1, keepDims=True)
    last = cases[-1]
    last["expected"] = array(f(np.array(last["args"][0]["d"]).reshape(3, 5), axis=1, keepdims=True))
for name in ("variance", "std"):
    x = rng.normal(size=(6, 3)) + 1e8
    case(name, [x], names[name](x, axis=0, ddof=1), axis=0, ddof=1)
for name, f in {"argmin": np.argmin, "argmax": np.argmax}.items():
    for dtype in (np.int32, np.float32, np.float64):
        x = sample(dtype, (4, 5))
        for axis in (None, 0, 1):
            case(name, [x], f(x, axis=axis), axis=axis)
    case(name, [np.array([1.0, np.nan, 5.0, np.nan, -1.0])], f(np.array([1.0, np.nan, 5.0, np.nan, -1.0])))
for name in ("sum", "prod", "any", "all"):
    x = np.zeros((2, 0, 3))
    case(name, [x], names[name](x, axis=1), axis=1)
big = rng.normal(size=5000) * 1e6
case("sum", [big], np.sum(big.astype(np.longdouble)).astype(np.float64))

# Matrix products.
for sa, sb in [((2, 3), (3, 4)), ((3,), (3,)), ((3,), (3, 2)), ((2, 3), (3,)), ((5, 2, 3), (5, 3, 4)), ((5, 2, 3), (3, 4)),
               ((2, 1, 2, 3), (4, 3, 2)), ((0, 3), (3, 2)), ((2, 0), (0, 3)), ((1, 1), (1, 1)), ((37, 41), (41, 43)), ((1, 30), (30, 1))]:
    for dtype in (np.float64, np.float32, np.int32):
        a, b = sample(dtype, sa), sample(dtype, sb)
        expected = np.matmul(a.astype(np.float64), b.astype(np.float64))
        case("matmul", [a, b], np.asarray(expected).astype(dtype))

# Linear algebra.
for n in (1, 2, 5, 12):
    A = rng.normal(size=(n, n)) + np.eye(n)
    S = A @ A.T + np.eye(n)
    b, B = rng.normal(size=n), rng.normal(size=(n, 3))
    case("solve", [A, b], np.linalg.solve(A, b))
    case("solve", [A, B], np.linalg.solve(A, B))
    case("inverse", [A], np.linalg.inv(A))
    case("determinant", [A], np.linalg.det(A))
    case("cholesky", [S], np.linalg.cholesky(S))
    case("choleskySolve", [S, B], scipy.linalg.cho_solve(scipy.linalg.cho_factor(S), B))
    L = np.tril(A)
    case("triangularSolve", [A, B], scipy.linalg.solve_triangular(A, B, lower=True))
    case("triangularSolve", [A, B], scipy.linalg.solve_triangular(A, B, lower=False), lower=False)
    case("triangularSolve", [A, b], scipy.linalg.solve_triangular(A, b, lower=True, trans="T"), transpose=True)
    case("triangularSolve", [A, B], scipy.linalg.solve_triangular(A, B, lower=False, unit_diagonal=True), lower=False, unitDiagonal=True)
    case("trace", [A], np.trace(A))
    case("norm", [A], np.linalg.norm(A))
    case("norm", [A], np.linalg.norm(A, axis=1), axis=1)
    case("norm", [A], np.linalg.norm(A, ord=1, axis=0), axis=0, ord=1)
case("norm", [np.array([1e200, 1e200])], np.sqrt(2) * 1e200)
case("norm", [np.array([3e-200, 4e-200])], 5e-200)
for m, n, rank in [(6, 3, 3), (3, 6, 3), (5, 5, 5), (8, 5, 2), (4, 7, 2), (6, 4, 0), (1, 1, 1), (20, 10, 9)]:
    A = rng.normal(size=(m, rank)) @ rng.normal(size=(rank, n))
    B = rng.normal(size=(m, 2))
    solution, _, found, _ = np.linalg.lstsq(A, B, rcond=None)
    case("lstsq", [A, B], solution, rank=int(found))

OUT.parent.mkdir(exist_ok=True)
OUT.write_text(
    json.dumps({"source": f"numpy {np.__version__}, scipy {scipy.__version__}", "seed": SEED, "cases": cases}, separators=(",", ":")) + "\n"
)
print(len(cases), "cases")
