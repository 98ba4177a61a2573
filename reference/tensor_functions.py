#!/usr/bin/env python3
"""Write packages/tensor/fixtures/functions.json: what NumPy and SciPy give for the elementwise functions.

A case is {op, args, expected}; an array is {t: dtype, s: shape, d: values row by row}, where NaN and the infinities
are strings. Options of a function stand as the last argument. Run with a Python that has numpy and scipy.
"""
import json
import warnings
from pathlib import Path

import numpy as np
import scipy
import scipy.special as sp

OUT = Path(__file__).parent.parent / "packages/tensor/fixtures/functions.json"
SEED = 20260302
rng = np.random.default_rng(SEED)
warnings.filterwarnings("ignore")
np.seterr(all="ignore")
cases = []


def number(value):
    if isinstance(value, (bool, np.bool_)):
        return int(value)
    if isinstance(value, np.float32):
        value = float(str(value))
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, float) and not np.isfinite(value):
        return "NaN" if np.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    if isinstance(value, float) and (value == 0 and np.signbit(value) or not value.is_integer() or abs(value) >= 2**53):
        return value
    return int(value)


def array(a):
    a = np.asarray(a)
    if a.dtype == np.int64:
        a = a.astype(np.int32)
    return {"t": str(a.dtype), "s": list(a.shape), "d": [number(v) for v in a.ravel()]}


def case(op, args, expected):
    coded = [array(v) if isinstance(v, (np.ndarray, np.generic)) else v for v in args]
    cases.append({"op": op, "args": coded, "expected": array(expected) if not isinstance(expected, bool) else expected})


def both(op, f, x, *rest):
    """float64, float32 (computed in float64, rounded once), and a matrix of integers."""
    case(op, [x, *rest], f(x))
    x32 = x.astype(np.float32)
    case(op, [x32, *rest], np.asarray(f(x32.astype(np.float64))).astype(np.float32))


specials = np.array([0.0, -0.0, np.inf, -np.inf, np.nan])
ordinary = np.concatenate([rng.normal(size=15), rng.normal(size=8) * 20, rng.normal(size=4) * 1e-6, [1.0, -1.0, 0.5, 2.0]])
points = np.concatenate([ordinary, specials])
positive = np.concatenate([np.exp(rng.normal(size=15) * 4), [1.0, 2.0, 4.0, 10.0, 1000.0, 1024.0, 1e-5], specials])
unit = np.concatenate([rng.uniform(-1, 1, 20), [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1e-9, 1.5, np.nan]])

unary = {
    "exp2": (np.exp2, points), "log2": (np.log2, positive), "log10": (np.log10, positive), "tan": (np.tan, points),
    "asin": (np.arcsin, unit), "acos": (np.arccos, unit), "atan": (np.arctan, points), "sinh": (np.sinh, points),
    "cosh": (np.cosh, points), "asinh": (np.arcsinh, points), "acosh": (np.arccosh, positive + 1), "atanh": (np.arctanh, unit),
    "rsqrt": (lambda x: 1 / np.sqrt(x), positive), "cbrt": (np.cbrt, points), "trunc": (np.trunc, points * 3),
    "erf": (sp.erf, points / 4), "erfc": (sp.erfc, points / 4), "erfinv": (sp.erfinv, unit),
    "logSigmoid": (lambda x: -np.logaddexp(0, -x), points),
    "silu": (lambda x: x * sp.expit(x), ordinary), "gelu": (lambda x: x * sp.ndtr(x), ordinary / 3),
    "softsign": (lambda x: x / (1 + np.abs(x)), ordinary), "mish": (lambda x: x * np.tanh(np.logaddexp(0, x)), ordinary),
    "i0": (sp.i0, ordinary), "i1": (sp.i1, ordinary),
}
for name, entry in unary.items():
    f, x = entry
    both(name, f, x)
    ints = np.array([[1, 2], [3, 4]], np.int32)
    if name not in ("asin", "acos", "atanh", "erfinv"):
        case(name, [ints], f(ints.astype(np.float64)))

