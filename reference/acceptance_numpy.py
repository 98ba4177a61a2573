"""Writes packages/files/fixtures/acceptance-numpy.json: what NumPy 1.24 says in more than 400 cases (row DAT-001).

A case is [op, arguments, expected]; an array is {"t": dtype, "s": shape, "d": values row by row}.
"""

import base64
import io
import json
from pathlib import Path

import numpy as np

SEED = 1
random = np.random.RandomState(SEED)
DTYPES = ["float64", "float32", "int32", "uint8", "bool"]


def array(shape, dtype):
    if dtype == "bool":
        return random.rand(*shape) < 0.5
    if dtype in ("int32", "uint8"):
        return random.randint(0 if dtype == "uint8" else -9, 10, size=shape).astype(dtype)
    return np.round(random.standard_normal(shape), 3).astype(dtype)


def tensor_type(values):
    """Types that tensors lack become the nearest that they have: 64-bit integers int32, halves float32."""
    name = values.dtype.name
    return name if name in DTYPES else "float32" if name == "float16" else "int32"


def written(values):
    values = np.asarray(values)
    flat = values.astype("f8").ravel()
    numbers = [float(v) if np.isfinite(v) else repr(float(v)).replace("inf", "Infinity").replace("nan", "NaN") for v in flat]
    return {"t": tensor_type(values), "s": list(values.shape), "d": [int(v) if isinstance(v, float) and v == int(v) else v for v in numbers]}


def part(start, stop, step=None):
    return {"slice": [start, stop, step]}


cases = []


def case(op, arguments, expected):
    said = [written(a) if isinstance(a, np.ndarray) else a for a in arguments]
    cases.append([op, said, written(expected)])


# Types and broadcasting: every pair of types, and shapes that stretch each other.
shapes = [((3,), (2, 3)), ((2, 1, 4), (3, 1)), ((), (2, 2)), ((4, 1), (1, 3)), ((0, 3), (3,)), ((1,), (5,))]
operations = {"add": np.add, "mul": np.multiply, "maximum": np.maximum, "less": np.less, "equal": np.equal}
for i, left in enumerate(DTYPES):
    for j, right in enumerate(DTYPES):
        for k, (name, function) in enumerate(operations.items()):
            a_shape, b_shape = shapes[(i + 2 * j + 3 * k) % len(shapes)]
            if left != right and () in (a_shape, b_shape):
                # NumPy 2 changed what an array of no axes does to the type of the other, and tensors follow it.
                a_shape = (1, 2)
            a, b = np.array(array(a_shape, left)), np.array(array(b_shape, right))
            case(name, [a, b], function(a, b))
for left in ("float64", "float32"):
    for a_shape, b_shape in shapes:
        a, b = np.array(array(a_shape, left)), np.array(array(b_shape, left))
        with np.errstate(all="ignore"):
            case("sub", [a, b], a - b)
            case("div", [a, b], a / b)

# Strided views.
for _ in range(120):
    shape = tuple(random.randint(1, 6, size=random.randint(1, 4)))
    x = array(shape, "float64")
    key, said = [], []
    for length in shape:
        if random.rand() < 0.25:
            at = int(random.randint(-length, length))
            key.append(at)
            said.append(at)
            continue
        bounds = [None if random.rand() < 0.3 else int(random.randint(-7, 8)) for _ in range(2)]
        step = [None, 1, 2, -1, -2, 3][random.randint(6)]
        key.append(slice(bounds[0], bounds[1], step))
        said.append([*bounds, step])
    case("slice", [x, said], x[tuple(key)])
for axes in [(1, 0, 2), (2, 1, 0), (0, 2, 1), (2, 0, 1)]:
    x = array((2, 3, 4), "float32")
    case("transpose", [x, list(axes)], x.transpose(axes)[:, ::-1])

# Fancy and boolean indexing.
for _ in range(20):
    x = array(tuple(random.randint(2, 5, size=2)), DTYPES[random.randint(4)])
    rows = random.randint(-x.shape[0], x.shape[0], size=4)
    columns = random.randint(-x.shape[1], x.shape[1], size=4)
    case("pick", [x, rows.astype("int32"), columns.astype("int32")], x[rows, columns])
    mask = x > 0
    case("mask", [x, mask], x[mask])

# Reductions over axes.
reductions = {"sum": np.sum, "prod": np.prod, "mean": np.mean, "min": np.min, "max": np.max, "any": np.any, "all": np.all}
axes = [None, 0, -1, [0, 2], [1, 2]]
for name, function in reductions.items():
    for n, axis in enumerate(axes):
        for keep in (False, True):
            dtype = "bool" if name in ("any", "all") else "float64"
            x = array((2, 3, 4), dtype)
            wanted = function(x, axis=tuple(axis) if isinstance(axis, list) else axis, keepdims=keep)
            case("reduce", [name, x, axis, keep], wanted)

# einsum.
for subscripts, *operands in [
    ("ij,jk->ik", (2, 3), (3, 4)), ("ij,ij->", (2, 3), (2, 3)), ("ii", (3, 3)), ("ii->i", (3, 3)), ("ij->ji", (2, 4)),
    ("bij,bjk->bik", (2, 2, 3), (2, 3, 2)), ("i,j->ij", (3,), (4,)), ("ijk->k", (2, 3, 4)), ("ij,j", (3, 4), (4,)),
    ("...i,i->...", (2, 3, 4), (4,)), ("ij,kj->ik", (2, 3), (4, 3)), ("i,i", (5,), (5,)), ("ijk,ikl->ijl", (2, 3, 4), (2, 4, 2)),
    ("ij,jk,kl->il", (2, 3), (3, 2), (2, 4)), ("b...,b...->b...", (3, 2, 2), (3, 2, 2)),
]:
    for dtype in ("float64", "float32"):
        values = [array(shape, dtype) for shape in operands]
        case("einsum", [subscripts, *values], np.einsum(subscripts, *values))

# Order.
for dtype in ("float64", "float32", "int32", "uint8"):
    for axis in (0, 1):
        x = array((4, 5), dtype)
        case("sort", [x, axis], np.sort(x, axis=axis))
        case("argsort", [x, axis], np.argsort(x, axis=axis, kind="stable"))
        case("cumsum", [x.astype("float64"), axis], np.cumsum(x.astype("float64"), axis=axis))

# Random: the legacy generator, whose streams NumPy promises to keep.
streams = []
for seed in (0, 1, 42, 2**32 - 1):
    generator = np.random.RandomState(seed)
    streams.append({"seed": seed, "uniform": generator.random_sample(5).tolist(), "permutation": generator.permutation(12).tolist()})


def npy(values):
    stream = io.BytesIO()
    np.save(stream, values)
    return base64.b64encode(stream.getvalue()).decode()


def npz(save):
    stream = io.BytesIO()
    save(stream, a=np.arange(6.0).reshape(2, 3), b=np.array([True, False]))
    return base64.b64encode(stream.getvalue()).decode()


files = [{"array": written(x), "npy": npy(x)} for x in (array(shape, t) for t in DTYPES for shape in [(), (4,), (2, 3), (0, 2)]) for x in [np.asarray(x, order="C")]]
out = Path(__file__).parent.parent / "packages/files/fixtures/acceptance-numpy.json"
out.write_text(json.dumps({
    "source": f"NumPy {np.__version__}", "seed": SEED, "cases": cases, "streams": streams,
    "files": files, "archives": [npz(np.savez), npz(np.savez_compressed)],
}, separators=(",", ":")) + "\n")
print(len(cases), out.stat().st_size)
