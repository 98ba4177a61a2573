"""What the scripts that write packages/tensor/fixtures/arrays-*.json share.

A case is {op, args, expected}: the library's function of that name, called with the args, must give `expected`.
An array is {t: dtype, s: shape, d: values row by row}, where NaN and the infinities are strings; it may stand
anywhere in the args and in what is expected (a list of tensors, an object of tensors). Options are the last
argument, an object.
"""
import json
import warnings
from pathlib import Path

import numpy as np
import scipy

FIXTURES = Path(__file__).parent.parent / "packages/tensor/fixtures"
SEED = 20260302
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


def code(v):
    """Arrays wherever they stand, int64 and uint64 as the library's int32."""
    if isinstance(v, (np.ndarray, np.generic)):
        a = np.asarray(v)
        a = a.astype(np.int32) if a.dtype in (np.int64, np.uint64) else a
        return {"t": str(a.dtype), "s": list(a.shape), "d": [number(x) for x in a.ravel()]}
    if isinstance(v, (list, tuple)):
        return [code(x) for x in v]
    if isinstance(v, dict):
        return {k: code(x) for k, x in v.items()}
    return number(v) if isinstance(v, float) else v


def case(op, args, expected):
    cases.append({"op": op, "args": code(args), "expected": code(expected)})


def write(subject):
    versions = f"numpy {np.__version__}, scipy {scipy.__version__}"
    text = json.dumps({"source": versions, "seed": SEED, "cases": cases}, separators=(",", ":"))
    (FIXTURES / f"arrays-{subject}.json").write_text(text + "\n")
    print(subject, len(cases), "cases", len(text), "bytes")
    cases.clear()


def normal(*shape):
    """Short decimals, to keep the files small."""
    return np.round(rng.normal(size=shape), 3)


def i32(*values):
    return np.array(values, np.int32)
