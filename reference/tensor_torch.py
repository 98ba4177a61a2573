#!/usr/bin/env python3
"""Write packages/tensor/fixtures/torch.json: values and gradients of PyTorch for elementwise functions, reductions,
views and indexing.

A case is {op, args, y, grads}: the result of an operation of @gradus/tensor, and the gradients of Σ cos(i + 1)·yᵢ with
respect to each floating tensor among the arguments, in their order. An array is {t: dtype, s: shape, d: values row by
row}, where NaN and the infinities are strings; a list of arrays is a list of tensors. Run with a Python that has torch.
"""
import json
import math
from pathlib import Path

import torch
import torch.nn.functional as F

OUT = Path(__file__).parent.parent / "packages/tensor/fixtures/torch.json"
SEED = 20260303
torch.manual_seed(SEED)
cases = []
NAMES = {torch.float32: "float32", torch.float64: "float64", torch.int32: "int32", torch.int64: "int32", torch.bool: "bool"}


def number(value):
    if isinstance(value, bool):
        return int(value)
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value


def array(x):
    values = [number(v) for v in x.detach().flatten().tolist()]
    if x.dtype == torch.float32:
        values = [float(f"{v:.9g}") if isinstance(v, float) else v for v in values]
    return {"t": NAMES[x.dtype], "s": list(x.shape), "d": values}


def encode(value):
    if isinstance(value, torch.Tensor):
        return array(value)
    return [encode(v) for v in value] if isinstance(value, (list, tuple)) else value


def leaves(value):
    if isinstance(value, torch.Tensor):
        return [value] if value.is_floating_point() else []
    return [leaf for v in value for leaf in leaves(v)] if isinstance(value, (list, tuple)) else []


def copy(value):
    if isinstance(value, torch.Tensor):
        return value.clone().requires_grad_(value.is_floating_point())
    return [copy(v) for v in value] if isinstance(value, (list, tuple)) else value


def case(op, args, f):
    """f gets the tensors among the arguments, in their order (lists stay lists)."""
    given = [copy(a) for a in args]
    tensors = [a for a in given if isinstance(a, (torch.Tensor, list)) and leaves([a]) or isinstance(a, torch.Tensor)]
    y = f(*tensors)
    weights = torch.cos(torch.arange(1, y.numel() + 1, dtype=torch.float64)).reshape(y.shape).to(y.dtype)
    wanted = leaves(given)
    grads = torch.autograd.grad((y * weights).sum(), wanted, allow_unused=True)
    full = [torch.zeros_like(x) if g is None else g for g, x in zip(grads, wanted)]
    cases.append({"op": op, "args": encode(args), "y": array(y), "grads": [array(g) for g in full]})


def both(op, args, f):
    """In float64 and in float32."""
    case(op, args, f)
    case(op, [a.float() if isinstance(a, torch.Tensor) and a.dtype == torch.float64 else a for a in args], f)


def x(*shape):
    return torch.randn(shape, dtype=torch.float64)


def pos(*shape):
    return torch.rand(shape, dtype=torch.float64) * 3 + 0.2


def unit(*shape):
    return torch.rand(shape, dtype=torch.float64) * 1.8 - 0.9


# Elementwise, one argument.
for name, f in {
    "neg": torch.neg, "abs": torch.abs, "square": torch.square, "exp": torch.exp, "exp2": torch.exp2, "expm1": torch.expm1,
    "sin": torch.sin, "cos": torch.cos, "tan": torch.tan, "tanh": torch.tanh, "sigmoid": torch.sigmoid, "sinh": torch.sinh,
    "cosh": torch.cosh, "atan": torch.atan, "asinh": torch.asinh, "erf": torch.erf, "erfc": torch.erfc, "relu": torch.relu,
    "softplus": F.softplus, "silu": F.silu, "gelu": F.gelu, "mish": F.mish, "softsign": F.softsign, "logSigmoid": F.logsigmoid,
    "hardSigmoid": F.hardsigmoid, "hardSwish": F.hardswish, "selu": F.selu, "relu6": F.relu6, "floor": torch.floor,
    "ceil": torch.ceil, "round": torch.round, "trunc": torch.trunc, "sign": torch.sign, "i0": torch.special.i0,
}.items():
    both(name, [x(2, 3) * 1.5], f)
for name, f in {
    "sqrt": torch.sqrt, "rsqrt": torch.rsqrt, "log": torch.log, "log1p": torch.log1p, "log2": torch.log2, "log10": torch.log10,
    "reciprocal": torch.reciprocal, "lgamma": torch.lgamma, "digamma": torch.digamma,
}.items():
    both(name, [pos(5)], f)