# Powers and large angles.
case("log10", [10.0 ** np.arange(-20, 20)], np.arange(-20.0, 20.0))
case("log2", [2.0 ** np.arange(-60, 60, 7)], np.arange(-60.0, 60.0, 7))
angles = np.array([1e5, -7e5, 8.1e5, 1e7, 1e15, 1e22, 355.0, 3.141592653589793, 1.5707963267948966, 104348 / 33215 * 1000])
for name, f in {"sin": np.sin, "cos": np.cos, "tan": np.tan}.items():
    both(name, f, angles)

# Special functions in float64.
gamma_points = np.concatenate([rng.uniform(0.01, 40, 25), rng.uniform(-20, 0, 12), [1.0, 2.0, 1.4616321449683622, 1e-8, 1e5, 1e10, 0.5, 170.0, -0.5, -3.0, 13.0, 33.99, -50.3, np.inf, np.nan]])
case("lgamma", [gamma_points], sp.gammaln(gamma_points))
digamma_points = gamma_points[np.isfinite(gamma_points)]
case("digamma", [digamma_points], sp.psi(digamma_points))
for n in (0, 1, 2, 3, 5):
    x = rng.uniform(0.05, 30, 15)
    case("polygamma", [n, x], sp.polygamma(n, x))
a, b = rng.uniform(0.1, 20, (4, 3)), rng.uniform(0.1, 20, 3)
case("betaln", [a, b], sp.betaln(a, b))
tails = np.array([1 - 1e-5, -1 + 1e-10, 1e-12, 0.85, 0.8500001, 1 - 1e-15, -0.3])
case("erfinv", [tails], sp.erfinv(tails))
case("erfc", [np.array([5.0, 10.0, 20.0, 26.0, 27.0, -6.0])], sp.erfc(np.array([5.0, 10.0, 20.0, 26.0, 27.0, -6.0])))
case("i0", [np.array([19.9, 20.1, 50.0, 700.0, -700.0])], sp.i0(np.array([19.9, 20.1, 50.0, 700.0, -700.0])))
case("i1", [np.array([19.9, 20.1, 50.0, 700.0, -700.0])], sp.i1(np.array([19.9, 20.1, 50.0, 700.0, -700.0])))

# Two arguments: shapes that broadcast, special values, both floating types.
shapes = [((), ()), ((4,), (4,)), ((3, 4), (4,)), ((3, 1), (1, 4)), ((2, 3, 2), (3, 1)), ((1,), (0,))]
binary = {
    "atan2": np.arctan2, "hypot": np.hypot, "mod": np.mod, "fmod": np.fmod, "floorDivide": np.floor_divide,
    "copysign": np.copysign, "logaddexp": np.logaddexp,
}
for name, f in binary.items():
    for sa, sb in shapes:
        a, b = rng.normal(size=sa) * 5, rng.normal(size=sb) * 2
        case(name, [np.asarray(a), np.asarray(b)], f(a, b))
    a, b = (rng.normal(size=(3, 4)) * 5).astype(np.float32), (rng.normal(size=4) * 2).astype(np.float32)
    case(name, [a, b], f(a.astype(np.float64), b.astype(np.float64)).astype(np.float32))
    extremes = np.concatenate([specials, [1.0, -1.5]])
    if name in ("floorDivide", "mod", "fmod"):
        extremes = np.array([0.0, -0.0, 1.0, -1.5, 2.0, np.nan])
    case(name, [extremes[:, None].copy(), extremes], f(extremes[:, None], extremes))
for name, f in {"mod": np.mod, "fmod": np.fmod, "floorDivide": np.floor_divide}.items():
    a = np.array([[-7, -6, 0], [6, 7, 2147483647]], np.int32)
    b = np.array([3, -3, 5], np.int32)
    case(name, [a, b], f(a, b))
    case(name, [a, -2], f(a, np.int32(-2)))
    u = np.array([0, 1, 7, 255], np.uint8)
    case(name, [u, np.array([255, 2, 3, 254], np.uint8)], f(u, np.array([255, 2, 3, 254], np.uint8)))
