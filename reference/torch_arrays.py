#!/usr/bin/env python3
"""Write packages/tensor/fixtures/torch-arrays.json: values and gradients that PyTorch gives for array operations.

A case is {op, args, y, g, grads}: the function `op` of the library, called with the args, must give y, and for the
gradient g of a loss with respect to y the gradients `grads` with respect to the floating args, in order. Arrays are
{t, s, d}. Computed in float64; the float32 cases are the same numbers rounded. Run with a Python that has torch.
"""
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

OUT = Path(__file__).parent.parent / "packages/tensor/fixtures/torch-arrays.json"
SEED = 20260303
rng = np.random.default_rng(SEED)
cases = []


def code(v):
    if isinstance(v, torch.Tensor):
        a = v.detach().numpy()
        t = "int32" if a.dtype == np.int64 else str(a.dtype)
        values = [int(x) if float(x).is_integer() else float(x) for x in a.ravel()]
        return {"t": t, "s": list(a.shape), "d": values}
    if isinstance(v, (list, tuple)):
        return [code(x) for x in v]
    if isinstance(v, dict):
        return {k: code(x) for k, x in v.items()}
    return v


def case(op, args, f):
    """f takes the tensors among the args, at any depth, in order."""
    tensors = []

    def collect(v):
        if isinstance(v, torch.Tensor):
            tensors.append(v.clone())
        elif isinstance(v, (list, tuple)):
            for x in v:
                collect(x)

    collect(args)
    leaves = [x.requires_grad_() for x in tensors if x.dtype == torch.float64]
    y = f(*tensors)
    g = torch.tensor(np.round(rng.normal(size=tuple(y.shape)), 2))
    grads = torch.autograd.grad(y, leaves, g)
    cases.append({"op": op, "args": code(args), "y": code(y), "g": code(g), "grads": code(grads)})


def normal(*shape):
    return torch.tensor(np.round(rng.normal(size=shape), 2) + rng.permutation(int(np.prod(shape))).reshape(shape) * 1e-3)


def ints(high, *shape):
    return torch.tensor(rng.integers(0, high, shape))


for shape in ((5,), (3, 4), (2, 3, 4)):
    n = len(shape)
    for axis in range(n):
        x, length = normal(*shape), shape[axis]
        for descending in (False, True):
            case("sort", [x, axis, {"descending": descending}], lambda a: torch.sort(a, axis, descending)[0])
            case("topk", [x, 2, {"axis": axis, "largest": descending}], lambda a: torch.topk(a, 2, axis, descending)[0])
        case("cumsum", [x, axis], lambda a: torch.cumsum(a, axis))
        case("cumprod", [x, axis], lambda a: torch.cumprod(a, axis))
        holes = x * torch.tensor(rng.random(shape) < 0.7)
        case("cumprod", [holes, axis], lambda a: torch.cumprod(a, axis))
        ties = torch.round(x)
        case("cummax", [ties, axis], lambda a: torch.cummax(a, axis)[0])
        case("cummin", [ties, axis], lambda a: torch.cummin(a, axis)[0])
        case("logcumsumexp", [x * 20, axis], lambda a: torch.logcumsumexp(a, axis))
        case("logsumexp", [x * 20, axis], lambda a: torch.logsumexp(a, axis))
        case("diff", [x, 1, axis], lambda a: torch.diff(a, dim=axis))
        case("flip", [x, axis], lambda a: torch.flip(a, [axis]))
        case("roll", [x, 2, axis], lambda a: torch.roll(a, 2, axis))
        case("repeat", [x, 2, axis], lambda a: torch.repeat_interleave(a, 2, axis))
        case("quantile", [x, [0.2, 0.7], axis], lambda a: torch.quantile(a, torch.tensor([0.2, 0.7], dtype=torch.float64), axis))
        case("nanSum", [x, axis], lambda a: torch.nansum(a, axis))
        places = ints(length, 4)
        case("take", [x, places, axis], lambda a, i: torch.index_select(a, axis, i))
        v = normal(*[4 if i == axis else k for i, k in enumerate(shape)])
        case("indexAdd", [x, axis, places, v], lambda a, i, b: torch.index_add(a, axis, i, b))
        which = ints(length, *[max(1, k - 1) if i != axis else 3 for i, k in enumerate(shape)])
        case("gather", [x, axis, which], lambda a, i: torch.gather(a, axis, i))
        values = normal(*which.shape)
        case("scatterAdd", [x, axis, which, values], lambda a, i, b: torch.scatter_add(a, axis, i, b))
        order = torch.argsort(normal(*shape), axis)
        case("takeAlongAxis", [x, order, axis], lambda a, i: torch.take_along_dim(a, i, axis))
        case("scatter", [x, axis, order, normal(*shape)], lambda a, i, b: torch.scatter(a, axis, i, b))
    x = normal(*shape)
    mask = torch.tensor(rng.random(shape) < 0.5)
    case("maskedSelect", [x, mask], torch.masked_select)
    case("index", [x, mask], lambda a, m: a[m])
    case("index", [x, ints(shape[0], 2, 2)], lambda a, i: a[i])
    case("setAt", [x, [mask], normal(int(mask.sum()))], lambda a, m, b: torch.index_put(a, (m,), b))
    where = torch.randperm(shape[0], generator=torch.Generator().manual_seed(1))[:2]
    case("setAt", [x, [where], normal(2, *shape[1:])], lambda a, i, b: torch.index_put(a, (i,), b))
    case("tile", [x, [2, *[1] * n]], lambda a: torch.tile(a, [2, *[1] * n]))
    case("ptp", [x], lambda a: a.max() - a.min())
    case("median", [normal(3, 5), 1], lambda a: torch.median(a, 1)[0])