case("acosh", [pos(4) + 1], torch.acosh)
for name, f in {"asin": torch.asin, "acos": torch.acos, "atanh": torch.atanh, "erfinv": torch.erfinv}.items():
    both(name, [unit(4)], f)
case("polygamma", [2, pos(4)], lambda t: torch.polygamma(2, t))
both("gelu", [x(5), {"approximate": "tanh"}], lambda t: F.gelu(t, approximate="tanh"))
both("leakyRelu", [x(5), 0.2], lambda t: F.leaky_relu(t, 0.2))
both("elu", [x(5), 0.7], lambda t: F.elu(t, 0.7))
both("celu", [x(5), 0.6], lambda t: F.celu(t, 0.6))
both("hardtanh", [x(5), -0.5, 0.8], lambda t: F.hardtanh(t, -0.5, 0.8))
both("clip", [x(6), -0.5, 0.8], lambda t: torch.clamp(t, -0.5, 0.8))
both("pow", [pos(5), 2.5], lambda t: t**2.5)
both("pow", [x(5), 3], lambda t: t**3)
both("prelu", [x(2, 3, 2), pos(3)], F.prelu)

# Two arguments, broadcast.
for name, f in {
    "add": torch.add, "sub": torch.sub, "mul": torch.mul, "div": torch.div, "maximum": torch.maximum, "minimum": torch.minimum,
    "atan2": torch.atan2, "hypot": torch.hypot, "logaddexp": torch.logaddexp, "copysign": torch.copysign, "mod": torch.remainder,
    "fmod": torch.fmod,
}.items():
    both(name, [x(2, 3), x(3)], f)
    case(name, [x(2, 1), x(3)], f)
    case(name, [x(), x(2, 2)], f)
both("pow", [pos(2, 3), x(3)], torch.pow)
both("xlogy", [x(2, 3), pos(3)], torch.xlogy)
both("lerp", [x(2, 3), x(3), 0.3], lambda a, b: torch.lerp(a, b.expand(2, 3), 0.3))
case("where", [x(2, 3) > 0, x(2, 3), x(3)], torch.where)

# Kinks and edges: the subgradients.
zero = torch.tensor([0.0, -0.0, 1.0, -1.0], dtype=torch.float64)
for name, f in {
    "relu": torch.relu, "abs": torch.abs, "sign": torch.sign, "selu": F.selu, "softsign": F.softsign, "sqrt": lambda t: torch.sqrt(t),
    "silu": F.silu, "gelu": F.gelu, "erf": torch.erf, "cosh": torch.cosh,
}.items():
    case(name, [zero.abs() if name == "sqrt" else zero], f)
case("leakyRelu", [zero, 0.1], lambda t: F.leaky_relu(t, 0.1))
case("elu", [zero, 0.5], lambda t: F.elu(t, 0.5))
ends = torch.tensor([-3.0, -1.0, 0.0, 1.0, 3.0, 6.0], dtype=torch.float64)
case("clip", [ends, -1, 1], lambda t: torch.clamp(t, -1, 1))
case("hardtanh", [ends, -1, 1], lambda t: F.hardtanh(t, -1, 1))
case("relu6", [ends], F.relu6)
case("hardSigmoid", [ends], F.hardsigmoid)
case("hardSwish", [ends], F.hardswish)
tied = torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64)
case("maximum", [tied, torch.tensor([1.0, 5.0, 3.0], dtype=torch.float64)], torch.maximum)
case("minimum", [tied, torch.tensor([1.0, 5.0, 3.0], dtype=torch.float64)], torch.minimum)
rows = torch.tensor([[1.0, 3.0, 3.0], [2.0, 2.0, 2.0]], dtype=torch.float64)
case("max", [rows, 1], lambda t: torch.amax(t, 1))
case("min", [rows, 1], lambda t: torch.amin(t, 1))
case("max", [rows], lambda t: torch.amax(t))
case("std", [rows, 1], lambda t: torch.std(t, 1, unbiased=False))
case("prod", [torch.tensor([[0.0, 2.0, 3.0], [0.0, 0.0, 3.0], [1.0, 2.0, 3.0]], dtype=torch.float64), 1], lambda t: torch.prod(t, 1))
case("pow", [torch.tensor([0.0, 2.0, -1.0], dtype=torch.float64), 0], lambda t: t**0)
case("pow", [torch.tensor([0.0, 0.0, 2.0], dtype=torch.float64), torch.tensor([0.0, 2.0, 0.0], dtype=torch.float64)], torch.pow)
case("xlogy", [torch.tensor([0.0, 0.0, 2.0], dtype=torch.float64), torch.tensor([0.5, 3.0, 2.0], dtype=torch.float64)], torch.xlogy)
case("norm", [torch.zeros(3, dtype=torch.float64)], torch.linalg.vector_norm)