a, b = np.array([0.0, 0.0, 2.0, -1.5, 0.0]), np.array([0.0, np.nan, 3.0, 0.5, -1.0])
case("xlogy", [a, b], sp.xlogy(a, b))
case("xlogy", [rng.uniform(size=(3, 2)), rng.uniform(size=2)], 0)
last = cases[-1]
last["expected"] = array(sp.xlogy(np.array(last["args"][0]["d"]).reshape(3, 2), np.array(last["args"][1]["d"])))

# Bits and truth.
i, j = rng.integers(-100, 100, (3, 4)).astype(np.int32), rng.integers(-100, 100, 4).astype(np.int32)
u, v = rng.integers(0, 256, (3, 4)).astype(np.uint8), rng.integers(0, 256, 4).astype(np.uint8)
p, q = rng.random((3, 4)) < 0.5, rng.random(4) < 0.5
for name, f in {"bitwiseAnd": np.bitwise_and, "bitwiseOr": np.bitwise_or, "bitwiseXor": np.bitwise_xor}.items():
    case(name, [i, j], f(i, j))
    case(name, [u, v], f(u, v))
    case(name, [p, q], f(p, q))
    case(name, [i, 5], f(i, np.int32(5)))
for x in (i, u, p):
    case("bitwiseNot", [x], np.bitwise_not(x))
places = np.array([0, 1, 5, 31], np.int32)
case("leftShift", [i, places], np.left_shift(i, places))
case("rightShift", [i, places], np.right_shift(i, places))
case("leftShift", [u, np.array([0, 1, 3, 7], np.uint8)], np.left_shift(u, np.array([0, 1, 3, 7], np.uint8)))
case("rightShift", [u, np.array([0, 1, 3, 7], np.uint8)], np.right_shift(u, np.array([0, 1, 3, 7], np.uint8)))
for name, f in {"logicalAnd": np.logical_and, "logicalOr": np.logical_or, "logicalXor": np.logical_xor}.items():
    x, y = np.array([0.0, 1.5, -0.0, np.nan]), np.array([[0], [3]], np.int32)
    case(name, [x, y], f(x, y))
    case(name, [p, q], f(p, q))
case("logicalNot", [np.array([0.0, 1.5, -0.0, np.nan])], np.logical_not(np.array([0.0, 1.5, -0.0, np.nan])))
for x in (points, points.astype(np.float32), i):
    case("isNaN", [x], np.isnan(x))
    case("isFinite", [x], np.isfinite(x))
    case("isInf", [x], np.isinf(x))
x = np.array([1.0, 1.0, np.inf, np.inf, np.nan, 1e10, 1e-9])
y = np.array([1.0 + 1e-6, 1.1, np.inf, -np.inf, np.nan, 1.00001e10, 0.0])
case("isClose", [x, y], np.isclose(x, y))
case("isClose", [x, y, {"equalNaN": True}], np.isclose(x, y, equal_nan=True))
case("isClose", [x, y, {"rtol": 0.2, "atol": 0}], np.isclose(x, y, rtol=0.2, atol=0))
case("allClose", [x[:1], y[:1]], True)
case("allClose", [x, y], False)
case("nanToNum", [points], np.nan_to_num(points))
case("nanToNum", [points.astype(np.float32)], np.nan_to_num(points.astype(np.float32)))
case("nanToNum", [points, {"nan": 1.5, "posInf": 7, "negInf": -7}], np.nan_to_num(points, nan=1.5, posinf=7, neginf=-7))
case("nanToNum", [i], i)

OUT.write_text(
    json.dumps({"source": f"numpy {np.__version__}, scipy {scipy.__version__}", "seed": SEED, "cases": cases}, separators=(",", ":")) + "\n"
)
print(len(cases), "cases", OUT.stat().st_size)
