#!/usr/bin/env python3
"""Write packages/tensor/fixtures/torch-linalg.json: values and gradients of PyTorch for linear algebra and Fourier
transforms.

A case is {op, args, options, part, y, grads}: `part` names what is taken of a result with several parts, followed by
".square" where only squares are determined (the signs of singular vectors), y is its value, and grads are the
gradients of Σ cos(i + 1)·yᵢ with respect to the arguments. An array is {t: dtype, s: shape, d: values row by row}. Run with
a Python that has torch.
"""
import json
from pathlib import Path

import torch

OUT = Path(__file__).parent.parent / "packages/tensor/fixtures/torch-linalg.json"
SEED = 20260305
torch.manual_seed(SEED)
cases = []
L = torch.linalg


def array(x):
    values = x.detach().flatten().tolist()
    if x.dtype == torch.float32:
        values = [float(f"{v:.9g}") for v in values]
    return {"t": str(x.dtype)[6:], "s": list(x.shape), "d": values}


def normal(*shape):
    return (torch.randn(shape, dtype=torch.float64) * 1e4).round() / 1e4


def case(op, args, f, options=None, part="", types=(torch.float64,)):
    for dtype in types:
        leaves = [a.to(dtype).clone().requires_grad_() for a in args]
        y = f(*leaves)
        weights = torch.cos(torch.arange(1, y.numel() + 1, dtype=torch.float64)).reshape(y.shape).to(dtype)
        (y * weights).sum().backward()
        cases.append({"op": op, "args": [array(a) for a in leaves], "options": options or {}, "part": part,
                      "y": array(y), "grads": [array(a.grad) for a in leaves]})


def regular(*shape):
    return normal(*shape) + 3 * torch.eye(shape[-1], dtype=torch.float64)


def definite(*shape):
    A = normal(*shape)
    return A @ A.mT + torch.eye(shape[-1], dtype=torch.float64)


def symmetric(*shape):
    A = normal(*shape)
    return A + A.mT


TWO = (torch.float64, torch.float32)
for shape in [(1, 1), (4, 4), (2, 3, 3)]:
    case("inverse", [regular(*shape)], L.inv, types=TWO)
    case("determinant", [regular(*shape)], L.det, types=TWO)
    case("slogdet", [regular(*shape)], lambda a: L.slogdet(a)[1], part="logAbsDet", types=TWO)
    case("cholesky", [definite(*shape)], L.cholesky, types=TWO)
    case("eigh", [symmetric(*shape)], lambda a: L.eigh(a)[0], part="values", types=TWO)
    case("eigh", [symmetric(*shape)], lambda a: L.eigh(a)[1].square(), part="vectors.square")
    case("eigvalsh", [symmetric(*shape)], L.eigvalsh)
    case("matrixExp", [normal(*shape)], torch.matrix_exp)
    case("lu", [regular(*shape)], lambda a: L.lu(a)[1], part="L")
    case("lu", [regular(*shape)], lambda a: L.lu(a)[2], part="U")
    for p in (3, -2):
        case("matrixPower", [regular(*shape), ], lambda a: L.matrix_power(a, p), {"p": p})
for a, b in [((3, 3), (3, 2)), ((2, 3, 3), (3, 2)), ((2, 1, 3, 3), (4, 3, 1))]:
    case("solve", [regular(*a), normal(*b)], lambda x, y: L.solve(x, y), types=TWO)
    for lower in (True, False):
        case("triangularSolve", [regular(*a), normal(*b)], lambda x, y: L.solve_triangular(x, y, upper=not lower), {"lower": lower})
for shape in [(3, 3), (5, 3), (2, 4), (2, 4, 3)]:
    case("svd", [normal(*shape)], lambda a: L.svd(a, full_matrices=False)[1], part="S", types=TWO)
    case("svd", [normal(*shape)], lambda a: L.svd(a, full_matrices=False)[0].square(), part="U.square")
    case("svd", [normal(*shape)], lambda a: L.svd(a, full_matrices=False)[2].square(), part="Vh.square")
    case("pinv", [normal(*shape)], L.pinv, types=TWO)
    case("cond", [normal(*shape)], L.cond)
    if shape[-2] >= shape[-1]:
        case("qr", [normal(*shape)], lambda a: L.qr(a)[0], part="Q", types=TWO)
    case("qr", [normal(*shape)], lambda a: L.qr(a)[1], part="R", types=TWO) if shape[-2] >= shape[-1] else None
    for ord in ("fro", "nuc", 1, -1, 2, -2, float("inf"), float("-inf")):
        name = {float("inf"): "Infinity", float("-inf"): "-Infinity"}.get(ord, ord)
        case("matrixNorm", [normal(*shape)], lambda a: L.matrix_norm(a, ord), {"ord": name})
for ord in (1, 1.5, 3, -2, float("inf"), float("-inf")):
    name = {float("inf"): "Infinity", float("-inf"): "-Infinity"}.get(ord, ord)
    case("norm", [normal(3, 4)], lambda a: L.vector_norm(a, ord), {"ord": name})
case("lstsq", [normal(5, 3), normal(5, 2)], lambda a, b: L.lstsq(a, b)[0], part="solution", types=TWO)
case("lstsq", [normal(3, 3), normal(3, 1)], lambda a, b: L.lstsq(a, b)[0], part="solution")
case("kron", [normal(2, 3), normal(3, 2)], torch.kron)
case("cross", [normal(2, 3), normal(2, 3)], lambda a, b: L.cross(a, b))
case("tensordot", [normal(2, 3, 4), normal(3, 4, 2)], lambda a, b: torch.tensordot(a, b, 2))
case("inner", [normal(2, 3), normal(4, 3)], torch.inner)
for n in (1, 5, 8, 11):
    case("fft", [normal(2, n), normal(2, n)], lambda re, im: torch.fft.fft(torch.complex(re, im)).real, part="real", types=TWO)
    case("ifft", [normal(2, n), normal(2, n)], lambda re, im: torch.fft.ifft(torch.complex(re, im)).imag, part="imaginary")
    case("rfft", [normal(n)], lambda x: torch.fft.rfft(x).abs() ** 2, part="power")
    case("irfft", [normal(n), normal(n)], lambda re, im: torch.fft.irfft(torch.complex(re, im), 9), {"n": 9})
case("fftn", [normal(2, 3, 4), normal(2, 3, 4)], lambda re, im: torch.fft.fftn(torch.complex(re, im)).real, part="real")

OUT.write_text(json.dumps({"source": f"torch {torch.__version__}", "seed": SEED, "cases": cases}, separators=(",", ":")) + "\n")
print(len(cases), "cases")
