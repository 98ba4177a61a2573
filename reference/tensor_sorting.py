#!/usr/bin/env python3
"""Write packages/tensor/fixtures/arrays-{sorting,cumulative}.json: what NumPy gives for sorted and running results. Run with a Python that has numpy and scipy."""
import numpy as np
from arrays_support import case, i32, normal, rng, write


def with_ties(dtype, *shape):
    """Numbers with repeats; among floating ones NaN, infinities and both zeros."""
    if dtype == np.bool_:
        return rng.random(shape) < 0.5
    a = rng.integers(0 if dtype == np.uint8 else -4, 5, shape).astype(dtype)
    if a.dtype.kind == "f":
        a = a * dtype(0.75)
        flat = a.ravel()
        for value in (np.nan, np.inf, -np.inf, -0.0):
            flat[rng.integers(0, flat.size, max(1, flat.size // 20))] = value
        a = flat.reshape(shape)
    return a


def descending(a, axis):
    """The stable order from large to small with NaN last."""
    nan = np.isnan(a.astype(np.float64))
    return np.lexsort((-np.where(nan, 0, a).astype(np.float64), nan), axis=axis)


def sorting():
    for dtype in (np.float64, np.float32, np.int32, np.uint8, np.bool_):
        for shape in ((1,), (7,), (40,), (6, 5), (2, 3, 4)):
            a = with_ties(dtype, *shape)
            for axis in range(len(shape)):
                case("sort", [a, axis], np.sort(a, axis=axis))
                case("argsort", [a, axis], np.argsort(a, axis=axis, kind="stable"))
                order = descending(a, axis)
                case("argsort", [a, axis, {"descending": True}], order)
                case("sort", [a, axis, {"descending": True}], np.take_along_axis(a, order, axis))
                for k in (1, shape[axis] // 2, shape[axis]):
                    best = np.take(order, range(k), axis)
                    case("topk", [a, k, {"axis": axis}], {"values": np.take_along_axis(a, best, axis), "indices": best})
            least = np.take(np.argsort(a, axis=0, kind="stable"), range(1), 0)
            case("topk", [a, 1, {"axis": 0, "largest": False}], {"values": np.take_along_axis(a, least, 0), "indices": least})
            values, index, inverse, counts = np.unique(a, return_index=True, return_inverse=True, return_counts=True)
            case("unique", [a], values)
            case("uniqueAll", [a], {"values": values, "index": index, "inverse": inverse, "counts": counts})
        row, wanted = np.sort(with_ties(dtype, 20)), with_ties(dtype, 3, 4)
        for side in ("left", "right"):
            case("searchsorted", [row, wanted, {"side": side}], np.searchsorted(row, wanted, side))
    for n in (0, 1):
        case("sort", [np.zeros((2, n))], np.zeros((2, n)))
        case("unique", [np.zeros(n)], np.unique(np.zeros(n)))
    case("searchsorted", [i32(1, 3, 5), 3.5], np.searchsorted([1, 3, 5], 3.5))
    case("searchsorted", [np.zeros(0), np.array([1.0])], np.searchsorted(np.zeros(0), np.array([1.0])))
    x = np.array([[0.2, 6.4, 3.0], [1.6, 10, -1]])
    for edges in (np.array([0.0, 1.0, 2.5, 4.0, 10.0]), np.array([10.0, 4.0, 3.0, 1.6]), np.array([1.0, 1.0, 3.0])):
        for right in (False, True):
            case("digitize", [x, edges, {"right": right}], np.digitize(x, edges, right))
    v = i32(0, 1, 1, 3, 2, 1, 7)
    w = np.round(rng.normal(size=7), 3)
    for a in (v, v.astype(np.uint8), i32()):
        case("bincount", [a], np.bincount(a))
    case("bincount", [v, {"minLength": 10}], np.bincount(v, minlength=10))
    case("bincount", [v, {"weights": w}], np.bincount(v, w))
    a, weights = np.round(rng.normal(size=(5, 8)), 1), np.round(rng.random((5, 8)), 2)
    edges = [-3, -1, -0.5, 0, 2]
    for options in ({}, {"bins": 5}, {"bins": 7, "range": [-1, 1]}, {"bins": edges}, {"bins": 30}, {"bins": 4, "density": True},
                    {"bins": edges, "density": True}, {"bins": 6, "weights": weights}, {"bins": edges, "weights": weights}, {"bins": [0, 1, 1, 1]}):
        counts, bins = np.histogram(a, **options)
        case("histogram", [a, options], {"counts": counts, "edges": bins.astype(np.float64)})
    for a in (np.zeros(0), np.full(3, 2.0), np.arange(11) / 10, i32(1, 2, 2, 9)):
        counts, bins = np.histogram(a)
        case("histogram", [a], {"counts": counts, "edges": bins})
    write("sorting")


def cumulative():
    x = normal(2, 3, 4)
    awkward = np.array([1.0, -2, np.inf, 3, np.nan, 0, 5])
    for a in (x, x.astype(np.float32), np.arange(-3, 3, dtype=np.int32).reshape(2, 3), np.array([1, 0, 3], np.uint8), x[0] > 0, awkward, np.zeros((2, 0))):
        for axis in (None, 0, -1):
            where = [] if axis is None else [axis]
            wide = a if a.dtype.kind == "f" else a.astype(np.int64)
            wide = wide.astype(np.float64) if a.dtype == np.float32 else wide
            back = np.float32 if a.dtype == np.float32 else wide.dtype
            case("cumsum", [a, *where], np.cumsum(wide, axis).astype(back))
            case("cumprod", [a, *where], np.cumprod(wide, axis).astype(back))
            flat = a.ravel() if axis is None else a
            if a.dtype != np.bool_:
                case("cummax", [a, *where], np.maximum.accumulate(flat, axis or 0))
                case("cummin", [a, *where], np.minimum.accumulate(flat, axis or 0))
            if a.dtype.kind == "f" and a is not awkward:
                case("logcumsumexp", [a, *where], np.logaddexp.accumulate(flat.astype(np.float64), axis or 0).astype(a.dtype))
            if axis is not None:
                for n in (0, 1, 2):
                    case("diff", [a, n, axis], np.diff(a, n, axis))
    for a in (np.array([1000.0, 1000, -1000]), np.array([-np.inf, -np.inf, 1, -np.inf]), np.array([0.0, np.inf, 1]), np.array([1.0, np.nan, 2])):
        case("logcumsumexp", [a], np.logaddexp.accumulate(a))
    write("cumulative")


sorting()
cumulative()
