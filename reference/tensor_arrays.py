#!/usr/bin/env python3
"""Write packages/tensor/fixtures/arrays-{uint8,shapes,indexing}.json: what NumPy gives for array operations. Run with a Python that has numpy and scipy."""
import numpy as np
from arrays_support import case, cases, i32, normal, write


def uint8():
    a = np.array([[0, 1, 2], [100, 200, 255]], np.uint8)
    others = [
        np.array([3, 77, 255], np.uint8), np.array([True, False, True]), np.array([-5, 7, 300], np.int32),
        np.array([0.5, -2, 1000], np.float32), np.array([0.1, np.nan, -3]),
    ]
    binary = {
        "add": np.add, "sub": np.subtract, "mul": np.multiply, "div": np.true_divide, "maximum": np.maximum,
        "minimum": np.minimum, "equal": np.equal, "less": np.less, "greaterEqual": np.greater_equal,
    }
    for name, f in binary.items():
        for b in others:
            case(name, [a, b], f(a, b))
        case(name, [others[0], a[:, :1].copy()], f(others[0], a[:, :1]))
        for n in (0, 3, 255):
            case(name, [a, n], f(a, n))
            case(name, [n, a], f(n, a))
        case(name, [a, 0.5], f(a, 0.5))
    for n in (-1, 256, 1000):
        case("less", [a, n], np.less(a, n))
        case("equal", [n, a], np.equal(n, a))
    case("pow", [a, np.array([0, 1, 3], np.uint8)], np.power(a, np.array([0, 1, 3], np.uint8)))
    case("pow", [a, 2], a**2)
    for name, f in {"neg": np.negative, "abs": np.abs, "square": np.square, "sign": np.sign}.items():
        case(name, [a], f(a))
    # NumPy computes these in float16 or keeps the integers; the library computes in float64.
    for name, f in {"sqrt": np.sqrt, "exp": np.exp, "floor": np.floor}.items():
        case(name, [a], f(a.astype(np.float64)))
    for name, f in {"sum": np.sum, "prod": np.prod, "min": np.min, "max": np.max, "mean": np.mean, "any": np.any,
                    "all": np.all, "argmax": np.argmax, "argmin": np.argmin, "variance": np.var}.items():
        small = np.minimum(a, 9) if name == "prod" else a
        for axis in (0, 1):
            case(name, [small, axis], f(small, axis=axis))
    for dtype in ("bool", "int32", "float32", "float64"):
        case("astype", [a, dtype], a.astype(dtype))
        case("astype", [np.array([0, 1, 254]).astype(dtype), "uint8"], np.array([0, 1, 254]).astype(dtype).astype(np.uint8))
    case("astype", [np.array([-0.9, 255.9]), "uint8"], np.array([0, 255], np.uint8))
    case("concatenate", [[a, np.array([[1, 2, 3]], np.int32)]], np.concatenate([a, np.array([[1, 2, 3]], np.int32)]))
    case("where", [a > 1, a, 7], np.where(a > 1, a, np.uint8(7)))
    case("take", [others[0], np.array([2, 0], np.uint8)], others[0][[2, 0]])
    write("uint8")


def key(k):
    """A key of the library as NumPy's: null is `:`, a list is a range."""
    return slice(None) if k is None else slice(*k) if isinstance(k, list) else ... if isinstance(k, str) else k