# Reductions.
for name, f in {"sum": torch.sum, "mean": torch.mean}.items():
    both(name, [x(2, 3)], f)
    case(name, [x(2, 3, 2), 1], lambda t, f=f: f(t, 1))
    case(name, [x(2, 3, 2), [0, 2]], lambda t, f=f: f(t, (0, 2)))
    case(name, [x(2, 3), -1, {"keepDims": True}], lambda t, f=f: f(t, -1, keepdim=True))
both("prod", [x(2, 3), 1], lambda t: torch.prod(t, 1))
both("variance", [x(3, 4), 0], lambda t: torch.var(t, 0, unbiased=False))
both("variance", [x(3, 4), [0, 1], {"ddof": 1}], lambda t: torch.var(t, (0, 1), unbiased=True))
both("std", [x(3, 4), 1, {"ddof": 1}], lambda t: torch.std(t, 1, unbiased=True))
both("max", [x(3, 4), 0], lambda t: torch.amax(t, 0))
both("min", [x(3, 4), 1], lambda t: torch.amin(t, 1))
both("norm", [x(3, 4), 1], lambda t: torch.linalg.vector_norm(t, dim=1))
case("norm", [x(3, 4), 1, {"ord": 1}], lambda t: torch.linalg.vector_norm(t, 1, dim=1))

# Products.
for sa, sb in [((3,), (3,)), ((2, 3), (3,)), ((2, 3), (3, 4)), ((2, 2, 3), (3, 2)), ((2, 1, 2, 3), (3, 3, 2))]:
    both("matmul", [x(*sa), x(*sb)], torch.matmul)
both("outer", [x(3), x(2)], torch.outer)

# Views, joins and indexing.
case("reshape", [x(2, 3), [3, 2]], lambda t: t.reshape(3, 2))
case("transpose", [x(2, 3, 2), 1, 2, 0], lambda t: t.permute(1, 2, 0))
case("flatten", [x(2, 3)], lambda t: t.flatten())
case("squeeze", [x(2, 1, 3), 1], lambda t: t.squeeze(1))
case("unsqueeze", [x(2, 3), 1], lambda t: t.unsqueeze(1))
case("broadcastTo", [x(3, 1), [2, 3, 4]], lambda t: t.expand(2, 3, 4))
case("slice", [x(4, 5), [1, 4, 2], [None, None, 3]], lambda t: t[1:4:2, ::3])
case("slice", [x(4, 5), -1, [1, 3]], lambda t: t[-1, 1:3])
case("at", [x(3, 2), 1], lambda t: t[1])
case("concatenate", [[x(2, 3), x(1, 3)]], lambda t: torch.cat(t))
case("concatenate", [[x(2, 3), x(2, 1)], 1], lambda t: torch.cat(t, 1))
case("stack", [[x(2, 3), x(2, 3)], -1], lambda t: torch.stack(t, -1))
case("take", [x(3, 4), [2, 0, 2], 0], lambda t: t.index_select(0, torch.tensor([2, 0, 2])))
case("take", [x(3, 4), [-1, 1], 1], lambda t: t[:, [-1, 1]])
case("diagonal", [x(3, 3)], lambda t: torch.diagonal(t))
case("trace", [x(3, 3)], torch.trace)
case("lowerTriangle", [x(3, 4), -1], lambda t: torch.tril(t, -1))
case("upperTriangle", [x(3, 4), 1], lambda t: torch.triu(t, 1))
case("flip", [x(3, 2), 0], lambda t: torch.flip(t, (0,)))
case("roll", [x(5), 2], lambda t: torch.roll(t, 2))
case("tile", [x(2, 2), [2, 1]], lambda t: t.tile(2, 1))
case("clone", [x(2, 2)], torch.clone)
case("maskedSelect", [x(2, 3), torch.tensor([[True, False, True], [False, True, True]])], torch.masked_select)
case("gather", [x(3, 2), 0, torch.tensor([[0, 1], [2, 0]], dtype=torch.int64)], lambda t, i: torch.gather(t, 0, i))
case("nanToNum", [torch.tensor([1.0, float("nan"), float("inf")], dtype=torch.float64), {"posInf": 9}], lambda t: torch.nan_to_num(t, posinf=9))

OUT.write_text(json.dumps({"source": f"torch {torch.__version__}", "seed": SEED, "cases": cases}, separators=(",", ":")) + "\n")
print(len(cases), "cases", OUT.stat().st_size)
