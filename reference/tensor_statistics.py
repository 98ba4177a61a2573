#!/usr/bin/env python3
"""Write packages/tensor/fixtures/arrays-{einsum,statistics}.json: what NumPy and SciPy give for einsum and statistics. Run with a Python that has numpy and scipy."""
import numpy as np
import scipy.special
from arrays_support import case, i32, normal, rng, write


def einsum():
    sizes = dict(zip("ijklmnbhqxA", (2, 3, 4, 5, 2, 3, 2, 3, 4, 1, 3)))
    for subscripts in (
        "ij,jk->ik", "ij,jk", "ij,kj->ik", "ij,jk->ki", "ij->ji", "ji", "ij->", "ij->j", "i,j->ij", "i,i->", "i,i", "i,i->i", "ii->i",
        "ii", "ii->", "iij->j", "iji->ij", "iii->i", "iii", "bij,bjk->bik", "bij,jk->bik", "bhqk,bhlk->bhql", "ij,jk,kl->il", "ij,jk,kl,lm->im",
        "ijk,jil->kl", "ijk,ljk->il", "ij,ij->", "ij,ij->ij", "ij,ij->i", "i,ij,j->", "ijk,i,k->j", "ij,kl->ijkl", "ij,kl->jl", "ijkl,klm->mij",
        "abc,cab->b", "ij,jk,ik->", "i,i,i->i", "ij,xj->ij", "xj,ij->j", " i j , j k -> i k ", "Ai,iA->", "kAb", "ij,ik,il->jkl", "ii,ij->j", "i->", ",i->i", "->",
        "ijkl,jl->ik", "bijk,bkjm->bim",
    ):
        terms = subscripts.replace(" ", "").split("->")[0].split(",")
        operands = [np.round(rng.normal(size=[sizes.get(c, 3) for c in term]), 2) for term in terms]
        operands = [np.asarray(a) for a in operands]
        case("einsum", [subscripts, *operands], np.einsum(subscripts, *operands))
    shapes = {
        "...ij,...jk->...ik": ((2, 1, 2, 3), (4, 3, 5)), "...ij->...ji": ((2, 3, 4),), "i...->...": ((3, 2, 2),), "...i,...i": ((2, 3), (3,)),
        "...,...": ((2, 1), (3,)), "i...j,j...->i...": ((2, 2, 3), (3, 2)), "...ii->...": ((2, 3, 3),), "...": ((2, 3),), "...ii": ((2, 3, 3),),
        "b...,b...->...": ((3, 2), (3, 2)), "...->...": ((),), "i...k": ((2, 3, 4),), "ij,...j->...i": ((2, 3), (4, 2, 3)), "ij,ij": ((2, 1), (1, 3)),
    }
    for subscripts, list_ in shapes.items():
        operands = [np.asarray(np.round(rng.normal(size=s), 2)) for s in list_]
        case("einsum", [subscripts, *operands], np.einsum(subscripts, *operands))
    ints = np.arange(6, dtype=np.int32).reshape(2, 3)
    case("einsum", ["ij,kj->ik", ints, ints], np.einsum("ij,kj->ik", ints, ints))
    case("einsum", ["ij,jk", ints, ints.T.astype(np.uint8).copy()], ints @ ints.T)
    case("einsum", ["ij,j", ints.astype(np.float32), np.array([1.0, 2, 3])], ints @ np.array([1.0, 2, 3]))
    case("einsum", ["ij,jk->ik", np.zeros((2, 0)), np.zeros((0, 3))], np.zeros((2, 3)))
    write("einsum")