def shapes():
    x = np.arange(24.0).reshape(2, 3, 4)
    v = np.arange(7, dtype=np.int32)
    m = np.arange(6.0).reshape(2, 3)
    empty = np.zeros((2, 0))
    for a, parts, axis in ((x, 2, 0), (x, 3, 1), (x, [1, 3], -1), (v, [2, 2, 5], 0), (v, [3, 99], 0), (v, [], 0), (v, [-2], 0), (empty, 2, 1)):
        case("split", [a, parts, axis], np.split(a, parts, axis))
    for a, n, axis in ((v, 3, 0), (x, 3, 2), (v, 7, 0), (x, 1, 0)):
        size = -(-a.shape[axis] // n)
        case("chunk", [a, n, axis], np.split(a, list(range(size, a.shape[axis], size)), axis))
    for times in (2, 0, [2], [2, 1], [1, 2, 3], [2, 1, 1, 2]):
        for a in (m, v):
            case("tile", [a, times], np.tile(a, times))
    case("tile", [np.array(3.0), [2, 2]], np.tile(3.0, (2, 2)))
    for a, times, axis in ((m, 2, None), (m, 3, 1), (m, [1, 2], 0), (m, [0, 1, 2], -1), (v, 0, 0), (np.array(5.0), 2, None), (x, [2, 0, 1], 1)):
        case("repeat", [a, times] + ([] if axis is None else [axis]), np.repeat(a, times, axis))
    for axis in (None, 0, 1, -1, [0, 2]):
        case("flip", [x] + ([] if axis is None else [axis]), np.flip(x, tuple(axis) if isinstance(axis, list) else axis))
    for a, shift, axis in ((v, 2, None), (v, -3, 0), (x, 5, None), (x, 1, 1), (x, [1, -1], [0, 2]), (x, 2, [1, 2]), (v, 100, 0), (empty, 1, 1), (x, [1, 1], [2, 2])):
        case("roll", [a, shift] + ([] if axis is None else [axis]), np.roll(a, shift, tuple(axis) if isinstance(axis, list) else axis))
    for k in (-1, 0, 1, 2, 3, 5):
        case("rot90", [x, k], np.rot90(x, k))
    case("rot90", [x, 1, [2, 1]], np.rot90(x, 1, (2, 1)))
    case("rot90", [m], np.rot90(m))
    for a, widths in ((v, 3), (v, [0, 2]), (m, [[1, 0], [2, 5]]), (x, [[0, 1], [4, 2], [0, 0]]), (v, 15), (m[:1], 2)):
        for mode in ("constant", "edge", "reflect", "symmetric", "wrap"):
            case("pad", [a, widths, {"mode": mode}], np.pad(a, widths, mode))
    case("pad", [m, 1, {"value": -1.5}], np.pad(m, 1, constant_values=-1.5))
    case("pad", [empty, 1], np.pad(empty, 1))
    case("pad", [v > 2, [1, 2]], np.pad(v > 2, (1, 2)))
    for a, b in ((0, -1), (2, 0), ([0, 1], [1, 2]), ([0, 1, 2], [2, 1, 0]), (-1, 1), ([], [])):
        case("moveAxis", [x, a, b], np.moveaxis(x, a, b))
    for a, b in ((0, 1), (-1, 0), (1, 1)):
        case("swapAxes", [x, a, b], np.swapaxes(x, a, b))
    for axis in (0, -1, [0, -1], [1, 2], []):
        case("expandDims", [m, axis], np.expand_dims(m, tuple(axis) if isinstance(axis, list) else axis))
    case("broadcastTensors", [m, v[:3], np.array(2.0)], np.broadcast_arrays(m, v[:3], np.array(2.0)))
    for indexing in ("xy", "ij"):
        for n in (1, 2, 3):
            vs = [v[: i + 2] for i in range(n)]
            case("meshgrid", [vs, {"indexing": indexing}], np.meshgrid(*vs, indexing=indexing))
    case("meshgrid", [[v, np.array(2.0)]], np.meshgrid(v, np.array(2.0)))
    for k in (0, 1, -1, 2, -5, 4):
        case("diag", [v[1:4], k], np.diag(v[1:4], k))
        case("diag", [m, k], np.diag(m, k))
    write("shapes")


def indexing():
    x = normal(4, 3, 5)
    m = x > 0
    i, j, k = i32(0, 2, -1), i32(1, 1, 0), i32([[0], [3]])
    for keys in (
        [i], [None, j], [None, None, i], [i, j], [i, j, i], [i, None, j], [None, i, j], [k], [k, j], [None, k % 3, i],
        [k, None, i], [[1, 4], j], [[None, None, -2], j, [0, 2]], [i, [0, 2], j], [0, None, i], [0, i], [i, None, 0],
        [i, 1], [-1, j, i], ["...", i], [i, "..."], [0, "...", i], [None, j, "...", j], [m], [m[:, 0, 0]], [None, m[0]],
        [None, None, m[0, 0]], [m[:, :, 0], i32(2)], [m[:, 0, 0], None, i32(4)], [m[:, 0, 0], 1], [[1, 3]], [1, [0, 2], -1],
        [i32()], [np.zeros(4, bool)], [np.array([3, 0], np.uint8)], ["...", m[0]],
    ):
        got = x[tuple(map(key, keys))]
        case("index", [x, *keys], got)
        if got.size and len(cases) % 2 == 0:
            y = x.copy()
            y[tuple(map(key, keys))] = values = normal(*got.shape)
            case("setAt", [x, keys, values], y)
    for keys in ([i, j], [m], [None, 1], [[None, None, 2], "..."], [0, None, i], [m[:, 0, 0], None, i32(4)]):
        y = x.copy()
        y[tuple(map(key, keys))] = 7
        case("setAt", [x, keys, 7], y)
        y = x.copy()
        np.add.at(y, tuple(map(key, keys)), 1.5)
        case("setAt", [x, keys, 1.5, {"accumulate": True}], y)
    ints = np.arange(6, dtype=np.int32).reshape(2, 3)
    case("index", [ints, ints % 2 == 0], ints[ints % 2 == 0])
    y = ints.copy()
    np.add.at(y, (i32(0, 0, 1), i32(1, 1, 2)), 10)
    case("setAt", [ints, [i32(0, 0, 1), i32(1, 1, 2)], 10, {"accumulate": True}], y)
    case("setAt", [ints.astype(np.uint8), [i32(1)], 9], np.array([[0, 1, 2], [9, 9, 9]], np.uint8))
    for mask in (m, m[0], m[:, :1]):
        mask = np.ascontiguousarray(mask)
        case("maskedSelect", [x, mask], x[np.broadcast_to(mask, x.shape)])
    for a in (ints, m, m[0, 0], np.array([0.0, np.nan, -0.0, 2]), np.zeros((2, 0))):
        case("nonzero", [a], list(np.nonzero(a)))
        case("argwhere", [a], np.argwhere(a))
    case("argwhere", [np.array(3.0)], np.argwhere(np.array(3.0)))
    for axis in (0, 1, 2, -1):
        order = np.argsort(x, axis=axis).astype(np.int32)
        case("takeAlongAxis", [x, order, axis], np.take_along_axis(x, order, axis))
        best = np.argmax(x, axis=axis, keepdims=True).astype(np.int32)
        case("takeAlongAxis", [x, best, axis], np.take_along_axis(x, best, axis))
        y = x.copy()
        np.put_along_axis(y, best, 0.5, axis)
        case("scatter", [x, axis, best, 0.5], y)
        case("gather", [x, axis, order], np.take_along_axis(x, order, axis))
        y = x.copy()
        idx = np.indices(x.shape)
        where = list(idx)
        where[axis] = order // 2
        np.add.at(y, tuple(where), x)
        case("scatterAdd", [x, axis, order // 2, x], y)
    case("takeAlongAxis", [x, i32(0, -1).reshape(1, 2, 1), 1], np.take_along_axis(x, np.array([[[0], [-1]]]), 1))
    case("gather", [x, 1, np.array([[[2, 0]], [[1, -1]]], np.int32)], np.take_along_axis(x[:2, :, :2], np.array([[[2, 0]], [[1, -1]]]), 1))
    for axis, places in ((0, i32(3, 0, 3)), (1, i32(-1)), (2, i32(1, 1, 2, 0))):
        shape = list(x.shape)
        shape[axis] = len(places)
        v = normal(*shape)
        y = np.moveaxis(x.copy(), axis, 0)
        np.add.at(y, places, np.moveaxis(v, axis, 0))
        case("indexAdd", [x, axis, places, v], np.moveaxis(y, 0, axis))
        case("take", [x, places.reshape(-1, 1), axis], np.take(x, places.reshape(-1, 1), axis))
    write("indexing")


uint8()
shapes()
indexing()