for mode, name in (("constant", "constant"), ("reflect", "reflect"), ("edge", "replicate"), ("wrap", "circular")):
    case("pad", [normal(2, 3, 4), [[0, 0], [0, 0], [2, 1]], {"mode": mode}], lambda a: F.pad(a, [2, 1], mode=name))
    case("pad", [normal(1, 2, 4, 3), [[0, 0], [0, 0], [1, 2], [0, 2]], {"mode": mode}], lambda a: F.pad(a, [0, 2, 1, 2], mode=name))
for subscripts, *shapes in (
    ("ij,jk->ik", (3, 4), (4, 2)), ("bij,bjk->bik", (2, 3, 4), (2, 4, 2)), ("ij->j", (3, 4)), ("ii->i", (3, 3)), ("i,j->ij", (3,), (4,)),
    ("bhqd,bhkd->bhqk", (2, 2, 3, 4), (2, 2, 5, 4)), ("ijk,jil->kl", (2, 3, 4), (3, 2, 5)), ("ij,jk,kl->il", (2, 3), (3, 4), (4, 2)),
    ("...ij,...j->...i", (2, 3, 4), (4,)), ("ij,ij->", (3, 4), (3, 4)),
):
    case("einsum", [subscripts, *(normal(*s) for s in shapes)], lambda *list_: torch.einsum(subscripts, *list_))
case("rot90", [normal(3, 4)], lambda a: torch.rot90(a, 1, (0, 1)))
case("moveAxis", [normal(2, 3, 4), 0, 2], lambda a: torch.movedim(a, 0, 2))
case("swapAxes", [normal(2, 3, 4), 0, 2], lambda a: torch.swapaxes(a, 0, 2))
case("diag", [normal(4), 1], lambda a: torch.diag(a, 1))
case("diag", [normal(4, 3), -1], lambda a: torch.diag(a, -1))
case("cov", [normal(3, 6)], torch.cov)
case("corrcoef", [normal(3, 6)], torch.corrcoef)
text = json.dumps({"source": f"torch {torch.__version__}", "seed": SEED, "cases": cases}, separators=(",", ":"))
OUT.write_text(text + "\n")
print(len(cases), "cases", len(text), "bytes")