def statistics():
    x = normal(3, 4, 2)
    holes = np.where(rng.random((3, 4, 2)) < 0.3, np.nan, x)
    holes[1, :, 0] = np.nan
    ints = rng.integers(0, 20, (4, 5)).astype(np.int32)
    axes = (None, 0, -1, [0, 2], [0, 1, 2])

    def tup(axis):
        return tuple(axis) if isinstance(axis, list) else axis

    def each(name, f, a, **options):
        for axis in axes:
            if axis is None or max(np.atleast_1d(axis)) < a.ndim:
                expected = np.asarray(f(a.astype(np.float64) if a.dtype == np.float32 else a, axis=tup(axis)))
                case(name, [a, None if axis is None else axis], expected.astype(np.float32) if a.dtype == np.float32 and expected.dtype.kind == "f" else expected)
        kept = np.asarray(f(a, axis=0)).reshape(1, *a.shape[1:])
        case(name, [a, 0, {"keepDims": True}], kept)

    each("logsumexp", scipy.special.logsumexp, x)
    each("logsumexp", scipy.special.logsumexp, x.astype(np.float32) * 50)
    each("logsumexp", lambda a, axis: scipy.special.logsumexp(a.astype(float), axis=axis), ints)
    each("logsumexp", scipy.special.logsumexp, x * 1e3)
    for a in (np.array([-np.inf, -np.inf]), np.array([np.inf, 1]), np.array([np.nan, 1]), np.array([-np.inf, 2])):
        case("logsumexp", [a], scipy.special.logsumexp(a))
    for name, f in {"median": np.median, "ptp": np.ptp, "countNonzero": np.count_nonzero}.items():
        for a in (x, x.astype(np.float32), ints, ints.astype(np.uint8)):
            each(name, f, a if name != "countNonzero" else np.round(a))
    each("median", np.median, holes)
    for a in (np.array([np.inf, np.inf, 1]), np.array([-np.inf, np.inf]), np.array([np.inf, np.inf])):
        case("median", [a], np.median(a))
    for name, f in {"nanSum": np.nansum, "nanMean": np.nanmean, "nanMax": np.nanmax, "nanMin": np.nanmin}.items():
        for a in (holes, x, ints):
            each(name, f, a)
    names = {"medianUnbiased": "median_unbiased", "normalUnbiased": "normal_unbiased"}
    some = [0, 0.1, 0.25, 0.5, 0.77, 1]
    for method in ("linear", "lower", "higher", "nearest", "midpoint", "hazen", "weibull", "medianUnbiased", "normalUnbiased"):
        for a in (x, ints, normal(1), np.arange(6.0), np.arange(7.0)):
            case("quantile", [a, some, None, {"method": method}], np.quantile(a.astype(float), some, method=names.get(method, method)))
        case("quantile", [x, 0.3, [0, 2], {"method": method, "keepDims": True}], np.quantile(x, 0.3, (0, 2), method=names.get(method, method), keepdims=True))
        case("percentile", [x, [5, 50], 1, {"method": method}], np.percentile(x, [5, 50], 1, method=names.get(method, method)))
    case("quantile", [x, np.array([[0.1, 0.9]])[0], 1], np.quantile(x, [0.1, 0.9], 1))
    case("quantile", [holes, 0.5, 1], np.quantile(holes, 0.5, 1))
    w = np.round(rng.random((3, 4, 2)), 2)
    for axis in axes:
        case("average", [x, axis, {"weights": w}], np.average(x, tup(axis), w))
        case("average", [x, axis], np.average(x, tup(axis)))
    case("average", [x, 1, {"weights": w[0, :, 0].copy()}], np.average(x, 1, w[0, :, 0]))
    case("average", [ints, 0, {"weights": i32(1, 2, 0, 1), "keepDims": True}], np.average(ints, 0, [1, 2, 0, 1], keepdims=True))
    for a in (normal(3, 6), normal(5, 2), ints, normal(4), normal(3, 6) + 1e8):
        for rows in (True, False):
            case("cov", [a, {"rowVariables": rows}], np.cov(a, rowvar=rows))
            case("corrcoef", [a, {"rowVariables": rows}], np.corrcoef(a, rowvar=rows))
        case("cov", [a, {"ddof": 0}], np.cov(a, ddof=0))
    for offset in (0, 1e4, 1e8, -1e8):
        a = rng.normal(size=(50, 2)) + offset
        exact = a.astype(np.longdouble)
        for name, f in {"variance": np.var, "std": np.std}.items():
            case(name, [a, 0], f(exact, axis=0).astype(np.float64))
    stairs = {
        "invertedCdf": "inverted_cdf", "averagedInvertedCdf": "averaged_inverted_cdf",
        "closestObservation": "closest_observation", "interpolatedInvertedCdf": "interpolated_inverted_cdf",
    }
    for ours, method in stairs.items():
        for a in (x, ints, normal(1), np.arange(6.0), np.arange(7.0), np.arange(8.0)):
            case("quantile", [a, [*some, 0.125, 0.625], None, {"method": ours}], np.quantile(a.astype(float), [*some, 0.125, 0.625], method=method))
        case("percentile", [x, [5, 50], 1, {"method": ours}], np.percentile(x, [5, 50], 1, method=method))
    write("statistics")


einsum()
statistics()
